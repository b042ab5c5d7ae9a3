"""The same work over the machines of a Dask cluster: each of its threads keeps a worker process of ours."""

from __future__ import annotations

import tempfile
import threading
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportcheck.errors import ReportcheckError, UsageError
from reportcheck.past.sources import Address, fetched
from reportcheck.past.workers import TRIES, Answer, Limits, Task, Worker

INSTALL = "pip install 'reportcheck[dask]'"
_SECONDS = 20
_AHEAD = 2
"""So many papers wait for each thread, so that none waits for us."""
_LOST = "was being audited on workers of the cluster that were lost. Audit it alone, in parts with --pages."
_own = threading.local()


def answers(tasks: Iterator[Task], scheduler: str, limits: Limits) -> Generator[Answer, None, None]:
    """Every paper's answer, as they come. A worker of the cluster that is lost costs its papers another try."""
    try:
        import distributed
    except ImportError as missing:
        raise UsageError(f"--engine dask needs distributed: {INSTALL}.") from missing
    try:
        client = distributed.Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as problem:
        said = f"--scheduler {scheduler}: no scheduler answers there ({type(problem).__name__})."
        raise UsageError(f"{said} Start one with `dask scheduler`, and workers with `dask worker`.") from None
    with client:
        yield from _gathered(client, distributed, tasks, limits)


def _gathered(client: Any, library: Any, tasks: Iterator[Task], limits: Limits) -> Iterator[Answer]:
    again: deque[Task] = deque()
    running: dict[Any, Task] = {}
    try:
        while True:
            while len(running) < _room(client) and (task := again.popleft() if again else next(tasks, None)):
                running[client.submit(audited, task, limits, pure=False, retries=0)] = task
            if not running:
                return
            with client.as_current():
                done = library.wait(list(running), return_when="FIRST_COMPLETED").done
            for future in done:
                task = running.pop(future)
                answer = _answer(future, task)
                if answer.lost and task.tries < TRIES:
                    again.append(replace(task, tries=task.tries + 1))
                else:
                    yield answer
    finally:
        client.cancel(list(running))


def _room(client: Any) -> int:
    """How many papers may be out: some for each thread of the cluster, as many as it has now."""
    return int(_AHEAD * max(1, sum(client.nthreads().values())))


def _answer(future: Any, task: Task) -> Answer:
    if future.status == "finished":
        answer: Answer = future.result()
        return answer
    return Answer(task, f"{task.source}: {_LOST}", {}, [], lost=True)


def audited(task: Task, limits: Limits) -> Answer:
    """A paper's answer, on a thread of the cluster; its file is fetched where this machine does not have it."""
    worker: Worker | None = getattr(_own, "worker", None)
    if worker is None or worker.limits != limits:
        worker = _own.worker = Worker(limits)
    if task.ledger or Path(task.at).exists() or "://" not in task.source:
        return worker.asked(task)
    with tempfile.TemporaryDirectory(prefix="reportcheck-") as folder:
        try:
            path, _ = fetched(Address(task.source), Path(folder))
        except ReportcheckError as problem:
            return Answer(task, str(problem), {}, [])
        return replace(worker.asked(replace(task, at=str(path))), task=task)
