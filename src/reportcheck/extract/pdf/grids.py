"""Rules -> grids of cells: pdfplumber's table finder (lines strategy) with the same answers, from sorted lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from reportcheck.extract.pdf.sheet import Box, Stroke

NEAR = 3.0
"""Rules closer than this are one; ends closer than this meet."""
SHORTEST = 1.0
MOST_CROSSINGS = 40_000
"""More crossings than this are a drawing, not tables."""

Rule = tuple[float, float, float]
"""Where a rule stands, and from where to where it runs."""
Point = tuple[float, float]


class Levels:
    """Level rules, found by height."""

    __slots__ = ("heights", "rules")

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = sorted(rules)
        self.heights = [rule[0] for rule in self.rules]

    def within(self, low: float, high: float) -> list[Rule]:
        """The rules from one height to another."""
        return self.rules[bisect_left(self.heights, low) : bisect_right(self.heights, high)]


def grids(strokes: Iterable[Stroke]) -> list[list[Box]]:
    """The cells of each grid that the rules draw, from top to bottom; one cell alone is a frame, not a grid."""
    across, down = edges(strokes)
    points = crossings(across, down)
    if len(points) > MOST_CROSSINGS:
        return []
    return together(cells(points))


def edges(strokes: Iterable[Stroke]) -> tuple[list[Rule], list[Rule]]:
    """Level rules (y, x0, x1) and upright ones (x, top, bottom), snapped to each other and joined."""
    flat: list[Rule] = []
    tall: list[Rule] = []
    for x0, top, x1, bottom, level in strokes:
        if level and x1 - x0 >= SHORTEST:
            flat.append(((top + bottom) / 2, x0, x1))
        elif not level and bottom - top >= SHORTEST:
            tall.append(((x0 + x1) / 2, top, bottom))
    return _joined(_snapped(flat)), _joined(_snapped(tall))


def _snapped(rules: list[Rule]) -> list[Rule]:
    """Rules in clusters less than NEAR apart, moved to the mean of their cluster."""
    done: list[Rule] = []
    cluster: list[Rule] = []
    for rule in sorted(rules):
        if cluster and rule[0] > cluster[-1][0] + NEAR:
            done += _mean(cluster)
            cluster = []
        cluster.append(rule)
    return done + _mean(cluster)


def _mean(cluster: list[Rule]) -> list[Rule]:
    if len(cluster) < 2:
        return cluster
    at = sum(map(itemgetter(0), cluster)) / len(cluster)
    return [(at, start, end) for _, start, end in cluster]


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules on one line less than NEAR apart, made one; short ones left over are gone."""
    done: list[Rule] = []
    for at, start, end in sorted(rules):
        if done and done[-1][0] == at and start <= done[-1][2] + NEAR:
            if end > done[-1][2]:
                done[-1] = (at, done[-1][1], end)
        else:
            done.append((at, start, end))
    return [rule for rule in done if rule[2] - rule[1] >= NEAR]


def crossings(across: list[Rule], down: list[Rule]) -> dict[Point, tuple[set[int], set[int]]]:
    """Where rules meet: the numbers of the upright and of the level rules that pass through each point."""
    heights = [rule[0] for rule in across]
    points: dict[Point, tuple[set[int], set[int]]] = {}
    for v, (x, top, bottom) in enumerate(down):
        for h in range(bisect_left(heights, top - NEAR), bisect_right(heights, bottom + NEAR)):
            y, x0, x1 = across[h]
            if x0 - NEAR <= x <= x1 + NEAR:
                met = points.get((x, y))
                if met is None:
                    points[x, y] = {v}, {h}
                else:
                    met[0].add(v)
                    met[1].add(h)
        if len(points) > MOST_CROSSINGS:
            break
    return points


def cells(points: dict[Point, tuple[set[int], set[int]]]) -> list[Box]:
    """The smallest rectangle to the lower right of each crossing whose four sides are drawn."""
    below: dict[float, list[float]] = defaultdict(list)
    right: dict[float, list[float]] = defaultdict(list)
    ordered = sorted(points)
    for x, y in ordered:
        below[x].append(y)
        right[y].append(x)
    found = []
    for x, y in ordered:
        corner = _corner(x, y, points, below[x], right[y])
        if corner:
            found.append((x, y, *corner))
    return found


def _corner(
    x: float, y: float, points: dict[Point, tuple[set[int], set[int]]], column: list[float], row: list[float]
) -> Point | None:
    """The lower right corner of the smallest drawn rectangle that has its upper left one at x, y.

    Rules on one line do not overlap, so that the points joined to this one come first on both ways from it.
    """
    uprights, levels = points[x, y]
    start = bisect_right(row, x)
    for low in column[bisect_right(column, y) :]:
        left = points[x, low]
        if uprights.isdisjoint(left[0]):
            return None
        for far in row[start:]:
            top = points[far, y]
            if levels.isdisjoint(top[1]):
                break
            corner = points.get((far, low))
            if corner and not corner[0].isdisjoint(top[0]) and not corner[1].isdisjoint(left[1]):
                return far, low
    return None


def together(boxes: list[Box]) -> list[list[Box]]:
    """Cells that share a corner belong to one grid."""
    group_of: dict[Point, int] = {}
    groups: dict[int, list[Box]] = {}
    for number, box in enumerate(boxes):
        corners = ((box[0], box[1]), (box[0], box[3]), (box[2], box[1]), (box[2], box[3]))
        touched = {group_of[c] for c in corners if c in group_of}
        home = min(touched, default=number)
        groups.setdefault(home, []).append(box)
        for other in sorted(touched)[1:] if len(touched) > 1 else ():
            for moved in groups.pop(other):
                groups[home].append(moved)
                for c in ((moved[0], moved[1]), (moved[0], moved[3]), (moved[2], moved[1]), (moved[2], moved[3])):
                    group_of[c] = home
        for c in corners:
            group_of[c] = home
    found = [sorted(group, key=itemgetter(1, 0)) for group in groups.values() if len(group) > 1]
    return sorted(found, key=lambda group: min((b[1], b[0]) for b in group))
