"""The figures of a paper with the dress that each wears and the place that it wears it in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.presentation.columns import figure_columns
from reportcheck.model import Figure, Grid, Paper, Passage, Quantity
from reportcheck.read.mentions.dress import Dress, dress_of
from reportcheck.read.once import once
from reportcheck.words import pattern

_SHARES_A_UNIT = pattern(
    r"\S+,? ?(?:to|and|or|[-–]) ?[^\s\w]{0,3} ?\d[\d.,]* ?(?:thousand|million|billion|crore|lakh|bn|m|k)\b",
    re.IGNORECASE,
)
"""A figure whose unit stands behind the next one: "$2.3 to $2.9 million"."""
_TWO_WORDS = pattern(r"([A-Za-z]+)\W+([A-Za-z]+)\W*$")
_JOINTS = frozenset(
    "a an and or of to by at in on for from with was were is are be about approximately than over".split()
)
_LINE = 60


class Worn(NamedTuple):
    """A figure that is printed in digits, in a place of a table (`grid`) or of a sentence (`passage`)."""

    figure: Figure
    quantity: Quantity
    dress: Dress
    grid: Grid | None
    row: int
    column: int
    passage: Passage | None
    start: int
    end: int

    def text(self, before: int, after: int) -> str:
        """So much of the sentence around it."""
        return self.passage.text.text[max(0, self.start - before) : self.end + after] if self.passage else ""

    @property
    def cut(self) -> bool:
        """Whether a long line ends with it and no stop: what belongs to it may stand in the next."""
        return self.start > _LINE and not self.text(0, 9)[self.end - self.start :].strip()

    @property
    def shares_a_unit(self) -> bool:
        """Whether its unit may stand behind the next figure."""
        return _SHARES_A_UNIT.match(self.text(0, 40)) is not None

    @property
    def said(self) -> str:
        """The two words of the sentence before it; nothing where the second only joins."""
        match = _TWO_WORDS.search(self.passage.text.text, max(0, self.start - 40), self.start) if self.passage else None
        return "" if match is None or match[2].lower() in _JOINTS else f"{match[1]} {match[2]}".lower()


@once
def all_worn(paper: Paper) -> tuple[Worn, ...]:
    """Every figure that is printed in digits: of the columns of all tables, then of all sentences."""
    return (*_in_tables(paper), *_in_sentences(paper))


def _in_tables(paper: Paper) -> Iterator[Worn]:
    for grid, column, places in figure_columns(paper.grids):
        for row, figure, quantity in places:
            dress = dress_of(figure.text)
            if dress is not None:
                yield Worn(figure, quantity, dress, grid, row, column, None, 0, 0)


def _in_sentences(paper: Paper) -> Iterator[Worn]:
    for passage in (*paper.passages, *paper.wordy):
        for mark in passage.marks:
            dress = dress_of(mark.text) if mark.kind == "figure" and mark.quantity and not mark.quantity.blank else None
            if dress is not None and mark.quantity is not None:
                yield Worn(passage.figure(mark), mark.quantity, dress, None, 0, 0, passage, mark.start, mark.end)
