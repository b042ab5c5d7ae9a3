"""Coverage and counts -> the closing lines of a report: what nothing was tested in is never called clean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from rich.console import Console
from rich.text import Text

from reportcheck.model import Coverage, Finding, Report, TableCoverage
from reportcheck.records import record
from reportcheck.report.console import write_line, write_wrapped
from reportcheck.report.places import plural, ranges


@record(slots=True)
class Tally:
    """What several papers come to."""

    papers: int = 0
    failed: int = 0
    pages: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    coverage: Coverage = field(default_factory=Coverage)

    def add(self, report: Report | None, failed: bool) -> None:
        """Count one paper's report in."""
        if report is None:
            self.count(0, {}, {}, failed)
            return
        now = report.coverage
        coverage = {
            "figures": now.figures,
            "verified": now.verified,
            "challenged": now.challenged,
            "tables": now.tables,
        }
        told = Counter[str](finding.severity for finding in report.findings)
        self.count(report.pages, told, coverage, failed)

    def count(self, pages: int, findings: Mapping[str, int], coverage: Mapping[str, int], failed: bool) -> None:
        """Count one paper in."""
        self.papers += 1
        self.failed += failed
        self.pages += pages
        self.findings.update(findings)
        now = self.coverage
        self.coverage = Coverage(
            now.figures + coverage.get("figures", 0),
            now.verified + coverage.get("verified", 0),
            now.challenged + coverage.get("challenged", 0),
            now.tables + coverage.get("tables", 0),
        )


def write_total(to: Console, tally: Tally, *, always: bool = False) -> None:
    """The closing lines over several papers; a single one has said it all."""
    if tally.papers < 2 and not always:
        return
    failed = f", {tally.failed} could not be audited" if tally.failed else ""
    write_line(to, f"{plural(tally.papers, 'paper')}{failed}", "warning" if tally.failed else "paper")
    for text, style in summary(tally.coverage, tally.findings, tally.pages):
        write_wrapped(to, Text(text, style=style), 2)


def summary(coverage: Coverage, told: Mapping[str, int], pages: int, counted: str = "") -> list[tuple[str, str]]:
    """The closing lines of a report, each with its style: a paper with nothing tested is never called clean.

    `counted` is by what the pages were counted, where it was not by the file.
    """
    found = ", ".join(plural(told.get(kind, 0), kind) for kind in ("error", "warning", "note") if told.get(kind))
    tested = coverage.verified + coverage.challenged
    if found:
        verdict, style = found, "error" if told.get("error") else "warning" if told.get("warning") else "note"
    elif tested:
        verdict, style = _clean(tested, coverage.figures)
    else:
        verdict, style = "NOTHING WAS PUT TO THE TEST: this says nothing about the paper", "warning"
    lines = [(f"{plural(pages, 'page')}{counted}, {plural(coverage.tables, 'table')}: {verdict}", style)]
    figures = (
        f"{plural(coverage.figures, 'figure')}: {coverage.verified:,} verified, {coverage.challenged:,} challenged"
    )
    share = f" ({100 * tested // coverage.figures}% put to the test)" if coverage.figures else ""
    lines.append((f"{figures}, {coverage.untested:,} untested{share}", ""))
    blind = coverage.pages_without_text
    if blind:
        lines.append((f"{plural(len(blind), 'page')} without text, NOT audited: {ranges(blind)}", "warning"))
    seen = coverage.pages_from_pictures
    if seen:
        words = f"{plural(len(seen), 'page')} read from pictures, so what is found there is only noted: {ranges(seen)}"
        lines.append((words, "warning"))
    return lines


def _clean(tested: int, figures: int) -> tuple[str, str]:
    """What is said where nothing was found, by how much of the paper that speaks for, and its style."""
    if 4 * tested >= 3 * figures:
        return "nothing found to be wrong", "good"
    if 4 * tested >= figures:
        return f"nothing found to be wrong in the {tested:,} of {figures:,} figures that could be tested", "good"
    return f"nothing found to be wrong, but only {tested:,} of {plural(figures, 'figure')} could be tested", "warning"


def wordings(findings: Iterable[Finding]) -> str:
    """How many findings above a note doubt no figure, so that there are more of them than challenged figures."""
    worded = sum(
        finding.severity != "note" and not any(e.figure.quantity for e in finding.relation.suspects)
        for finding in findings
    )
    if not worded:
        return ""
    if worded == 1:
        return "1 finding doubts a date, a reference or a word, which is not counted as a figure"
    return f"{worded} findings doubt dates, references or words, which are not counted as figures"


def tables_tested(tables: Sequence[TableCoverage], all_tables: int = 0) -> str:
    """How many tables were tested in every figure, in some, and in none; --verbose lists them one by one.

    Of `all_tables` the others hold no figures.
    """
    parts = [table.coverage for table in tables]
    every = sum(not part.untested for part in parts)
    none = sum(part.untested == part.figures for part in parts)
    told = f"tables with figures: {every} tested in every figure, {len(parts) - every - none} in part, {none} untested"
    words = all_tables - len(parts)
    return told + (f"; {words} {'has' if words == 1 else 'have'} none" if words > 0 else "")
