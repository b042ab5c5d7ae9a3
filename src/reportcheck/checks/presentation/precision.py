"""Figures printed finer or coarser than their siblings: 12.34% in a column, or a series, of one-place percentages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging.claims import HUNDRED
from reportcheck.checks.judging.printed import listed, row_of
from reportcheck.checks.presentation.columns import Column, figure_columns, set_apart
from reportcheck.model import Figure, Grid, Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.records import record

_PLACES = pattern(r"\d(?:\.(\d+))?(?![\d.,])|\.(\d+)")
_COUNTS = ("no decimals", "one decimal", "two decimals", "three decimals", "four decimals")
_OWN = pattern(r"\b(?:per|cents?|pence|rates?|ratio|average|mean|median|price|days|weeks|hours)\b|[£$€%]", re.I)
"""Words of a row whose amounts are in a unit of its own."""
_CHOSEN = pattern(r"\b(?:targets?|standards?|limits?|thresholds?|goals?|tolerances?|trajector\w+|plan)\b", re.I)
"""Words of figures that were set and not measured: they are round."""
_MONEY = ("GBP", "EUR", "USD")


class Params(NamedTuple):
    """How many siblings there must be, down a column and along a row, and how many times as many as odd figures."""

    column: int = 6
    row: int = 4
    times: int = 4


@record(frozen=True, slots=True)
class _Seen:
    """A figure in its place with its sort ("%", "£m", "") and its number of decimals."""

    row: int
    column: int
    figure: Figure
    sort: str
    places: int


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each table with figures to compare, and one for each column or series with odd ones."""
    for _, columns in itertools.groupby(figure_columns(paper.grids), key=lambda column: id(column.grid)):
        yield from _judged(list(columns), params)


def _judged(columns: list[Column], params: Params) -> Iterator[Relation]:
    grid = columns[0].grid
    if not any("." in cell.text for row in grid.cells for cell in row if cell.figures):
        return
    seen = _seen(columns)
    if len(seen) < params.row + 1:
        return
    told: set[int] = set()
    tested = False
    for down in (True, False):
        for line in _lines(seen, down):
            usual, odd = _odd(line, params.column if down else params.row, params.times if down else len(line))
            tested = tested or usual is not None
            odd = [s for s in odd if id(s) not in told and not _in_style(seen, s, down)]
            if usual is not None and odd and _alike(line, usual, params.column):
                told.update(map(id, odd))
                yield _told(grid, odd, line, usual, down)
    if tested and not told:
        message = f"The figures of {grid.name} are printed as finely as their siblings are."
        yield Relation("presentation", (), "held", message, location=seen[0].figure.location)


def _seen(columns: list[Column]) -> list[_Seen]:
    """The table's figures, row by row; 0 and 100 are exact however they are printed."""
    found: list[_Seen] = []
    for grid, number, places in columns:
        for r, figure, quantity in places:
            if r in grid.header_rows or not grid.row_labels[r] or not quantity.value or quantity.value == HUNDRED:
                continue
            match = _PLACES.search(figure.text)
            if match is not None:
                found.append(_Seen(r, number, figure, _sort(figure), len(match[1] or match[2] or "")))
    return sorted(found, key=lambda s: (s.row, s.column))


def _sort(figure: Figure) -> str:
    """What a figure is printed as: per cent, money and its scale, or a number alone."""
    quantity = figure.quantity
    assert quantity is not None
    if quantity.unit in ("percent", "points", "bps"):
        return quantity.unit
    suffix = figure.text.rstrip(") ")[-1:]
    return f"{quantity.unit if quantity.unit in _MONEY else ''}{suffix if suffix.isalpha() else ''}"


def _lines(seen: list[_Seen], down: bool) -> Iterator[list[_Seen]]:
    """The figures of one sort of each column, or the percentages of each row."""
    groups: dict[tuple[int, str], list[_Seen]] = {}
    for s in seen:
        if down or s.sort == "percent":
            groups.setdefault((s.column if down else s.row, s.sort), []).append(s)
    yield from groups.values()


def _odd(line: list[_Seen], least: int, times: int) -> tuple[int | None, list[_Seen]]:
    """How many decimals nearly all figures of a line have, None where it varies, and the figures that have not."""
    if len(line) < least:
        return None, []
    (usual, count), *_ = Counter(s.places for s in line).most_common(1)
    odd = [s for s in line if s.places != usual]
    if count < least or len(odd) * min(times, count) > count:
        return None, []
    return usual, [s for s in odd if not _has_reason(s, usual)]


def _has_reason(odd: _Seen, usual: int) -> bool:
    """Whether a figure is finer because it is small, or belongs to a row with a unit of its own."""
    quantity = odd.figure.quantity
    if quantity is not None and odd.places > usual and abs(quantity.value) < 1:
        return True
    if odd.places < usual and _CHOSEN.search(f"{odd.figure.label} {odd.figure.period}"):
        return True
    return odd.sort != "percent" and _OWN.search(odd.figure.label) is not None


def _in_style(seen: list[_Seen], odd: _Seen, down: bool) -> bool:
    """Whether the line that crosses at an odd figure is printed as it is: a row of thresholds, a column of changes."""
    if down:
        crossing = [s for s in seen if s.row == odd.row and s is not odd]
    else:
        crossing = [s for s in seen if s.column == odd.column and s.sort == odd.sort and s is not odd]
    alike = sum(s.places == odd.places for s in crossing)
    return alike > 0 and alike * 2 >= len(crossing)


def _alike(line: list[_Seen], usual: int, least: int) -> bool:
    """Whether a line's figures measure one thing: rates that are fixed repeat, and bare numbers may count anything."""
    if len({s.figure.text for s in line}) * 2 <= len(line):
        return False
    return any(s.sort for s in line) or (usual > 0 and len(line) >= 2 * least)


def _told(grid: Grid, odd: list[_Seen], line: list[_Seen], usual: int, down: bool) -> Relation:
    """One relation for a line, however many of its figures are odd."""
    figures = [s.figure for s in odd]
    one, places = len(odd) == 1, {s.places for s in odd}
    head = grid.column_labels[odd[0].column] if down else grid.row_labels[odd[0].row]
    where = f"{'column' if down else 'row'} “{head[:60].strip()}”" if head else "column" if down else "row"
    own = _decimals(places.pop()) if len(places) == 1 else "other numbers of decimals"
    message = (
        f"{listed([f.text for f in figures])} {'has' if one else 'have'} {own}, where the other "
        f"{len(line) - len(odd)} figures of the {where} have {_decimals(usual)}."
    )
    return set_apart(figures, message, row_of(grid, odd[0].row))


def _decimals(places: int) -> str:
    return _COUNTS[places] if places < len(_COUNTS) else f"{places} decimals"
