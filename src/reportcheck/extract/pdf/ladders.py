"""Level rules of one length under one another -> the drafts of tables whose rows they part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce
from itertools import chain

from reportcheck.extract.pdf.borderless import draft_of
from reportcheck.extract.pdf.coarse import band_strips, is_coarse
from reportcheck.extract.pdf.columns import Columns, cut, spanned
from reportcheck.extract.pdf.draft import Draft
from reportcheck.extract.pdf.grids import Levels, Rule
from reportcheck.extract.pdf.gutters import walled, white
from reportcheck.extract.pdf.heads import head_start
from reportcheck.extract.pdf.kinds import is_data, is_prose, names_years
from reportcheck.extract.pdf.regions import LEAST
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.strips import Strip, joined_strips, merged_body, merged_head, strip_of

ALIKE = 4.0
"""Rules are of one ladder when their ends differ by no more points than this."""
SHORTEST = 120.0
INSET = 0.12
"""Running text inside a table begins at least this part of its width from the left."""
Band = list[Row]


def ladder_drafts(
    rows: Sequence[Row], across: Sequence[Rule], down: Sequence[Rule]
) -> list[tuple[Draft, tuple[Row, ...]]]:
    """The tables that level rules alone draw, and the rows of print that they take."""
    found: list[tuple[Draft, tuple[Row, ...]]] = []
    taken: set[int] = set()
    for x0, x1, heights in ladders(across):
        for bands in _runs(_bands([r for r in rows if id(r) not in taken], x0, x1, heights), x0, x1):
            free = [r for r in rows if id(r) not in taken]
            made = _draft(bands, free, across, down)
            if made is not None:
                taken.update(id(row) for row in made[1])
                found.append(made)
    return found


def ladders(across: Sequence[Rule]) -> list[tuple[float, float, list[float]]]:
    """Left, right and heights of three rules or more that begin and end alike."""
    groups: list[tuple[float, float, list[float]]] = []
    for y, x0, x1 in across:
        if x1 - x0 < SHORTEST:
            continue
        home = next((g for g in groups if abs(g[0] - x0) <= ALIKE and abs(g[1] - x1) <= ALIKE), None)
        if home is None:
            groups.append((x0, x1, [y]))
        else:
            home[2].append(y)
    return [g for g in groups if len(g[2]) >= 3]


def _bands(rows: Sequence[Row], x0: float, x1: float, heights: Sequence[float]) -> list[Band]:
    """The rows of print between each two rules; those that stick out at a side are not in the table."""
    bands: list[Band] = [[] for _ in heights[1:]]
    for row in rows:
        middle = (row.top + row.bottom) / 2
        at = bisect_left(heights, middle)
        if 0 < at < len(heights) and middle < heights[at] and row.x0 > x0 - 8 and row.x1 < x1 + 8:
            bands[at - 1].append(row)
    return bands


def _runs(bands: Sequence[Band], x0: float, x1: float) -> list[list[Band]]:
    """Neighbouring bands that hold no running text; those without words part nothing."""
    runs: list[list[Band]] = [[]]
    for band in bands:
        if (any(is_prose(row, x0, x1) for row in band) and not _set_in(band, x0, x1)) or _adrift(runs[-1], band):
            runs.append([])
        elif band:
            runs[-1].append(band)
    return [run for run in runs if len(run) >= 2]


def _set_in(band: Band, x0: float, x1: float) -> bool:
    """Whether running text keeps clear of the labels: a remark on the figures over it, not a paragraph."""
    return min(row.x0 for row in band) > x0 + INSET * (x1 - x0)


def _adrift(run: Sequence[Band], band: Band) -> bool:
    """Whether a band stands far below the one before it."""
    return bool(run and band) and band[0].top - run[-1][-1].bottom > 6 * band[0].size


def _head_of(above: Sequence[Row]) -> int:
    """How many of the rows over a ladder are its head: those before the first of figures that are no years."""
    return next((i for i, row in enumerate(above) if i and is_data(row) and not names_years(row)), len(above))


def _draft(
    bands: Sequence[Band], free: Sequence[Row], across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[Draft, tuple[Row, ...]] | None:
    body = next((i for i, band in enumerate(bands) if any(is_data(row) for row in band)), 1)
    columns = _columns(bands, body, down)
    coarse = [at >= body and is_coarse(_by_column(band, columns)) for at, band in enumerate(bands) if columns.edges]
    steps = len(bands) - body
    if not columns.edges or steps < 2 or 2 * sum(coarse) >= steps:  # Rules may only fence rows in.
        return None
    levels = Levels(across)
    headless = not any(_heads(row, columns, levels) for row in chain.from_iterable(bands[:body]))
    above, below = _around(bands, free, columns, levels, headless)
    head = _head_of(above)
    strips = merged_head([strip_of(row, columns, True, levels, False) for row in above[:head]], levels)
    strips += merged_body([strip_of(row, columns, False, levels, is_data(row)) for row in above[head:]], levels)
    for at, band in enumerate(bands):
        strips += band_strips(band, columns, levels) if coarse[at] else _strips(band, columns, levels, at < body)
    strips += _below(below, columns, levels)
    rows = (*above, *chain.from_iterable(bands), *below)
    return draft_of(strips, columns, rows), rows


def _heads(row: Row, columns: Columns, across: Levels) -> bool:
    """Whether a row has words over all columns but one at most."""
    return len(strip_of(row, columns, True, across, False).parts) >= max(2, len(columns.edges))


def _around(
    bands: Sequence[Band], free: Sequence[Row], columns: Columns, across: Levels, headless: bool
) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows of the table's head over its first rule, if it has none below that, and of figures under its last."""
    order = {id(row): i for i, row in enumerate(free)}
    first, last = order[id(bands[0][0])], order[id(bands[-1][-1])]
    like = next((row for band in bands for row in band if is_data(row)), None)
    start = head_start(free, first, 0, across, like) if headless else first
    end = last + 1
    while end < len(free) and _fits(free[end], free[end - 1], columns):
        end += 1
    return free[start:first], free[last + 1 : end]


def _fits(row: Row, above: Row, columns: Columns) -> bool:
    """Whether a row under the last rule goes on with the table: its words keep to the columns, close under it."""
    if row.top - above.bottom > 1.5 * row.size or (len(row.chunks) == 1 and columns.at(row.x0 + 1) == 0):
        return False
    return all(columns.at(c.x0 + 1) == columns.at(c.x1 - 1) or cut(c.words, columns) for c in row.chunks)


def _below(rows: Sequence[Row], columns: Columns, across: Levels) -> list[Strip]:
    """The rows under the last rule: figures each for themselves, or one entry that the page's end cuts off."""
    strips = [strip_of(row, columns, False, across, is_data(row)) for row in rows]
    if len(rows) > 1 and sum(1 for strip in strips if strip.data) <= 1:
        return [reduce(joined_strips, strips)]
    return merged_body(strips, across)


def _columns(bands: Sequence[Band], body: int, down: Sequence[Rule]) -> Columns:
    """The columns of the rows of figures and of all rows under the head, whichever show more; else of wordy rows."""
    rows = [row for band in bands for row in band]
    data = [row for row in rows if is_data(row)]
    top, bottom = rows[0].top, rows[-1].bottom
    if len(data) >= 2:
        under = [row for band in bands[body:] for row in band]
        found = max(white(data, LEAST), white(under, LEAST), key=len)
        return spanned(walled(found, down, top, bottom), [row.words for row in data])
    wordy = [row for row in rows if len(row.chunks) > 1]
    if len(wordy) < 3 or 2 * len(wordy) < len(rows):
        return Columns((), ())
    return spanned(walled(white(wordy, 0.85), down, top, bottom), [row.words for row in wordy])


def _strips(band: Band, columns: Columns, across: Levels, head: bool) -> list[Strip]:
    """The rows of a table between two rules: one in the body, and those of the head."""
    strips = [strip_of(row, columns, head, across, is_data(row)) for row in band]
    return merged_head(strips, across) if head else [reduce(joined_strips, strips)]


def _by_column(band: Band, columns: Columns) -> list[tuple[int, list[Row]]]:
    """The lines of each column of a band, as whole rows of print seen through it."""
    found: dict[int, list[Row]] = {}
    for row in band:
        for chunk in row.chunks:
            at = columns.at((chunk.x0 + chunk.x1) / 2)
            part = Row(chunk.words, (chunk,), chunk.x0, row.top, chunk.x1, row.bottom, row.base, row.size)
            found.setdefault(at, []).append(part)
    return sorted(found.items())
