"""Periods that say how long they are, against the dates that they run from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Passage, Relation
from reportcheck.words import ANY_MONTH, COUNT, MONTH_NAMES, YEAR, Day, count_of, parse_day, pattern

_MONTH = rf"{ANY_MONTH}\.?"
_MONTHS = [name[:3] for name in MONTH_NAMES[1:]]
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}(?:,?\s+{YEAR})?"
_RANGE = pattern(rf"(?P<a>\b{_DATE})\s*(?:to|until|through|up to|[-–—])\s*(?:the\s+)?(?P<b>{_DATE})\b")
_JOIN = r"[\s,:(]*(?:period[\s,:(]*)?(?:from|covering|between|running from|is|was|i\.e\.)?[\s,:(]*(?:the\s+)?$"
_COUNTED = pattern(rf"\b(?P<count>{COUNT})[\s-](?P<unit>day|week|month|quarter|year)s?\b{_JOIN}", re.I)
_SINGLE = pattern(
    rf"(?<!each )(?<!every )(?<!per )(?<!\ba )(?<!by )\b(?P<unit>quarter|half[- ]year|year)\b{_JOIN}", re.I
)
_SIZES = {"month": 1, "quarter": 3, "half-year": 6, "half year": 6, "year": 12}
_BACK = 60
_HINTS = ("onth", "uarter", "eek", "year", "day")


class Params(NamedTuple):
    """No parameters."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each period that says how long it is."""
    for passage in paper.passages:
        text = passage.text.text
        # None where no two months are named.
        timed = any(mark.kind in ("date", "year", "period") for mark in passage.marks)
        if timed and sum(map(text.count, _MONTHS)) > 1 and any(unit in text for unit in _HINTS):
            yield from _lengths(passage)


def _lengths(passage: Passage) -> Iterator[Relation]:
    text = passage.text.text
    for match in _RANGE.finditer(text):
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
    length = (last.whole - begun).days
    holds = count in (length, length + 1) if unit == "day" else abs(length + 1 - 7 * count) <= 6
    return holds, f"{length + 1} days"


def _relation(passage: Passage, start: int, end: int, holds: bool, message: str, label: str) -> Relation:
    at = passage.text.locate(start, end)
    if holds:
        message = f"“{' '.join(passage.text.text[start:end].split())}” is as it should be."
    figure = Figure(passage.text.text[start:end], at, label=label)
    return Relation.judged("period-length", figure, holds, message, at=at, quote=passage.text.excerpt(start, end))
