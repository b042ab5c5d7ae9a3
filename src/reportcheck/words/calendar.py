"""Printed dates -> days and spans of days; the paper's own date and the period that it reports on."""

from __future__ import annotations

import calendar
import re
from datetime import date

from reportcheck.model import Mark
from reportcheck.patterns import pattern
from reportcheck.records import record

MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""By number: the first is empty."""
MONTHS = {
    form: number for number, name in enumerate(MONTH_NAMES) if name for form in (name.lower(), name[:3].lower())
} | {"sept": 9}
"""A month's name, or its short form, in small letters -> its number."""
MONTH_WORDS = frozenset(form for name in (*MONTH_NAMES[1:], *MONTHS) for form in (name.capitalize(), name.upper()))
"""Months as they are printed alone: "March", "MARCH", "Mar", "MAR"."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

# What times look like, as parts of a pattern.
YEAR = r"(?:19|20)[0-9][0-9]"
YEARS = rf"{YEAR}\s?[/–-]\s?(?:{YEAR}|[0-9][0-9])"
""" "2024/25", "2024-2027"."""
MONTH = f"(?:{'|'.join(MONTH_NAMES[1:])})"
"""A month in full."""
ANY_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])"
)
"""A month in full or in short, without its stop; "Declarations" and "Mayor" are none."""
PRINTED_MONTH = rf"(?:{'|'.join(sorted(MONTH_WORDS, reverse=True))})"
"""A month in full or in short, with nothing after it."""
NTH = r"(?:st|nd|rd|th)"

_DAY_FIRST = pattern(rf"(\d{{1,2}})\s*{NTH}?(?:\s+of)?\s*({ANY_MONTH})\b\.?,?(?:\s+(\d{{4}}|'?\d\d\b))?", re.I)
_MONTH_FIRST = pattern(rf"({ANY_MONTH})\s+(\d{{1,2}}){NTH}?,?\s+(\d{{4}})", re.I)
_MONTH_ONLY = pattern(rf"({ANY_MONTH})\.?,?\s+(\d{{4}})", re.I)
_NUMERIC = pattern(r"(\d{1,3})[/.](\d{1,3})[/.](\d{4}|\d\d)\b")
_ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)")
_WEEKDAY = pattern(
    r"\b(Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday|s)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b[.,*]{0,3}"
    r"\s*(?:(?:the|of|on|\|)\s+)?$", re.I
)  # fmt: skip
_SPAN = pattern(rf"({YEAR})\s?(?:[/–-]|to)\s?({YEAR}|\d\d)$")


@record(frozen=True, slots=True)
class Day:
    """A printed date, perhaps without its day or its year; it may be one that cannot be."""

    day: int | None
    month: int
    year: int | None
    numeric: bool = False

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day (29 February needs a leap year, if a year is printed)."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year or 2024, self.month)[1]

    @property
    def whole(self) -> date | None:
        """The day in the calendar, where day, month and year are printed and possible."""
        if self.day is None or self.year is None or not self.possible or not 1900 <= self.year <= 2100:
            return None
        return date(self.year, self.month, self.day)

    @property
    def first(self) -> date | None:
        """The first day that it can stand for: the 1st where only a month is printed."""
        if self.year is None or not self.possible or not 1900 <= self.year <= 2100:
            return None
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day that it can stand for."""
        if self.year is None or not self.possible or not 1900 <= self.year <= 2100:
            return None
        return date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])


def parse_day(text: str) -> Day | None:
    """The date that `text` prints, day before month unless it cannot be; None where it is none."""
    if match := _ISO.match(text):
        return Day(int(match[3]), int(match[2]), int(match[1]), True)
    if match := _DAY_FIRST.match(text):
        return Day(int(match[1]), _month(match[2]), _year(match[3]))
    if match := _MONTH_FIRST.match(text):
        return Day(int(match[2]), _month(match[1]), _year(match[3]))
    if match := _MONTH_ONLY.match(text):
        return Day(None, _month(match[1]), _year(match[2]))
    if match := _NUMERIC.match(text):
        first, second = int(match[1]), int(match[2])
        if second > 12 >= first:
            first, second = second, first
        return Day(first, second, _year(match[3]), True)
    return None


def _month(name: str) -> int:
    folded = name.casefold()
    return MONTHS.get(folded) or MONTHS[folded[:3]]


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.strip("'"))
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def parse_span(text: str) -> tuple[int, int] | None:
    """ "2024/25", "2024-2027" -> its two years, as printed: the second may be before the first."""
    match = _SPAN.match(text)
    if not match:
        return None
    first = int(match[1])
    second = int(match[2])
    if second < 100:
        second += first // 100 * 100
        if second < first and first % 100 > 90:
            second += 100
    return first, second


def said(day: date, *, whole: bool = True) -> str:
    """A day as people write it: "15 October 2025"; where it is not told `whole`, its month."""
    return f"{day.day} {MONTH_NAMES[day.month]} {day.year}" if whole else f"{MONTH_NAMES[day.month]} {day.year}"


def day_of(mark: Mark) -> Day | None:
    """The date that a mark prints."""
    return parse_day(mark.text) if mark.kind == "date" else None


def weekday_before(text: str, at: int) -> int | None:
    """The weekday that stands just before a date, as the calendar counts them from Monday."""
    match = _WEEKDAY.search(text[max(0, at - 24) : at])
    return next(n for n, day in enumerate(WEEKDAYS) if day.lower().startswith(match[1].lower()[:3])) if match else None


def digit_slip(one: int, two: int) -> bool:
    """Whether two days of a month are one slip of the hand apart: another digit, or two that have changed places."""
    first, second = f"{one:02}", f"{two:02}"
    return one != two and (first == second[::-1] or sum(a != b for a, b in zip(first, second, strict=True)) == 1)
