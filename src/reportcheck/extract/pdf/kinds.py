"""What rows of print are: figures in columns, running text, years, a list of contents; and the rules near them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportcheck.extract.pdf.draft import Draft, numeric
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
FEWEST_ENTRIES = 5
MOST_COLUMNS = 3


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


def is_contents(draft: Draft) -> bool:
    """Whether the last column holds whole numbers that never fall, and every other column words or item numbers."""
    if draft.columns > MOST_COLUMNS or draft.rows < FEWEST_ENTRIES:
        return False
    numbers = _numbers(draft)
    if len(numbers) < max(FEWEST_ENTRIES, 0.6 * draft.rows):
        return False
    if any(b < a for a, b in pairwise(numbers)) or numbers[0] == numbers[-1]:
        return False
    wordy = [c for c in draft.cells if c.column + c.columns < draft.columns and c.words]
    letters = sum(sum(ch.isalpha() for w in c.words for ch in w.text) > 5 for c in wordy)
    return letters >= 0.7 * len(numbers) and numbers[-1] - numbers[0] < 60 * len(numbers)


def _numbers(draft: Draft) -> list[int]:
    """The whole numbers of the last column, down the page; none where other things stand among them."""
    last: list[tuple[int, str]] = []
    for cell in draft.cells:
        if cell.words and cell.column + cell.columns == draft.columns and cell.column:
            last.append((cell.row, " ".join(w.text for w in cell.words)))
    numbers = [int(text) for _, text in sorted(last) if text.isdigit() and len(text) <= 4]
    return numbers if len(numbers) >= 0.8 * len(last) else []
