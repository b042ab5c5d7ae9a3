"""Pictures on a page of text that stand under the heading of a table -> what is told of them: nobody reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Box
from reportcheck.patterns import pattern
from reportcheck.words.things import LISTS, PARTS, TABLES

_NAMES_TABLE = pattern(rf"(?:{TABLES}|{PARTS}|{LISTS})\s+(?:[A-Z]{{0,3}}[\d.]+[A-Za-z]?|[A-Z])\b", re.I)
WIDEST, LOWEST = 120.0, 40.0
"""Points: a picture narrower or lower than this is a badge."""
NEAR = 45.0
"""A heading stands at most so many points over its picture."""
LONGEST = 80


def pictured_tables(images: Sequence[Box], rows: Sequence[Row]) -> str:
    """What is told of pictures under headings such as "Table 3: Reserves", in words for people."""
    named = []
    for x0, top, x1, bottom in images:
        if x1 - x0 < WIDEST or bottom - top < LOWEST or any(_inside(row, (x0, top, x1, bottom)) for row in rows):
            continue
        over = [row for row in rows if -2 <= top - row.bottom <= NEAR and row.x0 < x1 and x0 < row.x1]
        heading = next((text for row in reversed(over) if _NAMES_TABLE.match(text := _text(row))), None)
        if heading is not None:
            named.append(f"“{heading[:LONGEST]}”")
    if not named:
        return ""
    what, was = ("a picture", "was") if len(named) == 1 else ("pictures", "were")
    return f"{what} under {' and '.join(dict.fromkeys(named))} {was} not read"


def _inside(row: Row, box: Box) -> bool:
    """Whether words are printed over a picture, which is a ground for them."""
    middle = (row.top + row.bottom) / 2
    return box[1] < middle < box[3] and row.x0 < box[2] and box[0] < row.x1


def _text(row: Row) -> str:
    return " ".join([chunk.text for chunk in row.chunks])
