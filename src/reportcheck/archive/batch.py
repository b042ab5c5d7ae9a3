"""Papers -> a folder with one report a paper and a summary; what has not changed is not audited again."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from pathlib import Path, PurePath

from reportcheck.archive import ledger
from reportcheck.archive.cache import paper_digest
from reportcheck.archive.index import write_index
from reportcheck.archive.ledger import Entry
from reportcheck.archive.ours import SUMMARY
from reportcheck.archive.papers import STDIN, Source
from reportcheck.archive.run import Outcome
from reportcheck.archive.store import write_atomically
from reportcheck.records import record
from reportcheck.report.doubts import unread

_SAVED_EVERY = 1.0
_LONGEST_NAME = 200


@record(frozen=True, slots=True)
class Results:
    """A folder of results: where it is, what its reports end in, and what they are made with."""

    folder: Path
    suffix: str
    key: Callable[[str], str]
    """For the path of a paper."""


@record(frozen=True, slots=True)
class Done:
    """A paper's entry, and what earlier runs make of it."""

    entry: Entry
    kept: bool
    """It is the entry of an earlier run, and the paper was not audited again."""
    new: int
    """How many of its findings no earlier run into the folder has told; none in the first."""


def batch(
    papers: Sequence[Source], results: Results, audit: Callable[[Source], Outcome], render: Callable[[Outcome], bytes]
) -> Generator[Done, None, None]:
    """What becomes of each paper. The summary is whole at every time; papers that are not asked for stay in it."""
    earlier = ledger.load(results.folder)
    asked = {source.name for source in papers}
    entries = {path: entry for path, entry in earlier.items() if path not in asked and Path(path).exists()}
    names = report_names([source.name for source in papers], results.suffix, earlier)
    saver = _Saver(results.folder, earlier)
    try:
        for source in papers:
            before, name = earlier.get(source.name), names[source.name]
            kept = _unchanged(before, source, name, results)
            entry = kept or _audited(audit(source), name, results, render)
            entries[source.name] = entry
            saver.save(entries.values())
            told = before.fingerprints if before else []
            new = (Counter(entry.fingerprints) - Counter(told)).total() if earlier else 0
            yield Done(entry, kept is not None, new)
    except BaseException:
        ledger.save(results.folder, (earlier | entries).values())
        raise
    ledger.save(results.folder, entries.values())
    write_index(results.folder, entries.values())


class _Saver:
    """Saves the summary after the first paper, and then as often as that takes a twentieth of the time."""

    def __init__(self, folder: Path, earlier: Mapping[str, Entry]) -> None:
        self.folder = folder
        self.earlier = earlier
        self.next = 0.0

    def save(self, entries: Iterable[Entry]) -> None:
        begun = time.monotonic()
        if begun < self.next:
            return
        ledger.save(self.folder, {**self.earlier, **{entry.path: entry for entry in entries}}.values())
        now = time.monotonic()
        self.next = now + max(_SAVED_EVERY, 20 * (now - begun))


def _audited(outcome: Outcome, name: str, results: Results, render: Callable[[Outcome], bytes]) -> Entry:
    """Write a paper's report; its entry."""
    write_atomically(results.folder / name, render(outcome))
    report = outcome.report
    errors = [outcome.error] if outcome.error else []
    if report is None:
        return Entry(outcome.name, name, errors=errors, made_with=results.key(outcome.name))
    counts = report.coverage
    told = Counter[str](finding.severity for finding in report.findings)
    return Entry(
        path=outcome.name,
        report=name,
        sha256=report.document.sha256,
        pages=report.pages,
        coverage={
            "figures": counts.figures,
            "verified": counts.verified,
            "challenged": counts.challenged,
            "untested": counts.untested,
            "tables": counts.tables,
        },
        findings={severity: told[severity] for severity in ("error", "warning", "note")},
        unread=unread(report),
        errors=errors,
        fingerprints=[finding.fingerprint for finding in report.findings],
        made_with=results.key(outcome.name),
    )


def _unchanged(entry: Entry | None, source: Source, name: str, results: Results) -> Entry | None:
    """The earlier entry, where it is still true: the paper was audited so, is the same, and its report is there."""
    if entry is None or entry.sha256 is None or entry.errors or source.name == STDIN or entry.report != name:
        return None
    if entry.made_with != results.key(source.name):
        return None
    same = paper_digest(Path(source.name)) == entry.sha256
    return entry if same and (results.folder / name).is_file() else None


def report_names(papers: Iterable[str], suffix: str, earlier: Mapping[str, Entry]) -> dict[str, str]:
    """Where each paper's report stands in the folder of results: where it stood, and at no other paper's place."""
    names = {path: entry.report for path, entry in earlier.items() if entry.report.endswith(suffix)}
    taken = set(names.values())
    return {paper: names.get(paper) or _report_name(paper, suffix, taken) for paper in papers}


def _report_name(paper: str, suffix: str, taken: set[str]) -> str:
    """Where a paper's report stands in the folder: its own path, with nothing that leads out of it."""
    parts = [part for part in PurePath(paper).parts if part not in ("..", ".", PurePath(paper).anchor)]
    if parts and len(os.fsencode(parts[-1])) > _LONGEST_NAME:
        parts[-1] = parts[-1][:50] + hashlib.sha256(os.fsencode(paper)).hexdigest()[:16]
    stem = "stdin" if paper == STDIN else "/".join(parts) or "paper"
    name, number = f"{stem}{suffix}", 2
    while name in taken or name == SUMMARY:
        name, number = f"{stem}-{number}{suffix}", number + 1
    taken.add(name)
    return name
