"""The reading process: one file's pages, read within limits of memory, with nothing to write to."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
from collections.abc import Iterator
from itertools import chain
from multiprocessing.connection import Connection
from typing import NamedTuple

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.extract.long_lines import without_data
from reportcheck.extract.wire import pack, pack_opened
from reportcheck.model import Page

OUT_OF_MEMORY = 77
"""The exit code of a reading process that ran out of memory."""
RUNS = b"."
"""What a reading process says first."""
PAGE_BYTES = 32 * 2**20
"""The most that one page may send: a dense page of print needs less than 1 MB."""


class Job(NamedTuple):
    """A file to read: its bytes, what it is called, its format, and how it is read."""

    data: bytes
    name: str
    kind: str
    options: Options


def serve_apart(conn: Connection) -> None:
    """Say that this process runs, take the file that it is sent, and serve it."""
    conn.send_bytes(RUNS)
    name, kind, options = conn.recv()
    serve(conn, conn.recv_bytes(), name, kind, options)


def serve(conn: Connection, data: bytes, name: str, kind: str, options: Options) -> None:
    """Say that it begins, tell how many pages there are, then read those that are asked for until no more are."""
    try:
        confine(options)
        conn.send_bytes(RUNS)
        _serve(conn, data, name, kind, options)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _serve(conn: Connection, data: bytes, name: str, kind: str, options: Options) -> None:
    try:
        total, whole = _open(data, name, kind, options)
    except PaperError as refusal:
        conn.send_bytes(pack_opened((refusal.problem, refusal.remedy)))
        return
    conn.send_bytes(pack_opened(total))
    asked = _asked(conn)
    pages = (whole[number - 1] for number in asked) if whole else _stream(data, name, asked, options)
    for page in pages:
        conn.send_bytes(_packed(without_data(page)))


def _asked(conn: Connection) -> Iterator[int]:
    """The numbers of the pages that are asked for, as they are, until no more will be."""
    while numbers := conn.recv():
        yield from numbers


def _open(data: bytes, name: str, kind: str, options: Options) -> tuple[int, tuple[Page, ...]]:
    """How many pages a file has, and the pages themselves where its format cannot be read page by page."""
    try:
        if kind == "pdf":
            from reportcheck.extract.pdf import count_pages

            return count_pages(data, name, options.password), ()
        from reportcheck.extract.whole import read_whole

        whole = read_whole(data, name, kind, options.revisions)
        return len(whole), whole
    except (PaperError, MemoryError):
        raise
    except Exception as problem:
        said = f"is damaged: it could not be opened ({_brief(problem)})."
        raise PaperError(name, said, "Get a whole copy, or save it again.") from problem


def _stream(data: bytes, name: str, asked: Iterator[int], options: Options) -> Iterator[Page]:
    """Every page of those numbers, in order, whatever happens on one of them, after which the file is opened anew."""
    from reportcheck.extract.pdf import each_page

    at_work: list[int] = []
    for first in asked:
        at_work.append(first)
        problem = "could not be read"
        try:
            for page in each_page(data, name, chain([first], _noted(asked, at_work)), options):
                at_work.clear()
                yield _seen(data, page, options) if options.ocr and not page.has_text else page
        except MemoryError:
            raise
        except Exception as bug:
            if not at_work:
                raise
            problem = bug.problem if isinstance(bug, PaperError) else f"could not be read ({_brief(bug)})"
        if at_work:
            yield lost(at_work.pop(), problem)


def _noted(numbers: Iterator[int], at_work: list[int]) -> Iterator[int]:
    """The numbers, each written down as it is taken up."""
    for number in numbers:
        at_work.append(number)
        yield number


def _seen(data: bytes, page: Page, options: Options) -> Page:
    from reportcheck.extract.ocr import read_picture

    try:
        return read_picture(data, page, options)
    except MemoryError:
        raise
    except Exception as problem:
        return lost(page.number, f"is a picture that could not be read ({_brief(problem)})")


def _packed(page: Page) -> bytes:
    try:
        blob = pack(page)
    except RecursionError:
        blob = b""
    if 0 < len(blob) <= PAGE_BYTES:
        return blob
    return pack(lost(page.number, "holds more than a page of print can, and was not read"))


def lost(number: int, problem: str) -> Page:
    """A page that could not be read, and why."""
    return Page(number, problem=problem, has_text=False)


def _brief(problem: BaseException) -> str:
    said = " ".join(str(problem).split())[:80]
    return f"{type(problem).__name__}: {said}" if said else type(problem).__name__


# ---------------------------------------------------------------- limits


def confine(options: Options) -> None:
    """Put this process under the limits; what the platform does not know is left out."""
    sys.dont_write_bytecode = True
    faulthandler.disable()
    gc.freeze()
    gc.set_threshold(1_000_000, 20, 100)  # Pages are records without cycles: looking for some is lost time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    _silence()
    _die_with_parent()
    try:
        import resource
    except ImportError:
        return
    memory = options.memory_mb * 2**20
    # RLIMIT_DATA counts what Linux really gives a process; the address space holds mapped libraries as well.
    _lower(resource.RLIMIT_DATA, memory)
    _lower(resource.RLIMIT_AS, memory + 4 * 2**30)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CPU, int(options.file_seconds) + 60)
    if sys.platform != "linux":
        _watch(memory)


def _lower(which: int, value: int) -> None:
    import resource

    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(which, (value, value))
    except (ValueError, OSError, OverflowError):
        return


def _silence() -> None:
    """Readers of damaged files chatter on stderr, and nothing that is read may go to the terminal."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)


def _watch(memory: int) -> None:
    """Where the system does not hold a process to its memory, a thread of its own does."""
    import resource
    import threading
    import time

    unit = 1 if sys.platform == "darwin" else 1024

    def look() -> None:
        while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit < memory:
            time.sleep(0.1)
        os._exit(OUT_OF_MEMORY)

    threading.Thread(target=look, daemon=True).start()
