"""Rows whose cells are parted by runs of two and more spaces -> tables, by where the figures stand under each other."""

from __future__ import annotations

import re

from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text

_PART = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(
    r"[(\-−–+]{0,2}\s?[£$€]?\s?[(\-−–+]?(?:\d[\d,.]*|\.\d+)\s?(?:%|k|m|bn)?\)?%?(?:\s?(?:CR|DR))?[*†-]?$"
    r"|[-–—]$|nil$|n/?a$|[£$€][-–]$",
    re.IGNORECASE,
)
_WIDEST = 600
"""Characters: no printed table is wider, and time grows with the square of its columns."""
_SUM_AT_END = re.compile(r"(?:[£$€]\s?\d[\d,.]*|\d,\d{3}(?:\.\d\d)?|\d\.\d\d)\)?$")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")

Span = tuple[int, int]


def aligned(rows: list[Row], at: int) -> tuple[list[Row], int] | None:
    """The rows of a table in columns that begins at `at`, and where the text goes on; None where none begins."""
    if not _columned(rows[at].text):
        return None
    end, numeric, last, misses = at, 0, at, 0
    while end < len(rows) and rows[end].page == rows[at].page:
        text = rows[end].text
        if rows[end].blank:
            if end + 1 < len(rows) and not _goes_on(rows[at], rows[end + 1]):
                break
        elif _columned(text):
            figures = _figures(text)
            numeric += figures > 0
            last, misses = end + 1, 0
        else:
            misses += 1
            if misses > 2 or len(text.strip()) > 70:
                break
        end += 1
    return ([r for r in rows[at:last] if not r.blank], last) if numeric >= 2 else None


def _goes_on(first: Row, row: Row) -> bool:
    """Whether a row after a blank one belongs to the table: it has figures, or the headings of the first row again."""
    if not _columned(row.text):
        return False
    return _figures(row.text) > 0 or _PART.findall(row.text)[1:] == _PART.findall(first.text)[1:]


def _columned(text: str) -> bool:
    """Whether a row has cells with white space between them; dotted leaders are for contents."""
    bare = text.strip()
    if "  " not in bare or "\t" in bare or len(bare) > _WIDEST:
        return False
    return not _LEADERS.search(bare) or _SUM_AT_END.search(bare) is not None


def _figures(text: str) -> int:
    """How many of a row's cells after its first are figures."""
    return sum(1 for a, b in _spans(text)[1:] if _FIGURE.match(text[a:b]))


def _spans(text: str) -> list[Span]:
    """Where a row's cells stand; the dots that lead to a sum are no part of them."""
    spans = []
    for match in _PART.finditer(text):
        begin, end = match.span()
        if text[end - 1] in ".…" and text[begin:end].endswith(("....", "…", ". .")):
            end = begin + len(text[begin:end].rstrip(".… "))
        if end > begin:
            spans.append((begin, end))
    return spans


def table_of(found: list[Row], above: str, caption: str) -> Table | None:
    """The rows as a table, a column for each place where figures stand; None where they stand in none."""
    found = [row for row in found if row.text.strip(" |+-_=")]
    parts = [_spans(row.text) for row in found]
    columns = _columns(found, parts)
    if len(columns) < 2:
        return None
    kept: list[tuple[Row, Cells]] = []
    for row, spans in zip(found, parts, strict=True):
        cells: Cells = [Text("")] * len(columns)
        for span in spans:
            column = _column(span, columns)
            text = text_of(row, *span)
            cells[column] = Text.join([cells[column], text]) if cells[column].text else text
        if kept and not any(c.text for c in cells[1:]) and _wrapped(kept[-1][1], cells):
            kept[-1] = (kept[-1][0], [Text.join([kept[-1][1][0], cells[0]]), *kept[-1][1][1:]])
            continue
        kept.append((row, cells))
    return made(kept, above, caption)


def _wrapped(before: Cells, cells: Cells) -> bool:
    """Whether a label goes on in the next row: it opens with a small letter under a row with figures."""
    return cells[0].text[0].islower() and any(c.text for c in before[1:])


def _columns(found: list[Row], parts: list[list[Span]]) -> list[Span]:
    """Where the columns stand: the first parts of all rows, then each place where figures overlap."""
    figures = sorted(
        span
        for row, spans in zip(found, parts, strict=True)
        for span in spans[1:]
        if _FIGURE.match(row.text[slice(*span)])
    )
    merged: list[Span] = []
    for begin, end in figures:
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    if not merged:
        return []
    labels = [spans[0] for spans in parts if spans and spans[0][0] < merged[0][0]]
    if not labels:
        return merged
    texts = [span for spans in parts for span in spans[1:] if span[1] <= merged[0][0] and len(spans) > 2]
    edge = min(begin for begin, _ in labels)
    middle = _middle(texts, edge)
    return [(edge, min(max(end for _, end in labels), merged[0][0])), *middle, *merged]


def _middle(texts: list[Span], edge: int) -> list[Span]:
    """Columns of words between the labels and the figures: begun at one place in several rows."""
    starts: dict[int, list[Span]] = {}
    for span in texts:
        starts.setdefault(span[0], []).append(span)
    return [(b, max(e for _, e in spans)) for b, spans in sorted(starts.items()) if len(spans) >= 2 and b > edge]


def _column(span: Span, columns: list[Span]) -> int:
    """The column that a part stands in: the one that it overlaps most, else the nearest."""
    best, score = 0, -10_000
    for index, (begin, end) in enumerate(columns):
        overlap = min(span[1], end) - max(span[0], begin)
        if overlap > score:
            best, score = index, overlap
    return best
