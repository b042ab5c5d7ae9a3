"""Ctrl-C, SIGTERM and a terminal that closes: what is done is kept, and one line says how far it went."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from reportcheck.cli.say import say

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(BaseException):
    """The work was stopped by a signal. No handler of common errors on the way may take it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped in the block when a signal asks for the end; a second signal ends the process at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        raise Stopped(number)

    # What was ignored, as by nohup, still is.
    before = {n: h for n in _SIGNALS if (h := signal.getsignal(n)) in (signal.SIG_DFL, signal.default_int_handler)}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def told_if_stopped(done: Callable[[], str]) -> Iterator[None]:
    """Say how far the work went where it is stopped."""
    try:
        yield
    except Stopped:
        say(f"stopped after {done()}.")
        raise
