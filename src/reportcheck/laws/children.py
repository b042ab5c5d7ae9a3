"""Rows that are another's parts by where they stand: set in under it, or between its heading and it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS_NAMED, NO_SLIP, Changes, bits
from reportcheck.laws.families import children, closed
from reportcheck.laws.gaps import gap, slip_worth
from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.lines import Line
from reportcheck.laws.spots import FIGURE

_SLIP = 10.0
"""What a slip that explains where they fail can be worth at most."""


def find_children(lattice: Lattice, changes: Changes) -> Iterator[Bond]:
    """The sums of such parts, where more of them hold than not: a table that lists but some of them proves nothing."""
    view = lattice.down
    rows = [line.at for line in view.lines]
    yield from _sums(view, children(lattice.grid, rows), changes)
    yield from _sums(view, _plain(view, closed(lattice.grid, rows)), changes)


def _plain(view: View, families: dict[int, list[int]]) -> dict[int, list[int]]:
    """The families whose parts are all to be added: none is taken off, told apart, or a total of a part of them."""
    return {
        at: parts
        for at, parts in families.items()
        if not any(_aside(view.lines[part]) or (view.lines[part].total and part not in families) for part in parts)
    }


def _aside(line: Line) -> bool:
    """Whether a line is no part of a plain sum."""
    return line.less or line.memo or line.rate or line.opening or line.closing or line.result


def _sums(view: View, families: dict[int, list[int]], changes: Changes) -> Iterator[Bond]:
    """The sums of these families, where they are to be believed."""
    tried = [
        (guess, lane, found)
        for guess in (Guess(at, tuple((line, 1) for line in under), 0.0) for at, under in families.items())
        for lane in range(len(view.lanes))
        if (found := gap(view, guess, lane)) is not None and view.sort[guess.target][lane] == "amount"
    ]
    held = [(guess, lane, off) for guess, lane, (off, room) in tried if abs(off) <= room]
    failed = [(guess, lane, off) for guess, lane, (off, room) in tried if abs(off) > room]
    apart = [(guess, lane) for guess, lane, off in failed if not _follows(guess, lane, off, failed)]
    if not held or len(apart) > len(held):
        return
    told = sum(_told(view, *each) for each in held)
    for guess, lane in apart:
        told += min(max(slip_worth(view, guess, lane, changes), -NO_SLIP), _SLIP) - FAILS_NAMED
    price = math.log2(len(families) + 1)
    if told - price >= ACCEPT:
        for guess, lane, _ in tried:
            yield _bond(view, guess, lane, told - price, len(held))


def _follows(guess: Guess, lane: int, off: int, failed: list[tuple[Guess, int, int]]) -> bool:
    """Whether a sum fails by just what one of its parts fails by as the sum of its own: one figure is wrong."""
    parts = {line for line, _ in guess.terms}
    return any(other.target in parts and there == lane and by == -off for other, there, by in failed)


def _told(view: View, guess: Guess, lane: int, off: int) -> float:
    """What it tells that the parts come to their parent here, in bits."""
    figures = [view.value[line][lane] for line, _ in guess.terms]
    return bits(view.value[guess.target][lane], figures, off, 2 * view.slack[guess.target][lane], 0.1)


def _bond(view: View, guess: Guess, lane: int, score: float, fellows: int) -> Bond:
    inputs = tuple((view.spot[line][lane], 1) for line, _ in guess.terms if view.state[line][lane] == FIGURE)
    stated = view.spot[guess.target][lane]
    return Bond(
        "total", "sum", stated, inputs, ((1, (stated,)), *((-1, (spot,)) for spot, _ in inputs)), score, fellows,
        False, view.lanes[lane].label, view.lines[guess.target].label,
    )  # fmt: skip
