"""Rows of print in reading order: running text set in columns is read column by column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.kinds import is_data
from reportcheck.extract.pdf.regions import Gap
from reportcheck.extract.pdf.rows import Chunk, Row, rows_of
from reportcheck.extract.pdf.sheet import Word

FEWEST = 5
"""So many lines make a column of running text."""
FULL = 0.64
"""So much of a column's width its lines fill, on the average, where it is running text."""
FEWEST_DATA = 3
"""And so many rows of figures a table beside it."""
SEVERAL = 5
STEP = 2.2
"""Rows of a table beside text are no further apart, in heights of type: a text about each row pushes them apart."""
SMALL = 0.4
"""So many lines of a paragraph begin with a small letter."""
NARROWEST = 80.0
GUTTER = 9.0
DEEPEST = 3
"""Columns within columns are looked for to this depth."""


def in_order(rows: Sequence[Row], depth: int = 0) -> list[Row]:
    """The rows in the order in which people read them."""
    if depth == DEEPEST or not _might_be_columns(rows):
        return list(rows)
    wide = 0.6 * (max(row.x1 for row in rows) - min(row.x0 for row in rows))
    done: list[Row] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        end, gutters = (at, []) if len(row.chunks) == 1 and row.x1 - row.x0 > wide else _run(rows, at)
        widest = max(gutters, key=lambda g: g[1] - g[0], default=None)
        parts = _columns(rows[at:end], widest) if widest and end - at >= FEWEST else None
        if parts is None:
            done.append(row)
            at += 1
            continue
        for part in parts:
            done += in_order(rows_of(part), depth + 1)
        at = end
    return done


def lots_of(rows: Sequence[Row], across: Sequence[Rule]) -> list[list[Row]]:
    """The rows in lots that are read one after another: a table beside running text is a lot of its own.

    Level rules over both tell that the text is a column of the table.
    """
    if sum([_text_and_figures(row) for row in rows]) < FEWEST_DATA:
        return [list(rows)]
    lots: list[list[Row]] = []
    start = at = 0
    while at < len(rows):
        end, gutters = _run(rows, at)
        near = (
            [rule for rule in across if rows[at].top - rows[at].size < rule[0] < rows[end - 1].bottom]
            if gutters
            else []
        )
        free = [g for g in gutters if not any(x0 < g[0] and g[1] < x1 for _, x0, x1 in near)]
        tried = [_text_and_table(rows[at:end], gutter) for gutter in free] if end - at >= FEWEST else []
        parts = next((lots for lots in tried if lots), None)
        if parts is None:
            at = max(end, at + 1)
            continue
        lots += [list(rows[start:at]), *parts]
        start = at = end
    return [lot for lot in (*lots, list(rows[start:])) if lot]


def _text_and_figures(row: Row) -> bool:
    """Whether a row has a chunk of several words, and a label and a figure beside it."""
    chunks = row.chunks
    if len(chunks) < 3 or not (numeric(chunks[-1].text) or numeric(chunks[-2].text) or numeric(chunks[1].text)):
        return False
    return any(len(chunk.words) >= SEVERAL for chunk in chunks)


def _text_and_table(rows: Sequence[Row], gutter: Gap) -> list[list[Row]] | None:
    """What stands left and right of a gutter, where one is running text and the other has rows of figures."""
    middle = (gutter[0] + gutter[1]) / 2
    sides = [
        [part for row in rows if (part := [c for c in row.chunks if (c.x1 <= middle) == left])]
        for left in (True, False)
    ]
    running = [_is_running(side) and _goes_on(side) for side in sides]
    if sum(running) != 1:
        return None
    lots = [rows_of(_words(side)) for side in sides]
    table = lots[running.index(False)]
    labelled = [row for row in table if is_data(row) and not all(numeric(chunk.text) for chunk in row.chunks)]
    if len(labelled) < FEWEST_DATA:  # Figures alone have their labels on the other side.
        return None
    steps = sorted([two.base - one.base for one, two in pairwise(labelled)])
    return lots if steps[len(steps) // 2] <= STEP * labelled[0].size else None


def _goes_on(side: Sequence[Sequence[Chunk]]) -> bool:
    """Whether many lines begin with a small letter, as those of paragraphs do and labels do not."""
    return sum([part[0].text[:1].islower() for part in side]) >= SMALL * len(side)


def _might_be_columns(rows: Sequence[Row]) -> bool:
    """Whether enough rows have words on both sides of a wide gap, or begin in the right half."""
    if len(rows) < FEWEST:
        return False
    middle = (min(row.x0 for row in rows) + max(row.x1 for row in rows)) / 2
    beside = 0
    for row in rows:
        if (row.x0 > middle and len(row.words) > 2) or (
            len(row.chunks) > 1 and sum(1 for c in row.chunks if len(c.words) > 2) > 1
        ):
            beside += 1
    return beside >= FEWEST


def _run(rows: Sequence[Row], start: int) -> tuple[int, list[Gap]]:
    """How far down from a row a white gutter stays open with words on both sides, and where such gutters are."""
    free: list[Gap] = [(-1e9, 1e9)]
    x0, x1 = rows[start].x0, rows[start].x1
    end: int = start
    best: list[Gap] = []
    for at in range(start, len(rows)):
        row = rows[at]
        x0, x1 = min(x0, row.x0), max(x1, row.x1)
        free = [gap for old in free for gap in _less(old, row)]
        inside = [gap for gap in free if gap[0] > x0 + NARROWEST and gap[1] < x1 - NARROWEST]
        if inside:
            end, best = at + 1, inside
        elif best or at - start > 2 * FEWEST:
            break
    return end, best


def _less(gap: Gap, row: Row) -> list[Gap]:
    """What of a gutter stays white in a row."""
    low, high = gap
    left = []
    for chunk in row.chunks:
        if chunk.x1 > low and chunk.x0 < high:
            if chunk.x0 - low >= GUTTER:
                left.append((low, chunk.x0))
            low = chunk.x1
    if high - low >= GUTTER:
        left.append((low, high))
    return left


def _columns(rows: Sequence[Row], gutter: Gap) -> tuple[list[Word], list[Word]] | None:
    """The words left and right of a gutter, if both sides are running text."""
    middle = (gutter[0] + gutter[1]) / 2
    left = [part for row in rows if (part := [c for c in row.chunks if c.x1 <= middle])]
    if not _is_running(left):
        return None
    right = [part for row in rows if (part := [c for c in row.chunks if c.x1 > middle])]
    return (_words(left), _words(right)) if _is_running(right) else None


def _words(side: Sequence[Sequence[Chunk]]) -> list[Word]:
    return [word for part in side for chunk in part for word in chunk.words]


def _is_running(side: Sequence[Sequence[Chunk]]) -> bool:
    """Whether what rows have on one side of a gutter fills its width as running text does, and few are figures."""
    if len(side) < FEWEST:
        return False
    lefts, rights = [part[0].x0 for part in side], [part[-1].x1 for part in side]
    wide = max(rights) - min(lefts)
    if wide < NARROWEST or sum(rights) - sum(lefts) < FULL * wide * len(side):
        return False
    wordy = sum(1 for part in side if sum(len(c.words) for c in part) >= 3 and not numeric(part[-1].text))
    return wordy >= 0.6 * len(side)
