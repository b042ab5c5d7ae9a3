"""Minutes that a meeting approves are those of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.checks.judging import judged, shown
from reportcheck.model import Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times import Time, read_times
from reportcheck.words.calendar import MONTH_NAMES, nights, said

_OF = pattern(
    r"\b(?:approv|adopt|confirm|accept|sign|agree|correct)\w*\b[^.;\n]{0,60}?\bminutes\s+(?:of|from|for|dated)\b"
    r"[^.;\d\n]{0,60}$", 0
)  # fmt: skip
_THESE = pattern(r"\b(?:approv|adopt|confirm|accept|sign)\w*\b[^.;\d\n]{0,30}$", 0)
_NAMED = pattern(r"\bminutes\s+(?:of|from|for|dated)\b[^.;\d\n]{0,60}$")
_WERE = pattern(
    r",?\s+(?:(?:having|were|was|been|be|read|and|circulated|then|duly)\s+){1,4}(?:approv|adopt|confirm|accept|sign)"
)
_MINUTES = pattern(r"[ \xa0]+(?:[A-Za-z]+[ \xa0]+){0,4}[Mm]inutes\b")
_SPECIAL = pattern(r"\b(?:special|budget|work|emergency|extra\w*|called|annual|organi[sz]ational|public|closed)", 0)
_BACK, _YEAR = 150, 200
_LONG_AGO, _TWO_YEARS, _LATELY = 330, 480, 100
_YEARLY = pattern(r"\b(?:annual|agm|yearly|a\.g\.m)\b", re.I)
_OPENING, _NEAR = 1500, 200


class Params(NamedTuple):
    """No parameters."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each date of minutes that are approved."""
    occasion = read_occasion(paper.outline)
    own = occasion.day
    if own is None or not occasion.met:
        return
    stream, times, _ = read_times(paper.outline)
    for time in times:
        first = _first(time)
        if first is None or not _approved(stream.text, time):
            continue
        holds = first < (own if time.day else own.replace(day=1))
        printed, span = shown(stream, time), (time.start, time.end)
        message = f"Minutes of {printed} were there to be approved on {said(own)}."
        if not holds:
            message = f"Minutes of {printed} cannot have been approved on {said(own)}, the paper's own date."
        elif time.day and _LONG_AGO < nights(first, own) < _TWO_YEARS and _often(stream.text, time):
            later = first.replace(year=first.year + 1, day=min(first.day, 28))
            holds = not 0 < nights(later, own) < _LATELY
            message = (
                f"Minutes of {printed} were more than a year old on {said(own)}: the year may be {first.year + 1}."
            )
        yield judged("minutes-date", stream, span, message, holds=holds, better=_meant(time, first, own))


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


def _often(text: str, time: Time) -> bool:
    """Whether nothing says that these are the minutes of a meeting that is held once a year."""
    around = text[max(0, time.start - _NEAR) : time.end + _NEAR]
    return not _YEARLY.search(text[:_OPENING]) and not _YEARLY.search(around)


def _meant(time: Time, first: date, own: date) -> str:
    """The same day of the year before or after, where that is not long ago: at the turn of the year."""
    years = (-1, 1) if (first.month, first.day) != (2, 29) else ()
    moved = (first.replace(year=first.year + by) for by in years)
    meant = next((day for day in moved if 0 < nights(day, own) < _YEAR), None)
    if meant is None:
        return ""
    return said(meant) if time.day else f"{MONTH_NAMES[meant.month]} {meant.year}"
