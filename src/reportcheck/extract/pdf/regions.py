"""Rows of print -> regions that are tables without drawn cells: rows of figures that share white gutters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Levels
from reportcheck.extract.pdf.heads import MOST_BETWEEN, top_of
from reportcheck.extract.pdf.kinds import is_data, is_prose, names_years, ruled_near
from reportcheck.extract.pdf.rows import Chunk, Row
from reportcheck.patterns import pattern
from reportcheck.records import record

LEAST = 0.2
"""A gutter is at least so many heights of type wide."""
LOOSEST = 3.2
"""A table ends where white space is this many times its type's height."""
_TOTAL = pattern(r"^(?:sub-?\s?|grand\s)?totals?\b", re.I)
Gap = tuple[float, float]
_MONEY = pattern(r"^[(-]?[£$€]?\d{1,3}(?:,\d{3})*(?:\.\d\d)?\)?$|^[(-]?[£$€]?\d+\.\d\d\)?$")
NEAR_ROWS = 3
"""A list's amounts stand no more rows apart than this."""
IN_LINE = 2.5


@record(frozen=True, slots=True)
class Region:
    """Rows that make a table: `first` is its first row of figures, rows before that are its head."""

    rows: tuple[Row, ...]
    first: int
    data: frozenset[int]
    years: frozenset[int] = frozenset()
    """Rows that name the years of columns of figures."""


def gaps(row: Row) -> list[Gap]:
    """The white between the chunks of a row."""
    return [(a.x1, b.x0) for a, b in zip(row.chunks, row.chunks[1:], strict=False)]


def shared(gutters: Sequence[Gap], row: Row, least: float) -> list[Gap]:
    """What of the gutters stays white in this row too."""
    left: list[Gap] = []
    for low, high in gutters:
        at = low
        for chunk in row.chunks:
            if chunk.x1 <= at or chunk.x0 >= high:
                continue
            if chunk.x0 - at >= least:
                left.append((at, chunk.x0))
            at = max(at, chunk.x1)
        if high - at >= least:
            left.append((at, high))
    return left


def regions(rows: Sequence[Row], across: Levels) -> list[Region]:
    """The tables among rows that stand under one another, in order."""
    data = [is_data(row) for row in rows]
    found: list[Region] = []
    at = free = 0
    while at < len(rows):
        if not data[at]:
            at += 1
            continue
        members = _run(rows, data, at)
        if _worth(rows, members, across):
            figures = [m for m in members if not names_years(rows[m])]
            start, body = top_of(rows, members[0], figures[0], free, across)
            end = _tail(rows, members[-1], across)
            chosen = tuple(rows[start : end + 1])
            years = frozenset(members) - frozenset(figures)
            found.append(
                Region(chosen, body - start, frozenset(m - start for m in figures), frozenset(y - start for y in years))
            )
            at = free = end + 1
        else:
            at = members[-1] + 1
    return found


def _run(rows: Sequence[Row], data: Sequence[bool], start: int) -> list[int]:
    """The rows of figures from `start` on that share a gutter, with no prose between them."""
    members = [start]
    gutters = gaps(rows[start])
    x0, x1 = rows[start].x0, rows[start].x1
    for at in range(start + 1, len(rows)):
        row = rows[at]
        if at - members[-1] > MOST_BETWEEN or _breaks_off(rows, data, members, at):
            break
        if data[at]:
            left = shared(gutters, row, LEAST * row.size)
            if left and row.x1 <= left[0][0]:
                left = []  # It ends before the first of them: its figure stands in no column.
            if not (left or in_line(row, rows[members[-1]])):
                break
            gutters = left or gutters
            x0, x1 = min(x0, row.x0), max(x1, row.x1)
            members.append(at)
        elif is_prose(row, x0, x1) and not _goes_on(rows, data, at, gutters):
            break
    return members


def _breaks_off(rows: Sequence[Row], data: Sequence[bool], members: Sequence[int], at: int) -> bool:
    """Whether a row stands far below the one over it, or under a head of its own whose columns are others."""
    row, above = rows[at], rows[at - 1]
    if row.top - above.bottom > 2 * LOOSEST * max(row.size, above.size):
        return True
    after_head = data[at] and not data[at - 1] and len(members) > 1
    return after_head and _other_columns(above, row, [rows[m] for m in members[-3:]])


def _other_columns(head: Row, row: Row, before: Sequence[Row]) -> bool:
    """Whether a row of heads stands over figures that are out of line with the columns over it: another table."""
    if len(head.chunks) < 2:
        return False
    known = [chunk for other in before for chunk in other.chunks[1:]]
    figures = [chunk for chunk in row.chunks[1:] if numeric(chunk.text)]
    out = [figure for figure in figures if not any(_in_line(figure, chunk) for chunk in known)]
    return 2 * len(out) > len(figures)


def _in_line(one: Chunk, two: Chunk) -> bool:
    """Whether one chunk stands over the other."""
    return one.x0 < two.x1 and two.x0 < one.x1


def in_line(row: Row, other: Row) -> bool:
    """Whether two rows are a label and an amount each, and the amounts end at the same place."""
    return len(row.chunks) == len(other.chunks) == 2 and abs(row.x1 - other.x1) < 2.5


def _goes_on(rows: Sequence[Row], data: Sequence[bool], at: int, gutters: Sequence[Gap]) -> bool:
    """Whether a long line in a list of figures is the start of an entry that ends in the next line or two."""
    for after in range(at + 1, min(at + 3, len(rows))):
        if rows[after].top - rows[after - 1].bottom > 0.5 * rows[after].size:
            return False
        if data[after]:
            return len(rows[after].chunks) == 2
    return False


def _worth(rows: Sequence[Row], members: Sequence[int], across: Levels) -> bool:
    """Whether rows of figures are enough of a table: two of them, or three where there is but one column."""
    if len(members) < 2:
        return False
    widest = max(len(rows[m].chunks) for m in members)
    if len(members) >= 3 or widest >= 3 or ruled_near(rows, members[0], members[-1], across):
        return True
    return _TOTAL.match(rows[members[-1]].chunks[0].text) is not None


def _tail(rows: Sequence[Row], last: int, across: Levels) -> int:
    """The last row of the table: a label that runs on below its figures stays, where a rule or its place says so."""
    end = last
    for at in range(last + 1, min(last + 4, len(rows))):
        row, above = rows[at], rows[at - 1]
        if row.top - above.bottom > 1.2 * row.size or is_prose(row, rows[last].x0, rows[last].x1):
            break
        closing = across.within(row.base - 0.2 * row.size, row.bottom + row.size)
        if any(r[1] <= row.x0 + 5 and r[2] > rows[last].x1 - 5 for r in closing):
            end = at
    return end


def tails_cut(rows: Sequence[Row]) -> list[Row]:
    """The rows, in order, with those cut that end in an amount right under or over one that stands apart."""
    done = list(rows)
    places = [_apart(row) for row in done]
    if not any(places):
        return done
    for step in (1, -1):
        order = range(len(done)) if step > 0 else range(len(done) - 1, -1, -1)
        for at in order:
            if places[at] is None and _ends_in_money(done[at]) and _near(places, done, at):
                done[at] = _cut(done[at])
                places[at] = done[at].x1
    return done


def _apart(row: Row) -> float | None:
    """The right end of an amount that a wide gap parts from the words before it."""
    last = row.chunks[-1]
    return last.x1 if len(row.chunks) > 1 and _MONEY.match(last.text) else None


def _ends_in_money(row: Row) -> bool:
    words = row.chunks[-1].words
    last = words[-1].text
    if len(words) < 2 or not _MONEY.match(last) or last.isdigit():
        return False
    return last[0] in "£$€" or not numeric(words[-2].text)


def _near(places: Sequence[float | None], rows: Sequence[Row], at: int) -> bool:
    """Whether an amount that stands apart ends at the same place in one of the next rows."""
    for other in range(max(at - NEAR_ROWS, 0), min(at + NEAR_ROWS + 1, len(rows))):
        place = places[other]
        if place is not None and abs(place - rows[at].x1) <= IN_LINE:
            return abs(rows[other].base - rows[at].base) < 5 * NEAR_ROWS * rows[at].size
    return False


def _cut(row: Row) -> Row:
    last = row.chunks[-1]
    head, tail = last.words[:-1], last.words[-1:]
    chunks = (
        *row.chunks[:-1],
        Chunk(head, head[0].x0, max(w.x1 for w in head), " ".join(w.text for w in head)),
        Chunk(tail, tail[0].x0, tail[0].x1, tail[0].text),
    )
    return row._replace(chunks=chunks)
