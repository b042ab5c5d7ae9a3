"""Rows of a table -> what is shown of them, with the places of the figures that take part."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.laws.lattice import Lattice
from reportcheck.model import Excerpt

BETWEEN = " | "


def quoted(lattice: Lattice, row: int) -> str:
    """A row of the table in one line."""
    return BETWEEN.join(_plain(cell.text) for cell in lattice.grid.cells[row] if cell.text.strip())


def excerpts(lattice: Lattice, told: Sequence[int], evidence: Sequence[int]) -> tuple[Excerpt, ...]:
    """The rows in which the spots of `told` stand, in the order of the page, with the spots of `evidence` marked."""
    rows = sorted({lattice.spots[spot].row for spot in told})
    return tuple(Excerpt(quoted(lattice, row), _places(lattice, row, evidence)) for row in rows)


def _places(lattice: Lattice, row: int, evidence: Sequence[int]) -> tuple[tuple[int, int, int], ...]:
    """Where the figures of the evidence stand in a quoted row."""
    wanted = {
        (lattice.spots[spot].column, lattice.spots[spot].part): number
        for number, spot in enumerate(evidence)
        if lattice.spots[spot].row == row
    }
    found, at = [], 0
    for column, cell in enumerate(lattice.grid.cells[row]):
        text = _plain(cell.text)
        if not text:
            continue
        cursor = 0
        for part, figure in enumerate(cell.figures):
            printed = _plain(figure.text)
            begin = text.find(printed, cursor)
            if begin < 0:
                continue
            cursor = begin + len(printed)
            if (column, part) in wanted:
                found.append((at + begin, at + cursor, wanted[column, part]))
        at += len(text) + len(BETWEEN)
    return tuple(found)


def _plain(text: str) -> str:
    return " ".join(text.split())
