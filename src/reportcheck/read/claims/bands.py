"""Bands in a table's labels: "From £500 to £1,500", "From £1,501 to £2,500", one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Cell, Claim, Document, Figure, Passage, Table
from reportcheck.patterns import pattern
from reportcheck.read.mentions.numbers import scan

_END = r"[£$€]?\d[\d,.]*[km]?"
_BAND = pattern(
    rf"^(?:from |over |between |above |more than |band [a-z0-9]{{1,2}}:? )?{_END} ?(?:to|-|–|and|up to) ?{_END}$",
    re.IGNORECASE,
)
_FIGURE = "0123456789,.%()£$€ "
_LEAST, _LONGEST = 4, 48


def band_lists(document: Document) -> Iterator[Claim]:
    """Claims "bands": low and high in turn, of four or more bands that follow each other down a column."""
    for table in document.tables:
        if table.rows >= _LEAST:
            yield from _of_table(table)


def _is_band(text: str) -> bool:
    return not (text[-1].isalpha() and text[-1].casefold() not in "km") and _BAND.match(text) is not None


def _of_table(table: Table) -> Iterator[Claim]:
    columns: dict[int, list[Cell]] = {}
    for cell in table.cells:
        printed = cell.text.text
        # Most cells are one figure, without a word or a dash.
        if len(printed) < _LONGEST and printed.strip(_FIGURE) and _is_band(printed.strip()):
            columns.setdefault(cell.column, []).append(cell)
    for cells in columns.values():
        figures: list[Figure] = []
        for cell in sorted(cells, key=lambda c: c.row):
            marks = [m for m in scan(cell.text.text) if m.quantity]
            if len(marks) == 2:
                figures += [Figure(m.text, cell.text.locate(m.start, m.end), m.quantity, cell.text.text) for m in marks]
        if len(figures) >= 2 * _LEAST:
            text = cells[0].text
            roles = ("low", "high") * (len(figures) // 2)
            yield Claim("bands", Passage(text, "paragraph", table.page), 0, len(text.text), tuple(figures), roles)
