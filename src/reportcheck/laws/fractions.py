"""Quotients that a line may be: a change, a ratio, a share or a growth of the lines beside it, each with its price."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import permutations

from reportcheck.laws.lattice import Lattice, View
from reportcheck.laws.lines import Line
from reportcheck.laws.spots import FIGURE
from reportcheck.patterns import pattern
from reportcheck.records import record
from reportcheck.words.stems import roots

SAID = -5.0
"""What it costs to believe in a ratio whose label says what is divided by what."""
NAMED = -3.0
"""What it costs to believe in a change between the two lines that it must be a change between."""
_YEARS = pattern(r"\b(?:19|20)\d\d(?:[/-]\d\d)?\b")
_SHARE = pattern(
    r"(?P<top>.*?)\s*(?:\bas )?(?:\ban? )?(?:%|\bper ?cent(?:age)?)\s*(?:of|to)\s+(?P<base>.+)", re.IGNORECASE
)
"""A label that says what is a percentage of what."""
FEW_FINE = 2
"""Of so many rows no more than one is so much for each."""
NEAR = 24
"""How far from its figures a quotient may stand, in lines."""
_IDLE = roots("percent percentage rate ratio total with from average conversion")
_BASE = pattern(r"\brevenues?\b|\bsales\b|\bturnover\b|\btotal\b|\bbudget\b|\bpopulation\b")


Differences = Mapping[int, tuple[int, int]]
"""Lines that are the difference of two others: which is taken, and what is taken from it."""


@record(frozen=True, slots=True)
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
    said: bool = False
    """Whether words, or the difference that stands beside it, say what it is a quotient of."""


def may_be(view: View, target: int, line: Line) -> bool:
    """Whether a line holds, or is said to hold, quotients."""
    return line.sort == "percent" or line.rate or line.change or _per_one(view, line)


def _per_one(view: View, line: Line) -> bool:
    """Whether a row among coarser ones is perhaps so much for each: earnings a share under earnings and shares."""
    return line.fine and not view.across and FEW_FINE * sum(other.fine for other in view.lines) <= len(view.lines)


def candidates(lattice: Lattice, view: View, target: int, differences: Differences) -> Iterator[Quotient]:
    """What the line may be a quotient of, each with its price; `differences` are those lines that are one."""
    line = view.lines[target]
    percent = line.sort == "percent"
    # A change is from one column to the next; from one row to another it is none.
    changes = view.across and (percent or line.change)
    rate = (line.rate or _per_one(view, line)) and not percent and not line.change
    if not (percent or changes or rate):
        return
    lines = [
        i for i in range(max(0, target - NEAR), min(len(view.lines), target + NEAR + 1))
        if i != target and view.lines[i].sort == "amount" and not (view.lines[i].change and line.change)
    ]  # fmt: skip
    wide = 2 * math.log2(len(lines) + 1)
    hundred = 100 * lattice.one
    tops, bases = _unnamed(view, line, lines, wide) if percent or rate else ({}, {})
    told = _said(line.label) if percent else None
    beside = {differences[at] for at in (target - 1, target + 1) if percent and at in differences}
    for a, b in permutations(lines, 2):
        if changes:
            price = NAMED if (a, b) in beside else _price_of_change(view, target, a, b, lines)
            said = percent and price <= NAMED and (line.change or (a, b) in beside)
            yield Quotient("change", target, a, b, hundred, price, said=said)
        if percent:
            said = told is not None and _says_so(told, view.lines[a].label, view.lines[b].label)
            price = tops[a] + bases[b] + (4.0 if line.change else 0.0)
            yield Quotient("ratio", target, a, b, hundred, price if price or not said else SAID, said=said)
        elif rate and (times := _times(view, lattice.one, target, a, b)):
            yield Quotient("ratio", target, a, b, times * lattice.one, tops[a] + bases[b] + 2.0)
    if percent:
        yield from _of_itself(lattice, view, target, lines)


def _price_of_change(view: View, target: int, a: int, b: int, lines: list[int]) -> float:
    """What it costs to believe that a line is the change from b to a: less beside it, or where it says so."""
    line = view.lines[target]
    near = abs(a - b) == 1 and min(abs(a - target), abs(b - target)) <= 1
    near = near or len(lines) == 2 or names_both(line.label, view.lines[a].label, view.lines[b].label)
    wide = NAMED if near else 2 * math.log2(len(lines) + 1)
    return wide + (0.0 if line.change else 3.0) + (0.0 if line.sort == "percent" else 3.0)


@lru_cache(maxsize=4096)
def names_both(label: str, one: str, other: str) -> bool:
    """Whether a label names the years of two lines, and no others: "2019 vs 2018"."""
    years, ones, others = (_YEARS.findall(text) for text in (label, one, other))
    return len(ones) == len(others) == 1 and ones != others and sorted(years) == sorted((*ones, *others))


def _says_so(told: tuple[frozenset[str], frozenset[str]], one: str, other: str) -> bool:
    """Whether what a label tells of its line is that it is the one as a percentage of the other."""
    return told[0] <= _words(one) and told[1] <= _words(other)


@lru_cache(maxsize=1024)
def _said(label: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of what is divided and of what it is divided by, where a label tells both."""
    said = _SHARE.fullmatch(label.strip())
    top, base = (_words(said["top"]), _words(said["base"])) if said else (frozenset[str](), frozenset[str]())
    return (top, base) if top and base else None


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


def whole_of(view: View, quotient: Quotient, lane: int) -> int:
    """The lane whose figure a share is of: under two totals of 100%, each over its own entries, the next of them."""
    shares = view.value[quotient.target]
    wholes = [other for other in view.order[quotient.target] if shares[other] == 100 * view.one]
    own = sorted(other for other in wholes if view.lanes[other].total)
    if quotient.at not in own or len(own) < 2 or own[0] == min(view.order[quotient.target]):
        return quotient.at
    return next((other for other in own if other >= lane), quotient.at)


def _unnamed(view: View, line: Line, lines: list[int], wide: float) -> tuple[dict[int, float], dict[int, float]]:
    """The price of each line as top and as base of a ratio: none where its words are those of the ratio's label."""
    words = _words(line.label)
    tops = {i: wide / 2 * (not words & _words(view.lines[i].label)) for i in lines}
    bases = {i: price * (not _BASE.search(view.lines[i].label.lower())) for i, price in tops.items()}
    return tops, bases


@lru_cache(maxsize=4096)
def _words(label: str) -> frozenset[str]:
    """The telling words of a label, whatever they end in."""
    return roots(label) - _IDLE


def _times(view: View, one: int, target: int, a: int, b: int) -> int:
    """The power of ten that brings a / b nearest to the rate, where it is a whole one; 0 where none is."""
    powers = []
    for rate, top, base in zip(view.value[target], view.value[a], view.value[b], strict=True):
        if rate and top and base:
            powers.append(_power(abs(rate * base) / abs(top * one)))
    return max(sorted(set(powers)), key=powers.count, default=0)


def _power(times: float) -> int:
    """The power of ten nearest to `times`, kept between 1 and 10^9; 0 where there is none."""
    power = round(math.log10(times))
    return 10**power if 0 <= power <= 9 else 0
