"""Years that disagree with the paper's own: a balance dated twice, a payment a year old, a title of another year."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from reportcheck.checks.judging import excerpt
from reportcheck.model import Figure, Mark, Paper, Passage, Quantity, Relation, Text
from reportcheck.patterns import pattern
from reportcheck.quantity import MONEY
from reportcheck.read.outline.occasion import Occasion, read_occasion
from reportcheck.read.prose import dated_everywhere
from reportcheck.records import record
from reportcheck.words.calendar import MONTH_NAMES, YEAR, YEARS, Day, nights, parse_day, parse_span, said

_MONTHLY = pattern(r"\b(?:salary|salaries|wages?|pension|rent|stipend|honorarium)\b[^.;\d]{0,30}$", re.I)
_BALANCE = pattern(
    r"\b(?P<what>closing balance|balance carried forward|bank statement|bank balance c/f|opening balance|"
    r"balance b/f|balance brought forward|balance)"
    r"\s+(?:as )?(?:at|of|on)?\s*"
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+{YEAR})",
    re.I,
)
_ROUND = 80
_SIGNS = "£$€ "
_LATELY = 92
"""Days before a paper in which its balances are struck: a balance that has not moved for a year has two dates too."""
_STATEMENTS = pattern(
    r"^(?:the )?(?P<title>annual governance statement|annual report(?: and accounts)?|statement of accounts|"
    r"annual accounts|"
    r"accountability report|performance report|remuneration report|financial statements|quality (?:account|report))"
    rf"\s*(?:for )?(?P<span>{YEARS})$",
    re.I,
)
_EMPHASIS = pattern(r"[*#_]+")


class Params(NamedTuple):
    """`balance`: one amount, two years; `monthly`: a monthly payment; `year-end`: balances of accounts; `title`."""

    test: Literal["balance", "monthly", "year-end", "title"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each date or title that the paper's own date or year puts to the test."""
    occasion = read_occasion(paper.outline)
    if params.test == "balance":
        yield from _balances(paper, occasion)
    elif params.test == "monthly" and occasion.day:
        yield from _monthly(paper, occasion.day)
    elif params.test == "year-end" and occasion.year_end:
        yield from _year_end(paper, occasion.year_end)
    elif params.test == "title" and occasion.years:
        yield from _titles(paper, occasion.years)


@record(frozen=True, slots=True)
class _Dated:
    """An amount and the date that its sentence gives it."""

    passage: Passage
    amount: Mark
    mark: Mark
    day: date


def _balances(paper: Paper, occasion: Occasion) -> Iterator[Relation]:
    """One amount that is dated twice, the day and the month alike and the year not."""
    found: dict[str, list[_Dated]] = {}
    for passage, days in dated_everywhere(paper):
        for dated in _dated_amounts(passage, {id(mark): day for mark, day in days}):
            found.setdefault(dated.amount.text.lstrip(_SIGNS), []).append(dated)
    for group in found.values() if occasion.day else ():
        for one, two in itertools.pairwise(group):
            alike = (one.day.month, one.day.day) == (two.day.month, two.day.day)
            if alike and occasion.day and any(0 <= nights(d.day, occasion.day) <= _LATELY for d in (one, two)):
                yield _twice(one, two, occasion.day)


def _dated_amounts(passage: Passage, printed: dict[int, Day]) -> Iterator[_Dated]:
    """The amounts to the last pound or penny that follow a whole date in a passage."""
    last: tuple[Mark, date] | None = None
    for mark in passage.marks:
        day = printed.get(id(mark))
        if day:
            last = (mark, day.whole) if day.whole else None
        elif last and mark.start - last[0].end <= _ROUND and _is_exact(mark.quantity):
            yield _Dated(passage, mark, last[0], last[1])
            last = None


def _is_exact(quantity: Quantity | None) -> bool:
    """Whether it is an amount of money that no rounding makes alike to another."""
    if quantity is None or quantity.unit not in MONEY or quantity.scale != 1:
        return False
    return sum(c.isdigit() for c in quantity.text) >= 5 and not quantity.text.endswith("000")


def _twice(one: _Dated, two: _Dated, own: date) -> Relation:
    right, wrong = sorted((one, two), key=lambda d: abs(nights(d.day, own)))
    holds = one.day == two.day
    amount = wrong.amount.text
    message = f"{amount} is dated {wrong.mark.text} here and {right.mark.text} elsewhere"
    if holds:
        message = f"{amount} has one date, {said(one.day)}"
    else:
        message += f", in a paper of {said(own)}"
    stated, other = wrong.passage.figure(wrong.mark, amount), right.passage.figure(right.mark, amount)
    return Relation.judged(
        "own-year",
        stated,
        holds,
        message + ".",
        by=(other, wrong.passage.figure(wrong.amount)),
        better=str(right.day.year),
        why="the year of the other mention",
        quote=excerpt(wrong.passage.text.text, wrong.mark.start, wrong.amount.end),
    )


def _monthly(paper: Paper, own: date) -> Iterator[Relation]:
    """A monthly payment whose month is the paper's, of another year."""
    for passage, days in dated_everywhere(paper):
        for mark, day in days:
            if day.day is not None or day.year is None:
                continue
            if not _MONTHLY.search(passage.text.text[max(0, mark.start - 60) : mark.start]):
                continue
            months = 12 * (own.year - day.year) + own.month - day.month
            if abs(months) > 14:
                continue
            holds = months not in (12, 13, -12)
            better = f"{MONTH_NAMES[day.month]} {own.year if months != 13 or own.month > 1 else own.year - 1}"
            message = f"This payment is for {mark.text}, a year away from the paper's own date, {said(own)}."
            yield _one(passage.text, mark.start, mark.end, holds, message, better, "the month of the paper's own year")


def _year_end(paper: Paper, year_end: date) -> Iterator[Relation]:
    """Closing balances and bank statements of a year's accounts are of its last day."""
    for parts in paper.outline.rows:
        text = Text.join(parts, "\t")
        for match in _BALANCE.finditer(text.text) if len(text.text) < 200 else ():
            day = _whole(parse_day(match["day"]))
            if day is None or (day.month, day.day) != (year_end.month, year_end.day):
                continue
            what = match["what"].lower()
            closing = what.startswith(("closing", "balance carried", "bank balance c"))
            opening = what.startswith("opening") or "b/f" in what or "brought" in what
            if day < year_end and not closing and not opening:
                continue
            if opening:
                yield _opened(text, match, day, year_end)
                continue
            message = (
                f"“{' '.join(match.group().split())}” stands in the accounts of the year to {said(year_end)}: "
                f"the year should be {year_end.year}."
            )
            yield _one(text, match.start("day"), match.end("day"), day == year_end, message, said(year_end), "")


def _opened(text: Text, match: re.Match[str], day: date, year_end: date) -> Relation:
    """A balance brought forward is of the last day of the year before."""
    right = year_end.replace(year=year_end.year - 1, day=min(year_end.day, 28) if year_end.month == 2 else year_end.day)
    message = (
        f"“{' '.join(match.group().split())}” opens the accounts of the year to {said(year_end)}: "
        f"the year should be {right.year}."
    )
    return _one(text, match.start("day"), match.end("day"), day == right, message, said(right), "")


def _whole(day: Day | None) -> date | None:
    return day.whole if day else None


def _titles(paper: Paper, years: tuple[int, int]) -> Iterator[Relation]:
    """The title of a part that every report of this kind has, with another year than the report's."""
    seen: set[str] = set()
    for parts in paper.outline.rows:
        if len(parts) > 1 or len(parts[0].text) > 80:
            continue
        match = _STATEMENTS.match(_EMPHASIS.sub("", parts[0].text).strip(" +-•"))
        span = parse_span(match["span"]) if match else None
        if not match or not span or span[1] != span[0] + 1 or match.group() in seen:
            continue
        seen.add(match.group())
        message = (
            f"“{match.group()}” stands in a report on {years[0]}/{years[1] % 100:02}: "
            f"its year should be {years[0]}/{years[1] % 100:02}."
        )
        better = f"{match['title']} {years[0]}/{years[1] % 100:02}"
        yield _one(parts[0], 0, len(parts[0].text), span == years, message, better, "")


def _one(text: Text, start: int, end: int, holds: bool, message: str, better: str, reason: str) -> Relation:
    figure = Figure(text.text[start:end], text.locate(start, end))
    if holds:
        message = f"“{' '.join(figure.text.split())}” agrees with the paper's own date or year."
    return Relation.judged(
        "own-year", figure, holds, message, better=better, why=reason, quote=excerpt(text.text, start, end)
    )
