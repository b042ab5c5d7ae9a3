"""Quotients that a view obeys: shares, ratios and percentage changes, found without being told which of what."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, WEAK, Changes, slip_bits
from reportcheck.laws.fractions import Quotient, candidates, may_be
from reportcheck.laws.lattice import FIGURE, Lattice, View
from reportcheck.laws.promises import FAVOURS
from reportcheck.records import record

TOLD = 5.0
"""With so many bits from other lanes, a quotient of the figures beside it is expected to hold everywhere."""
SIGNED = 4
"""So many percentages must have the sign of their change before one that has not is wrong."""
Terms = tuple[tuple[int, tuple[int, ...]], ...]


@record(frozen=True, slots=True)
class QuotientLaw:
    """A quotient with its verdict in each lane; `signs` are those with which the lanes hold."""

    quotient: Quotient
    held: tuple[int, ...]
    failed: tuple[int, ...]
    signs: tuple[int, ...]
    score: float


def find_quotients(lattice: Lattice, view: View, changes: Changes) -> list[QuotientLaw]:
    """The best law for each line of rates or percentages."""
    laws = []
    for target, line in enumerate(view.lines):
        if not may_be(view, target, line):
            continue
        best: QuotientLaw | None = None
        for quotient in candidates(lattice, view, target):
            law = _weigh(lattice, view, quotient, changes)
            if law and (best is None or _rank(law) > _rank(best)):
                best = law
        if best:
            laws.append(best)
    return laws


def _rank(law: QuotientLaw) -> tuple[float, int]:
    return (law.score - 4.0 * len(law.failed), -law.quotient.top)


def terms_of(
    view: View, quotient: Quotient, lane: int, sign: int
) -> tuple[int, tuple[tuple[int, int], ...], Terms] | None:
    """The stated spot, the inputs and the terms that come to nought, in one lane; None where it cannot be tried."""
    p, a, b = view.spot[quotient.target][lane], view.spot[quotient.top][lane], view.spot[quotient.base][lane]
    base = view.value[quotient.base][lane]
    if quotient.form == "share":
        b, base = view.spot[quotient.top][quotient.at], view.value[quotient.top][quotient.at]
    elif quotient.form == "growth":
        other = lane + quotient.at
        if not 0 <= other < len(view.lanes):
            return None
        b, base = view.spot[quotient.top][other], view.value[quotient.top][other]
    if p < 0 or a < 0 or b < 0 or not base:
        return None
    times = quotient.times * sign
    if quotient.form in ("change", "growth"):
        turn = 1 if base > 0 else -1
        return p, ((a, 1), (b, -1)), ((turn, (p, b)), (-times, (a,)), (times, (b,)))
    if a == b:
        return None
    return p, ((a, 1), (b, 1)), ((1, (p, b)), (-times, (a,)))


def _sorts(lattice: Lattice, view: View, quotient: Quotient, stated: int, inputs: tuple[tuple[int, int], ...]) -> bool:
    """Whether the figures in this lane are of the sorts that the law speaks of."""
    sort = lattice.spots[stated].sort
    if quotient.form == "ratio" and view.lines[quotient.target].sort == "amount":
        return sort == "amount"
    return sort in ("percent", "amount") and all(lattice.spots[s].sort == "amount" for s, _ in inputs)


def measure(lattice: Lattice, terms: Terms, stated: int) -> tuple[int, int, float]:
    """The residual, the room that rounding gives it, and what it tells in bits that it is within that room."""
    residual = room = slope = 0
    spots = lattice.spots
    slopes: dict[int, int] = {}
    for k, at in terms:
        if len(at) == 1:
            residual += k * spots[at[0]].value
            slopes[at[0]] = slopes.get(at[0], 0) + k
        else:
            x, y = spots[at[0]], spots[at[1]]
            residual += k * x.value * y.value
            slopes[x.index] = slopes.get(x.index, 0) + k * y.value
            slopes[y.index] = slopes.get(y.index, 0) + k * x.value
            room += abs(k) * x.slack * y.slack
    room += sum(abs(s) * spots[i].slack for i, s in slopes.items())
    slope = abs(slopes.get(stated, 0)) or 1
    it = spots[stated]
    told = math.log2(abs(it.value) / (2 * it.slack) + 1) - math.log2(max(room / (slope * it.slack), 1.0))
    return residual, room, max(told, 0.0)


def _weigh(lattice: Lattice, view: View, quotient: Quotient, changes: Changes) -> QuotientLaw | None:
    held, failed, signs, told, tried = [], [], [], 0.0, 0
    for lane, state in enumerate(view.state[quotient.target]):
        if state != FIGURE:
            continue
        found = terms_of(view, quotient, lane, 1)
        if found is None or not _sorts(lattice, view, quotient, found[0], found[1]):
            continue
        tried += 1
        residual, room, bits = measure(lattice, found[2], found[0])
        if abs(residual) <= room:
            held.append(lane)
            signs.append(1)
            told += bits
        else:
            turned = terms_of(view, quotient, lane, -1)
            assert turned is not None
            residual, room, bits = measure(lattice, turned[2], turned[0])
            if abs(residual) <= room:
                held.append(lane)
                signs.append(-1)
                told += max(bits - 1.5, 0.0)
            else:
                failed.append(lane)
                if tried >= 3 and len(failed) * 2 > tried + _names_growth(view, quotient):
                    return None
    named = _names_growth(view, quotient) and len(held) > 1
    if len(failed) > max(1, tried // (2 if named else 4)) or not held:
        return None
    score = told - quotient.price
    if score + 7.0 * len(failed) < ACCEPT:
        return None
    for lane in failed:
        worth = _slip(lattice, view, quotient, lane, changes)
        if named:
            score += max(worth, 0.0) - FAILS / 3
        else:
            sure = quotient.price <= 1 and told >= TOLD
            score += max(min(worth, 14.0), -NO_SLIP) - (FAILS_NAMED if sure else FAILS)
    least = WEAK if failed else ACCEPT
    return QuotientLaw(quotient, tuple(held), tuple(failed), tuple(signs), score) if score >= least else None


def _names_growth(view: View, quotient: Quotient) -> bool:
    """Whether the line under another says of itself that it is the growth of that one."""
    line = view.lines[quotient.target]
    return quotient.form == "growth" and line.change and quotient.top == quotient.target - 1


def _slip(lattice: Lattice, view: View, quotient: Quotient, lane: int, changes: Changes) -> float:
    """What it tells that one slip in this lane would explain its failure."""
    best = -NO_SLIP
    for sign in (1, -1):
        found = terms_of(view, quotient, lane, sign)
        assert found is not None
        stated, inputs, terms = found
        residual, room, bits = measure(lattice, terms, stated)
        likely = 0.0
        for spot in (stated, *(s for s, _ in inputs)):
            slope = sum(k * math.prod(lattice.spots[s].value for s in at if s != spot) for k, at in terms if spot in at)
            likely += sum(
                weight for change, weight in changes.weights(spot).items() if abs(residual + slope * change) <= room
            )
        best = max(best, slip_bits(likely / 3, int(2**bits), 2))
    return best


def quotient_bonds(lattice: Lattice, view: View, law: QuotientLaw) -> Iterator[Bond]:
    """A quotient's bonds, one for each lane where it was tried."""
    quotient = law.quotient
    usual = 1 if law.signs.count(1) * 2 >= len(law.signs) else -1
    against = _against(lattice, view, law)
    signs = [usual if lane == against else sign for lane, sign in zip(law.held, law.signs, strict=True)]
    for lane, sign in [*zip(law.held, signs, strict=True), *((lane, usual) for lane in law.failed)]:
        found = terms_of(view, quotient, lane, sign)
        assert found is not None
        stated, inputs, terms = found
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
