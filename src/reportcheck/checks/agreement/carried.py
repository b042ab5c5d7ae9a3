"""Balances brought forward in one column of years, against those carried forward in the column of the year before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.checks.agreement.accounts import carried
from reportcheck.model import Figure, Grid, Paper, Relation
from reportcheck.read.prose import labels_holding
from reportcheck.words import CLOSING, MONTH, OPENING, RESTATED, YEAR, pattern, spans_in, stems

_OPENING = pattern(rf"{OPENING}|\b(?:at|as at) 1(?:st)? {MONTH}\b", re.I)
_HINTS = ("brought ", "b/f", "b/d", "open", "beg", "tart", "at 1")
"""What the labels of opening balances have in them, but for i and s, which have other small letters in Unicode."""
_CLOSING = pattern(rf"{CLOSING}|\b(?:at|as at) (?:2[89]|3[01])(?:st|th)? {MONTH}\b", re.I)
_RESTATED = pattern(RESTATED, re.I)
_DATES = pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|\b{YEAR}\b")
_PLAIN = stems("balance brought carried forward down opening closing beginning start ending end bf cf fwd")


class Params(NamedTuple):
    """How far apart (in per cent of the larger) two figures can be that are still one balance mistyped."""

    margin: int = 40


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each balance that opens a year whose year before stands beside it."""
    told: set[tuple[object, object]] = set()
    for relation in _of_years(paper, params):
        told.add(_places(relation))
        yield relation
    for opens, closes, said, was in carried(paper, params.margin):
        relation = _relation(opens, closes, said, was)
        if _places(relation) not in told:
            yield relation


def _places(relation: Relation) -> tuple[object, object]:
    opens, closes = (evidence.figure.location for evidence in relation.evidence)
    return opens, closes


def _of_years(paper: Paper, params: Params) -> Iterator[Relation]:
    named = labels_holding(paper.grids, *_HINTS)
    for _, rows in itertools.groupby(named, key=lambda label: id(label[0])):
        (grid, _), *_ = rows
        opening = _row(grid, _OPENING)
        closing = _row(grid, _CLOSING) if opening is not None else None
        if opening is None or closing is None or opening >= closing:
            continue
        if _name(grid, opening) != _name(grid, closing) or _restated(grid):
            continue
        for now, before in _years(grid):
            one, two = _figure(grid, opening, now), _figure(grid, closing, before)
            if one and two and not _told_by_sum(grid, opening, now, one, two):
                yield from _judged(grid, (opening, now, one), (closing, before, two), params)


def _row(grid: Grid, pattern: re.Pattern[str]) -> int | None:
    """The one row whose label says so."""
    found = [r for r, label in enumerate(grid.row_labels) if len(label) < 120 and pattern.search(label)]
    return found[0] if len(found) == 1 else None


def _name(grid: Grid, row: int) -> frozenset[str]:
    """Which balance a row is: its words without those of opening and closing."""
    return stems(_DATES.sub(" ", grid.row_labels[row])) - _PLAIN


def _restated(grid: Grid) -> bool:
    """Whether the table says that a figure was changed after the year's end."""
    words = (*grid.row_labels, *grid.column_labels, grid.table.above, grid.table.caption)
    return any(_RESTATED.search(w) for w in words)


def _years(grid: Grid) -> Iterator[tuple[int, int]]:
    """Each two columns of years that follow one another: the later, then the earlier."""
    dated = []
    for column, label in enumerate(grid.column_labels):
        spans = spans_in(label)
        if len(spans) == 1 and column not in grid.label_columns:
            dated.append((column, next(iter(spans))))
    for now, later in dated:
        same = [c for c, s in dated if s.kind == later.kind and s.last == _year_back(later.last)]
        alike = [c for c, s in dated if s.last == later.last]
        if len(same) == 1 and len(alike) == 1:
            yield now, same[0]


def _year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _figure(grid: Grid, row: int, column: int) -> Figure | None:
    figure = grid.cells[row][column].figure
    return figure if figure and figure.quantity and not figure.quantity.blank and figure.quantity.value else None


def _told_by_sum(grid: Grid, row: int, column: int, one: Figure, two: Figure) -> bool:
    """Whether a sum further down wants the balance that was carried forward: the sum's own finding says so."""
    added = one.number.value
    gap = two.number.value - added
    for below in range(row + 1, len(grid.cells)):
        figure = grid.cells[below][column].figure
        if figure is None or figure.quantity is None:
            continue
        if gap and added + gap == figure.quantity.value:
            return True
        added += figure.quantity.value
    return False


def _judged(
    grid: Grid, one: tuple[int, int, Figure], two: tuple[int, int, Figure], params: Params
) -> Iterator[Relation]:
    row, column, opens = one
    before, earlier, closes = two
    a, b = opens.number, closes.number
    holds = a.interval.overlaps(b.interval)
    if not holds and abs(a.value - b.value) * 100 > params.margin * max(abs(a.value), abs(b.value)):
        return
    said = f"“{grid.row_labels[row]}” for {grid.column_labels[column]} is {opens.text}"
    was = f"“{grid.row_labels[before]}” for {grid.column_labels[earlier]} is {closes.text}"
    yield _relation(opens, closes, said, was)


def _relation(opens: Figure, closes: Figure, said: str, was: str) -> Relation:
    """What is said of the opening balance against what the closing one was."""
    holds = opens.number.interval.overlaps(closes.number.interval)
    return Relation.judged(
        "carried",
        opens,
        holds,
        f"{said}, as {was}." if holds else f"{said}, but {was}: what is brought forward is what was carried forward.",
        by=(closes,),
        confidence="medium",
        better=closes.text,
        why="what was carried forward",
        sure=False,
        quote=said,
    )
