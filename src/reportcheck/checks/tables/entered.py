"""Formulas of sheets: which cell has which, what range a SUM takes, and where each figure stands in its sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.model import COLUMN, Figure, Grid, Location, Paper, cell_name
from reportcheck.read.once import once
from reportcheck.words import pattern

_SUM = pattern(r"=\+?SUM\(\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\)", re.I)
_REFERENCE = pattern(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\d(])", re.I)

At = tuple[int, int, int]
"""A cell of a paper: its sheet from 1, its row and its column from 0."""


class Entry(NamedTuple):
    """A figure of a sheet and what was entered for it: a formula, "'" for text, or nothing for a typed number."""

    at: At
    figure: Figure
    entry: str
    grid: Grid
    row: int

    @property
    def name(self) -> str:
        """What the sheet calls its cell: "B9"."""
        return cell_name(*self.at[1:])

    @property
    def value(self) -> Decimal:
        """Its value; nought where it is no number."""
        quantity = self.figure.quantity
        return quantity.value if quantity else Decimal(0)

    @property
    def summed(self) -> Range | None:
        """The range of a formula that is one SUM of its own sheet: "=SUM(B2:B9)"."""
        match = _SUM.fullmatch(self.entry.replace(" ", ""))
        if match is None:
            return None
        return Range(int(match[2]) - 1, _number(match[1]), int(match[4]) - 1, _number(match[3]))

    @property
    def relative(self) -> str:
        """Its formula as its neighbour would have it: each reference by how far away it is, unless it is held by $."""

        def moved(match: re.Match[str]) -> str:
            row, column = int(match[4]) - 1, _number(match[2])
            down = f"R{row}" if match[3] else f"R[{row - self.at[1]}]"
            return down + (f"C{column}" if match[1] else f"C[{column - self.at[2]}]")

        return _REFERENCE.sub(moved, self.entry.upper())


class Range(NamedTuple):
    """The cells of a SUM, first and last row and column from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def upright(self) -> bool:
        """Whether it runs down one column."""
        return self.left == self.right and self.bottom > self.top

    def holds(self, at: At) -> bool:
        """Whether a cell of the same sheet is in it."""
        return self.top <= at[1] <= self.bottom and self.left <= at[2] <= self.right


@once
def entries(grids: tuple[Grid, ...]) -> dict[At, Entry]:
    """Every figure of the sheets with formulas, below the heads, by its cell."""
    sheets = {grid.table.page for grid in grids if any(cell.entry for cell in grid.table.cells)}
    return {entry.at: entry for grid in grids if grid.table.page in sheets for entry in _entries(grid)}


def entries_of(paper: Paper) -> dict[At, Entry]:
    """The same of a paper; none where it is no sheet."""
    return entries(paper.grids) if paper.document.format == "sheet" else {}


def _entries(grid: Grid) -> Iterator[Entry]:
    entered = {(cell.row, cell.column): cell.entry for cell in grid.table.cells}
    for r, row in enumerate(grid.cells):
        for c, cell in enumerate(row):
            figure = cell.figure
            if figure is not None and r not in grid.header_rows and c not in grid.label_columns:
                at = cell_at(figure.location)
                if at is not None:
                    yield Entry(at, figure, entered.get((r, c), ""), grid, r)


def cell_at(at: Location) -> At | None:
    """The cell that a place of a sheet is in."""
    return (at.page, at.line - 1, at.start // COLUMN) if at.line is not None and at.start is not None else None


def _number(letters: str) -> int:
    """A column's number from 0: "A" is 0, "AA" 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
