"""Records of known tables -> the value that some of their fields must have by the others, as an interval.

An equation is asked of a record only where the table shows that it means it: most rows' sums hold. Of a table with one
or two records all figures must take part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from reportcheck.checks.tables.known_tables import Entry, Record
from reportcheck.model import Interval

_FEW = 3
"""Records; of fewer no habit can be told."""
_MOST = Decimal("0.6")


class Sum(NamedTuple):
    """A field that others add up to, less some; these may be printed with a minus of their own."""

    of: str
    adds: tuple[str, ...]
    takes: tuple[str, ...] = ()


class Expected(NamedTuple):
    """What a field of a record must be, the fields that say so, and how."""

    record: int
    field: str
    by: tuple[str, ...]
    value: Interval
    signs: tuple[int, ...] = ()
    """For each of `by` whether it is added or taken off."""


def expected(found: Sequence[Record], sums: Sequence[Sum]) -> Iterator[Expected]:
    """Every value that must be, in the tables that mean it."""
    for _, numbers in groupby(range(len(found)), key=lambda n: id(_any(found[n]).grid)):
        own = list(numbers)
        for each in sums:
            ways = [[e for n in own if (e := _of_sum(n, found[n], each, sign))] for sign in (-1, 1)]
            best = max(ways, key=lambda way: sum(_holds(found, e) for e in way))
            if len(best) >= _FEW:
                yield from best if _most_hold(found, best) else []
            else:
                yield from (e for e in best if _takes_all(found[e.record], e))


def _any(record: Record) -> Entry:
    return next(iter(record.values()))


def _interval(record: Record, name: str) -> Interval | None:
    figure = record[name].figure if name in record else None
    return figure.quantity.interval if figure and figure.quantity else None


def _of_sum(number: int, record: Record, each: Sum, sign: int) -> Expected | None:
    """The sum of the fields that have figures: at least two, and the first of them."""
    parts = [(name, way) for names, way in ((each.adds, 1), (each.takes, sign)) for name in names]
    there = [(name, way, interval) for name, way in parts if (interval := _interval(record, name))]
    if len(there) < 2 or there[0][0] != each.adds[0] or _interval(record, each.of) is None:
        return None
    value = Interval.exact(0)
    for _, way, interval in there:
        value = value + interval if way > 0 else value - interval
    return Expected(number, each.of, tuple(name for name, *_ in there), value, tuple(way for _, way, _ in there))


def holds(record: Record, each: Expected) -> bool:
    """Whether a record prints what must be."""
    printed = _interval(record, each.field)
    return printed is not None and printed.overlaps(each.value)


def _holds(found: Sequence[Record], each: Expected) -> bool:
    return holds(found[each.record], each)


def _most_hold(found: Sequence[Record], every: Sequence[Expected]) -> bool:
    return sum(_holds(found, each) for each in every) > _MOST * len(every)


def _takes_all(record: Record, each: Expected) -> bool:
    """Whether every figure of the record's row or column takes part."""
    entry = record[each.field]
    rows = {e.row for e in record.values()}
    if len(rows) > 1:
        cells = [row[entry.column] for r, row in enumerate(entry.grid.cells) if r not in entry.grid.header_rows]
    else:
        cells = [cell for c, cell in enumerate(entry.grid.cells[entry.row]) if c not in entry.grid.label_columns]
    return sum(bool(cell.figures) for cell in cells) == len(each.by) + 1
