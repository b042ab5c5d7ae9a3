"""Rows whose label says their sum, "Income plus balance brought forward", against the two rows that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.model import Figure, Grid, Paper, Relation
from reportcheck.read.prose import labels_holding
from reportcheck.words import pattern, stems

_SAYS = pattern(r"^(?P<one>[A-Z].{2,60}?)\s+(?P<way>plus|\+|less|minus)\s+(?P<two>[A-Za-z].{2,80})$", re.IGNORECASE)
_WORDS = ("plus", "less", "minus", "+")


_BORNE_OUT = "the other two are borne out by the rows around them"


class Params(NamedTuple):
    """How many rows above the row the two that it names may stand."""

    rows: int = 8


class _Sum(NamedTuple):
    """A row that says its sum, the two rows that it names, in one column; `way` is 1 for plus and -1 for less."""

    grid: Grid
    column: int
    row: int
    one: int
    two: int
    way: int

    def figure(self, row: int) -> Figure:
        """The row's figure in the column."""
        found = self.grid.cells[row][self.column].figure
        assert found is not None
        return found


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such row in each column of figures."""
    for grid, row in labels_holding(paper.grids, *_WORDS):
        match = _SAYS.match(grid.row_labels[row])
        if match:
            one, two = (_named(grid, row, match[name], params.rows) for name in ("one", "two"))
            if one is not None and two is not None and one != two:
                yield from _judged(grid, row, one, two, -1 if match["way"].lower() in ("less", "minus") else 1)


def _named(grid: Grid, row: int, words: str, reach: int) -> int | None:
    """The one row above that bears that name."""
    named = stems(words)
    above = (r for r in range(max(0, row - reach), row) if r not in grid.header_rows)
    found = [r for r in above if named and stems(grid.row_labels[r]) == named]
    return found[0] if len(found) == 1 else None


def _judged(grid: Grid, row: int, one: int, two: int, way: int) -> Iterator[Relation]:
    for column in range(len(grid.cells[row])):
        if column in grid.label_columns or not all(_known(grid, r, column) for r in (row, one, two)):
            continue
        yield _relation(_Sum(grid, column, row, one, two, way))


def _known(grid: Grid, row: int, column: int) -> bool:
    figure = grid.cells[row][column].figure
    return figure is not None and figure.quantity is not None and not figure.quantity.blank


def _relation(said: _Sum) -> Relation:
    total, one, two = (said.figure(r).number for r in (said.row, said.one, said.two))
    # A part that is taken away is printed with and without its sign.
    added = [one.interval + two.interval if way > 0 else one.interval - two.interval for way in _ways(said)]
    right = one.value + said.way * abs(two.value) if said.way < 0 else one.value + two.value
    done = f"{one.bare} {'+' if said.way > 0 else '-'} {two.bare} = {printed_like(right, total)}"
    label = " ".join(said.grid.row_labels[said.row].split())
    by = (said.figure(said.one), said.figure(said.two))
    if any(total.interval.overlaps(found) for found in added):
        message = f"“{label}” is {total.bare}: {done}."
        return Relation.judged(
            "label-sum", said.figure(said.row), True, message, by=by, sum=done, confidence="medium",
            quote=f"{label} {total.text}",
        )  # fmt: skip
    message = f"“{label}” is printed as {total.bare}, but {done}"
    suspect, better = _suspect(said, right)
    if suspect is not None and suspect != said.row:
        message += f"; {total.bare} would need {better} in the row “{' '.join(said.grid.row_labels[suspect].split())}”"
    found = None if suspect is None else said.figure(suspect)
    why = "the sum of the two rows that it names" if suspect == said.row else _BORNE_OUT
    return Relation.judged(
        "label-sum", said.figure(said.row), False, f"{message}.", by=by, suspect=found or False, sum=done,
        at=(found or said.figure(said.row)).location, confidence="high" if found else "medium", better=better, why=why,
        quote=f"{label} {total.text}",
    )  # fmt: skip


def _ways(said: _Sum) -> tuple[int, ...]:
    return (1,) if said.way > 0 else (-1, 1) if said.figure(said.two).number.value < 0 else (-1,)


def _suspect(said: _Sum, right: Decimal) -> tuple[int | None, str]:
    """The one figure of the three that no other sum bears out, and what it should read."""
    open_ones = [r for r in (said.row, said.one, said.two) if not _borne_out(said, r)]
    if len(open_ones) != 1:
        return None, ""
    row = open_ones[0]
    if row == said.row:
        return row, printed_like(right, said.figure(row).number)
    other = said.figure(said.two if row == said.one else said.one).number.value
    total = said.figure(said.row).number.value
    needed = total - said.way * other if row == said.one else said.way * (total - other)
    return row, printed_like(needed, said.figure(row).number)


def _borne_out(said: _Sum, row: int) -> bool:
    """Whether a figure is the sum of the rows right above it, or makes a sum with the rows right below it."""
    column = [
        f.quantity.interval if (f := cells[said.column].figure) and f.quantity else None for cells in said.grid.cells
    ]
    own = column[row]
    if own is None:
        return False
    added = None
    for r in range(row - 1, -1, -1):
        above = column[r]
        if above is None or r in (said.row, said.one, said.two):
            break
        added = above if added is None else added + above
        if r < row - 1 and added.overlaps(own):
            return True
    first, second = [*column[row + 1 : row + 3], None, None][:2]
    if row != said.row or first is None or second is None:
        return False
    return (own - first).overlaps(second) or (own + first).overlaps(second)
