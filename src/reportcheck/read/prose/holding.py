"""The passages of a paper, and the labels of its tables, that hold certain words: all are searched as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reportcheck.model import Grid, Passage
from reportcheck.read.once import once

_Whole = tuple[str, list[int]]
"""Texts one under another, and where the next one of each begins."""


def places_holding(passages: tuple[Passage, ...], *words: str) -> list[int]:
    """Which of the passages hold any of the words."""
    return _places(_as_printed(passages), words)


def holding(passages: tuple[Passage, ...], *words: str) -> Iterator[Passage]:
    """The passages that hold any of the words, in order."""
    return (passages[index] for index in places_holding(passages, *words))


def holding_in_any_case(passages: tuple[Passage, ...], *words: str) -> Iterator[Passage]:
    """The passages that hold any of the words, which are given in small letters, however they are printed."""
    return (passages[index] for index in _places(_in_small_letters(passages), words))


def labels_holding(grids: tuple[Grid, ...], *words: str) -> Iterator[tuple[Grid, int]]:
    """The rows of tables whose labels hold any of the words, which are given in small letters."""
    whole, labels = _labels(grids)
    return (labels[index] for index in _places(whole, words))


@once
def _as_printed(passages: tuple[Passage, ...]) -> _Whole:
    return _joined(p.text.text for p in passages)


@once
def _in_small_letters(passages: tuple[Passage, ...]) -> _Whole:
    return _joined(p.text.text.lower() for p in passages)


@once
def _labels(grids: tuple[Grid, ...]) -> tuple[_Whole, list[tuple[Grid, int]]]:
    labels = [(grid, row) for grid in grids for row in range(len(grid.row_labels))]
    return _joined(grid.row_labels[row].lower() for grid, row in labels), labels


def _joined(texts: Iterable[str]) -> _Whole:
    texts = list(texts)
    return "\n".join(texts), list(accumulate(len(text) + 1 for text in texts))


def _places(whole: _Whole, words: tuple[str, ...]) -> list[int]:
    """Which of the texts hold a word; no word goes over the end of a line."""
    text, ends = whole
    found: set[int] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            index = bisect_right(ends, at)
            found.add(index)
            at = text.find(word, ends[index])
    return sorted(found)
