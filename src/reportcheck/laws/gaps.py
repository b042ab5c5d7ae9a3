"""Where a sum does not come out: how far it is out, and what the gap may be: a slip, a part left out, a copied line."""

from __future__ import annotations

import math
from collections.abc import Collection
from itertools import pairwise

from reportcheck.laws.evidence import Changes, grain, slip_bits
from reportcheck.laws.expecting import promised_sum
from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import View
from reportcheck.laws.spots import FIGURE, UNKNOWN

LARGE = 100
"""From so many steps on, a gap that is also a figure of the table is no coincidence."""
NARROW = 6
"""Within no more than so many steps a gap is looked for among the figures."""


def gap(view: View, guess: Guess, lane: int) -> tuple[int, int] | None:
    """How far the sum is from its target in a lane, and how far rounding can take it; None where it cannot be tried."""
    if view.state[guess.target][lane] != FIGURE:
        return None
    total, room, known = view.value[guess.target][lane], view.slack[guess.target][lane], 0
    sort = view.sort[guess.target][lane]
    for line, sign in guess.terms:
        state = view.state[line][lane]
        if state == FIGURE:
            if view.sort[line][lane] != sort:
                return None
            total -= sign * view.value[line][lane]
            room += view.slack[line][lane]
            known += 1
        elif state == UNKNOWN:
            return None
    return (total, room) if known else None


def is_figure(view: View, guess: Guess, lane: int, residual: int, room: int) -> bool:
    """Whether a gap is as large as a figure of the lane, within rounding."""
    sizes, size = view.sizes[lane], abs(residual)
    step = 2 * view.slack[guess.target][lane]
    steps = room // step
    return size in sizes or (steps <= NARROW and any(size + d * step in sizes for d in range(-steps, steps + 1)))


def left_out(view: View, guess: Guess, lane: int, residual: int, changes: Changes) -> bool:
    """Whether a gap as large as a figure of the lane is one: a part that the law does not know, or one too many."""
    if abs(residual) < LARGE * 2 * view.slack[guess.target][lane]:
        return False
    return view.across or not promised_sum(view, guess) or slip_worth(view, guess, lane, changes) <= 0


def forgotten(view: View, guess: Guess, lane: int, residual: int, held: Collection[int]) -> bool:
    """Whether the gap is a part that is counted wherever else it is something: a total that leaves it out is wrong."""
    if not promised_sum(view, guess):
        return False
    parts = [line for line, sign in guess.terms if view.value[line][lane] * sign == -residual]
    if len(parts) != 1:
        return False
    line, target = parts[0], guess.target
    counted = [other for other in held if abs(view.value[line][other]) > LARGE * 2 * view.slack[target][other] > 0]
    return len(held) > 1 and bool(counted)


def slip_worth(view: View, guess: Guess, lane: int, changes: Changes) -> float:
    """What it tells that a slip of the pen in one of its figures explains a gap, in bits."""
    found = gap(view, guess, lane)
    assert found is not None
    spots, signs = [view.spot[guess.target][lane]], [1]
    for line, sign in guess.terms:
        if view.state[line][lane] == FIGURE:
            spots.append(view.spot[line][lane])
            signs.append(-sign)
    likely = changes.explained(spots, signs, found[0], found[1])
    copied = _copied(view, guess, lane)
    if likely <= 0:
        return copied
    figures = [view.value[line][lane] for line, _ in guess.terms]
    target, step = abs(view.value[guess.target][lane]), 2 * view.slack[guess.target][lane]
    return max(slip_bits(likely, max(target, *map(abs, figures)), grain(math.gcd(*figures), step)), copied)


def _copied(view: View, guess: Guess, lane: int) -> float:
    """What it tells that a part is printed twice, one under the other: the second was copied, and its own is lost."""
    if not _may_hold_a_copy(view, guess):
        return -20.0
    values = [view.value[line][lane] for line, _ in sorted(guess.terms)]
    twice = [a for a, b in pairwise(values) if a == b and abs(a) >= LARGE * 2 * view.slack[guess.target][lane]]
    if len(twice) != 1 or values.count(twice[0]) != 2:
        return -20.0
    mended = view.value[guess.target][lane] - sum(values) + twice[0]
    if not 1 <= 10 * mended // twice[0] <= 100:
        return -20.0
    step = 2 * view.slack[guess.target][lane]
    return min(math.log2(abs(twice[0]) / grain(abs(twice[0]), step)), 10.0) - 1.0


def _may_hold_a_copy(view: View, guess: Guess) -> bool:
    """Whether it is a total, called so, of three plain rows or more."""
    if view.across or len(guess.terms) < 3 or not promised_sum(view, guess):
        return False
    parts = [view.lines[line] for line, _ in guess.terms]
    plain = not any(it.total or it.result or it.opening or it.closing for it in parts)
    return plain and "total" in view.lines[guess.target].label.lower()
