"""Sums that a line may be: of the open lines before it, with a sign turned or one left out."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from reportcheck.laws.crooked import Terms, alike, crooked_sums, idle
from reportcheck.laws.evidence import ACCEPT, MENDED, MOST_BITS
from reportcheck.laws.lattice import View
from reportcheck.laws.spots import FIGURE
from reportcheck.records import record

NEUTRAL = 8.0
"""A line that promises nothing costs at least this; with one figure only it is tried as a plain sum and no more."""
DEEP, NEAR = 120, 14
"""How many open lines a plain sum that nothing promises may take, and how many one with a sign or a gap in it may."""

TAKEN, OWED = -1.5, 1.0
"""What it costs to believe that what is left is one line less others that say that they are taken off, or are owed."""
BEGINNINGS = 16
"""At how many places, the nearest, a total that does not add up is tried: more are a list of nothing but totals."""


@record(frozen=True, slots=True)
class Guess:
    """A sum that may be a law: `target` is the signed sum of `terms`; `price` is in bits."""

    target: int
    terms: Terms
    price: float
    form: str = "plain"

    @property
    def signature(self) -> frozenset[tuple[int, int]]:
        """What is the same however the sum is turned round."""
        whole = [(self.target, -1), *self.terms]
        lead = min(whole)[1]
        return frozenset((line, sign * lead) for line, sign in whole)


def hint(view: View, line: int, backward: bool) -> float:
    """What it costs to believe, before looking, that a line is a sum: little where it says Total."""
    it = view.lines[line]
    if it.rate and not it.total:
        return 12.0
    price = 9.0
    if it.total:
        price = -3.0
    elif it.blank:
        price = -2.0
    elif it.result:
        price = 0.5 if it.last else 2.0
    elif it.last:
        price = 1.5
    elif it.ends and not view.across:
        price = 4.0
    if it.bold and price > 2:
        price -= 2.0
    return price + (3.0 if backward else 0.0)


def guesses(view: View, target: int, stack: list[int], backward: bool) -> Iterator[Guess]:
    """The sums that `target` may be of the lines that are open, each with its price."""
    line = view.lines[target]
    start = hint(view, target, backward)
    # What says that it is a sum may be one of any number of lines.
    top = stack[: -DEEP - 1 : -1] if start >= NEUTRAL else _open(view, stack)
    opened: set[int] = set()
    if line.closing and not backward:
        opened = {k for k, other in enumerate(top, start=1) if view.lines[other].opening}
    if opened:
        start = min(start, -2.0)
    fits = _fitting_lengths(view, target, top)
    crooked = crooked_sums(view, target, top[:NEAR]) if start < NEUTRAL or len(view.order[target]) > 1 else []
    less = view.less.intersection(top) if view.less else view.less
    owed = line.result and not backward and any(view.lines[other].owed for other in top)
    ends = line.total or line.blank or bool(opened) or (line.result and not backward and bool(less))
    if not (fits or crooked or less or owed or ends):
        return
    begins = _Begins(target, top, start, opened or _natural(view, target, top), math.log2(len(top) + 1))
    if ends:
        fits |= set(sorted(k for k in begins.natural if 2 <= k < len(top))[:BEGINNINGS]) | ({len(top)} & begins.natural)
    noughts = idle(view, target, top, 0)
    yield from _without_memos(view, target, top, start)
    added = [(line, 1) for line in top] if fits else []
    for k in sorted(fits):
        if k > noughts or start <= -ACCEPT:  # Noughts tell nothing.
            yield Guess(target, tuple(added[:k]), begins.price(k))
    if less:
        yield from _with_less(view, begins, owed=False)
    if owed:
        yield from _with_less(view, begins, owed=True)
    yield from _with_one_turned(view, begins, crooked)


class _Begins(NamedTuple):
    """Where a sum of the open lines may begin, and what it costs to believe in one."""

    target: int
    top: list[int]
    """The open lines, the nearest first."""
    start: float
    natural: set[int]
    """After how many lines a sum would naturally begin."""
    spread: float

    def price(self, k: int) -> float:
        """What a sum of so many lines costs."""
        return self.start + (0.0 if k in self.natural else self.spread)


def _with_less(view: View, begins: _Begins, *, owed: bool) -> Iterator[Guess]:
    """Sums in which the lines that say so are taken off, with `owed` those too that say what is owed."""
    taken = [_is_taken(view, line, owed) for line in begins.top[: 2 * NEAR]]
    if True not in taken:
        return
    # What is printed below nought has its sign already.
    signed = [
        (line, -1 if off and _is_positive(view, line) else 1) for line, off in zip(begins.top, taken, strict=False)
    ]
    result = view.lines[begins.target].result
    # From the first line that is to be taken off on.
    for k in range(max(2, taken.index(True) + 1), len(taken) + 1):
        price = begins.price(k) + (1.5 if owed else 0.5)
        if result and not taken[k - 1] and all(taken[: k - 1]):
            # One thing, what is taken off it, and what is left: all lines of an account say so.
            price = min(price, OWED if owed else TAKEN)
        yield Guess(begins.target, tuple(signed[:k]), price, "less")


def _with_one_turned(view: View, begins: _Begins, crooked: list[tuple[int, Terms]]) -> Iterator[Guess]:
    """Sums of so many lines in which one has the other sign, or is left out, where the lane can pay for them."""
    most = reach(view, begins.target) if crooked else 0.0
    few = math.log2(min(len(begins.top), NEAR)) if crooked else 0.0
    for k, terms in crooked:
        price = begins.start + 2.5 + math.log2(k) + (0.0 if k in begins.natural else few)
        if most >= ACCEPT + price:
            yield Guess(begins.target, terms, price + (1.0 if len(terms) < k else 0.0), "crooked")


def _without_memos(view: View, target: int, top: list[int], start: float) -> Iterator[Guess]:
    """The plain sums of the open lines but those that say that they are parts of the lines over them."""
    rest = [line for line in top if not view.lines[line].memo]
    if 2 <= len(rest) < len(top):
        natural = _natural(view, target, rest)
        for k in sorted(_fitting_lengths(view, target, rest) | ({len(rest)} & natural)):
            yield Guess(target, tuple((line, 1) for line in rest[:k]), start + 0.5 + (k not in natural) * 2.0)


def _open(view: View, stack: list[int]) -> list[int]:
    """The open lines, the nearest first; of a list of nothing but totals no more than a few."""
    top, totals = stack[::-1], 0
    for at in range(len(top)):
        totals += view.lines[top[at]].total or view.lines[top[at]].blank
        if totals >= BEGINNINGS and at >= DEEP:
            return top[:at]
    return top


def _fitting_lengths(view: View, target: int, top: list[int]) -> set[int]:
    """How many open lines add up to the target, in any of the three lanes with most digits."""
    found: set[int] = set()
    for lane in view.order[target][:3]:
        values, slacks = view.by_lane[lane]
        parts, rooms = alike(view, target, top, lane, values), alike(view, target, top, lane, slacks)
        runs = list(accumulate(parts))
        goal, room = values[target], slacks[target]
        widest = room + sum(rooms)
        low, high = goal - widest, goal + widest
        near: Sequence[int]
        if min(parts) >= 0:  # The sums never fall, so that those near the goal are neighbours.
            near = range(bisect_left(runs, low) + 1, bisect_right(runs, high) + 1)
        else:
            near = [k for k, run in enumerate(runs, start=1) if low <= run <= high]
        found.update(k for k in near if abs(runs[k - 1] - goal) <= room + sum(rooms[:k]))
    return found - {1}


def _is_taken(view: View, line: int, owed: bool) -> bool:
    """Whether a line is to be taken off: it says so, or, if `owed`, what it holds is owed."""
    return view.lines[line].less or (owed and view.lines[line].owed)


def _is_positive(view: View, line: int) -> bool:
    """Whether most of a line's figures are above nought."""
    values = [view.value[line][lane] for lane in range(len(view.lanes)) if view.state[line][lane] == FIGURE]
    return sum(v > 0 for v in values) * 2 > len(values)


def _natural(view: View, target: int, top: list[int]) -> set[int]:
    """Where, among the open lines, a sum would naturally begin: at a heading, an earlier total, the start."""
    found = {len(top)}
    section = view.lines[target].section
    for k, line in enumerate(top, start=1):
        if view.lines[line].section != section:
            found.add(k - 1)
            section = view.lines[line].section
        if view.lines[line].total or view.lines[line].blank:
            found |= {k - 1, k}
        if view.lines[line].opening:
            found.add(k)
    return found


def reach(view: View, target: int) -> float:
    """The most bits that a sum can have, failures and slips included: each lane tells how large its figures are."""
    slacks = view.slack[target]
    told = [min(math.log2(view.largest[lane] / (2 * slacks[lane]) + 1), MOST_BITS) for lane in view.order[target]]
    failing = sorted(told)[: max(1, len(told) // 4)] if len(told) > 1 else []
    return sum(told) + sum(max(0.0, MENDED - bits) for bits in failing) + 1e-6
