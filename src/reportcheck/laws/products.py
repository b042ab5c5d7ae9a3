"""Columns that are the product of two others, how many at what price: counted and priced exactly, and not rounded."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, Changes, slip_bits
from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.spots import FIGURE, Spot
from reportcheck.patterns import pattern

_MANY = pattern(r"\b(?:qty|quantit\w+|numbers?|no|nos|units?|count|hours?|days|weeks|months|how many|copies|items)\b")
_PRICE = pattern(r"\b(?:price|rate|cost|fee|charge|each|per|unit|tariff|value)\b|@")
MOST = 12
"""In a table of more columns than these, no product is looked for."""
PART = 3
"""One row in so many may fail."""
TOLD = 15.0
"""A product tells no more bits than this."""
Row = tuple[Spot, Spot, Spot]
"""What is stated, and its two factors."""


class Product(NamedTuple):
    """A column as the product of two others, with the rows where it holds and where it fails."""

    held: list[Row]
    failed: list[Row]
    score: float


def find_products(lattice: Lattice, view: View, changes: Changes) -> Iterator[Bond]:
    """The bonds of each column that is the product of two others, in the way that tells most."""
    columns = [i for i, line in enumerate(view.lines) if line.sort == "amount"]
    if not 3 <= len(columns) <= MOST:
        return
    for target in columns:
        factors = combinations([i for i in columns if i != target], 2)
        found = [p for one, other in factors if (p := _product(lattice, view, (target, one, other), changes))]
        best = max(found, key=lambda product: product.score, default=None)
        if best and best.score >= ACCEPT:
            for rows, fellows in ((best.held, len(best.held) - 1), (best.failed, len(best.held))):
                for row in rows:
                    yield _bond(lattice, row, best.score, fellows, view.lines[target].label)


def _product(lattice: Lattice, view: View, columns: tuple[int, int, int], changes: Changes) -> Product | None:
    held: list[Row] = []
    failed: list[Row] = []
    for row in _rows(lattice, view, columns):
        (held if abs(_residual(row, lattice.one)) <= row[0].slack * lattice.one else failed).append(row)
        if len(failed) > 1 + len(held):
            return None
    # A factor of one tells nothing.
    telling = [row for row in held if lattice.one not in (abs(row[1].value), abs(row[2].value))]
    if len(telling) < 2 or len(failed) > max(1, len(telling) // PART):
        return None
    words = [view.lines[column].label.lower() for column in columns]
    said = any(_MANY.search(w) for w in words[1:]) and any(_PRICE.search(w) for w in words[1:])
    score = -(1.0 if said else 6.0) - 2 * math.log2(len(view.lines))
    score += sum(min(math.log2(abs(row[0].value) / (2 * row[0].slack) + 1), TOLD) for row in telling)
    for row in tuple(failed):
        worth = _slip(lattice, row, changes)
        score += max(min(worth, TOLD), -NO_SLIP) - (FAILS_NAMED if said else FAILS)
        if worth <= 0:
            failed.remove(row)  # Something else was paid as well.
    return Product(held, failed, score)


def _rows(lattice: Lattice, view: View, columns: tuple[int, int, int]) -> Iterator[Row]:
    """The rows but totals that print all three figures, none of them nought."""
    for lane, line in enumerate(view.lanes):
        if line.total or any(view.state[column][lane] != FIGURE for column in columns):
            continue
        stated, one, other = (lattice.spots[view.spot[column][lane]] for column in columns)
        if one.value and other.value and stated.value:
            yield stated, one, other


def _residual(row: Row, one: int) -> int:
    stated, first, second = row
    return stated.value * one - first.value * second.value


def _slip(lattice: Lattice, row: Row, changes: Changes) -> float:
    """What it tells that one slip in the row explains its failure."""
    stated, first, second = row
    residual, room = _residual(row, lattice.one), stated.slack * lattice.one
    slopes = (stated.index, lattice.one), (first.index, -second.value), (second.index, -first.value)
    likely = changes.mended(slopes, residual, room)
    return slip_bits(likely / 3, abs(stated.value), 2 * stated.slack)


def _bond(lattice: Lattice, row: Row, score: float, fellows: int, name: str) -> Bond:
    stated, one, other = (spot.index for spot in row)
    return Bond(
        kind="ratio",
        form="product",
        stated=stated,
        inputs=((one, 1), (other, 1)),
        terms=((lattice.one, (stated,)), (-1, (one, other))),
        score=score,
        fellows=fellows,
        across=True,
        lane=lattice.grid.row_labels[row[0].row],
        name=name,
    )
