"""Rows of words and then figures, not in line or parted by single blanks -> tables, by how many end each row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportcheck.extract.text import aligned
from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.figures import Span, is_amount, is_dated, is_year, says_something, solid, trailing, value
from reportcheck.extract.text.footing import holds, holds_in
from reportcheck.extract.text.heads import heads_of
from reportcheck.extract.text.labels import labelled
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.placing import Figures, placed
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text

_LONGEST = 400
_SENTENCE = re.compile(r"[.;:?!]$")
_CAPTION = re.compile(r"\s*(?:table|figure|chart|exhibit|schedule|source|notes?)\b\s?[\d:A-Z.]", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:of|to|by|was|were|is|are|from|at|and|or|than|the|a|an|in|on|for|with|about|over|under|nearly|than|no|number"
    r"|between|table|figure|section|page|paragraph|minute|item|chapter|appendix|version|phase|level|ward|zone|band)$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[•●○■▪◦‣·*o–-]\s|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s)", re.IGNORECASE)
_BESIDE = re.compile(r"\(\d[\d.,]*\s?%\)")
"""A share in brackets after its amount: a list that says both, and no two columns."""
_TOTAL = re.compile(r"(?:sub|grand)?[\s-]?total\b|\bnet\b|\bbalance\b", re.IGNORECASE)
_BETWEEN = 3
_NARROW = 7
_SHORT = 32
"""Letters: a column as narrow as this breaks its labels over many lines."""
_HEADS = 14


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that ends in figures: where its label ends, and where the figures stand."""

    row: Row
    label: int
    figures: tuple[Span, ...]

    def text(self, span: Span) -> str:
        """A figure as printed."""
        return self.row.text[slice(*span)]

    def last(self, width: int) -> Entry:
        """The row with its last `width` figures: those before belong to its label."""
        kept = self.figures[-width:]
        return Entry(self.row, len(self.row.text[: kept[0][0]].rstrip(" .…_")), kept)


def tables(rows: list[Row], furniture: frozenset[int]) -> Iterator[tuple[int, int, Table]]:
    """The tables of such rows in a text, each with its first row and the row after its last."""
    entries = [None if index in furniture else _entry(row) for index, row in enumerate(rows)]
    at, free = 0, 0
    while at < len(rows):
        if entries[at] is None:
            at += 1
            continue
        region = _region(rows, entries, furniture, at)
        width = _width([e for i in region if (e := entries[i])])
        begin = _begin(rows, entries, furniture, at, free)
        table, over = _table(rows, entries, begin, region, width) if width else (None, 0)
        if table is not None and not _stands_in_line([rows[i] for i in range(begin, region[-1] + 1)], table):
            yield begin + over, region[-1] + 1, table
            free = region[-1] + 1
        at = region[-1] + 1


def _stands_in_line(rows: list[Row], found: Table) -> bool:
    """Whether the places of the cells tell their columns; the sums decide where both are readings."""
    apart = sum("  " in row.text.strip() for row in rows if not row.blank)
    if apart * 2 < sum(not row.blank for row in rows):
        return False
    table = aligned.table_of(rows, "", "")
    return table is not None and holds_in(table) >= holds_in(found)


def _entry(row: Row) -> Entry | None:
    text = row.text
    if row.blank or len(text) > _LONGEST or "|" in text or "\t" in text.strip() or not text[-12:].strip():
        return None
    figures = trailing(solid(text))
    while figures and (is_dated(text[: figures[0][0]]) or _LEADING.search(text[: figures[0][0]].rstrip())):
        figures = figures[1:]
    if not figures or (len(figures) == 1 and not text[: figures[0][0]].strip()):
        return None
    if len(figures) < 3 and not any(says_something(text[a:b]) for a, b in figures):
        return None
    return Entry(row, len(text[: figures[0][0]].rstrip(" .…_")), tuple(figures))


def _region(rows: list[Row], entries: Sequence[Entry | None], furniture: frozenset[int], at: int) -> list[int]:
    """The rows that hang together from `at` on: those with figures, and short rows of words between them."""
    kept, blanks = [at], 0
    waiting: list[int] = []
    for index in range(at + 1, len(rows)):
        row = rows[index]
        if index in furniture or (row.text and not row.text.strip("-_=. \t*")):
            continue
        if row.blank:
            blanks += 1
            if blanks > 1:
                break
            continue
        if entries[index] is not None:
            kept += [*waiting, index]
            waiting, blanks = [], 0
            continue
        most = _NARROW if len(row.text.strip()) < _SHORT else _BETWEEN
        if blanks or len(waiting) >= most or not _is_label(row.text):
            break
        waiting.append(index)
    return kept


def _is_label(text: str) -> bool:
    """Whether a row of words can stand between rows of figures: short, no sentence, no caption."""
    bare = text.strip()
    if len(bare) > 100 or _CAPTION.match(bare) or "\t" in bare or "|" in bare:
        return False
    return not (_SENTENCE.search(bare) and len(bare.split()) > 7) and not bare.startswith("#")


def _width(entries: list[Entry]) -> int:
    """How many columns of figures rows have: the most that a fair share of them has; 0 where there is no table."""
    counts = Counter(len(e.figures) for e in entries if sum(says_something(e.text(s)) for s in e.figures) > 1)
    wide = sum(counts.values())
    fair = [size for size, count in counts.items() if count >= max(2, wide * 0.2)]
    if fair:
        return max(fair)
    return 1 if all(len(e.figures) == 1 or _is_dashed(e) for e in entries) else 0


def _is_dashed(entry: Entry) -> bool:
    """Whether a dash parts the words of a row from its one figure."""
    return len(entry.figures) == 2 and not says_something(entry.text(entry.figures[0]))


def _begin(rows: list[Row], entries: Sequence[Entry | None], furniture: frozenset[int], at: int, free: int) -> int:
    """The first of the rows of headings that stand over a table: no sentence, no caption, nothing blank between."""
    first = at
    while first > free and at - first < _HEADS:
        before = first - 1
        if before in furniture or rows[before].blank or entries[before] is not None:
            break
        if not _is_label(rows[before].text):
            break
        first = before
    return first


def _table(
    rows: list[Row], entries: Sequence[Entry | None], begin: int, region: list[int], width: int
) -> tuple[Table | None, int]:
    """The rows of a region as a table, and how many of the rows from `begin` on stand over it as lines."""
    found = [(i, e.last(width) if (e := entries[i]) and len(e.figures) > width else entries[i]) for i in region]
    data = [e for _, e in found if e is not None]
    if width == 1 and not _is_list(data):
        return None, 0
    figures = [Figures(tuple(e.text(s) for s in e.figures), _gaps(e)) for e in data]
    places = placed(figures, width)
    if width > 1 and not _is_grid(figures, places, width):
        return None, 0
    label = labelled([(rows[i], e.label if e else None) for i, e in found], [rows[i] for i in range(begin, region[0])])
    heads, used = heads_of(label.heads, width)
    kept: list[tuple[Row, Cells]] = list(heads)
    columns = iter(zip(data, places, strict=True))
    for row, text, ends in label.rows:
        cells: Cells = [text]
        if ends:
            entry, at = next(columns)
            cells += _cells(entry, at, width)
        kept.append((row, cells))
    return made(kept, "", ""), len(label.heads) - used


def _cells(entry: Entry, places: tuple[int, ...], width: int) -> Cells:
    """The figures of a row, each in its column."""
    cells = [Text("")] * width
    for span, place in zip(entry.figures, places, strict=True):
        cells[place] = text_of(entry.row, *span)
    return cells


def _gaps(entry: Entry) -> tuple[int, ...]:
    """How many blanks stand before each figure of a row."""
    text = entry.row.text
    return tuple(begin - len(text[:begin].rstrip()) for begin, _ in entry.figures)


def _is_grid(rows: list[Figures], places: list[tuple[int, ...]], width: int) -> bool:
    """Whether rows of two and more figures are a table: enough of them whole, and amounts among them."""
    whole = [row for row in rows if len(row.texts) == width]
    if len(whole) < 2 or len(whole) * 4 < len(rows):
        return False
    values: list[list[Decimal | None]] = [[None] * width for _ in rows]
    for line, row, place in zip(values, rows, places, strict=True):
        for text, column in zip(row.texts, place, strict=True):
            line[column] = value(text)
    if all(_BESIDE.match(row.texts[-1]) for row in rows):
        return False
    amounts = sum(is_amount(text) for row in whole for text in row.texts)
    if all(is_year(text) for row in whole for text in row.texts if says_something(text)):
        return False
    held = holds(values)
    return held > 1 or (amounts * 3 >= len(whole) * width and len(whole) >= (3 if width < 3 else 2))


def _is_list(entries: list[Entry]) -> bool:
    """Whether rows of one figure are a list of amounts: no sentences or bullets, and many, or with their total."""
    texts = [e.text(e.figures[0]) for e in entries]
    labels = [e.row.text[: e.label].strip() for e in entries]
    if len(entries) < 3 or any(len(label) > 90 for label in labels):
        return False
    if sum(is_amount(text) for text in texts) * 4 < len(texts) * 3 or len({"%" in t for t in texts}) > 1:
        return False
    if any(_BULLET.match(e.row.text) for e in entries):
        return False
    values = [[value(text)] for text in texts]
    return len(entries) >= 4 or holds(values) > 0 or any(_TOTAL.search(label) for label in labels)
