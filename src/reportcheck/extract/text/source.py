"""Bytes of a text -> its rows: each source line knows its page, its number and where in the line it begins."""

from __future__ import annotations

import codecs

from reportcheck.errors import PaperError
from reportcheck.model import Text
from reportcheck.patterns import pattern
from reportcheck.records import record

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENDS = pattern(r"[\f\v\r\x85\u2028\u2029]")
_AMOUNT = pattern(r"\s*[$£€(\-−–\s]{0,9}(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|(?<=[$£€])\d+)[)%\s]{0,9}")
"""An amount of a column, and no year, number or word."""
_DRAWING = pattern(r"[\u2500-\u257f]")
_UPRIGHT = "│┃║╎╏┆┇┊┋"
_LEVEL = "─━═╌╍┄┅┈┉"
_DRAWN = {
    code: ord("|" if chr(code) in _UPRIGHT else "-" if chr(code) in _LEVEL else "+") for code in range(0x2500, 0x2580)
}


@record(frozen=True, slots=True)
class Row:
    """A source line, or the part of it that stands on one page; `offset` is where that part begins in the line."""

    page: int
    line: int
    offset: int
    text: str
    printed: Text | None = None
    """What is printed, where that is not the source itself: a paragraph of another format, or a row without markup."""
    bold: bool = False
    """Whether all that is printed is set in bold, where `printed` is known."""

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text or self.text.isspace()


def decode(data: bytes, name: str) -> str:
    """The characters of a text: UTF-8 or UTF-16 by their marks, UTF-8 without, else the Windows code page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    if b"\0" in data[:4096]:
        raise PaperError(name, "is not a text: it holds binary data.", "Save it as PDF or as plain text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows_of(content: str) -> list[Row]:
    """The rows of a text. A form feed ends a page and no line; a line's own offsets go on after it.

    Lines end with a line feed; in a text without any, with a carriage return, as old machines wrote them. Whatever else
    ends a line on paper ends a row and no line, so that lines are counted as editors count them.
    """
    rows: list[Row] = []
    page, cells = 1, False
    for number, raw in enumerate(content.split("\n" if "\n" in content else "\r"), start=1):
        text = raw[:-1] if raw.endswith("\r") else raw
        offset = 0
        for end in _ENDS.finditer(text):
            rows.append(_row(page, number, offset, text[offset : end.start()], cells))
            page += end.group() == "\f"
            offset = end.end()
        rows.append(_row(page, number, offset, text[offset:] if offset else text, cells))
        cells = "\t" in text.strip()
    return rows[:-1] if content.endswith("\f") and len(rows) > 1 else rows  # It ends a page, and begins no other.


def _row(page: int, line: int, offset: int, text: str, cells: bool) -> Row:
    """A row; the bars of drawn boxes are the signs that stand for them in tables of plain letters.

    Tabs that only set a line in are no cells. Under a row of `cells` an amount alone stands in its column.
    """
    if text.startswith("\t") and "\t" not in text.strip() and not (cells and _AMOUNT.fullmatch(text)):
        bare = text.lstrip("\t")
        offset, text = offset + len(text) - len(bare), bare
    return Row(page, line, offset, text.translate(_DRAWN) if _DRAWING.search(text) else text)
