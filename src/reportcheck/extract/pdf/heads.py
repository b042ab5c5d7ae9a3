"""The head of a table without drawn cells: which rows over its figures it is, and which labels stand between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcheck.extract.pdf.draft import goes_on, numeric
from reportcheck.extract.pdf.grids import Levels
from reportcheck.extract.pdf.kinds import is_prose, ruled_near
from reportcheck.extract.pdf.rows import Chunk, Row
from reportcheck.patterns import pattern

_MAY_HEAD = pattern(r"[\d£$€%]|\b(?:amounts?|totals?|costs?|budget|actual|balance)\b", re.I)
_CODE = pattern(r"\d{3,6}(?:[-/.]\d{2,6})*")
_MONEY = pattern(r"\d[.,]\d\d\b|\d,\d\d\d")
APART = 2.6
"""So many heights of type may stand between heads of figures and the heading of the first group, or the first row."""
MOST_BETWEEN = 5
"""So many rows without figures may stand between two with figures in one table."""


def top_of(rows: Sequence[Row], years: int, first: int, free: int, across: Levels) -> tuple[int, int]:
    """The first row of a table's head, and of its body, whose first row of figures is known; years may head it."""
    if years < first:
        body = first - _begun(rows, first, years + 1)
        return head_start(rows, years, free, across), _labels_over(rows, body, years + 1, rows[first])
    begun = _begun(rows, first, free)
    labels = _labels_over(rows, first - begun, free, rows[first])
    if begun and labels == first - begun and not _heads(rows, labels, free, rows[first]):
        return labels, labels
    return head_start(rows, labels, free, across, rows[first]), labels


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
    return 1


def _label(row: Row) -> str:
    return row.chunks[0].text


def _labels_over(rows: Sequence[Row], body: int, free: int, like: Row) -> int:
    """The first of the headings, in the column of the labels, that stand between a table's head and its figures.

    Where no head stands over them, they are headings of the page.
    """
    at = body
    (x0, x1), figures = _parts(like)
    while at > max(free, body - MOST_BETWEEN - 1):
        row = rows[at - 1]
        if at < body and _heads(rows, at, free, like):
            return at
        if len(row.chunks) > 1 or rows[at].top - row.bottom > 1.6 * like.size or is_prose(row, like.x0, like.x1):
            break
        indent = 4 * like.size
        if not x0 - indent <= row.x0 <= max(x1, x0 + indent) or any(f.x0 <= row.x1 and row.x0 <= f.x1 for f in figures):
            break
        at -= 1
    return body


def _parts(row: Row) -> tuple[tuple[float, float], list[Chunk]]:
    """From where to where a row of figures has its label, with its code, or room for one, and the figures."""
    figures = [chunk for chunk in row.chunks if numeric(chunk.text)]
    label = next((chunk for chunk in row.chunks if not numeric(chunk.text)), None)
    if label is None:
        return (0.0, row.x0 - 1), figures
    coded = bool(figures) and figures[0].x1 < label.x0 and _CODE.fullmatch(figures[0].text) is not None
    return (figures[0].x0 if coded else label.x0, label.x1), figures[coded:]


def _heads(rows: Sequence[Row], at: int, free: int, like: Row) -> bool:
    """Whether the row over that one heads figures: all its words but those over the labels stand over some.

    Over one column alone they have to say that they head amounts: minutes name there who is to act.
    """
    if at <= free:
        return False
    (x0, x1), figures = _parts(like)
    heads = [chunk for chunk in rows[at - 1].chunks if chunk.x1 < x0 or chunk.x0 > x1]
    if not heads or any(_MONEY.search(head.text) for head in heads):
        return False
    if len(figures) == 1 and not all(_MAY_HEAD.search(head.text) for head in heads):
        return False
    return all(any(f.x0 <= h.x1 + h.x1 - h.x0 and h.x0 <= f.x1 for f in figures) for h in heads)


def head_start(rows: Sequence[Row], first: int, free: int, across: Levels, like: Row | None = None) -> int:
    """The first row of the table's head, from its row `first` upwards; `like` is a row of figures, if that is none."""
    body = like or rows[first]
    rules = [r[0] for r in ruled_near(rows, first, first, across, 10) if r[0] < rows[first].base]
    start = first
    for at in range(first - 1, max(free - 1, first - 9), -1):
        row, below = rows[at], rows[at + 1]
        heads = at == first - 1 and like is not None and _heads(rows, first, free, like)
        if below.top - row.bottom > (APART if heads else 1.6) * max(row.size, body.size):
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
