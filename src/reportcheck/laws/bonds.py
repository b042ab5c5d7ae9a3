"""A law at one place: the figures that it binds there, what they should come to, and whether they do."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.spots import FIGURE
from reportcheck.laws.weighing import Law
from reportcheck.records import record

SAME = ("carried", "sides")
"""Bonds of one amount that is printed twice."""
Verdict = Literal["held", "doubtful", "broken"]


@record(frozen=True, slots=True)
class Bond:
    """Figures whose products, each times a number, come to nought: a - b - c, or 100 a - p b."""

    kind: str
    form: str
    stated: int
    """The spot that is put to the test."""
    inputs: tuple[tuple[int, int], ...]
    """The spots that it is tested by, each with its sign, in the order of the page."""
    terms: tuple[tuple[int, tuple[int, ...]], ...]
    score: float
    """How firmly its law is believed, in bits."""
    fellows: int
    """In how many other places the law holds."""
    across: bool = False
    lane: str = ""
    name: str = ""
    """What is put to the test, in words: the label of its row or column."""
    verdict: Verdict = "held"
    tight: bool = False
    """Whether the table's other sums show that nothing in it is rounded, so that rounding excuses nothing."""
    said: bool = False
    """Whether the label of its line has the formula."""

    @property
    def spots(self) -> tuple[int, ...]:
        """Every spot that takes part, once."""
        return tuple(dict.fromkeys((self.stated, *(s for s, _ in self.inputs))))

    def residual(self, lattice: Lattice) -> int:
        """How far from nought it comes out."""
        total = 0
        for k, spots in self.terms:
            for spot in spots:
                k *= lattice.spots[spot].value
            total += k
        return total

    def slope(self, lattice: Lattice, spot: int) -> int:
        """How much the residual moves when the spot's value grows by one."""
        total = 0
        for k, spots in self.terms:
            if spot in spots:
                total += k if len(spots) == 1 else k * _product(lattice, _without(spots, spot))
        return total

    def slopes(self, lattice: Lattice) -> dict[int, int]:
        """The slope of each of its spots."""
        if any(len(spots) > 1 for _, spots in self.terms):
            return {spot: self.slope(lattice, spot) for spot in self.spots}
        slopes = dict.fromkeys(self.spots, 0)
        for k, (spot,) in self.terms:
            slopes[spot] += k
        return slopes

    def room(self, lattice: Lattice) -> int:
        """How far rounding alone can take the residual from nought."""
        if self.tight or (self.form in SAME and len({lattice.spots[s].slack for s in self.spots}) == 1):
            return 0  # One amount rounded twice alike is the same.
        if self.form == "product":  # What is counted and priced is exact: the product alone is rounded.
            return abs(self.terms[0][0]) * lattice.spots[self.stated].slack
        if all(len(spots) == 1 for _, spots in self.terms):
            return sum(abs(k) * lattice.spots[spot].slack for spot, k in self.slopes(lattice).items())
        first = sum(abs(k) * lattice.spots[s].slack for s, k in self.slopes(lattice).items())
        return first + sum(
            abs(k) * math.prod(lattice.spots[s].slack for s in spots) for k, spots in self.terms if len(spots) > 1
        )

    def spread(self, lattice: Lattice) -> float:
        """Three standard deviations of what independent rounding does to the residual."""
        variance = sum(float(k * lattice.spots[s].slack) ** 2 for s, k in self.slopes(lattice).items())
        return 3 * math.sqrt(variance / 3)


def _product(lattice: Lattice, spots: tuple[int, ...]) -> int:
    return math.prod(lattice.spots[s].value for s in spots)


def _without(spots: tuple[int, ...], spot: int) -> tuple[int, ...]:
    at = spots.index(spot)
    return spots[:at] + spots[at + 1 :]


def judge(lattice: Lattice, bond: Bond) -> Verdict:
    """Broken where rounding cannot explain it; doubtful where it hardly can."""
    off = abs(bond.residual(lattice))
    if not off:
        return "held"
    room, figures = bond.room(lattice), len(bond.spots)
    if off > room or (figures > 5 and off == room > 0):
        # So many figures cannot all have been rounded by a half, and all the same way.
        return "broken"
    if bond.form == "sum" and figures > 5 and off > 2 * bond.spread(lattice) and not _cut_off(lattice, bond):
        return "broken"
    return "doubtful" if bond.form == "sum" and figures > 4 and off > bond.spread(lattice) else "held"


def _cut_off(lattice: Lattice, bond: Bond) -> bool:
    """Whether the parts fall short as they do where their pence are cut off and not rounded."""
    stated = lattice.spots[bond.stated]
    most = 0.65 * 2 * sum(lattice.spots[s].slack for s, _ in bond.inputs)
    return not stated.coarse and 0 < bond.residual(lattice) * (1 if stated.value > 0 else -1) <= most


def sum_bonds(view: View, law: Law) -> Iterator[Bond]:
    """A sum's bonds, one for each lane where it can be tried."""
    guess = law.guess
    target = view.lines[guess.target]
    for lane in (*law.held, *law.failed):
        stated = view.spot[guess.target][lane]
        inputs = tuple(
            (view.spot[line][lane], sign)
            for line, sign in sorted(guess.terms, key=lambda t: view.lines[t[0]].at)
            if view.state[line][lane] == FIGURE
        )
        yield Bond(
            kind=_kind(view, law),
            form="sum",
            stated=stated,
            inputs=inputs,
            terms=((1, (stated,)), *((-sign, (spot,)) for spot, sign in inputs)),
            score=law.score,
            fellows=len(law.held) - (lane in law.held),
            across=view.across,
            lane=view.lanes[lane].label,
            name=target.label,
        )


def _kind(view: View, law: Law) -> str:
    """Which rule speaks for a sum: a roll-forward, a difference or a total."""
    guess = law.guess
    lines = sorted(line for line, _ in guess.terms)
    first, target = view.lines[lines[0]], view.lines[guess.target]
    if first.opening and target.closing and len(lines) > 1:
        return "roll-forward"
    if any(sign < 0 for _, sign in guess.terms):
        return "difference"
    return "total"
