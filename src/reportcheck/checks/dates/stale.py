"""Words left over from another report: a quarter in a half-year's report, a financial year that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from reportcheck.model import Confidence, Figure, Grid, Location, Paper, Relation, Text, excerpt
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.prose import dated
from reportcheck.words import YEARS, Day, parse_span, pattern, said, sentences

_QUARTER = pattern(
    r"\b(?:during|in|over|for|throughout)\s+(?:the|this)\s+(?:reporting\s+)?quarter\b(?!\s+(?:of|to|ended))", re.I
)
_OTHER = pattern(
    r"\b(?:Q[1-4]|(?:first|second|third|fourth|last|previous|next|final|each|every|per)\s+quarter|quarter-on)\b", re.I
)
_HALF = pattern(r"\b(?:half[- ]year|first half|six months|6 months|mid[- ]year)\b", re.I)
_AHEAD = pattern(
    r"\b(?:it is|is|are|now)\s+(?:also\s+)?(?:anticipated|expected|planned|scheduled|due)\s+(?:that|to|for)\b"
    r"[^.;]{0,90}\b(?:in|by|on|during|before)\s+(?:the\s+)?(?:end of\s+|early\s+|late\s+)?$",
    re.I,
)
_WILL = pattern(
    r"\b(?:(?:will|shall)\s+(?:(?:now|then|also|not|next|first|again)\s+)?(?:be\s+)?\w+"
    r"|(?:is|are) to be \w+"
    r"|next (?:meeting|report|review|inspection|update) (?:is|will be|takes place)(?: held| due)?"
    r"|to be held"
    r"|(?:is|are) (?:also )?(?:due|planned|scheduled|expected))\b"
    r"(?:(?!\b(?:\w{3,}ed|since|made|held|that|which|of|dated|minutes|as|act|like|than)\b)[^.;:]){0,60}"
    r"\b(?:in|by|on|from|during|before|until)\s+(?:the\s+)?(?:end of\s+|early\s+|late\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?$",
    re.I,
)
_HINTS = ("will ", "to be ", " is ", " are ", "next ", "expected", "scheduled", "due ")
_LATELY, _SOON = 14, 120
_REPHASED = pattern(r"rephas|reprofil|slippage", re.I)
_NOW = pattern(
    r"\bwill now (?:take place|be \w+|commence|start|begin)\b[^.;]{0,40}?\b(?:in|during|early in)\s+"
    rf"(?P<year>{YEARS})"
)


class Params(NamedTuple):
    """`quarter` in a half-year's report; `moved` into its own year; to come, and `past`."""

    test: Literal["quarter", "moved", "past"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each sentence or year that is put to the test."""
    if params.test == "quarter":
        yield from _quarters(paper)
    elif params.test == "moved":
        yield from _moved(paper)
    else:
        yield from _past(paper)


def _quarters(paper: Paper) -> Iterator[Relation]:
    """What was done "during the quarter", in a report on half a year that speaks of no single quarter there."""
    if read_occasion(paper.outline).span != "half-year":
        return
    for passage in paper.passages:
        text = passage.text.text
        if "quarter" in text:
            for start, end in sentences(text):
                match = _QUARTER.search(text, start, end)
                if match and not _OTHER.search(text[start:end]) and "“" not in text[start:end]:
                    around = text[max(start, match.start() - 50) : min(end, match.end() + 24)]
                    words = " ".join(around.split()[1:-1]) if len(around) > 60 else " ".join(around.split())
                    message = f"“{words}” stands in a report on half a year: it was left over from a quarter's report."
                    yield _one(passage.text, match.start(), match.end(), False, message, "during the half-year")
        elif match := _HALF.search(text):
            yield _one(passage.text, match.start(), match.end(), True, "The paper speaks of its half-year.", "")


def _past(paper: Paper) -> Iterator[Relation]:
    """What is said to be still to come, on a day well before the paper's own."""
    own = read_occasion(paper.outline).day
    if own is None:
        return
    for passage, days in dated(paper):
        text = passage.text.text
        for mark, day in days:
            if not day.last:
                continue
            before = text[max(0, mark.start - 110) : mark.start]
            if not any(hint in before for hint in _HINTS) or not (_AHEAD.search(before) or _WILL.search(before)):
                continue
            age = (own - day.last).days
            if age < 400:
                message = f"{mark.text} is said to be still to come, but the paper's own date is {said(own)}"
                better = _next_year(day, own)
                holds = age < _LATELY
                message += f"; {better} would be." if better else "."
                shown = f"{mark.text} is not yet past." if holds else message
                sure: Confidence = "medium" if better and _WILL.search(before) else "low"
                yield _one(passage.text, mark.start, mark.end, holds, shown, better, sure)


def _next_year(day: Day, own: date) -> str:
    """The same day or month a year on, where that is soon after the paper's own date: last year's year was typed."""
    if day.first is None or (day.month, day.day) == (2, 29):
        return ""
    later = day.first.replace(year=day.first.year + 1)
    if not 0 <= (later - own).days <= (_SOON if day.day else 2 * _SOON):
        return ""
    return said(later, whole=bool(day.day))


def _moved(paper: Paper) -> Iterator[Relation]:
    """What is rephased out of the year of the report cannot be said to take place now in that year."""
    years = read_occasion(paper.outline).years
    if years is None:
        return
    for grid in paper.grids:
        columns = [i for i, label in enumerate(grid.column_labels) if _REPHASED.search(label)]
        for cells in grid.cells if columns else ():
            amount = next((f for i in columns if (f := cells[i].figure) and f.quantity and f.quantity.value < 0), None)
            for cell in cells if amount else ():
                if len(cell.text) > 40 and (match := _NOW.search(cell.text)):
                    printed = parse_span(match["year"])
                    words = " ".join(match.group().split())
                    message = (
                        f"“… {words}” explains {amount.text if amount else ''}, which is moved out of {match['year']}: "
                        "the year cannot be the report's own."
                    )
                    yield _row(grid, amount, match, printed != years, message)


def _row(grid: Grid, amount: Figure | None, match: re.Match[str], holds: bool, message: str) -> Relation:
    """A relation about a cell: it stands where the row's amount does."""
    at = amount.location if amount else Location(page=grid.table.page)
    stated = Figure(match["year"], at)
    if holds:
        message = f"The spending moves to {match['year']}."
    by = (amount,) if amount else ()
    quote = excerpt(match.string, match.start(), match.end())
    return Relation.judged("left-over", stated, holds, message, by=by, confidence="medium", quote=quote)


def _one(
    text: Text, start: int, end: int, holds: bool, message: str, better: str, sure: Confidence = "high"
) -> Relation:
    figure = Figure(text.text[start:end], text.locate(start, end))
    quote = text.excerpt(start, end)
    return Relation.judged("left-over", figure, holds, message, better=better, confidence=sure, quote=quote)
