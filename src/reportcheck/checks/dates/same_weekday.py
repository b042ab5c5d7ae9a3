"""Dates of a list that fall on one weekday ("every second Thursday"), but for one that a slip has moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.times import Entry, Times, dated, in_sentences
from reportcheck.words import QUARTERS, WEEKDAYS, Day, digit_slip, said


class Params(NamedTuple):
    """`least`: so many dates must make a list, all but one on one weekday of its turn in the month."""

    least: int = 5


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such list."""
    times = Times.of(paper.outline)
    for run in in_sentences(times):
        days = dated(run) if any(time.year for time in run) else []
        if len(days) >= params.least:
            yield from _judged(times, days)


def _turn(day: date) -> tuple[int, int]:
    """The weekday, and how many of it the month has had: (3, 2) is a second Thursday."""
    return day.weekday(), (day.day - 1) // 7 + 1


def _judged(times: Times, days: list[Entry]) -> Iterator[Relation]:
    turns = Counter(_turn(day) for _, day in days)
    (turn, count) = turns.most_common(1)[0]
    first, last = days[0][0], days[-1][0]
    if count == len(days):
        message = f"All {count} dates of the list are on a {WEEKDAYS[turn[0]]}."
        yield times.stream.judged("weekdays", last, message, holds=True,
                     others=[first])  # fmt: skip
        return
    time, day = next(entry for entry in days if _turn(entry[1]) != turn)
    right = _meant(day, turn, printed=bool(time.year))
    if count < len(days) - 1 or right is None or any(right == d for _, d in days):
        return
    which = next((name for name, number in QUARTERS.items() if number == turn[1]), "last")
    message = (
        f"{said(day)} is a {WEEKDAYS[day.weekday()]}; each of the {count} other dates of the list is the {which} "
        f"{WEEKDAYS[turn[0]]} of its month, as {said(right)} is."
    )
    beside = next(t for t, d in days if d != day)
    yield times.stream.judged("weekdays", time, message, holds=False, better=said(right), confidence="medium",
        reason="the weekday of the others", others=[beside],
    )  # fmt: skip


def _meant(day: date, turn: tuple[int, int], *, printed: bool) -> date | None:
    """The day of that turn which a slip of a digit, or of a printed year, makes of this one; a neighbour was meant."""
    for year in (day.year, day.year - 1, day.year + 1)[: 3 if printed else 1]:
        for number in range(7 * turn[1] - 6, 7 * turn[1] + 1):
            moved = Day(number, day.month, year).whole
            if moved is None or moved.weekday() != turn[0]:
                continue
            if number == day.day if year != day.year else _slip(number, day.day):
                return moved
    return None


def _slip(one: int, two: int) -> bool:
    first, second = str(one), str(two)
    if abs(one - two) < 2:
        return False
    if len(first) != len(second):
        return min(first, second, key=len) in max(first, second, key=len)
    return one // 10 != two // 10 and digit_slip(one, two)
