"""Columns set in one way but for a figure: a % or an m left out, a bracket among minus signs; shares over 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging.printed import listed, row_of
from reportcheck.checks.presentation.columns import Place, figure_columns, set_apart
from reportcheck.model import Evidence, Grid, Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.read.grids.cells import is_plain

_SCALED = pattern(r"[\d.]\s?(m|mn|bn|k)\b", re.I)
_WORDS = {"m": "millions", "mn": "millions", "bn": "billions", "k": "thousands"}
_CURRENCY = pattern(r"[£$€]")
_SHARE = pattern(
    r"^\W*(?:%|percentage|proportion|share|per ?cent) of (?!.*\b(?:budget|target|plan|capacity|establishment)\b)", re.I
)
_PEOPLE = pattern(
    r"\b(?:patients|children|households|staff|members|homes|pupils|people|respondents|applications|applicants|carers"
    r"|residents|cases|schools|complaints|reviews|plans|invoices|calls|visits|assessments)\b", re.I
)  # fmt: skip
_LEAST = 4
_TIMES = 4

_Found = tuple[list[Place], str, str]
"""The odd figures of a column, what is odd about them, and what the first should read."""


class Params(NamedTuple):
    """Which of a column's ways of printing is looked at."""

    test: Literal["percent", "scale", "sign", "over-100"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each column that has a way of printing, held or broken."""
    if params.test == "over-100":
        yield from _over(paper)
        return
    look = {"percent": _percent, "scale": _scale, "sign": _sign}[params.test]
    for grid, column, cells in figure_columns(paper.grids):
        found = look(grid, column, cells) if len(cells) > _LEAST else None
        if found is not None:
            yield _told(grid, cells, found)


def _told(grid: Grid, cells: list[Place], found: _Found) -> Relation:
    odd, message, better = found
    if not odd:
        return Relation("presentation", (), "held", message, location=cells[0][1].location)
    return set_apart([f for _, f, _ in odd], message, row_of(grid, odd[0][0]), better)


def _few(odd: list[Place], usual: list[Place]) -> bool:
    return len(usual) >= _LEAST and len(odd) * _TIMES <= len(usual)


def _head(grid: Grid, column: int) -> str:
    head = grid.column_labels[column][:60].strip()
    return f"the column “{head}”" if head else "the column"


def _alone(grid: Grid, column: int, odd: list[Place], mark: str) -> list[Place]:
    """The odd figures whose row is printed with the mark in other columns, or has no other columns."""
    kept = []
    for cell in odd:
        beside = [f.text for c, at in enumerate(grid.cells[cell[0]]) if c != column and (f := at.figure)]
        alike = [
            f.text for c, at in enumerate(grid.cells[cell[0]]) if c != column and (f := at.figure) and mark in f.text
        ]
        if alike or not beside:
            kept.append(cell)
    return kept


def _percent(grid: Grid, column: int, cells: list[Place]) -> _Found | None:
    """ "82.4" in a column whose other figures are printed as 81.9%."""
    usual = [c for c in cells if "%" in c[1].text]
    bare = [c for c in cells if "%" not in c[1].text]
    if not _few(bare, usual):
        return None
    sizes = [abs(q.value) for _, _, q in usual]
    odd = [c for c in bare if not _CURRENCY.search(c[1].text) and min(sizes) / 2 <= abs(c[2].value) <= max(sizes) * 2]
    odd = _alone(grid, column, odd, "%")
    message = f"Every share of {_head(grid, column)} has its % sign."
    if odd:
        one = len(odd) == 1
        message = (
            f"{listed([f.text for _, f, _ in odd])} {'has' if one else 'have'} no % sign, as the other {len(usual)} "
            f"figures of {_head(grid, column)} have."
        )
    return odd, message, f"{odd[0][1].text}%" if odd else ""


def _scale(grid: Grid, column: int, cells: list[Place]) -> _Found | None:
    """ "£4.1" in a column whose other figures are printed as £3.9m."""
    letters = [m[1] if (m := _SCALED.search(f.text)) else "" for _, f, _ in cells]
    usual = [c for c, letter in zip(cells, letters, strict=True) if letter]
    bare = [c for c, letter in zip(cells, letters, strict=True) if not letter and c[2].value]
    if not _few(bare, usual) or len({letter.lower() for letter in letters if letter}) > 1:
        return None
    letter = next(filter(None, letters))
    sizes = [abs(q.value / q.scale) for _, _, q in usual]
    odd = [
        c for c in bare
        if "%" not in c[1].text and min(sizes) / 2 <= abs(c[2].value / c[2].scale) <= max(sizes) * 2
        and bool(_CURRENCY.search(c[1].text)) == bool(_CURRENCY.search(usual[0][1].text))
    ]  # fmt: skip
    odd = _alone(grid, column, odd, letter)
    message = f"Every amount of {_head(grid, column)} has its unit."
    if odd:
        message = (
            f"{listed([f.text for _, f, _ in odd])} {'has' if len(odd) == 1 else 'have'} no unit: the other "
            f"{len(usual)} figures of {_head(grid, column)} are in {_WORDS[letter.lower()]}, as {usual[0][1].text}."
        )
    return odd, message, f"{odd[0][1].text}{letter}" if odd else ""


def _sign(grid: Grid, column: int, cells: list[Place]) -> _Found | None:
    """ "(1.2)" in a column whose other negative figures are printed as -3.4, or the other way round."""
    negative = [c for c in cells if c[2].value < 0]
    brackets = [c for c in negative if "(" in c[1].text]
    minus = [c for c in negative if "(" not in c[1].text]
    few, many = sorted((brackets, minus), key=len)
    if len(many) < 3 or len(few) * 3 > len(many):
        return None
    odd = few
    bracketed = many is brackets
    message = f"The negative figures of {_head(grid, column)} are all printed in one way."
    if odd:
        here, there = ("with a minus sign", "in brackets") if bracketed else ("in brackets", "with a minus sign")
        message = (
            f"{listed([f.text for _, f, _ in odd])} {'stands' if len(odd) == 1 else 'stand'} {here}, where the other "
            f"{len(many)} negative figures of {_head(grid, column)} stand {there}."
        )
    return odd, message, ""


def _over(paper: Paper) -> Iterator[Relation]:
    """A row or a column of shares of people, homes or cases with one over 100%."""
    for grid in paper.grids:
        rows = [bool(_SHARE.match(label) and _PEOPLE.search(label)) for label in grid.row_labels]
        columns = [bool(_SHARE.match(label) and _PEOPLE.search(label)) for label in grid.column_labels]
        if not any(rows) and not any(columns):
            continue
        for r, row in enumerate(grid.cells):
            for c, cell in enumerate(row):
                figure = cell.figure
                if figure is None or figure.quantity is None or figure.quantity.unit != "percent":
                    continue
                label = grid.row_labels[r] if rows[r] else grid.column_labels[c] if columns[c] else ""
                if not label or not is_plain(cell.text):
                    continue
                holds = figure.quantity.interval.low <= 100
                said = f"“{label[:70].strip()}” is printed as {figure.text}"
                yield Relation(
                    "presentation",
                    (Evidence(figure, "stated", suspect=not holds),),
                    "held" if holds else "broken",
                    f"{said}, which can be." if holds else f"{said}: a share is at most 100%.",
                    location=figure.location,
                    quote=row_of(grid, r),
                )
