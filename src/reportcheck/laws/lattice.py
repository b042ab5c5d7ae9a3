"""A Grid -> a Lattice: its figures as whole numbers with their rounding, seen row by row or column by column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from reportcheck.laws.coarse import coarsened
from reportcheck.laws.lines import Line, lines_of
from reportcheck.laws.spots import UNKNOWN, Spot, spots_of, state_of
from reportcheck.model import Grid
from reportcheck.records import record

T = TypeVar("T")


@record(frozen=True, slots=True)
class View:
    """The lattice along one axis: `value[line][lane]`, with the state of each place and the spot there."""

    across: bool
    """False: the lines are rows. True: the lines are columns."""
    lines: tuple[Line, ...]
    lanes: tuple[Line, ...]
    value: tuple[tuple[int, ...], ...]
    slack: tuple[tuple[int, ...], ...]
    state: tuple[tuple[int, ...], ...]
    spot: tuple[tuple[int, ...], ...]
    sort: tuple[tuple[str, ...], ...]
    one: int
    """What the value 1 is in the lattice's whole numbers."""
    sizes: tuple[frozenset[int], ...]
    """The sizes of all figures in each lane."""
    largest: tuple[int, ...]
    """The largest of them."""
    order: tuple[tuple[int, ...], ...]
    """The lanes in which each line has a figure, the largest first: they tell most."""
    even: tuple[bool, ...]
    """Lanes of one sort without unknown entries, where any lines may be added up unseen."""
    by_lane: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    """The values and the slacks of each lane."""
    less: frozenset[int]
    """The lines that say that they are to be taken off."""


@record(frozen=True, slots=True)
class Lattice:
    """All figures of a grid that arithmetic may relate, and the two views of them."""

    grid: Grid
    spots: tuple[Spot, ...]
    one: int
    """What the value 1 is in the lattice's whole numbers."""
    down: View
    over: View
    rows: Mapping[int, Sequence[Spot]]
    columns: Mapping[int, Sequence[Spot]]
    """The spots of each row and of each column of the grid, in order."""


def lattice_of(grid: Grid) -> Lattice | None:
    """The grid's lattice; None where it has too few figures for any law."""
    printed, one = spots_of(grid)
    if not printed:
        return None
    spots = coarsened(printed)
    parts = 1 + max(s.part for s in spots)
    rows = sorted({(s.row, s.part) for s in spots})
    columns = sorted({s.column for s in spots})
    at = {(s.row, s.part, s.column): s for s in spots}
    labels = [_part_label(grid, key, columns, at) if parts > 1 else grid.row_labels[key[0]] for key in rows]
    table = [[at.get((r, p, c)) for c in columns] for r, p in rows]
    turned = [list(x) for x in zip(*table, strict=True)]
    rows_named = [(r, label) for (r, _), label in zip(rows, labels, strict=True)]
    row_lines = lines_of(grid, rows_named, True, _spots_in(table))
    column_lines = lines_of(grid, [(c, grid.column_labels[c]) for c in columns], False, _spots_in(turned))
    state = _states(grid, [r for r, _ in rows], columns, table)
    del at
    down = _view(one, False, row_lines, column_lines, table, state)
    over = _view(one, True, column_lines, row_lines, turned, [list(x) for x in zip(*state, strict=True)])
    in_rows, in_columns = defaultdict(list), defaultdict(list)
    for spot in spots:
        in_rows[spot.row].append(spot)
        in_columns[spot.column].append(spot)
    return Lattice(grid, spots, one, down, over, in_rows, in_columns)


def _states(grid: Grid, rows: list[int], columns: list[int], table: list[list[Spot | None]]) -> list[list[int]]:
    """What stands in each place of a table: a figure, nothing, or what is not known."""
    return [
        [state_of(grid.cells[r][c], spot is not None) for c, spot in zip(columns, line, strict=True)]
        for r, line in zip(rows, table, strict=True)
    ]


def _spots_in(table: list[list[Spot | None]]) -> list[list[Spot]]:
    """The figures of each line of a table, without its gaps."""
    return [[spot for spot in line if spot] for line in table]


def _part_label(grid: Grid, key: tuple[int, int], columns: list[int], at: dict[tuple[int, int, int], Spot]) -> str:
    """The row's label, with the words after its first figure where a cell holds several."""
    row, part = key
    for c in columns:
        spot = at.get((row, part, c))
        if spot and len(grid.cells[row][c].figures) > 1:
            text = grid.cells[row][c].text
            after = text.partition(spot.figure.text)[2]
            words = re.match(r"\W*([^()\d]{2,60})", after)
            return f"{grid.row_labels[row]} ({words.group(1).strip()})" if words else grid.row_labels[row]
    return grid.row_labels[row]


def _view(
    one: int, across: bool, lines: tuple[Line, ...], lanes: tuple[Line, ...], table: list[list[Spot | None]],
    state: list[list[int]],
) -> View:  # fmt: skip
    value = _each(table, attrgetter("value"), 0)
    slack = _each(table, attrgetter("slack"), 0)
    spot = _each(table, attrgetter("index"), -1)
    sort = _each(table, attrgetter("sort"), "")
    turned = _spots_in([list(lane) for lane in zip(*table, strict=True)])
    sizes = tuple(frozenset(abs(s.value) for s in lane) for lane in turned)
    largest = tuple(max(lane, default=0) for lane in sizes)
    order = tuple(_largest_first(row, sized) for row, sized in zip(table, value, strict=True))
    known = (UNKNOWN not in lane for lane in zip(*state, strict=True))
    even = tuple(len({s.sort for s in lane}) < 2 and all_known for lane, all_known in zip(turned, known, strict=True))
    by_lane = tuple(zip(zip(*value, strict=True), zip(*slack, strict=True), strict=True))
    less = frozenset(i for i, line in enumerate(lines) if line.less)
    states = tuple(map(tuple, state))
    return View(across, lines, lanes, value, slack, states, spot, sort, one, sizes, largest, order, even, by_lane, less)


def _each(table: list[list[Spot | None]], told: Callable[[Spot], T], gap: T) -> tuple[tuple[T, ...], ...]:
    """What each figure of a table tells, and what stands for a gap."""
    return tuple(tuple(told(s) if s else gap for s in row) for row in table)


def _largest_first(row: list[Spot | None], value: tuple[int, ...]) -> tuple[int, ...]:
    """Where a line has figures, those that tell most first."""
    return tuple(sorted((i for i, s in enumerate(row) if s), key=lambda i: -abs(value[i])))
