"""Rows that no mark parts -> the tables among them, in whichever reading more sums hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportcheck.extract.text import flanked, paid, ragged, stacked, upright
from reportcheck.extract.text.footing import holds_in, totals_in
from reportcheck.extract.text.source import Row
from reportcheck.model import Table

Found = dict[int, tuple[int, Table]]
"""Tables by their first row, each with the row after its last."""


def columns_in(rows: list[Row], numbers: frozenset[int], known: Mapping[int, tuple[int, Table]] | None = None) -> Found:
    """The tables of rows of words and figures, but for those where a table is known."""
    numbers |= {index for first, (last, _) in (known or {}).items() for index in range(first, last)}
    found = {first: (last, table) for first, last, table in ragged.tables(rows, numbers)}
    _better(found, flanked.tables(rows, numbers))
    taken = frozenset(index for first, (last, _) in found.items() for index in range(first, last))
    return {**{first: (last, table) for first, last, table in paid.tables(rows, numbers, taken)}, **found}


def towers_in(rows: list[Row], at: int, end: int, numbers: frozenset[int]) -> Found:
    """The tables that print one cell a row; the sums decide."""
    even = [(first, last + 1, table) for first, last, table in stacked.tables(rows, at, end, numbers)]
    found = {first: (last, table) for first, last, table in even}
    for first, last, table, down in upright.tables(rows, at, end, numbers):
        over = [each for each in even if each[0] < last and first < each[1]]
        held = holds_in(table) + down
        if all(first <= a and b <= last and held > holds_in(each) for a, b, each in over):
            for a, _, _ in over:
                del found[a]
            found[first] = (last, table)
    _better(found, flanked.towers(rows, at, end, numbers))
    return found


def _better(found: Found, others: Iterable[tuple[int, int, Table]]) -> None:
    """Other readings in place of those of the same rows, where more sums hold in them."""
    for first, last, table in others:
        over = [begin for begin, (end, _) in found.items() if begin < last and first < end]
        if _worth(table) > sum(_worth(found[begin][1]) for begin in over):
            for begin in over:
                del found[begin]
            found[first] = (last, table)


def _worth(table: Table) -> int:
    return holds_in(table) + totals_in(table)
