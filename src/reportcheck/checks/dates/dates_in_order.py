"""Dates that open the rows of a list, one after another: one that is a year away from its place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.checks.judging import judged, shown
from reportcheck.model import Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.read.times import Time, Times, read_times
from reportcheck.words.calendar import Day, digit_slip, said

_APART, _WITHIN = 15, 500
_LONG, _CLOSE = 6, 45
"""So many dates must be in order, and so near to one another, before a day or a month is taken for a slip."""
_LEAD = pattern(r"[\s•*|>▪\d.)(-]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?", re.I)


class Params(NamedTuple):
    """`least`: so many dates make a list."""

    least: int = 5


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each list of dates that are in order but for one."""
    times = read_times(paper.outline)
    for run in _lists(times):
        if len(run) >= params.least:
            yield from _judged(times, run)


Entry = tuple[Time, date]


def _lists(times: Times) -> Iterator[list[Entry]]:
    """Dates of one mould that open rows near to one another, or stand one under another in a column."""
    runs: dict[int, list[Entry]] = {}
    text = times.stream.text
    for time in times.times:
        day = time.date
        row = times.stream.line(time.start)[0]
        begin = max(row, text.rfind("\t", row, time.start) + 1)
        if day is None or not _LEAD.fullmatch(text, begin, time.start):
            continue
        run = runs.setdefault(text.count("\t", row, begin), [])
        if run and (_mould(time) != _mould(run[-1][0]) or _far(times, run[-1][0], time)):
            yield run.copy()
            run.clear()
        run.append((time, day))
    yield from runs.values()


def _mould(time: Time) -> str:
    return re.sub(r"9+", "9", time.mould)


def _far(times: Times, one: Time, two: Time) -> bool:
    return times.stream.row(two.start) - times.stream.row(one.start) > _APART


def _judged(times: Times, run: list[Entry]) -> Iterator[Relation]:
    days = [day for _, day in run]
    first, last = run[0][0], run[-1][0]
    for down in (False, True):
        ordered = [d if not down else date.fromordinal(3_000_000 - d.toordinal()) for d in days]
        breaks = [n for n, (a, b) in enumerate(itertools.pairwise(ordered), start=1) if b < a]
        if not breaks and days[0] != days[-1]:
            message = f"The dates from {said(days[0])} to {said(days[-1])} are in order."
            yield judged(
                "dates", times.stream, (last.start, last.end), message, holds=True, others=[(first.start, first.end)]
            )
            return
        if 0 < len(breaks) <= 2:
            found = [(n, d) for at in breaks for n in (at - 1, at) if (d := _mended(ordered, days, n, down))]
            if len({n for n, _ in found}) == 1 and abs((max(days) - min(days)).days) < 2 * _WITHIN:
                yield _told(times, run, *found[0])
                return


def _near(day: date) -> Iterator[date]:
    """Days that a slip makes of one another: another year, another month, another day of the month by a digit."""
    for year, month, number in (
        *((day.year + by, day.month, day.day) for by in (-1, 1)),
        *((day.year, month, day.day) for month in range(1, 13) if month != day.month),
        *((day.year, day.month, number) for number in range(1, 32) if digit_slip(number, day.day)),
    ):
        if Day(number, month, year).possible:
            yield date(year, month, number)


def _mended(ordered: list[date], days: list[date], at: int, down: bool) -> date | None:
    """The day that a slip makes of this one and that puts all in order."""
    rest = ordered[:at] + ordered[at + 1 :]
    if not 0 < at < len(days) - 1 or any(b < a for a, b in itertools.pairwise(rest)):
        return None
    low, high = sorted((days[at - 1], days[at + 1]))
    if (high - low).days > _WITHIN:
        return None
    day = days[at]
    fitting = [moved for moved in _near(day) if low <= moved <= high]
    turned = [moved for moved in fitting if (moved.month, moved.day) == (day.month, day.day)]
    long = len(days) >= _LONG and (high - low).days < _CLOSE
    return turned[0] if turned else fitting[0] if len(fitting) == 1 and long else None


def _told(times: Times, run: list[Entry], at: int, right: date) -> Relation:
    time, before, after = run[at][0], run[at - 1][0], run[at + 1][0]
    what = "year" if (right.month, right.day) == (run[at][1].month, run[at][1].day) else "date"
    message = (
        f"{shown(times.stream, time)} stands between {shown(times.stream, before)} and {shown(times.stream, after)}: "
        f"its {what} should be {said(right) if what == 'date' else right.year}."
    )
    return judged(
        "dates", times.stream, (time.start, time.end), message, holds=False, better=said(right),
        reason="between its neighbours", others=[(t.start, t.end) for t in (before, after)],
    )  # fmt: skip
