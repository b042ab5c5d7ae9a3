"""A grid in which two tables stand beside each other -> the tables, each with a total of its own."""

from __future__ import annotations

from functools import reduce

from reportcheck.extract.text.figures import is_figure, says_something
from reportcheck.model import BBox, Cell, Table
from reportcheck.words.totals import names_total

FEWEST = 3
"""Rows with a label and a figure on both sides."""


def sides(table: Table) -> tuple[Table, ...]:
    """The table; where labels with a total begin again in one of its columns, the left one and the right one."""
    totals = [cell for cell in table.cells if names_total(cell.text.text)]
    if all(cell.column for cell in totals):
        return (table,)
    for edge in sorted({cell.column for cell in totals if 1 < cell.column < table.columns - 1}):
        if any(cell.column < edge < cell.column + cell.columns for cell in table.cells):
            continue
        left = [cell for cell in table.cells if cell.column < edge]
        right = [cell._replace(column=cell.column - edge) for cell in table.cells if cell.column >= edge]
        if _stands(left) and _stands(right):
            return (_part(table, left, edge), *sides(_part(table, right, table.columns - edge)))
    return (table,)


def _stands(cells: list[Cell]) -> bool:
    """Whether a table has words alone in its first column, and figures behind enough of them."""
    labels = {cell.row for cell in cells if not cell.column and any(map(str.isalpha, cell.text.text))}
    others = {cell.row for cell in cells if not cell.column} - labels
    figures = {cell.row for cell in cells if cell.column and _is_worth(cell.text.text)}
    return len(labels & figures) >= FEWEST and not others and figures - labels <= {0}


def _is_worth(text: str) -> bool:
    return is_figure(text) and says_something(text)


def _part(table: Table, cells: list[Cell], columns: int) -> Table:
    """Some columns of a table without the rows that are blank in them, and the box of their print."""
    boxes = [piece.bbox for cell in cells for piece in cell.text.pieces if piece.bbox]
    taken = sorted({row for cell in cells for row in range(cell.row, cell.row + cell.rows)})
    rows = {row: at for at, row in enumerate(taken)}
    box = reduce(BBox.union, boxes) if boxes else table.bbox
    kept = tuple(cell._replace(row=rows[cell.row]) for cell in cells)
    return Table(table.page, len(rows), columns, kept, box, table.caption, table.above)
