"""A process that reads a stranger's file: how it is started, listened to and ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from reportcheck.extract.sandbox import OUT_OF_MEMORY, Job, serve, serve_apart
from reportcheck.records import record

_BOOT = """\
import sys
from multiprocessing import connection
conn = getattr(connection, "PipeConnection", connection.Connection)(int(sys.argv[1]))
sys.path[:] = conn.recv()
from reportcheck.extract.sandbox import serve_apart
serve_apart(conn)
"""
"""What a new interpreter runs: it is told where modules are found, and never sees the script that is run here."""
_GIVEN_UP = {-getattr(signal, name) for name in ("SIGABRT", "SIGILL", "SIGTRAP", "SIGKILL") if hasattr(signal, name)}
"""How a reader ends that cannot go on: pdfium stops at once where memory is refused."""


class Interpreter:
    """A new interpreter, asked as one asks a process of multiprocessing."""

    def __init__(self, conn: Connection) -> None:
        from multiprocessing.spawn import get_executable

        executable = os.fsdecode(get_executable() or sys.executable)
        nothing = subprocess.DEVNULL
        command = [executable, "-P", "-c", _BOOT, str(conn.fileno())]
        self._run = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, **_inheriting(conn))

    @property
    def exitcode(self) -> int | None:
        """How it ended; None while it runs."""
        return self._run.poll()

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended, or for so many seconds."""
        with suppress(subprocess.TimeoutExpired):
            self._run.wait(timeout)

    def kill(self) -> None:
        """End it."""
        self._run.kill()

    def close(self) -> None:
        """Nothing of it is left once it has been waited for."""


@record(slots=True, eq=False)
class Worker:
    """A reading process, the pages it was asked for and has not sent, and when it began on the first of them."""

    process: BaseProcess | Interpreter
    conn: Connection
    since: float
    job: Job | None
    """What it is to read, where it has still to be sent."""
    todo: deque[int] = field(default_factory=deque)
    begun: bool = False
    """It runs, and the file is in its hands."""
    ready: bool = False
    """The file is open."""

    def greet(self) -> None:
        """Hear that it runs; one that is no copy of this process is then given the file."""
        self.conn.recv_bytes(1)
        if self.job is None:
            self.begun = True
        else:
            data, *about = self.job
            self.conn.send(about)
            self.conn.send_bytes(data)
            self.job = None
        self.since = time.monotonic()

    def cause(self, memory_mb: int) -> str:
        """Why it ended, after it has."""
        self.process.join(1)
        code = self.process.exitcode
        if code == OUT_OF_MEMORY:
            return f"needs more memory than {memory_mb:,} MB"
        if code in _GIVEN_UP:
            return f"needs more memory than {memory_mb:,} MB, or is made to stop its reader"
        if not self.begun:
            return f"it ended with code {code}"
        return "made the reader crash"

    def end(self) -> None:
        """End it, whatever it is at."""
        self.conn.close()
        if self.process.exitcode is None:
            self.process.kill()
        self.process.join()
        self.process.close()


def started(job: Job) -> Worker:
    """A new process that opens the file. OSError where the system gives none."""
    here, there = multiprocessing.Pipe()
    with there:
        if _may_fork():
            if job.kind == "pdf":
                from reportcheck.extract.pdf import warm

                warm()
            process = multiprocessing.get_context("fork").Process(target=serve, args=(there, *job))
            process.start()
            return Worker(process, here, time.monotonic(), None)
        if getattr(sys, "frozen", False):  # The program is its own interpreter: multiprocessing can start it.
            frozen = multiprocessing.get_context("spawn").Process(target=serve_apart, args=(there,))
            frozen.start()
            return Worker(frozen, here, time.monotonic(), job)
        here.send([place for place in sys.path if isinstance(place, str)])
        return Worker(Interpreter(there), here, time.monotonic(), job)


def _inheriting(conn: Connection) -> dict[str, Any]:
    """How to start a process that has this end of a pipe, and nothing else of this process."""
    if sys.platform == "win32":
        os.set_handle_inheritable(conn.fileno(), True)
        return {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [conn.fileno()]})}
    return {"pass_fds": (conn.fileno(),)}


def _may_fork() -> bool:
    """Whether a copy of this process is safe, which is where nothing else runs in it."""
    return sys.platform == "linux" and _threads() == 1 and not multiprocessing.current_process().daemon


def _threads() -> int:
    """How many threads this process runs; those that a library started without Python's knowledge count as well."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return max(threading.active_count(), 2)
