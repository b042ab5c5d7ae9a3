"""Dates that no calendar has, dates with a digit or a letter wrong, and financial years that are none."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.times import Time, Times
from reportcheck.words import MONTH_NAMES, PRINTED_MONTH, Day, pattern

# These are looked for in the whole paper: each begins with what it consumes, which the engine finds many times as
# quickly as a look behind it.
_DAMAGED = pattern(
    r"\d(?<![\w/.-]\d)(?:\d{0,2}/\d{1,3}/(?:19|20)\d\d|\d?/\d{1,2}/(?:(?:19|20)\d|(?:19|20)\d{3}|\d{5,6})"
    r"|\d/\d\d(?:19|20)\d\d|\d(?:0[1-9]|1[0-2])/(?:19|20)\d\d|\d?/{1,2}\d{1,2}//(?:19|20)\d\d"
    r"|\d?//\d{1,2}/{1,2}(?:19|20)\d\d)(?![\w/]|[.,-]\d)"
)
_STRAY = pattern(rf"\b{PRINTED_MONTH}\.?\s(?P<one>[0-3])(?P<stray>[`´’';:*~^]|\s)(?P<two>\d)\s?$")
"""What stands before a year: a day with a mark or a blank between its digits."""
_OF_YEAR = pattern(r",\s?(?:19|20)\d\d(?!\d)")
_LONGEST = 20
_DOTTED = pattern(r"\d(?<![\w.]\d)(?:\d?\.\d{3,4}\.\d\d|\d{2,3}\.\d{1,2}\.\d\d)(?![\w%]|[.,]\d)")
_PLACEHOLDER = pattern(r"20[0-9Xx][Xx]\b(?:(?<=\d, 20..)|(?<=\d\d 20..))")
_YEAR_SLIP = pattern(r"(?:,|\s)\s*(?P<year>2[1-9]\d\d|1[0-4]\d\d|0\d{3}|20\d{3}|20\d(?=[.;)\n]))(?![\d,/-])")
_CODED = pattern(
    r"(?:\b(?:no\.?|nos\.?|number|ref\.?|reference|reg(?:ulation|s)?\.?|decision|case|circular|resolution|ordinance"
    r"|bill|docket|directive|motion|order|application|file)\s?#?|(?-i:[A-Z]{2,})\s?|[\w.]?[/#-])$", re.I
)  # fmt: skip
_CAPITALS = pattern(r"[A-Z]\s?$")
_YEARLY = pattern(
    r"\b(?:financial year|fiscal year|year|budget|outturn|accounts|rates?|precept)\s+(?:(?:for|of|in)\s+)?(?:the\s+)?$",
    re.I,
)
_PLAN = pattern(
    r"\b(?:plan|strategy|programme|framework|period|MTFP|MTFS|term|settlement|deal|contract|biennial|scheme|round|"
    r"cohort|guidance|award|season|biennium)\b",
    re.I,
)
_ONE_YEAR = pattern(r"\s+(?:(?:financial|fiscal|school|academic|municipal|council|audit|budget)\s+)?year\b(?!-)", re.I)
_YEAR_OF = pattern(r"\b(?:financial|fiscal|school|academic|municipal|council)\s+year\s+(?:of\s+)?$", re.I)
_ANNUAL = pattern(r"\s+annual\s+(?:report|accounts|return|audit|budget|meeting|statements?)\b", re.I)
_OFTEN, _LONGEST = 3, 31
_DOTTED_DATES, _TWO = 2, 2


class Params(NamedTuple):
    """`day`: a day must exist; `years`: a financial year begins in one year and ends in the next."""

    test: Literal["day", "years"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each date or financial year."""
    times = Times.of(paper.outline)
    if params.test == "years":
        yield from _years(times)
        return
    for time in times.times:
        if time.form == "day" or time.misspelt:
            yield from _day(times, time)
    yield from _damaged(times)


def _day(times: Times, time: Time) -> Iterator[Relation]:
    text, at, end = times.stream.text, time.start, time.end
    if time.misspelt:
        better = time.printed.replace(time.misspelt, MONTH_NAMES[time.month or 0])
        message = f"“{time.printed}” is no date: there is no month “{time.misspelt}”."
        yield times.stream.judged("calendar", time, message, holds=False, better=better)
        return
    holds = any(day.possible and day.day for day in _days(time))
    message = f"{time.printed} is a day of the calendar."
    if not holds:
        message = _why(time)
    elif not time.year and (slip := _YEAR_SLIP.match(text, time.end)) and _dated(times, slip["year"]):
        end = slip.end("year")
        message, holds = f"“{' '.join(text[at:end].split())}” is no date: its year cannot be.", False
    if holds or message:
        yield times.stream.judged("calendar", (at, end), message, holds=holds)


def _dated(times: Times, year: str) -> bool:
    """Whether a number is a slip of a year that the paper prints: 2203 for 2023, 202 for 2025."""
    known = {str(t.year) for t in times.times if t.year}
    if len(year) == 4:
        return sorted(year) in map(sorted, known) or any(
            sum(a != b for a, b in zip(year, k, strict=True)) == 1 for k in known
        )
    return any(_without_one(max(year, k, key=len), min(year, k, key=len)) for k in known)


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _days(time: Time) -> list[Day]:
    first, second = time.pair or (0, 0)
    if time.pair and max(first, second) > 12 and min(first, second) <= 12:
        return [Day(max(first, second), min(first, second), time.year, True)]
    return [time.calendar] if time.calendar else [Day(first, second, time.year, True)]


def _why(time: Time) -> str:
    """Why there is no such day; empty where it may be no date at all."""
    day = _days(time)[0]
    if not time.pair and day.day and 1 <= day.month <= 12:
        return _no_day(day) if day.day < 40 and (day.day <= 31 or time.year) else ""
    if _may_be_code(time, day):
        return ""
    if 1 <= day.month <= 12 and (day.day or 0) <= 31:
        return f"{time.printed} is no date: {_no_day(day)[0].lower()}{_no_day(day)[1:]}"
    return f"{time.printed} is no date: its day and month cannot be."


def _may_be_code(time: Time, day: Day) -> bool:
    """Whether digits with strokes or points may number something: a short year, a first number too large."""
    printed = time.printed
    if "." in printed and len(printed.split(".")[-1]) < 4 and (not time.month or (day.day or 0) > _LONGEST):
        return True
    return not ("/" in printed or "." in printed) or bool(time.pair and time.pair[0] > 31 and len(printed) < 10)


def _no_day(day: Day) -> str:
    month = MONTH_NAMES[day.month]
    longest = calendar.monthrange(day.year or 2024, day.month)[1]
    in_year = f" in {day.year}" if day.month == 2 and day.year and day.day == 29 else ""
    return f"There is no {day.day} {month}{in_year}: {month} has {longest} days."


def _damaged(times: Times) -> Iterator[Relation]:
    """Dates in digits with a digit or a stroke too many or too few."""
    read = {t.start for t in times.times}
    for match in _DAMAGED.finditer(times.stream.text):
        if match.start() in read:
            continue
        first, second, year = [*match.group().split("/"), "", ""][:3]
        better, what = "", "it has a digit or a stroke too many or too few"
        if len(second) == 3 and len(year) == 4:
            what = "its month cannot be"
            better = f"{first}/{int(second):02}/{year}" if second[0] == "0" and 1 <= int(second) <= 12 else ""
        message = f"{match.group()} is no date: {what}."
        yield times.stream.judged("calendar", match.span(), message, holds=False, better=better)
    dotted = sum(bool(t.pair and "." in t.text) for t in times.times)
    for match in _DOTTED.finditer(times.stream.text) if dotted >= _DOTTED_DATES else ():
        message = f"{match.group()} is no date, as {dotted} others of the paper are: it has a digit too many."
        yield times.stream.judged("calendar", match.span(), message, holds=False)
    for match, end in _strayed(times.stream.text):
        day = f"{match['one']}{match['two']}"
        what = "a blank" if match["stray"].isspace() else match["stray"]
        printed = " ".join(times.stream.text[match.start() : end].split())
        message = f"“{printed}” is no date: {what} stands in its day, which may be {int(day)}."
        yield times.stream.judged("calendar", (match.start(), end), message, holds=False)
    for match in _PLACEHOLDER.finditer(times.stream.text):
        message = f"“{match.group()}” stands for a year that was never filled in."
        yield times.stream.judged("calendar", match.span(), message, holds=False)


def _strayed(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The days with something between their digits, and where their years end: looked for before the years."""
    for year in _OF_YEAR.finditer(text):
        match = _STRAY.search(text, max(0, year.start() - _LONGEST), year.start())
        if match:
            yield match, year.end()


def _years(times: Times) -> Iterator[Relation]:
    """ "2023-23", and "2022/24" where all others of that form are one year long."""
    spans = [t for t in times.times if t.form == "years" and t.year and t.until]
    told: set[str] = set()
    for time in spans:
        if time.text in told:
            continue
        told.add(time.text)
        length = (time.until or 0) - (time.year or 0)
        if length == 1:
            message = f"{time.printed} is a financial year."
            yield times.stream.judged("financial-year", time, message, holds=True)
        elif length == 0 and _alone(times, time):
            message = f"{time.printed} is no financial year: it begins and ends in {time.year}."
            better = _meant(time, spans)
            yield times.stream.judged("financial-year", time, message, holds=False, better=better,
                reason="as the paper has it elsewhere", sure=bool(better),
            )  # fmt: skip
        elif length == _TWO and (what := _two_years(times, time, spans)):
            message = f"{time.printed} is no financial year: {what}."
            yield times.stream.judged("financial-year", time, message, holds=False)


def _two_years(times: Times, time: Time, spans: list[Time]) -> str:
    """What is wrong with a year that is two, by its name or by the paper's other years; empty where it may be meant."""
    before, after = _around(times, time)
    if _PLAN.search(before + after):
        return ""
    stroke = "/" in time.text
    fiscal = stroke and time.text[:2].upper() == "FY"
    called = _ONE_YEAR.match(after) or _YEAR_OF.search(before) or _ANNUAL.match(after)
    if fiscal or called:
        return "it is two years"
    alone = _alone_in_row(times, time) or (stroke and bool(_YEARLY.search(before)))
    return "it is two years, where the paper's others are one" if _unlike(time, spans, stroke, alone) else ""


def _unlike(time: Time, spans: list[Time], stroke: bool, alone: bool) -> bool:
    """Whether the paper's other years are one year long, and a year that is two is a slip of one of them."""
    usual = Counter((t.until or 0) - (t.year or 0) for t in spans)
    single = {t.year for t in spans if t.until == (t.year or 0) + 1}
    begun = time.year in single
    near = (begun or (time.until or 0) - 1 in single) and usual[1] >= max(_OFTEN, 3 * usual[_TWO])
    twin = stroke and begun and usual[_TWO] == 1
    return twin or (near and alone and usual[_TWO] <= _TWO)


def _meant(time: Time, spans: list[Time]) -> str:
    """The financial year that ends or begins in the year printed twice, where the paper has one of the two only."""
    year = time.year or 0
    near = Counter(t.text for t in spans if t.until == (t.year or 0) + 1 and year in (t.year, t.until))
    ranked = near.most_common(2)
    if len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= 3 * ranked[1][1]):
        return ranked[0][0]
    return ""


def _around(times: Times, time: Time) -> tuple[str, str]:
    text = times.stream.text
    begin, end = times.stream.line(time.start)
    return text[max(begin, time.start - 30) : time.start], text[time.end : min(end, time.end + 30)]


def _alone_in_row(times: Times, time: Time) -> bool:
    """Whether a row is a year and no more, or its cell: a heading, or a place in a list of years."""
    begin, end = times.stream.line(time.start)
    row = times.stream.text[begin : time.start].rsplit("\t", 1)[-1], times.stream.text[time.end : end].split("\t", 1)[0]
    return not any(part.strip(" *#|:.•-") for part in row)


def _alone(times: Times, time: Time) -> bool:
    """Whether "2012-12" cannot be a year and its month, or a number and its year."""
    before, after = _around(times, time)
    if _CODED.search(before) or _CAPITALS.search(before) or after[:1].isalpha():
        return False
    month = (time.until or 0) % 100 <= 12 and len(time.text.split("-")[-1]) == 2
    return not month or bool(_YEARLY.search(before))
