"""What looks like a sum and is none: the last or the highest under a total, fixed multiples, rates near a hundred."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportcheck.laws.guesses import Guess
from reportcheck.laws.lattice import View
from reportcheck.laws.promises import ONE_EACH
from reportcheck.laws.spots import FIGURE
from reportcheck.quantity import median

MANY = 3
"""In a total along so many rows, a row where it is one of its parts is wrong."""
FEW = 4
"""Fewer percentages than these tell nothing of how near their line's are to one another."""


def is_no_sum(view: View, guess: Guess, lane: int) -> bool:
    """Whether a total that its parts miss is the first, last, highest, lowest, mean or median of its column."""
    values = view.by_lane[lane][0]
    stated, slack = values[guess.target], view.slack[guess.target][lane]
    parts = [values[line] for line, _ in guess.terms if view.state[line][lane] == FIGURE]
    least, most = min(parts, default=0), max(parts, default=0)
    if not least <= stated <= most or least == most:
        return False
    if stated in (parts[0], parts[-1], most, least):
        return True
    return any(abs(stated - middle) <= slack for middle in (sum(parts) / len(parts), median(parts)))


def fewer_in_all(view: View, guess: Guess, lane: int) -> bool:
    """Whether a missed total is smaller than its largest part, though none is negative: rates under their average.

    Where people may be counted in several rows, it may be smaller than their sum as well.
    """
    values = view.by_lane[lane][0]
    parts = [values[line] for line, _ in guess.terms]
    if view.across or len(parts) < 2 or min(parts) < 0 or values[guess.target] <= 0:
        return False
    most = sum(parts) if ONE_EACH.search(view.lanes[lane].label.lower()) else max(parts)
    return values[guess.target] < most


def expected(view: View, lane: int, held: Sequence[int] | dict[int, int]) -> bool:
    """Whether the sum must hold here all the same: it does in columns of the same name, or along most rows."""
    if view.across:
        return len(held) >= MANY
    if not view.lanes[lane].label.strip():
        return False
    name = _kind(view, lane)
    return any(_kind(view, other) == name for other in held)


def _kind(view: View, lane: int) -> str:
    """What a lane's label says without its year."""
    return "".join(ch for ch in view.lanes[lane].label.lower() if ch.isalpha())


def narrow(view: View, line: int, lane: int) -> float:
    """How much a percentage can tell, in bits, where all of its line are near one another."""
    sort = view.sort[line][lane]
    if sort == "amount":
        return math.inf
    alike = [value for value, own in zip(view.value[line], view.sort[line], strict=True) if own == sort]
    if len(alike) < FEW or view.value[line][lane] == 100 * view.one:
        return math.inf
    return math.log2((max(alike) - min(alike)) / (2 * view.slack[line][lane]) + 1)


def multiples(view: View, guess: Guess, held: Sequence[int]) -> bool:
    """Whether all parts of a sum are fixed multiples of it, as the bands of a tax are: they are no parts."""
    it = view.lines[guess.target]
    if it.total or it.blank or it.result or it.change:
        return False
    lanes = [lane for lane in held if view.value[guess.target][lane]]
    if len({view.value[guess.target][lane] for lane in lanes}) < 2:
        return False
    return all(_fixed(view, line, guess.target, lanes) for line, _ in guess.terms)


def _fixed(view: View, one: int, other: int, lanes: Sequence[int]) -> bool:
    """Whether one line is the same multiple of another in all lanes, within rounding."""
    base = max(lanes, key=lambda lane: abs(view.value[other][lane]))
    top, bottom = view.value[one][base], view.value[other][base]
    return all(
        abs(view.value[one][lane] * bottom - view.value[other][lane] * top)
        <= abs(bottom) * view.slack[one][lane]
        + abs(top) * view.slack[other][lane]
        + abs(view.value[other][lane]) * view.slack[one][base]
        + abs(view.value[one][lane]) * view.slack[other][base]
        for lane in lanes
    )
