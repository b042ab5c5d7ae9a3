"""A paper's report -> what its part of the HTML page shows, in plain records; nothing of it is markup."""

from __future__ import annotations

import base64
import shlex
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import field

from reportcheck.model import Coverage, Finding, Report
from reportcheck.records import record
from reportcheck.report.advice import Piece, lines
from reportcheck.report.html.drawn import Sheet, crops, sheet
from reportcheck.report.html.written import Written, written
from reportcheck.report.marks import finding_marks, marks
from reportcheck.report.places import page_words, ranges
from reportcheck.report.printed import Printed, printed_pages
from reportcheck.report.quote import Quote, quotes
from reportcheck.report.safe import safe
from reportcheck.report.summary import summary
from reportcheck.report.told import Told
from reportcheck.report.words import place

_QUIETEST = 12
"""Tables that are named as untested; the others are counted."""


@record(frozen=True, slots=True)
class Part:
    """A stretch of a quoted row or of a line of words; `sort` is "suspect", "input", "good" or empty."""

    text: str
    sort: str = ""


@record(frozen=True, slots=True)
class FindingView:
    """One finding: its words, and the picture or the row that shows it."""

    anchor: str
    severity: str
    rule: str
    name: str
    why: str
    message: str
    where: str
    page: int
    page_anchor: str
    lines: tuple[tuple[Part, ...], ...]
    """The sum, the advice and what else speaks for it."""
    quotes: tuple[tuple[Part, ...], ...]
    crops: tuple[Sheet, ...]
    fingerprint: str
    accept: str


@record(frozen=True, slots=True)
class Bar:
    """A page's column in the chart of coverage, in parts of 100; `told` says it in words."""

    page: int
    anchor: str
    verified: float
    challenged: float
    untested: float
    told: str


@record(frozen=True, slots=True)
class PaperView:
    """One paper."""

    number: int
    path: str
    lines: tuple[tuple[str, str], ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    coverage: Coverage = field(default_factory=Coverage)
    left_out: tuple[str, ...] = ()
    findings: tuple[FindingView, ...] = ()
    bars: tuple[Bar, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    written: tuple[Written, ...] = ()
    images: tuple[tuple[str, float, float, str], ...] = ()
    """Each picture once: its name, the page's width and height in points, and the data."""


Pictures = Callable[[Report, tuple[int, ...]], Mapping[int, bytes]]


def paper_view(number: int, told: Told, pictures: Pictures, all_pages: bool) -> PaperView:
    """What is shown of the paper that is the `number`th in the report."""
    report = told.report
    if report is None:
        return PaperView(
            number, safe(told.path), (("This paper could not be audited.", "error"),), left_out=(safe(told.error),)
        )
    marked = marks(report)
    chosen = _chosen(report, all_pages)
    images = pictures(report, chosen) if report.document.format == "pdf" else {}
    printed = printed_pages(report)
    sheets = tuple(
        sheet(report, page, number, marked.get(page, ()), _page_title(page, printed)) for page in sorted(images)
    )
    own = {page.number: page for page in report.document.pages}
    return PaperView(
        number=number,
        path=safe(told.path),
        lines=tuple(summary(report.coverage, _told(report), report.pages)),
        counts=dict(_told(report)),
        coverage=report.coverage,
        left_out=_left_out(told, report),
        findings=tuple(_finding(f, report, number, n, printed, images) for n, f in enumerate(report.findings)),
        bars=_bars(report, number, {*images, *(chosen if not images else ())}),
        sheets=sheets,
        written=() if images else written(report, number, marked, chosen, printed),
        images=tuple(
            (f"p{number}-{page}", own[page].width, own[page].height, base64.b64encode(data).decode())
            for page, data in sorted(images.items())
        ),
    )


def _told(report: Report) -> Counter[str]:
    return Counter(finding.severity for finding in report.findings)


def _chosen(report: Report, all_pages: bool) -> tuple[int, ...]:
    """The pages that are shown: those that a finding touches, or all."""
    if all_pages:
        return tuple(page.number for page in report.document.pages)
    touched = {finding.location.page for finding in report.findings}
    touched |= {e.figure.location.page for f in report.findings for e in f.relation.evidence}
    return tuple(page.number for page in report.document.pages if page.number in touched)


def _page_title(page: int, printed: Printed) -> str:
    return page_words(page, printed.pages.get(page)).capitalize()


def _left_out(told: Told, report: Report) -> tuple[str, ...]:
    """What was not put to the test, and why, in sentences."""
    lines = [safe(line) for line in (*told.problems, *report.notices)]
    if report.coverage.pages_without_text:
        pages = ranges(report.coverage.pages_without_text)
        lines.append(f"No text on page {pages}: a picture is read with --ocr only.")
    idle = [table for table in report.table_coverage if table.coverage.untested == table.coverage.figures]
    lines += [
        f"{safe(table.name)} (page {table.page}): none of its {table.coverage.figures:,} figures is in a known sum."
        for table in idle[:_QUIETEST]
    ]
    if len(idle) > _QUIETEST:
        lines.append(f"{len(idle) - _QUIETEST} more tables of whose figures none could be tested.")
    return tuple(lines)


def _bars(report: Report, number: int, shown: set[int]) -> tuple[Bar, ...]:
    """A column for each page, by the share of its figures that were tested; pages without figures are empty."""
    bars = []
    for page in report.document.pages:
        of = report.page_coverage.get(page.number, Coverage())
        scale = 100 / of.figures if of.figures else 0.0
        words = f"page {page.number}: {of.verified} verified, {of.challenged} challenged, {of.untested} untested"
        bars.append(
            Bar(
                page.number,
                f"page-{number}-{page.number}" if page.number in shown else "",
                round(of.verified * scale, 2),
                round(of.challenged * scale, 2),
                round(of.untested * scale, 2),
                words if of.figures else f"page {page.number}: no figures",
            )
        )
    return tuple(bars)


def _finding(
    finding: Finding, report: Report, number: int, order: int, printed: Printed, images: Mapping[int, bytes]
) -> FindingView:
    relation = finding.relation
    page = finding.location.page
    command = ["reportcheck", "accept", safe(report.document.path), finding.fingerprint, "--reason", "..."]
    return FindingView(
        anchor=f"finding-{number}-{order + 1}",
        severity=finding.severity,
        rule=finding.rule.id,
        name=finding.rule.name,
        why=" ".join(safe(finding.rule.why).split()),
        message=safe(relation.message),
        where=place(finding, report, printed),
        page=page,
        page_anchor=f"page-{number}-{page}",
        lines=tuple(tuple(_part(piece) for piece in line) for line in lines(relation)),
        quotes=tuple(_quoted(shown) for shown in quotes(relation)),
        crops=crops(report, number, order, finding_marks(finding), images, lambda p: _page_title(p, printed)),
        fingerprint=finding.fingerprint,
        accept=shlex.join(command),
    )


def _part(piece: Piece) -> Part:
    return Part(piece) if isinstance(piece, str) else Part(*piece)


def _quoted(shown: Quote) -> tuple[Part, ...]:
    """A row or sentence, cut where its figures begin and end."""
    parts, at = [], 0
    for mark in shown.marks:
        if mark.start > at:
            parts.append(Part(shown.text[at : mark.start]))
        parts.append(Part(shown.text[mark.start : mark.end], "suspect" if mark.suspect else "input"))
        at = mark.end
    return tuple(part for part in (*parts, Part(shown.text[at:])) if part.text)
