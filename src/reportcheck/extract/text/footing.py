"""How much of a table's arithmetic holds in a reading of it: where two readings compete, the sums decide."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportcheck.extract.text.figures import is_figure, value
from reportcheck.model import Table
from reportcheck.words.totals import names_total

Values = Sequence[Sequence[Decimal | None]]
"""The figures of each row, column by column; nothing where a cell is blank or holds words."""

_ROWS = 120
_WIDTH = 14


def holds(values: Values) -> int:
    """How many figures are what others of their column or row make: sums of a block, of subtotals, differences."""
    rows = values[:_ROWS]
    if not rows:
        return 0
    width = min(max(len(row) for row in rows), _WIDTH)
    down = sum(footed([row[c] if c < len(row) else None for row in rows]) for c in range(width))
    return down + sum(_casts(row[:width]) for row in rows)


def holds_in(table: Table) -> int:
    """The same of a table as read."""
    return holds(_values(table))


def totals_in(table: Table) -> int:
    """How many of those stand in a row that says that it is a total: a column read a row too high has none."""
    values = _values(table)
    named = {c.row for c in table.cells if not is_figure(c.text.text) and names_total(c.text.text)}
    return sum(
        _is_block([row[at] for row in values[:place]], goal)
        for place in named
        for at, goal in enumerate(values[place])
        if goal
    )


def _values(table: Table) -> list[list[Decimal | None]]:
    values: list[list[Decimal | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        values[cell.row][cell.column] = value(cell.text.text) if is_figure(cell.text.text) else None
    return values


def columns_footed(table: Table) -> bool:
    """Whether every column of figures has one that is what those over it make."""
    values = _values(table)
    columns = [[row[c] for row in values] for c in range(1, table.columns)]
    return all(footed(column) for column in columns if any(each is not None for each in column))


def footed(column: list[Decimal | None]) -> int:
    """How many figures of a column are the sum of a block just over them, or of the sums over them."""
    sums: list[Decimal] = []
    found = 0
    for row, goal in enumerate(column):
        if not goal:
            continue
        if _is_block(column[:row], goal) or (len(sums) > 1 and sum(sums) == goal):
            found += 1
            sums.append(goal)
    return found


def _is_block(above: list[Decimal | None], goal: Decimal) -> bool:
    """Whether the last of the figures above make the goal, two or more of them that are not nought."""
    total, parts = Decimal(0), 0
    for part in reversed(above):
        if part:
            total += part
            parts += 1
            if parts > 1 and total == goal:
                return True
    return False


def _casts(row: Sequence[Decimal | None]) -> int:
    """Whether the last figure of a row is the sum of the others, or a figure the difference of the two before it."""
    figures = [figure for figure in row if figure is not None]
    if len(figures) < 3 or not any(figures):
        return 0
    if sum(figures[:-1]) == figures[-1] != 0:
        return 1
    firsts = zip(pairwise(figures), figures[2:], strict=False)
    return int(any(third and third in (a - b, b - a) for (a, b), third in firsts))
