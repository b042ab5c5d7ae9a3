"""Days of a list, down the rows or in a sentence, that are in order but for one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times import Entry, Times, dated, down_rows, in_rows, in_sentences
from reportcheck.words import MONTH_NAMES, Day, digit_slip, pattern, said

_WITHIN = 500
_COMING = pattern(
    r"\b(?:next|due|until|till|by|expir\w*|renew\w*|will|planned|scheduled|proposed|deadline|review\w*|ends?|to)\b",
    re.I,
)
_LONG, _CLOSE = 6, 45
"""So many dates must be in order, and so near to one another, before a day or a month is taken for a slip."""


class Params(NamedTuple):
    """`least`: so many dates make a list."""

    least: int = 5


class Fault(NamedTuple):
    """Which day of a list is out of its place, and the day that a slip has made it of; None where two or more fit."""

    at: int
    right: date | None


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each list of dates that are in order but for one."""
    times = Times.of(paper.outline)
    lists = (dated(run) for run in (*down_rows(times), *in_sentences(times)) if len(run) >= params.least)
    found = [relation for run in lists if run for relation in _judged(times, run)]
    yield from found
    told = {relation.location for relation in found if relation.verdict != "held"}
    own = read_occasion(paper.outline).day
    for entries in in_rows(times) if own else ():
        if own and len(entries) > params.least and all(time.year for time in entries):
            yield from (late for late in _late(times, dated(entries), own) if late.location not in told)


def _late(times: Times, run: list[Entry], own: date) -> Iterator[Relation]:
    """The one entry that is dated after the paper which has it, and a year before would be among the others."""
    late = [(time, day) for time, day in run if day > own]
    others = [day for _, day in run if day <= own]
    if len(late) != 1 or not others:
        return
    time, day = late[0]
    begin, end = times.stream.line(time.start)
    begin = times.stream.line(max(begin - 1, 0))[0]
    if _COMING.search(times.stream.text, begin, end):
        return
    earlier = Day(day.day, day.month, day.year - 1).whole
    if earlier and min(others) <= earlier <= max(others):
        message = (
            f"{time.printed} is after the paper's own date, {said(own)}; the {len(others)} other dates "
            f"of the list are not, and {said(earlier)} is among them."
        )
        yield times.stream.judged("dates", time, message, holds=False, better=said(earlier),
            reason="the year of the other dates", confidence="medium",
        )  # fmt: skip


def _judged(times: Times, run: list[Entry]) -> Iterator[Relation]:
    days = [day for _, day in run]
    first, last = run[0][0], run[-1][0]
    for down in (False, True):
        ordered = [d if not down else date.fromordinal(3_000_000 - d.toordinal()) for d in days]
        breaks = [n for n, (a, b) in enumerate(itertools.pairwise(ordered), start=1) if b < a]
        if not breaks and days[0] != days[-1]:
            message = f"The dates from {first.printed} to {last.printed} are in order."
            yield times.stream.judged("dates", last, message, holds=True, others=[first])
            return
        if 0 < len(breaks) <= 2 and abs((max(days) - min(days)).days) < 2 * _WITHIN:
            found = [f for at in breaks for n in (at - 1, at) if (f := _fault(ordered, run, n))]
            if len({fault.at for fault in found}) == 1:
                yield _told(times, run, found[0])
                return


def _fault(ordered: list[date], run: list[Entry], at: int) -> Fault | None:
    """A day without which all are in order, and which a slip has put where it stands."""
    if not 0 < at < len(run) - 1 or any(b < a for a, b in itertools.pairwise(ordered[:at] + ordered[at + 1 :])):
        return None
    low, high = sorted((run[at - 1][1], run[at + 1][1]))
    if (high - low).days > _WITHIN:
        return None
    time, day = run[at]
    fitting = [moved for moved in _near(day) if low <= moved <= high]
    turned = [moved for moved in fitting if (moved.month, moved.day) == (day.month, day.day)]
    if turned and time.year:
        return Fault(at, turned[0])
    if not fitting or len(run) < _LONG or (high - low).days >= _CLOSE:
        return None
    return Fault(at, fitting[0] if len(fitting) == 1 and not _either(ordered, at) else None)


def _either(ordered: list[date], at: int) -> bool:
    """Whether the list is in order without a neighbour too: one of the two is wrong."""
    return any(all(a <= b for a, b in itertools.pairwise(ordered[:n] + ordered[n + 1 :])) for n in (at - 1, at + 1))


def _near(day: date) -> Iterator[date]:
    """Days that a slip makes of one another: another year, another month, another day of the month by a digit."""
    for year, month, number in (
        *((day.year + by, day.month, day.day) for by in (-1, 1)),
        *((day.year, month, day.day) for month in range(1, 13) if month != day.month),
        *((day.year, day.month, number) for number in range(1, 32) if digit_slip(number, day.day)),
    ):
        if Day(number, month, year).possible:
            yield date(year, month, number)


def _told(times: Times, run: list[Entry], fault: Fault) -> Relation:
    (time, day), right = run[fault.at], fault.right
    before, after = run[fault.at - 1][0], run[fault.at + 1][0]
    printed = f"{time.printed} stands between {before.printed} and {after.printed}"
    better = ""
    if right is None:
        message = f"{printed}, where the other dates of the list are in order."
    elif (right.month, right.day) == (day.month, day.day):
        better = said(right)
        message = f"{printed}: its year should be {right.year}."
    else:
        better = said(right) if time.year else f"{right.day} {MONTH_NAMES[right.month]}"
        message = f"{printed}: its date should be {better}."
    return times.stream.judged("dates", time, message, holds=False, better=better, sure=bool(better),
        reason="between its neighbours", others=(before, after),
    )  # fmt: skip
