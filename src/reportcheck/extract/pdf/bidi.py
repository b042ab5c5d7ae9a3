"""Words from left to right -> words in the order in which they are read, where a line is Hebrew or Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportcheck.extract.pdf.sheet import Word
from reportcheck.patterns import pattern

_RIGHT_TO_LEFT = pattern(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


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
