"""Figures that are all round -> what they are rounded to: a column in thousands may be printed to the unit."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportcheck.laws.spots import Spot

ROUND = (1000, 500, 100, 50, 10, 5)
"""What figures are rounded to, in units of their last printed digit, the coarsest first."""
TOLD = 9.0
"""How unlikely, in bits, it must be that the figures are that round by chance."""
FIVES = 12.0
"""The same for steps of 50 and 500, which hardly anybody rounds to, against the step of ten or a hundred."""
ODD = 6
"""One figure in so many may be rounded less: it was misread, or mistyped."""
CHOSEN = 7.0
"""With so many bits for it, figures are round because somebody chose them so, and nothing was rounded."""
ROUNDER = ((1000, 6.6), (100, 4.0), (10, 1.2), (5, 1.0), (1, -1.2))
"""What it tells for that, in bits, that a figure is a multiple of so many steps: measures seldom are."""
MEASURED = 20
"""What is smaller than so many steps does not show whether it is rounder than the step."""


def coarsened(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The spots, those in a column or row of round figures with the rounding that the figures show."""
    # Decimals are printed where they matter: what is round to pounds and printed in pence is exact.
    whole = [spot for spot in spots if spot.sort == "amount" and spot.value and _whole(spot)]
    columns: dict[int, list[Spot]] = defaultdict(list)
    rows: dict[int, list[Spot]] = defaultdict(list)
    for spot in whole:
        columns[spot.column].append(spot)
    down = {column: _rounded_to(members, 3) for column, members in columns.items()}
    for spot in whole:
        if down[spot.column] == 1:
            rows[spot.row].append(spot)
    over = {row: _rounded_to(members, 5) for row, members in rows.items()}
    coarse: dict[int, int] = {}
    for spot in whole:
        step = down[spot.column] if down[spot.column] > 1 else over[spot.row]
        if step > 1 and spot.value % (step * spot.step) == 0:
            coarse[spot.index] = step * spot.step // 2
    if not coarse:
        return tuple(spots)
    return tuple(replace(s, slack=coarse[s.index]) if s.index in coarse else s for s in spots)


def _whole(spot: Spot) -> bool:
    quantity = spot.figure.quantity
    return quantity is not None and quantity.step >= quantity.scale


def _rounded_to(members: Sequence[Spot], few: int) -> int:
    """The coarsest step that nearly all of the figures, `few` at least, are multiples of; 1 for none.

    It is in units of their last digit.
    """
    counts = [abs(spot.value) // spot.step for spot in members]
    if sum(count % ROUND[-1] != 0 for count in counts) * ODD > len(counts):
        return 1  # What is no multiple of the least step is none of a coarser one.
    for step in ROUND:
        odd = sum(count % step != 0 for count in counts)
        if odd * ODD > len(counts):
            continue
        round_ = len(counts) - odd
        surprise = round_ * math.log2(step) - math.log2(math.comb(len(counts), odd))
        if round_ >= few and surprise >= TOLD and len(set(counts)) >= 3:
            if step in (500, 50) and round_ * math.log2(5) < FIVES:
                continue
            return 1 if _chosen(counts, step) else step
    return 1


def _chosen(counts: Sequence[int], step: int) -> bool:
    """Whether the figures are much rounder than their common step: grants and prices are, and measures are not."""
    while sum(count % (step * 10) != 0 for count in counts) * ODD <= len(counts):
        step *= 10
    steps = [count // step for count in counts if count % step == 0 and count >= MEASURED * step]
    return sum(next(bits for many, bits in ROUNDER if count % many == 0) for count in steps) >= CHOSEN
