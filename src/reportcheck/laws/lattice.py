"""A Grid -> a Lattice: its figures as whole numbers with their rounding, seen row by row or column by column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from reportcheck.laws.coarse import coarsened
from reportcheck.laws.families import children
from reportcheck.laws.promises import balances, promised, settled, stands
from reportcheck.laws.spots import UNKNOWN, Spot, columns_of_shares, spots_of, state_of, usual_sort
from reportcheck.model import Grid
from reportcheck.records import record

T = TypeVar("T")


@record(frozen=True, slots=True)
class Line:
    """A row (or a column) as one thing: what it is called, and what its words promise."""

    label: str
    at: int
    """Its row or column in the grid."""
    section: int
    """How many headings stand before it."""
    total: bool = False
    result: bool = False
    opening: bool = False
    closing: bool = False
    less: bool = False
    owed: bool = False
    """Whether it is what is taken off what one has: creditors, payments."""
    change: bool = False
    rate: bool = False
    memo: bool = False
    blank: bool = False
    last: bool = False
    bold: bool = False
    fine: bool = False
    """Whether its amounts are printed finer than the table's: prices among numbers."""
    ends: bool = False
    """Whether it is the last before a heading."""
    sort: str = "amount"
    over: bool = False
    """Whether its parts are set in under it, in a table that begins so: totals stand before their parts."""


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
    row_lines = _lines(grid, rows_named, True, _spots_in(table))
    column_lines = _lines(grid, [(c, grid.column_labels[c]) for c in columns], False, _spots_in(turned))
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


def _lines(grid: Grid, named: list[tuple[int, str]], rows: bool, spots: list[list[Spot]]) -> tuple[Line, ...]:
    lines: list[Line] = []
    few = sum(not label.strip() for _, label in named) * 3 <= len(named) + 3
    steps = Counter(s.step for some in spots for s in some if s.sort == "amount")
    common = max(steps, key=lambda x: (steps[x], x)) if steps else 0
    sections = _sections(grid, [at for at, _ in named]) if rows else [0] * len(named)
    taken_off = _taken_off(grid, named) if rows else [False] * len(named)
    labels = [label for _, label in named]
    dated = balances(labels) if rows else stands(labels)
    # Beside each amount its percentage may stand: a row with a dash for an amount is no row of percentages.
    shares = columns_of_shares(spots) if rows else frozenset[int]()
    families = children(grid, [at for at, _ in named]) if rows else {}
    under = {each for some in families.values() for each in some}
    for index, (at, label) in enumerate(named):
        told, here = promised(label), spots[index]
        sorts = [s.sort for s in here]
        amounts = [s.step for s in here if s.sort == "amount"]
        usual = common > 0 and all(step == common for step in amounts)
        lines.append(
            Line(
                label=label,
                at=at,
                section=sections[index],
                total=told.total,
                result=told.result,
                opening=dated[index][0] if index in dated else told.opening,
                closing=dated[index][1] if index in dated else told.closing,
                less=told.less or taken_off[index] or (not rows and bool(dated) and settled(label)),
                owed=told.owed,
                change=told.change,
                # Its words say that it holds rates or prices, and its figures are not as coarse as the amounts are.
                rate=told.rate and (not usual or (not rows and told.price)),
                memo=told.memo or index in under,
                blank=few and told.silent,
                last=index == len(named) - 1,
                bold=rows and bool(here) and all(grid.cells[s.row][s.column].bold for s in here),
                fine=common > 0 and all(0 < step < common for step in amounts),
                ends=index + 1 < len(named) and sections[index] != sections[index + 1],
                sort=usual_sort([s.sort for s in here if s.column not in shares] or sorts),
                over=0 in families and index in families,
            )
        )
    return tuple(lines)


def _sections(grid: Grid, rows: list[int]) -> list[int]:
    """How many headings, rows with words and no figures, stand before each of the rows."""
    sections, section, before = [], 0, -1
    for at in rows:
        section += any(cell.text.strip() for row in grid.cells[before + 1 : at] for cell in row)
        sections.append(section)
        before = at
    return sections


def _taken_off(grid: Grid, named: list[tuple[int, str]]) -> list[bool]:
    """Which rows stand under a heading that takes them off, "Less: unpresented cheques", as far as it reaches."""
    found, less, before = [], False, -1
    for at, label in named:
        for row in range(before + 1, at):
            heading = " ".join(cell.text for cell in grid.cells[row]).strip()
            less = promised(heading).less if heading else less
        told = promised(label)
        less = less and not (told.total or told.result or told.silent or told.more)
        found.append(less)
        before = at
    return found


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
