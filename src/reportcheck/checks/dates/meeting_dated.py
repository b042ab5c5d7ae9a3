"""One meeting with two dates in a paper: its own with another year, and that of the minutes which it approves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.earlier import joined, minutes_named, of_earlier
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.outline.own_days import OwnDays
from reportcheck.read.times import Time, Times
from reportcheck.words import digit_slip, pattern, said

_MEETS = pattern(r"\b(?:meetings?|minutes|agenda|session|hearing)\b[^.;\n]{0,40}$")
_MEETS_AFTER = pattern(r",?\s+(?:[a-z’']+\s+){0,4}(?:meeting|minutes|agenda|session|hearing)\b")
_OTHER = pattern(r"\b(?:last|previous|next|annual|agm|anniversary|yearly|since|ago|future|will|schedul\w+)\b")
_HELD = pattern(r"\bmeeting\b[^.;:!?]*(?:\d[.:]\d\d[^.;:!?]*)?$")
_ANOTHER = pattern(
    r"\b(?:following|agreed|adjourned|published|posted|to be held|(?:is|are) (?:on|to)|before|after|until|special|"
    r"extraordinary)\b|\bminutes\s+of\b[^.;\d]*$"
)
_BACK, _HEAD, _FEW = 80, 700, 2
"""Letters: what stands before a date, and the head of a paper with the first sentence under it."""
_NEAR = 8
"""Rows between the head of an item and what was resolved under it."""


class Params(NamedTuple):
    """`own`: the paper's own day with the year before or after; `minutes`: two dates of the minutes of one item."""

    test: Literal["own", "minutes"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each place where a meeting is dated again."""
    times = Times.of(paper.outline)
    if params.test == "own":
        yield from _own(paper, times)
        return
    yield from _minutes(times, read_occasion(paper.outline).day)


def _own(paper: Paper, times: Times) -> Iterator[Relation]:
    """The meeting's own day again: with the year before or after; near its head with another day or month as well."""
    days = OwnDays.of(paper.outline).days
    text = times.stream.text
    for time in times.times:
        day = time.date
        above = text[max(0, time.start - _BACK) : time.start].lower()
        before = above.rsplit("\n", 1)[-1]
        at_head = time.start < _HEAD and _of_this_meeting(above)
        fellows = days[:1] if at_head and len(set(days)) <= _FEW else days
        own = next((d for d in fellows if day and _again(d, day, at_head=fellows is not days)), None)
        after = text[time.end : time.end + _BACK].lower()
        if not own or not day or not (at_head or _MEETS.search(before) or _MEETS_AFTER.match(after)):
            continue
        if _OTHER.search(before + after) or (own > day and _of_earlier_meeting(times, time)):
            continue
        holds = day in fellows
        message = f"The meeting is dated {said(own)} at the head of the paper, and {time.printed} here."
        if holds:
            message = f"The meeting of {said(own)} has its own date here."
        yield times.stream.judged("meeting-dated", time, message, holds=holds, better=said(own),
            reason="as at the head of the paper", sure=False,
        )  # fmt: skip


def _of_this_meeting(above: str) -> bool:
    """Whether the words before a day say that a meeting is held on it, and those above it name no other meeting."""
    return bool(_HELD.search(above.rsplit("\n", 1)[-1])) and not _ANOTHER.search(above)


def _of_earlier_meeting(times: Times, time: Time) -> bool:
    """Whether the line of a day says that it is of an earlier meeting than this one."""
    begin, end = times.stream.line(time.start)
    return of_earlier(times.stream.text[begin:end], time.start - begin, time.end - begin)


def _again(own: date, day: date, *, at_head: bool) -> bool:
    """Whether two days are one but for the year; at the head of a paper, but for one of its day, month and year."""
    wrong = (own.year != day.year, own.month != day.month, own.day != day.day)
    return sum(wrong) < 2 and abs(own.year - day.year) < 2 and (at_head or not (wrong[1] or wrong[2]))


def _minutes(times: Times, own: date | None) -> Iterator[Relation]:
    """The rows of one item: what its first row calls the minutes, and what the rows below it do."""
    named = [t for t in _named(times) if own is None or not _own_or_late(t, own)]
    for at, first in enumerate(named):
        row = times.stream.row(first.start)
        if at and times.stream.row(named[at - 1].start) >= row - _NEAR:
            continue
        block = [t for t in named[at:] if times.stream.row(t.start) - row <= _NEAR]
        head = [t for t in block if times.stream.row(t.start) == row]
        for time in block[len(head) :]:
            yield from _twice(times, head, block, time)


def _own_or_late(time: Time, own: date) -> bool:
    """Whether a day is the paper's own, or after it: no minutes of it can be there, which is told elsewhere."""
    day = time.calendar.whole if time.calendar else None
    return (time.month, time.day) == (own.month, own.day) or (day is not None and day > own)


def _twice(times: Times, head: list[Time], block: list[Time], time: Time) -> Iterator[Relation]:
    """A day under the head of an item: named there too, or one slip away from one that is named there only."""
    if any(_same(time, other) for other in head):
        other = next(o for o in head if _same(time, o))
        message = f"The minutes of {other.printed} are named twice alike."
        yield _relation(times, time, other, message, holds=True)
        return
    alone = [o for o in head if not any(_same(o, t) for t in block if t is not o)]
    near = [o for o in alone if _slipped(time, o)]
    if len(near) == 1 and sum(_same(time, t) for t in block) == 1:
        message = f"The minutes are those of {near[0].printed}, and of {time.printed} here."
        yield _relation(times, time, near[0], message, holds=False)


def _named(times: Times) -> Iterator[Time]:
    """Days of minutes, each after "minutes of", or in one list with such a day."""
    text = times.stream.text
    last: Time | None = None
    for time in times.times:
        listed = last is not None and joined(text[last.end : time.start])
        begin = text.rfind("\n", 0, time.start) + 1
        named = minutes_named(text, time.start) and "minutes" in text[begin : time.start].lower()
        if time.form == "day" and time.calendar and time.calendar.day and (listed or named):
            last = time
            yield time
        else:
            last = None


def _same(one: Time, two: Time) -> bool:
    """Whether two printed days can be one: a year may be left out."""
    return (one.month, one.day) == (two.month, two.day) and (not one.year or not two.year or one.year == two.year)


def _slipped(one: Time, two: Time) -> bool:
    """Whether one is the other with a digit of its day, its month or its year wrong."""
    alike = [(one.day, two.day), (one.month, two.month), (one.year or two.year, two.year or one.year)]
    wrong = [n for n, (a, b) in enumerate(alike) if a != b]
    return len(wrong) == 1 and (wrong[0] > 0 or digit_slip(one.day or 0, two.day or 0))


def _relation(times: Times, time: Time, other: Time, message: str, *, holds: bool) -> Relation:
    return times.stream.judged("meeting-dated", time, message, holds=holds, sure=False,
        others=[other], confidence="medium",
    )  # fmt: skip
