"""Rows of a grid -> which of them are the parts of another: set under it, or between its heading and it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcheck.model import Grid
from reportcheck.patterns import pattern

_DASHED = pattern(r"\s*(?:[-–—•▪◦·*>]|o(?= [A-Z]))\s*(?=[^\W\d])")
_TOTAL = pattern(r"(?:sub[- ]?)?totals?(?:\s+(?:for|of))?[\s:–-]+(?=\S)|(?:less|plus|add)\b:?\s*", re.IGNORECASE)
_SIGNS = pattern(r"[\W_]+")
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


def closed(grid: Grid, rows: Sequence[int]) -> dict[int, list[int]]:
    """Of rows of figures, by index: each total that has the name of a heading above, with what stands between them.

    Of a group within the group, which has a total of its own, only that total is a part.
    """
    lines = {row: at for at, row in enumerate(rows)}
    found: dict[int, list[int]] = {}
    heads: dict[str, int] = {}
    open_: list[int] = []
    for row in range(len(grid.cells)):
        label, at = grid.row_labels[row], lines.get(row)
        total = at is not None and _TOTAL.match(label) is not None
        name = _SIGNS.sub(" ", _TOTAL.sub("", label).lower()).strip()
        if not total and at is None and name:
            heads[name] = row
        if at is None:
            continue
        head = heads.pop(name, None) if total else None
        if head is not None:
            found[at] = [line for line in open_ if rows[line] > head]
            open_ = [line for line in open_ if rows[line] < head]
        open_.append(at)
    return {at: parts for at, parts in found.items() if parts}
