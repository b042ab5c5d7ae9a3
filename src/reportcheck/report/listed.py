"""Findings -> rows of a sheet, in columns that a person reads from left to right; and those rows as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from reportcheck.model import Finding, Report
from reportcheck.report.printed import Printed, printed_pages
from reportcheck.report.safe import safe
from reportcheck.report.told import Told
from reportcheck.report.words import advice

COLUMNS = (
    "paper", "page", "printed page", "line", "where", "severity", "rule", "name", "what is wrong", "working",
    "in doubt", "advice", "fingerprint",
)  # fmt: skip
Row = tuple[str | int, ...]
_ACTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def rows(papers: Iterable[Told]) -> Iterator[Row]:
    """One finding a row, under COLUMNS; a paper or part that could not be read is a row of severity "not read"."""
    for paper in papers:
        for problem in paper.problems:
            yield (safe(paper.path), "", "", "", "", "not read", "", "", safe(problem), "", "", "", "")
        if paper.report is not None:
            printed = printed_pages(paper.report)
            yield from (_row(paper.report, finding, printed) for finding in paper.findings)


def _row(report: Report, finding: Finding, printed: Printed) -> Row:
    at = finding.location
    doubted = ", ".join(safe(e.figure.text) for e in finding.relation.evidence if e.suspect)
    return (
        safe(report.document.path),
        at.page,
        printed.at(at) or "",
        at.line if at.line is not None and report.document.format == "text" else "",
        safe(at.where),
        finding.severity,
        finding.rule.id,
        finding.rule.name,
        safe(finding.relation.message),
        safe(finding.relation.sum),
        doubted,
        advice(finding),
        finding.fingerprint,
    )


def harmless(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula: one that begins as such gets an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_ACTS) else cell


def csv_text(papers: Iterable[Told]) -> bytes:
    """Comma-separated values with a heading (RFC 4180), in UTF-8 with the mark by which Excel knows it."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row] for row in rows(papers))
    return ("\ufeff" + stream.getvalue()).encode("utf-8", "backslashreplace")
