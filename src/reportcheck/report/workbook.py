"""Rows -> an Excel workbook; the one module that knows xlsxwriter."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from reportcheck.errors import UsageError
from reportcheck.report.listed import COLUMNS, Row, rows
from reportcheck.report.told import Told
from reportcheck.version import VERSION

_WIDTHS = {"paper": 28, "where": 34, "what is wrong": 60, "working": 34, "advice": 34, "name": 22, "in doubt": 16}
_LONGEST = 32_000
"""Letters that a cell can hold, nearly."""
_MADE = datetime(2000, 1, 1)
"""The same paper gives the same bytes, so a workbook does not say when it was made."""


def workbook(papers: Iterable[Told]) -> bytes:
    """One finding a row, with a heading that stays in sight and filters. Texts are texts, whatever they begin with."""
    return sheets_workbook([("Findings", COLUMNS, list(rows(papers)))])


def sheets_workbook(sheets: Iterable[tuple[str, Sequence[str], Sequence[Row]]]) -> bytes:
    """A workbook of sheets, each a name, its heading and its rows."""
    stream = io.BytesIO()
    book = _library().Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE, "comments": f"reportcheck {VERSION}"})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for name, heading, body in sheets:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, heading, bold)
        for number, title in enumerate(heading):
            sheet.set_column(number, number, _WIDTHS.get(title, 12), wrapped)
        for number, row in enumerate(body, start=1):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(body), 1), max(len(heading) - 1, 0))
    book.close()
    return stream.getvalue()


def _write(sheet: Any, row: int, column: int, cell: str | int) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, cell[:_LONGEST])


def _library() -> Any:
    try:
        import xlsxwriter
    except ImportError as missing:
        raise UsageError("--format xlsx needs xlsxwriter: pip install 'reportcheck[xlsx]'.") from missing
    return xlsxwriter
