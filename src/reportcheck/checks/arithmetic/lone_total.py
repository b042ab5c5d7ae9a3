"""A list of one item and its total: the two figures are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.model import Figure, Grid, Paper, Quantity, Relation
from reportcheck.read.facts.slips import one_slip
from reportcheck.words import pattern


class Params(NamedTuple):
    """The labels that promise the sum of what stands above them, and how few rows such a table has."""

    label: str = r"(?:grand |sub-?)?totals?(?: paid| payable| payments?)?:?"
    rows: int = 4


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each table that ends in a total under a single figure."""
    label = pattern(params.label, re.IGNORECASE)
    for grid in paper.grids:
        if grid.table.rows <= params.rows and label.fullmatch(grid.row_labels[-1].strip()):
            yield from _judged(grid)


def _judged(grid: Grid) -> Iterator[Relation]:
    last = len(grid.cells) - 1
    columns = [c for c in range(len(grid.cells[last])) if c not in grid.label_columns]
    pairs = [_pair(grid, column) for column in columns]
    if len(pairs) != 1 or pairs[0] is None:
        return
    (part, amount), (total, whole) = pairs[0]
    held = amount.interval.overlaps(whole.interval)
    # A list may have lost its other items to the page before: only a slip of the one amount is told.
    if not held and not one_slip(amount, whole):
        return
    right = printed_like(amount.value, whole)
    yield Relation.judged(
        "lone-total",
        total,
        held,
        f"The only amount above the total is {amount.bare}, and so is the total."
        if held
        else f"Total is printed as {whole.bare}, but the only amount above it is {amount.bare}.",
        by=(part,),
        suspect=False,
        sum=f"{amount.bare} = {right}",
        better=right,
        why="the only amount above it",
        sure=False,
        quote=grid.row_text(last),
    )


def _pair(grid: Grid, column: int) -> tuple[tuple[Figure, Quantity], tuple[Figure, Quantity]] | None:
    """The column's figures where there are two, in the last two rows, in pounds and pence or another currency."""
    found = [
        (row, cells[column].figure) for row, cells in enumerate(grid.cells) if cells[column].figures
    ]  # A cell with several figures is no amount.
    if [row for row, _ in found] != [len(grid.cells) - 2, len(grid.cells) - 1]:
        return None
    part, total = (figure for _, figure in found)
    if part is None or total is None or part.quantity is None or total.quantity is None:
        return None
    if part.quantity.unit != total.quantity.unit or part.quantity.kind != "money":
        return None
    return (part, part.quantity), (total, total.quantity)
