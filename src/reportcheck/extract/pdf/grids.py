"""Rules -> grids of cells: pdfplumber's table finder (lines strategy) with the same answers, from sorted lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter

from reportcheck.extract.pdf.sheet import Box, Stroke

NEAR = 3.0
"""Rules closer than this are one; ends closer than this meet."""
SHORTEST = 1.0
MOST_CROSSINGS = 40_000
"""More crossings than this are a drawing, not tables."""

Rule = tuple[float, float, float]
"""Where a rule stands, and from where to where it runs."""
Span = tuple[float, float]
Point = tuple[float, float]
Crossing = tuple[float, float, set[int], set[int], int, int]
"""Where rules meet, the numbers of the upright and of the level ones, and its place in its column and in its row."""


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
    return _rules(flat), _rules(tall)


def _rules(ones: list[Rule]) -> list[Rule]:
    """Rules in clusters less than NEAR apart, moved to the mean of their cluster and joined."""
    ordered = sorted(ones)
    heights = [rule[0] for rule in ordered]
    breaks = [at for at, (last, here) in enumerate(pairwise(heights), 1) if here > last + NEAR]
    done: list[Rule] = []
    for first, after in pairwise([0, *breaks, len(ordered)] if ordered else ()):
        cluster = heights[first:after]
        at = cluster[0] if len(cluster) == 1 else sum(cluster) / len(cluster)
        done += _joined(at, sorted([(start, end) for _, start, end in ordered[first:after]]))
    return done


def _joined(at: float, spans: list[Span]) -> list[Rule]:
    """Rules on one line less than NEAR apart, made one; short ones left over are gone."""
    joined = []
    low, high = spans[0]
    for start, end in spans:
        if start > high + NEAR:
            joined.append((at, low, high))
            low, high = start, end
        elif end > high:
            high = end
    joined.append((at, low, high))
    return [rule for rule in joined if rule[2] - rule[1] >= NEAR]


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
    columns: dict[float, list[Crossing]] = defaultdict(list)
    rows: dict[float, list[Crossing]] = defaultdict(list)
    for x, y in sorted(points):
        uprights, levels = points[x, y]
        column, row = columns[x], rows[y]
        crossing = (x, y, uprights, levels, len(column) + 1, len(row) + 1)
        column.append(crossing)
        row.append(crossing)
    found = []
    for x, column in columns.items():
        for crossing in column:
            corner = _corner(crossing, column, rows[crossing[1]], points)
            if corner:
                found.append((x, crossing[1], *corner))
    return found


def _corner(
    crossing: Crossing, column: list[Crossing], row: list[Crossing], points: dict[Point, tuple[set[int], set[int]]]
) -> Point | None:
    """The lower right corner of the smallest drawn rectangle that has its upper left one at the crossing.

    Rules on one line do not overlap, so that the points joined to this one come first on both ways from it.
    """
    _, _, uprights, levels, below, right = crossing
    for lower in range(below, len(column)):
        _, low, left_uprights, left_levels, _, _ = column[lower]
        if uprights.isdisjoint(left_uprights):
            return None
        for further in range(right, len(row)):
            far, _, top_uprights, top_levels, _, _ = row[further]
            if levels.isdisjoint(top_levels):
                break
            corner = points.get((far, low))
            if corner and not corner[0].isdisjoint(top_uprights) and not corner[1].isdisjoint(left_levels):
                return far, low
    return None


def together(boxes: list[Box]) -> list[list[Box]]:
    """Cells that share a corner belong to one grid."""
    first_at: dict[Point, int] = {}
    homes: list[int] = []
    for number, (x0, y0, x1, y1) in enumerate(boxes):
        home = number
        homes.append(home)
        for corner in ((x0, y0), (x0, y1), (x1, y0), (x1, y1)):
            other = first_at.setdefault(corner, number)
            if homes[other] != home:
                other = _root(homes, other)
                home, other = min(home, other), max(home, other)
                homes[other] = home
    groups: dict[int, list[Box]] = defaultdict(list)
    for number, box in enumerate(boxes):
        groups[_root(homes, number)].append(box)
    found = [sorted(group, key=itemgetter(1, 0)) for group in groups.values() if len(group) > 1]
    return sorted(found, key=lambda group: (group[0][1], group[0][0]))


def _root(homes: list[int], number: int) -> int:
    """The cell that stands for all that are together with one; the way to it is made shorter."""
    while (home := homes[number]) != number:
        homes[number] = number = homes[home]
    return number
