"""Two lines near a third whose sum or difference it may be: a variance, a net figure, a movement."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.laws.crooked import Terms
from reportcheck.laws.lattice import View


def fitting_pairs(view: View, target: int, near: list[int], lanes: Sequence[int]) -> set[Terms]:
    """The sums and differences of two lines that come to the target in one of the lanes."""
    found: set[Terms] = set()
    for lane in lanes:
        values, slacks = view.by_lane[lane]
        goal, room, sort = values[target], slacks[target], view.sort[target][lane]
        if not goal:
            continue
        known = _paired(view, lane, goal, room, [i for i in near if view.sort[i][lane] == sort])
        for n, a in enumerate(known):
            first = values[a]
            some = room + slacks[a]
            for b in known[n + 1 :]:
                second, slack = values[b], some + slacks[b]
                low, high = goal - slack, goal + slack
                if low <= first - second <= high:
                    found.add(((a, 1), (b, -1)))
                elif low <= second - first <= high:
                    found.add(((a, -1), (b, 1)))
                elif low <= first + second <= high:
                    found.add(((a, 1), (b, 1)))
    return found


def _paired(view: View, lane: int, goal: int, room: int, known: list[int]) -> list[int]:
    """Those of the lines that have a partner with which they may come to `goal`, in the same order."""
    figures, slacks = view.by_lane[lane]
    wide = 2 * (room + 2 * max([slacks[line] for line in known], default=0)) + 1
    values = [figures[line] for line in known]
    steps = {value // wide for value in values}
    near = steps | {at - 1 for at in steps} | {at + 1 for at in steps}
    return [
        line
        for line, value in zip(known, values, strict=True)
        if (value - goal) // wide in near or (value + goal) // wide in near or (goal - value) // wide in near
    ]
