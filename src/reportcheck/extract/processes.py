"""A process that reads a stranger's file: how it is started, listened to and ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from types import ModuleType

from reportcheck.extract import Options
from reportcheck.extract.sandbox import OUT_OF_MEMORY, serve

_GIVEN_UP = {-getattr(signal, name) for name in ("SIGABRT", "SIGILL", "SIGTRAP", "SIGKILL") if hasattr(signal, name)}
"""How a reader ends that cannot go on: pdfium stops at once where memory is refused."""


@dataclass(slots=True, eq=False)
class Worker:
    """A reading process, the pages it was asked for and has not sent, and when it began on the first of them."""

    process: BaseProcess
    conn: Connection
    since: float
    todo: deque[int] = field(default_factory=deque)
    ready: bool = False

    def cause(self, options: Options) -> str:
        """Why it ended, after it has."""
        self.process.join(1)
        code = self.process.exitcode
        if code == OUT_OF_MEMORY:
            return f"needs more memory than {options.memory_mb:,} MB"
        if code in _GIVEN_UP:
            return f"needs more memory than {options.memory_mb:,} MB, or is made to stop its reader"
        return "made the reader crash"

    def end(self) -> None:
        """End it, whatever it is at."""
        self.conn.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join()
        self.process.close()


def started(data: bytes, name: str, kind: str, options: Options) -> Worker:
    """A new process that opens the file."""
    context = _context()
    if kind == "pdf" and context.get_start_method() == "fork":
        from reportcheck.extract.pdf import warm

        warm()
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there, data, name, kind, options))
    with _without_main():
        process.start()
    there.close()
    return Worker(process, here, time.monotonic())


@contextmanager
def _without_main() -> Iterator[None]:
    """Keep a new interpreter from running the caller's script a second time: it needs nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _context() -> ForkContext | SpawnContext:
    """Fork where that is safe, which is where nothing else runs in this process; else a new interpreter."""
    if sys.platform == "linux" and _threads() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _threads() -> int:
    """How many threads this process runs; those that a library started without Python's knowledge count as well."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return max(threading.active_count(), 2)


def cores() -> int:
    """How many processes can truly run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
