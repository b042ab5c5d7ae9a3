"""A paragraph in which whole minutes run on -> rows: its numbered items, the lists in it line by line, its passages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportcheck.extract.long_lines import PART, cuts
from reportcheck.extract.text.figures import Span
from reportcheck.extract.text.run_together import lists_in
from reportcheck.extract.text.source import Row
from reportcheck.words.openings import items_in

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
