"""Rows of print -> lots, each in reading order, that are read one after another: what stands side by side is cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.rows import Row, rows_of
from reportcheck.extract.text.abreast import Gap, Line, Part, cuts

LETTER = 5.0
"""Points: a letter of the type that most papers are set in is so wide."""
LINE = 12.0
"""And its lines stand so far from each other."""
GUTTER = 1.8
DEEPEST = 3
"""Columns within columns are looked for to this depth."""


def in_order(rows: Sequence[Row]) -> list[Row]:
    """The rows, among which no table stands, in the order in which people read them."""
    return list(chain.from_iterable(lots_of(rows, (), loosely=True)))


def lots_of(rows: Sequence[Row], across: Sequence[Rule], loosely: bool = False, depth: int = 0) -> list[list[Row]]:
    """The rows in lots that are read one after another.

    Level rules over both sides tell that what stands there is a table.
    """
    lots: list[list[Row]] = []
    start = 0

    def fenced(first: int, end: int, gutter: Gap) -> bool:
        top, bottom = rows[first].top - rows[first].size, rows[end - 1].bottom
        low, high = gutter[0] * LETTER, gutter[1] * LETTER
        return any(top < y < bottom and x0 < low and high < x1 for y, x0, x1 in across)

    for cut in cuts([_line(row) for row in rows], GUTTER, fenced, loosely) if depth < DEEPEST else ():
        lots.append(list(rows[start : cut.start]))
        words = [word for row in rows[cut.start : cut.end] for word in row.words]
        for left in (True, False):
            side = rows_of([word for word in words if (word.x1 <= cut.edge * LETTER) == left])
            lots += lots_of(side, across, loosely, depth + 1)
        start = cut.end
    return [lot for lot in (*lots, list(rows[start:])) if lot]


def _line(row: Row) -> Line:
    parts = tuple([Part(chunk.x0 / LETTER, chunk.x1 / LETTER, chunk.text) for chunk in row.chunks])
    return Line(parts, row.base / LINE)
