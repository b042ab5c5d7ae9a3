"""The opening of a paper -> its own date, the year it reports on, and whether it is a quarter's or a half-year's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from reportcheck.model import Outline
from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.read.times.grammar import times_in
from reportcheck.records import record
from reportcheck.words.calendar import ANY_MONTH, YEAR, YEARS, parse_day, parse_span
from reportcheck.words.spans import quarters_in

_HELD = pattern(r"\b(?:meeting|held|cabinet|council|committee|board|date|(?:mon|tues|wednes|thurs|fri)day,?)\b", re.I)
_MET = pattern(r"\b(?:meeting|minutes)\b", re.I)
_ENDED = pattern(
    rf"\byear (?:ended|ending|to)\s+(?:on\s+|the\s+)?"
    rf"(\d{{1,2}}\s?(?:st|nd|rd|th)?\s?(?:of\s+)?{ANY_MONTH},?\s+{YEAR})",
    re.I,
)
_SPAN = pattern(rf"\b{YEARS}\b(?![/-]\d)")
_KIND = pattern(r"\b(?:report|accounts|statement|budget|monitoring|account|review|outturn)\b", re.I)
_HALF = pattern(r"\b(?:mid[- ]year|half[- ]year(?:ly)?|six months|6 months)\b", re.I)
_WHOLE = pattern(rf"\b1(?:st)?\s+April,?\s+({YEAR})\W+(?:to|and|until)\W+31(?:st)?\s+March,?\s+({YEAR})", re.I)
_NEXT = pattern(r"\bnext\b[^.;\d]{0,60}$", re.I)
_OPENING = 60
_TITLE = 14
_HEAD = 5


@record(frozen=True, slots=True)
class Occasion:
    """What a paper says of itself in its first lines; None and empty where it says nothing."""

    day: date | None = None
    """The day of the meeting that it is for, or that it records."""
    year_end: date | None = None
    """The last day of the year that it accounts for."""
    years: tuple[int, int] | None = None
    """The year in its title: (2023, 2024) of "Annual Report 2023-24"."""
    span: Literal["", "quarter", "half-year"] = ""
    met: bool = False
    """Whether the day is said to be a meeting's."""
    quarter: int = 0
    """The quarter in its title, 1 to 4; 0 where it names none or several."""


@once
def read_occasion(outline: Outline) -> Occasion:
    """What the opening rows of a paper say of its date and of its period."""
    first: date | None = None
    held: date | None = None
    year_end: date | None = None
    years: tuple[int, int] | None = None
    span: Literal["", "quarter", "half-year"] = ""
    before = ""
    met = False
    quarters: frozenset[int] = frozenset()
    for order, parts in enumerate(outline.rows[:_OPENING]):
        text = " ".join(p.text for p in parts)[:300].replace("*", "")
        ended = _ENDED.search(text)
        if ended and not year_end and order < _TITLE:
            year_end = _day(ended[1])
        joined = f"{before} {text}"
        for start, day in _days(joined) if not ended and not held else ():
            first = first or day
            if not held and _HELD.search(joined[:start]):
                held = day
                met = _met(outline, order)
        if order < _TITLE:
            found = _SPAN.search(text)
            if found and not years and _KIND.search(joined):
                years = _years(found.group())
            if not span and len(text) < 120:
                span = "half-year" if _HALF.search(text) else "quarter" if quarters_in(text) else ""
                quarters = quarters_in(text) if span == "quarter" else frozenset()
        before = text
    if not years:
        opening = " ".join(p.text for parts in outline.rows[:_TITLE] for p in parts)[:2000]
        whole = _WHOLE.search(opening)
        years = (int(whole[1]), int(whole[2])) if whole and int(whole[2]) == int(whole[1]) + 1 else None
    if not years and not year_end and outline.assumed.year:
        years, year_end = _assumed(outline.assumed.year)
    return Occasion(held or first, year_end, years, span, met, min(quarters) if len(quarters) == 1 else 0)


def _assumed(year: str) -> tuple[tuple[int, int] | None, date | None]:
    """The year that people say a paper is of: one that begins in one year and ends in the next, or a calendar's."""
    span = _years(year)
    return (span, None) if span else (None, date(int(year), 12, 31))


def _met(outline: Outline, order: int) -> bool:
    """Whether the rows just above a date say that it is a meeting's."""
    above = outline.rows[max(0, order - _HEAD) : order + 1]
    return any(_MET.search(part.text) for row in above for part in row)


def _days(text: str) -> Iterator[tuple[int, date]]:
    """The days that a text prints in any dress, but for those that could be read either way, and the next meeting's."""
    for time in times_in(text):
        day = time.date
        if day and not _NEXT.search(text[: time.start]):
            yield time.start, day


def _day(text: str) -> date | None:
    day = parse_day(text)
    return day.whole if day else None


def _years(text: str) -> tuple[int, int] | None:
    span = parse_span(text)
    return span if span and span[1] == span[0] + 1 else None
