"""Papers -> answers of worker processes: a crash or a hang costs its paper one retry, and no other paper anything."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportcheck.records import record

TRIES = 2
_DIED = "made the process that audited it end ({how}), twice. Audit it alone, in parts with --pages."
_LATE = "took longer than {seconds:g} s, twice. Audit it alone, in parts with --pages, or allow it more."


@record(frozen=True, slots=True)
class Task:
    """A paper to audit: what it is called, and the file that holds it."""

    source: str
    at: str
    sha256: str
    made_with: str
    tries: int = 1
    ledger: str = ""
    """Where the source is a body: the ledger whose papers of it are compared."""


@record(frozen=True, slots=True)
class Limits:
    """How a worker reads and what it may take; times in seconds, memory in MB."""

    file_seconds: float
    memory_mb: int
    rules: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    """The settings that the command line makes."""
    grace: float = 30.0
    """For starting up and writing the answer."""

    @property
    def longest(self) -> float:
        """Seconds for reading and auditing, each of which has its own limit, and for starting up."""
        return 2 * self.file_seconds + self.grace


@record(frozen=True, slots=True)
class Answer:
    """What became of a paper."""

    task: Task
    error: str
    counts: dict[str, int]
    findings: list[dict[str, Any]]
    kept: dict[str, Any] | None = None
    """What is kept of it: rows of the ledger."""
    lost: bool = False
    """The worker ended over it, or did not answer in time."""


def answers(tasks: Iterator[Task], jobs: int, limits: Limits) -> Generator[Answer, None, None]:
    """Every paper's answer, as they come. No more papers are taken up than there are workers."""
    again: deque[Task] = deque()
    workers = [Worker(limits) for _ in range(jobs)]
    try:
        while True:
            for worker in workers:
                if worker.task is None and (task := again.popleft() if again else next(tasks, None)):
                    worker.give(task)
            busy = [worker for worker in workers if worker.task is not None]
            if not busy:
                return
            for answer in _heard(busy):
                if answer.lost and answer.task.tries < TRIES:
                    again.append(replace(answer.task, tries=answer.task.tries + 1))
                else:
                    yield answer
    finally:
        for worker in workers:
            worker.end()


def _heard(busy: Sequence[Worker]) -> Iterator[Answer]:
    """The answers that come next, and those of workers whose time is over; perhaps none."""
    with selectors.DefaultSelector() as selector:
        for worker in busy:
            selector.register(worker.out, selectors.EVENT_READ, worker)
        wait = min(worker.until for worker in busy) - time.monotonic()
        heard = {key.data for key, _ in selector.select(max(0.0, wait))}
    for worker in busy:
        if worker in heard:
            answer = worker.answer()
        elif time.monotonic() >= worker.until:
            answer = worker.gone(_LATE.format(seconds=worker.limits.longest))
        else:
            answer = None
        if answer is not None:
            yield answer


class Worker:
    """One process, started when there is work for it and started again after it is lost."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.task: Task | None = None
        self.until = 0.0
        self.out = -1
        self._process: subprocess.Popen[bytes] | None = None
        self._heard = bytearray()

    def give(self, task: Task) -> None:
        """Let it work on a paper."""
        self.task, self.until = task, time.monotonic() + self.limits.longest
        if self._process is None:
            self._start()
        self._tell({"source": task.source, "at": task.at, "ledger": task.ledger})

    def asked(self, task: Task) -> Answer:
        """The answer to one paper, waited for."""
        self.give(task)
        while True:
            for answer in _heard([self]):
                return answer

    def answer(self) -> Answer | None:
        """The answer, once all of it has come."""
        assert self.task is not None
        assert self._process is not None
        got = os.read(self.out, 1 << 20)
        if not got:
            code = self._process.wait()
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            return self.gone(_DIED.format(how=how))
        self._heard += got
        if not self._heard.endswith(b"\n"):
            return None
        told, task = json.loads(self._heard), self.task
        self._heard.clear()
        self.task = None
        return Answer(task, told["error"], told["counts"], told["findings"], told["kept"])

    def gone(self, why: str) -> Answer:
        """It is gone, or goes now: the answer that says why."""
        task = self.task
        assert task is not None
        self.end()
        self.task = None
        return Answer(task, f"{task.source}: {why}", {}, [], lost=True)

    def end(self) -> None:
        """End it, and every process that it has started."""
        if self._process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self._process = None
        self._heard.clear()

    def _start(self) -> None:
        source = str(Path(__file__).resolve().parents[2])
        paths = os.pathsep.join(filter(None, (source, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reportcheck.cli.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
            env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
        assert self._process.stdout is not None
        self.out = self._process.stdout.fileno()
        limits = self.limits
        self._tell(
            {"file_seconds": limits.file_seconds, "memory_mb": limits.memory_mb, "rules": limits.rules,
             "select": limits.select, "ignore": limits.ignore, "given": limits.given}
        )  # fmt: skip

    def _tell(self, what: dict[str, Any]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        with suppress(OSError):  # A worker that is gone is heard of where its answer is read.
            self._process.stdin.write(json.dumps(what).encode() + b"\n")
            self._process.stdin.flush()
