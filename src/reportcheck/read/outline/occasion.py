"""The opening of a paper -> its own date, the year it reports on, and whether it is a quarter's or a half-year's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Literal

from reportcheck.model import Outline
from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.read.outline.earlier import of_earlier
from reportcheck.read.times.grammar import times_in
from reportcheck.read.times.paper import Order, Times, settled
from reportcheck.records import record
from reportcheck.words.calendar import ANY_MONTH, YEAR, YEARS, parse_day, parse_span, weekday_before
from reportcheck.words.spans import quarters_in

_HELD = pattern(
    r"\b(?:meeting|minutes|agenda|held|cabinet|council|committee|board|date|(?:mon|tues|wednes|thurs|fri)day,?)\b", re.I
)
_MET = pattern(r"\b(?:meeting|minutes|agenda)\b", re.I)
_ENDED = pattern(
    rf"\byear (?:ended|ending|to)\s+(?:on\s+|the\s+)?"
    rf"(\d{{1,2}}\s?(?:st|nd|rd|th)?\s?(?:of\s+)?{ANY_MONTH},?\s+{YEAR})",
    re.I,
)
_SPAN = pattern(rf"\b{YEARS}\b(?![/-]\d)")
_KIND = pattern(r"\b(?:report|accounts|statement|budget|monitoring|account|review|outturn)\b", re.I)
_HALF = pattern(r"\b(?:mid[- ]year|half[- ]year(?:ly)?|six months|6 months)\b", re.I)
_WHOLE = pattern(rf"\b1(?:st)?\s+April,?\s+({YEAR})\W+(?:to|and|until)\W+31(?:st)?\s+March,?\s+({YEAR})", re.I)
_NAMES = pattern(r"\W{1,3}(?:[a-z]+\s+){0,4}(?:meeting|minutes|agenda)\b", re.I)
"""After the day in a title: "10 August 2017 Board Meeting Minutes"."""
_NEXT = pattern(r"\bnext\b[^.;\d]{0,60}$", re.I)
_AFTERWARDS = pattern(
    r"\b(?:(?:approv|adopt|confirm|publish|post|upload|updat|issu|print|revis|circulat|sign|download|creat)ed"
    r"|(?:approval|adoption|publication|posting|issue|print|revision) date)\b[^.;\d]{0,40}$",
    re.I,
)
_TO = pattern(r"\s*(?:to|until|till|through|[-–—])\s*", re.I)
"""Between the first and the last day of a period, of which the last is no paper's day."""
_OPENING = 60
_TITLE = 14
_HEAD = 5
_SHORT = 120
_LEAD, _LEAD_TEXT, _FEW = 8, 40, 2
"""More than so many days that open rows near to one another make a list."""


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
    doubted: bool = False
    """Whether the weekday beside the day is another's: nothing can be told by it."""


@once
def read_occasion(outline: Outline) -> Occasion:
    """What the opening rows of a paper say of its date and of its period."""
    rows = [" ".join(p.text for p in parts)[:300].replace("*", "") for parts in outline.rows[:_OPENING]]
    day, met, doubted = _held_on(outline, rows)
    titles = rows[:_TITLE]
    ended = (_day(match[1]) for row in titles if (match := _ENDED.search(row)))
    year_end = next(filter(None, ended), None)
    years = _titled(titles) or _whole_year(outline)
    span: Literal["", "quarter", "half-year"] = next(filter(None, map(_span, titles)), "")
    if not years and not year_end and outline.assumed.year:
        years, year_end = _assumed(outline.assumed.year)
    return Occasion(day, year_end, years, span, met, doubted)


def _span(title: str) -> Literal["", "quarter", "half-year"]:
    """How long a time a short row says that the report is of."""
    if len(title) >= _SHORT:
        return ""
    return "half-year" if _HALF.search(title) else "quarter" if quarters_in(title) else ""


def _held_on(outline: Outline, rows: list[str]) -> tuple[date | None, bool, bool]:
    """The first day that is said to be a meeting's, else the first day; whether it is, and has the wrong weekday."""
    dates = Times.of(outline).order
    first: date | None = None
    first_at, named = 0, False
    for order, (before, text) in enumerate(pairwise(["", *rows])):
        joined = f"{before} {text}"
        one_of_many = _ENDED.search(text) or _listed(outline, order)
        for start, end, day in () if one_of_many else _days(joined, dates):
            if first is None:
                first, first_at = day, order
            # Far below a title with a day, "the account held" is no meeting.
            titled = first_at < _HEAD and order >= _TITLE
            met = _met(outline, order)
            # Where a title has said it, only what names a meeting again says otherwise.
            again = not named or (not titled and _MET.search(joined[len(before) : start].strip() or before))
            if again and (met or not titled) and _HELD.search(joined[:start]):
                return day, met, weekday_before(joined, start) not in (None, day.weekday())
            named = named or bool(first_at == order < _HEAD and start > len(before) and _NAMES.match(joined, end))
    return first, named, False


def _titled(titles: list[str]) -> tuple[int, int] | None:
    """The year in the title of a report."""
    for before, text in pairwise(["", *titles]):
        found = _SPAN.search(text)
        if found and _KIND.search(f"{before} {text}") and (years := _years(found.group())):
            return years
    return None


def _whole_year(outline: Outline) -> tuple[int, int] | None:
    """The year from April to March that the opening names by its days."""
    opening = " ".join(p.text for parts in outline.rows[:_TITLE] for p in parts)[:2000]
    whole = _WHOLE.search(opening)
    return (int(whole[1]), int(whole[2])) if whole and int(whole[2]) == int(whole[1]) + 1 else None


def _assumed(year: str) -> tuple[tuple[int, int] | None, date | None]:
    """The year that people say a paper is of: one that begins in one year and ends in the next, or a calendar's."""
    span = _years(year)
    return (span, None) if span else (None, date(int(year), 12, 31))


def _listed(outline: Outline, order: int) -> bool:
    """Whether a row is one of a list of days, each at the beginning of its row: no paper is of all of them."""
    rows = [" ".join(p.text for p in parts) for parts in outline.rows[max(0, order - 2) : order + 3]]
    return sum(any(t.form == "day" and t.start < _LEAD for t in times_in(row[:_LEAD_TEXT])) for row in rows) > _FEW


def _met(outline: Outline, order: int) -> bool:
    """Whether the rows just above a date say that it is a meeting's."""
    above = outline.rows[max(0, order - _HEAD) : order + 1]
    return any(_MET.search(part.text) for row in above for part in row)


def _days(text: str, order: Order) -> Iterator[tuple[int, int, date]]:
    """The days that a text prints in any dress, and where, but for the next meeting's and those of earlier minutes."""
    last = 0
    for time in (settled(found, order) for found in times_in(text) if found.form == "day"):
        day = time.date
        before = text[: time.start]
        begun, last = text[last : time.start] if last else "", time.end
        if (
            day
            and not _TO.fullmatch(begun)
            and not _NEXT.search(before)
            and not _AFTERWARDS.search(before)
            and not of_earlier(text, time.start, time.end)
        ):
            yield time.start, time.end, day


def _day(text: str) -> date | None:
    day = parse_day(text)
    return day.whole if day else None


def _years(text: str) -> tuple[int, int] | None:
    span = parse_span(text)
    return span if span and span[1] == span[0] + 1 else None
