"""A report -> what a person reads in a terminal: findings by page, what was done, and how much was tested."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from reportcheck.model import Finding, Relation, Report, Rule
from reportcheck.report.advice import lines
from reportcheck.report.console import write_line, write_wrapped
from reportcheck.report.places import page_words, place_words, plural
from reportcheck.report.printed import Printed, printed_pages
from reportcheck.report.quote import Quote, quotes
from reportcheck.report.safe import safe
from reportcheck.report.summary import summary, tables_tested, wordings


def write_report(to: Console, report: Report, *, verbose: bool = False, quiet: bool = False) -> None:
    """One paper: its findings by page, then what was found and tested."""
    if quiet and not report.findings:
        return
    write_line(to, "standard input" if report.path == "-" else safe(report.path), "paper")
    printed = printed_pages(report)
    for page, group in groupby(report.findings, key=lambda finding: finding.location.page):
        if report.findings and len(report.document.pages) > 1:
            write_line(to, page_words(page, printed.pages.get(page)).capitalize(), "paper", 1)
        for finding in group:
            alone = finding.location.line is None and len(report.document.pages) > 1
            _finding(to, finding, "" if alone else place_words(finding.location, report, printed))
    if verbose:
        _held(to, report, printed)
    if not quiet:
        _summary(to, report, verbose)
    to.print()


def _finding(to: Console, finding: Finding, place: str) -> None:
    relation = finding.relation
    head = Text()
    head.append(f"{finding.rule.id} {finding.severity}", style=finding.severity)
    head.append(f" {safe(finding.rule.name)}", style="quiet")
    head.append("  " + ", ".join(filter(None, (place, safe(relation.location.where)))), style="quiet")
    write_wrapped(to, head, 2, hang=6)  # Deeper than the message, which it would be taken for.
    write_wrapped(to, Text(safe(relation.message)), 4)
    for row in quotes(relation):
        _quote(to, row)
    for line in lines(relation):
        write_wrapped(to, Text.assemble(*line), 6)
    to.print()


def _quote(to: Console, shown: Quote) -> None:
    """A row or a sentence, with ^^^ under the suspect and --- under the other figures."""
    text = Text(shown.text)
    for mark in shown.marks:
        text.stylize("suspect" if mark.suspect else "figure", mark.start, mark.end)
    edge = " " * 6 + "| "
    for row in text.wrap(to, max(to.width - len(edge) - 1, 20)):
        row.rstrip()
        to.print(Text().append(edge, style="quiet").append_text(row), soft_wrap=True)
        under = _under(row)
        if under:
            line = Text(edge)
            for part in re.findall(r"\^+|[^^]+", under):
                line.append(part, style="mark" if part[0] == "^" else "quiet")
            to.print(line, soft_wrap=True)


def _under(row: Text) -> str:
    """The line of marks under a line of the quote; empty where it has none."""
    line = ""
    for span in sorted(row.spans, key=lambda span: span.start):
        if span.style not in ("suspect", "figure"):
            continue
        begin = cell_len(row.plain[: span.start])
        marked = row.plain[span.start : span.end].rstrip()
        line = line.ljust(begin) + ("^" if span.style == "suspect" else "-") * cell_len(marked)
    return line


def _held(to: Console, report: Report, printed: Printed) -> None:
    """Every relation that was put to the test and holds."""
    if not report.held:
        return
    write_line(to, f"Holds ({plural(len(report.held), 'relation')})", "paper", 1)
    for rule, relation in sorted(report.held, key=_held_order):
        place = place_words(relation.location, report, printed)
        where = safe(relation.location.where)
        told = safe(relation.sum or relation.message)
        text = Text(f"{rule.id} ", style="good").append(f"{place}{', ' + where if where else ''}: {told}", style="")
        write_wrapped(to, text, 2)
    to.print()


def _known(to: Console, report: Report, verbose: bool) -> None:
    """How many findings people know of, one by one where all is told, and what was accepted to no purpose."""
    counted = Counter(known.sort for known in report.known)
    told = [f"{counted['accepted']} accepted"] if counted["accepted"] else []
    told += [f"{counted['baseline']} in the baseline"] if counted["baseline"] else []
    if told:
        write_wrapped(to, Text(f"known findings: {', '.join(told)}", style="quiet"), 2)
    for known in report.known if verbose else ():
        finding = known.finding
        about = f"{finding.rule.id} page {finding.page}: {finding.message} ({known.reason})"
        write_wrapped(to, Text(safe(about), style="quiet"), 4)
    for line in report.stale:
        write_wrapped(to, Text(safe(line), style="warning"), 2)


def _held_order(pair: tuple[Rule, Relation]) -> tuple[object, ...]:
    rule, relation = pair
    at = relation.location
    return (at.page, at.line or 0, at.bbox.top if at.bbox else 0.0, at.start or 0, rule.id, relation.sum)


def _summary(to: Console, report: Report, verbose: bool) -> None:
    told = Counter[str](finding.severity for finding in report.findings)
    counted = " by the numbers printed on them" if report.folio_pages else ""
    for text, style in summary(report.coverage, told, report.pages, counted):
        write_wrapped(to, Text(text, style=style), 2)
    if report.table_coverage:
        write_wrapped(to, Text(tables_tested(report.table_coverage, report.coverage.tables), style="quiet"), 2)
    if words := wordings(report.findings):
        write_wrapped(to, Text(words, style="quiet"), 2)
    _known(to, report, verbose)
    for notice in report.notices:
        write_wrapped(to, Text(safe(notice)), 2)
    for problem in report.problems:
        write_wrapped(to, Text(f"not read in full: {safe(problem)}", style="warning"), 2)
    for table in report.table_coverage if verbose else ():
        part = table.coverage
        tested = f"{part.verified} verified, {part.challenged} challenged, {part.untested} untested"
        about = f"{safe(table.name)}, page {table.page}: {plural(part.figures, 'figure')}: {tested}"
        write_wrapped(to, Text(about, style="quiet"), 2)
    if verbose and report.idle_rules:
        write_wrapped(to, Text(f"rules that met nothing to test: {', '.join(report.idle_rules)}", style="quiet"), 2)
