"""Rows that no mark parts -> the tables among them, in whichever reading more sums hold."""

from __future__ import annotations

from collections.abc import Mapping

from reportcheck.extract.text import paid, ragged, stacked, upright
from reportcheck.extract.text.footing import holds_in
from reportcheck.extract.text.source import Row
from reportcheck.model import Table

Found = Mapping[int, tuple[int, Table]]
"""Tables by their first row, each with the row after its last."""


def columns_in(rows: list[Row], numbers: frozenset[int], known: Found | None = None) -> dict[int, tuple[int, Table]]:
    """The tables of rows of words and figures, but for those where a table is known."""
    numbers |= {index for first, (last, _) in (known or {}).items() for index in range(first, last)}
    found = {first: (last, table) for first, last, table in ragged.tables(rows, numbers)}
    taken = frozenset(index for first, (last, _) in found.items() for index in range(first, last))
    return {**{first: (last, table) for first, last, table in paid.tables(rows, numbers, taken)}, **found}


def towers_in(rows: list[Row], at: int, end: int, numbers: frozenset[int]) -> dict[int, tuple[int, Table]]:
    """The tables that print one cell a row: each first row, the row after its last, and the table; the sums decide."""
    even = [(first, last + 1, table) for first, last, table in stacked.tables(rows, at, end, numbers)]
    found = {first: (last, table) for first, last, table in even}
    for first, last, table, down in upright.tables(rows, at, end, numbers):
        over = [each for each in even if each[0] < last and first < each[1]]
        held = holds_in(table) + down
        if all(first <= a and b <= last and held > holds_in(each) for a, b, each in over):
            for a, _, _ in over:
                del found[a]
            found[first] = (last, table)
    return found
