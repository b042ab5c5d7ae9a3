"""Statements of tables -> series over time: the twelve months of a column, the years of a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportcheck.model import Figure, Grid, Span, Statement
from reportcheck.records import record
from reportcheck.words.calendar import MONTH_NAMES, MONTHS
from reportcheck.words.spans import quarters_in
from reportcheck.words.stems import stems

_LEAST = {"month": 4, "quarter": 3, "year": 3}
Time = tuple[str, int, int]
"""A month ("month", 12, 2024), a quarter ("quarter", 3, 2024) or a year that begins in ("year", 2024, 2024).

The last is the calendar year that it begins in; 0 where none is told.
"""


@record(frozen=True, slots=True)
class Series:
    """One measure at several times: its points in the order of the table, and the words that name it."""

    kind: str
    points: tuple[tuple[Time, Figure], ...]
    words: frozenset[str]
    label: str
    """The row or the column that it is, as printed."""

    def at(self, time: Time) -> Figure | None:
        """The figure at a time; a time without a year is any year's."""
        return next((f for t, f in self.points if same(t, time)), None)


def same(one: Time, other: Time) -> bool:
    """Whether two times can be one."""
    return one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2])


def read_series(statements: Iterable[Statement], grids: Sequence[Grid]) -> Iterator[Series]:
    """The series of a paper's tables: down a column with times as labels, along a row with times as headings."""
    lines: dict[tuple[object, ...], list[tuple[Time, Statement]]] = {}
    for statement in statements:
        if statement.source == "table" and statement.figure.quantity and not statement.figure.quantity.blank:
            placed = _placed(statement)
            if placed:
                direction, place, time = placed
                line = statement.table, direction, place, statement.setting, time[0]
                lines.setdefault(line, []).append((time, statement))
    for (_, way, _, _, kind), found in lines.items():
        times = [time for time, _ in found]
        units = {s.figure.quantity.unit for _, s in found if s.figure.quantity}
        if len(found) < _LEAST[str(kind)] or len(set(times)) != len(times) or len(units) != 1:
            continue
        first = found[0][1]
        label = first.after if way == "down" else first.before
        caption = grids[first.table].table.caption if first.table >= 0 else ""
        words = stems(label) | (stems(caption) if caption else first.setting)
        yield Series(str(kind), tuple((t, s.figure) for t, s in found), words, label)


def _placed(statement: Statement) -> tuple[str, object, Time] | None:
    """Which way a figure's series can run, down a column or along a row, which column or row, and the figure's time."""
    tabled = statement.table >= 0
    label = statement.before if tabled else statement.before.rpartition(" ")[2]
    down = time_of(label, statement.spans)
    along = time_of(statement.after, statement.spans)
    if down and not (along and along[0] != "year" and down[0] == "year"):
        return "down", statement.column if tabled else statement.after, down
    return ("along", statement.row if tabled else statement.before, along) if along else None


def time_of(label: str, spans: frozenset[Span]) -> Time | None:
    """The time that a label is, with the year that the cell's own times give it; None where it is no time."""
    bare = label.strip(" *:").lower()
    if not bare or len(bare) > 24:
        return None
    span = next(iter(spans)) if len(spans) == 1 else None
    number = _month_in(bare)
    if number:
        return "month", number, span.first.year if span and span.kind == "month" and span.first.month == number else 0
    year = span.first.year if span and span.kind in ("span", "year") else 0
    quarters = quarters_in(bare)
    if len(quarters) == 1:
        return "quarter", next(iter(quarters)), year
    return ("year", year, year) if year and bare[:4] == str(year) else None


def _month_in(bare: str) -> int:
    """The month that a label in small letters is: "april", "apr-24", "march 2025"; 0 where it is none."""
    word, _, rest = bare.partition(" ")
    number = MONTHS.get(word.strip(".,")) or MONTHS.get(word.partition("-")[0]) or 0
    return number if not rest or rest.strip("'’").isdecimal() or "-" in word else 0


def name_of(time: Time, figure: Figure) -> str:
    """A time as people say it; a year as the figure's row or column prints it."""
    kind, number, year = time
    if kind == "month":
        return f"{MONTH_NAMES[number]} {year}" if year else MONTH_NAMES[number]
    if kind == "quarter":
        return f"Quarter {number}"
    printed = next((text for text in (figure.period, figure.label) if text[:4] == str(number)), "")
    return printed or f"{number}/{(number + 1) % 100:02}"
