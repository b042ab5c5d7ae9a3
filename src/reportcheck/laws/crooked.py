"""Open lines -> the sums that come out with the sign of one turned, or of the first few, or with one left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from operator import add, floordiv, itemgetter

from reportcheck.laws.lattice import View

Terms = tuple[tuple[int, int], ...]
"""The lines of a sum, each with its sign."""


def crooked_sums(view: View, target: int, top: list[int]) -> list[tuple[int, Terms]]:
    """Sums of so many lines, one sign turned or one line left out, that one of the two largest lanes bears out."""
    found: dict[tuple[int, Terms], None] = {}
    for at, lane in enumerate(view.order[target][:2]):
        figures, slack = view.by_lane[lane]
        values, slacks = alike(view, target, top, lane, figures), itemgetter(target, *top)(slack)
        goal, runs = figures[target], list(accumulate(values))
        # Where all is nought from this lane on, a sum can only be borne out by the lanes before, which propose it too.
        noughts = idle(view, target, top, at)
        for k in _lengths(values, runs, goal, sum(slacks)):
            if k > noughts:
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


def _terms(lines: list[int], turned: set[int], left: set[int]) -> Terms:
    return tuple((line, -1 if i in turned else 1) for i, line in enumerate(lines) if i not in left)


def idle(view: View, target: int, top: list[int], at: int) -> int:
    """How many of the lines, from the first, are nought in the target's lanes from the one at `at` on, as it is."""
    lanes = view.order[target][at:]
    if view.value[target][lanes[0]]:
        return 0
    return next((k for k, line in enumerate(top) if any(view.value[line][lane] for lane in lanes)), len(top))


def alike(view: View, target: int, top: list[int], lane: int, figures: tuple[int, ...]) -> Sequence[int]:
    """What a lane has for each of two or more lines; nought where that is of another sort than the target's."""
    if view.even[lane]:
        found: tuple[int, ...] = itemgetter(*top)(figures)
        return found
    sort = view.sort[target][lane]
    return [figures[line] if view.sort[line][lane] == sort else 0 for line in top]
