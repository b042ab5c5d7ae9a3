"""Rows of cells -> a Word file, an Excel workbook or a file of values, as office programs save them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from xml.sax.saxutils import escape

Cells = Sequence[Sequence[str]]
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(above: Sequence[str], rows: Cells, below: Sequence[str] = ()) -> bytes:
    """A Word file: paragraphs, a table, paragraphs."""

    def paragraph(text: str) -> str:
        return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    body = "".join(map(paragraph, above)) + f"<w:tbl>{cells}</w:tbl>" + "".join(map(paragraph, below))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def workbook_file(rows: Cells) -> bytes:
    """An Excel workbook: figures are numbers, shown as they are printed."""
    from openpyxl import Workbook

    book = Workbook()
    for at, row in enumerate(rows, start=1):
        for place, shown in enumerate(row, start=1):
            cell = book.active.cell(at, place)
            cell.value, cell.number_format = entered(shown)
            if isinstance(cell.value, str):
                cell.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def comma_file(rows: Cells) -> bytes:
    """A file of values with commas between them, as spreadsheet programs save it."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def entered(text: str) -> tuple[object, str]:
    """What is typed in for a cell, and the number format that shows it."""
    figure = re.fullmatch(r"([-–(]?)([£$]?)([\d,]+(?:\.\d+)?)(%?)\)?", text)
    if not figure or not text:
        return text or None, "General"
    sign, money, digits, share = figure.groups()
    value = Decimal(digits.replace(",", "")) * (-1 if sign else 1)
    _, point, places = digits.partition(".")
    form = f"{money}{'#,##0' if ',' in digits else '0'}{point}{'0' * len(places)}{share}"
    return float(value / 100 if share else value), f"{form};({form})" if sign == "(" else f"{form};{sign or '-'}{form}"
