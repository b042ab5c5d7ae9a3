"""Rows of figures -> the gutters between their columns: what stays white in them, and the upright rules there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.regions import LEAST, Gap
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern

CLOSE = 0.38
"""Next to a figure a gap wider than this, in heights of type, is a gutter; between words it takes WIDE."""
INFINITE = float("inf")
_FIGURE = pattern(r"[-–−(+]?[£$€]?(?!0\d)\d[\d,.]*%?\)?")
_BEGINS = pattern(r"[-–−(+]?[£$€]?\d{1,3}")
_GROUP = pattern(r"\d{3}(?!\d)")


def fine_spans(row: Row) -> list[Gap]:
    """The left and right ends of what belongs together in a row, cut more finely next to figures."""
    spans: list[Gap] = []
    last: Word | None = None
    for chunk in row.chunks:
        start = 0
        words = chunk.words
        for at in range(1, len(words)):
            last, word = words[at - 1], words[at]
            gap = word.x0 - last.x1
            apart = CLOSE if gap > CLOSE * word.size or not _two_figures(last.text, word.text) else LEAST
            if gap > apart * word.size and (numeric(word.text) or numeric(last.text)):
                spans.append((words[start].x0, last.x1))
                start = at
        spans.append((words[start].x0, chunk.x1))
    return spans


def _two_figures(one: str, two: str) -> bool:
    """Whether two words are a figure each, and no groups of digits of one: "3,120 460", but not "3 120"."""
    if not (_FIGURE.fullmatch(one) and _FIGURE.fullmatch(two)):
        return False
    return not _BEGINS.fullmatch(one) or not _GROUP.match(two)


def white(rows: Sequence[Row], least: float) -> list[Gap]:
    """The gaps, at least so many heights of type wide, in which hardly any of the rows prints anything."""
    size = sorted(row.size for row in rows)[len(rows) // 2]
    events: list[tuple[float, int]] = []
    for spans in _without_overhang([fine_spans(row) for row in rows], rows):
        for x0, x1 in spans:
            events += ((x0, 1), (x1, -1))
    spare = len(rows) // 25
    found: list[Gap] = []
    depth, since = 0, None
    left = min(row.x0 for row in rows)
    for x, step in sorted(events, key=lambda e: (e[0], -e[1])):
        before = depth
        depth += step
        if before > spare >= depth:
            since = x
        elif before <= spare < depth and since is not None:
            if x - since >= least * size and since > left:
                found.append((since, x))
            since = None
    return found


def _without_overhang(spans: list[list[Gap]], rows: Sequence[Row]) -> list[list[Gap]]:
    """What rows print, a label that runs on over empty places of columns of figures cut off before the first."""
    if max([mine[0][1] for mine in spans]) <= min([mine[1][0] for mine in spans if len(mine) > 1], default=INFINITE):
        return spans
    figures = [
        [span for span in mine if numeric(" ".join([w.text for w in row.words if span[0] <= w.x0 <= span[1]]))]
        for mine, row in zip(spans, rows, strict=True)
    ]
    tracks = [t for t in _merged(list(chain.from_iterable(figures))) if _sparsely_covered(t, spans, figures)]
    done = []
    for mine, own in zip(spans, figures, strict=True):
        low, high = mine[0]
        over = [track for track in tracks if low < track[0] < high and not _meets(own, track)]
        if over and mine[0] not in own:
            mine = [(low, _end_of_labels(over[0], spans, figures, low)), *mine[1:]]
        done.append(mine)
    return done


def _end_of_labels(track: Gap, spans: list[list[Gap]], figures: list[list[Gap]], least: float) -> float:
    """How far the labels of those rows reach that print a figure in a column."""
    ends = [m[0][1] for m, own in zip(spans, figures, strict=True) if _meets(own, track) and m[0][1] < track[0]]
    return max(ends, default=least)


def _sparsely_covered(track: Gap, spans: list[list[Gap]], figures: list[list[Gap]]) -> bool:
    """Whether half as many rows as have a figure in a column, at most, have their first words in its place."""
    filled = sum([_meets(own, track) for own in figures])
    covered = sum(
        [mine[0][0] < track[0] < mine[0][1] and mine[0] not in own for mine, own in zip(spans, figures, strict=True)]
    )
    return 0 < 2 * covered <= filled


def _meets(spans: Sequence[Gap], other: Gap) -> bool:
    return any(x0 < other[1] and other[0] < x1 for x0, x1 in spans)


def _merged(spans: Sequence[Gap]) -> list[Gap]:
    """Spans, those that overlap made one."""
    done: list[Gap] = []
    for x0, x1 in sorted(spans):
        if done and x0 < done[-1][1]:
            done[-1] = done[-1][0], max(x1, done[-1][1])
        else:
            done.append((x0, x1))
    return done


def walled(found: list[Gap], down: Sequence[Rule], top: float, bottom: float) -> list[float]:
    """The middles of the gutters, moved to an upright rule where one is drawn in them."""
    walls = [x for x, start, end in down if min(end, bottom) - max(start, top) > 0.5 * (bottom - top)]
    return [next((x for x in walls if low - 2 <= x <= high + 2), (low + high) / 2) for low, high in found]
