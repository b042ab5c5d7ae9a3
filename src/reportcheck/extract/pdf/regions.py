"""Rows of print -> regions that are tables without drawn cells: rows of figures that share white gutters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportcheck.extract.pdf.draft import goes_on, numeric
from reportcheck.extract.pdf.grids import Levels, Rule
from reportcheck.extract.pdf.rows import Row

MOST_BETWEEN = 5
"""So many rows without figures may stand between two with figures in one table."""
LEAST = 0.2
"""A gutter is at least so many heights of type wide."""
LOOSEST = 3.2
"""A table ends where white space is this many times its type's height."""
FRAME = 36.0
"""A rule that begins so many points left of a table is the page's frame."""
_CAPTION = re.compile(r"^(?:table|figure|chart|graph|exhibit|appendix|annex|source|note|notes)\b", re.I)
_TOTAL = re.compile(r"^(?:sub-?\s?|grand\s)?totals?\b", re.I)
_LEADS_ON = re.compile(r"\b(?:follows?|following|below)\s*:?$", re.I)
_ITEM = re.compile(r"^\(?(?:\d{1,2}(?:\.\d+)*|[a-z]|[ivx]+)[.):]?$", re.I)
_YEAR = re.compile(r"^(?:(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d){1,2})?|[£$€]'?(?:000s?|m)?)$")
_DATE = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$")

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that make a table: `first` is its first row of figures, rows before that are its head."""

    rows: tuple[Row, ...]
    first: int
    data: frozenset[int]


def is_data(row: Row) -> bool:
    """Whether a row shows figures in columns: a label and a figure, or two figures."""
    chunks = row.chunks
    if len(chunks) < 2:
        return False
    figures = sum(1 for chunk in chunks[1:] if numeric(chunk.text) and not _DATE.match(chunk.text))
    if 3 * figures < len(chunks) - 1 or not figures or _names_years(row):
        return False
    if len(chunks) == 2 and _ITEM.match(chunks[0].text) and not numeric(chunks[1].text):
        return False
    prose = sum(1 for chunk in chunks[1:] if len(chunk.text) > 60 and not numeric(chunk.text))
    return figures > prose or (figures == prose == 1 and len(chunks) > 2 and not numeric(chunks[-1].text))


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
            start, body = _top(rows, members[0], free, across)
            end = _tail(rows, members[-1], across)
            chosen = tuple(rows[start : end + 1])
            found.append(Region(chosen, body - start, frozenset(m - start for m in members)))
            at = free = end + 1
        else:
            at = members[-1] + 1
    return found


def _top(rows: Sequence[Row], first: int, free: int, across: Levels) -> tuple[int, int]:
    """The first row of a table's head, and of its body, whose first row of figures is known."""
    body = first - _begun(rows, first, free)
    labels = _labels_over(rows, body, free, rows[first])
    start = head_start(rows, labels, free, across, rows[first])
    if start == labels < body:  # No head over them: headings of the page.
        labels, start = body, head_start(rows, body, free, across, rows[first])
    return start, labels


def _begun(rows: Sequence[Row], first: int, free: int) -> int:
    """How many lines over the first row of figures its label begins in, of which it is the rest or the middle."""
    row = rows[first]
    if first <= free:
        return 0
    over = rows[first - 1]
    if len(over.chunks) > 1 or over.x1 >= row.chunks[-1].x0:
        return 0
    if abs(over.x0 - row.x0) < 2 * row.size:
        return int(row.top - over.bottom < 0.4 * row.size and goes_on(_label(over), _label(row)))
    if over.x1 >= row.x0 or row.top >= over.bottom - 0.1 * row.size:
        return 0
    return 1 + (first - 2 >= free and _wraps(rows[first - 2], over))


def _wraps(over: Row, row: Row) -> bool:
    """Whether a label of one line is the rest of the line over it."""
    near = row.top - over.bottom < 0.25 * row.size and abs(over.x0 - row.x0) < 2
    return near and len(over.chunks) == 1 and goes_on(_label(over), _label(row))


def _labels_over(rows: Sequence[Row], body: int, free: int, like: Row) -> int:
    """The first of the headings, in the column of the labels, that stand between a table's head and its figures."""
    at = body
    while at > max(free, body - MOST_BETWEEN):
        row = rows[at - 1]
        if rows[at].top - row.bottom > 1.6 * like.size or len(row.chunks) > 1 or row.x1 >= like.chunks[-1].x0:
            break
        if row.x0 > like.x0 + 2 * like.size or is_prose(row, like.x0, like.x1):
            break
        at -= 1
    return at


def _label(row: Row) -> str:
    return row.chunks[0].text


def _run(rows: Sequence[Row], data: Sequence[bool], start: int) -> list[int]:
    """The rows of figures from `start` on that share a gutter, with no prose between them."""
    members = [start]
    gutters = gaps(rows[start])
    x0, x1 = rows[start].x0, rows[start].x1
    for at in range(start + 1, len(rows)):
        row, above = rows[at], rows[at - 1]
        white = row.top - above.bottom
        if at - members[-1] > MOST_BETWEEN or white > 2 * LOOSEST * max(row.size, above.size):
            break
        if len(members) > 1 and _is_new_head(row, x0, x1) and not data[at - 1]:
            break
        if data[at]:
            left = shared(gutters, row, LEAST * row.size)
            loose = white > LOOSEST * max(row.size, above.size)
            if not left and not in_line(row, rows[members[-1]]):
                break
            if loose and (len(left) < 2 or len(left) < len(gutters)):
                break
            gutters = left or gutters
            x0, x1 = min(x0, row.x0), max(x1, row.x1)
            members.append(at)
        elif is_prose(row, x0, x1) and not _goes_on(rows, data, at, gutters):
            break
    return members


def _is_new_head(row: Row, x0: float, x1: float) -> bool:
    """Whether a row under the figures only names years, to the right of their labels: the head of another table."""
    return row.x0 > x0 + 0.25 * (x1 - x0) and _names_years(row)


def _names_years(row: Row) -> bool:
    """Whether a row holds years, or the unit of the figures under it, and nothing else."""
    return all(_YEAR.match(chunk.text) for chunk in row.chunks)


def in_line(row: Row, other: Row) -> bool:
    """Whether two rows are a label and an amount each, and the amounts end at the same place."""
    return len(row.chunks) == len(other.chunks) == 2 and abs(row.x1 - other.x1) < 2.5


def _goes_on(rows: Sequence[Row], data: Sequence[bool], at: int, gutters: Sequence[Gap]) -> bool:
    """Whether a long line in a list of figures is the start of an entry that ends in the next line or two."""
    for after in range(at + 1, min(at + 3, len(rows))):
        if rows[after].top - rows[after - 1].bottom > 0.5 * rows[after].size:
            return False
        if data[after]:
            return bool(shared(gutters, rows[after], LEAST * rows[after].size)) and len(rows[after].chunks) == 2
    return False


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


def _worth(rows: Sequence[Row], members: Sequence[int], across: Levels) -> bool:
    """Whether rows of figures are enough of a table: two of them, or three where there is but one column."""
    if len(members) < 2:
        return False
    widest = max(len(rows[m].chunks) for m in members)
    if len(members) >= 3 or widest >= 3 or _ruled(rows, members[0], members[-1], across):
        return True
    return bool(_TOTAL.match(rows[members[-1]].chunks[0].text))


def _ruled(rows: Sequence[Row], first: int, last: int, across: Levels, over: float = 4) -> list[Rule]:
    """Level rules near those rows that are as wide as a good part of them."""
    top, bottom = rows[first].top - over * rows[first].size, rows[last].bottom + 2 * rows[last].size
    x0, x1 = rows[first].x0, rows[first].x1
    return [
        r for r in across.within(top, bottom) if min(r[2], x1) - max(r[1], x0) > 0.5 * (x1 - x0) and r[1] > x0 - FRAME
    ]


def head_start(rows: Sequence[Row], first: int, free: int, across: Levels, like: Row | None = None) -> int:
    """The first row of the table's head, from its row `first` upwards; `like` is a row of figures, if that is none."""
    body = like or rows[first]
    rules = [r[0] for r in _ruled(rows, first, first, across, 10) if r[0] < rows[first].base]
    start = first
    for at in range(first - 1, max(free - 1, first - 9), -1):
        row, below = rows[at], rows[at + 1]
        if below.top - row.bottom > 1.6 * max(row.size, body.size):
            break
        if is_prose(row, body.x0, body.x1) or row.x1 < body.x0 or row.x0 > body.x1:
            break
        fenced = any(rule < row.top + 0.3 * row.size for rule in rules)
        beside = row.x0 > body.chunks[0].x1 or len(row.chunks) > 1
        if not fenced and not beside:
            break
        if rules and not fenced and min(rules) > row.bottom - 0.3 * row.size and len(row.chunks) == 1:
            break
        start = at
    return _below_title(rows, start, first, body, rules)


def _below_title(rows: Sequence[Row], start: int, first: int, body: Row, rules: Sequence[float]) -> int:
    """The first row of a head under the lines, set in its middle, that only name the table."""
    middle, wide = (body.x0 + body.x1) / 2, body.x1 - body.x0
    while start < first:
        row = rows[start]
        if (
            any(rule < row.base for rule in rules)
            or len(row.chunks) > 1
            or abs((row.x0 + row.x1) / 2 - middle) > 0.08 * wide
            or row.x1 - row.x0 < 0.2 * wide
        ):
            break
        start += 1
    return start


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
