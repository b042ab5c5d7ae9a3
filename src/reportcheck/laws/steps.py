"""Items in one column and what they come to in the next: parents over their parts, accounts with inner columns.

And columns that are kept as a running balance: each figure is the one before it and what has come and gone since.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, permutations
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
WIDE = 8
"""In a table of more columns than this no running balance of what comes and what goes is looked for."""
TRIED = 4
"""So many steps of a running balance are tried before all of them."""
Signed = tuple[Spot, int]
Columns = Mapping[int, Mapping[int, Spot]]
"""The figures of each column by row; none where a cell holds several."""


class Run(NamedTuple):
    """Figures that may come to one other, each with its sign."""

    stated: Spot
    items: tuple[Signed, ...]

    @property
    def residual(self) -> int:
        """How far the items are from what is stated."""
        return self.stated.value - sum(sign * item.value for item, sign in self.items)

    @property
    def holds(self) -> bool:
        """Whether rounding explains how far they are from it."""
        return abs(self.residual) <= self.stated.slack + sum(item.slack for item, _ in self.items)


def find_steps(lattice: Lattice, changes: Changes) -> Iterator[Bond]:
    """The bonds of the runs of two columns side by side, and of running balances, in the way that tells most."""
    columns = {column: _of_column(lattice, column) for column in sorted(lattice.columns)}
    for inner, outer in [*pairwise(columns), *pairwise(list(columns)[::-1])]:
        ways = [_runs(columns[inner], columns[outer], above) for above in (True, False)]
        # What is far from its items is the sum of others.
        yield from _best(lattice, ways, PRICE + math.log2(len(columns)), FAR, "total", changes)
    for column in columns:
        told = promised(lattice.grid.column_labels[column])
        ways = list(_kept_on(lattice, columns, column)) if told.total or told.result or told.closing else []
        yield from _best(lattice, ways, PRICE + math.log2(len(ways) + 1), 0, "roll-forward", changes)


def _best(
    lattice: Lattice, ways: Iterable[list[Run]], price: float, far: int, kind: str, changes: Changes
) -> Iterator[Bond]:  # fmt: skip
    """The bonds of the runs that tell most, where they tell enough."""
    scored = [(_score(lattice, runs, price, changes), runs) for runs in ways if runs]
    score, runs = max(scored, key=itemgetter(0), default=(0.0, []))
    if score >= ACCEPT:
        held = sum(run.holds for run in runs)
        for run in runs:
            if abs(run.residual) * far < abs(run.stated.value):
                yield _bond(lattice, run, score, held - run.holds, kind)


def _runs(inner: Mapping[int, Spot], outer: Mapping[int, Spot], above: bool) -> list[Run]:
    """Each figure of the outer column with the items of the inner one that stand under it, or over it."""
    runs: list[Run] = []
    if inner.keys() <= outer.keys():
        return runs  # No sum has more than the item beside it.
    stated: Spot | None = None
    items: list[Spot] = []
    for row in sorted({*inner, *outer}, reverse=not above):
        item, total = inner.get(row), outer.get(row)
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
        runs.append(Run(stated, tuple((item, 1) for item in sorted(items, key=lambda item: item.row))))


def _kept_on(lattice: Lattice, columns: Columns, column: int) -> Iterator[list[Run]]:
    """The ways in which a column may be a running balance: of one other column, or of what comes and what goes."""
    others = [at for at in columns if at != column]
    moves: list[tuple[tuple[int, int], ...]] = [((at, sign),) for at in others for sign in (1, -1)]
    if len(columns) <= WIDE:
        moves += [((one, 1), (two, -1)) for one, two in permutations(others, 2)]
    rows = [row for row in columns[column] if not promised(lattice.grid.row_labels[row]).total]
    known = {row: columns[column][row] for row in rows}
    for order in (rows, rows[::-1]):
        pairs = list(pairwise(order))
        for move in moves:
            # Most columns are moved by no other, as the first few of their rows show.
            for some in (pairs[:TRIED], pairs):
                runs = [run for before, row in some if (run := _kept(columns, known, before, row, move))]
                if sum(run.holds for run in runs) * 2 < len(runs):
                    break
            else:
                if len(runs) > 1:
                    yield runs


def _kept(
    columns: Columns, known: Mapping[int, Spot], before: int, row: int, move: Sequence[tuple[int, int]]
) -> Run | None:
    """One figure of the balance, the one before it, and what stands in the columns that move it since then."""
    between = range(before + 1, row + 1) if before < row else range(row, before)
    moved = [(spot, sign) for at, sign in move for each in between if (spot := columns[at].get(each))]
    parts = (known[before], *(spot for spot, _ in moved))
    if not any(spot.value for spot, _ in moved) or any(spot.sort != "amount" for spot in (known[row], *parts)):
        return None
    return Run(known[row], ((known[before], 1), *moved))


def _of_column(lattice: Lattice, column: int) -> Mapping[int, Spot]:
    spots = lattice.columns[column]
    several = {spot.row for spot in spots if spot.part}
    return {spot.row: spot for spot in spots if spot.row not in several}


def _score(lattice: Lattice, runs: Sequence[Run], price: float, changes: Changes) -> float:
    """How firmly it is to be believed, in bits, that these are sums and their items."""
    held = [run for run in runs if run.holds]
    failed = [run for run in runs if not run.holds]
    # A wrong figure of a running balance is wrong once more as what the next begins with.
    failed = [run for run, before in zip(failed, [None, *failed], strict=False) if not _again(run, before)]
    if not held or len(failed) > max(1, len(held) // PART):
        return 0.0
    score = -price
    for run in held:
        values = [item.value for item, _ in run.items]
        step = 2 * max(spot.slack for spot in (run.stated, *(item for item, _ in run.items)))
        score += bits(run.stated.value, values, run.residual, step, 0.1)
    sure = len(held) > 1 and score >= ACCEPT
    for run in failed:
        worth = _worth_as_slip(run, changes)
        promise = sure or promised(lattice.grid.row_labels[run.stated.row]).total
        score += max(min(worth, 14.0), -NO_SLIP) - (FAILS_NAMED if promise else FAILS)
    return score


def _worth_as_slip(run: Run, changes: Changes) -> float:
    """What speaks for it, in bits, that one slip explains by how much a run misses its sum."""
    spots, signs = [run.stated.index], [1]
    for item, sign in run.items:
        spots.append(item.index)
        signs.append(-sign)
    likely = changes.explained(spots, signs, run.residual)
    most = max(abs(spot.value) for spot in (run.stated, *(item for item, _ in run.items)))
    return slip_bits(likely, most, 2 * run.stated.slack)


def _again(run: Run, before: Run | None) -> bool:
    """Whether a run begins with what another states, and is out by as much the other way."""
    return before is not None and run.items[0][0] is before.stated and run.residual == -before.residual


def _bond(lattice: Lattice, run: Run, score: float, fellows: int, kind: str) -> Bond:
    stated, grid = run.stated.index, lattice.grid
    inputs = tuple((item.index, sign) for item, sign in run.items)
    terms = ((1, (stated,)), *((-sign, (spot,)) for spot, sign in inputs))
    lane, name = grid.column_labels[run.stated.column], grid.row_labels[run.stated.row]
    return Bond(kind, "sum", stated, inputs, terms, score, fellows, False, lane, name)
