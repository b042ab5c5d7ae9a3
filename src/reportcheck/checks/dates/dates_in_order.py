"""Dates that open the rows of a list, one after another: one that is a year away from its place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.checks.judging.times import judged, shown
from reportcheck.model import Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.read.times.grammar import Time
from reportcheck.read.times.paper import Times, read_times
from reportcheck.words.calendar import said

_APART, _WITHIN = 15, 500
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
    """Dates of one mould that open rows near to one another."""
    run: list[Entry] = []
    for time in times.times:
        day = time.calendar.whole if time.form == "day" and time.calendar else None
        begin = times.stream.line(time.start)[0]
        if day is None or not _LEAD.fullmatch(times.stream.text, begin, time.start):
            continue
        if run and (_mould(time) != _mould(run[-1][0]) or _far(times, run[-1][0], time)):
            yield run
            run = []
        run.append((time, day))
    yield run


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


def _mended(ordered: list[date], days: list[date], at: int, down: bool) -> date | None:
    """The day of a neighbouring year that puts all in order."""
    rest = ordered[:at] + ordered[at + 1 :]
    if not 0 < at < len(days) - 1 or any(b < a for a, b in itertools.pairwise(rest)):
        return None
    low, high = sorted((days[at - 1], days[at + 1]))
    if (high - low).days > _WITHIN:
        return None
    day = days[at]
    for by in (-1, 1):
        if (day.month, day.day) != (2, 29) and low <= (moved := day.replace(year=day.year + by)) <= high:
            return moved
    return None


def _told(times: Times, run: list[Entry], at: int, right: date) -> Relation:
    time, before, after = run[at][0], run[at - 1][0], run[at + 1][0]
    message = (
        f"{shown(times.stream, time)} stands between {shown(times.stream, before)} and {shown(times.stream, after)}: "
        f"its year should be {right.year}."
    )
    return judged(
        "dates", times.stream, (time.start, time.end), message, holds=False, better=said(right),
        reason="the year of its neighbours", others=[(t.start, t.end) for t in (before, after)],
    )  # fmt: skip
