"""What a row of print is: figures in columns, running text, years; and the rules near it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Levels, Rule
from reportcheck.extract.pdf.rows import Row
from reportcheck.patterns import pattern
from reportcheck.words.things import PARTS, PICTURES, TABLES

FRAME = 36.0
"""A rule that begins so many points left of a table is the page's frame."""
_CAPTION = pattern(rf"^(?:{TABLES}|{PICTURES}|{PARTS}|source|notes?)\b", re.I)
_LEADS_ON = pattern(r"\b(?:follows?|following|below)\s*:?$", re.I)
_YEAR = pattern(r"^(?:(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d){1,2})?|[£$€]'?(?:000s?|m)?)$")
_DATE = pattern(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$")


def is_data(row: Row) -> bool:
    """Whether a row shows figures in columns: a label and a figure, or two figures."""
    chunks = row.chunks
    if len(chunks) < 2:
        return False
    figures = sum(1 for chunk in chunks[1:] if numeric(chunk.text) and not _DATE.match(chunk.text))
    if 3 * figures < len(chunks) - 1:
        return False
    prose = sum(1 for chunk in chunks[1:] if len(chunk.text) > 60 and not numeric(chunk.text))
    return figures > prose or (figures == prose == 1 and len(chunks) > 2 and not numeric(chunks[-1].text))


def is_prose(row: Row, x0: float, x1: float) -> bool:
    """Whether a row runs on across the columns of a table from x0 to x1 as a sentence does."""
    chunks = row.chunks
    if _CAPTION.match(chunks[0].text) or (len(chunks) == 1 and _leads_on(chunks[0].text)):
        return True
    longest = chunks[0] if len(chunks) == 1 else max(chunks, key=lambda c: c.x1 - c.x0)
    return len(longest.text) > 60 and longest.x1 - longest.x0 > 0.6 * (x1 - x0)


def _leads_on(text: str) -> bool:
    plain = text.lower()
    return ("follow" in plain or "below" in plain) and _LEADS_ON.search(text) is not None


def names_years(row: Row) -> bool:
    """Whether a row holds years, or the unit of the figures under it, and nothing else."""
    return all(_YEAR.match(chunk.text) for chunk in row.chunks)


def ruled_near(rows: Sequence[Row], first: int, last: int, across: Levels, over: float = 4) -> list[Rule]:
    """Level rules near those rows that are as wide as a good part of them."""
    top, bottom = rows[first].top - over * rows[first].size, rows[last].bottom + 2 * rows[last].size
    x0, x1 = rows[first].x0, rows[first].x1
    return [
        r for r in across.within(top, bottom) if min(r[2], x1) - max(r[1], x0) > 0.5 * (x1 - x0) and r[1] > x0 - FRAME
    ]
