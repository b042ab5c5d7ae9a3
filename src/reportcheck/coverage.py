"""Findings and what holds -> how much of a paper, and of each table in it, was put to the test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reportcheck.advising import Found
from reportcheck.model import Coverage, Grid, Paper, Relation, Rule, TableCoverage

Places = set[tuple[object, ...]]


def cover(
    paper: Paper, findings: Iterable[Found], held: Iterable[tuple[Rule, Relation]]
) -> tuple[Coverage, tuple[TableCoverage, ...], dict[int, Coverage]]:
    """The coverage of the whole paper, of each of its tables that holds figures, and of each page that holds some.

    A figure is challenged when a finding above a note suspects it, or names no suspect among its figures; verified
    when it takes part in a relation that holds and is not challenged. The rest are untested.
    """
    challenged = _challenged(findings)
    verified = {e.figure.place for _, relation in held for e in relation.evidence} - challenged
    found = {figure.place for figure in paper.figures}
    whole = _count(found, verified, challenged)
    pages = paper.document.pages
    without_text = tuple(page.number for page in pages if not page.has_text)
    from_pictures = tuple(page.number for page in pages if page.confidence == "ocr")
    tables = tuple(
        TableCoverage(grid.name, grid.table.page, _count(places, verified, challenged))
        for grid in paper.grids
        if (places := _places(grid))
    )
    return (
        Coverage(whole.figures, whole.verified, whole.challenged, len(paper.grids), without_text, from_pictures),
        tables,
        _by_page(found, verified, challenged),
    )


def _by_page(found: Places, verified: Places, challenged: Places) -> dict[int, Coverage]:
    """The places of each page, which is the first thing that a place says."""
    pages: dict[int, Places] = defaultdict(set)
    for figure in found:
        pages[int(str(figure[0]))].add(figure)
    return {page: _count(pages[page], verified, challenged) for page in sorted(pages)}


def _challenged(findings: Iterable[Found]) -> Places:
    places: Places = set()
    for _, relation, severity in findings:
        if severity == "note":
            continue
        evidence = relation.evidence
        suspects = [e for e in evidence if e.suspect]
        places |= {e.figure.place for e in suspects or evidence}
    return places


def _places(grid: Grid) -> Places:
    return {figure.place for row in grid.cells for cell in row for figure in cell.figures}


def _count(found: Places, verified: Places, challenged: Places) -> Coverage:
    return Coverage(len(found), len(found & verified), len(found & challenged))
