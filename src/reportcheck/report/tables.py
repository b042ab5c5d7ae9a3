"""Documents -> their tables as they were read, for people who want to see or to use them: CSV, Excel or Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from reportcheck.model import Document, Line, Table
from reportcheck.report.listed import Row, harmless
from reportcheck.report.markdown import plain
from reportcheck.report.safe import safe
from reportcheck.report.workbook import sheets_workbook

_SHEET = re.compile(r"[\[\]:*?/\\']")
_ROWS_OF_A_SHEET = 1_000_000


def grid_of(table: Table) -> list[list[str]]:
    """The table as rows of cells; a cell over several places stands in the first of them."""
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = safe(cell.text.text)
    return rows


def _named(documents: Iterable[Document]) -> Iterator[tuple[str, Table]]:
    """Every table, and what to call it: its paper, its page and its caption."""
    for document in documents:
        for number, table in enumerate(document.tables, start=1):
            caption = f": {safe(table.caption)}" if table.caption else ""
            yield f"{safe(document.path)}, page {table.page}, table {number}{caption}", table


def tables_csv(documents: Iterable[Document]) -> bytes:
    """Each table under a row that names it, a blank row between two."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    for order, (name, table) in enumerate(_named(documents)):
        if order:
            writer.writerow([])
        writer.writerow([harmless(name)])
        writer.writerows([harmless(cell) for cell in row] for row in grid_of(table))
    return ("\ufeff" + stream.getvalue()).encode("utf-8", "backslashreplace")


def tables_workbook(documents: Iterable[Document]) -> bytes:
    """A sheet a table, behind one that lists them."""
    listed: list[Row] = []
    sheets: list[tuple[str, tuple[str, ...], list[Row]]] = []
    for number, (name, table) in enumerate(_named(documents), start=1):
        sheet = f"{number} page {table.page}"
        listed.append((_SHEET.sub(" ", sheet), name, table.rows, table.columns))
        rows = grid_of(table)[:_ROWS_OF_A_SHEET] or [[]]
        sheets.append((sheet, tuple(rows[0]), [tuple(row) for row in rows[1:]]))
    return sheets_workbook([("Tables", ("sheet", "where", "rows", "columns"), listed), *sheets])


def pages_markdown(documents: Iterable[Document]) -> bytes:
    """Each page under its heading: lines as paragraphs, tables as tables."""
    lines: list[str] = []
    for document in documents:
        lines += [f"# {plain(document.path)}", ""]
        for page in document.pages:
            lines += [f"## Page {page.number}", ""]
            lines += [f"*Not read in full: {plain(page.problem)}*", ""] if page.problem else []
            for block in page.blocks:
                lines += [plain(block.text.text), ""] if isinstance(block, Line) else [*_table(block), ""]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "backslashreplace")


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"*{plain(table.caption)}*"
        yield ""
    for number, row in enumerate(grid_of(table)):
        yield "| " + " | ".join(plain(cell) for cell in row) + " |"
        if not number:
            yield "|" + " --- |" * table.columns
