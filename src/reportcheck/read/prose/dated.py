"""The dates that a paper prints, read once for all the rules that look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportcheck.model import Mark, Paper, Passage
from reportcheck.read.once import once
from reportcheck.words.calendar import Day, day_of

Dated = tuple[Passage, tuple[tuple[Mark, Day], ...]]
"""A passage and its dates."""


def dated(paper: Paper) -> tuple[Dated, ...]:
    """The passages of a paper that print dates."""
    return _in_passages(paper.passages)


def dated_everywhere(paper: Paper) -> Iterable[Dated]:
    """The passages that print dates, and the cells of words that do."""
    return (*_in_passages(paper.passages), *_in_cells(paper.wordy))


@once
def _in_passages(passages: tuple[Passage, ...]) -> tuple[Dated, ...]:
    return tuple(_dated(passages))


@once
def _in_cells(cells: tuple[Passage, ...]) -> tuple[Dated, ...]:
    return tuple(_dated(cells))


def _dated(passages: tuple[Passage, ...]) -> Iterator[Dated]:
    for passage in passages:
        days = tuple((mark, day) for mark in passage.marks if (day := day_of(mark)) is not None)
        if days:
            yield passage, days
