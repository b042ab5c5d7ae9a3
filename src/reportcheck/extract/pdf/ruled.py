"""Grids of drawn cells + words -> drafts of tables; frames, charts and boxed text are no tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportcheck.extract.pdf.draft import Draft, DraftCell, compact
from reportcheck.extract.pdf.sheet import Box, Word

SPARSE = 0.12
"""A grid with a smaller share of its cells filled is a chart or a form's background."""


def fill(boxes: Sequence[Box], words: Sequence[Word]) -> tuple[Draft, set[int]]:
    """The draft of a grid, and which of the words stand in it."""
    xs = sorted({x for b in boxes for x in (b[0], b[2])})
    ys = sorted({y for b in boxes for y in (b[1], b[3])})
    column_of = {x: i for i, x in enumerate(xs)}
    row_of = {y: i for i, y in enumerate(ys)}
    owner: dict[tuple[int, int], int] = {}
    spans = []
    for number, (x0, top, x1, bottom) in enumerate(boxes):
        span = (row_of[top], column_of[x0], row_of[bottom] - row_of[top], column_of[x1] - column_of[x0])
        spans.append(span)
        for r in range(span[0], span[0] + span[2]):
            for c in range(span[1], span[1] + span[3]):
                owner.setdefault((r, c), number)
    held: dict[int, list[Word]] = {}
    taken: set[int] = set()
    left, right, upper, lower = xs[0], xs[-1], ys[0], ys[-1]
    for index, word in enumerate(words):
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if left <= x < right and upper <= y < lower:
            place = owner.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))
            if place is not None:
                held.setdefault(place, []).append(word)
                taken.add(index)
    cells = tuple(DraftCell(*span, tuple(held.get(number, ()))) for number, span in enumerate(spans))
    return Draft((left, upper, right, lower), len(ys) - 1, len(xs) - 1, cells, ruled=True), taken


def ruled_drafts(found: Sequence[Sequence[Box]], words: Sequence[Word]) -> tuple[list[Draft], set[int]]:
    """The tables among the grids, and the words that they hold."""
    drafts: list[Draft] = []
    held: set[int] = set()
    for boxes in sorted(found, key=len, reverse=True):
        draft, taken = fill(boxes, words)
        if taken & held or not is_table(draft):
            continue
        held |= taken
        drafts.append(compact(draft))
    return drafts, held


def is_table(draft: Draft) -> bool:
    """Whether words fill at least two rows and two columns of it, and not too thinly."""
    filled = [c for c in draft.cells if c.words]
    small = compact(draft)
    if small.rows < 2 or small.columns < 2:
        return False
    return len(filled) >= SPARSE * len(draft.cells) and len(filled) >= 3
