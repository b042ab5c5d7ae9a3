"""How much a law is to be believed: bits of evidence from the places where it holds, against the price of the guess."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from reportcheck.laws.lattice import Lattice
from reportcheck.laws.slips import Slip, may_differ, originals, weights
from reportcheck.quantity import Quantity

ACCEPT = 2.0
"""A law is believed when its bits beat its price by this margin."""
WEAK = -8.0
"""From here on a law is kept in mind: two such that one slip would mend are believed together."""
FAILS = 5.5
"""What a place that breaks the law costs: sums are wrong about once in fifty times."""
FAILS_UNSAID = 9.0
"""The same for what no words call a sum: that it holds elsewhere may be chance."""
FAILS_NAMED = 3.0
"""The same for a sum that its label promises and that holds elsewhere: it may hardly fail but by an error."""
NO_SLIP = 4.0
"""What it costs more where no slip of the pen explains it."""
MENDED = 9.0
"""What such a place can be worth at most, where a slip explains it."""
ROUNDED = {"amount": 0.1}
"""How often tables of a sort are rounded so that a sum comes out a little off; percentages often are."""
FEW = 12
"""In sums of more figures than this, only exact explanations are looked for."""
MOST_BITS = 22.0


def bits(
    target: int, inputs: Sequence[int], residual: int, step: int, rounded: float, cap: float = MOST_BITS
) -> float:  # fmt: skip
    """What a sum that comes out at `residual` from `target` tells; `rounded` is how often such sums are rounded.

    Chance would bring a sum so near once in 2 to that many times. `cap` is what an exact one can tell here.
    """
    known = list(filter(None, (target, *inputs)))
    if not known:
        return 0.0
    least, most = min(known), max(known)
    spread = min(max(most, -least), most - least)
    if not spread:
        return 0.0
    finest = grain(math.gcd(target, *inputs), step)
    told = min(math.log2(spread / finest + 1), cap)
    parts = len(known) - (target != 0)
    if residual:
        told += math.log2(rounded) + rest(parts + 1, abs(residual) / step)
    if parts < 2 or (parts == 2 and abs(known[-2]) == abs(known[-1]) > abs(target)):
        told *= 0.3
    return max(min(told, MOST_BITS), -6.0)


def rest(figures: int, steps: float) -> float:
    """How often, as a power of two, the rounding of so many figures leaves a rest of so many steps."""
    spread = math.sqrt(figures / 12)
    low, high = (steps - 0.5) / spread, (steps + 0.5) / spread
    chance = 0.5 * (math.erf(high / math.sqrt(2)) - math.erf(low / math.sqrt(2)))
    return max(math.log2(chance), -20.0) if chance > 0 else -20.0


def grain(common: int, step: int) -> int:
    """The step, or the power of ten of it to which all figures are round."""
    while common and common % (step * 10) == 0:
        step *= 10
    return step


MOST_KEPT = 600
"""Figures whose slips are kept: each takes some 9 KB."""


class Changes:
    """The slips of each figure of one lattice, made when first asked for."""

    def __init__(self, lattice: Lattice) -> None:
        """Nothing is worked out before it is needed."""
        self._lattice = lattice
        self._known: dict[int, dict[int, Slip]] = {}
        self._weights: dict[int, dict[int, float]] = {}

    def of(self, spot: int) -> dict[int, Slip]:
        """By change of value: the slip that undoing it takes."""
        known = self._known.get(spot)
        if known is None:
            it = self._lattice.spots[spot]
            quantity: Quantity | None = it.figure.quantity
            known = originals(quantity, it.step) if quantity else {}
            self._known[spot] = known
        return known

    def weights(self, spot: int) -> dict[int, float]:
        """By change of value: how likely the slip is that undoing it takes."""
        known = self._weights.get(spot)
        if known is None:
            it = self._lattice.spots[spot]
            quantity: Quantity | None = it.figure.quantity
            if len(self._weights) >= MOST_KEPT:
                self._weights.clear()
            known = self._weights[spot] = weights(quantity, it.step) if quantity else {}
        return known

    def explained(self, spots: Sequence[int], signs: Sequence[int], residual: int, room: int = 0) -> float:
        """How likely a slip in one of the figures makes their signed sum come out wrong by `residual`."""
        if not spots:
            return 0.0
        room = room if len(spots) <= FEW else 0
        low, high = abs(residual) - room, abs(residual) + room
        total = 0.0
        for spot, sign in zip(spots, signs, strict=True):
            it = self._lattice.spots[spot]
            quantity: Quantity | None = it.figure.quantity
            if quantity is None or not may_differ(quantity.text, it.step, low, high):
                continue
            likely, middle = self.weights(spot), -residual * sign
            weight = likely.get(middle)
            if weight:
                total += weight
            elif room:
                near = [w for change, w in likely.items() if -room <= change - middle <= room]
                total += 0.2 * max(near, default=0.0)
        return total / len(spots)

    def mended(self, slopes: Iterable[tuple[int, int]], residual: int, room: int) -> float:
        """How likely a slip in one of some spots, each with how much it moves the residual, brings that within room."""
        return sum(
            weight
            for spot, slope in slopes
            for change, weight in self.weights(spot).items()
            if -room <= residual + slope * change <= room
        )


def slip_bits(likelihood: float, spread: int, grain: int) -> float:
    """What it tells that a slip explains the gap, against a gap by chance; negative where no slip does."""
    if likelihood <= 0:
        return -20.0
    return math.log2(likelihood * (2 * spread / max(grain, 1) + 1))
