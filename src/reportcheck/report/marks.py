"""A report -> the marks that an auditor would make on its pages: rings, underlines and ticks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from reportcheck.model import Evidence, Finding, Location, Report
from reportcheck.records import record
from reportcheck.report.safe import safe

Sort = Literal["suspect", "input", "tick"]
_SUMS = 3
"""Sums that a tick tells; a grand total can stand in many."""


@record(frozen=True, slots=True)
class Mark:
    """One figure of the paper: ringed (suspect), underlined (input) or ticked, and why."""

    sort: Sort
    at: Location
    text: str
    told: str
    """For a tick the sums that the figure takes part in; for the others what is wrong."""


def marks(report: Report) -> dict[int, tuple[Mark, ...]]:
    """The marks of every page that has some, in the order of the page; a challenged figure is not ticked."""
    wrong = {e.figure.place for finding in report.findings for e in doubted(finding)}
    found = [*_challenges(report.findings), *_ticks(report, wrong)]
    pages: dict[int, list[Mark]] = defaultdict(list)
    for mark in found:
        pages[mark.at.page].append(mark)
    return {page: tuple(sorted(own, key=_order)) for page, own in sorted(pages.items())}


def doubted(finding: Finding) -> tuple[Evidence, ...]:
    """The figures that are ringed: the suspects, or where none is named what is put to the test."""
    evidence = finding.relation.evidence
    return (
        tuple(e for e in evidence if e.suspect) or tuple(e for e in evidence if e.role == "stated") or tuple(evidence)
    )


def finding_marks(finding: Finding) -> tuple[Mark, ...]:
    """The marks of one finding: its suspects ringed, its other figures underlined."""
    told = safe(finding.relation.message)
    rings = doubted(finding)
    return tuple(
        Mark("suspect" if evidence in rings else "input", evidence.figure.location, safe(evidence.figure.text), told)
        for evidence in finding.relation.evidence
    )


def _challenges(findings: Iterable[Finding]) -> list[Mark]:
    """Every figure of a finding once: a ring where any finding doubts it, else an underline."""
    kept: dict[tuple[object, ...], Mark] = {}
    for finding in findings:
        for evidence, mark in zip(finding.relation.evidence, finding_marks(finding), strict=True):
            earlier = kept.get(evidence.figure.place)
            if earlier is None or (earlier.sort == "input" and mark.sort == "suspect"):
                kept[evidence.figure.place] = mark
    return list(kept.values())


def _ticks(report: Report, wrong: set[tuple[object, ...]]) -> list[Mark]:
    """Every figure that a relation bears out, with its sums."""
    sums: dict[tuple[object, ...], list[str]] = defaultdict(list)
    figures = {}
    for rule, relation in report.held:
        told = safe(relation.sum or relation.message) or rule.name.replace("-", " ")
        for evidence in relation.evidence:
            place = evidence.figure.place
            if place not in wrong:
                figures[place] = evidence.figure
                if told not in sums[place]:
                    sums[place].append(told)
    return [Mark("tick", figure.location, safe(figure.text), _few(sums[place])) for place, figure in figures.items()]


def _few(told: list[str]) -> str:
    left = len(told) - _SUMS
    return "; ".join(told[:_SUMS]) + (f"; and {left} more" if left > 0 else "")


def _order(mark: Mark) -> tuple[float, float, float, float]:
    at = mark.at
    return (at.bbox.top if at.bbox else 0.0, at.bbox.x0 if at.bbox else 0.0, at.line or 0, at.start or 0)
