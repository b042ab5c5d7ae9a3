"""A time by which a piece of work must be done: no paper, however it is made, can hold up the others for ever."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLate(BaseException):
    """The time is over. No handler of common errors on the way may take it for one."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooLate in the block after so many seconds, where the system can: not in a thread, and not on Windows."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TooLate

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
