"""Columns of figures that two papers print alike: row by row, whatever page or table they stand on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from reportcheck.model import Fact, Kept
from reportcheck.words import pattern

_DATES = pattern(r"\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b|\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_TELLING = 100
"""From here on a figure is seldom the same by chance."""
_FEWEST = 4
_MOST = 120
_LIKELY = 8
"""So many columns are looked at row by row."""


class Twins(NamedTuple):
    """Two columns, row by row: the pairs that agree and those that differ."""

    same: tuple[tuple[Fact, Fact], ...]
    other: tuple[tuple[Fact, Fact], ...]
    framed: tuple[tuple[Fact, Fact], ...]
    """Of those that differ the ones with rows that agree above and below them."""

    @property
    def telling(self) -> int:
        """How many rows agree in figures that are seldom the same by chance."""
        return sum(_size(mine) >= _TELLING for _, mine in self.same)


class _Column(NamedTuple):
    facts: tuple[Fact, ...]
    keys: tuple[str, ...]
    """What its rows are called."""


@lru_cache(maxsize=16384)
def called(label: str) -> str:
    """A row's label as two papers can share it: small letters and numbers, no signs, dates or years."""
    return " ".join(re.sub(r"\W+", " ", _DATES.sub(" ", label)).lower().split())


def columns_of(paper: Kept) -> tuple[_Column, ...]:
    """The columns of a paper's tables that have rows enough to be known again."""
    found: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for fact in paper.facts:
        if fact.source == "table" and fact.table >= 0 and called(fact.measure):
            found[fact.table, fact.column].append(fact)
    return tuple(
        _Column(tuple(facts), tuple(called(fact.measure) for fact in facts))
        for facts in found.values()
        if len(facts) >= _FEWEST
    )


class Shelf:
    """The columns of papers, found again by their rows. Of a row that many columns have, the last are looked at."""

    def __init__(self) -> None:
        self._columns: list[tuple[Kept, _Column]] = []
        self._rows: dict[str, deque[tuple[int, Fact]]] = defaultdict(lambda: deque(maxlen=_MOST))

    def add(self, paper: Kept) -> None:
        """Put a paper's columns there."""
        for column in columns_of(paper):
            for key, fact in zip(column.keys, column.facts, strict=True):
                self._rows[key].append((len(self._columns), fact))
            self._columns.append((paper, column))

    def twins(self, paper: Kept, least: int) -> Iterator[tuple[Kept, Twins]]:
        """The columns of a paper with those of others that they repeat, in so many telling rows at least.

        A column is told with the one of each other paper that most rows agree with.
        """
        for column in columns_of(paper):
            hits = Counter(
                number
                for key, fact in zip(column.keys, column.facts, strict=True)
                if _size(fact) >= _TELLING
                for number in {n for n, twin in self._rows.get(key, ()) if not twin.differs(fact)}
            )
            told: set[str] = set()
            for number, count in hits.most_common(_LIKELY):
                other, twin = self._columns[number]
                if count >= least and other.path not in told:
                    told.add(other.path)
                    yield other, _aligned(twin, column)


def _aligned(one: _Column, other: _Column) -> Twins:
    """Two columns row by row, in the order that both have."""
    blocks = SequenceMatcher(None, one.keys, other.keys, autojunk=False).get_matching_blocks()
    pairs: list[tuple[Fact, Fact]] = []
    framed: list[tuple[Fact, Fact]] = []
    for a, b, size in blocks:
        block = list(zip(one.facts[a : a + size], other.facts[b : b + size], strict=True))
        begins = a == b == 0
        ends = a + size == len(one.facts) and b + size == len(other.facts)
        pairs += block
        framed += _framed(block, begins, ends)
    unlike = [pair for pair in pairs if pair[0].differs(pair[1])]
    return Twins(tuple(pair for pair in pairs if not pair[0].differs(pair[1])), tuple(unlike), tuple(framed))


def _framed(block: list[tuple[Fact, Fact]], begins: bool, ends: bool) -> Iterator[tuple[Fact, Fact]]:
    """The rows that differ between rows that agree, one or two at a time: elsewhere another account may begin."""
    agree = [begins, *(not pair[0].differs(pair[1]) for pair in block), ends]
    for at, pair in enumerate(block, start=1):
        if agree[at]:
            continue
        low = at - 1 if agree[at - 1] else at - 2
        high = at + 1 if agree[at + 1] else at + 2
        if high - low <= 3 and low >= 0 and high < len(agree) and agree[low] and agree[high]:
            yield pair


def _size(fact: Fact) -> int:
    quantity = fact.figure.quantity
    return int(abs(quantity.value)) if quantity is not None and quantity.unit != "percent" else 0
