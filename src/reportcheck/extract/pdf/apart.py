"""Letters that pdfium takes for one word although they stand apart, as in two cells of a table -> where to cut it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise, repeat
from operator import sub
from typing import Any

from reportcheck.extract.pdf.inks import Ink, Run
from reportcheck.extract.pdf.pdfium import exhaust, pdfium, room, unpacked

LETTER = 0.62
"""A letter takes no more room than this in most words, in heights of type."""
FIGURES = 0.55
"""Digits and signs further apart than this are of two words, although no space is printed between them."""
WHITE = 0.08
"""So much white parts two runs of text, where the letters on its sides are not such as make one word."""
LETTERS = 1.1
"""And letters further apart than this: headings are set wide."""


def spread(
    words: Sequence[str], ends: Sequence[float], runs: Sequence[tuple[Run, int]], kinds: Collection[Ink]
) -> dict[int, Ink]:
    """The words that take more room than their letters need, by number, and how they are drawn."""
    smallest = min([ink.size for ink in kinds])
    if max([ink.quarter for ink in kinds]) <= 0:
        limits = [smallest * (LETTER * many + FIGURES) for many in range(max(map(len, words)) + 1)]
        each = zip(words, ends[::8], ends[6::8], strict=True)
        wide = [at for at, (word, x0, x1) in enumerate(each) if x1 - x0 > limits[len(word)]]
        if (tops := ends[1::8]) != (others := ends[5::8]):
            drops = map(sub, tops, others)
            wide = sorted({*wide, *[at for at, drop in enumerate(drops) if abs(drop) > smallest]})
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
    found = [0]
    for at, (gap, moved) in enumerate(_gaps(text_page, start, len(word), ink.quarter), 1):
        apart = LETTERS if word[at].isalpha() and word[at - 1].isalpha() else FIGURES
        if gap > apart * ink.size or moved > ink.size / 2:
            found.append(at)
    return found


def parted(text_page: Any, start: int, word: str, runs: Sequence[Run]) -> list[int]:
    """The numbers of the letters with which a run of text begins, a little white before it, as in tight columns."""
    changes = [at for at, (one, two) in enumerate(pairwise(runs), 1) if one is not two and not _one_word(word, at)]
    if not changes:
        return []
    gaps = _gaps(text_page, start, len(word), runs[0][0].quarter)
    return [at for at in changes if gaps[at - 1][0] > WHITE * runs[at][0].size]


def _one_word(word: str, at: int) -> bool:
    """Whether two letters are such as stand side by side in a word."""
    one, two = word[at - 1], word[at]
    return one.isalpha() and two.isalpha() and not (one.islower() and two.isupper())


def _gaps(text_page: Any, start: int, many: int, quarter: int) -> list[tuple[float, float]]:
    """How far each letter of a word but the first stands from the one before, along the line and across it."""
    boxes, places = room("FS_RECTF", many)
    exhaust(map(pdfium()[1].FPDFText_GetLooseCharBox, repeat(text_page), range(start, start + many), places))
    pairs = pairwise(list(unpacked("4f", boxes, many)))
    if quarter % 2:
        return [(max(b1 - t0, b0 - t1), abs(l1 - l0)) for (l0, t0, _, b0), (l1, t1, _, b1) in pairs]
    return [(max(l1 - r0, l0 - r1), abs(b1 - b0)) for (l0, _, r0, b0), (l1, _, r1, b1) in pairs]
