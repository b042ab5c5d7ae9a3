"""Lists of payments that end in a total: one amount at the end of each line or row, and "TOTAL £573.70" under them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim, Document, Figure, Line, Passage, Table, Text
from reportcheck.patterns import pattern
from reportcheck.read.mentions.numbers import scan
from reportcheck.records import record

_AMOUNT = pattern(r"[£$€]\s?[0-9][0-9,]{0,12}\.[0-9]{2}[ *_]*$")
_TOTAL = pattern(r"^[ *_]*(?:grand )?total(?: payments| to pay| paid)?[ *_:]*$", re.IGNORECASE)
_HEADING = pattern(r"^\d{1,2}\.?\s+[A-Z][A-Z ,’'&/-]{3,}$")
_MOST, _IDLE = 60, 4


@record(frozen=True, slots=True)
class _Row:
    """A printed line or a table's row that ends in an amount of money; `block` tells which block it stands in."""

    words: str
    text: Text
    figure: Figure
    block: int


def payment_lists(document: Document) -> Iterator[Claim]:
    """Claims "payments": the parts and the total, nothing but items between them. Tables that hold all are left out."""
    items: list[_Row] = []
    idle = 0
    for row in _rows(document):
        if row is None or isinstance(row, str):
            idle += 1
            if idle > _IDLE or row == "heading":
                items = []
            continue
        idle = 0
        if not _TOTAL.match(row.words):
            items = [*items[-_MOST:], row]
            continue
        if len(items) >= 2 and any(item.block != row.block for item in items):
            figures = (*(item.figure for item in items), row.figure)
            roles = (*("part" for _ in items), "total")
            passage = Passage(row.text, "paragraph", row.figure.location.page)
            yield Claim("payments", passage, 0, len(row.text.text), figures, roles, (str(len(items)),))
        items = []


def _rows(document: Document) -> Iterator[_Row | str | None]:
    """The rows in reading order; None for a line without an amount, "heading" for one that opens something new."""
    at = 0
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                at += 1
                found = _row(block.text, at)
                yield found or ("heading" if block.heading or _is_heading(block.text.text) else None)
            else:
                at += 1
                yield from _of_table(block, at)
                at += 1


def _is_heading(text: str) -> bool:
    return text[:1].isdecimal() and _HEADING.match(text) is not None


def _of_table(table: Table, at: int) -> Iterator[_Row | str | None]:
    if table.columns > 3:
        yield "heading"
        return
    rows: dict[int, list[Text]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    for _, texts in sorted(rows.items()):
        yield _row(Text.join(texts), at) if _AMOUNT.search(texts[-1].text) else None


def _row(text: Text, at: int) -> _Row | None:
    if text.text.rstrip(" *_")[-3:-2] != ".":
        return None
    match = _AMOUNT.search(text.text)
    marks = [m for m in scan(text.text, start=match.start()) if m.quantity] if match else []
    if len(marks) != 1 or not match:
        return None
    mark = marks[0]
    figure = Figure(mark.text, text.locate(mark.start, mark.end), mark.quantity)
    return _Row(text.text[: match.start()].strip(), text, figure, at)
