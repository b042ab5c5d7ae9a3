"""Rows of print -> strips: words put into columns, heads that span, and lines that belong to one row made one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportcheck.extract.pdf.columns import Columns, Part, cut, is_plain, settled, spanning
from reportcheck.extract.pdf.draft import goes_on, numeric
from reportcheck.extract.pdf.grids import Levels
from reportcheck.extract.pdf.rows import Chunk, Row
from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern
from reportcheck.records import record

IN_LINE = 3.0
_LISTED = pattern(r"^(?:\(?[ivxl]+\)|\(?[a-z]\)|\(?\d{1,3}[.)]|[•▪‑·])(?:\s|$)", re.I)


@record(slots=True)
class Strip:
    """A row of a table in the making: what stands in it as (first column, after the last, words)."""

    parts: list[Part]
    top: float
    bottom: float
    size: float
    data: bool
    centred: bool = False
    """Whether its figures stand level with the middle of a label of several lines."""

    @property
    def label_only(self) -> bool:
        """Whether nothing but the first column is filled."""
        return len(self.parts) == 1 and self.parts[0][:2] == (0, 1)

    def text(self, column: int) -> str:
        """The words of one column."""
        return " ".join(w.text for a, b, words in self.parts if a <= column < b for w in words)


def strip_of(row: Row, columns: Columns, head: bool, across: Levels, data: bool) -> Strip:
    """One row with its words in columns; in a head a chunk over several columns spans them, elsewhere it is cut."""
    parts: list[Part] = []
    for chunk in row.chunks:
        first, last = columns.at(chunk.x0 + 1), columns.at(chunk.x1 - 1)
        if first == last:
            _put(parts, first, first + 1, list(chunk.words))
            continue
        pieces = cut(chunk.words, columns)
        if pieces:
            for at, words in pieces:
                _put(parts, at, at + 1, words)
        elif not (data and any(numeric(w.text) for w in chunk.words)) and (
            (home := _home(chunk, first, last, columns)) is not None
        ):
            _put(parts, home, home + 1, list(chunk.words))
        elif first == 0 and not any(_has_place(w, columns) for w in chunk.words[1:]):
            _put(parts, 0, 1, list(chunk.words))
        elif data:
            label = first == 0
            for word in chunk.words:
                label = label and (word is chunk.words[0] or not _has_place(word, columns))
                at = 0 if label else columns.at((word.x0 + word.x1) / 2)
                _put(parts, at, at + 1, [word])
        else:
            _put(parts, first, last + 1, list(chunk.words))
    if head:
        parts = spanning(parts, row, columns, across)
    return Strip(parts, row.top, row.bottom, row.size, data)


def _has_place(word: Word, columns: Columns) -> bool:
    """Whether a word behind a label is a figure, and no year or number of it that ends where no other figure does."""
    if not is_plain(word):
        return numeric(word.text)
    _, high = columns.spans[columns.at((word.x0 + word.x1) / 2)]
    return abs(word.x1 - high) < IN_LINE


def _home(chunk: Chunk, first: int, last: int, columns: Columns) -> int | None:
    """The one column in line with whose figures a chunk stands, although it is wider than they are."""
    words = list(chunk.words)
    for at in range(first, last + 1):
        low, high = columns.spans[at]
        if low < chunk.x1 and chunk.x0 < high and settled((at, words), columns):
            others = [columns.spans[i] for i in range(first, last + 1) if i != at]
            if not any(chunk.x0 < b - 1 and a + 1 < chunk.x1 for a, b in others):
                return at
    return None


def _put(parts: list[Part], first: int, after: int, words: list[Word]) -> None:
    """Add words to what stands in those columns already, or beside it."""
    if parts and parts[-1][1] > first:
        start, end, before = parts[-1]
        parts[-1] = (min(start, first), max(end, after), before + words)
    else:
        parts.append((first, after, words))


def merged_head(strips: list[Strip], across: Levels) -> list[Strip]:
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


def parted(above: Strip, below: Strip, across: Levels) -> bool:
    """Whether a rule is drawn between two rows."""
    low, high = above.bottom - 0.35 * above.size, below.top + 0.35 * below.size
    x0 = min(p[2][0].x0 for p in below.parts)
    x1 = max(p[2][-1].x1 for p in below.parts)
    return any(start < x1 and end > x0 for _, start, end in across.within(low, high))


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
        above.label_only and below.data and 0 not in {a for a, _, _ in below.parts},
    )


def merged_body(strips: list[Strip], across: Levels) -> list[Strip]:
    """The rows of a body: a label that wraps is one row with its figures."""
    ruled = _are_ruled(strips, across)
    done: list[Strip] = []
    for strip in strips:
        if done and runs_on(done[-1], strip, across, ruled):
            done[-1] = joined_strips(done[-1], strip)
        else:
            done.append(strip)
    return done


def _are_ruled(strips: list[Strip], across: Levels) -> bool:
    """Whether rules tell most of the rows of figures apart."""
    pairs = list(pairwise([s for s in strips if s.data]))
    ruled = sum(1 for a, b in pairs if any(parted(x, y, across) for x, y in _between(a, b, strips)))
    return len(pairs) >= 2 and ruled >= 0.6 * len(pairs)


def _between(first: Strip, last: Strip, strips: list[Strip]) -> Iterator[tuple[Strip, Strip]]:
    """The neighbours among the strips from one to another."""
    low = next(i for i, s in enumerate(strips) if s is first)
    high = next(i for i, s in enumerate(strips) if s is last)
    return pairwise(strips[low : high + 1])


def runs_on(above: Strip, below: Strip, across: Levels, ruled: bool) -> bool:
    """Whether two lines are one row: they overlap, or a label goes on where one of them has no figures."""
    clash = _clash(above, below)
    if above.bottom - below.top > 0.45 * min(above.size, below.size) and not clash:
        return True
    if clash or parted(above, below, across):
        return False
    if ruled:
        return True
    white = below.top - above.bottom
    if white > 0.7 * below.size:
        return False
    if white < 0.25 * below.size and _label_and_figures(above, below):
        return True
    upper, lower = above.text(0), below.text(0)
    if not upper or not lower or (above.data and below.data) or _wrapped(above, below):
        return _hangs(above, below)
    return _label_goes_on(above, below, upper, lower)


def _label_and_figures(above: Strip, below: Strip) -> bool:
    """Whether a label stands close over figures without one, or under figures that stand in its middle."""
    return (above.label_only and below.data and not below.text(0)) or (above.centred and below.label_only)


def _label_goes_on(above: Strip, below: Strip, upper: str, lower: str) -> bool:
    """Whether the label of one line goes on in the other, one of the two having figures."""
    if above.label_only and below.data:
        return goes_on(upper, lower) and not upper.endswith(":")
    return below.label_only and goes_on(upper, lower)


def _wrapped(above: Strip, below: Strip) -> bool:
    """Whether the label of a row and words beside it may both go on in the next line."""
    return above.data and len(below.parts) > 1 and not _LISTED.match(below.text(0))


def _hangs(above: Strip, below: Strip) -> bool:
    """Whether one of two lines is the rest of the other's words: those of a label, if others go on beside it."""
    if below.data or not above.parts or (below.text(0) and not _wrapped(above, below)):
        return False
    if any(_figure(words) for part in (above, below) for a, _, words in part.parts if a in _columns(below)):
        return False
    return _columns(below) <= _columns(above) and below.top - above.bottom < 0.35 * below.size


def _columns(strip: Strip) -> set[int]:
    return {a for a, _, _ in strip.parts}


def _clash(above: Strip, below: Strip) -> bool:
    """Whether both have figures in the same column."""
    mine = {a for a, _, words in above.parts if _figure(words)}
    return any(a in mine and _figure(words) for a, _, words in below.parts)


def _figure(words: list[Word]) -> bool:
    text = " ".join([word.text for word in words])
    return numeric(text) and any(map(str.isdigit, text))
