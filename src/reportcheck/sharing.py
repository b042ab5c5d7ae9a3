"""Independent pieces of work on one paper -> their results in order, shared with forked copies of this process."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple, NoReturn, TypeVar

from reportcheck import programs
from reportcheck.model import BBox, Claim, Evidence, Figure, Location, Mark, Passage, Relation, Suggestion
from reportcheck.quantity import Interval, Quantity
from reportcheck.records import taker

T = TypeVar("T")
_TICKET = 2
"""Bytes of a piece's number in the queue."""
MOST = 16_384
"""So many numbers fit in a pipe without a reader."""


_RECORDS = (Relation, Evidence, Quantity, Interval, Location, BBox, Suggestion, Claim, Mark)
Known = Figure | Passage


def cores() -> int:
    """How many processes can truly run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def shared(
    pieces: Sequence[Callable[[], T]],
    jobs: int,
    own: frozenset[int] = frozenset(),
    known: Sequence[Known] = (),
) -> list[T]:
    """Every piece's result, in the order of the pieces. Those of `own` are done here and in no copy.

    Results that hold what is `known` hold the very same when they come from a copy: it sends their numbers.
    A copy that dies costs only time: what it leaves undone is done here, and an error that a piece raises is raised.
    """
    if jobs < 2 or len(pieces) < 2 or len(pieces) > MOST or not hasattr(os, "fork"):
        return [piece() for piece in pieces]
    queue, fill = os.pipe()
    os.write(fill, b"".join(n.to_bytes(_TICKET, "big") for n in range(len(pieces)) if n not in own))
    os.close(fill)
    copies = [_copy(pieces, queue, known) for _ in range(jobs - 1)]
    done: dict[int, T] = {}
    try:
        for number in sorted(own):
            done[number] = pieces[number]()
        _work(pieces, queue, done)
        for _, answers in copies:
            done.update(_heard(answers, known))
    finally:
        os.close(queue)
        for child, answers in copies:
            _end(child, answers)
    return [done[n] if n in done else piece() for n, piece in enumerate(pieces)]


def _work(pieces: Sequence[Callable[[], T]], queue: int, done: dict[int, T]) -> None:
    """Take pieces off the queue until none is left. Reads of so few bytes from a pipe are never cut in two."""
    while ticket := os.read(queue, _TICKET):
        number = int.from_bytes(ticket, "big")
        done[number] = pieces[number]()


def _copy(pieces: Sequence[Callable[[], T]], queue: int, known: Sequence[Known]) -> tuple[int, int]:
    """A forked copy at work: its process, and where its answers are read."""
    answers, tell = os.pipe()
    child = os.fork()
    if child == 0:
        _serve(pieces, queue, tell, known)
    os.close(tell)
    return child, answers


def _serve(pieces: Sequence[Callable[[], T]], queue: int, tell: int, known: Sequence[Known]) -> NoReturn:
    code = 1
    try:
        for number in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        gc.freeze()
        done: dict[int, T] = {}
        _work(pieces, queue, done)
        with os.fdopen(tell, "wb") as out:
            _Packer(out, known).dump(done)
        programs.keep()
        code = 0
    finally:
        os._exit(code)


def _heard(answers: int, known: Sequence[Known]) -> dict[int, Any]:
    """What a copy has done; nothing where it died over it."""
    with os.fdopen(os.dup(answers), "rb") as source, suppress(EOFError, pickle.UnpicklingError):
        done: dict[int, Any] = _Unpacker(source, known).load()
        return done
    return {}


class _Known(NamedTuple):
    """What stands for something known on its way: its number. Where it arrives, the thing itself is looked up."""

    number: int


class _Packer(pickle.Pickler):
    """Records go as the arguments that make them, known ones as their numbers: a third of the time and the bytes."""

    def __init__(self, out: BinaryIO, known: Sequence[Known]) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = {noun: taker(noun) for noun in _RECORDS}
        numbers = {id(one): number for number, one in enumerate(known)}
        for noun in (Figure, Passage):
            self.dispatch_table[noun] = _by_number(noun, numbers)


def _by_number(noun: type[Known], numbers: dict[int, int]) -> Callable[[Known], tuple[Any, ...]]:
    """How records of a noun go: as their numbers where they have one."""
    whole = taker(noun)

    def told(record: Known) -> tuple[Any, ...]:
        number = numbers.get(id(record))
        return whole(record) if number is None else (_Known, (number,))

    return told


class _Unpacker(pickle.Unpickler):
    """The other way round; what it reads was written by a copy of this process."""

    def __init__(self, source: BinaryIO, known: Sequence[Known]) -> None:
        super().__init__(source)
        self.known = known

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _Known.__name__):
            return self.known.__getitem__
        return super().find_class(module, name)


def _end(child: int, answers: int) -> None:
    os.close(answers)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(child, 0)
