"""Quotients that a view obeys: shares, ratios and percentage changes, found without being told which of what."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, WEAK, Changes, slip_bits
from reportcheck.laws.fractions import Differences, Quotient, candidates, may_be, whole_of
from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.promises import FAVOURS
from reportcheck.laws.spots import Spot
from reportcheck.quantity import MONEY
from reportcheck.records import record

TOLD = 5.0
"""With so many bits from other lanes, a quotient of the figures beside it is expected to hold everywhere."""
SIGNED = 4
"""So many percentages must have the sign of their change before one that has not is wrong."""
TURNED = 1.5
"""What it tells less, in bits, where it comes out with the other sign."""
Terms = tuple[tuple[int, tuple[int, ...]], ...]
Figures = tuple[Spot, Spot, Spot]
"""What is stated, the top and the base."""


@record(frozen=True, slots=True)
class QuotientLaw:
    """A quotient with its verdict in each lane; `signs` are those with which the lanes hold."""

    quotient: Quotient
    held: tuple[int, ...]
    failed: tuple[int, ...]
    signs: tuple[int, ...]
    score: float


def find_quotients(lattice: Lattice, view: View, differences: Differences, changes: Changes) -> list[QuotientLaw]:
    """The best law for each line of rates or percentages."""
    laws = []
    for target, line in enumerate(view.lines):
        if not may_be(view, target, line):
            continue
        best: QuotientLaw | None = None
        for quotient in candidates(lattice, view, target, differences):
            law = _weigh(lattice, view, quotient, changes)
            if law and (best is None or _rank(law) > _rank(best)):
                best = law
        if best:
            laws.append(best)
    return laws


def _rank(law: QuotientLaw) -> tuple[float, int]:
    return (law.score - 4.0 * len(law.failed), -law.quotient.top)


def _figures(lattice: Lattice, view: View, quotient: Quotient, lane: int) -> Figures | None:
    """The stated figure, the top and the base, in one lane; None where it cannot be tried."""
    tops = view.spot[quotient.top]
    stated, top, base = view.spot[quotient.target][lane], tops[lane], view.spot[quotient.base][lane]
    if quotient.form == "share":
        base = tops[whole_of(view, quotient, lane)]
    elif quotient.form == "growth":
        other = lane + quotient.at
        base = tops[other] if 0 <= other < len(view.lanes) else -1
    if stated < 0 or top < 0 or base < 0 or top == base:
        return None
    spots = lattice.spots
    figures = spots[stated], spots[top], spots[base]
    return figures if figures[2].value and _sorts(view, quotient, *figures) else None


def _sorts(view: View, quotient: Quotient, stated: Spot, top: Spot, base: Spot) -> bool:
    """Whether the figures in this lane are of the sorts that the law speaks of."""
    if quotient.form == "ratio" and view.lines[quotient.target].sort == "amount":
        return stated.sort == "amount"
    printed = stated.figure.quantity
    if view.lines[quotient.target].sort == "percent" and printed is not None and printed.unit in MONEY:
        return False
    return stated.sort in ("percent", "amount") and top.sort == base.sort == "amount"


def _slopes(quotient: Quotient, figures: Figures, sign: int) -> tuple[int, int, int]:
    """How much the residual grows with the stated figure, with the top and with the base."""
    stated, _, base = figures
    times = quotient.times * sign
    if quotient.form not in ("change", "growth"):
        return base.value, -times, stated.value
    return abs(base.value), -times, (stated.value if base.value > 0 else -stated.value) + times


def _measure(quotient: Quotient, figures: Figures, sign: int) -> tuple[int, int]:
    """How far from nought the residual is, and how far rounding can take it."""
    stated, top, base = figures
    by_stated, by_top, by_base = _slopes(quotient, figures, sign)
    room = abs(by_stated) * stated.slack + abs(by_top) * top.slack + abs(by_base) * base.slack
    return by_base * base.value + by_top * top.value, room + stated.slack * base.slack


def _tells(figures: Figures, room: int) -> float:
    """What it tells, in bits, that a quotient comes out within its room."""
    stated, _, base = figures
    told = math.log2(abs(stated.value) / (2 * stated.slack) + 1)
    return max(told - math.log2(max(room / (abs(base.value) * stated.slack), 1.0)), 0.0)


def _weigh(lattice: Lattice, view: View, quotient: Quotient, changes: Changes) -> QuotientLaw | None:
    tried = _tried(lattice, view, quotient)
    if tried is None:
        return None
    held, failed, signs, told = tried
    named = _names_growth(view, quotient) and len(held) > 1
    if len(failed) > max(1, (len(held) + len(failed)) // (2 if named else 4)) or not held:
        return None
    score = told - quotient.price
    if score + 7.0 * len(failed) < ACCEPT:
        return None
    says = bool(failed) and quotient.said
    believed = quotient.price <= 1 and told >= TOLD
    for lane in failed:
        worth = _slip(lattice, view, quotient, lane, changes)
        sure = believed or (says and worth > -NO_SLIP)
        score += _of_failing(worth, named=named or (says and len(held) > 1), sure=sure)
    law = QuotientLaw(quotient, tuple(held), tuple(failed), tuple(signs), score)
    return law if score >= (WEAK if failed else ACCEPT) else None


def _of_failing(worth: float, *, named: bool, sure: bool) -> float:
    """What a place where a quotient fails tells for it or against it, in bits: a likely slip speaks for it."""
    if named:
        return max(worth, 0.0) - FAILS / 3
    return max(min(worth, 14.0), -NO_SLIP) - (FAILS_NAMED if sure else FAILS)


def _tried(lattice: Lattice, view: View, quotient: Quotient) -> tuple[list[int], list[int], list[int], float] | None:
    """The lanes where a quotient holds and where it fails, the sign in each that holds, and what those tell in bits.

    None as soon as so many fail that it can be no law.
    """
    held, failed, signs, told = [], [], [], 0.0
    named = _names_growth(view, quotient)
    for lane in range(len(view.lanes)):
        figures = _figures(lattice, view, quotient, lane)
        if figures is None:
            continue
        for sign in (1, -1):
            residual, room = _measure(quotient, figures, sign)
            if -room <= residual <= room:
                held.append(lane)
                signs.append(sign)
                told += max(_tells(figures, room) - (0.0 if sign > 0 else TURNED), 0.0)
                break
        else:
            if view.lanes[lane].total and figures[0].value == 100 * view.one:
                # A total of 100% is the whole of its own block.
                continue
            failed.append(lane)
            tried = len(held) + len(failed)
            if tried >= 3 and len(failed) * 2 > tried + named:
                return None
    return held, failed, signs, told


def _names_growth(view: View, quotient: Quotient) -> bool:
    """Whether the line under another says of itself that it is the growth of that one."""
    line = view.lines[quotient.target]
    return quotient.form == "growth" and line.change and quotient.top == quotient.target - 1


def _slip(lattice: Lattice, view: View, quotient: Quotient, lane: int, changes: Changes) -> float:
    """What it tells that one slip in this lane would explain its failure."""
    best = -NO_SLIP
    figures = _figures(lattice, view, quotient, lane)
    assert figures is not None
    for sign in (1, -1):
        residual, room = _measure(quotient, figures, sign)
        slopes = zip((spot.index for spot in figures), _slopes(quotient, figures, sign), strict=True)
        likely = changes.mended(slopes, residual, room)
        best = max(best, slip_bits(likely / 3, int(2 ** _tells(figures, room)), 2))
    return best


def quotient_bonds(lattice: Lattice, view: View, law: QuotientLaw) -> Iterator[Bond]:
    """A quotient's bonds, one for each lane where it was tried."""
    quotient = law.quotient
    usual = _usual(view, law)
    against = _against(lattice, view, law)
    signs = [usual(lane) if lane == against else sign for lane, sign in zip(law.held, law.signs, strict=True)]
    for lane, sign in [*zip(law.held, signs, strict=True), *((lane, usual(lane)) for lane in law.failed)]:
        figures = _figures(lattice, view, quotient, lane)
        assert figures is not None
        stated, inputs, terms = _terms(quotient, figures, sign)
        yield Bond(
            kind="change"
            if quotient.form in ("change", "growth")
            else "share"
            if quotient.form == "share"
            else "ratio",
            form=quotient.form,
            stated=stated,
            inputs=inputs,
            terms=terms,
            score=law.score,
            fellows=len(law.held) - (lane in law.held),
            across=view.across,
            lane=view.lanes[lane].label,
            name=view.lines[quotient.target].label,
        )


def _usual(view: View, law: QuotientLaw) -> Callable[[int], int]:
    """The sign with which most lanes hold whose base has the sign of this one's: costs may be printed negative."""
    bases = view.value[law.quotient.base]

    def usual(lane: int) -> int:
        alike = [s for other, s in zip(law.held, law.signs, strict=True) if (bases[other] < 0) == (bases[lane] < 0)]
        return 1 if alike.count(1) * 2 >= len(alike) else -1

    return usual


def _terms(quotient: Quotient, figures: Figures, sign: int) -> tuple[int, tuple[tuple[int, int], ...], Terms]:
    """The stated spot, the inputs and the terms that come to nought."""
    p, a, b = (spot.index for spot in figures)
    times = quotient.times * sign
    if quotient.form in ("change", "growth"):
        turn = 1 if figures[2].value > 0 else -1
        return p, ((a, 1), (b, -1)), ((turn, (p, b)), (-times, (a,)), (times, (b,)))
    return p, ((a, 1), (b, 1)), ((1, (p, b)), (-times, (a,)))


def _against(lattice: Lattice, view: View, law: QuotientLaw) -> int | None:
    """The one lane whose percentage has the wrong sign, where the others show rises and falls by theirs."""
    turned = [lane for lane, sign in zip(law.held, law.signs, strict=True) if sign < 0]
    stated = [view.value[law.quotient.target][lane] for lane in law.held if lane not in turned]
    if FAVOURS.search(view.lines[law.quotient.target].label.lower()):
        return None
    if law.quotient.form != "change" or len(turned) != 1 or len(stated) < SIGNED or not min(stated) < 0 < max(stated):
        return None
    top, base = (view.value[line][turned[0]] for line in (law.quotient.top, law.quotient.base))
    beside = {values[turned[0]] for values in view.value}
    return turned[0] if top > 0 and base > 0 and base - top not in beside else None
