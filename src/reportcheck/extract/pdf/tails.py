"""Rows of print whose last word is an amount in line with the amounts of a list near by: cut before it."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.rows import Chunk, Row
from reportcheck.patterns import pattern

_MONEY = pattern(r"^[(-]?[£$€]?\d{1,3}(?:,\d{3})*(?:\.\d\d)?\)?$|^[(-]?[£$€]?\d+\.\d\d\)?$")
NEAR = 3
"""A list's amounts stand no more rows apart than this."""
IN_LINE = 2.5


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
    for other in range(max(at - NEAR, 0), min(at + NEAR + 1, len(rows))):
        place = places[other]
        if place is not None and abs(place - rows[at].x1) <= IN_LINE:
            return abs(rows[other].base - rows[at].base) < 5 * NEAR * rows[at].size
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
