"""A report that speaks of one day throughout: a day after it that is told as past, and last year's of another month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.times import Time, Times
from reportcheck.words import pattern, said

_PAST = pattern(r"\b(?:than|as of|as at|since|vs\.?|versus|compared (?:to|with)|through)\s+(?:the\s+)?$", re.IGNORECASE)
_AHEAD = pattern(
    r"\b(?:will|shall|forecast\w*|expected|project\w*|estimat\w*|budget\w*|to be|plan\w*|would|anticipat\w*|propos\w*|"
    r"until|due|matur\w+|expir\w+|renew\w*|effective|deadline|by|target\w*|future|next|upcoming)\b", re.IGNORECASE
)  # fmt: skip
_LAST_YEAR = pattern(r"\s*\(?(?:last year|prior year|previous year|a year (?:ago|earlier))\b", re.IGNORECASE)
_LATEST = 400


class Params(NamedTuple):
    """`often`: so often must a report's own day stand in it."""

    often: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each day that is told as past, or as last year's, in a report that is of one day."""
    times = Times.of(paper.outline)
    days = [(t, d) for t in times.times if (d := t.date)]
    counts = Counter(day for _, day in days)
    if len(counts) < 2:
        return
    own = max((day for day, count in counts.items() if count >= params.often), default=None)
    if own is None:
        return
    last = [t for t, d in days if d == own][-1]
    message = f"{said(own)} is the day of which the paper speaks."
    yield times.stream.judged("as-of", last, message, holds=True)
    for time, day in days:
        if counts[day] > 1:
            continue
        if own == max(d for d in counts if d != day) and 0 < (day - own).days < _LATEST:
            yield from _after(times, time, own)
        elif _LAST_YEAR.match(times.stream.text, time.end) and _month_end(day):
            yield from _last_year(times, time, own, counts)


def _after(times: Times, time: Time, own: date) -> Iterator[Relation]:
    text = times.stream.text
    begin = times.stream.line(time.start)[0]
    ahead = _AHEAD.search(times.stream.sentence(time.start))
    if ahead or not _PAST.search(text, max(begin, time.start - 30), time.start):
        return
    day = time.calendar.whole if time.calendar else None
    earlier = day.replace(year=day.year - 1) if day and (day.month, day.day) != (2, 29) else None
    message = f"{time.printed} is told as past, but the paper speaks of {said(own)} and of no later day."
    yield times.stream.judged("as-of", time, message, holds=False, confidence="medium",
        better=said(earlier) if earlier and earlier <= own else "", reason="the same day a year before",
    )  # fmt: skip


def _month_end(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _last_year(times: Times, time: Time, own: date, counts: Counter[date]) -> Iterator[Relation]:
    day = time.calendar.whole if time.calendar else None
    if day is None or not _month_end(own):
        return
    right = [d for d in counts if d != day and _month_end(d) and (d.year, d.month) == (own.year - 1, own.month)]
    if not right or day.year != own.year - 1:
        return
    printed = time.printed
    message = f"{printed} is called last year's day, but elsewhere {said(right[0])} is, and the paper's is {said(own)}."
    yield times.stream.judged("as-of", time, message, holds=False, better=said(right[0]),
        reason="a year before the paper's day", confidence="medium",
    )  # fmt: skip
