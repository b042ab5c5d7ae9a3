"""Excel's workbooks -> sheets; the one module that knows openpyxl. Macros are never run, and links never followed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

from reportcheck.errors import PaperError
from reportcheck.extract.sheet.cells import Sheet, SheetCell
from reportcheck.extract.sheet.shown import is_dated, shown
from reportcheck.model import cell_name
from reportcheck.patterns import pattern

_NUMBER = pattern(r"\s*[£$€(+−–-]{0,3}\d[\d,]*(?:\.\d+)?\)?%?\s*")
_INSTALL = "Excel workbooks need openpyxl: pip install 'reportcheck[sheets]'."


def sheets(data: bytes, name: str, most: int) -> list[Sheet]:
    """Every sheet of cells, hidden ones too. PaperError where the file is no workbook that can be read."""
    formulas = _opened(data, name, stored=False)
    # openpyxl has either formulas or values: a workbook without formulas is read once.
    values = cache(lambda: _opened(data, name, stored=True).worksheets)
    found, count = [], 0
    for number, entered in enumerate(formulas.worksheets):
        sheet = _sheet(entered, number, values)
        count += len(sheet.cells)
        if count > most:
            raise too_many(name, most)
        found.append(sheet)
    return found


def too_many(name: str, most: int) -> PaperError:
    """What to say of a file with more cells than can be audited."""
    return PaperError(name, f"has more than {most:,} cells.", "Save the sheets that matter to a file of their own.")


def _opened(data: bytes, name: str, *, stored: bool) -> Any:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise PaperError(name, "is an Excel workbook.", _INSTALL) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # What openpyxl leaves out (pictures, rules) holds no figures.
            return load_workbook(io.BytesIO(data), data_only=stored, keep_links=False)
    except MemoryError:
        raise
    except Exception as problem:
        said = f"cannot be read as a workbook ({type(problem).__name__})."
        raise PaperError(name, said, "Save it again as .xlsx.") from problem


def _sheet(entered: Any, number: int, values: Callable[[], Any]) -> Sheet:
    spans = {
        (area.min_row - 1, area.min_col - 1): (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        for area in entered.merged_cells.ranges
    }
    cells: dict[tuple[int, int], SheetCell] = {}
    unstored = []
    for row in entered.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            at = (cell.row - 1, cell.column - 1)
            formula = _formula(cell.value)
            value = values()[number].cell(cell.row, cell.column).value if formula else cell.value
            if formula and value is None:
                unstored.append(cell_name(*at))
                continue
            form = cell.number_format
            text = shown(value, "" if is_dated(form) else form)
            if text.strip():
                cells[at] = _cell(cell, text, formula or _as_text(value), spans.get(at, (1, 1)))
    return Sheet(
        entered.title,
        cells,
        entered.sheet_state != "visible",
        frozenset(n - 1 for n, d in entered.row_dimensions.items() if d.hidden),
        frozenset(_columns(entered)),
        tuple(unstored),
    )


def _cell(cell: Any, text: str, entry: str, span: tuple[int, int]) -> SheetCell:
    style = cell.has_style
    indent = float(cell.alignment.indent or 0) if style and cell.alignment else 0.0
    lead = len(text) - len(text.lstrip())
    return SheetCell(text.strip(), entry, bool(style and cell.font.b), *span, indent or float(lead))


def _formula(value: object) -> str:
    """The formula that was entered, or nothing; an array formula is an object of openpyxl's."""
    if isinstance(value, str):
        return value if value.startswith("=") and len(value) > 1 else ""
    text = getattr(value, "text", None)
    return text if isinstance(text, str) and text.startswith("=") else ""


def _as_text(value: object) -> str:
    """A mark where a figure is stored as text, which no SUM counts."""
    return "'" if isinstance(value, str) and _NUMBER.fullmatch(value) else ""


def _columns(sheet: Any) -> list[int]:
    """The hidden columns: a dimension stands for several where neighbours are alike."""
    hidden: list[int] = []
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            first, last = dimension.min or 0, dimension.max or 0
            hidden += range(first - 1, min(last, 16_384))
    return hidden
