"""A table's printed row -> its cells: every figure with its unit, scale, place, label and period."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from reportcheck.model import Cell, Figure, GridCell
from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity, Unit
from reportcheck.read.grids.cells import read_cell
from reportcheck.words.names import short
from reportcheck.words.units import unit_of

_CHANGE = pattern(r"\b(?:change|variance|movement|difference)\b", re.IGNORECASE)
_FALLS = frozenset("▼▽↓⬇⇩")
"""Arrows that are the minus sign of a column of changes; elsewhere they tell of a trend."""


class Column(NamedTuple):
    """What a column's figures have in common: heading, and that as a place; unit; whether a bare year is a figure."""

    head: str
    where: str
    unit: tuple[Unit | None, int]
    years: bool


def unread(cell: Cell | None) -> GridCell:
    """A cell in which no figure is looked for: a label's or a header's."""
    return GridCell(cell.text.text, (), cell.bold, cell.indent) if cell else GridCell("")


def read_row(row: list[Cell | None], name: str, columns: list[Column | None], page: int) -> tuple[GridCell, ...]:
    """The cells of a row of figures: None stands for a column of labels. By its name a row may be percentages."""
    unit = unit_of(name) if "%" in name or "cent" in name.casefold() else (None, 1)
    share = unit if unit[0] == "percent" else None
    where = f"row {short(name)}" if name else ""
    return tuple(
        [
            _read(cell, name, where, column, share or column.unit, page) if cell and column else unread(cell)
            for cell, column in zip(row, columns, strict=True)
        ]
    )


def _read(cell: Cell, name: str, row: str, column: Column, unit: tuple[Unit | None, int], page: int) -> GridCell:
    text = cell.text
    marks = read_cell(text.text, column.years)
    if not marks:
        return GridCell(text.text, (), cell.bold, cell.indent)
    where = f"{row}, {column.where}" if row and column.where else row or column.where or f"page {page}"
    if len(marks) > 1 and unit[0] == "percent":
        unit = (None, 1)
    figures = []
    falls = not _FALLS.isdisjoint(text.text) and _CHANGE.search(column.head) is not None
    for mark in marks:
        quantity = _scaled(mark.quantity, unit)
        if falls and quantity is not None and quantity.value > 0:
            quantity = replace(quantity, value=-quantity.value)
        place = text.locate(mark.start, mark.end, where)
        figures.append(Figure(mark.text, place, quantity, name, column.head))
    return GridCell(text.text, tuple(figures), cell.bold, cell.indent)


def _scaled(quantity: Quantity | None, unit: tuple[Unit | None, int]) -> Quantity | None:
    """The quantity with the unit and scale that its heading gives; its own, where it prints them, are stronger."""
    if quantity is None or quantity.unit in ("percent", "points", "bps") or unit == (None, 1):
        return quantity
    name, scale = unit
    if name in ("percent", "points", "bps"):
        return quantity if quantity.unit else replace(quantity, unit=name)
    if quantity.scale > 1:
        scale = 1
    return Quantity(
        quantity.text, quantity.value * scale, quantity.unit or name, quantity.scale * scale, quantity.step * scale,
        quantity.approximate, quantity.blank,
    )  # fmt: skip
