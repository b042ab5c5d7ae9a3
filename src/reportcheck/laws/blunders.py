"""Errors that are no slip of a digit, and what it costs to believe in each: a nought, a sign, a line copied."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reportcheck.laws.bonds import Bond
from reportcheck.laws.lattice import Lattice
from reportcheck.laws.spots import Spot

NO_SLIP = -16.0
"""What it costs, in bits, to believe in an error that is no slip of the pen."""
WORKED_OUT = -10.0
"""The same for a quotient, which may have been worked out on other figures."""
UNFILLED = -6.0
"""The same for a nought where a difference should stand: a formula that was not copied down."""
SIGN = -6.0
"""The same for a figure that would fit with the other sign."""
COPIED = -6.0
"""The same for a part that is the figure of the line above it once more."""
EQUAL = ("sum", "repeated", "carried", "sides")
"""Bonds of figures in one unit, which come out exact more often than not."""
MOVES = ("difference", "change")
"""Kinds of bonds whose stated figure has a direction."""


def unlikely(lattice: Lattice, broken: list[Bond], spot: Spot, change: int) -> tuple[float, str]:
    """What it costs to believe in an error that is no slip of a digit, and what the error is called."""
    stated = [bond for bond in broken if bond.stated == spot.index]
    moves = any(bond.kind in MOVES for bond in stated)
    if moves and not spot.value:
        return UNFILLED, ""
    if change == -2 * spot.value and (moves or abs(spot.value) >= 100 * spot.step):
        return SIGN, "a wrong sign"
    if not stated and not any(bond.across for bond in broken) and _copied(lattice, spot):
        return COPIED, "a copy of the line above"
    return WORKED_OUT if any(bond.form not in EQUAL for bond in stated) else NO_SLIP, ""


def _copied(lattice: Lattice, spot: Spot) -> bool:
    """Whether a figure of three digits or more is that of the line above it."""
    if abs(spot.value) < 100 * spot.step:
        return False
    column = lattice.columns[spot.column]
    higher = range(bisect_left(column, spot.index, key=attrgetter("index")) - 1, -1, -1)
    above = next((column[i] for i in higher if column[i].part == spot.part and column[i].row < spot.row), None)
    return above is not None and above.value == spot.value
