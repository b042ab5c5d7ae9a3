"""Letters that pdfium takes for one word although they stand apart, as in two cells of a table -> where to cut it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise, repeat
from typing import Any

from reportcheck.extract.pdf.inks import Ink, Run
from reportcheck.extract.pdf.pdfium import exhaust, pdfium, room, unpacked

LETTER = 0.62
"""A letter takes no more room than this in most words, in heights of type."""
FIGURES = 0.55
"""Digits and signs further apart than this are of two words, although no space is printed between them."""
LETTERS = 1.1
"""And letters further apart than this: headings are set wide."""


def spread(words: Sequence[str], ends: Sequence[float], runs: Sequence[tuple[Run, int]]) -> dict[int, Ink]:
    """The words that take more room than their letters need, by number, and how they are drawn."""
    smallest = min([ink.size for (ink, _), _ in runs])
    if all(ink.quarter <= 0 for (ink, _), _ in runs):
        sides = zip(words, ends[::8], ends[6::8], ends[1::8], ends[5::8], strict=True)
        wide = [
            at
            for at, (word, x0, x1, y0, y1) in enumerate(sides)
            if x1 - x0 > smallest * (LETTER * len(word) + FIGURES) or not -smallest < y1 - y0 < smallest
        ]
    else:
        wide = list(range(len(words)))
    if not wide:
        return {}
    after = list(accumulate([how_many for _, how_many in runs]))
    found = {}
    for at in wide:
        (ink, _), _ = runs[bisect_right(after, at)]
        many = len(words[at])
        if many > 1 and ink.quarter >= 0 and _length(ends[8 * at : 8 * at + 8]) > ink.size * (LETTER * many + FIGURES):
            found[at] = ink
    return found


def _length(ends: Sequence[float]) -> float:
    """How long a word is, whichever way it runs: it is longer than high."""
    x0, y0, x1, y1, x2, y2, x3, y3 = ends
    return max(max(x1, x3) - min(x0, x2), max(y0, y2) - min(y1, y3))


def cuts(text_page: Any, start: int, word: str, ink: Ink) -> list[int]:
    """The numbers of the letters with which the parts of a word begin, 0 the first of them."""
    many = len(word)
    boxes, places = room("FS_RECTF", many)
    exhaust(map(pdfium()[1].FPDFText_GetLooseCharBox, repeat(text_page), range(start, start + many), places))
    found = [0]
    for at, ((l0, t0, r0, b0), (l1, t1, r1, b1)) in enumerate(pairwise(list(unpacked("4f", boxes, many))), 1):
        if ink.quarter % 2:
            gap, moved = max(b1 - t0, b0 - t1), abs(l1 - l0)
        else:
            gap, moved = max(l1 - r0, l0 - r1), abs(b1 - b0)
        apart = LETTERS if word[at].isalpha() and word[at - 1].isalpha() else FIGURES
        if gap > apart * ink.size or moved > ink.size / 2:
            found.append(at)
    return found
