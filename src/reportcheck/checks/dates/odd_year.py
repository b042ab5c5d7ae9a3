"""A year that stands once and is a slip of the paper's own: FY12 in a budget for FY21, one caption of 2012."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import judged, shown
from reportcheck.model import Paper, Relation
from reportcheck.patterns import pattern
from reportcheck.read.times import Time, Times, read_times
from reportcheck.words.things import PICTURES, TABLES

_FISCAL = pattern(r"FYE?\s?['’]?(?:20)?\d\d$")
_LEAD = pattern(r"\b(?:for|in|of|during|the)\s+(?:the\s+)?(?:fiscal\s+year\s+)?$", re.IGNORECASE)
_CAPTION = pattern(rf"[\s*#|]*(?:{TABLES}|{PICTURES})\s+[\dA-Z][\d.]*\b", re.IGNORECASE)
_HISTORY = pattern(
    r"\b(?:since|from|compar\w+|law|act|census|establish\w+|found\w+|first|history|histor\w+|through|until|to|plan|policy|"
    r"standard|edition|strateg\w+|record|ago|began|started|last|base|trend|series|between|and)\b", re.IGNORECASE
)  # fmt: skip
_FAR, _OFTEN, _NEAR = 4, 3, 2


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for the years of captions, and for those called FY: all near to one another, or one is a slip."""
    times = read_times(paper.outline)
    years = Counter(y for t in times.times for y in {t.year, t.until} if y)
    fiscal = [t for t in times.times if t.form == "year" and _FISCAL.match(t.text)]
    captions = [t for t in times.times if t.form == "year" and _captioned(times, t)]
    for fellows in (fiscal, captions):
        usual = [pair for pair in Counter(t.year for t in fellows).most_common() if pair[1] >= _OFTEN]
        if usual:
            own = Counter(t.year or 0 for t in fellows)
            told = [r for t in fellows for r in _judged(times, t, _meant(t, usual), (years, own), fellows is captions)]
            yield from told or (_held(times, fellows),)


def _meant(time: Time, usual: list[tuple[int | None, int]]) -> tuple[int | None, int]:
    """The year that a time is with its digits turned round; else the most usual."""
    turned = f"{(time.year or 0) % 100:02}"[::-1]
    return next((pair for pair in usual if f"{(pair[0] or 0) % 100:02}" == turned), usual[0])


def _held(times: Times, fellows: list[Time]) -> Relation:
    first, last = fellows[0], fellows[-1]
    message = f"{shown(times.stream, last)} and {len(fellows) - 1} other years are near to one another."
    others = [(first.start, first.end)]
    return judged("odd-year", times.stream, (last.start, last.end), message, holds=True, others=others)


def _captioned(times: Times, time: Time) -> bool:
    """Whether a year ends a caption, and is the only one in it."""
    begin, end = times.stream.line(time.start)
    row = times.stream.text[begin:end]
    return bool(_CAPTION.match(row)) and len(row) < 160 and not times.stream.text[time.end : end].strip(" .*|)\t")


def _judged(
    times: Times, time: Time, usual: tuple[int | None, int], printed_in: tuple[Counter[int], Counter[int]],
    captioned: bool,
) -> Iterator[Relation]:  # fmt: skip
    """A year far from the usual; where its digits are turned round, only its fellows can bear it out."""
    years, fellows = printed_in
    own, count = usual
    year = time.year
    if own is None or year is None or year == own or abs(year - own) < _FAR or years[year] > 1:
        return
    turned = not captioned and f"{year % 100:02}" == f"{own % 100:02}"[::-1]
    beside = fellows if turned else years
    alone = not any(beside[year + by] for by in range(-_NEAR, _NEAR + 1) if by)
    begin = times.stream.line(time.start)[0]
    before = times.stream.text[max(begin, time.start - 60) : time.start]
    led = captioned or _LEAD.search(before)
    if not alone or not led or not _slip(year, own) or _HISTORY.search(before.rsplit(". ", 1)[-1]):
        return
    old, new = (str(year), str(own)) if str(year) in time.text else (f"{year % 100:02}", f"{own % 100:02}")
    better = time.text.replace(old, new)
    where = "captions" if captioned else "places"
    printed = shown(times.stream, time)
    message = f"{printed} stands here alone; {count} other {where} have {better}, of which it may be a slip."
    yield judged(
        "odd-year", times.stream, (time.start, time.end), message, holds=False, better=better, confidence="medium",
        reason="the year of the paper", sure=False,
    )  # fmt: skip


def _slip(year: int, own: int) -> bool:
    """Whether the two last digits have changed places, or the tens are others: 12 for 21, 14 for 24."""
    one, two = f"{year % 100:02}", f"{own % 100:02}"
    return one == two[::-1] or (one[1] == two[1] and one[0] != two[0])
