"""Times of day: a clock can show them, what begins comes before what ends, a meeting closes after it opened."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.times import Clock, Stream, read_clocks
from reportcheck.words import pattern

_TO = pattern(r"\s*(?:to|until|till|[-–—]|and)\s*")
_FROM = pattern(r"\b(?:from|between)\s+$", re.IGNORECASE)
_SPOKEN = pattern(r"\b(?:at|from|to|until|till|by|before|after|time|[ap]\.?m)\b\W*$", re.IGNORECASE)
_PARTED = pattern(r"\d[\s.:]{1,2}$")
"""Before the minutes of a time whose hour a blank parts from them: "7. 30 pm"."""
_OPENED = pattern(
    r"\b(?:call(?:ed)?\s+to\s+order|commenc\w+|opened|began|started|convened|held)\b[^.;]{0,160}$", re.IGNORECASE
)
_CLOSED = pattern(r"\b(?:adjourn\w*|clos\w+|ended|concluded|finished|rose)\b[^.;\d]{0,60}$", re.IGNORECASE)
_MEETING = pattern(r"\b(?:meeting|session|adjourn\w*|chair\w*|there being)\b", re.IGNORECASE)
_NEW = pattern(
    r"\b(?:minutes of|agenda|recess\w*|reconvene\w*|resumed|executive session|closed session)\b", re.IGNORECASE
)
_NEXT = pattern(r"\bnext\b", re.IGNORECASE)
_SENTENCE = pattern(r"\n|(?<=[.;])\s+(?=[A-Z])")
_BACK, _LEAD = 220, 90
_LISTED = pattern(r"[\s*|(\d.)•-]{0,8}(?P<first>$)|[(\t|–-]\s?$")
_LEAST, _APART = 4, 8
"""Times that stand one a row, in rows near to one another, and make a list."""
_EVENING, _MORNING, _NOON = 17, 9, 12


class Params(NamedTuple):
    """`shown`: a clock has such a time; `order`: what begins comes before what ends."""

    test: Literal["shown", "order"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each time of day, or for each pair of them."""
    stream = Stream.of(paper.outline)
    clocks = read_clocks(stream)
    if params.test == "shown":
        for clock in clocks:
            yield from _shown(stream, clock)
        return
    for one, two in itertools.pairwise(clocks):
        yield from _span(stream, one, two)
    yield from _meeting(stream, clocks)
    for run in _lists(stream, clocks):
        yield from _listed(stream, run)


def _lists(stream: Stream, clocks: Sequence[Clock]) -> Iterator[list[Clock]]:
    """Times that begin or end rows near to one another, each the only one of its row: an agenda's."""
    rows = ((row, list(group)) for row, group in itertools.groupby(clocks, key=lambda c: stream.row(c.start)))
    run: list[Clock] = []
    last = 0
    for row, group in rows:
        clock = group[0]
        begin, end = stream.line(clock.start)
        opens = _LISTED.fullmatch(stream.text, begin, clock.start)
        ends = stream.text[clock.end : end].strip(" )|*\t") == "" and _LISTED.search(stream.text, begin, clock.start)
        if len(group) > 1 or not clock.possible or not (opens or ends):
            continue
        if run and (row - last > _APART or clock.half != run[-1].half):
            yield run
            run = []
        run.append(clock)
        last = row
    yield run


def _listed(stream: Stream, run: list[Clock]) -> Iterator[Relation]:
    """Times of a list that are in order but for one of them."""
    minutes = [clock.minutes for clock in run]
    if len(run) < _LEAST or (not run[0].half and max(clock.hour for clock in run) <= _NOON):
        return
    breaks = [at for at, (a, b) in enumerate(itertools.pairwise(minutes), start=1) if b < a]
    if not breaks:
        yield _pair(stream, run[0], run[-1], "The times of the list are in order.", holds=True)
        return
    at = breaks[0]
    alone = [n for n in (at - 1, at) if _in_order(minutes[:n] + minutes[n + 1 :])]
    if len(breaks) == 1 and alone:
        one, two = run[at - 1], run[at]
        message = (
            f"{_printed(stream, two)} stands after {_printed(stream, one)}: the times of the list are not in order."
        )
        yield _pair(stream, one, two, message, holds=False)


def _in_order(minutes: list[int]) -> bool:
    return all(a <= b for a, b in itertools.pairwise(minutes))


def _printed(stream: Stream, clock: Clock) -> str:
    return " ".join(stream.text[clock.start : clock.end].split()).rstrip(".")


def _shown(stream: Stream, clock: Clock) -> Iterator[Relation]:
    before = stream.text[max(0, clock.start - 20) : clock.start]
    if _PARTED.search(before) or (not clock.half and not _SPOKEN.search(before)):
        return
    printed = _printed(stream, clock)
    message = f"{printed} is a time of day."
    if not clock.possible:
        what = f"an hour has no {clock.minute} minutes" if clock.minute > 59 else f"a day has no hour {clock.hour}"
        message = f"{printed} is no time of day: {what}."
    yield stream.judged("clock", clock, message, holds=clock.possible)


def _span(stream: Stream, one: Clock, two: Clock) -> Iterator[Relation]:
    """ "From 7.30pm to 6.00pm": both halves of the day are printed, or neither and the first is after the second."""
    between = stream.text[one.end : two.start]
    if not _TO.fullmatch(between) or not (one.possible and two.possible) or one.half != two.half:
        return
    if between.strip() == "and" and not _FROM.search(stream.text[max(0, one.start - 12) : one.start]):
        return
    if not one.half and one.hour <= 12 and two.hour <= 12:
        return
    over_night = not one.half and one.hour >= _EVENING and two.hour <= _MORNING
    holds = one.minutes < two.minutes or over_night
    message = f"{_printed(stream, one)} comes before {_printed(stream, two)}."
    if not holds:
        message = f"From {_printed(stream, one)} to {_printed(stream, two)}: it ends before it begins."
    yield _pair(stream, one, two, message, holds=holds)


def _meeting(stream: Stream, clocks: Sequence[Clock]) -> Iterator[Relation]:
    """The first time of minutes, at which they opened, and the one at which they closed."""
    opened: Clock | None = None
    for clock in clocks:
        before = stream.text[max(0, clock.start - _BACK) : clock.start]
        lead = _SENTENCE.split(before[-_LEAD:])[-1]
        if opened and not _NEXT.search(lead) and _CLOSED.search(lead) and _MEETING.search(before[-150:]):
            if clock.half == opened.half != "" and clock.possible and opened.possible:
                holds = clock.minutes >= opened.minutes
                message = f"The meeting opened at {_printed(stream, opened)} and closed at {_printed(stream, clock)}."
                if not holds:
                    message = f"{message[:-1]}, before it opened."
                yield _pair(stream, opened, clock, message, holds=holds)
            opened = None
        elif _NEXT.search(lead):
            continue
        elif _OPENED.search(before) and (opened is None or _NEW.search(lead)):
            opened = clock
        elif _NEW.search(lead):
            opened = None


def _pair(stream: Stream, one: Clock, two: Clock, message: str, *, holds: bool) -> Relation:
    return stream.judged("clock", two, message, holds=holds, others=[one], sure=False,
        confidence="medium",
    )  # fmt: skip
