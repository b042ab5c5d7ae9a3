"""Rows of words and then figures, not in line or parted by single blanks -> tables, by how many end each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportcheck.extract.text import aligned
from reportcheck.extract.text.delimited import Cells, made
from reportcheck.extract.text.entries import Entry, entry_of, is_grid, is_list, is_running, width_of, with_own
from reportcheck.extract.text.figures import is_amount, value
from reportcheck.extract.text.footing import holds_in
from reportcheck.extract.text.heads import heads_of
from reportcheck.extract.text.labels import labelled
from reportcheck.extract.text.markup import text_of
from reportcheck.extract.text.placing import Figures, placed
from reportcheck.extract.text.source import Row
from reportcheck.model import Table, Text
from reportcheck.patterns import pattern
from reportcheck.words.things import PICTURES, TABLES

_SENTENCE = pattern(r"[.;:?!]$")
_CAPTION = pattern(rf"\s*(?:{TABLES}|{PICTURES}|schedule|source|notes?)\b\s?[\d:A-Z.]", re.IGNORECASE)
_GROWTH = pattern(r"\W*(?:\w+ )?(?:growth|(?:annual |year on year |y/y )?change)\b", re.IGNORECASE)
_LISTED = pattern(r"\s*(?:#{1,6}|[*+•●○■▪◦‣·–-])\s+(?=\S)")
_BETWEEN = 3
_NARROW = 7
_SHORT = 32
"""Letters: a column as narrow as this breaks its labels over many lines."""
_HEADS = 14
_WIDEST_GAP = 4
"""Blank rows between two lines of a list."""


def tables(rows: list[Row], furniture: frozenset[int]) -> Iterator[tuple[int, int, Table]]:
    """The tables of such rows in a text, each with its first row and the row after its last."""
    entries = [None if index in furniture else entry_of(row) for index, row in enumerate(rows)]
    at, free = 0, 0
    while at < len(rows):
        if (entry := entries[at]) is None or entry.empty or is_running(entry):
            at += 1
            continue
        while at > free and at - 1 not in furniture and (before := entries[at - 1]) and before.empty:
            at -= 1
        region = _region(rows, entries, furniture, at)
        own = with_own([e for i in region if (e := entries[i])])
        for index, entry in zip([i for i in region if entries[i]], own, strict=True):
            entries[index] = entry
        width = width_of(own)
        if width == 1:
            region = _amounts(region, entries)
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
    return table is not None and holds_in(table) >= holds_in(found) + (not aligned.tells_columns(rows))


def _region(rows: list[Row], entries: Sequence[Entry | None], furniture: frozenset[int], at: int) -> list[int]:
    """The rows that hang together from `at` on: those with figures, and short rows of words between them."""
    kept, blanks = [at], 0
    most_blank = max(_gap(rows, at), 1)
    waiting: list[int] = []
    for index in range(at + 1, len(rows)):
        row = rows[index]
        if index in furniture or (row.text and not row.text.strip("-_=. \t*")):
            continue
        if row.blank:
            blanks += 1
            if blanks > most_blank:
                break
            continue
        if (entry := entries[index]) is not None:
            if 1 < blanks < most_blank or _is_prose(entry, entries[at:index]):
                break
            kept += [*waiting, index]
            waiting, blanks = [], 0
            continue
        most = _NARROW if len(row.text.strip()) < _SHORT else _BETWEEN
        if blanks or len(waiting) >= most or not _is_label(row.text):
            break
        waiting.append(index)
    return kept


def _is_prose(entry: Entry, before: Sequence[Entry | None]) -> bool:
    """Whether a row runs on as a sentence does, after rows of which none has several figures."""
    return is_running(entry) and not any(e and len(e.figures) > 1 for e in before)


def _gap(rows: list[Row], at: int) -> int:
    """How many blank rows follow one: a text may set every line of it as far apart; 0 for more than it would."""
    gap = next((n for n, row in enumerate(rows[at + 1 : at + 2 + _WIDEST_GAP]) if not row.blank), 0)
    return gap if gap <= _WIDEST_GAP else 0


def _is_label(text: str) -> bool:
    """Whether a row of words can stand between rows of figures: short, no sentence, no caption."""
    bare = text.strip()
    if len(bare) > 100 or _CAPTION.match(bare) or "\t" in bare or "|" in bare:
        return False
    return not (_SENTENCE.search(bare) and len(bare.split()) > 7) and not bare.startswith("#")


def _amounts(region: list[int], entries: Sequence[Entry | None]) -> list[int]:
    """The rows of a list up to its last amount: a date or the number of a page after it is no row of it."""
    end = len(region)
    if not any((e := entries[index]) and is_amount(e.text(e.figures[-1])) for index in region):
        return region
    while end > 1 and not ((e := entries[region[end - 1]]) and is_amount(e.text(e.figures[-1]))):
        end -= 1
    return region[:end]


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
    if width == 1 and not is_list(data):
        return None, 0
    figures = [Figures(tuple(map(e.text, e.figures)), _gaps(e), _grows(e)) for e in data]
    places = placed(figures, width)
    if width > 1 and not is_grid(data, figures, places, width):
        return None, 0
    small = _small(data, places, width)
    over = [rows[i] for i in range(begin, region[0])]
    headed = heads_of(over, small)[1] > 0
    label = labelled([(rows[i], e.label if e else None) for i, e in found], over, headed)
    heads, used = heads_of(label.heads, small)
    kept: list[tuple[Row, Cells]] = list(heads)
    columns = iter(zip(data, places, strict=True))
    for row, text, ends in label.rows:
        cells: Cells = [text]
        if ends:
            entry, at = next(columns)
            cells += _cells(entry, at, width)
            if entry.paid_by:
                cells.append(text_of(entry.row, *entry.paid_by))
        kept.append((row, cells))
    return made(_unmarked(kept), "", ""), len(label.heads) - used


def _unmarked(kept: list[tuple[Row, Cells]]) -> list[tuple[Row, Cells]]:
    """The rows without the signs of their list, where each begins with one: how far it is set in tells its level."""
    signs = [_LISTED.match(row.text) and _LISTED.match(cells[0].text) for row, cells in kept]
    if not all(signs):
        return kept
    return [
        (row, [cells[0].part(sign.end(), len(cells[0].text)), *cells[1:]])
        for (row, cells), sign in zip(kept, signs, strict=True)
        if sign
    ]


def _small(entries: list[Entry], places: list[tuple[int, ...]], width: int) -> list[bool]:
    """Whether each column has figures below a thousand only."""
    small = [True] * width
    for entry, columns in zip(entries, places, strict=True):
        for span, column in zip(entry.figures, columns, strict=True):
            small[column] = small[column] and abs(value(entry.text(span)) or Decimal(0)) < 1_000
    return small


def _cells(entry: Entry, places: tuple[int, ...], width: int) -> Cells:
    """The figures of a row, each in its column."""
    cells = [Text("")] * width
    for span, place in zip(entry.figures, places, strict=True):
        cells[place] = text_of(entry.row, *span)
    return cells


def _grows(entry: Entry) -> bool:
    """Whether a row tells of growth, from one column to the next."""
    return _GROWTH.match(entry.row.text[: entry.label]) is not None


def _gaps(entry: Entry) -> tuple[int, ...]:
    """How many blanks stand before each figure of a row."""
    text = entry.row.text
    return tuple(begin - len(text[:begin].rstrip()) for begin, _ in entry.figures)
