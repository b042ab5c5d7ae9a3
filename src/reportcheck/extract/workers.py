"""A stranger's file -> its pages, read in processes of their own: a bad page is lost, and nothing else."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import wait

from reportcheck.errors import PaperError
from reportcheck.extract import Options, Progress
from reportcheck.extract.intake import no_such_pages
from reportcheck.extract.processes import Worker, started
from reportcheck.extract.sandbox import Job, lost
from reportcheck.extract.wire import unpack, unpack_opened
from reportcheck.model import Page
from reportcheck.sharing import cores

SHORTEST = 8
"""So many pages at least are asked for at a time, where there are as many."""
FEW = 8
"""So many pages are read sooner by one process than two are started."""
PICTURES = 10
"""So many times as long may be taken where pages are read by OCR."""
MOST_PAGES = 20_000
START_SECONDS = 60.0
"""The most time that a process may take to start, on however busy a machine."""
STARTS = 3
"""So many processes in a row that do not start mean that none will."""
MESSAGE_BYTES = 64 * 2**20
_LATER = "Try again when the machine has less to do, or allow it more with --page-seconds."


def read_safely(
    data: bytes, name: str, kind: str, options: Options, progress: Progress | None = None
) -> tuple[Page, ...]:
    """The wanted pages in order, each bad one with its `problem`; PaperError where the file itself is bad."""
    reading = _Reading(Job(data, name, kind, options), progress)
    collecting = gc.isenabled()
    gc.disable()  # Pages are records without cycles, and many: looking for some doubles the time that they take.
    try:
        return reading.run()
    finally:
        reading.close()
        if collecting:
            gc.enable()


class _Reading:
    """One file's reading: what is left to read, who reads it, what has come back."""

    def __init__(self, job: Job, progress: Progress | None) -> None:
        options = job.options
        self.job, self.name, self.kind = job, job.name, job.kind
        self.options, self.progress = options, progress
        self.workers: list[Worker] = []
        self.left: deque[list[int]] = deque()
        self.wanted: list[int] | None = None
        self.pages: dict[int, Page] = {}
        self.tried: set[int] = set()
        self.unopened = self.unstarted = 0
        self.room = options.memory_mb * 2**20 // 16
        times = PICTURES if options.ocr else 1
        self.page_seconds, self.file_seconds = options.page_seconds * times, options.file_seconds * times
        self.end = time.monotonic() + self.file_seconds

    def run(self) -> tuple[Page, ...]:
        """Read until every wanted page is here or given up."""
        self._start()
        while self.wanted is None or len(self.pages) < len(self.wanted):
            if time.monotonic() >= self.end:
                self._give_up()
                break
            self._listen()
        wanted = self.wanted or []
        pages = tuple(self.pages[number] for number in wanted)
        bad = [page for page in pages if page.problem and not page.blocks and page.number in self.tried]
        if pages and len(bad) == len(pages):
            which = f"page {bad[0].number} {bad[0].problem}"
            what = which if len(bad) == 1 else f"none of its {len(bad)} pages could be read ({which})"
            raise PaperError(self.name, f"cannot be read: {what}.", "Save it again as PDF, or leave it out.")
        return pages

    def close(self) -> None:
        """End every process."""
        for worker in self.workers:
            worker.end()
        self.workers.clear()

    def _start(self) -> None:
        """One more process; where the system gives none, those that there are do the work."""
        try:
            self.workers.append(started(self.job))
        except OSError as problem:
            if not self.workers:
                raise self._no_process(problem.strerror or "the system gave none") from None

    def _no_process(self, why: str) -> PaperError:
        said = f"was not read: no process to read it could be started ({why})."
        return PaperError(self.name, said, "Try again when the machine has less to do, or with --jobs 1.")

    def _staff(self) -> None:
        """As many processes as there is work for."""
        most = (self.options.jobs or cores()) if self.kind == "pdf" else 1
        pages = sum(len(numbers) for numbers in self.left)
        needed = min(most - len(self.workers), len(self.left)) if pages > FEW or not self.workers else 0
        for _ in range(needed):
            self._start()

    def _drop(self, worker: Worker) -> None:
        self.workers.remove(worker)
        worker.end()

    # ------------------------------------------------------------ messages

    def _listen(self) -> None:
        now = time.monotonic()
        soonest = min([self.end, *(w.since + self._patience(w) for w in self.workers)])
        heard = wait([w.conn for w in self.workers], max(soonest - now, 0))
        for worker in list(self.workers):
            if worker.conn in heard:
                self._hear(worker)
            elif time.monotonic() - worker.since > (patience := self._patience(worker)):
                self._drop(worker)
                late = f"could not be {'read' if worker.ready else 'opened'} in {patience:g} s"
                self._failed(worker, late if worker.begun else f"it took over {patience:g} s", True)

    def _patience(self, worker: Worker) -> float:
        return self.page_seconds if worker.begun else START_SECONDS

    def _hear(self, worker: Worker) -> None:
        try:
            if not worker.begun:
                worker.greet()
            elif worker.ready:
                self._take(worker, worker.conn.recv_bytes(MESSAGE_BYTES))
            else:
                self._opened(worker, unpack_opened(worker.conn.recv_bytes(MESSAGE_BYTES)))
        except (EOFError, OSError, ValueError):
            cause = worker.cause(self.options.memory_mb)
            self._drop(worker)
            self._failed(worker, cause, False)

    def _opened(self, worker: Worker, said: int | tuple[str, str]) -> None:
        if isinstance(said, tuple):
            raise PaperError(self.name, *said)
        worker.ready = True
        if self.wanted is None:
            self._plan(said)
        self._feed(worker)

    def _plan(self, total: int) -> None:
        spans = self.options.pages or ((1, total),)
        ranges = [range(max(first, 1), min(last, total) + 1) for first, last in spans]
        wanted = sorted(set().union(*(pages[: MOST_PAGES + 1] for pages in ranges)))
        if total and not wanted:
            raise no_such_pages(self.name, total)
        if len(wanted) > MOST_PAGES:
            raise PaperError(self.name, f"claims to have {total:,} pages.", "Audit a part of it with --pages.")
        self.left.extend(_shares(wanted, 2 * (self.options.jobs or cores())))
        self.wanted = wanted
        self._staff()

    def _feed(self, worker: Worker) -> None:
        worker.since = time.monotonic()
        numbers = self.left.popleft() if self.left else []
        worker.todo.extend(numbers)
        with suppress(OSError):  # Its end is heard of when it is listened to.
            worker.conn.send(numbers)
        if not numbers:
            self._drop(worker)

    def _take(self, worker: Worker, packed: bytes) -> None:
        self.room -= len(packed)
        if self.room < 0:
            raise PaperError(
                self.name, f"holds more text than {self.options.memory_mb} MB can.", "Audit a part of it with --pages."
            )
        page = unpack(packed)
        if page.number != worker.todo[0]:
            raise ValueError("not the page that was asked for")
        worker.since = time.monotonic()
        self._keep(worker.todo.popleft(), page)
        if not worker.todo:
            self._feed(worker)

    def _keep(self, number: int, page: Page) -> None:
        self.pages[number] = page
        if self.progress is not None:
            self.progress(len(self.pages), len(self.wanted or ()))

    # ------------------------------------------------------------ failures

    def _failed(self, worker: Worker, problem: str, hung: bool) -> None:
        """The page that it was at is tried once more alone, unless it hung; the others are not its fault."""
        if not worker.begun:
            self._unstarted(problem)
            return
        if not worker.ready:
            self.unopened += 1
            if self.wanted is None or self.unopened > 3:
                raise self._unopened(problem, hung)
            self._staff()
            return
        number = worker.todo.popleft()
        if worker.todo:
            self.left.appendleft(list(worker.todo))
        if hung or number in self.tried:
            self._keep(number, lost(number, problem))
        else:
            self.left.appendleft([number])
        self.tried.add(number)
        self._staff()

    def _unopened(self, problem: str, late: bool) -> PaperError:
        """A late reader may be one that other work on the machine keeps from reading: no word of damage."""
        if late:
            return PaperError(self.name, f"took too long: it {problem}.", _LATER)
        return PaperError(self.name, f"is damaged: it {problem}.", "Get a whole copy, or save it again.")

    def _unstarted(self, problem: str) -> None:
        """A process that never ran says nothing about the file: another is tried where no other is at work."""
        self.unstarted += 1
        if self.unstarted >= STARTS:
            raise self._no_process(problem)
        if not self.workers:
            self._start()

    def _give_up(self) -> None:
        said = f"was not read: the file took longer than {self.file_seconds:g} s"
        if self.wanted is None or not self.pages:
            raise PaperError(self.name, said.replace("was not read", "cannot be read") + ".", "Allow it more.")
        for number in self.wanted:
            if number not in self.pages:
                self._keep(number, lost(number, said))


def _shares(pages: list[int], parts: int) -> Iterator[list[int]]:
    """Pages in runs to be read by one process: long ones first, as neighbours share their fonts, then shorter ones.

    So the processes end together, and each reads the fonts of few of the reports in a pack.
    """
    shortest = min(SHORTEST, -(-len(pages) // parts))
    at = 0
    while at < len(pages):
        size = max(shortest, -(-(len(pages) - at) // parts))
        yield pages[at : at + size]
        at += size
