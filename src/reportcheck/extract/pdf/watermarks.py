"""Words of a page -> the words without those written large across others: DRAFT over a table is none of its words."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.extract.pdf.sheet import Word

LARGE = 28.0
"""Points: what is smaller is no watermark."""
TIMES = 2.5
"""A watermark is so many times as large as what it lies over."""
FEWEST = 2
"""So many words must lie under it."""


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
