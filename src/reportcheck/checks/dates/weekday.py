"""Weekdays printed beside dates, in every dress, against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.own_days import OwnDays
from reportcheck.read.times import Time, Times, dated, in_sentences
from reportcheck.words import WEEKDAYS, Day, pattern, said

_NAMES = "Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday|s)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"
_BEFORE = pattern(rf"\b({_NAMES})\b[.,*]{{0,3}}\s*(?:(?:the|of|on|\|)\s+)?$", re.I)
_AFTER = pattern(rf"^,?\s*(?:\(({_NAMES})\)|[,–-]\s*({_NAMES})\b)", re.I)
_HINTS = ("day", "on", "ue", "ed", "hu", "ri", "at", "un")
_REACH, _LEAD = 24, 50
_MANY = 4
"""So many days without a year tell, by their weekdays, of which year they are."""


class Params(NamedTuple):
    """No parameters."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each whole date with a weekday beside it."""
    times = Times.of(paper.outline)
    own = OwnDays.of(paper.outline)
    listed = _listed(times)
    for time in times.times:
        judged = time.form == "day" and (time.year or own.days or time.start in listed)
        found = _named(times.stream.text, time) if judged else None
        if found is None:
            continue
        weekday, span = found
        if time.start in listed:
            days = [listed[time.start]]
        else:
            days = time.readings if time.year else _lately(times, time, own, weekday)
        if days:
            yield _judged(times, time, span, weekday, days)


def _listed(times: Times) -> dict[int, date]:
    """The days without a year of lists that end in a whole date, and of a year that all but one fit."""
    lists = (run for run in in_sentences(times) if run and run[-1].year)
    found = {time.start: day for run in lists for time, day in dated(run) if not time.year}
    return found | _of_one_year(times)


def _of_one_year(times: Times) -> dict[int, date]:
    """The days without a year that stand beside a weekday, where all but one fit one of the paper's years alone."""
    named = [(t, n[0]) for t in times.times if t.form == "day" and not t.year and (n := _named(times.stream.text, t))]
    years = {t.year for t in times.times if t.year}
    fits: dict[int, list[tuple[Time, date, bool]]] = {}
    for year in sorted(years if len(named) >= _MANY else ()):
        days = [(t, Day(t.day, t.month or 0, year).whole, w) for t, w in named]
        fits[year] = [(t, day, day.weekday() == weekday) for t, day, weekday in days if day]
    right = [year for year, days in fits.items() if sum(fit for *_, fit in days) >= len(named) - 1]
    return {time.start: day for time, day, _ in fits[right[0]]} if len(right) == 1 else {}


def _judged(times: Times, time: Time, span: tuple[int, int], weekday: int, days: list[date]) -> Relation:
    """Whether one of the days that a date can stand for is of the weekday beside it, and of which they are if not."""
    fitting = [day for day in days if day.weekday() == weekday]
    days = days if time.year else fitting or days[:1]
    right = " or a ".join(dict.fromkeys(WEEKDAYS[day.weekday()] for day in fitting or days))
    shown = said((fitting or days)[0]) if fitting or len(days) == 1 else time.text
    message = f"{shown} is a {right}{'' if fitting else f', not a {WEEKDAYS[weekday]}'}."
    return times.stream.judged("weekday", span, message, holds=bool(fitting), better=right if len(days) == 1 else "")


def _named(text: str, time: Time) -> tuple[int, tuple[int, int]] | None:
    """The weekday that is printed beside a date, Monday being 0, and where the two stand."""
    before = _BEFORE.search(text, max(0, time.start - _REACH), time.start)
    after = None if before else _AFTER.match(text[time.end : time.end + _REACH])
    if before:
        name, span = before[1], (before.start(1), time.end)
    elif after:
        name, span = after[1] or after[2], (time.start, time.end + after.end())
    else:
        return None
    return next(n for n, w in enumerate(WEEKDAYS) if w.lower().startswith(name.lower()[:3])), span


def _lately(times: Times, time: Time, own: OwnDays, weekday: int) -> list[date]:
    """The days that one without a year can be, the likeliest first; none where another rule tells what is wrong."""
    around = own.around(times.stream.row(time.start))
    days = _near(time, around)
    if "next" not in times.stream.text[max(0, time.start - _REACH - _LEAD) : time.start].lower():
        return days
    coming = [day for day in sorted(days) if day > around[0]][:1]
    passed = any(day <= around[0] and day.weekday() == weekday for day in days)
    # The next meeting of the last paper, which another rule tells.
    return [] if passed and not any(day.weekday() == weekday for day in coming) else coming


def _near(time: Time, own: tuple[date, date]) -> list[date]:
    """The days near to those of a paper's meetings that a day without a year can stand for, the nearest first."""
    if not time.calendar or not time.calendar.day:
        return []
    years = range(own[0].year - 1, own[1].year + 2)
    found = [day for y in years if (day := replace(time.calendar, year=y).whole)]
    return sorted(found, key=lambda day: abs(day - own[1]))
