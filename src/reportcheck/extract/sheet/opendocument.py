"""OpenDocument sheets -> sheets; the one module that knows python-calamine."""

from __future__ import annotations

import io
from typing import Any

from reportcheck.errors import PaperError
from reportcheck.extract.sheet.cells import Sheet, SheetCell
from reportcheck.extract.sheet.excel import too_many
from reportcheck.extract.sheet.shown import shown

_INSTALL = "OpenDocument sheets need python-calamine: pip install 'reportcheck[sheets]'."


def sheets(data: bytes, name: str, most: int) -> list[Sheet]:
    """Every sheet, with the values that its formulas had when it was saved. PaperError where it cannot be read."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise PaperError(name, "is an OpenDocument sheet.", _INSTALL) from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found, count = [], 0
        for about in book.sheets_metadata:
            rows = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
            count += sum(len(row) for row in rows)
            if count > 4 * most:
                raise too_many(name, most)
            found.append(Sheet(about.name, _cells(rows), str(about.visible) != "SheetVisibleEnum.Visible"))
    except CalamineError as problem:
        said = "cannot be read as an OpenDocument sheet."
        raise PaperError(name, said, "Save it again as .ods or .xlsx.") from problem
    if sum(len(sheet.cells) for sheet in found) > most:
        raise too_many(name, most)
    return found


def _cells(rows: list[list[Any]]) -> dict[tuple[int, int], SheetCell]:
    return {
        (r, c): SheetCell(text.strip(), indent=float(len(text) - len(text.lstrip())))
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if (text := shown(value, "")).strip()
    }
