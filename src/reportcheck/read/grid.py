"""A Table -> a Grid: header rows, label columns, and every figure with its unit, scale, label and period."""

from __future__ import annotations

from dataclasses import replace

from reportcheck.model import Cell, Figure, Grid, GridCell, Role, Table
from reportcheck.read.numbers import scan


def read_grid(table: Table) -> Grid:
    """What a table says. Headers are the rows above the first one with figures."""
    printed = {(cell.row, cell.column): cell for cell in table.cells}
    rows = [
        tuple(_read(printed.get((r, c))) for c in range(table.columns))
        for r in range(table.rows)
    ]  # fmt: skip
    first = next((r for r, row in enumerate(rows) if any(cell.figures for cell in row[1:])), len(rows))
    labels = tuple(" ".join(rows[r][0].text.split()) if rows[r] else "" for r in range(table.rows))
    heads = tuple(" ".join(filter(None, (rows[r][c].text for r in range(first)))) for c in range(table.columns))
    cells = tuple(
        tuple(
            replace(cell, figures=tuple(_name(f, labels[r], heads[c], table.page) for f in cell.figures))
            for c, cell in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    roles: tuple[Role, ...] = tuple("label" if c == 0 else "amount" for c in range(table.columns))
    return Grid(
        table, cells, tuple(range(first)), (0,), labels, heads, tuple("amount" for _ in rows), roles,
        table.caption or f"the table on page {table.page}",
    )  # fmt: skip


def _read(cell: Cell | None) -> GridCell:
    if cell is None:
        return GridCell("")
    figures = tuple(
        Figure(m.text, cell.text.locate(m.start, m.end), m.quantity)
        for m in scan(cell.text.text, cell=True)
        if m.quantity is not None
    )
    return GridCell(cell.text.text, figures, cell.bold, cell.indent)


def _name(figure: Figure, row: str, column: str, page: int) -> Figure:
    where = ", ".join(filter(None, (row and f"row {row}", column and f"column {column}")))
    return replace(figure, label=row, period=column, location=replace(figure.location, where=where or f"page {page}"))
