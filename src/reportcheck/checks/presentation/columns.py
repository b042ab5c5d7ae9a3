"""The columns of figures of a paper's tables, read once for the rules on how figures are printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Grid, Quantity, Relation
from reportcheck.read.grids.cells import is_plain
from reportcheck.read.once import once

Place = tuple[int, Figure, Quantity]
"""A row, and the one figure that it has in a column."""
_WORDS = ("label", "text", "date", "blank")


class Column(NamedTuple):
    """A column that holds figures, with those of its cells that consist of one and no more."""

    grid: Grid
    number: int
    places: list[Place]


@once
def figure_columns(grids: tuple[Grid, ...]) -> tuple[Column, ...]:
    """The columns of figures of all tables, in order."""
    return tuple(column for grid in grids for column in _columns(grid))


def _columns(grid: Grid) -> Iterator[Column]:
    for number, role in enumerate(grid.column_roles):
        if role in _WORDS or number in grid.label_columns:
            continue
        places = [
            (r, f, f.quantity)
            for r, row in enumerate(grid.cells)
            if (f := row[number].figure) and f.quantity and not f.quantity.blank and is_plain(row[number].text)
        ]
        yield Column(grid, number, places)


def set_apart(figures: list[Figure], message: str, quote: str, better: str = "") -> Relation:
    """The relation of figures that are printed unlike their siblings; `better` is what the one should read."""
    alone = better if len(figures) == 1 else ""
    return Relation.judged("presentation", figures, False, message, better=alone, quote=quote)
