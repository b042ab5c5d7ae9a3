"""Bytes of a text -> its rows: each source line knows its page, its number and where in the line it begins."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reportcheck.errors import PaperError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A source line, or the part of it that stands on one page; `offset` is where that part begins in the line."""

    page: int
    line: int
    offset: int
    text: str

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
    """The rows of a text. A form feed ends a page and no line; a line's own offsets go on after it."""
    rows: list[Row] = []
    page = 1
    for number, raw in enumerate(content.split("\n"), start=1):
        text = raw[:-1] if raw.endswith("\r") else raw
        if "\f" not in text:
            rows.append(Row(page, number, 0, text))
            continue
        offset = 0
        for index, part in enumerate(text.split("\f")):
            page += 1 if index else 0
            rows.append(Row(page, number, offset, part))
            offset += len(part) + 1
    return rows
