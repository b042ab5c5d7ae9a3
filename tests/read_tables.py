"""The tables that a text or a Markdown paper is read to hold, as rows of the words and figures in their places."""

from __future__ import annotations

from reportcheck.extract.text import read_text
from reportcheck.model import Table


def grid(table: Table) -> list[list[str]]:
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text.text
    return rows


def tables(text: str, name: str = "paper.txt") -> list[list[list[str]]]:
    pages = read_text(text.encode(), name)
    return [grid(block) for page in pages for block in page.blocks if isinstance(block, Table)]
