"""The lines around a table -> its caption, and those where units stand; what is told of pictures under captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Box
from reportcheck.model import Block, Line, Table
from reportcheck.patterns import pattern
from reportcheck.words.things import LISTS, PARTS, PICTURES, TABLES

_NAMES = pattern(rf"^(?:{TABLES}|{PICTURES}|{PARTS}|{LISTS})\s+[A-Z]{{0,3}}[\d.:–-]*\d*[A-Za-z]?\b", re.I)
_UNITS = pattern(
    r"[£$€]\s?(?:0{3}|m\b|k\b|bn\b|million|thousand|'?000)|'000|’000|\bin (?:thousands|millions|£|\$)|\bfigures in\b"
    r"|\bthousands\b|\bmillions\b|^\(?[£$€%]\)?s?$",
    re.I,
)
FAR = 3
"""A caption stands at most so many lines over its table."""
NEAR = 40.0
"""And its last line within so many points of it."""
_NAMES_TABLE = pattern(rf"(?:{TABLES}|{PARTS}|{LISTS})\s+(?:[A-Z]{{0,3}}[\d.]+[A-Za-z]?|[A-Z])\b", re.I)
WIDEST, LOWEST = 120.0, 40.0
"""Points: a picture narrower or lower than this is a badge."""
NEAR_PICTURE = 45.0
"""A heading stands at most so many points over its picture."""
LONGEST = 80


def captioned(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, in order, with each table's caption and units known to it."""
    done = list(blocks)
    for at, block in enumerate(done):
        if isinstance(block, Table):
            over = _over(done, at, block)
            caption = _caption(over)
            above = [line.text.text for line in over[-2:] if _is_short(line)]
            first = _first_row(block)
            if first:
                above.append(first)
            done[at] = replace(block, caption=caption, above=" ".join(above))
    return done


def _over(blocks: Sequence[Block], at: int, table: Table) -> list[Line]:
    """The lines right over a table, the furthest first."""
    over: list[Line] = []
    top = table.bbox.top if table.bbox else 0.0
    for block in reversed(blocks[max(at - FAR, 0) : at]):
        if not isinstance(block, Line):
            break
        box = block.text.pieces[0].bbox
        if box is None or top - box.bottom > NEAR:
            break
        over.insert(0, block)
        top = box.top
    return over


def _caption(over: Sequence[Line]) -> str:
    """The line that names the table, with what it goes on in; else bold words right over it."""
    for index in range(len(over) - 1, -1, -1):
        if _NAMES.match(over[index].text.text):
            lines = [over[index].text.text]
            for line in over[index + 1 :]:
                if line.gap or line.bold != over[index].bold or _UNITS.search(line.text.text):
                    break
                lines.append(line.text.text)
            return " ".join(lines)
    for line in reversed(over):
        text = line.text.text
        if _UNITS.search(text) and len(text) < 40:
            continue
        return text if line.bold and len(text) < 120 else ""
    return ""


def _is_short(line: Line) -> bool:
    text = line.text.text
    return len(text) < 100 and (not text.endswith(".") or bool(_UNITS.search(text)))


def _first_row(table: Table) -> str:
    """The words of a first row that is one cell over all columns: a title or a unit."""
    first = [cell for cell in table.cells if cell.row == 0]
    return first[0].text.text if len(first) == 1 and first[0].columns == table.columns else ""


def pictured_tables(images: Sequence[Box], rows: Sequence[Row]) -> str:
    """What is told of pictures under headings such as "Table 3: Reserves", in words for people."""
    named = []
    for x0, top, x1, bottom in images:
        if x1 - x0 < WIDEST or bottom - top < LOWEST or any(_inside(row, (x0, top, x1, bottom)) for row in rows):
            continue
        over = [row for row in rows if -2 <= top - row.bottom <= NEAR_PICTURE and row.x0 < x1 and x0 < row.x1]
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
