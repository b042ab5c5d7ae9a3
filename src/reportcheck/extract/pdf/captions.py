"""The lines around a table -> its caption, and the line or two just over it where units stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
