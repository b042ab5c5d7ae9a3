"""The day that each part of a paper is of: minutes bound together have a meeting each."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import NamedTuple

from reportcheck.model import Outline
from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times import Stream, Time, Times
from reportcheck.read.times.grammar import times_in

_HEAD = pattern(r"\bminutes of\b|\bagenda\b|\bmeeting held\b|^\W*(?:[a-z’'&]+\s+){0,8}meeting\W+(?!on\b|dates?\b)")
_OTHER = pattern(
    r"\b(?:last|previous|next|approv\w+|adopt\w+|confirm\w*|sign\w+|accept\w*|future|following|of the minutes|"
    r"schedule\w*|calendar|to be held|will be|see|noted|matters|posted|published|displayed|"
    r"issued|sent)\b|^\W*(?:item\s+)?\d[\d./]*[a-z]?[.):]?\s"
)
_ANOTHER = pattern(
    r"\b(?:last|previous|next|approv\w+|adopt\w+|confirm\w*|sign\w+|accept\w*|future|following|draft until)\b"
)
_MEETS = pattern(r"\b(?:minutes|meetings?|agenda|held|met)\b")
_LONGEST = 220
_REPORT = pattern(r"\breports?\b", re.I)
_PERIOD = pattern(r"\b(?:to|until|through|ended|ending|period|as at|as of|meeting|agenda|from|for the)\b", re.I)
_TITLES, _TITLE = 4, 90
_OPENING, _ABOVE, _AFTER = 1500, 250, 40


class OwnDays(NamedTuple):
    """The meetings that a paper records: the row that each begins in, and its day."""

    rows: tuple[int, ...]
    days: tuple[date, ...]
    reported: bool = False
    """Whether the one day is that of a report: it has no meeting, but cannot tell as past what was to come either."""

    @staticmethod
    def of(outline: Outline) -> OwnDays:
        """The meetings of a paper that says at its head that it is of one; none otherwise."""
        return _own_days(outline)

    def row(self, row: int) -> int:
        """Where the part begins that a row is of."""
        return self.rows[max(0, bisect_right(self.rows, row) - 1)]

    def around(self, row: int) -> tuple[date, date]:
        """The first and the last of the meetings that a row can be of: a head below the first may be none."""
        so_far = self.days[: bisect_right(self.rows, row)]
        return min(so_far), max(so_far)


@once
def _own_days(outline: Outline) -> OwnDays:
    occasion = read_occasion(outline)
    if occasion.day and not occasion.met and not occasion.doubted and _dated(outline, occasion.day):
        return OwnDays((0,), (occasion.day,), reported=True)
    if not occasion.met or occasion.day is None or occasion.year_end or occasion.doubted:
        return OwnDays((), ())
    rows, days = [0], [occasion.day]
    stream, times, _ = Times.of(outline)
    if not _headed(stream, times, occasion.day):
        return OwnDays((), ())
    for time in times:
        day = time.date
        if day is None or day == days[-1]:
            continue
        begin, end = stream.line(time.start)
        words = stream.text[begin:end].lower()
        if len(words) < _LONGEST and _HEAD.search(words) and not _OTHER.search(words):
            rows.append(stream.row(time.start))
            days.append(day)
    return OwnDays(tuple(rows), tuple(days))


def _dated(outline: Outline, day: date) -> bool:
    """Whether one of the first rows is the title of a report with its day, which ends no month, nor a year of tax."""
    after = day + timedelta(days=1)
    if after.day == 1 or (day.month, day.day) in ((1, 1), (4, 5), (4, 1), (7, 1)):
        return False
    for row in outline.rows[:_TITLES]:
        text = " ".join(part.text for part in row)
        dates = [t for t in times_in(text) if t.date]
        if len(text) < _TITLE and len(dates) == 1 and dates[0].date == day and _REPORT.search(text):
            return not _PERIOD.search(text)
    return False


def _headed(stream: Stream, times: tuple[Time, ...], day: date) -> bool:
    """Whether the first row with the paper's day says that it is the meeting's, and of no other meeting."""
    own = [t for t in times if t.date == day and t.start <= _OPENING]
    for time in own:
        begin, end = stream.line(time.start)
        around = stream.text[max(0, time.start - _ABOVE) : min(end, time.end + _AFTER)].lower()
        if _ANOTHER.search(stream.text[max(begin, time.start - _ABOVE) : time.start].lower()):
            return False
        if _MEETS.search(around):
            return True
    return False
