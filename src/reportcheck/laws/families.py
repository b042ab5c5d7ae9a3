"""Rows of a grid -> which of them are set under another as its parts."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.model import Grid
from reportcheck.patterns import pattern

_DASHED = pattern(r"\s*(?:[-–—•▪◦·*>]|o(?= [A-Z]))\s*(?=[^\W\d])")
_SET_IN = 1.0
"""By how much more than its parent's a label is set in."""


def children(grid: Grid, rows: Sequence[int]) -> dict[int, list[int]]:
    """Of rows of figures, by index: each that has two or more set right under it, with those, on every level."""
    found: dict[int, list[int]] = {}
    parents: list[int] = []
    before = -1
    for at, row in enumerate(rows):
        if row != before + 1:
            parents = []
        while parents and not _under(grid, rows[parents[-1]], row):
            parents.pop()
        if parents:
            found.setdefault(parents[-1], []).append(at)
        if not _DASHED.match(grid.row_labels[row]):
            parents.append(at)
        before = row
    return {at: under for at, under in found.items() if len(under) > 1}


def _under(grid: Grid, parent: int, row: int) -> bool:
    """Whether a row's words are marked, or set in, as parts of the other's."""
    if _DASHED.match(grid.row_labels[row]):
        return True
    one, two = grid.cells[parent][0], grid.cells[row][0]
    return bool(one.text.strip() and two.text.strip()) and two.indent > one.indent + _SET_IN
