"""Sums that a line may be: of the open lines before it, with a sign turned or one left out, or of any two near it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

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
    for k in sorted(fits):
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
    for lane in view.order[target][:2]:
        goal, room0 = view.value[target][lane], view.slack[target][lane]
        total, room, sort = 0, room0, view.sort[target][lane]
        values = [view.value[line][lane] if view.sort[line][lane] == sort else 0 for line in top]
        wide = 2 * (room0 + sum(view.slack[line][lane] for line in top)) + 1
        near: set[int] = set()
        run = 0
        for k in range(1, len(top) + 1):
            total += values[k - 1]
            room += view.slack[top[k - 1]][lane]
            run += values[k - 1]
            near.update((values[k - 1] // wide, 2 * values[k - 1] // wide, 2 * run // wide))
            short = goal - total
            if k < 2 or (near.isdisjoint(_around(-short, wide)) and not -room <= goal + total <= room):
                continue
            proposed: set[tuple[tuple[int, int], ...]] = set()
            begun = 0
            for i in range(k):
                begun += values[i]
                if abs(short + 2 * values[i]) <= room and values[i]:
                    proposed.add(_terms(top[:k], {i}, set()))
                if abs(short + 2 * begun) <= room and 0 < i < k - 1:
                    proposed.add(_terms(top[:k], set(range(i + 1)), set()))
                if abs(short + values[i]) <= room and values[i] and k > 2:
                    proposed.add(_terms(top[:k], set(), {i}))
            if abs(goal + total) <= room:
                proposed.add(tuple((line, -1) for line in top[:k]))
            price = start + 2.5 + math.log2(k) + (0.0 if k in natural else math.log2(len(top)))
            for terms in sorted(proposed):
                if (k, terms) not in given:
                    given.add((k, terms))
                    yield Guess(target, terms, price + (1.0 if len(terms) < k else 0.0), "crooked")


def _around(value: int, wide: int) -> tuple[int, int, int]:
    """A value counted in steps of `wide`, and the steps to both sides: where all that is nearer than `wide` falls."""
    at = value // wide
    return at - 1, at, at + 1


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
    near = {at for value in values for at in _around(value, wide)}
    return [
        line
        for line, value in zip(known, values, strict=True)
        if (value - goal) // wide in near or (value + goal) // wide in near or (goal - value) // wide in near
    ]
