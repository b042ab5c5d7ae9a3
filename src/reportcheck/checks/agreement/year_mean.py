"""A year's average in a sentence, and that of the year before beside it, against the months of a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import in_sentences, printed_like
from reportcheck.model import Figure, Paper, Relation, Span, Statement
from reportcheck.words import YEAR, contradict, pattern, span_of, speaks_of_before, stems

_AVERAGE = pattern(r"\b(?:average|mean)\b", re.I)
_RANGE = pattern(
    rf"\b(?:between|from)\s+(?P<one>[A-Z][a-z]+\s+{YEAR})\s+(?:to|and|until)\s+(?P<two>[A-Z][a-z]+\s+{YEAR})"
)
_MONTHS = 12


class Params(NamedTuple):
    """How many pages from the sentence the months may stand, and how far (in per cent) an average may be off.

    Months weigh differently, so that a paper's average of the year is near the average of its months and not it.
    """

    pages: int = 2
    slack: int = 2


class Year(NamedTuple):
    """Twelve months of one measure."""

    words: frozenset[str]
    last: date
    cells: tuple[Statement, ...]

    @property
    def mean(self) -> Decimal:
        """The average of the months, each weighing the same."""
        return sum((c.quantity.value for c in self.cells), Decimal(0)) / len(self.cells)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each average of a year whose months a table gives; the year before is judged by the same table."""
    told = [s for s in in_sentences(paper.statements) if _is_average(s)]
    if not told:
        return
    years = _years(paper.statements)
    groups: dict[int, list[Statement]] = defaultdict(list)
    for statement in in_sentences(paper.statements):
        groups[statement.group].append(statement)
    for one in told:
        for year in years:
            if not _about(one, year, params.pages) or not _near(one, year, params.slack):
                continue
            yield _relation(one, year, holds=True)
            before = next((y for y in years if y.words == year.words and _year_before(y.last, year.last)), None)
            after = _previous(one, groups[one.group])
            if before and after:
                yield _relation(after, before, holds=_near(after, before, params.slack))
            break


def _is_average(statement: Statement) -> bool:
    if statement.quantity.blank or statement.quantity.kind != "percent":
        return False
    lead = statement.quote.partition(statement.before)[0] if statement.before else ""
    return _AVERAGE.search(f"{lead} {statement.before}") is not None


def _years(statements: tuple[Statement, ...]) -> list[Year]:
    """The measures of the paper that a table gives for each month of a year."""
    found: dict[tuple[frozenset[str], str, str], dict[Span, Statement]] = defaultdict(dict)
    for statement in statements:
        if statement.source == "table" and len(statement.spans) == 1:
            (span,) = statement.spans
            if span.kind == "month" and statement.quantity.kind == "percent":
                words = stems(statement.figure.label) or statement.setting
                found[words, statement.figure.period, statement.quote.rpartition("|")[2]].setdefault(span, statement)
    return [
        Year(words, max(s.last for s in months), tuple(months[s] for s in sorted(months)))
        for (words, _, _), months in found.items()
        if len(months) == _MONTHS and words
    ]


def _about(one: Statement, year: Year, pages: int) -> bool:
    """Whether a sentence speaks of the measure and the year."""
    if not year.words <= one.words or one.pages_from(year.cells[0]) > pages:
        return False
    if contradict(one.quote.partition(one.figure.text)[0], year.cells[0].figure.label):
        return False
    match = _RANGE.search(one.quote)
    two = span_of(match["two"]) if match else None
    return two.last == year.last if two else any(s.kind == "span" and s.last == year.last for s in one.spans)


def _near(one: Statement, year: Year, slack: int) -> bool:
    quantity = one.quantity
    return abs(quantity.value - year.mean) <= max(quantity.step, year.mean * slack / 100)


def _previous(one: Statement, group: list[Statement]) -> Statement | None:
    """The next figure of the sentence, where it is said to be that of the year before."""
    at = group.index(one)
    after = group[at + 1] if at + 1 < len(group) else None
    if after is None or after.quantity.unit != one.quantity.unit or not speaks_of_before(after.near):
        return None
    return after


def _year_before(one: date, other: date) -> bool:
    return (one.year + 1, one.month) == (other.year, other.month)


def _relation(one: Statement, year: Year, *, holds: bool) -> Relation:
    quantity = one.quantity
    right = printed_like(year.mean, quantity)
    name = year.cells[0].figure.period or f"the year to {year.last.year}"
    where = year.cells[0].figure.location.spot
    message = f"{quantity.bare} is about the average of the 12 months of {name} ({where}), {right}."
    if not holds:
        months = f"the 12 months of that year ({where}) average {right}"
        message = f"{quantity.bare} is given as the average of the year before, but {months}."
    figures: tuple[Figure, ...] = tuple(c.figure for c in year.cells)
    return Relation.judged(
        "year-mean",
        one.figure,
        holds,
        message,
        by=figures,
        sum=f"the 12 months add up to {sum(f.number.value for f in figures)}, ÷ 12 = {right}",
        confidence="medium",
        better=right,
        why=f"the average of the months of {name}",
        sure=False,
        quote=one.quote,
    )
