"""Periods that say how long they are, against the dates that they run from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging import excerpt
from reportcheck.model import Figure, Paper, Passage, Relation
from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.words.calendar import ANY_MONTH, MONTH_NAMES, YEAR, Day, nights, parse_day
from reportcheck.words.numbers import COUNT, count_of

_MONTH = rf"{ANY_MONTH}\.?"
_MONTHS = [name[:3] for name in MONTH_NAMES[1:]]
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}(?:,?\s+{YEAR})?"
_RANGE = pattern(rf"(?P<a>\b{_DATE})\s*(?:to|until|through|up to|[-–—])\s*(?:the\s+)?(?P<b>{_DATE})\b")
_YEARS = pattern(
    # That no word goes on into the year is asked after its first digits, for which a text is searched at once.
    rf"((?:20|19)(?<!\w[12][09])\d\d)(?:([/-])(\d\d))?\s*(?:to|until|[-–—])\s*({YEAR}|\d\d(?![\d,.]))(?:\2(\d\d))?(?![\d/,])"
)
_JOIN = r"[\s,:(]*(?:period[\s,:(]*)?(?:from|covering|between|running from|is|was|i\.e\.)?[\s,:(]*(?:the\s+)?$"
_COUNTED = pattern(rf"\b(?P<count>{COUNT})[\s-](?P<unit>day|week|month|quarter|year)s?\b{_JOIN}", re.I)
_SINGLE = pattern(
    rf"(?<!each )(?<!every )(?<!per )(?<!\ba )(?<!by )\b(?P<unit>quarter|half[- ]year|year)\b{_JOIN}", re.I
)
_YEAR_PLAN = pattern(rf"\b(?P<count>{COUNT})[\s-]years?\b(?! of )[^.;:\d]{{0,45}}$", re.I)
_SIZES = {"month": 1, "quarter": 3, "half-year": 6, "half year": 6, "year": 12}
_BACK = 60
_HINTS = ("onth", "uarter", "eek", "year", "day")


class Params(NamedTuple):
    """`length`: months, weeks or days that are said; `years`: years that a plan is said to run."""

    test: Literal["length", "years"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each period that says how long it is."""
    if params.test == "years":
        yield from (found for passage in _timed(paper.passages) for found in _years(passage))
        return
    yield from (found for passage, ranges in _ranged(paper.passages) for found in _lengths(passage, ranges))


@once
def _timed(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages that print a time."""
    return tuple(p for p in passages if any(mark.kind in ("date", "year", "period") for mark in p.marks))


@once
def _ranged(passages: tuple[Passage, ...]) -> tuple[tuple[Passage, tuple[re.Match[str], ...]], ...]:
    """The passages that go from one date to another, with each such place: none where no two months are named."""
    named = (p for p in _timed(passages) if sum(map(p.text.text.count, _MONTHS)) > 1)
    found = ((p, tuple(_RANGE.finditer(p.text.text))) for p in named)
    return tuple((p, ranges) for p, ranges in found if ranges)


def _lengths(passage: Passage, ranges: tuple[re.Match[str], ...]) -> Iterator[Relation]:
    text = passage.text.text
    if not any(unit in text for unit in _HINTS):
        return
    for match in ranges:
        begin = max(0, match.start() - _BACK)
        said = _COUNTED.search(text[begin : match.start()]) or _SINGLE.search(text[begin : match.start()])
        first, last = parse_day(match["a"]) or _month(match["a"]), parse_day(match["b"]) or _month(match["b"])
        if not said or first is None or last is None:
            continue
        unit, counted = said["unit"].lower(), "count" in said.groupdict()
        count = count_of(said["count"]) if counted else 1
        whole = counted or unit != "year" or bool(first.year and last.year)
        found = _made(first, last, unit, count) if whole else None
        if found is None:
            continue
        holds, length = found
        start = begin + said.start()
        words = " ".join(text[start : match.start()].split()).rstrip(" (,:")
        message = f"“{' '.join(text[start : match.end()].split())}” is {length}, not {_said(count, unit)}."
        yield _relation(passage, start, match.end(), holds, message, words)


def _month(text: str) -> Day | None:
    """A month without day and year: "May"."""
    day = parse_day(f"1 {text}")
    return Day(None, day.month, day.year) if day else None


def _said(count: int, unit: str) -> str:
    return f"{count} {unit}s" if count > 1 else f"one {unit}"


def _made(first: Day, last: Day, unit: str, count: int) -> tuple[bool, str] | None:
    """Whether two dates are so far apart, and how far they are."""
    return _days(first, last, unit, count) if unit in ("day", "week") else _months(first, last, unit, count)


def _months(first: Day, last: Day, unit: str, count: int) -> tuple[bool, str] | None:
    """Whether the dates make that many months, and how many they make."""
    span = last.month - first.month + 1
    if first.year and last.year:
        span += 12 * (last.year - first.year)
    elif span <= 0:
        span += 12
    if span <= 0 or not first.possible or not last.possible:
        return None
    fits = count * _SIZES[unit] - span in _slack(first, last)
    return fits, f"{span} months" if span > 1 else "one month"


def _slack(first: Day, last: Day) -> tuple[int, ...]:
    """By how many months two dates may stand for more or fewer than from the month of one to that of the other."""
    whole = (first.day in (None, 1) and last.day is None) or (last.day or 0) > 27
    ends = min(first.day or 0, last.day or 0) > 27
    if ends or last.month == first.month or (first.day and last.day and last.day <= first.day):
        return (0, -1)
    return (0,) if whole else (0, -1, 1)


def _days(first: Day, last: Day, unit: str, count: int) -> tuple[bool, str] | None:
    """Whether the dates make that many days or weeks, with or without the first day."""
    if last.whole is None or first.day is None:
        return None
    begun = Day(first.day, first.month, first.year or last.year).whole
    if begun is None or begun > last.whole:
        return None
    length = nights(begun, last.whole)
    holds = count in (length, length + 1) if unit == "day" else abs(length + 1 - 7 * count) <= 6
    return holds, f"{length + 1} days"


def _years(passage: Passage) -> Iterator[Relation]:
    text = passage.text.text
    if "year" not in text and "Year" not in text:
        return
    for match in _YEARS.finditer(text):
        start = max(0, match.start() - _BACK)
        said = _YEAR_PLAN.search(text[start : match.start()])
        first, last = int(match[1]), int(match[4])
        last += first // 100 * 100 if last < 100 else 0
        if not said or last - first < 2 or last - first > 40:
            continue
        count, length = count_of(said["count"]), last - first
        holds = count in (length, length + 1)
        words = " ".join(text[start + said.start() : match.end()].split())
        shown = f"{length} or {length + 1}" if not match[2] else str(length + 1)
        message = f"“{words}” is {shown} years, not {count}."
        yield _relation(passage, start + said.start(), match.end(), holds, message, words)


def _relation(passage: Passage, start: int, end: int, holds: bool, message: str, label: str) -> Relation:
    at = passage.text.locate(start, end)
    if holds:
        message = f"“{' '.join(passage.text.text[start:end].split())}” is as it should be."
    figure = Figure(passage.text.text[start:end], at, label=label)
    return Relation.judged("period-length", figure, holds, message, at=at, quote=excerpt(passage.text.text, start, end))
