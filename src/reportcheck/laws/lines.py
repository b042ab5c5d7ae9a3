"""The rows or the columns of a Grid -> Lines: what each is called, what its words promise, what stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportcheck.laws.families import children
from reportcheck.laws.promises import balances, promised, settled, stands
from reportcheck.laws.spots import Spot, columns_of_shares, usual_sort
from reportcheck.model import Grid
from reportcheck.records import record


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


class _Around(NamedTuple):
    """What the lines beside it and over it tell of a row or a column, by its number."""

    sections: Sequence[int]
    less: Sequence[bool]
    dated: Mapping[int, tuple[bool, bool]]
    """Whether it opens and closes an account."""
    shares: frozenset[int]
    """Columns of percentages: a row with a dash for an amount beside its percentage is no row of percentages."""
    under: frozenset[int]
    """Rows that are set in under another."""
    over: frozenset[int]
    """Rows that have such under them, in a table whose first has."""


def lines_of(grid: Grid, named: list[tuple[int, str]], rows: bool, spots: list[list[Spot]]) -> tuple[Line, ...]:
    """The rows, or the columns, of a grid, of each of which its place, its label and its figures are given."""
    around = _rows(grid, named, spots) if rows else _columns(named)
    few = sum(not label.strip() for _, label in named) * 3 <= len(named) + 3
    common = _common_step(spots)
    lines: list[Line] = []
    for index, ((at, label), here) in enumerate(zip(named, spots, strict=True)):
        told, last = promised(label), index + 1 == len(named)
        opening, closing = around.dated.get(index, (told.opening, told.closing))
        lines.append(
            Line(
                label=label,
                at=at,
                section=around.sections[index],
                total=told.total,
                result=told.result,
                opening=opening,
                closing=closing,
                less=told.less or around.less[index],
                owed=told.owed,
                change=told.change,
                rate=told.rate and _may_be_rate(here, common, priced=told.price and not rows),
                memo=told.memo or index in around.under,
                blank=few and told.silent,
                last=last,
                bold=rows and _is_bold(grid, here),
                fine=common > 0 and all(0 < step < common for step in _amounts(here)),
                ends=not last and around.sections[index] != around.sections[index + 1],
                sort=usual_sort([s.sort for s in here if s.column not in around.shares] or [s.sort for s in here]),
                over=index in around.over,
            )
        )
    return tuple(lines)


def _rows(grid: Grid, named: list[tuple[int, str]], spots: list[list[Spot]]) -> _Around:
    places = [at for at, _ in named]
    families = children(grid, places)
    under = frozenset(each for some in families.values() for each in some)
    over = frozenset(families) if 0 in families else frozenset[int]()
    dated = balances([label for _, label in named])
    return _Around(_sections(grid, places), _taken_off(grid, named), dated, columns_of_shares(spots), under, over)


def _columns(named: list[tuple[int, str]]) -> _Around:
    dated = stands([label for _, label in named])
    less = [bool(dated) and settled(label) for _, label in named]
    return _Around([0] * len(named), less, dated, frozenset(), frozenset(), frozenset())


def _is_bold(grid: Grid, spots: list[Spot]) -> bool:
    """Whether a row has figures, and all of them are bold."""
    return bool(spots) and all(grid.cells[s.row][s.column].bold for s in spots)


def _common_step(spots: list[list[Spot]]) -> int:
    """How finely most amounts of a table are printed, the coarser of two; 0 where it has none."""
    steps = Counter(step for some in spots for step in _amounts(some))
    return max(steps, key=lambda step: (steps[step], step), default=0)


def _amounts(spots: list[Spot]) -> list[int]:
    """How finely the amounts of a line are printed."""
    return [s.step for s in spots if s.sort == "amount"]


def _may_be_rate(spots: list[Spot], common: int, *, priced: bool) -> bool:
    """Whether a line whose words say rates or prices has them: its figures are not as coarse as the amounts are."""
    return priced or not (common > 0 and all(step == common for step in _amounts(spots)))


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
