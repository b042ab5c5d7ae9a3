"""What a sheet holds: its cells by row and column, each as it is shown and as it was entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from reportcheck.records import record


class SheetCell(NamedTuple):
    """One cell. `entry` is the formula behind it, which begins with =, or "'" where a figure was entered as text."""

    text: str
    entry: str = ""
    bold: bool = False
    rows: int = 1
    columns: int = 1
    indent: float = 0.0


@record(frozen=True, slots=True)
class Sheet:
    """A sheet: (row, column) from 0 -> cell, blank ones left out."""

    name: str
    cells: Mapping[tuple[int, int], SheetCell]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unstored: tuple[str, ...] = ()
    """Cells whose formula has no stored value: "B4"."""
    widths: Mapping[int, float] = field(default_factory=dict)
