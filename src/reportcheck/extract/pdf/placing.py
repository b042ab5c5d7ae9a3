"""Words in the file's own coordinates -> words on the page, turned the way that most of them run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from reportcheck.extract.pdf.inks import Ink
from reportcheck.extract.pdf.paths import Segment
from reportcheck.extract.pdf.sheet import Box, Word
from reportcheck.extract.pdf.words import Print

_NEW = tuple.__new__
"""Half of the time of Word(...), once for each word of a pack."""
LARGE = 28.0
"""Points: what is smaller is no watermark."""
TIMES = 2.5
"""A watermark is so many times as large as what it lies over."""
FEWEST = 2
"""So many words must lie under it."""


def turned(frame: Segment, quarter: int) -> Callable[[float, float, float, float], Box]:
    """What takes a box of the file (left, bottom, right, top) to the page turned so that `quarter` reads level."""
    left, low, right, high = frame
    if quarter == 0:
        return lambda x0, y0, x1, y1: (x0 - left, high - y1, x1 - left, high - y0)
    if quarter == 1:
        return lambda x0, y0, x1, y1: (y0 - low, x0 - left, y1 - low, x1 - left)
    if quarter == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - low, right - x0, y1 - low)
    return lambda x0, y0, x1, y1: (high - y1, right - x1, high - y0, right - x0)


def placed(raw: Print, frame: Segment, quarter: int, width: float, height: float) -> tuple[list[Word], list[Ink]]:
    """The words that run with the page, and their inks."""
    left, low, right, high = frame
    place = turned(frame, quarter)
    words: list[Word] = []
    inks: list[Ink] = []
    each = zip(raw.texts, *(raw.ends[at::8] for at in range(8)), raw.spaces, strict=True)
    for (ink, (x, y)), count in raw.runs:
        size, style, turn, _, _ = ink
        line = (high - y, x - left, y - low, right - x)[quarter]
        kept = words if turn == quarter else []
        for text, a0, a1, a2, a3, b0, b1, b2, b3, space in islice(each, count):
            x0 = a0 if a0 < b0 else b0
            y1 = a1 if a1 > b1 else b1
            x1 = a2 if a2 > b2 else b2
            y0 = a3 if a3 < b3 else b3
            if quarter:
                x0, top, x1, bottom = place(x0, y0, x1, y1)
            else:  # As `place` would, without a call.
                x0 -= left
                top = high - y1
                x1 -= left
                bottom = high - y0
            if x1 < 0.0 or bottom < 0.0 or x0 > width or top > height:
                continue
            base = line if top <= line <= bottom + 2.0 else bottom
            kept.append(_NEW(Word, (text, x0, top, x1, bottom, base, size, style, space)))
        inks += [ink] * (len(words) - len(inks))
    return words, inks


def without_watermarks(words: Sequence[Word]) -> Sequence[Word]:
    """The words, those that lie across smaller ones left out. Slanting words never come here."""
    large = [w for w in words if w.size >= LARGE]
    marks = {id(mark) for mark in large if sum(_under(mark, w) for w in words) >= FEWEST}
    return [w for w in words if id(w) not in marks] if marks else words


def _under(mark: Word, word: Word) -> bool:
    """Whether a word's middle lies inside the large letters, between their base line and their heads."""
    if word.size * TIMES > mark.size:
        return False
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return mark.x0 < x < mark.x1 and mark.base - 0.75 * mark.size < y < mark.base
