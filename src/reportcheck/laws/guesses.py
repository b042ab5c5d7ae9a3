"""Sums that a line may be: of the open lines before it, with a sign turned or one left out."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, repeat
from operator import add, floordiv, itemgetter

from reportcheck.laws.evidence import ACCEPT, MENDED, MOST_BITS
from reportcheck.laws.lattice import View
from reportcheck.laws.spots import FIGURE
from reportcheck.records import record

NEUTRAL = 8.0
"""A line that promises nothing costs at least this; with one figure only it is tried as a plain sum and no more."""
DEEP, NEAR = 120, 14
"""How many open lines a plain sum that nothing promises may take, and how many one with a sign or a gap in it may."""

Terms = tuple[tuple[int, int], ...]
"""The lines of a sum, each with its sign."""
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
    depth = len(top)
    opened: set[int] = set()
    if line.closing and not backward:
        opened = {k for k, other in enumerate(top, start=1) if view.lines[other].opening}
    if opened:
        start = min(start, -2.0)
    fits = _fitting_lengths(view, target, top)
    crooked = _crooked(view, target, top[:NEAR]) if start < NEUTRAL or len(view.order[target]) > 1 else []
    less = view.less.intersection(top) if view.less else view.less
    owed = line.result and not backward and any(view.lines[other].owed for other in top)
    ends = line.total or line.blank or bool(opened) or (line.result and not backward and bool(less))
    if not (fits or crooked or less or owed or ends):
        return
    natural = opened or _natural(view, target, top)
    spread = math.log2(depth + 1)
    if ends:
        fits |= set(sorted(k for k in natural if 2 <= k < depth)[:BEGINNINGS]) | ({depth} & natural)
    idle = _idle(view, target, top, 0)
    yield from _without_memos(view, target, top, start)
    added = [(line, 1) for line in top] if fits else []
    for k in sorted(fits):
        if k > idle or start <= -ACCEPT:  # Noughts tell nothing.
            yield Guess(target, tuple(added[:k]), start + (0.0 if k in natural else spread))
    for said in [said for said, any_said in ((False, less), (True, owed)) if any_said]:
        signs = [_less_sign(view, line, said) for line in top[: 2 * NEAR]]
        signed = list(zip(top, signs, strict=False))
        # From the first line that is to be taken off on.
        for k in range(max(2, signs.index(-1) + 1), len(signs) + 1) if -1 in signs else ():
            price = start + (1.5 if said else 0.5) + (0.0 if k in natural else spread)
            if line.result and -1 not in signs[k - 1 : k] and 1 not in signs[: k - 1]:
                # One thing, what is taken off it, and what is left: all lines of an account say so.
                price = min(price, OWED if said else TAKEN)
            yield Guess(target, tuple(signed[:k]), price, "less")
    most = reach(view, target) if crooked else 0.0
    for k, terms in crooked:
        price = start + 2.5 + math.log2(k) + (0.0 if k in natural else math.log2(min(depth, NEAR)))
        if most >= ACCEPT + price:
            yield Guess(target, terms, price + (1.0 if len(terms) < k else 0.0), "crooked")


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
        parts, rooms = _alike(view, target, top, lane, values), _alike(view, target, top, lane, slacks)
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


def _alike(view: View, target: int, top: list[int], lane: int, figures: tuple[int, ...]) -> Sequence[int]:
    """What a lane has for each of two or more lines; nought where that is of another sort than the target's."""
    if view.even[lane]:
        alike: tuple[int, ...] = itemgetter(*top)(figures)
        return alike
    sort = view.sort[target][lane]
    return [figures[line] if view.sort[line][lane] == sort else 0 for line in top]


def _less_sign(view: View, line: int, owed: bool) -> int:
    """-1 for a line to be taken off that is printed positive: what says so, and what is owed, too, if `owed`."""
    if not (view.lines[line].less or (owed and view.lines[line].owed)):
        return 1
    values = [view.value[line][lane] for lane in range(len(view.lanes)) if view.state[line][lane] == FIGURE]
    return -1 if sum(v > 0 for v in values) * 2 > len(values) else 1


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


def _crooked(view: View, target: int, top: list[int]) -> list[tuple[int, Terms]]:
    """Sums of so many lines, one sign turned or one line left out, that one of the two largest lanes bears out."""
    found: dict[tuple[int, Terms], None] = {}
    for at, lane in enumerate(view.order[target][:2]):
        figures, slack = view.by_lane[lane]
        values, slacks = _alike(view, target, top, lane, figures), itemgetter(target, *top)(slack)
        goal, runs = figures[target], list(accumulate(values))
        # Where all is nought from this lane on, a sum can only be borne out by the lanes before, which propose it too.
        idle = _idle(view, target, top, at)
        for k in _lengths(values, runs, goal, sum(slacks)):
            if k > idle:
                turned = sorted(_turned(top[:k], values, runs, goal, sum(slacks[: k + 1])))
                found.update(((k, terms), None) for terms in turned)
    return list(found)


def _lengths(values: Sequence[int], runs: list[int], goal: int, room: int) -> list[int]:
    """Of how many lines a sum may come to `goal`, or to its opposite, when it is turned or cut at one place."""
    wide = 2 * room + 1
    over = chain(values, map(add, values, values), map(add, runs, runs), (-2 * goal,))
    near = set(map(floordiv, over, repeat(wide)))
    # All that is within the room of a number falls into the same step as one or the other end of that room.
    low, high = goal + room, goal - room
    return [
        k
        for k, run in enumerate(runs, start=1)
        if ((run - low) // wide in near or (run - high) // wide in near) and k > 1
    ]


def _turned(
    lines: list[int], values: Sequence[int], runs: list[int], goal: int, room: int
) -> set[Terms]:  # fmt: skip
    """The sums of the lines, one or the first few of them turned, or one left out, that come to `goal`."""
    k = len(lines)
    over = runs[k - 1] - goal
    low, high = over - room, over + room
    found: set[Terms] = set()
    for i, (value, run) in enumerate(zip(values[:k], runs, strict=False)):
        if value and low <= 2 * value <= high:
            found.add(_terms(lines, {i}, set()))
        if low <= 2 * run <= high and 0 < i < k - 1:
            found.add(_terms(lines, set(range(i + 1)), set()))
        if low <= value <= high and value and k > 2:
            found.add(_terms(lines, set(), {i}))
    if -room <= runs[k - 1] + goal <= room:
        found.add(tuple((line, -1) for line in lines))
    return found


def _idle(view: View, target: int, top: list[int], at: int) -> int:
    """How many of the lines, from the first, are nought in the target's lanes from the one at `at` on, as it is."""
    lanes = view.order[target][at:]
    if view.value[target][lanes[0]]:
        return 0
    return next((k for k, line in enumerate(top) if any(view.value[line][lane] for lane in lanes)), len(top))


def reach(view: View, target: int) -> float:
    """The most bits that a sum can have, failures and slips included: each lane tells how large its figures are."""
    slacks = view.slack[target]
    told = [min(math.log2(view.largest[lane] / (2 * slacks[lane]) + 1), MOST_BITS) for lane in view.order[target]]
    failing = sorted(told)[: max(1, len(told) // 4)] if len(told) > 1 else []
    return sum(told) + sum(max(0.0, MENDED - bits) for bits in failing) + 1e-6


def _terms(lines: list[int], turned: set[int], left: set[int]) -> Terms:
    return tuple((line, -1 if i in turned else 1) for i, line in enumerate(lines) if i not in left)
