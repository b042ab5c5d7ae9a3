"""Papers and a ledger -> every paper recorded once: what has not changed is not audited again."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from reportcheck.errors import ReportcheckError
from reportcheck.past import bodies
from reportcheck.past.ledger import COUNTS, Entry, Ledger
from reportcheck.past.sources import Address, fetched
from reportcheck.past.workers import Answer, Task
from reportcheck.records import record

Engine = Callable[[Iterator[Task]], Generator[Answer, None, None]]
"""Who does the work: the answers to tasks, as they come."""


@record(frozen=True, slots=True)
class Gone:
    """What became of a paper in a run: how many findings of each severity, and why it could not be audited."""

    source: str
    error: str
    findings: Mapping[str, int]
    kept: bool
    """It is in the ledger from an earlier run."""
    counts: Mapping[str, int]


def go_through(
    papers: Sequence[Address], ledger: Ledger, made_with: Callable[[str], str], engine: Engine, again: bool
) -> Iterator[Gone]:
    """Each paper, first or last: recorded before it is told, so that a run that is killed is gone on with.

    A paper is audited where its content or what it is audited with changed; with `again`, also where it failed.
    """
    with tempfile.TemporaryDirectory(prefix="reportcheck-") as folder:
        look = _Look(papers, ledger, made_with, again, Path(folder))
        with closing(engine(look.tasks())) as heard:
            for answer in heard:
                ledger.record(_entry(answer))
                if Address(answer.task.source).far:  # Only a copy is ours to take away.
                    Path(answer.task.at).unlink(missing_ok=True)
                yield from look.passed()
                told = Counter[str](finding["severity"] for finding in answer.findings)
                yield Gone(answer.task.source, answer.error, told, False, answer.counts)
        yield from look.passed()


def compare(ledger: Ledger, engine: Engine, address: str) -> Iterator[str]:
    """Compare the papers of each body that has changed, and record it; yields why one could not be compared."""
    tasks = (Task(body, "", digest, "", ledger=address) for body, digest in list(bodies.due(ledger)))
    with closing(engine(tasks)) as heard:
        for answer in heard:
            if answer.error:
                yield f"{answer.task.source}: its papers could not be compared ({answer.error})"
            else:
                bodies.record(ledger, answer.task.source, answer.task.sha256, answer.findings)


class _Look:
    """One way through the papers, and those that need no worker."""

    def __init__(
        self, papers: Sequence[Address], ledger: Ledger, made_with: Callable[[str], str], again: bool, folder: Path
    ) -> None:
        self._papers = papers
        self._ledger = ledger
        self._made_with = made_with
        self._again = again
        self._folder = folder
        self._passed: list[Gone] = []

    def tasks(self) -> Iterator[Task]:
        """The papers that are new or changed."""
        for address in self._papers:
            if address.problem:
                self._passed.append(Gone(address.source, address.problem, {}, False, {}))
                continue
            try:
                made_with = self._made_with(address.source)
                path, sha256 = fetched(address, self._folder)
            except ReportcheckError as problem:  # Settings beside it that cannot be used cost it too.
                self._passed.append(Gone(address.source, str(problem), {}, False, {}))
                continue
            known = self._ledger.recorded(address.source)
            same = known and (known.sha256, known.made_with) == (sha256, made_with)
            if known and same and not (known.error and self._again):
                self._passed.append(Gone(address.source, known.error, known.findings, True, {}))
                if address.far:
                    path.unlink()
                continue
            yield Task(address.source, str(path) if address.far else address.source, sha256, made_with)

    def passed(self) -> Iterator[Gone]:
        """Those that were passed by since this was last asked."""
        gone, self._passed = self._passed, []
        yield from gone


def _entry(answer: Answer) -> Entry:
    task = answer.task
    counts = {name: answer.counts.get(name, 0) for name in COUNTS} | {"tries": task.tries}
    return Entry(task.source, task.sha256, task.made_with, answer.error, counts, tuple(answer.findings), answer.kept)
