"""Thousands in a table with and without their comma: 1798 beside 13,055."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging.printed import listed, row_of
from reportcheck.checks.presentation.columns import set_apart
from reportcheck.model import Figure, Grid, Location, Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.words.calendar import YEAR

_WITH = pattern(r"\d{1,3}(?:,\d{3})+(?![\d,])")
_WITHOUT = pattern(rf"(?<![\d.,])(?!{YEAR}(?!\d))\d{{4,7}}(?![\d,])")
_WORDS = pattern(r"[A-Za-z]{3}")
"""Of a cell that says something: its figures are no column of figures."""
_DIGITS = 4


class Params(NamedTuple):
    """How many figures of a table must have their comma, and how many times as many as have none."""

    least: int = 5
    times: int = 5


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each table that prints its thousands with a comma."""
    for grid in paper.grids:
        columns = [_column(grid, column) for column in range(len(grid.column_labels))]
        printed = sum(with_comma for with_comma, _ in columns)
        if printed < params.least:
            continue
        plain = [figure for with_comma, found in columns if with_comma > len(found) for figure in found]
        if not plain:
            message = f"Every figure of {grid.name} that needs a comma has one."
            yield Relation("presentation", (), "held", message, location=_first(grid))
        elif len(plain) * params.times <= printed:
            yield _told(grid, plain, printed)


def _column(grid: Grid, column: int) -> tuple[int, list[Figure]]:
    """How many figures of a column have their comma, and those that need one and have none; years need none."""
    if column in grid.label_columns:
        return 0, []
    printed, without = 0, []
    for row in grid.cells:
        figure = row[column].figure
        # A thousand has four digits at the least, and most figures of a paper fall short of that.
        if figure is None or len(figure.text) < _DIGITS or not figure.quantity:
            continue
        has_comma, has_none = _WITH.search(figure.text), _WITHOUT.search(figure.text)
        if (has_comma or has_none) and not _WORDS.search(row[column].text):
            printed += has_comma is not None
            without += [figure] if has_none else []
    return printed, without


def _first(grid: Grid) -> Location:
    return next(f.location for row in grid.cells for cell in row for f in cell.figures)


def _told(grid: Grid, plain: list[Figure], printed: int) -> Relation:
    """One relation for a table, however many of its figures have no comma."""
    better = [_WITHOUT.sub(lambda m: f"{int(m.group()):,}", f.text) for f in plain]
    one = len(plain) == 1
    are, they = ("is", "it") if one else ("are", "they")
    message = (
        f"{listed([f.text for f in plain])} {are} printed without a comma, unlike the other {printed} thousands in "
        f"{grid.name}: {they} should read {listed(better)}."
    )
    return set_apart(plain, message, _quote(grid, plain[0]), better[0])


def _quote(grid: Grid, figure: Figure) -> str:
    """The row that a figure of the table stands in."""
    row = next(r for r, cells in enumerate(grid.cells) if any(f is figure for cell in cells for f in cell.figures))
    return row_of(grid, row)
