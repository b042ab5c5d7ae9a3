"""Printed periods -> spans of days, so that "2024/25", "31 March 2025" and "Quarter 3" can be compared by meaning."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from reportcheck.model import Mark, Span
from reportcheck.patterns import pattern
from reportcheck.words.calendar import MONTHS, QUARTERS, YEAR, YEARS, parse_day, parse_span
from reportcheck.words.numbers import count_of

_YEAR = pattern(rf"{YEAR}$")
_IN_TEXT = pattern(
    # With what a time begins is asked first: most places of a text have small letters.
    rf"(?=[\dA-Z])(?:(?P<span>\b{YEARS}\b(?![,./]?\d))"
    rf"|(?P<date>\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+[A-Z][a-z]{{2,8}}\.?,?\s+{YEAR}\b"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)\b|\b[A-Z][a-z]{{2,8}}\.?\s+(?:\d{{1,2}},\s+)?{YEAR}\b)"
    rf"|(?P<year>(?<![£$€\d.,])\b{YEAR}(?:\b|(?=[efp]\b))(?![,.]?\d)(?!%)))"
)
_TIMED = pattern(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|[/.]\d{1,2}[/.]\d)")
"""Every time has a year of this form, or two days' strokes, and most labels have none."""
_HEADING = 60
_QUARTER = pattern(
    rf"\b(?:quarter\s+([1-4]|one|two|three|four)\b|q([1-4])\b|({'|'.join(QUARTERS)})\s+quarter)", re.IGNORECASE
)
_RELATIVE = pattern(
    r"\b(?:previous|prior|last|preceding)\s+(?:financial\s+|fiscal\s+)?(?:year|quarter|month)"
    r"|\byear before"
    r"|\b(?:similar|corresponding|comparable) period\b"
    r"|\b(?:years?|months?|quarters?) (?:ago|earlier|before|previously)\b|\bpreviously\b"
    r"|\bat the (?:start|beginning) of the (?:financial )?(?:year|quarter|period)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def span_of(text: str) -> Span | None:
    """The time that a printed period or date stands for; None where it names no year."""
    bare = text.strip()
    if _YEAR.match(bare):
        return Span(date(int(bare), 1, 1), date(int(bare), 12, 31), "year")
    if years := parse_span(bare):
        if years[1] == years[0] + 1:
            return Span(date(years[0], 4, 1), date(years[1], 3, 31), "span")
        return Span(date(years[0], 1, 1), date(years[1], 12, 31), "years") if years[0] < years[1] else None
    day = parse_day(bare) if _has_month(bare) else None
    if day is None or day.first is None or day.last is None:
        return None
    return Span(day.first, day.last, "day" if day.day else "month")


def _has_month(text: str) -> bool:
    letters = re.search(r"[A-Za-z]{3,}", text.replace("th ", " ").replace(" of ", " "))
    return letters is None or letters.group().lower()[:3] in MONTHS


def span_of_mark(mark: Mark) -> Span | None:
    """The time that a mark of a passage stands for."""
    return span_of(mark.text) if mark.kind in ("year", "period", "date") else None


@lru_cache(maxsize=16384)
def spans_in(text: str) -> frozenset[Span]:
    """All the times that a heading or a label names."""
    if ("20" not in text and "19" not in text and "/" not in text and "." not in text) or not _TIMED.search(text):
        return frozenset()
    found = frozenset(s for m in _IN_TEXT.finditer(text) if (s := span_of(m.group())))
    # "Budget 2025" looks like a month and its year, and is a year.
    return found or (frozenset(_years_in(text)) if len(text) <= _HEADING else found)


def _years_in(text: str) -> Iterator[Span]:
    return (s for m in _IN_TEXT.finditer(text) if m["date"] and (s := span_of(m.group()[-4:])))


@lru_cache(maxsize=16384)
def quarters_in(text: str) -> frozenset[int]:
    """The quarters that a text names, 1 to 4."""
    if "q" not in text and "Q" not in text:
        return frozenset()
    return frozenset(
        count_of(m[1] or m[2]) if m[1] or m[2] else QUARTERS[m[3].lower()] for m in _QUARTER.finditer(text)
    )


def speaks_of_before(text: str) -> bool:
    """Whether the words look back: "the previous year", "last year"."""
    return bool(_RELATIVE.search(text))


def agree(one: frozenset[Span], other: frozenset[Span]) -> bool:
    """Whether two sets of times can mean one: they do where either names none."""
    return not one or not other or any(a.meets(b) for a in one for b in other)


def surely(one: frozenset[Span], other: frozenset[Span]) -> bool:
    """Whether two sets of times surely name one time in common."""
    return any(a.same(b) for a in one for b in other)


def is_month(label: str) -> bool:
    """Whether a row is called "December"."""
    return label.strip(" *:").lower() in MONTHS


def month_of(label: str, year: Span) -> Span | None:
    """A row called "December" under the column of a financial or calendar year: that month of it."""
    number = MONTHS.get(label.strip(" *:").lower())
    if number is None or year.kind not in ("span", "year"):
        return None
    of = year.first.year if number >= year.first.month else year.last.year
    return Span(date(of, number, 1), date(of, number, calendar.monthrange(of, number)[1]), "month")
