"""Minutes that a meeting approves are those of an earlier one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.model import Outline, Paper, Relation
from reportcheck.read.outline.earlier import joined, minutes_named
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.outline.own_days import OwnDays
from reportcheck.read.times import Stream, Time, Times
from reportcheck.words import pattern, said

_OF = pattern(
    r"\b(?:approv|adopt|confirm|accept|sign|agree|correct(?!ions?))\w*\b[^.;\n]{0,60}?\bminutes\s+(?:of|from|for|dated)\b"
    r"[^.;\d\n]{0,60}$", 0
)  # fmt: skip
_THESE = pattern(r"\b(?:approv|adopt|confirm|accept|sign)\w*\b[^.;\d\n]{0,30}$", 0)
_NAMED = pattern(r"\bminutes\s+(?:of|from|for|dated)\b[^.;\d\n]{0,60}$")
_WERE = pattern(
    r",?\s+(?:(?:having|were|was|been|be|read|and|circulated|then|duly)\s+){1,4}(?:approv|adopt|confirm|accept|sign)"
)
_WHEN = pattern(
    r"\W{1,3}(?:(?:were|was|as|duly)\s+){0,2}(?:approv|adopt|confirm|accept|sign|ratif)\w*\s+(?:on|by|at|in)\b[^.;\n]{0,60}\d"
)
"""After the day of minutes that are said to have been approved on another: they may be these minutes."""
_MINUTES = pattern(r"[ \xa0]+(?:[A-Za-z]+[ \xa0]+){0,4}[Mm]inutes\b")
_SPECIAL = pattern(r"\b(?:special|budget|work|emergency|extra\w*|called|annual|organi[sz]ational|public|closed)", 0)
_TO_COME = pattern(r"\b(?:next|will|draft|circulated by|published|to be|posted|available|issued|from now)\b")
_BACK, _YEAR = 150, 200
_LONG_AGO, _TWO_YEARS, _FAR, _LATELY = 330, 480, 1200, 100
_YEARLY = pattern(r"\b(?:annual|agm|yearly|a\.g\.m)\b", re.I)
_OPENING, _NEAR = 1500, 200


class Params(NamedTuple):
    """No parameters."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each date of minutes that are approved."""
    occasion = read_occasion(paper.outline)
    own = occasion.day
    if own is None or not occasion.met or occasion.doubted:
        return
    stream, times, _ = Times.of(paper.outline)
    found = list(_minutes(paper.outline, stream, times, own))
    late = sorted({first for _, first in found if first > own})
    turned = own.replace(year=own.year + 1) if len(late) > 1 and (own.month, own.day) != (2, 29) else own
    if late and turned > late[-1] and (dated := _at(times, own)):
        message = (
            f"The meeting is dated {said(own)}, but it has the minutes of {said(late[0])} and of {said(late[-1])} "
            f"before it: its year may be {turned.year}."
        )
        yield stream.judged("minutes-approved", dated, message, holds=False, better=said(turned))
        return
    for time, first in found:
        yield _relation(stream, time, first, own)


def _minutes(outline: Outline, stream: Stream, times: tuple[Time, ...], own: date) -> Iterator[tuple[Time, date]]:
    """The days of minutes that are approved, or that lie before a meeting though they are of a later one."""
    recorded = OwnDays.of(outline).days
    listed = False
    for last, time in itertools.pairwise((None, *times)):
        assert time is not None
        listed = _named(stream.text, time) or bool(listed and last and joined(stream.text[last.end : time.start]))
        first = _first(time)
        if first is None or _WHEN.match(stream.text[time.end : time.end + _BACK].lower()):
            continue
        again = first in recorded or (first.month, first.day) == (own.month, own.day)
        if _approved(stream.text, time) or (listed and not again and 0 < (first - own).days < _FAR):
            yield time, first


def _relation(stream: Stream, time: Time, first: date, own: date) -> Relation:
    holds = first < (own if time.day else own.replace(day=1))
    printed, span = time.printed, time
    message = f"Minutes of {printed} were there to be approved on {said(own)}."
    if not holds:
        message = f"Minutes of {printed} cannot have been approved on {said(own)}, the paper's own date."
    elif time.day and _LONG_AGO < (own - first).days < _TWO_YEARS and _often(stream.text, time):
        later = first.replace(year=first.year + 1, day=min(first.day, 28))
        holds = not 0 < (own - later).days < _LATELY
        message = f"Minutes of {printed} were more than a year old on {said(own)}: the year may be {first.year + 1}."
    return stream.judged("minutes-approved", span, message, holds=holds, better=_meant(time, first, own))


def _at(times: tuple[Time, ...], own: date) -> Time | None:
    """Where the paper's own day is printed first."""
    return next((t for t in times if t.date == own), None)


def _first(time: Time) -> date | None:
    """The first day that the minutes can be of."""
    return time.calendar.first if time.calendar and time.form in ("day", "month") else None


def _approved(text: str, time: Time) -> bool:
    before = text[max(0, time.start - _BACK) : time.start].lower()
    after = text[time.end : time.end + 50]
    of, these = _OF.search(before), _THESE.search(before)
    minutes = _MINUTES.match(after) if these else None
    around = (of.group() if of else "") + (minutes.group().lower() if minutes else "")
    # A month has one regular meeting, and may have others before it.
    told = _NAMED.search(before) and _WERE.match(after)
    return bool(of or minutes or told) and not (time.form == "month" and _SPECIAL.search(around))


def _named(text: str, time: Time) -> bool:
    """Whether minutes of a date are spoken of as there: in an agenda, or over the words that approve them."""
    before = text[max(0, time.start - _BACK) : time.start].rsplit("\n", 1)[-1].lower()
    return time.day is not None and minutes_named(text, time.start) and not _TO_COME.search(before)


def _often(text: str, time: Time) -> bool:
    """Whether nothing says that these are the minutes of a meeting that is held once a year."""
    around = text[max(0, time.start - _NEAR) : time.end + _NEAR]
    return not _YEARLY.search(text[:_OPENING]) and not _YEARLY.search(around)


def _meant(time: Time, first: date, own: date) -> str:
    """The same day of the year before or after, where that is not long ago: at the turn of the year."""
    years = (-1, 1) if (first.month, first.day) != (2, 29) else ()
    moved = (first.replace(year=first.year + by) for by in years)
    meant = next((day for day in moved if 0 < (own - day).days < _YEAR), None)
    if meant is None:
        return ""
    return said(meant, whole=bool(time.day))
