"""A small table, and what is read from pages that a test drew."""

from __future__ import annotations

from drawing import Sheet, pdf

from reportcheck.extract import Options
from reportcheck.extract.pdf import read_pdf
from reportcheck.model import Line, Page, Table

XS = (60.0, 300.0, 380.0, 460.0)
HEAD = ("Service", "Budget", "Forecast", "Variance")
BODY = (
    ("Parks", "1,200", "1,250", "50"),
    ("Libraries", "980", "960", "(20)"),
    ("Highways", "10,400", "10,900", "500"),
    ("Total", "12,580", "13,110", "530"),
)
EXPECTED = [list(HEAD), *(list(row) for row in BODY)]


def pages_of(*sheets: Sheet) -> tuple[Page, ...]:
    return read_pdf(pdf(*sheets), "drawn.pdf", Options())


def tables_of(page: Page) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def lines_of(page: Page) -> list[str]:
    return [block.text.text for block in page.blocks if isinstance(block, Line)]


def texts(table: Table) -> list[list[str]]:
    grid = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text.text
    return grid


def only_table(*sheets: Sheet) -> Table:
    found = [table for page in pages_of(*sheets) for table in tables_of(page)]
    assert len(found) == 1
    return found[0]
