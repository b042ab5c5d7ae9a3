"""Days that stand in a list: down the rows of a paper, or one after another in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportcheck.patterns import pattern
from reportcheck.read.times.grammar import Time
from reportcheck.read.times.paper import Times
from reportcheck.words.calendar import WEEKDAYS, Day

Entry = tuple[Time, date]

_APART, _NEXT = 15, 8
_LEAD = pattern(r"[\s•*|>▪\d.)(-]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?", re.IGNORECASE)
_NTH = pattern(r"(?<=9)(?:st|nd|rd|th)", re.IGNORECASE)
_GAP = pattern(
    r"[\s,;:&|•*-]*(?:and\s+)?(?:at\s+[\d.:]+\s*(?:[ap]\.?m\.?)?)?(?:\([^()\n]{1,70}\))?[\s,;:&|•*-]*(?:and\s+)?",
    re.IGNORECASE,
)
_LONGEST, _NOTED = 30, 90
_HALF = 6
_LEAP = 2024


def down_rows(times: Times) -> Iterator[list[Time]]:
    """Days of one mould that open rows near to one another, or stand one under another in a column."""
    runs: dict[int, list[Time]] = {}
    text = times.stream.text
    for time in times.times:
        row = times.stream.line(time.start)[0]
        begin = max(row, text.rfind("\t", row, time.start) + 1)
        if not _possible(time) or not _LEAD.fullmatch(text, begin, time.start):
            continue
        run = runs.setdefault(text.count("\t", row, begin), [])
        if run and (_mould(time) != _mould(run[-1]) or _far(times, run[-1], time)):
            yield run.copy()
            run.clear()
        run.append(time)
    yield from runs.values()


def in_rows(times: Times) -> Iterator[list[Time]]:
    """Days of one mould, each the only time of its row, in rows near to one another: the entries of an account."""
    by_row = ((row, list(group)) for row, group in groupby(times.times, key=lambda t: times.stream.row(t.start)))
    run: list[Time] = []
    last = 0
    for row, group in by_row:
        time = group[0]
        if len(group) > 1 or not _possible(time):
            continue
        if run and (row - last > _NEXT or _mould(time) != _mould(run[-1])):
            yield run
            run = []
        run.append(time)
        last = row
    yield run


def in_sentences(times: Times) -> Iterator[list[Time]]:
    """Days that stand one after another with hardly a word between them."""
    run: list[Time] = []
    for time in times.times:
        if run and (time.form != "day" or not _beside(times, run[-1], time)):
            yield run
            run = []
        if _possible(time):
            run.append(time)
    yield run


def dated(run: list[Time]) -> list[Entry]:
    """The days of a list, a year left out taken from the next that has one; where none has, from any year."""
    if not any(time.year for time in run):
        return _of_any_year(run)
    found: list[Entry] = []
    year: int | None = None
    for time in reversed(run):
        calendar = time.calendar
        if calendar is None:
            return []
        if found and not calendar.year and year and calendar.month > found[-1][1].month:
            year -= 1
        year = calendar.year or year
        day = Day(calendar.day, calendar.month, year).whole
        if day is None:
            return []
        found.append((time, day))
    return found[::-1]


def _of_any_year(run: list[Time]) -> list[Entry]:
    """Days without years: after December comes January, or before it in a list that runs back."""
    found: list[Entry] = []
    year = _LEAP
    for time in run:
        month = time.month or 0
        step = month - found[-1][1].month if found else 0
        year += (step < -_HALF) - (step > _HALF)
        day = Day(time.day, month, year).whole or Day(time.day, month, _LEAP).whole
        if day is None:
            return []
        found.append((time, day))
    return found


def _possible(time: Time) -> bool:
    return time.form == "day" and bool(time.day) and time.calendar is not None and time.calendar.possible


def _mould(time: Time) -> str:
    """How a day is printed, whether its number has one digit or two, and "st" or "th" behind it."""
    return _NTH.sub("", re.sub(r"9+", "9", time.mould))


def _far(times: Times, one: Time, two: Time) -> bool:
    return times.stream.row(two.start) - times.stream.row(one.start) > _APART


def _beside(times: Times, one: Time, two: Time) -> bool:
    between = times.stream.text[one.end : two.start]
    for name in WEEKDAYS:
        between = between.replace(name, "")
    return len(between) < (_NOTED if "(" in between else _LONGEST) and bool(_GAP.fullmatch(between))
