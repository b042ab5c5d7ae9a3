"""Items in one column and what they come to in the next: parents over their parts, accounts with inner columns."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, Changes, bits, slip_bits
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.promises import promised
from reportcheck.laws.spots import Spot

PRICE = 8.0
"""What it costs, in bits, to believe that one column holds the items of the next."""
PART = 3
"""One run in so many may fail."""
FAR = 2
"""A sum that is out by more than a part of so many is no sum of these items."""


class Run(NamedTuple):
    """Figures of the inner column and the one of the outer column that they may add up to."""

    stated: Spot
    items: tuple[Spot, ...]

    @property
    def residual(self) -> int:
        """How far the items are from what is stated."""
        return self.stated.value - sum(item.value for item in self.items)

    @property
    def holds(self) -> bool:
        """Whether rounding explains how far they are from it."""
        return abs(self.residual) <= self.stated.slack + sum(item.slack for item in self.items)


def find_steps(lattice: Lattice, changes: Changes) -> Iterator[Bond]:
    """The bonds of the runs of each two columns that stand side by side, in the one way that tells most."""
    columns = sorted(lattice.columns)
    for inner, outer in [*pairwise(columns), *pairwise(columns[::-1])]:
        ways = [_runs(lattice, inner, outer, above) for above in (True, False)]
        scored = [(_score(lattice, runs, changes), runs) for runs in ways if runs]
        score, runs = max(scored, key=itemgetter(0), default=(0.0, []))
        if score >= ACCEPT:
            held = sum(run.holds for run in runs)
            # What is far from its items is the sum of others.
            for run in runs:
                if abs(run.residual) * FAR < abs(run.stated.value):
                    yield _bond(lattice, run, score, held - run.holds)


def _runs(lattice: Lattice, inner: int, outer: int, above: bool) -> list[Run]:
    """Each figure of the outer column with the items of the inner one that stand under it, or over it."""
    rows = _of_column(lattice, inner), _of_column(lattice, outer)
    order = sorted({*rows[0], *rows[1]}, reverse=not above)
    runs: list[Run] = []
    stated: Spot | None = None
    items: list[Spot] = []
    for row in order:
        item, total = rows[0].get(row), rows[1].get(row)
        if total is not None:
            _close(runs, stated, items)
            # A sum may stand beside the last of its items, and not beside the first.
            stated, items = (None, []) if above and item is not None else (total, [])
        if item is not None and stated is not None:
            items.append(item)
    _close(runs, stated, items)
    return runs


def _close(runs: list[Run], stated: Spot | None, items: Sequence[Spot]) -> None:
    if stated is not None and len(items) > 1 and all(item.sort == stated.sort == "amount" for item in items):
        runs.append(Run(stated, tuple(sorted(items, key=lambda item: item.row))))


def _of_column(lattice: Lattice, column: int) -> Mapping[int, Spot]:
    """The figures of a column by row; none where a cell holds several."""
    spots = lattice.columns[column]
    several = {spot.row for spot in spots if spot.part}
    return {spot.row: spot for spot in spots if spot.row not in several}


def _score(lattice: Lattice, runs: Sequence[Run], changes: Changes) -> float:
    """How firmly it is to be believed, in bits, that these are sums and their items."""
    failed = [run for run in runs if not run.holds]
    held = [run for run in runs if run.holds]
    if not held or len(failed) > max(1, len(held) // PART):
        return 0.0
    score = -PRICE - math.log2(len(lattice.columns))
    for run in held:
        values = [item.value for item in run.items]
        score += bits(run.stated.value, values, run.residual, 2 * max(i.slack for i in (run.stated, *run.items)), 0.1)
    sure = len(held) > 1 and score >= ACCEPT
    for run in failed:
        spots, signs = [run.stated.index, *(i.index for i in run.items)], [1, *(-1 for _ in run.items)]
        likely = changes.explained(spots, signs, run.residual)
        worth = slip_bits(likely, max(abs(s.value) for s in (run.stated, *run.items)), 2 * run.stated.slack)
        promise = sure or promised(lattice.grid.row_labels[run.stated.row]).total
        score += max(min(worth, 14.0), -NO_SLIP) - (FAILS_NAMED if promise else FAILS)
    return score


def _bond(lattice: Lattice, run: Run, score: float, fellows: int) -> Bond:
    stated, grid = run.stated.index, lattice.grid
    inputs = tuple((item.index, 1) for item in run.items)
    terms = ((1, (stated,)), *((-1, (item.index,)) for item in run.items))
    lane, name = grid.column_labels[run.stated.column], grid.row_labels[run.stated.row]
    return Bond("total", "sum", stated, inputs, terms, score, fellows, False, lane, name)
