"""Averages that a sum implies: where counts add up, the prices beside them must average to the price of the total."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, Changes, slip_bits
from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.spots import FIGURE
from reportcheck.laws.weighing import Law
from reportcheck.patterns import pattern
from reportcheck.records import record

FEW = 4
"""In a table with more lanes than this, only those whose words say so are taken for prices."""
MANY = 30
"""A table with more lanes than this is a listing."""
_AVERAGED = pattern(r"\b(?:weighted|average)\b", re.IGNORECASE)
Weights = Sequence[tuple[int, int, int]]


@record(frozen=True, slots=True)
class Average:
    """In one lane of prices, the prices weighted by the counts of another lane average to the price of their total."""

    stated: int
    weights: tuple[tuple[int, int, int], ...]
    """The spots of each part's count and price, with its sign; the total's own come first with sign -1."""
    lane: int
    law: Law
    held: bool
    bits: float


def find_averages(lattice: Lattice, view: View, sums: list[Law], changes: Changes) -> Iterator[Bond]:
    """The bonds of all averages in lanes of prices, for pairs of lanes where they hold more often than not."""
    pairs = list(_found(lattice, view, sums)) if len(view.lanes) <= MANY else []
    settled = {price for price, found in pairs if all(a.held for a in found)}
    pairs = [(price, found) for price, found in pairs if price not in settled or all(a.held for a in found)]
    told = [sum(a.bits for a in found if a.held) for _, found in pairs]
    for (price, found), mine in zip(pairs, told, strict=True):
        alike = sum(t for (p, _), t in zip(pairs, told, strict=True) if _kind(view, p) == _kind(view, price)) - mine
        yield from _pair(lattice, view, price, found, mine + alike / 2, changes)


def _found(lattice: Lattice, view: View, sums: list[Law]) -> Iterator[tuple[int, list[Average]]]:
    """For each lane that counts and each that may be of prices: the averages that the sums of the one make."""
    prices = [lane for lane in range(len(view.lanes)) if len(view.lanes) <= FEW or _priced(view, lane)]
    for count in range(len(view.lanes)):
        laws = [law for law in sums if count in law.held and len(law.guess.terms) > 1]
        for price in prices if laws else ():
            if price == count or any(price in law.held and view.value[law.guess.target][price] for law in sums):
                continue
            found = [a for law in laws if (a := _average(lattice, view, law, count, price))]
            if found:
                yield price, found


def _kind(view: View, lane: int) -> str:
    """What a lane's label says without its year: the same prices a year later are the same kind."""
    return "".join(ch for ch in view.lanes[lane].label.lower() if ch.isalpha())


def _pair(
    lattice: Lattice, view: View, price: int, found: list[Average], told: float, changes: Changes
) -> Iterator[Bond]:  # fmt: skip
    held = [a for a in found if a.held]
    if not told and not _priced(view, price):
        return
    score = told - (-3.0 if _priced(view, price) else math.log2(len(view.lanes) + 1) + 5.0)
    for average in found:
        if not average.held:
            says = _priced(view, price) and (told or _AVERAGED.search(view.lanes[price].label))
            fails = FAILS_NAMED if says else FAILS
            score += max(_slip(lattice, average, changes), -NO_SLIP) - fails
    if score < ACCEPT or len(found) - len(held) > max(1, len(found) // 3):
        return
    for average in found:
        yield _bond(view, average, score, len(held))


def _priced(view: View, lane: int) -> bool:
    """Whether a lane holds prices, by its words or because its figures are finer than the others."""
    return view.lanes[lane].rate or view.lanes[lane].fine


def _average(lattice: Lattice, view: View, law: Law, count: int, price: int) -> Average | None:
    weights = []
    for line, sign in ((law.guess.target, -1), *law.guess.terms):
        n, p = view.spot[line][count], view.spot[line][price]
        if view.state[line][count] != FIGURE or not view.value[line][count]:
            continue
        if p < 0 or lattice.spots[p].sort != "amount" or view.value[line][price] < 0:
            return None
        weights.append((n, p, sign))
    if len(weights) < 3 or weights[0][0] != view.spot[law.guess.target][count]:
        return None
    residual, room, slope = _measure(lattice, weights)
    stated = lattice.spots[weights[0][1]]
    if abs(residual) > room and _unweighted(lattice, weights):
        return None
    held, exact = abs(residual) <= room, _measure(lattice, weights, exact=True)[1]
    if not held or abs(residual) <= exact:
        room = exact
    told = math.log2(stated.value / (2 * stated.slack) + 1) - math.log2(max(room / (abs(slope) * stated.slack), 1.0))
    return Average(stated.index, tuple(weights), price, law, held, max(told, 0.0))


def _unweighted(lattice: Lattice, weights: Weights) -> bool:
    """Whether the total's price is the plain mean of the prices over it: papers print those too."""
    stated, *parts = (lattice.spots[p] for _, p, _ in weights)
    residual = sum(part.value for part in parts) - len(parts) * stated.value
    return abs(residual) <= len(parts) * stated.slack + sum(part.slack for part in parts)


def _measure(lattice: Lattice, weights: Weights, exact: bool = False) -> tuple[int, int, int]:
    """How far the weighted prices are from that of the total, how far rounding can take them, and the total's slope.

    With `exact`, whole numbers of things are taken as counted, not as rounded.
    """
    spots = lattice.spots
    residual = sum(sign * spots[n].value * spots[p].value for n, p, sign in weights)
    room = sum(abs(spots[n].value) * spots[p].slack for n, p, _ in weights)
    if not exact or any(spots[n].step != lattice.one for n, _, _ in weights):
        room += sum(spots[p].value * spots[n].slack for n, p, _ in weights)
    return residual, room, spots[weights[0][0]].value or 1


def _slip(lattice: Lattice, average: Average, changes: Changes) -> float:
    """What it tells that one slip, in a price or in the average, explains the failure."""
    residual, room, _ = _measure(lattice, average.weights, exact=True)
    slopes = ((p, sign * lattice.spots[n].value) for n, p, sign in average.weights)
    likely = changes.mended(slopes, residual, room)
    return slip_bits(likely / len(average.weights), int(2**average.bits), 2)


def _bond(view: View, average: Average, score: float, held: int) -> Bond:
    return Bond(
        kind="average",
        form="average",
        stated=average.stated,
        inputs=(*((s, sign) for n, p, sign in average.weights[1:] for s in (n, p)), (average.weights[0][0], 1)),
        terms=tuple((sign, (n, p)) for n, p, sign in average.weights),
        score=score,
        fellows=held - average.held,
        across=view.across,
        lane=view.lanes[average.lane].label,
        name=view.lines[average.law.guess.target].label,
    )
