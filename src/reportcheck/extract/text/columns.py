"""Where the columns of rows in line stand: each place where figures overlap, and those of the words around them."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from reportcheck.extract.text.figures import Span, is_figure, says_something, solid
from reportcheck.extract.text.source import Row
from reportcheck.patterns import pattern

GROUPS = pattern(r"[(\-−–]?[£$€]?\s?\d{1,3}(?: \d{3})+(?:[.,]\d+)?\)?$")
_TOUCH, _CLOSE = 1, 3
"""Blanks between two columns of figures, fewer than any two that stand beside one another in a row have."""


def holds_figure(text: str) -> bool:
    """Whether a part of a row is a figure, also one whose thousands blanks part."""
    return is_figure(text) or GROUPS.match(text) is not None


def columns_of(found: list[Row], parts: list[list[Span]]) -> list[Span]:
    """Where the columns stand: each place where figures overlap, and those of words before, between and after them."""
    by_row = [
        [span for span in (spans if len(spans) > 2 else spans[1:]) if holds_figure(solid(row.text[slice(*span)]))]
        for row, spans in zip(found, parts, strict=True)
    ]
    merged = _slanted(_merged(sorted(chain.from_iterable(by_row))), by_row)
    if not merged or not _shared(found, parts, merged):
        return []
    texts = [
        span
        for row, spans in zip(found, parts, strict=True)
        for span in spans
        if not holds_figure(solid(row.text[slice(*span)])) and not any(a < span[1] and span[0] < b for a, b in merged)
    ]
    labels = [span for span in texts if span[1] <= merged[0][0]]
    edge = min((begin for begin, _ in labels), default=merged[0][0])
    firsts = [spans[0] for spans in parts if spans and spans[0][0] < merged[0][0]]
    before = [(min(a for a, _ in firsts), min(max(b for _, b in firsts), merged[0][0]))] if firsts else []
    inner = [span for spans in parts for span in spans[1:] if span[1] <= merged[0][0] and len(spans) > 2]
    after = [span for span in texts if span[0] >= merged[0][1]]
    return sorted([*before, *_middle(inner, edge), *_words(after, merged), *merged])


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for begin, end in spans:
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def _slanted(columns: list[Span], by_row: list[list[Span]]) -> list[Span]:
    """The columns, two that touch as one where no row has a figure in both: figures set about a middle."""
    rows = [{column_at(span, columns) for span in spans} for spans in by_row]
    filled = [sum(at in row for row in rows) for at in range(len(columns))]
    found = columns[:1]
    taken = {0}
    for at in range(1, len(columns)):
        gap = columns[at][0] - found[-1][1]
        few = min(sum(filled[k] for k in taken), filled[at])
        alone = not any(at in row and row & taken for row in rows)
        if alone and (gap <= _TOUCH or (few == 1 and gap <= _CLOSE)):
            found[-1] = (found[-1][0], columns[at][1])
            taken.add(at)
        else:
            found.append(columns[at])
            taken = {at}
    return found


def _shared(found: list[Row], parts: list[list[Span]], columns: list[Span]) -> bool:
    """Whether figures do stand under each other: most in a column with those of other rows, none beside another."""
    filled: Counter[int] = Counter()
    doubled = 0
    for row, spans in zip(found, parts, strict=True):
        figures = [s for s in spans if holds_figure(t := solid(row.text[slice(*s)])) and says_something(t)]
        places = Counter(
            column_at(span, columns) for span in figures if any(a < span[1] and span[0] < b for a, b in columns)
        )
        filled.update(places.keys())
        doubled += any(count > 1 for count in places.values())
    rows = sum(bool(spans) for spans in parts)
    return sum(n for n in filled.values() if n > 1) * 2 >= sum(filled.values()) and doubled * 8 <= rows


def _middle(texts: list[Span], edge: int) -> list[Span]:
    """Columns of words between the labels and the figures: begun at one place in several rows."""
    starts: dict[int, list[Span]] = {}
    for span in texts:
        starts.setdefault(span[0], []).append(span)
    return [(b, max(e for _, e in spans)) for b, spans in sorted(starts.items()) if len(spans) >= 2 and b > edge]


def _words(texts: list[Span], figures: list[Span]) -> list[Span]:
    """Columns of words between the figures and after them: where the words of two rows and more overlap."""
    columns = []
    for begin, end in _merged(sorted(texts)):
        if sum(begin <= a < end for a, _ in texts) >= 2:
            stop = min((a for a, _ in figures if a >= end), default=end)
            columns.append((begin, min(end, stop)))
    return columns


def column_at(span: Span, columns: list[Span]) -> int:
    """The column that a part stands in: the one that it overlaps most, else the nearest."""
    best, score = 0, -10_000
    for index, (begin, end) in enumerate(columns):
        overlap = min(span[1], end) - max(span[0], begin)
        if overlap > score:
            best, score = index, overlap
    return best
