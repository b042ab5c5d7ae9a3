"""Figures that are all round -> what they are rounded to: a column in thousands may be printed to the unit."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportcheck.laws.spots import Spot

ROUND = (1000, 500, 100, 50, 10, 5)
"""What figures are rounded to, in units of their last printed digit, the coarsest first."""
TOLD = 9.0
"""How unlikely, in bits, it must be that the figures are that round by chance."""
ODD = 6
"""One figure in so many may be rounded less: it was misread, or mistyped."""


def coarsened(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The spots, those in a column or row of round figures with the rounding that the figures show."""
    groups: dict[tuple[str, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        # Decimals are printed where they matter: what is round to pounds and printed in pence is exact.
        if spot.sort == "amount" and _whole(spot) and spot.value:
            groups["column", spot.column].append(spot)
            groups["row", spot.row].append(spot)
    coarse: dict[int, int] = {}
    for members in groups.values():
        step = _rounded_to(members)
        for spot in members if step > 1 else ():
            if spot.value % (step * spot.step) == 0:
                coarse[spot.index] = max(step * spot.step // 2, coarse.get(spot.index, 0))
    if not coarse:
        return tuple(spots)
    return tuple(replace(s, slack=coarse[s.index]) if s.index in coarse else s for s in spots)


def _whole(spot: Spot) -> bool:
    quantity = spot.figure.quantity
    return quantity is not None and quantity.step >= quantity.scale


def _rounded_to(members: Iterable[Spot]) -> int:
    """The coarsest step that nearly all of the figures are multiples of, in units of their last digit; 1 for none."""
    counts = [abs(spot.value) // spot.step for spot in members]
    for step in ROUND:
        odd = sum(count % step != 0 for count in counts)
        if odd * ODD > len(counts):
            continue
        round_ = len(counts) - odd
        surprise = round_ * math.log2(step) - math.log2(math.comb(len(counts), odd))
        if round_ >= 3 and surprise >= TOLD:
            return step
    return 1
