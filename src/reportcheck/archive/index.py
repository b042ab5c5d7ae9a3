"""index.csv: a line for each paper of a folder of results, worst first, for whoever opens it in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path, PurePath

from reportcheck.archive.ledger import Entry
from reportcheck.archive.ours import INDEX, INDEX_HEAD
from reportcheck.archive.store import write_atomically
from reportcheck.report.safe import safe

_ACTS = ("=", "+", "-", "@")


def worst_first(entry: Entry) -> tuple[object, ...]:
    """A key to sort by: what could not be audited, then by errors, warnings and notes, then by path."""
    found = entry.findings
    counts = tuple(-found.get(severity, 0) for severity in ("error", "warning", "note"))
    return (not entry.errors, *counts, PurePath(entry.path).parts)


def write_index(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the index of a folder of results."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(INDEX_HEAD)
    lines.writerows(_row(entry) for entry in sorted(entries, key=worst_first))
    write_atomically(folder / INDEX, out.getvalue().encode("utf-8", "backslashreplace"))


def _row(entry: Entry) -> tuple[object, ...]:
    told, tested = entry.findings, entry.coverage
    return (
        _text(entry.path),
        _text(entry.report),
        *(told.get(severity, 0) for severity in ("error", "warning", "note")),
        entry.pages,
        *(tested.get(count, 0) for count in ("figures", "verified", "challenged", "untested", "tables")),
        _text("; ".join(entry.errors)),
    )


def _text(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    shown = safe(text)
    return f"'{shown}" if shown.startswith(_ACTS) else shown
