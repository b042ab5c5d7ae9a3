"""Weekdays printed beside dates, against the calendar; and dates that no calendar has."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging.printed import excerpt
from reportcheck.model import Evidence, Figure, Mark, Paper, Passage, Relation, Suggestion
from reportcheck.patterns import pattern
from reportcheck.read.prose.dated import dated
from reportcheck.words.calendar import MONTH_NAMES, WEEKDAYS, YEAR, Day, said

_NAMES = "Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"
_BEFORE = pattern(rf"\b({_NAMES})\.?,?\s+(?:the\s+)?$", re.I)
_AFTER = pattern(rf"^,?\s*\(({_NAMES})\)", re.I)
_ODD = pattern(rf"(?<![\w/.])\d{{1,3}}/\d{{1,3}}/(?:{YEAR}|\d\d)(?![\w/])")

Days = tuple[tuple[Mark, Day], ...]


class Params(NamedTuple):
    """`weekday`: the day's name must fit; `calendar`: the day must exist."""

    test: Literal["weekday", "calendar"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each date that is put to the test."""
    days = {id(passage): found for passage, found in dated(paper)}
    for passage in paper.passages:
        if params.test == "weekday":
            yield from _weekdays(passage, days.get(id(passage), ()))
        else:
            yield from _calendar(passage, days.get(id(passage), ()))


def _weekdays(passage: Passage, days: Days) -> Iterator[Relation]:
    for mark, day in days:
        text = passage.text.text
        named = _BEFORE.search(text[max(0, mark.start - 20) : mark.start])
        start, end = mark.start, mark.end
        if named:
            start = max(0, mark.start - 20) + named.start(1)
        else:
            named = _AFTER.match(text[mark.end : mark.end + 16])
            end = mark.end + named.end() if named else end
        if not named or not day.whole or (day.numeric and max(day.day or 0, day.month) <= 12):
            continue
        right = WEEKDAYS[day.whole.weekday()]
        wrong = next(w for w in WEEKDAYS if w.lower().startswith(named[1].lower()[:3]))
        yield _relation(
            passage, start, end, "weekday", right == wrong,
            f"{said(day.whole)} is a {right}{'' if right == wrong else f', not a {wrong}'}.", right,
        )  # fmt: skip


def _calendar(passage: Passage, days: Days) -> Iterator[Relation]:
    text = passage.text.text
    for mark, day in days:
        if day.day is not None and not day.numeric:
            yield _relation(passage, mark.start, mark.end, "calendar", day.possible, _why(day))
    if text.count("/") < 2:
        return
    for match in _ODD.finditer(text):
        first, second, year = match.group().split("/")
        meant = [_numeric(first, second, year), _numeric(second, first, year)]
        sound = len(first) < 3 and len(second) < 3 and any(day.possible for day in meant)
        if len(year) == 2 and int(first) > 31:
            continue
        mended = ""
        if len(second) == 3 and second[0] == "0" and 1 <= int(second) <= 12:
            mended = f"{first}/{int(second):02}/{year}"
        message = f"{match.group()} is no date: its {'month' if len(second) > 2 else 'day and month'} cannot be."
        if len(second) < 3 and 1 <= meant[0].month <= 12 and (meant[0].day or 0) <= 31:
            message = f"{match.group()} is no date: {_why(meant[0])[0].lower()}{_why(meant[0])[1:]}"
        yield _relation(passage, match.start(), match.end(), "calendar", sound, message, mended)


def _numeric(day: str, month: str, year: str) -> Day:
    return Day(int(day), int(month), int(year) + (2000 if len(year) == 2 else 0), True)


def _why(day: Day) -> str:
    month = MONTH_NAMES[day.month]
    longest = calendar.monthrange(day.year or 2024, day.month)[1]
    in_year = f" in {day.year}" if day.month == 2 and day.year and day.day == 29 else ""
    return f"There is no {day.day} {month}{in_year}: {month} has {longest} days."


def _relation(
    passage: Passage, start: int, end: int, kind: str, holds: bool, message: str, better: str = ""
) -> Relation:
    at = passage.text.locate(start, end)
    if holds and kind == "calendar":
        message = f"{passage.text.text[start:end]} is a day of the calendar."
    figure = Figure(passage.text.text[start:end], at)
    return Relation(
        kind,
        (Evidence(figure, "stated", suspect=not holds),),
        "held" if holds else "broken",
        f"{figure.text} is a date of the calendar." if holds and kind == "calendar" else message,
        location=at,
        suggestion=Suggestion(better) if better and not holds else None,
        quote=excerpt(passage.text.text, start, end),
    )
