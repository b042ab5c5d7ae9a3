"""What the columns of a table hold: their units and scales, and whether they are of amounts, rates or words."""

from __future__ import annotations

import itertools
import re

from reportcheck.model import GridCell, Quantity, Role, Table
from reportcheck.patterns import pattern
from reportcheck.quantity import MONEY, Unit
from reportcheck.read.grids.cells import blank_of, is_year
from reportcheck.words.units import unit_of

_NOTE = pattern(r"\b(?:notes?|ref(?:erence)?|no\.|page|item|line|code|rank|year of)\b\s*$", re.IGNORECASE)
_CHANGE = pattern(r"\b(?:change|variance|variation|var|movement|difference|increase|decrease|growth)\b", re.IGNORECASE)
_RATE = pattern(r"\b(?:rate|price|average|per|ratio|yield|margin|cost per)\b", re.IGNORECASE)
_WHOLE = pattern(r"\b(?:figures|amounts|values|all) (?:are )?in\b|^\W*in (?:£|\$|€|thousands|millions)", re.IGNORECASE)


def units_of(
    table: Table, texts: list[list[str]], first: int, parts: list[list[str]]
) -> list[tuple[Unit | None, int]]:  # fmt: skip
    """The unit and scale of each column: its own heading's, else the table's."""
    whole = _units_of_table(table, texts[:first], parts)
    columns = []
    for headings in parts:
        known = [u for t in reversed(headings) if (u := unit_of(t[:200])) != (None, 1) and not _WHOLE.search(t)]
        unit, scale = known[0] if known else whole
        if scale == 1 and unit in MONEY:
            scale = whole[1]
        columns.append((unit, scale))
    return columns


def _units_of_table(table: Table, heads: list[list[str]], parts: list[list[str]]) -> tuple[Unit | None, int]:
    """The unit and scale of a whole table: what stands alone in its head or over it, or says that all are in it."""
    singles = [filled[0] for row in heads if len(filled := [t for t in row if t]) == 1]
    for text in (*(parts[0] if parts else ()), *singles, table.caption, table.above):
        unit, scale = unit_of(text[:200])
        if unit in MONEY or (unit is None and scale > 1):
            return unit, scale
    for text in itertools.chain.from_iterable(heads):
        unit, scale = unit_of(text[:200])
        if scale > 1 and _WHOLE.search(text):
            return unit, scale
    return None, 1


def role_of(
    rows: list[tuple[GridCell, ...]], c: int, head: str, labels: tuple[int, ...], first: int, texts: list[list[str]]
) -> Role:
    """What a column holds, from its heading and from its figures."""
    if c in labels:
        return "label"
    body = [row[c] for row in rows[first:] if row[c].text]
    quantities = [f.quantity for cell in body for f in cell.figures if f.quantity]
    if not quantities:
        years = sum(is_year(row[c]) for row in texts[first:])
        return "date" if years * 2 > len(body) > 0 else "text" if body else "blank"
    if sum(bool(cell.figures or blank_of(cell.text)) for cell in body) * 2 < len(body):
        return "text"
    return _role_of_figures(quantities, head)


def _role_of_figures(quantities: list[Quantity], head: str) -> Role:
    """What a column of figures holds: numbers of notes, percentages, changes, rates or amounts."""
    if _NOTE.search(head) and all(abs(q.value) < 1000 for q in quantities):
        return "label"
    if sum(q.unit in ("percent", "points", "bps") for q in quantities) * 2 > len(quantities):
        return "change" if _CHANGE.search(head) else "percent"
    return "rate" if _RATE.search(head) else "amount"
