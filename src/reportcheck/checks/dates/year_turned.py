"""A day many years ahead whose year is the paper's own with two digits changed round: 2031 in a paper of 2013."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.checks.judging import judged
from reportcheck.model import Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.read.outline.own_days import read_own_days
from reportcheck.read.prose import sentence_at
from reportcheck.read.times import Time, Times, read_times
from reportcheck.words.calendar import nights, said

_FAR_OFF = pattern(
    r"\b(?:matur\w*|expir\w*|leas\w+|loans?|bonds?|notes|mortgag\w*|repa(?:y|id)\w*|terms?|contracts?|agreements?|tenan\w+"
    r"|licen[cs]e\w*|warrant\w*|guarantee\w*|valid|until|by|plans?|strateg\w+|targets?|pension\w*|policy|policies)\b"
)
"""Words of what may end in many years' time."""
_AHEAD = 5 * 365


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each day that is far ahead of the meeting, or the report, that a paper is of."""
    own = read_own_days(paper.outline)
    if not own.days:
        return
    times = read_times(paper.outline)
    years = [t.year for t in times.times if t.form == "day"]
    for time in times.times:
        day = time.calendar.whole if time.calendar and time.form == "day" else None
        if day is None:
            continue
        last = own.around(times.stream.row(time.start))[1]
        meant = _turned(day, last) if years.count(day.year) == 1 else None
        if meant is not None and not _may_be_far(times, time):
            message = f"{time.printed} is {day.year - last.year} years after {said(last)}: {meant} is meant."
            yield judged(
                "year-turned", times.stream, time, message, holds=False, better=meant,
                confidence="medium", reason="two digits of the year changed round",
            )  # fmt: skip
        elif abs(nights(last, day)) < _AHEAD:
            message = f"{time.printed} is near {said(last)}."
            yield judged("year-turned", times.stream, time, message, holds=True)


def _turned(day: date, own: date) -> str | None:
    """The day with the last two digits of its year changed round, where that is near and the day is not."""
    year = day.year // 100 * 100 + day.year % 10 * 10 + day.year // 10 % 10
    if nights(own, day) < _AHEAD or abs(year - own.year) > 1 or (day.month, day.day) == (2, 29):
        return None
    return said(day.replace(year=year))


def _may_be_far(times: Times, time: Time) -> bool:
    """Whether its sentence speaks of what may lie so far ahead."""
    begin, end = times.stream.line(time.start)
    start, stop = sentence_at(times.stream.text[begin:end], time.start - begin)
    return _FAR_OFF.search(times.stream.text[begin + start : begin + stop].lower()) is not None
