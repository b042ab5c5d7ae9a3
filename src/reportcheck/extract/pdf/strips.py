"""Rows of print -> strips: words put into columns, heads that span, and lines that belong to one row made one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportcheck.extract.pdf.columns import column_of
from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.grids import Rule
from reportcheck.extract.pdf.rows import Row
from reportcheck.extract.pdf.sheet import Word

Part = tuple[int, int, list[Word]]
"""The first column that words fill, the one after the last, and the words."""
_RUNS_ON = re.compile(r"(?:[,&/(–-]|\b(?:and|of|for|the|to|in|or|with|on|by|from|per|a))$", re.I)
_GOES_ON = re.compile(r"^(?:[a-z(&]|[–-] )")


@dataclass(slots=True)
class Strip:
    """A row of a table in the making: what stands in it as (first column, after the last, words)."""

    parts: list[Part]
    top: float
    bottom: float
    size: float
    data: bool

    @property
    def label_only(self) -> bool:
        """Whether nothing but the first column is filled."""
        return len(self.parts) == 1 and self.parts[0][:2] == (0, 1)

    def text(self, column: int) -> str:
        """The words of one column."""
        return " ".join(w.text for a, b, words in self.parts if a <= column < b for w in words)


def strip_of(row: Row, edges: Sequence[float], head: bool, across: Sequence[Rule], data: bool) -> Strip:
    """One row with its words in columns; in a head a chunk over several columns spans them, elsewhere it is cut."""
    parts: list[Part] = []
    for chunk in row.chunks:
        first, last = column_of(chunk.x0 + 1, edges), column_of(chunk.x1 - 1, edges)
        if first == last:
            _put(parts, first, first + 1, list(chunk.words))
            continue
        if data or (head and _cuts_well(chunk.words, edges)):
            for word in chunk.words:
                at = column_of((word.x0 + word.x1) / 2, edges)
                _put(parts, at, at + 1, [word])
        else:
            _put(parts, first, last + 1, list(chunk.words))
    if head:
        parts = [_under_rule(part, row, edges, across) for part in parts]
    return Strip(parts, row.top, row.bottom, row.size, data)


def _put(parts: list[Part], first: int, after: int, words: list[Word]) -> None:
    """Add words to what stands in those columns already, or beside it."""
    if parts and parts[-1][1] > first:
        start, end, before = parts[-1]
        parts[-1] = (min(start, first), max(end, after), before + words)
    else:
        parts.append((first, after, words))


def _cuts_well(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether every gutter that the words cross falls between two of them with more than a space there."""
    for edge in edges:
        if words[0].x0 < edge < words[-1].x1:
            gap = next(
                (b.x0 - a.x1 for a, b in pairwise(words) if a.x1 <= edge + 2 and b.x0 >= edge - 2),
                0.0,
            )
            if gap < 0.4 * words[0].size:
                return False
    return True


def _under_rule(part: Part, row: Row, edges: Sequence[float], across: Sequence[Rule]) -> Part:
    """A head's cell as wide as the rule right under it, where the rule is no wider than some of the columns."""
    first, after, words = part
    x0, x1 = words[0].x0, words[-1].x1
    for y, start, end in across:
        if row.base <= y <= row.bottom + 0.8 * row.size and start <= x0 + 3 and end >= x1 - 3:
            low, high = column_of(start + 3, edges), column_of(end - 3, edges)
            if low > 0 and low <= first and high >= after - 1:
                return low, high + 1, words
    return part


def merged_head(strips: list[Strip], across: Sequence[Rule]) -> list[Strip]:
    """The rows of a head: lines of one wrapped heading are one row, a spanning heading is a row of its own."""
    done: list[Strip] = []
    for strip in strips:
        spans = any(b - a > 1 for a, b, _ in strip.parts)
        above = done[-1] if done else None
        if (
            above is not None
            and not spans
            and not any(b - a > 1 for a, b, _ in above.parts)
            and not parted(above, strip, across)
            and strip.top - above.bottom < 0.7 * strip.size
        ):
            done[-1] = joined_strips(above, strip)
        else:
            done.append(strip)
    return done


def parted(above: Strip, below: Strip, across: Sequence[Rule]) -> bool:
    """Whether a rule is drawn between two rows."""
    low, high = above.bottom - 0.35 * above.size, below.top + 0.35 * below.size
    x0 = min(p[2][0].x0 for p in below.parts)
    x1 = max(p[2][-1].x1 for p in below.parts)
    return any(low <= y <= high and start < x1 and end > x0 for y, start, end in across)


def joined_strips(above: Strip, below: Strip) -> Strip:
    """Two lines as one row."""
    parts = {a: (a, b, list(words)) for a, b, words in above.parts}
    for a, b, words in below.parts:
        if a in parts:
            first, after, before = parts[a]
            parts[a] = (first, max(after, b), before + words)
        else:
            parts[a] = (a, b, list(words))
    return Strip(
        [parts[a] for a in sorted(parts)],
        min(above.top, below.top),
        max(above.bottom, below.bottom),
        max(above.size, below.size),
        above.data or below.data,
    )


def merged_body(strips: list[Strip], across: Sequence[Rule]) -> list[Strip]:
    """The rows of a body: a label that wraps is one row with its figures."""
    done: list[Strip] = []
    for strip in strips:
        if done and runs_on(done[-1], strip, across):
            done[-1] = joined_strips(done[-1], strip)
        else:
            done.append(strip)
    return done


def runs_on(above: Strip, below: Strip, across: Sequence[Rule]) -> bool:
    """Whether two lines are one row: they overlap, or a label goes on where one of them has no figures."""
    overlap = above.bottom - below.top
    if overlap > 0.45 * min(above.size, below.size) and not (above.data and below.data):
        return True
    if below.top - above.bottom > 0.7 * below.size or parted(above, below, across):
        return False
    upper, lower = above.text(0), below.text(0)
    if above.label_only and below.data:
        return bool(lower) and not upper.endswith(":") and bool(_RUNS_ON.search(upper) or _GOES_ON.match(lower))
    if below.label_only:
        return bool(upper) and not numeric(lower) and bool(_RUNS_ON.search(upper) or _GOES_ON.match(lower))
    return False
