"""A region -> its columns: the gutters that stay white in all its rows of figures, and the rules between them."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.regions import Gap, Region
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word

CLOSE = 0.38
"""Next to a figure a gap wider than this, in heights of type, is a gutter; between words it takes WIDE."""


def fine_spans(row: Row) -> list[Gap]:
    """The left and right ends of what belongs together in a row, cut more finely next to figures."""
    spans: list[Gap] = []
    last: Word | None = None
    for chunk in row.chunks:
        start = 0
        words = chunk.words
        for at in range(1, len(words)):
            last, word = words[at - 1], words[at]
            if word.x0 - last.x1 > CLOSE * word.size and (numeric(word.text) or numeric(last.text)):
                spans.append((words[start].x0, last.x1))
                start = at
        spans.append((words[start].x0, chunk.x1))
    return spans


def gutters(region: Region, down: Sequence[Rule]) -> list[float]:
    """Where one column ends and the next begins: the middle of each gutter."""
    rows = [region.rows[i] for i in sorted(region.data)]
    return _with_rules(white(rows, 0.25), down, region)


def white(rows: Sequence[Row], least: float) -> list[Gap]:
    """The gaps, at least so many heights of type wide, in which hardly any of the rows prints anything."""
    size = sorted(row.size for row in rows)[len(rows) // 2]
    events: list[tuple[float, int]] = []
    for row in rows:
        for x0, x1 in fine_spans(row):
            events += ((x0, 1), (x1, -1))
    spare = len(rows) // 25
    found: list[Gap] = []
    depth, since = 0, None
    left = min(row.x0 for row in rows)
    right = max(row.x1 for row in rows)
    for x, step in sorted(events, key=lambda e: (e[0], -e[1])):
        before = depth
        depth += step
        if before > spare >= depth:
            since = x
        elif before <= spare < depth and since is not None:
            if x - since >= least * size and since > left and x < right:
                found.append((since, x))
            since = None
    return _supported(found, rows)


def _supported(found: list[Gap], rows: Sequence[Row]) -> list[Gap]:
    """The gutters that have words on both sides in the same row at least once."""
    return [g for g in found if any(r.x0 < g[0] + 1 and r.x1 > g[1] - 1 for r in rows)]


def _with_rules(found: list[Gap], down: Sequence[Rule], region: Region) -> list[float]:
    """The middles of the gutters, moved to an upright rule where one is drawn in them."""
    top, bottom = region.rows[region.first].top, region.rows[-1].bottom
    walls = [x for x, start, end in down if min(end, bottom) - max(start, top) > 0.5 * (bottom - top)]
    return [next((x for x in walls if low - 2 <= x <= high + 2), (low + high) / 2) for low, high in found]


def column_of(x: float, edges: Sequence[float]) -> int:
    """The column in which a place stands."""
    return sum(1 for edge in edges if x >= edge)
