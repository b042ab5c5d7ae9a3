"""Papers -> a folder with one report a paper and a summary; what has not changed is not audited again."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from reportcheck.archive import ledger
from reportcheck.archive.ledger import Entry
from reportcheck.archive.ours import SUMMARY
from reportcheck.archive.papers import STDIN, Source
from reportcheck.archive.run import Outcome
from reportcheck.archive.store import write_atomically

_SAVED_EVERY = 5.0
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Results:
    """A folder of results: where it is, what its reports end in, and what they are made with."""

    folder: Path
    suffix: str
    key: str


def batch(
    papers: Sequence[Source], results: Results, audit: Callable[[Source], Outcome], render: Callable[[Outcome], bytes]
) -> Iterator[tuple[Entry, bool]]:
    """Each paper's entry, and whether it was kept from an earlier run. The summary is whole at every time."""
    earlier = ledger.load(results.folder, results.key)
    entries: dict[str, Entry] = {}
    names = report_names([source.name for source in papers], results.suffix)
    saved = time.monotonic()
    try:
        for source in papers:
            name = names[source.name]
            kept = _unchanged(earlier.get(source.name), source, name, results.folder)
            entry = kept or _audited(audit(source), name, results.folder, render)
            entries[source.name] = entry
            yield entry, kept is not None
            if time.monotonic() - saved > _SAVED_EVERY:
                ledger.save(results.folder, results.key, (earlier | entries).values())
                saved = time.monotonic()
    except BaseException:
        ledger.save(results.folder, results.key, (earlier | entries).values())
        raise
    ledger.save(results.folder, results.key, entries.values())


def _audited(outcome: Outcome, name: str, folder: Path, render: Callable[[Outcome], bytes]) -> Entry:
    """Write a paper's report; its entry."""
    write_atomically(folder / name, render(outcome))
    report = outcome.report
    errors = [outcome.error] if outcome.error else []
    if report is None:
        return Entry(outcome.name, name, errors=errors)
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
        errors=errors,
    )


def _unchanged(entry: Entry | None, source: Source, name: str, folder: Path) -> Entry | None:
    """The earlier entry, where it is still true: the paper was audited, is the same, and its report is there."""
    if entry is None or entry.errors or entry.report != name or source.name == STDIN:
        return None
    try:
        with open(source.name, "rb") as paper:
            same = hashlib.file_digest(paper, "sha256").hexdigest() == entry.sha256
    except OSError:
        return None
    return entry if same and (folder / name).is_file() else None


def report_names(papers: Iterable[str], suffix: str) -> dict[str, str]:
    """Where each paper's report stands in the folder of results."""
    taken: set[str] = set()
    return {paper: _report_name(paper, suffix, taken) for paper in papers}


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
