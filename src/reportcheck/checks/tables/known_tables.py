"""Grids -> the records of a table that is known by its headings: for each period or service, its named figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from reportcheck.model import Figure, Grid, GridCell, Paper, Quantity
from reportcheck.patterns import Words
from reportcheck.read.once import once
from reportcheck.records import record

_PASSED = ("change", "variance", "difference", "trend", "direction", "target", "movement", "rag", "note", "%")
"""Headings of columns that hold no values of their own."""


class Field(NamedTuple):
    """A figure that such a table prints: the words of its label, what it counts, what it can be."""

    name: str
    label: Words
    """Words that must all stand in the label; alternatives are parted by |. Empty for every other label."""
    unit: Literal["count", "percent", "days", "amount"]
    least: Decimal | None = None
    most: Decimal | None = None
    needed: bool = False
    """Whether a blank cell is worth a word."""
    exact: bool = False
    """Whether one of the alternatives is the whole label, and not some of its words: "A" of council tax bands."""


@record(frozen=True, slots=True)
class Entry:
    """What a table prints for a field in one record; `figure` is None where it prints none."""

    field: Field
    figure: Figure | None
    cell: GridCell
    label: str
    period: str
    grid: Grid
    row: int
    column: int


Record = dict[str, Entry]


def matches(label: str, words: str) -> bool:
    """Whether a printed label has all words of one of the alternatives."""
    return _has(label.lower(), words)


def _has(low: str, words: str) -> bool:
    return any(all(word in low for word in choice) for choice in _choices(words))


@cache
def _choices(words: str) -> tuple[tuple[str, ...], ...]:
    """The alternatives of a rule's label, each in words; a rule's text, asked of every label of a paper."""
    return tuple(tuple(choice.split()) for choice in words.lower().split("|"))


def known(paper: Paper, headings: tuple[str, ...]) -> Iterator[Grid]:
    """The tables in which each heading is found, as a row's label or as a column's."""
    for grid, low in zip(paper.grids, _joined(paper.grids), strict=True):
        if not all(_has(low, words) for words in headings):
            continue
        labels = [label for label in (*grid.row_labels, *grid.column_labels) if label]
        if all(any(matches(label, words) for label in labels) for words in headings):
            yield grid


@once
def _joined(grids: tuple[Grid, ...]) -> tuple[str, ...]:
    """All labels of each table as one: few tables have a schema's words at all, and each is asked by every schema."""
    return tuple("\n".join((*grid.row_labels, *grid.column_labels)).lower() for grid in grids)


def records(grid: Grid, fields: tuple[Field, ...], along: str) -> Iterator[Record]:
    """The table's records: a column each where fields are rows, a row each where fields are columns."""
    rows = [r for r in range(len(grid.cells)) if r not in grid.header_rows]
    columns = [c for c in range(len(grid.column_labels)) if c not in grid.label_columns]
    if along == "rows":
        named = _named(fields, rows, grid.row_labels)
        for c in columns:
            if not any(word in grid.column_labels[c].lower() for word in _PASSED):
                yield {key: _entry(grid, f, r, c) for key, (f, r) in named.items()}
    else:
        named = _named(fields, columns, grid.column_labels)
        for r in rows:
            yield {key: _entry(grid, f, r, c) for key, (f, c) in named.items()}


def _named(fields: tuple[Field, ...], places: list[int], labels: tuple[str, ...]) -> dict[str, tuple[Field, int]]:
    """Which row or column each field is; a field without a label takes all that are left."""
    found: dict[str, tuple[Field, int]] = {}
    taken: set[int] = set()
    for f in fields:
        for place in places:
            if place in taken or not labels[place] or not _is_of(labels[place], f):
                continue
            taken.add(place)
            found[f.name if f.label else f"{f.name} {place}"] = (f, place)
            if f.label:
                break
    return found


def _is_of(label: str, field: Field) -> bool:
    """Whether a row or a column with that label is the field's."""
    if field.exact:
        return " ".join(label.lower().split()) in field.label.lower().split("|")
    return not field.label or matches(label, field.label)


def _entry(grid: Grid, field: Field, row: int, column: int) -> Entry:
    cell = grid.cells[row][column]
    figure = next((f for f in cell.figures if _counts(f, field)), None)
    return Entry(field, figure, cell, grid.row_labels[row], grid.column_labels[column], grid, row, column)


def _counts(figure: Figure, field: Field) -> bool:
    """Whether a figure is of the field's unit."""
    if figure.quantity is None or figure.quantity.blank:
        return False
    unit = figure.quantity.unit
    if field.unit == "percent":
        return unit == "percent"
    if field.unit == "days":
        return unit in (None, "count", "days")
    if field.unit == "count":
        return unit in (None, "count")
    return unit not in ("percent", "points", "bps")


def doubtful(found: list[Record], orders: tuple[tuple[str, str], ...], slips: tuple[tuple[str, str], ...]) -> bool:
    """Whether any figure breaks the schema: asked of plain numbers first, in the schema's own terms.

    Most tables break nothing, and a data frame library takes longer to load than a paper to audit.
    """
    for entries in found:
        printed = {name: e.figure.quantity for name, e in entries.items() if e.figure and e.figure.quantity}
        if any(_out_of_bounds(entries[name].field, quantity) for name, quantity in printed.items()):
            return True
        pairs = ((printed.get(less), printed.get(more)) for less, more in orders)
        if any(a and b and a.interval.low > b.interval.high for a, b in pairs):
            return True
        pairs = ((printed.get(one), printed.get(other)) for one, other in slips)
        if any(a and b and _far_apart(abs(a.value), abs(b.value)) for a, b in pairs):
            return True
    return False


def _out_of_bounds(field: Field, quantity: Quantity) -> bool:
    """Whether a figure is outside its field's limits, rounding aside, or is a count with a fraction."""
    if field.least is not None and quantity.value < field.least and quantity.interval.high < field.least:
        return True
    if field.most is not None and quantity.value > field.most and quantity.interval.low > field.most:
        return True
    return field.unit == "count" and quantity.value % 1 != 0


def _far_apart(one: Decimal, other: Decimal) -> bool:
    """Whether one is about a thousand times the other; a million times is a budget in millions, an actual in pounds."""
    small, large = min(one, other), max(one, other)
    return small >= 10 and 500 * small <= large <= 2000 * small
