"""Workbooks and separated values -> pages: a sheet is a page, and a cell knows its row and column.

In a sheet a place's `line` is the row, and its `start` counts `model.COLUMN` for each column before it.
"""

from __future__ import annotations

from reportcheck.errors import PaperError
from reportcheck.extract.sheet.pages import page_of
from reportcheck.model import Page

MOST_CELLS = 600_000
"""Cells of a file that are read; a sheet of 200,000 is a large one."""


def read_sheets(data: bytes, name: str) -> tuple[Page, ...]:
    """The sheets of a file, told by what it begins with: .xlsx and .xlsm, .ods, or comma- and tab-separated values."""
    if data.startswith(b"PK"):
        if _is_opendocument(data):
            from reportcheck.extract.sheet.opendocument import sheets
        else:
            from reportcheck.extract.sheet.excel import sheets
    else:
        from reportcheck.extract.sheet.separated import sheets
    found = sheets(data, name, MOST_CELLS)
    if not any(sheet.cells for sheet in found):
        raise PaperError(name, "has no cell with anything in it.", "Save it again, or leave it out.")
    return tuple(page_of(number, sheet) for number, sheet in enumerate(found, start=1))


def _is_opendocument(data: bytes) -> bool:
    """Such a file says its type in its first part, unpacked (OpenDocument 1.2, part 3)."""
    return b"application/vnd.oasis.opendocument" in data[:200]
