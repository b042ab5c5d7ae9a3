"""Comma-, semicolon- or tab-separated values -> a sheet."""

from __future__ import annotations

import csv
import io

from reportcheck.errors import PaperError
from reportcheck.extract.sheet.cells import Sheet, SheetCell
from reportcheck.extract.sheet.excel import too_many
from reportcheck.patterns import pattern

_SAMPLE = 64 * 1024
_MARKS = ",;\t|"
_ENTERED = pattern(r"(?P<text>[^=]*\d[^=]*?) (?P<entry>=[A-Z+(-][^=]*)")
_AS_TEXT = pattern(r"'[£$€(-]?\d")


def sheets(data: bytes, name: str, most: int) -> list[Sheet]:
    """One sheet; the mark between cells is the one by which most rows have as many as the others."""
    text = _decoded(data)
    cells: dict[tuple[int, int], SheetCell] = {}
    try:
        for r, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_mark(text))):
            for c, value in enumerate(row):
                if value.strip():
                    cells[r, c] = _cell(value)
            if len(cells) > most:
                raise too_many(name, most)
    except csv.Error as problem:
        said = f"cannot be read as separated values ({problem})."
        raise PaperError(name, said, "Save it again as .csv.") from problem
    return [Sheet("", cells)]


def _cell(value: str) -> SheetCell:
    """A cell. Rules are tried on sheets that are written so: a formula behind its value, as in "60 =SUM(B2:B4)", and an
    apostrophe before a figure that is text."""
    indent = float(len(value) - len(value.lstrip()))
    text = " ".join(value.split())
    entered = _ENTERED.fullmatch(text)
    if entered is not None:
        return SheetCell(entered["text"], entered["entry"], indent=indent)
    return SheetCell(text[1:], "'", indent=indent) if _AS_TEXT.match(text) else SheetCell(text, indent=indent)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _mark(text: str) -> str:
    """The separator: the one that cuts the first rows into the most cells, and them alike."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:50]

    def worth(mark: str) -> tuple[int, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=mark)]
        usual = max(set(counts), key=lambda n: (counts.count(n), n)) if counts else 1
        return (counts.count(usual) * (usual > 1), usual)

    return max(_MARKS, key=worth)
