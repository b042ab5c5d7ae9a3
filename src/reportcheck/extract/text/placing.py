"""Rows of figures, some of which have fewer than there are columns -> the column of each figure.

A text that was made from a paper parts its cells by single blanks and prints nothing for a blank cell. What a figure
is like tells most: shares stand under shares, hours under hours. Wider gaps tell of blank cells; the sums say the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from reportcheck.extract.text.figures import Kind, kind, says_something, value
from reportcheck.extract.text.footing import holds
from reportcheck.quantity import median
from reportcheck.records import record

_MOST = 12
"""Ways to place a row that are put to the sums, the likeliest first."""
_ASKED = 40
"""Rows that are put to the sums: a text in which more fall short is no table of one kind."""
_NEAR = 40
"""Rows before and after one, among whose sums it is looked for."""
_CLOSE = 0.9
_LATE = 1.0
_ASTRAY = 5
"""One row in so many, or one, in which the last figure is not what the others make, where it is in the rest."""


@record(frozen=True, slots=True)
class Figures:
    """The figures of a row as printed, and how many blanks stand before each."""

    texts: tuple[str, ...]
    gaps: tuple[int, ...]
    late: bool = False
    """Whether its words tell of growth since the column before: the first column has none."""


Column = Kind | None
"""What most figures of a column are like, its decimals -1 where they differ; nothing where it has none."""
Places = tuple[int, ...]
"""The column of each figure of a row."""


def placed(rows: Sequence[Figures], width: int) -> list[Places]:
    """The columns of every row's figures, of which none has more than `width`."""
    full = [row for row in rows if len(row.texts) == width]
    columns = [_column([row.texts[c] for row in full]) for c in range(width)]
    usual = median([gap for row in full for gap in row.gaps] or [1])
    ways = [_ways(row, width, columns, usual) for row in rows]
    for reach in (width - 1, 2):
        sums = sum(_adds_up(_values(row, tuple(range(width)), width), reach) for row in full)
        if sums > 1 and len(full) - sums <= max(1, len(full) // _ASTRAY):
            ways = [
                [way for way in each if _adds_up(_values(row, way, width), reach)] or each
                for row, each in zip(rows, ways, strict=True)
            ]
            break
    chosen = [each[0] for each in ways]
    values = [_values(row, places, width) for row, places in zip(rows, chosen, strict=True)]
    unsure = [index for index, options in enumerate(ways) if len(options) > 1][:_ASKED]
    for index in unsure * (2 if len(unsure) < 8 else 1):
        begin, end = max(index - _NEAR, 0), index + _NEAR
        scores = []
        for places in ways[index]:
            values[index] = _values(rows[index], places, width)
            scores.append(holds(values[begin:end]))
        if max(scores) > min(scores):
            chosen[index] = ways[index][scores.index(max(scores))]
        values[index] = _values(rows[index], chosen[index], width)
    return chosen


def _adds_up(values: Sequence[Decimal | None], reach: int) -> bool:
    """Whether the last figure is what as many before it make, two or more, if any is there."""
    parts = [each for each in values[-reach - 1 : -1] if each is not None]
    return 1 < reach < len(values) and bool(values[-1]) and (not parts or sum(parts) == values[-1])


def _ways(row: Figures, width: int, columns: list[Column], usual: float) -> list[Places]:
    """The ways to place a row's figures that are about as good as the best, the best first."""
    size = len(row.texts)
    if size == width:
        return [tuple(range(width))]
    costs = [
        (_cost(row, places, columns, usual), places)
        for places, _ in zip(combinations(range(width), size), range(400), strict=False)
    ]
    costs.sort()
    return [places for cost, places in costs if cost <= costs[0][0] + _CLOSE][:_MOST]


def _cost(row: Figures, places: Places, columns: list[Column], usual: float) -> float:
    """How unlike the figures of those columns a row's figures are, and how little the gaps tell of blank cells."""
    unlike = sum(_unlike(text, columns[place]) for text, place in zip(row.texts, places, strict=True))
    unlike += _LATE if row.late and places[0] == 0 else 0.0
    before = (-1, *places)
    skipped = [place - last - 1 for last, place in zip(before, places, strict=False)]
    hints = [max(gap - usual, 0) for gap in row.gaps]
    if any(hints):
        unlike += sum(abs(min(hint, 6) - skip) for hint, skip in zip(hints, skipped, strict=True)) * 0.5
    return unlike


def _column(texts: list[str]) -> Column:
    kinds = [kind(text) for text in texts if says_something(text)]
    if not kinds:
        return None
    decimals = {each.decimals for each in kinds}
    return Kind(
        sum(each.percent for each in kinds) * 2 > len(kinds),
        all(each.money for each in kinds),
        decimals.pop() if len(decimals) == 1 else -1,
        median(each.size for each in kinds),
    )


def _unlike(text: str, column: Column) -> float:
    if not says_something(text):
        return 0.0
    if column is None:
        return 0.5
    own = kind(text)
    cost = 4.0 * (own.percent != column.percent)
    if column.money and not own.money and value(text):
        cost += 2.0
    if column.decimals not in (-1, own.decimals):
        cost += 3.0
    return cost + max(abs(own.size - column.size) - 1.5, 0) * 0.6


def _values(row: Figures, places: Places, width: int) -> list[Decimal | None]:
    found: list[Decimal | None] = [None] * width
    for text, place in zip(row.texts, places, strict=True):
        found[place] = value(text)
    return found
