"""A paragraph in which whole minutes run on -> rows: its numbered items, the lists in it line by line, its passages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reportcheck.extract.long_lines import PART, cuts
from reportcheck.extract.text.figures import Span
from reportcheck.extract.text.run_together import lists_in
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern
from reportcheck.words.things import NUMBERED

_OPENING = pattern(r"(?<!\S)(\d{1,3})[.)]\s{1,9}(?=[A-Z“\"‘(])")
_THING = pattern(
    rf"(?:^|[\s(])(?:{NUMBERED}|no|phase|stage|step|level|band|year|week|day)s?\.?\s*$|,\s*$", re.IGNORECASE
)
_FEWEST = 3
"""Items that follow one another by one."""
_GAP = ((0, 0), (0, 0))
"""Two blank rows: rows of two lists that stand apart are no rows of one."""


def apart(row: Row) -> list[Row]:
    """The rows that a row is, a blank one between each two passages; itself where nothing runs on in it."""
    text = row.text
    if "\t" in text.strip() or "<t" in text.lower():
        return [row]
    bounds = [0, *items_in(text), len(text)]
    parts = [part for a, b in pairwise(bounds) for part in _passages(text, a, b)]
    if len(parts) <= 1 + len(_GAP):
        return [row]
    return [replace(row, offset=row.offset + a, text=text[a:b]) for a, b in parts[: -len(_GAP)]]


def items_in(text: str) -> list[int]:
    """Where the numbered items begin, three and more of them, each number one more than the last."""
    best: dict[int, list[int]] = {}
    for opening in _OPENING.finditer(text):
        number, at = int(opening[1]), opening.start()
        if not _THING.search(text[max(at - 30, 0) : at]):
            best[number] = max(best.get(number, []), [*best.get(number - 1, []), at], key=len)
    longest = max(best.values(), key=len, default=[])
    return longest if len(longest) >= _FEWEST else []


def _passages(text: str, begin: int, end: int) -> list[Span]:
    """The lines of a part of a text, each list and each passage with a blank line behind it."""
    found: list[Span] = []
    at = begin
    for lines in lists_in(text[begin:end]):
        placed = [(begin + a, begin + b) for a, b in lines]
        found += [*_in_parts(text, at, placed[0][0]), *placed, *_GAP]
        at = placed[-1][1]
    return [*found, *_in_parts(text, at, end)]


def _in_parts(text: str, begin: int, end: int) -> list[Span]:
    """A passage in parts of a page's length, a blank line behind each."""
    if not text[begin:end].strip():
        return []
    bounds = [begin, *((begin + cut for cut in cuts(text[begin:end])) if end - begin > PART else ()), end]
    return [span for part in pairwise(bounds) for span in (part, *_GAP)]
