"""A Grid -> its spots: the figures that arithmetic may relate, as whole numbers with their rounding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportcheck.model import Figure, Grid, GridCell
from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity
from reportcheck.read.grids.cells import blank_of, damaged_figure, is_garbled, is_series, plain_figure
from reportcheck.records import record

_CODE = pattern(r"\W*0\d+")
"""What begins with a nought is a number of a fund or an account, and no amount."""
MIXED = 3
"""A column of so many figures or fewer has no habit of where it prints its unit."""
NONE, FIGURE, NIL, UNKNOWN = 0, 1, 2, 3


@record(frozen=True, slots=True)
class Spot:
    """A figure of the lattice: twice its value in whole numbers, and its half step in the same."""

    index: int
    row: int
    column: int
    part: int
    value: int
    slack: int
    """Half of what it is rounded to."""
    step: int
    """What one is worth in its last printed digit."""
    sort: str
    """What it may be added to: amounts to amounts, percentages to percentages."""
    figure: Figure

    @property
    def coarse(self) -> bool:
        """Whether it is rounded to more than its last digit."""
        return 2 * self.slack > self.step


def spots_of(grid: Grid) -> tuple[tuple[Spot, ...], int]:
    """The grid's spots, and what the value 1 is in their whole numbers; none where they are too few."""
    places = list(_places(grid))
    if len(places) < 3:
        return (), 0
    steps = {quantity.step for *_, quantity in places}
    finest = max(map(_places_of, steps))
    power = Decimal(10) ** finest
    # What is printed finer than that is as fine as that: a step of nought would be no step.
    slacks = {step: max(int(step * power), 1) for step in steps}
    points = _of_points(places)
    spots = []
    for index, (row, column, part, figure, quantity) in enumerate(places):
        sort = quantity.unit if quantity.unit in ("percent", "points", "bps") and column not in points else "amount"
        value, slack = int(quantity.value * power * 2), slacks[quantity.step]
        spots.append(Spot(index, row, column, part, value, slack, 2 * slack, sort or "amount", figure))
    return tuple(spots), 2 * 10**finest


def usual_sort(sorts: Sequence[str]) -> str:
    """The sort that most have."""
    return max(set(sorts), key=lambda x: (sorts.count(x), x == "amount", x))


def columns_of_shares(rows: list[list[Spot]]) -> frozenset[int]:
    """The columns in which most figures are percentages."""
    sorts: dict[int, list[str]] = defaultdict(list)
    for spot in (spot for row in rows for spot in row):
        sorts[spot.column].append(spot.sort)
    return frozenset(column for column, some in sorts.items() if usual_sort(some) == "percent")


def _of_points(places: Sequence[tuple[int, int, int, Figure, Quantity]]) -> set[int]:
    """The columns that print their per cent at the top and at the end only, as accounts do their currency.

    They are set out as an account is, and are added up as one.
    """
    columns: dict[int, list[Quantity]] = {}
    for _, column, _, _, quantity in places:
        columns.setdefault(column, []).append(quantity)
    return {
        column
        for column, quantities in columns.items()
        if len(quantities) > MIXED
        and quantities[0].unit == quantities[-1].unit == "percent"
        and {q.unit for q in quantities} == {"percent", None}
        and len({q.step for q in quantities}) == 1
    }


def _places(grid: Grid) -> Iterator[tuple[int, int, int, Figure, Quantity]]:
    """The row, the column and the part of each figure that may be a spot."""
    headers = set(grid.header_rows)
    columns = [
        c
        for c, role in enumerate(grid.column_roles)
        if role not in ("label", "text", "date", "blank") and c not in grid.label_columns
    ]
    for r, row in enumerate(grid.cells):
        if r in headers:
            continue
        for c in columns:
            cell = row[c]
            if cell.figures and _is_read(cell):
                for part, figure in enumerate(cell.figures):
                    quantity = figure.quantity
                    if quantity is not None and quantity.value.adjusted() < 15 and not _CODE.fullmatch(quantity.text):
                        yield r, c, part, figure, quantity


def _is_read(cell: GridCell) -> bool:
    """Whether a cell is figures and no more: one, a damaged one, or several that each have their own words."""
    if plain_figure(cell.text):
        return True
    return (is_series(cell.text) and len(cell.figures) <= 4) or damaged_figure(cell.text) is not None


def _places_of(step: Decimal) -> int:
    """How many decimal places a step of so much is printed with; nine at most."""
    exponent = step.normalize().as_tuple().exponent
    return min(max(-exponent, 0), 9) if isinstance(exponent, int) else 0


def state_of(cell: GridCell, figure: bool) -> int:
    """What a place is for sums: a figure, nothing, nil, or not known."""
    if figure:
        return FIGURE
    if not cell.text.strip():
        return NONE
    blank = blank_of(cell.text)
    if blank == "dash":
        return NIL
    return UNKNOWN if blank or is_garbled(cell.text) or cell.figures else NONE
