"""Words -> rows: the words of one printed line, in order, with the chunks that wide gaps cut it into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from reportcheck.extract.pdf.sheet import Word

GLUED = 0.08
"""Words nearer than this, in heights of type, with no space printed between them are one word."""
WIDE = 0.85
"""A gap wider than this cuts a row into chunks."""
LEVEL = 0.28
"""Words whose base lines differ by less than this, in heights of type, stand on one line."""
_BY_BASE = attrgetter("base", "x0")
_LEFT, _SIZE = attrgetter("x0"), attrgetter("size")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Chunk(NamedTuple):
    """Neighbouring words of a row with no wide gap between."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    text: str


class Row(NamedTuple):
    """The words on one line of print."""

    words: tuple[Word, ...]
    chunks: tuple[Chunk, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words -> rows from top to bottom."""
    return [row(group) for group in lines_of(words)]


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words -> the words of each printed line, from top to bottom, in order within a line only after `whole`."""
    ordered = list(words)
    if len(ordered) < 2:
        return [ordered] if ordered else []
    ordered.sort(key=_BY_BASE)
    first, last = ordered[0], ordered[-1]
    if last.base - first.base <= LEVEL * first.size and len(set(map(_SIZE, ordered))) == 1:
        return [ordered]
    groups: list[list[Word]] = []
    group: list[Word] = []
    base = size = 0.0
    for word in ordered:
        here, high = word.base, word.size
        if group and here - base <= LEVEL * (high if high < size else size):
            group.append(word)
            if high > size:
                size, base = high, here
        else:
            group = [word]
            groups.append(group)
            base, size = here, high
    return _marks_home(groups) if len(groups) > 1 else groups


def one_line(words: Sequence[Word]) -> bool:
    """Whether words given in the file's order stand on one line."""
    return len(words) < 2 or abs(words[0].base - words[-1].base) <= LEVEL * words[0].size


def _marks_home(groups: list[list[Word]]) -> list[list[Word]]:
    """Raised and lowered marks, which stand on lines of their own, put into the rows that they mark."""
    sizes = [max(map(_SIZE, group)) for group in groups]
    done: list[list[Word]] = []
    for at, group in enumerate(groups):
        left = group
        if at and done and sizes[at] < 0.85 * sizes[at - 1]:
            left = _taken(left, done[-1])
        if left and at + 1 < len(groups) and sizes[at] <= 0.85 * sizes[at + 1]:
            left = _taken(left, groups[at + 1])
        if left:
            done.append(left)
    return done


def _taken(marks: list[Word], hosts: list[Word]) -> list[Word]:
    """What is left of `marks` when those that touch a larger word of `hosts` have joined them."""
    left = []
    for mark in marks:
        middle = (mark.top + mark.bottom) / 2
        host = len(mark.text) <= 4 and next(
            (
                h
                for h in hosts
                if mark.size <= 0.85 * h.size
                and -0.4 * h.size <= mark.x0 - h.x1 <= 0.35 * h.size
                and h.top - 0.2 * h.size <= middle <= h.bottom + 0.1 * h.size
            ),
            None,
        )
        if host:
            hosts.append(
                mark._replace(
                    text=mark.text.translate(_RAISED) if middle < host.base - 0.3 * host.size else mark.text,
                    base=host.base,
                    top=max(mark.top, host.top),
                    bottom=min(mark.bottom, host.bottom),
                    space=0.0,
                )
            )
        else:
            left.append(mark)
    return left


def row(words: Sequence[Word], wide: float = WIDE) -> Row:
    """One row of those words, put in order, doubled ones dropped and broken ones glued."""
    if len(words) == 1:
        w = words[0]
        return Row((w,), (Chunk((w,), w.x0, w.x1, w.text),), w.x0, w.top, w.x1, w.bottom, w.base, w.size)
    ordered = whole(words)
    texts, lefts, tops, rights, bottoms, bases, sizes, _, _ = zip(*ordered, strict=True)
    cuts = [0]
    for at, (x0, x1, low, high) in enumerate(zip(lefts[1:], rights, sizes, sizes[1:], strict=False), 1):
        if x0 - x1 > wide * (high if high < low else low):
            cuts.append(at)
    cuts.append(len(ordered))
    chunks = [Chunk(tuple(ordered[a:b]), lefts[a], max(rights[a:b]), " ".join(texts[a:b])) for a, b in pairwise(cuts)]
    size = max(sizes)
    base = bases[sizes.index(size)]
    return Row(tuple(ordered), tuple(chunks), lefts[0], min(tops), max(rights), max(bottoms), base, size)


def whole(words: Sequence[Word]) -> list[Word]:
    """Words of a row in order, without the second copies that make a fake bold, and with those that touch made one."""
    if len(words) == 1:
        return list(words)
    ordered = sorted(words, key=_LEFT)
    last = ordered[0]
    right = last.x1
    kept = [last]
    for word in ordered[1:]:
        gap, size = word.x0 - right, word.size
        if 0 <= gap >= GLUED * size:  # Nearly always.
            kept.append(word)
        elif gap < -0.5 * (word.x1 - word.x0) and word.text == last.text:
            kept[-1] = last = last._replace(style=last.style | 1)
            continue
        elif gap < GLUED * size and not word.space and gap > -0.5 * size:
            kept[-1] = word = Word(
                last.text + word.text, last.x0, min(last.top, word.top), max(right, word.x1),
                max(last.bottom, word.bottom), last.base, max(last.size, size), last.style, last.space,
            )  # fmt: skip
        else:
            kept.append(word)
        last, right = word, word.x1
    return kept
