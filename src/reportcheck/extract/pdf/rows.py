"""Words -> rows: the words of one printed line, in order, with the chunks that wide gaps cut it into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reportcheck.extract.pdf.sheet import Word

GLUED = 0.08
"""Words nearer than this, in heights of type, with no space printed between them are one word."""
WIDE = 0.85
"""A gap wider than this cuts a row into chunks."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring words of a row with no wide gap between."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
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
    groups: list[list[Word]] = []
    base = size = 0.0
    for word in sorted(words, key=attrgetter("base", "x0")):
        if groups and word.base - base <= 0.28 * min(size, word.size):
            groups[-1].append(word)
            if word.size > size:
                size, base = word.size, word.base
        else:
            groups.append([word])
            base, size = word.base, word.size
    return [row(group) for group in _marks_home(groups)]


def _marks_home(groups: list[list[Word]]) -> list[list[Word]]:
    """Raised and lowered marks, which stand on lines of their own, put into the rows that they mark."""
    done: list[list[Word]] = []
    for at, group in enumerate(groups):
        if max(w.size for w in group) < 0.85 * max((w.size for w in groups[at - 1]), default=0) and at:
            left = _taken(group, done[-1] if done else [])
        else:
            left = group
        if left and at + 1 < len(groups):
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
    ordered = _whole(sorted(words, key=attrgetter("x0")))
    size = max(w.size for w in ordered)
    return Row(
        tuple(ordered),
        tuple(chunks(ordered, wide)),
        ordered[0].x0,
        min(w.top for w in ordered),
        max(w.x1 for w in ordered),
        max(w.bottom for w in ordered),
        max(ordered, key=attrgetter("size")).base,
        size,
    )


def _whole(words: list[Word]) -> list[Word]:
    """Words of a row without the second copies that make a fake bold, and with those that touch made one."""
    kept = [words[0]]
    for word in words[1:]:
        last = kept[-1]
        gap = word.x0 - last.x1
        if gap < -0.5 * (word.x1 - word.x0) and word.text == last.text:
            kept[-1] = last._replace(style=last.style | 1)
        elif gap < GLUED * word.size and not word.space and gap > -0.5 * word.size:
            kept[-1] = Word(
                last.text + word.text, last.x0, min(last.top, word.top), max(last.x1, word.x1),
                max(last.bottom, word.bottom), last.base, max(last.size, word.size), last.style, last.space,
            )  # fmt: skip
        else:
            kept.append(word)
    return kept


def chunks(words: Sequence[Word], wide: float = WIDE) -> list[Chunk]:
    """The words cut where a gap is wider than `wide` heights of type."""
    found: list[Chunk] = []
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at].x0 - words[at - 1].x1 > wide * min(words[at].size, words[at - 1].size):
            part = tuple(words[start:at])
            found.append(Chunk(part, part[0].x0, max(w.x1 for w in part), " ".join(w.text for w in part)))
            start = at
    return found
