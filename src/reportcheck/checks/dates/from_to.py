"""Two days with "to" between them, and the opening and the closing row of an account: the first comes first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times import Time, Times
from reportcheck.words import WEEKDAYS, pattern, said

_TO = pattern(rf"\s*(?:to|until|till|through|thru|up to|[-–—]|and)\s*(?:the\s+)?(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?")
_BETWEEN = pattern(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_COMPARED = pattern(
    r"\b(?:compar\w+|against|versus|vs|than|change|difference|variance|increas\w+|decreas\w+)\b", re.IGNORECASE
)
_LABEL = pattern(
    r"[\s*|]*(?:(?:opening|closing|beginning|ending|cash|bank|net|book|fund|funds|total|balances?|brought|carried|forward|"
    r"[bc][/.]?[fd]|as|at|on|of|and|reserves?|the|add|less)\b[\s.,:*|–-]*){1,7}", re.IGNORECASE
)  # fmt: skip
_BALANCE = pattern(
    r"\b(?:(?P<closes>closing balance|balance carried forward|bank balance c/f)|"
    r"(?P<opens>opening balance|(?:bank )?balance b/f|balance brought forward)|bank statement|balance)"
    r"\s+(?:as )?(?:(?:at|of|on)\s+)?(?:the\s+)?$", re.IGNORECASE
)  # fmt: skip
_SAID = pattern(
    r"\b(?:(?P<opens>(?:opening|beginning|starting)\s+(?:\w+\s+){0,2}balances?|balances?\s+brought\s+forward)|"
    r"(?P<closes>(?:closing|ending)\s+(?:\w+\s+){0,2}balances?|balances?\s+carried\s+forward))"
    r"\s+(?:(?:as\s+)?(?:at|of|on|from|to)\s+)?(?:the\s+)?$", re.IGNORECASE
)  # fmt: skip
_SHORT, _LEAD = 200, 60
_NEAR = 30
"""Rows between the opening and the closing of one account."""


class Params(NamedTuple):
    """`order`: a period does not end before it begins; `account`: an account closes a year, or less, after it opens."""

    test: Literal["order", "account"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such pair of days."""
    times = Times.of(paper.outline)
    if params.test == "order":
        yield from _periods(times)
        return
    yield from _accounts(times)
    yield from _rolled(times)
    year_end = read_occasion(paper.outline).year_end
    if year_end:
        yield from _balances(times, year_end)


def _periods(times: Times) -> Iterator[Relation]:
    text = times.stream.text
    for one, two in itertools.pairwise(times.times):
        joint = text[one.end : two.start]
        if len(joint) > 24 or "\t" in joint or not _TO.fullmatch(joint):
            continue
        before = text[max(0, one.start - 70) : one.start].rsplit(". ", 1)[-1]
        if (joint.strip().startswith("and") and not _BETWEEN.search(before)) or _COMPARED.search(before):
            continue
        first, last = _resolved(one, two)
        if first is None or last is None:
            continue
        printed = " ".join(text[one.start : two.end].split())
        message = f"“{printed}” runs on."
        if first > last:
            message = f"“{printed}” runs backwards: its last day is before its first."
        yield times.stream.judged("from-to", (one.start, two.end), message, holds=first <= last)


def _resolved(one: Time, two: Time) -> tuple[date | None, date | None]:
    """The first day of the first time and the last of the second, a year left out taken from the other."""
    if one.form not in ("day", "month") or two.form not in ("day", "month") or not one.calendar or not two.calendar:
        return None, None
    first, last = one.calendar, two.calendar
    alike = (first.month == last.month) and bool(first.day) and bool(last.day)
    if first.year is None and (last.year is None or not alike):
        if not alike or last.year is not None:
            return None, None
        first, last = replace(first, year=2024), replace(last, year=2024)
    elif first.year is None:
        first = replace(first, year=last.year)
    return first.first, last.last


def _accounts(times: Times) -> Iterator[Relation]:
    """ "Balance at 1 April 2023 ... Balance at 31 March 2024"."""
    rows = [(time, day) for time in times.times if (day := _labelled(times, time))]
    for (one, opened), (two, closed) in itertools.pairwise(rows):
        after = closed + timedelta(days=1)
        framed = (after.month, after.day) == (opened.month, opened.day)
        apart = times.stream.row(two.start) - times.stream.row(one.start)
        if not framed or not 0 < apart <= _NEAR or abs(after.year - opened.year - 1) > 1:
            continue
        right = date(opened.year + 1, opened.month, opened.day) - timedelta(days=1)
        message = f"An account that opens on {one.printed} closes on {said(right)}."
        if right != closed:
            message = f"{message[:-1]}, not on {two.printed}."
        yield times.stream.judged("from-to", two, message, holds=right == closed, sure=False,
            others=[one], confidence="medium", better=said(right), reason="a year after it opens",
        )  # fmt: skip


def _rolled(times: Times) -> Iterator[Relation]:
    """ "Opening balance on 1 May ... closing balance on 31 May": told in sentences, the last time of one that opens."""
    opened: Time | None = None
    for time in times.times:
        said_so = _SAID.search(times.stream.text, max(0, time.start - _LEAD), time.start) if time.date else None
        if said_so is None:
            continue
        if opened and said_so["closes"] and times.stream.row(time.start) - times.stream.row(opened.start) <= _NEAR:
            one, two = opened.date, time.date
            holds = bool(one and two and one <= two)
            message = f"The balance opens on {opened.printed} and closes on {time.printed}."
            if not holds:
                message = f"{message[:-1]}, before it opens."
            yield times.stream.judged(
                "from-to", time, message, holds=holds, sure=False, others=[opened], confidence="medium"
            )
        opened = time if said_so["opens"] else None


def _balances(times: Times, year_end: date) -> Iterator[Relation]:
    """The balances of a year's accounts are of its last day; those brought forward, of that of the year before."""
    for time in times.times:
        day = time.date
        begin, end = times.stream.line(time.start)
        match = _BALANCE.search(times.stream.text, begin, time.start) if end - begin < _SHORT else None
        if not match or day is None or (day.month, day.day) != (year_end.month, year_end.day):
            continue
        opens, closes = match["opens"], match["closes"]
        if day < year_end and not opens and not closes:
            continue
        right = year_end.year - bool(opens)
        printed = " ".join(times.stream.text[match.start() : time.end].split())
        message = f"“{printed}” {'opens' if opens else 'stands in'} the accounts of the year to {said(year_end)}"
        message += "." if day.year == right else f": the year should be {right}."
        better = said(day.replace(year=right)) if (day.month, day.day) != (2, 29) else ""
        yield times.stream.judged("from-to", time, message, holds=day.year == right, better=better)


def _labelled(times: Times, time: Time) -> date | None:
    """The day of a row that is labelled by it: a balance at the beginning or at the end of a year."""
    day = time.date
    begin = times.stream.line(time.start)[0]
    if day is None or (day.month, day.day) == (2, 29) or not _LABEL.fullmatch(times.stream.text, begin, time.start):
        return None
    return day
