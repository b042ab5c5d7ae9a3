"""Quotients that a view obeys: shares, ratios and percentage changes, found without being told which of what."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportcheck.laws.bonds import Bond
from reportcheck.laws.evidence import ACCEPT, FAILS, FAILS_NAMED, NO_SLIP, WEAK, Changes, slip_bits
from reportcheck.laws.lattice import FIGURE, Lattice, Line, View

TOLD = 8.0
"""With so many bits from other lanes, a quotient of the figures beside it is expected to hold everywhere."""
NEAR = 24
"""How far from its figures a quotient may stand, in lines."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """A line that may be a quotient of others: `form` tells how, `top` and `base` are lines, `price` in bits.

    change: times (top - base) / base; ratio: times top / base; share: times top / (top at lane `at`);
    growth: times (top - top at the lane before) / the lane before, `at` being how many lanes away that is.
    """

    form: str
    target: int
    top: int
    base: int
    times: int
    price: float
    at: int = 0


@dataclass(frozen=True, slots=True)
class QuotientLaw:
    """A quotient with its verdict in each lane; `signs` are those with which the lanes hold."""

    quotient: Quotient
    held: tuple[int, ...]
    failed: tuple[int, ...]
    signs: tuple[int, ...]
    score: float


_IDLE = frozenset({"percent", "percentage", "rate", "ratio", "total", "with", "from", "average", "conversion"})
_BASE = re.compile(r"\brevenues?\b|\bsales\b|\bturnover\b|\btotal\b|\bbudget\b|\bpopulation\b")
Terms = tuple[tuple[int, tuple[int, ...]], ...]


def find_quotients(lattice: Lattice, view: View, changes: Changes) -> list[QuotientLaw]:
    """The best law for each line of rates or percentages."""
    laws = []
    for target, line in enumerate(view.lines):
        if not _may_be(view, target, line):
            continue
        best: QuotientLaw | None = None
        for quotient in _candidates(lattice, view, target):
            law = _weigh(lattice, view, quotient, changes)
            if law and (best is None or _rank(law) > _rank(best)):
                best = law
        if best:
            laws.append(best)
    return laws


def _rank(law: QuotientLaw) -> tuple[float, int]:
    return (law.score - 4.0 * len(law.failed), -law.quotient.top)


def _may_be(view: View, target: int, line: Line) -> bool:
    return line.sort == "percent" or line.rate or line.change


def _candidates(lattice: Lattice, view: View, target: int) -> Iterator[Quotient]:
    """What the line may be a quotient of, each with its price."""
    line = view.lines[target]
    percent = line.sort == "percent"
    lines = [
        i for i in range(max(0, target - NEAR), min(len(view.lines), target + NEAR + 1))
        if i != target and view.lines[i].sort == "amount" and not (view.lines[i].change and line.change)
    ]  # fmt: skip
    wide = 2 * math.log2(len(lines) + 1)
    hundred = 100 * lattice.one
    for a in lines:
        for b in lines:
            if a == b:
                continue
            near = abs(a - b) == 1 and min(abs(a - target), abs(b - target)) <= 1
            price = -3.0 if near or len(lines) == 2 else wide
            if percent or line.change:
                if _alike(view, a, b):
                    yield Quotient(
                        "change",
                        target,
                        a,
                        b,
                        hundred,
                        price + (0.0 if line.change else 3.0) + (0.0 if percent else 3.0),
                    )
                if percent:
                    named = _named(line, view.lines[a], view.lines[b], wide)
                    yield Quotient("ratio", target, a, b, hundred, named + (4.0 if line.change else 0.0))
            elif line.rate:
                times = _times(view, lattice.one, target, a, b)
                if times:
                    yield Quotient(
                        "ratio",
                        target,
                        a,
                        b,
                        times * lattice.one,
                        _named(line, view.lines[a], view.lines[b], wide) + 2.0,
                    )
    if percent:
        yield from _of_itself(lattice, view, target, lines)


def _alike(view: View, a: int, b: int) -> bool:
    """A change is from one column to the next; from one row to another it is none."""
    return view.across


def _of_itself(lattice: Lattice, view: View, target: int, lines: list[int]) -> Iterator[Quotient]:
    """Shares of one entry of a line, and growth from each entry of a line to the next."""
    hundred, line = 100 * lattice.one, view.lines[target]
    for a in lines:
        beside = abs(a - target) == 1
        price = 0.0 if beside or len(lines) == 1 else math.log2(len(lines) + 1)
        lanes = [lane for lane, state in enumerate(view.state[a]) if state == FIGURE and view.value[a][lane]]
        if view.across:
            whole = [
                lane for lane in lanes if view.lanes[lane].total or view.lanes[lane].blank or view.lanes[lane].last
            ]
            for lane in lanes:
                often = math.log2(len(whole) + 1) if lane in whole else math.log2(len(lanes) + 1) + 2.0
                yield Quotient("share", target, a, a, hundred, price + often + (4.0 if line.change else 0.0), lane)
        else:
            for away in (-1, 1):
                yield Quotient("growth", target, a, a, hundred, price + (-3.0 if line.change and beside else 2.0), away)


def _named(line: Line, top: Line, base: Line, wide: float) -> float:
    """The price of a ratio: less where the words of its label are those of the lines that it would be made of."""
    words = _words(line.label)
    return wide / 2 * (not words & _words(top.label)) + wide / 2 * (
        not words & _words(base.label) and not _BASE.search(base.label.lower())
    )


def _words(label: str) -> frozenset[str]:
    """The telling words of a label, cut to their stems."""
    return frozenset(w[:6] for w in re.findall(r"[a-z]{4,}", label.lower()) if w not in _IDLE)


def _times(view: View, one: int, target: int, a: int, b: int) -> int:
    """The power of ten that brings a / b nearest to the rate, where it is a whole one; 0 where none is."""
    powers = []
    for lane in range(len(view.lanes)):
        if all(view.state[i][lane] == FIGURE and view.value[i][lane] for i in (target, a, b)):
            rate, top, base = (abs(view.value[i][lane]) for i in (target, a, b))
            powers.append(_power(rate * base / (top * one)))
    return max(sorted(set(powers)), key=powers.count, default=0)


def _power(times: float) -> int:
    """The power of ten nearest to `times`, kept between 1 and 10^9; 0 where there is none."""
    power = round(math.log10(times))
    return 10**power if 0 <= power <= 9 else 0


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
                if tried >= 3 and len(failed) * 2 > tried:
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
            score += max(worth, 0.0) - FAILS / 2
        else:
            sure = quotient.price < 1 and told >= TOLD
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
                slip.weight for change, slip in changes.of(spot).items() if abs(residual + slope * change) <= room
            )
        best = max(best, slip_bits(likely / 3, int(2**bits), 2))
    return best


def quotient_bonds(lattice: Lattice, view: View, law: QuotientLaw) -> Iterator[Bond]:
    """A quotient's bonds, one for each lane where it was tried."""
    quotient = law.quotient
    usual = 1 if law.signs.count(1) * 2 >= len(law.signs) else -1
    for lane, sign in [*zip(law.held, law.signs, strict=True), *((lane, usual) for lane in law.failed)]:
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
