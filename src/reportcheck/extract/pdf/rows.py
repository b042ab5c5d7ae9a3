"""Words -> rows: the words of one printed line, in order, with the chunks that wide gaps cut it into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, sub
from typing import Any, NamedTuple

from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern

GLUED = 0.08
"""Words nearer than this, in heights of type, with no space printed between them are one word."""
WIDE = 0.85
"""A gap wider than this cuts a row into chunks."""
LEVEL = 0.28
"""Words whose base lines differ by less than this, in heights of type, stand on one line."""
SMALLER = 0.85
"""A mark is smaller than this part of the type that it marks."""
RAISED = 0.15
"""A mark stands so much of the word's size over its line at least, and so much behind it at most."""
_BASE, _LEFT = attrgetter("base"), attrgetter("x0")
_made = tuple.__new__
"""Half of the time of the nouns' own calls, for what there are ten thousands of in a pack."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
Fields = Sequence[tuple[Any, ...]]
"""Words field by field: all their texts, all their left sides, and so on, in the order of Word's fields."""
_RIGHT_TO_LEFT = pattern(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


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
    """Words -> the words of each printed line, from top to bottom, in order within a line only after `set_out`."""
    ordered = sorted(words, key=_BASE)
    if not ordered:
        return []
    first = ordered[0]
    base, size = first.base, first.size
    if base == ordered[-1].base:  # As in most cells of a table.
        return [ordered]
    group: list[Word] = []
    groups, sizes, mixed = [group], [], False
    for word in ordered:
        here, high = word.base, word.size
        if here == base and high == size:  # Nearly always.
            group.append(word)
        elif here - base <= LEVEL * (high if high < size else size):
            group.append(word)
            mixed = mixed or high != size
            if high > size:
                size, base = high, here
        else:
            sizes.append(size)
            group = [word]
            groups.append(group)
            base, size = here, high
    sizes.append(size)
    if mixed:
        groups = [_marked(group) for group in groups]
    return _marks_home(groups, sizes) if min(sizes) <= SMALLER * max(sizes) else groups


def _marked(line: list[Word]) -> list[Word]:
    """A line, small raised digits that touch a figure as the signs that they are; behind a word they are left out."""
    ordered = sorted(line, key=_LEFT)
    done = ordered[:1]
    for host, mark in pairwise(ordered):
        raised = mark.size <= SMALLER * host.size and mark.base < host.base - RAISED * host.size
        if raised and not mark.space and mark.x0 - host.x1 < RAISED * host.size and len(mark.text) <= 2:
            mark = mark._replace(text=mark.text.translate(_RAISED), base=host.base)
            if len(host.text) > 2 and host.text.isalpha():
                continue
        done.append(mark)
    return done


def one_line(words: Sequence[Word]) -> bool:
    """Whether words given in the file's order stand on one line."""
    return len(words) < 2 or abs(words[0].base - words[-1].base) <= LEVEL * words[0].size


def _marks_home(groups: list[list[Word]], sizes: list[float]) -> list[list[Word]]:
    """Raised and lowered marks, which stand on lines of their own, put into the rows that they mark."""
    done: list[list[Word]] = []
    for at, group in enumerate(groups):
        left = group
        if at and done and sizes[at] < SMALLER * sizes[at - 1]:
            left = _taken(left, done[-1])
        if left and at + 1 < len(groups) and sizes[at] <= SMALLER * sizes[at + 1]:
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
    ordered, fields, cuts = set_out(words, wide)
    texts, lefts, tops, rights, bottoms, bases, sizes, _, _ = fields
    kept, right, size = tuple(ordered), max(rights), max(sizes)
    if not cuts:
        chunks: tuple[Chunk, ...] = (_made(Chunk, (kept, lefts[0], right, " ".join(texts))),)
    else:
        parts = pairwise([0, *cuts, len(kept)])
        chunks = tuple([_made(Chunk, (kept[a:b], lefts[a], max(rights[a:b]), " ".join(texts[a:b]))) for a, b in parts])
    base = bases[sizes.index(size)]
    return _made(Row, (kept, chunks, lefts[0], min(tops), right, max(bottoms), base, size))


def set_out(words: Iterable[Word], wide: float = WIDE) -> tuple[Sequence[Word], Fields, list[int]]:
    """The words of a row in order, doubled ones dropped and broken ones glued; and where wide gaps cut them."""
    ordered = sorted(words, key=_LEFT)
    fields = list(zip(*ordered, strict=True))
    cuts = _gaps(fields[1], fields[3], fields[6], wide)
    if cuts is None:
        ordered, cuts = _set(ordered, wide)
        fields = list(zip(*ordered, strict=True))
    return ordered, fields, cuts


def _gaps(lefts: Sequence[float], rights: Sequence[float], sizes: Sequence[float], wide: float) -> list[int] | None:
    """The numbers of the words that a wide gap stands before; None where words touch, which is rare.

    Nearly every row is in one size of type, so that its gaps can be told from the least and the widest of them.
    """
    gaps = list(map(sub, lefts[1:], rights))
    if not gaps:
        return []
    smallest = largest = sizes[0]
    if sizes.count(smallest) != len(sizes):
        smallest, largest = min(sizes), max(sizes)
    if min(gaps) < GLUED * largest and any(g < GLUED * size for g, size in zip(gaps, sizes[1:], strict=True)):
        return None
    if max(gaps) <= wide * smallest:
        return []
    return [at for at, gap in enumerate(gaps, 1) if gap > wide * min(sizes[at - 1], sizes[at])]


def _set(ordered: Sequence[Word], wide: float) -> tuple[list[Word], list[int]]:
    """The words of a row, which are in order, where some may touch; and the numbers of those behind a wide gap."""
    last = ordered[0]
    right, before = last.x1, last.size
    kept, cuts = [last], []
    for word in ordered[1:]:
        gap, size = word.x0 - right, word.size
        if gap >= 0.0 and gap >= GLUED * size:  # Nearly always.
            if gap > wide * (size if size < before else before):
                cuts.append(len(kept))
            kept.append(word)
        elif gap < -0.5 * (word.x1 - word.x0) and word.text == last.text:
            kept[-1] = last = last._replace(style=last.style | 1)
            continue
        elif gap < GLUED * size and not word.space and gap > -0.5 * size:
            kept[-1] = word = Word(
                last.text + word.text, last.x0, min(last.top, word.top), max(right, word.x1),
                max(last.bottom, word.bottom), last.base, max(before, size), last.style, last.space,
            )  # fmt: skip
        else:
            kept.append(word)
        last, right, before = word, word.x1, word.size
    return kept, cuts


def runs_leftward(text: str) -> bool:
    """Whether more of a text's letters run from right to left than the other way."""
    letters = sum(map(str.isalpha, text))
    return 2 * len(_RIGHT_TO_LEFT.findall(text)) > letters > 0


def in_reading_order(words: Sequence[Word]) -> list[Word]:
    """Words of a line that runs leftward: the rightmost first, but figures and foreign words among them as they stand.

    Where a word is drawn, its letters are in their order already; a space stands between any two.
    """
    runs = [list(run) for _, run in groupby(words, key=lambda w: bool(_RIGHT_TO_LEFT.search(w.text)))]
    ordered: list[Word] = []
    for run in reversed(runs):
        ordered += reversed(run) if _RIGHT_TO_LEFT.search(run[0].text) else run
    return [word._replace(space=1.0) for word in ordered]
