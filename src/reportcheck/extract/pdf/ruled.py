"""Grids of drawn cells + words -> drafts of tables; frames, charts and boxed text are no tables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise, repeat
from operator import add, attrgetter

from reportcheck.extract.pdf.borderless import inner_drafts
from reportcheck.extract.pdf.draft import Draft, DraftCell, compact, extent, numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.kinds import MOST_COLUMNS, is_contents
from reportcheck.extract.pdf.pdfium import exhaust
from reportcheck.extract.pdf.refine import refined
from reportcheck.extract.pdf.rows import WIDE, lines_of, rows_of
from reportcheck.extract.pdf.sheet import Box, Word
from reportcheck.patterns import pattern
from reportcheck.words.things import PARTS, PICTURES, TABLES

_CAPTION = pattern(rf"^(?:{TABLES}|{PICTURES}|{PARTS})\s", re.I)
_SOURCE = pattern(r"^(?:source|note|notes|key|sources)\b\s?:?", re.I)
SPARSE = 0.12
"""A grid with a smaller share of its cells filled is a chart or a form's background."""
MOST_IN_TEXT = 6
"""Marked words do not cut a paragraph into more columns than this."""
INFINITE = float("inf")
_LEFT = attrgetter("x0")
BESIDE = 0.6
"""So many of the lines beside a grid stand level with lines in it where they belong to the table."""


def ruled_drafts(
    found: Sequence[Sequence[Box]], words: Sequence[Word], down: Sequence[Rule]
) -> tuple[list[Draft], set[int]]:
    """The tables among the grids, and the words that they hold."""
    drafts: list[Draft] = []
    held: set[int] = set()
    if not found or not words:
        return drafts, held
    order = Middles(words)
    frames = [_frame(boxes) for boxes in found]
    for boxes, frame in sorted(zip(found, frames, strict=True), key=lambda pair: len(pair[0]), reverse=True):
        draft, taken = fill(boxes, order)
        if not taken or not taken.isdisjoint(held):
            continue
        wider = _lengthened(boxes, frame, down)
        if wider is not boxes:
            taken = fill(wider, order)[1]
        near = order.between(frame[1], max(b[3] for b in wider))
        if len(near) > len(taken):
            others = _others(found, frames, frame)
            free = [words[i] for i in near if i not in held and i not in taken]
            free = [word for word in free if not any(_within(word, other) for other in others)]
            wider = _widened(wider, [words[i] for i in near], free, down)
        if wider is not boxes:
            draft, taken = fill(wider, order)
        if taken.isdisjoint(held) and is_table(draft):
            made, left = _without_notes(refined(draft))
            held |= {i for i in taken if words[i] not in left} if left else taken
            made, inside = inner_drafts(made)
            drafts += [made, *inside]
    return drafts, held


def _frame(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _within(word: Word, box: Box) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.top + word.bottom) / 2 <= box[3]


class Middles:
    """Words, twice the places of their middles across the page, and their numbers found by height."""

    __slots__ = ("across", "heights", "numbers", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        _, lefts, tops, rights, bottoms, *_ = zip(*words, strict=True)
        self.across = list(map(add, lefts, rights))
        down = list(map(add, tops, bottoms))
        self.numbers = sorted(range(len(words)), key=down.__getitem__)
        self.heights = sorted(down)

    def between(self, top: float, bottom: float) -> list[int]:
        """The numbers, in the file's order, of the words from one height to another."""
        return sorted(self.numbers[bisect_left(self.heights, 2 * top) : bisect_left(self.heights, 2 * bottom)])


def _without_notes(draft: Draft) -> tuple[Draft, frozenset[Word]]:
    """The draft without a caption drawn as its first row or a source as its last, and their words."""
    left: set[Word] = set()
    first, last = 0, draft.rows
    for row, named in ((0, _CAPTION), (draft.rows - 1, _SOURCE)):
        mine = [c for c in draft.cells if c.row == row]
        whole = draft.rows > 2 and len(mine) == 1 and mine[0].columns == draft.columns and mine[0].rows == 1
        if whole and named.match(" ".join(w.text for w in mine[0].words[:3])):
            left |= set(mine[0].words)
            first, last = (1, last) if row == 0 else (first, last - 1)
    if not left:
        return draft, frozenset()
    cells = tuple(c._replace(row=c.row - first) for c in draft.cells if first <= c.row < last)
    words = [w for c in cells for w in c.words]
    box = (draft.box[0], min(w.top for w in words), draft.box[2], max(w.bottom for w in words))
    return replace(draft, rows=last - first, cells=cells, box=box), frozenset(left)


def fill(boxes: Sequence[Box], order: Middles) -> tuple[Draft, set[int]]:
    """The draft of a grid, and which of the words stand in it."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    xs, ys = sorted({*lefts, *rights}), sorted({*tops, *bottoms})
    column_of = {x: i for i, x in enumerate(xs)}
    row_of = {y: i for i, y in enumerate(ys)}
    held: list[list[int]] = []
    spans: list[tuple[int, int, int, int]] = []
    bands: list[dict[int, list[int]]] = [{} for _ in ys]
    """The words of each row's cells, by column, counted from 1 as `bisect_right` counts."""
    for x0, top, x1, bottom in boxes:
        row, column, end, after = row_of[top], column_of[x0], row_of[bottom], column_of[x1]
        spans.append((row, column, end - row, after - column))
        mine: list[int] = []
        held.append(mine)
        for band in bands[row:end]:
            for place in range(column + 1, after + 1):
                band.setdefault(place, mine)
    edges = repeat([2 * x for x in xs])
    nowhere: list[int] = []
    for band, (top, bottom) in zip(bands, pairwise(ys), strict=False):
        numbers = order.between(top, bottom)
        columns = map(bisect_right, edges, map(order.across.__getitem__, numbers))
        exhaust(map(list.append, map(band.get, columns, repeat(nowhere)), numbers))
    cells, new = [], tuple.__new__  # Half of the time of DraftCell(...), once for each drawn cell of a pack.
    for (row, column, high, wide), mine in zip(spans, held, strict=True):
        if high > 1:
            mine.sort()
        words = tuple(map(order.words.__getitem__, mine)) if mine else ()
        cells.append(new(DraftCell, (row, column, high, wide, words)))
    taken = set(chain.from_iterable(held))
    return Draft((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, tuple(cells), tuple(xs[1:-1])), taken


def is_table(draft: Draft) -> bool:
    """Whether words fill at least two rows and two columns of it, not too thinly, and are no list of contents."""
    filled = [c for c in draft.cells if c.words]
    if len(filled) < max(3, SPARSE * len(draft.cells)):
        return False
    rows, columns = extent(draft, filled)
    if columns < 2 or (rows < 2 and not _holds_lines(filled)):
        return False
    if columns <= MOST_IN_TEXT and _is_running_text(filled, draft.edges):
        return False
    return columns > MOST_COLUMNS or not is_contents(compact(draft))


def _is_running_text(filled: Sequence[DraftCell], sides_at: Sequence[float]) -> bool:
    """Whether lines run on over the sides of the cells, as in a paragraph with words marked in colour."""
    words = [w for c in filled for w in c.words]
    if len(words) < 4 * len(filled):
        return False
    edges = [*sides_at, INFINITE]
    sides = crossed = 0
    for line in lines_of(words):
        line.sort(key=_LEFT)
        for low, high in pairwise(line):
            if edges[bisect_left(edges, low.x1 - 2)] - 2 <= high.x0:
                sides += 1
                crossed += high.x0 - low.x1 < WIDE * high.size
    return crossed > 1 and 2 * crossed > sides


def _holds_lines(filled: Sequence[DraftCell]) -> bool:
    """Whether one drawn row is several: with figures line under line, or words so in all of its cells.

    In a striped table a row alone on its ground may have a label and words beside it that are wrapped.
    """
    lines = [rows_of(c.words) for c in filled]
    figures = any(sum(numeric(row.words[-1].text) for row in each) > 1 for each in lines)
    return figures or all(len(each) > 1 for each in lines)


def _lengthened(boxes: Sequence[Box], frame: Box, down: Sequence[Rule]) -> Sequence[Box]:
    """The grid with a row more under it where most of its upright rules run on and no level one closes them."""
    bottom = frame[3]
    below = [(x, end) for x, start, end in down if start < bottom - 1 and end > bottom + 12]
    if not below:
        return boxes
    xs = sorted({x for b in boxes for x in (b[0], b[2])})
    ends = [max((end for x, end in below if abs(x - at) < 2), default=0.0) for at in xs]
    open_ends = sorted(end for end in ends if end)
    if len(xs) < 3 or len(open_ends) < 0.6 * len(xs):
        return boxes
    end = open_ends[len(open_ends) // 2]
    return [*boxes, *((x0, bottom, x1, end) for x0, x1 in pairwise(xs))]


def _others(found: Sequence[Sequence[Box]], frames: Sequence[Box], own: Box) -> list[Box]:
    """The frames of the other grids that have more than a cell or two."""
    return [frame for frame, boxes in zip(frames, found, strict=True) if frame != own and len(boxes) > 3]


def _widened(
    boxes: Sequence[Box],
    near: Sequence[Word],
    free: Sequence[Word],
    down: Sequence[Rule],
) -> Sequence[Box]:
    """The grid with columns more on a side where free words stand level with its lines but outside it.

    `near` are all words at its height.
    """
    left, top, right, bottom = _frame(boxes)
    before, after = _beside(free, left, right)
    if not before and not after:
        return boxes
    levels = sorted({round(word.base, 1) for word in near if left <= word.x0 < right})
    walls = [x for x, start, end in down if min(end, bottom) - max(start, top) > 0.5 * (bottom - top)]
    sides: list[list[float]] = []
    if _level(before, levels):
        sides.append(_side(min(w.x0 for w in before) - 1, left, walls))
    if _level(after, levels):
        sides.append(_side(right, max(w.x1 for w in after) + 1, walls))
    ends = list(pairwise(sorted({y for b in boxes for y in (b[1], b[3])})))
    extra = [(x0, y0, x1, y1) for xs in sides for x0, x1 in pairwise(xs) for y0, y1 in ends]
    return [*boxes, *extra] if extra else boxes


def _beside(free: Sequence[Word], left: float, right: float) -> tuple[list[Word], list[Word]]:
    """The free words to the left of a grid and those to its right; half a letter of one may stand within its edge."""
    before = [word for word in free if word.x1 <= left + 0.5 * word.size]
    after = [word for word in free if word.x1 > left + 0.5 * word.size and word.x0 >= right - 0.5 * word.size]
    return before, after


def _side(start: float, end: float, walls: Sequence[float]) -> list[float]:
    """The edges of the columns on one side of a grid: its ends, and the upright rules between them."""
    return [start, *sorted(x for x in walls if start + 3 < x < end - 3), end]


def _level(outside: list[Word], levels: list[float]) -> bool:
    """Whether most lines of the words outside stand on the lines inside, and there are enough of them."""
    if not outside:
        return False
    bases = [row.base for row in rows_of(outside)]
    matched = sum(1 for base in bases if any(abs(base - level) < 1.5 for level in levels))
    return matched >= 2 and matched >= BESIDE * len(bases) and matched >= 0.35 * len(levels)
