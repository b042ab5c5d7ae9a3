"""Text -> the times that it prints: "3 March 2025", "12/04/24", "March 2025", "2024-25", "FY23", "Q3", "2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from reportcheck.patterns import pattern
from reportcheck.records import record
from reportcheck.words.calendar import MONTH_NAMES, MONTHS, PRINTED_MONTH, Day

Form = Literal["day", "month", "quarter", "years", "year"]

_B = r"[^\S\t]"
"""White space, but not the tab that stands between two cells."""
_NAME = rf"{PRINTED_MONTH}\b"
_NTH = rf"(?:{_B}?(?:st|nd|rd|th|ST|ND|RD|TH)\b)?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_WORD = r"[A-Za-z]{4,11}"
# What stands before a time is a part of its match, so that the search skips letters quickly.
_TIME = pattern(
    rf"""[^\w£$€](?=[\dADFJMNOSQq])(?:
      (?P<iso>(?P<iso_y>(?:19|20)\d\d)(?P<iso_s>[-/.])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)(?![\d/]))
    | (?P<numeric>(?P<num_a>\d{{1,2}})(?P<num_s>[/.-])(?P<num_b>\d{{1,2}})(?P=num_s)
        (?P<num_y>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d))
    | (?P<day>(?<!\d[.,])(?P<dm_d>\d{{1,2}}){_NTH}(?:{_B}+(?:day{_B}+)?of)?(?P<dm_s>[ \n\xa0/.-]{{1,2}})
        (?:(?P<dm_m>{_NAME})(?:\.?,?(?:{_B}+|(?<=[A-Za-z])[/-])(?P<dm_y>{_YEAR}
                |['’]?\d\d(?![\w%/:]|[.,]\d|{_B}+(?:[a-z]|{_NAME})))
              |[-/](?P<dm_y2>\d\d)(?!\d))?
          |(?P<odd_m>{_WORD}),?{_B}+(?P<odd_y>(?:19|20)\d\d)(?!\d)))
    | (?P<odd>(?!{_NAME})(?P<om_m>[JFMASOND][A-Za-z]{{3,10}}){_B}+
        (?P<om_d>[0-3]?\d),?{_B}+(?P<om_y>(?:19|20)\d\d)(?!\d))
    | (?P<oddly>(?!{_NAME})(?P<oy_m>[JFASOND][a-z]{{4,9}}){_B}+(?P<oy_y>(?:19|20)\d\d)(?![\d/–-]))
    | (?P<month>(?P<md_m>{_NAME})\.?(?:
          {_B}+(?P<md_d>[0-3]?\d)(?!\d|[/:%]|[,.]\d){_NTH}(?:(?:,{_B}*|{_B}+)(?P<md_y>{_YEAR})|,{_B}*(?P<md_y2>\d\d)(?!\d))?
        | ,?[ \n\xa0-]+(?P<my_y>{_YEAR}(?![/–-]\d)) | [ \n\xa0-]?['’](?P<my_y2>\d\d)(?!\d) | -(?P<my_y3>\d\d)(?!\d)))
    | (?P<years>(?P<ys_f>(?:FYE?{_B}?)?)(?P<ys_a>(?:19|20)\d\d)(?P<ys_s>{_B}?[/–-]{_B}?)
        (?:(?:19|20)(?=\d\d(?!\d)))?(?P<ys_b>\d\d)(?![\d/]|[–-]\d|[.,]\d))
    | (?P<fiscal>FYE?{_B}?['’]?(?P<fy_a>(?:20)?\d\d)(?:{_B}?[/–-]{_B}?(?P<fy_b>(?:20)?\d\d))?(?![\d/]))
    | (?P<quarter>(?:Q|[Qq]uarter{_B}|QUARTER{_B})(?P<q>[1-4])(?![\d.,]\d|\d))
    | (?P<year>(?:19|20)\d\d(?![\d%]|[.,]\d))
    )""",
    re.X,
)  # fmt: skip


_DOTTED = pattern(r"9?9\.9\.99")
_LAST = 31


@record(frozen=True, slots=True)
class Time:
    """A printed time at text[start:end]. Numbers are as printed: a day may be one that no month has."""

    start: int
    end: int
    text: str
    form: Form
    mould: str
    """How it is printed: its digits as 9, a month's name as M. What is counted or listed has one mould."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    """The second year of "2024-25"; the year itself elsewhere."""
    quarter: int | None = None
    pair: tuple[int, int] | None = None
    """Of a date in digits: its first and its second number, as either can be the month."""
    misspelt: str = ""
    """A month's name that is nearly one."""

    @property
    def printed(self) -> str:
        """The time as it is printed, on one line."""
        return " ".join(self.text.split())

    @property
    def calendar(self) -> Day | None:
        """The day or the month as the calendar has it."""
        return Day(self.day, self.month, self.year, bool(self.pair)) if self.month else None

    @property
    def readings(self) -> list[date]:
        """The days that it can be: two where its numbers can be read either way."""
        if self.calendar:
            return [day for day in (self.calendar.whole,) if day]
        first, second = self.pair or (0, 0)
        both = (Day(first, second, self.year).whole, Day(second, first, self.year).whole)
        return [day for day in both if day]

    @property
    def dotted(self) -> bool:
        """Whether it may be the number of a paragraph: "4.9.18"."""
        return bool(_DOTTED.fullmatch(self.mould))

    @property
    def date(self) -> date | None:
        """The day that it is; None of what is no day, or none that the calendar has."""
        return self.calendar.whole if self.form == "day" and self.calendar else None


def times_in(text: str, *, dotted: bool = False) -> Iterator[Time]:
    """Every time that `text` prints, in order; `dotted`: "4.9.18" is one too, and not the number of a paragraph."""
    text = f"\n{text}"
    for match in _TIME.finditer(text):
        made = _MADE[match.lastgroup or ""](match) if match.lastgroup in _MADE else _made(match)
        if made is not None and (dotted or not made.dotted):
            yield made
        elif match["odd"] or match["oddly"] or match["odd_m"]:
            start = next(match.start(group) for group in ("om_d", "oy_y", "odd_m") if match[group]) - 1
            yield from filter(None, map(_made, _TIME.finditer(text, start, match.end())))


def _made(match: re.Match[str]) -> Time | None:
    return next((found for name, make in _MADE.items() if match[name] and (found := make(match))), None)


def _time(match: re.Match[str], form: Form, **parts: object) -> Time:
    printed = match.group()[1:]
    mould = re.sub(r"[A-Za-z]{3,}", _lettered, re.sub(r"\d", "9", printed))
    return Time(match.start(), match.end() - 1, printed, form, mould, **parts)  # type: ignore[arg-type]


def _lettered(match: re.Match[str]) -> str:
    return "M" if match.group().lower() in MONTHS else match.group()


def full_year(text: str | None) -> int | None:
    """ "'24" and "24" are 2024, "98" is 1998."""
    if not text:
        return None
    number = int(text.strip("'’"))
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _iso(match: re.Match[str]) -> Time:
    year = int(match["iso_y"])
    return _time(match, "day", year=year, until=year, month=int(match["iso_m"]), day=int(match["iso_d"]))


def _numeric(match: re.Match[str]) -> Time | None:
    first, second, year = int(match["num_a"]), int(match["num_b"]), full_year(match["num_y"])
    if match["num_s"] == "-" and len(match["num_y"]) == 2:
        return None
    whole = len(match["num_y"]) == 4 and 0 < first <= _LAST
    if match["num_s"] == "." and not (whole or 1 <= min(first, second) <= 12):
        return None
    return _time(match, "day", year=year, until=year, pair=(first, second))


def _day(match: re.Match[str]) -> Time | None:
    day = int(match["dm_d"])
    if match["odd_m"]:
        meant = near_month(match["odd_m"]) if "\n" not in match["dm_s"] else None
        year = int(match["odd_y"])
        return (
            _time(match, "day", year=year, until=year, month=meant, day=day, misspelt=match["odd_m"]) if meant else None
        )
    year_ = full_year(match["dm_y"] or match["dm_y2"])
    return _time(match, "day", year=year_, until=year_, month=MONTHS[match["dm_m"].lower()], day=day)


def _odd(match: re.Match[str]) -> Time | None:
    """ "Octobr 3, 2025": a word that is nearly a month's name, before a day and a year."""
    year, meant = int(match["om_y"]), near_month(match["om_m"])
    if not meant:
        return None
    return _time(match, "day", year=year, until=year, month=meant, day=int(match["om_d"]), misspelt=match["om_m"])


def _oddly(match: re.Match[str]) -> Time | None:
    """ "Jauary 2025": a long month's name with a slip within it; "Augusta 2025" is a place."""
    word, year = match["oy_m"].lower(), int(match["oy_y"])
    meant = near_month(word)
    if not meant or len(MONTH_NAMES[meant]) < 6 or word.startswith(MONTH_NAMES[meant].lower()):
        return None
    return _time(match, "month", year=year, until=year, month=meant, misspelt=match["oy_m"])


def _month(match: re.Match[str]) -> Time:
    month = MONTHS[match["md_m"].lower()]
    if match["md_d"]:
        year = full_year(match["md_y"] or match["md_y2"])
        return _time(match, "day", year=year, until=year, month=month, day=int(match["md_d"]))
    year = full_year(match["my_y"] or match["my_y2"] or match["my_y3"])
    return _time(match, "month", year=year, until=year, month=month)


def _years(match: re.Match[str]) -> Time:
    first = int(match["ys_a"])
    return _time(match, "years", year=first, until=_century(first, int(match["ys_b"])))


def _century(first: int, last: int) -> int:
    """ "1999-00" ends in 2000."""
    whole = first // 100 * 100 + last
    return whole + 100 if whole < first and first % 100 > 90 else whole


def _fiscal(match: re.Match[str]) -> Time:
    first = full_year(match["fy_a"]) or 0
    if match["fy_b"]:
        return _time(match, "years", year=first, until=_century(first, int(match["fy_b"]) % 100))
    return _time(match, "year", year=first, until=first)


def _quarter(match: re.Match[str]) -> Time:
    return _time(match, "quarter", quarter=int(match["q"]))


def _year(match: re.Match[str]) -> Time:
    return _time(match, "year", year=int(match["year"]), until=int(match["year"]))


def near_month(word: str) -> int | None:
    """The month that a word is a slip of: one letter lost, doubled, changed, or two swapped."""
    folded = word.lower()
    if folded in MONTHS or len(folded) < 5:
        return None
    return next((n for name, n in MONTHS.items() if len(name) > 4 and _slipped(folded, name)), None)


def _slipped(word: str, name: str) -> bool:
    if word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    one, two = word[head:], name[head:]
    return one[1:] == two or one == two[1:] or one[1:] == two[1:] or (one[:2] == two[1::-1] and one[2:] == two[2:])


_MADE = {
    "iso": _iso, "numeric": _numeric, "day": _day, "odd": _odd, "oddly": _oddly, "month": _month, "years": _years,
    "fiscal": _fiscal, "quarter": _quarter, "year": _year,
}  # fmt: skip
