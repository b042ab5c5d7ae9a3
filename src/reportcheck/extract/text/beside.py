"""Two tables that stand beside each other in a text -> the rows of the left one, and then those of the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reportcheck.extract.text.entries import is_total
from reportcheck.extract.text.figures import is_figure
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern

_LABEL = pattern(r"(?<=\S\s{3})\s*(?=(?:\d{3,6} )?[^\W\d_])")
_MARKS = frozenset("|\t")
_WIDEST = 600
_FEWEST = 3
"""Rows with words and figures on both sides."""


def in_turn(rows: list[Row]) -> list[Row]:
    """Rows, those of two tables beside each other one table after the other."""
    found: list[Row] = []
    for (wide, _), group in groupby(rows, key=lambda row: (_is_wide(row), row.page)):
        block = list(group)
        edge = _edge(block) if wide and len(block) > _FEWEST else 0
        found += [row for side in _halves(block, edge) for row in side] if edge else block
    return found


def _is_wide(row: Row) -> bool:
    """Whether a row can be one of two tables: blank, without words, or with a gap, and no other mark between cells."""
    if row.blank:
        return True
    gaps = "  " in row.text.strip() or not any(map(str.isalpha, row.text))
    return gaps and len(row.text) < _WIDEST and row.printed is None and not _MARKS & set(row.text)


def _edge(rows: list[Row]) -> int:
    """Where the right table begins: its labels, a total among them, start there behind the figures of the left one."""
    starts = Counter(at for row in rows for at in _starts(row.text))
    for at, count in starts.most_common(2):
        right = [row.text[at:] for row in rows]
        if count >= _FEWEST and any(map(is_total, right)) and not any(row.text[at - 2 : at].strip() for row in rows):
            return at
    return 0


def _starts(text: str) -> Iterator[int]:
    """Where words begin behind a gap, with words and a figure before it, and a figure behind them."""
    for match in _LABEL.finditer(text):
        before, after = text[: match.start()].split("  "), text[match.end() :].split("  ")
        if any(map(str.isalpha, before[0])) and _figures(before[1:]) and _figures(after[1:]):
            yield match.end()


def _figures(parts: list[str]) -> bool:
    return any(is_figure(part.strip()) for part in parts)


def _halves(rows: list[Row], edge: int) -> tuple[list[Row], list[Row]]:
    """The rows of both sides, the right ones behind a blank row or two."""
    left = [replace(row, text=row.text[:edge].rstrip()) if len(row.text) > edge else row for row in rows]
    right = [replace(row, offset=row.offset + edge, text=row.text[edge:]) for row in rows]
    gap = replace(rows[-1], text="")
    return [*left, gap, gap], [*right, gap, gap]
