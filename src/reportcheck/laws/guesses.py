"""Sums that a line may be: of the open lines before it, with a sign turned or one left out, or of any two near it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportcheck.laws.evidence import ACCEPT, MENDED, MOST_BITS
from reportcheck.laws.lattice import FIGURE, View
from reportcheck.records import record

NEUTRAL = 8.0
"""A line that promises nothing costs at least this; with one figure only it is tried as a plain sum and no more."""
DEEP, NEAR = 120, 14
"""How many open lines a plain sum may take, and how many one with a sign or a gap in it may."""

BEGINNINGS = 16
"""At how many places, the nearest, a total that does not add up is tried: more are a list of nothing but totals."""


@record(frozen=True, slots=True)
class Guess:
    """A sum that may be a law: `target` is the signed sum of `terms`; `price` is in bits."""

    target: int
    terms: tuple[tuple[int, int], ...]
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
    top = stack[: -DEEP - 1 : -1]
    depth = min(len(top), DEEP)
    start = hint(view, target, backward)
    natural = _natural(view, target, top)
    opened = {k for k, line in enumerate(top, start=1) if view.lines[line].opening and view.lines[target].closing}
    if opened and not backward:
        start = min(start, -2.0)
        natural = opened
    spread = math.log2(depth + 1)
    fits = _fitting_lengths(view, target, top[:depth])
    if view.lines[target].total or view.lines[target].blank:
        fits |= set(sorted(k for k in natural if 2 <= k < depth)[:BEGINNINGS]) | ({depth} & natural)
    idle = _idle(view, target, top[:depth], 0)
    for k in sorted(fits):
        if k <= idle and start > -ACCEPT:
            continue  # Noughts tell nothing.
        yield Guess(target, tuple((line, 1) for line in top[:k]), start + (0.0 if k in natural else spread))
    less = {line for line in top[:depth] if view.lines[line].less}
    if less:
        for k in range(2, min(depth, 2 * NEAR) + 1):
            if less & set(top[:k]):
                terms = tuple((line, _less_sign(view, line, target)) for line in top[:k])
                if any(sign < 0 for _, sign in terms):
                    yield Guess(target, terms, start + 0.5 + (0.0 if k in natural else spread), "less")
    if start < NEUTRAL or len(view.order[target]) > 1:
        yield from _crooked(view, target, top[:NEAR], start, natural)


def _fitting_lengths(view: View, target: int, top: list[int]) -> set[int]:
    """How many open lines add up to the target, in any of the three lanes with most digits."""
    found = set()
    for lane in view.order[target][:3]:
        sort, even, (values, slacks) = view.sort[target][lane], view.even[lane], view.by_lane[lane]
        rest, room = values[target], slacks[target]
        for k, line in enumerate(top, start=1):
            if even or view.sort[line][lane] == sort:
                rest -= values[line]
                room += slacks[line]
            if -room <= rest <= room and k > 1:
                found.add(k)
    return found


def _less_sign(view: View, line: int, target: int) -> int:
    """-1 for a line to be taken off that is printed positive."""
    if not view.lines[line].less:
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


def _crooked(view: View, target: int, top: list[int], start: float, natural: set[int]) -> Iterator[Guess]:
    """Sums with a sign turned or a line left out, where the two lanes with most digits bear them out."""
    given: set[tuple[int, tuple[tuple[int, int], ...]]] = set()
    most = reach(view, target)
    for at, lane in enumerate(view.order[target][:2]):
        goal, sort = view.value[target][lane], view.sort[target][lane]
        values = [view.value[line][lane] if view.sort[line][lane] == sort else 0 for line in top]
        runs = list(accumulate(values))
        rooms = list(accumulate((view.slack[line][lane] for line in top), initial=view.slack[target][lane]))
        # Where all is nought from this lane on, a sum can only be borne out by the lanes before, which propose it too.
        idle = _idle(view, target, top, at)
        for k in _lengths(values, runs, goal, 2 * rooms[-1] + 1):
            price = start + 2.5 + math.log2(k) + (0.0 if k in natural else math.log2(len(top)))
            if k <= idle or most - price < ACCEPT:
                continue
            for terms in sorted(_turned(top[:k], values, runs, goal, rooms[k])):
                if (k, terms) not in given:
                    given.add((k, terms))
                    yield Guess(target, terms, price + (1.0 if len(terms) < k else 0.0), "crooked")


def _lengths(values: list[int], runs: list[int], goal: int, wide: int) -> list[int]:
    """Of how many lines a sum may come to `goal`, or to its opposite, when it is turned or cut at one place."""
    near = {value // wide for value in values}
    near.update([2 * value // wide for value in values], [2 * run // wide for run in runs])
    found = []
    for k, run in enumerate(runs[1:], start=2):
        at = (run - goal) // wide
        if at in near or at - 1 in near or at + 1 in near or -wide < goal + run < wide:
            found.append(k)
    return found


def _turned(
    lines: list[int], values: list[int], runs: list[int], goal: int, room: int
) -> set[tuple[tuple[int, int], ...]]:  # fmt: skip
    """The sums of the lines, one or the first few of them turned, or one left out, that come to `goal`."""
    k = len(lines)
    over = runs[k - 1] - goal
    found: set[tuple[tuple[int, int], ...]] = set()
    for i, (value, run) in enumerate(zip(values[:k], runs, strict=False)):
        if value and -room <= 2 * value - over <= room:
            found.add(_terms(lines, {i}, set()))
        if -room <= 2 * run - over <= room and 0 < i < k - 1:
            found.add(_terms(lines, set(range(i + 1)), set()))
        if value and k > 2 and -room <= value - over <= room:
            found.add(_terms(lines, set(), {i}))
    if -room <= runs[k - 1] + goal <= room:
        found.add(tuple((line, -1) for line in lines))
    return found


def _idle(view: View, target: int, top: list[int], at: int) -> int:
    """How many of the lines, from the first, are nought in the target's lanes from the one at `at` on, as it is."""
    lanes = view.order[target][at:]
    if any(view.value[target][lane] for lane in lanes):
        return 0
    return next((k for k, line in enumerate(top) if any(view.value[line][lane] for lane in lanes)), len(top))


def reach(view: View, target: int) -> float:
    """The most bits that a sum can have, failures and slips included: each lane tells how large its figures are."""
    slacks = view.slack[target]
    told = [min(math.log2(view.largest[lane] / (2 * slacks[lane]) + 1), MOST_BITS) for lane in view.order[target]]
    failing = sorted(told)[: max(1, len(told) // 4)] if len(told) > 1 else []
    return sum(told) + sum(max(0.0, MENDED - bits) for bits in failing) + 1e-6


def _terms(lines: list[int], turned: set[int], left: set[int]) -> tuple[tuple[int, int], ...]:
    return tuple((line, -1 if i in turned else 1) for i, line in enumerate(lines) if i not in left)


def fitting_pairs(view: View, target: int, near: list[int], lanes: Sequence[int]) -> set[tuple[tuple[int, int], ...]]:
    """The sums and differences of two lines that come to the target in one of the lanes."""
    found: set[tuple[tuple[int, int], ...]] = set()
    for lane in lanes:
        goal, room = view.value[target][lane], view.slack[target][lane]
        known = [i for i in near if view.state[i][lane] == FIGURE and view.sort[i][lane] == view.sort[target][lane]]
        if not goal:
            continue
        known = _paired(view, lane, goal, room, known)
        for n, a in enumerate(known):
            first = view.value[a][lane]
            some = room + view.slack[a][lane]
            for b in known[n + 1 :]:
                second, slack = view.value[b][lane], some + view.slack[b][lane]
                if -slack <= first - second - goal <= slack:
                    found.add(((a, 1), (b, -1)))
                elif -slack <= second - first - goal <= slack:
                    found.add(((a, -1), (b, 1)))
                elif -slack <= first + second - goal <= slack:
                    found.add(((a, 1), (b, 1)))
    return found


def _paired(view: View, lane: int, goal: int, room: int, known: list[int]) -> list[int]:
    """Those of the lines that have a partner with which they may come to `goal`, in the same order."""
    values = [view.value[line][lane] for line in known]
    wide = 2 * (room + 2 * max([view.slack[line][lane] for line in known], default=0)) + 1
    steps = {value // wide for value in values}
    near = steps | {at - 1 for at in steps} | {at + 1 for at in steps}
    return [
        line
        for line, value in zip(known, values, strict=True)
        if (value - goal) // wide in near or (value + goal) // wide in near or (goal - value) // wide in near
    ]
