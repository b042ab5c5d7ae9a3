"""Dates that minutes state about themselves: the meeting, the last meeting, the bank statements laid before it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from reportcheck.checks.judging import excerpt
from reportcheck.model import Figure, Mark, Paper, Passage, Relation
from reportcheck.patterns import pattern
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.prose import dated_everywhere
from reportcheck.words.calendar import day_of, nights, said

_STATEMENT = pattern(
    r"\b(?:bank\s+statements?\b[^.;]{0,40}\b(?:dated?|as (?:of|at))|statements?\s+dated)\s*(?:the\s+)?$", re.I
)
_LAST = pattern(r"\b(?:last|previous)\s+(?:\w+\s+)?meeting\b[^.;]{0,40}\b(?:held )?on\s+(?:the\s+)?$", re.I)
_MEETING = pattern(r"\bmeeting\b(?:[^.;:!?]|[.:]\d|(?<=\d)\.|\bSt\.)*$", re.I)
_ANOTHER = pattern(
    r"\b(?:last|previous|next|following|minutes of|agreed|adjourned|published|will be|to be held|(?:is|are) (?:on|to)"
    r"|before|after|since|until|special|extraordinary|annual parish meeting)\b",
    re.I,
)
_OPENING = 8
_YEAR_OLD = 300
_RECENT = 150


class Params(NamedTuple):
    """`statement`: bank statements; `last`: the last meeting; `opening`: the meeting itself, at the head and below."""

    test: Literal["statement", "last", "opening"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such date."""
    if params.test == "opening":
        yield from _opening(paper)
        return
    occasion = read_occasion(paper.outline)
    own = occasion.day
    if own is None or not occasion.met or occasion.year_end or occasion.doubted:
        return
    found = list(_dated(paper, _STATEMENT if params.test == "statement" else _LAST))
    recent = sum(0 <= nights(day, own) <= _RECENT for _, _, day in found)
    for passage, mark, day in found:
        age = nights(day, own)
        what = "This statement" if params.test == "statement" else "The last meeting"
        if age < 0:
            message = f"{what} is dated {mark.text}, after the paper's own date, {said(own)}."
            yield _relation(passage, mark, message, False)
        elif _YEAR_OLD < age < 500 and (recent > 0 or params.test == "last"):
            message = f"{what} is dated {mark.text}, a year before the paper's own date, {said(own)}."
            yield _relation(passage, mark, message, False)
        elif age <= _RECENT:
            yield _relation(passage, mark, f"{what} is dated before the paper, {said(own)}.", True)


def _dated(paper: Paper, words: re.Pattern[str]) -> Iterator[tuple[Passage, Mark, date]]:
    for passage, days in dated_everywhere(paper):
        for mark, day in days:
            if day.whole and words.search(passage.text.text[max(0, mark.start - 80) : mark.start]):
                yield passage, mark, day.whole


def _opening(paper: Paper) -> Iterator[Relation]:
    """The head of minutes and their first sentence give the day of one meeting."""
    found: list[tuple[Passage, Mark, date]] = []
    for passage in paper.passages[:_OPENING]:
        for mark in passage.marks:
            day = day_of(mark)
            before = passage.text.text[max(0, mark.start - 90) : mark.start]
            if day and day.whole and _MEETING.search(before) and not _ANOTHER.search(before):
                found.append((passage, mark, day.whole))
    if len({day for _, _, day in found}) > 2:
        return  # A list of meetings.
    for one, two in itertools.pairwise(found):
        same_month = (one[2].year, one[2].month) == (two[2].year, two[2].month)
        if one[2] != two[2] and not same_month and (one[2].month, one[2].day) != (two[2].month, two[2].day):
            continue
        message = f"The meeting is dated {one[1].text} at the head of the paper, and {two[1].text} below."
        if one[2] == two[2]:
            message = f"The meeting has one date, {said(one[2])}."
        yield _relation(two[0], two[1], message, one[2] == two[2], one[0].figure(one[1]))


def _relation(passage: Passage, mark: Mark, message: str, holds: bool, other: Figure | None = None) -> Relation:
    by = () if other is None else (other,)
    quote = excerpt(passage.text.text, mark.start, mark.end)
    return Relation.judged(
        "minutes-date", passage.figure(mark), holds, message, by=by, suspect=other is None, quote=quote
    )
