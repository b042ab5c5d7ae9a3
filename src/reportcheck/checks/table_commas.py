"""Thousands in a table with and without their comma: 1798 beside 13,055."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Evidence, Figure, Grid, Location, Paper, Relation, Suggestion

_WITH = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])")
_WITHOUT = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d{4,7}(?![\d,])")
_WORDS = re.compile(r"[A-Za-z]{3}")
"""Of a cell that says something: its figures are no column of figures."""
_SHOWN = 4


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
    cells = [row[column] for row in grid.cells if not _WORDS.search(row[column].text)]
    figures = [f for cell in cells if (f := cell.figure) and f.quantity]
    without = [f for f in figures if _WITHOUT.search(f.text)]
    return sum(bool(_WITH.search(f.text)) for f in figures), without


def _first(grid: Grid) -> Location:
    return next(f.location for row in grid.cells for cell in row for f in cell.figures)


def _told(grid: Grid, plain: list[Figure], printed: int) -> Relation:
    """One relation for a table, however many of its figures have no comma."""
    better = [_WITHOUT.sub(lambda m: f"{int(m.group()):,}", f.text) for f in plain]
    one = len(plain) == 1
    listed, them = _listed([f.text for f in plain]), ("is", "it") if one else ("are", "they")
    message = (
        f"{listed} {them[0]} printed without a comma, unlike the other {printed} thousands in {grid.name}: "
        f"{them[1]} should read {_listed(better)}."
    )
    return Relation(
        "presentation",
        tuple(Evidence(f, "stated", suspect=True) for f in plain),
        "broken",
        message,
        location=plain[0].location,
        suggestion=Suggestion(better[0]) if one else None,
        quote=_row(grid, plain[0]),
    )


def _listed(texts: list[str]) -> str:
    if len(texts) > _SHOWN:
        return f"{', '.join(texts[:_SHOWN])} and {len(texts) - _SHOWN} more"
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def _row(grid: Grid, figure: Figure) -> str:
    for row in grid.cells:
        if any(f is figure for cell in row for f in cell.figures):
            return " | ".join(" ".join(cell.text.split()) for cell in row if cell.text.strip())
    return figure.text
