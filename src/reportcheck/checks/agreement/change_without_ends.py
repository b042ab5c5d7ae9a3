"""A change told without its ends, "has decreased by 114 days", against the row of a table that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.agreement.year_rows import CODE, ELSEWHERE, YearRow, YearRows, year_rows
from reportcheck.checks.judging import exactly_told, plain
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.patterns import pattern
from reportcheck.read.facts import Index, index_of
from reportcheck.words.moves import DOWN_VERBS, UP_VERBS
from reportcheck.words.spans import agree

_MOVED = pattern(
    rf"\b(?:(?P<up>{UP_VERBS})|(?P<down>{DOWN_VERBS})) by\s+(?:just\s+|only\s+|a\s+further\s+)?$", re.IGNORECASE
)
_UNIT = pattern(r" (?:days|weeks|months|years|minutes|hours)\b")
_OTHER = pattern(rf"\b(?:{ELSEWHERE})\b", re.IGNORECASE)


class Params(NamedTuple):
    """How much of a row's label a sentence must say to name it, and to be borne out by it, in per cent."""

    likeness: int = 80
    borne_out: int = 50


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such change whose sentence names a row by its code or by its words."""
    rows: YearRows | None = None
    index = index_of(paper.statements)
    for statement, quantity in exactly_told(paper.statements):
        way = _way(index, statement, quantity)
        if way:
            rows = rows or YearRows(year_rows(paper, 2))
            found = _judged(index, statement, way, rows, params)
            if found:
                yield found


def _way(index: Index, statement: Statement, quantity: Quantity) -> int:
    """1 for a rise, -1 for a fall, 0 where the sentence tells no change or tells it with its ends."""
    match = _MOVED.search(statement.before) if " by" in statement.before.lower() else None
    if match is None or quantity.unit == "percent" or _OTHER.search(statement.quote):
        return 0
    if any(q.kind == quantity.kind for q in index.beside(statement)):
        return 0
    return 1 if match["up"] else -1


def _judged(index: Index, statement: Statement, way: int, rows: YearRows, params: Params) -> Relation | None:
    """The change against the one row that the sentence names; one that another row bears out is left alone."""
    told = statement.figure.quantity
    assert told is not None
    close = [r for r in rows.near(statement.figure.location) if agree(statement.spans, frozenset(r.spans[1:]))]
    codes = set(CODE.findall(statement.quote))
    coded = [r for r in close if codes & set(CODE.findall(r.label))] if len(codes) == 1 else []
    likely = coded or [r for r in close if _named(index, statement, r) * 100 >= params.borne_out]
    fitting = next((r for r in likely if _fits(r, told, way)), None)
    if fitting:
        return _told(statement, fitting, way, holds=True)
    named = [r for r in likely if coded or _named(index, statement, r) * 100 >= params.likeness]
    if len(named) == 1 and not any(_fits(r, told, way) for r in close):
        return _told(statement, named[0], way, holds=False)
    return None


def _named(index: Index, statement: Statement, row: YearRow) -> Decimal:
    """How much of a row's label the sentence says."""
    if len(row.stems) < 2:
        return Decimal(0)
    return Decimal(index.bits(row.stems & statement.words)) / Decimal(index.bits(row.stems) or 1)


def _fits(row: YearRow, told: Quantity, way: int) -> bool:
    before, now = row.before.quantity, row.now.quantity
    assert before is not None
    assert now is not None
    moved = now.counted - before.counted
    return (moved if way > 0 else -moved).overlaps(told.counted)


def _told(statement: Statement, row: YearRow, way: int, *, holds: bool) -> Relation:
    before, now, told = row.before.quantity, row.now.quantity, statement.figure.quantity
    assert before is not None
    assert now is not None
    assert told is not None
    big, small = (row.now.text, row.before.text) if now.value >= before.value else (row.before.text, row.now.text)
    size = plain(abs(now.value - before.value) / before.scale)
    done = f"{big} - {small} = {size}"
    name = f"the row “{row.label}” ({row.at.spot})"
    unit = _UNIT.match(statement.after)
    said = f"A {'rise' if way > 0 else 'fall'} of {told.bare}{unit.group() if unit else ''}"
    other = "" if (now.value > before.value) == (way > 0) else ", which goes the other way"
    message = (
        f"{said} is told here, but {name} has {row.before.text} for {row.before.period} and {row.now.text} for "
        f"{row.now.period}{other}: {done}."
    )
    if holds:
        message = f"{said} is right by {name}: {done}."
    return Relation.judged(
        "moved-by",
        statement.figure,
        holds,
        message,
        by=(row.before, row.now),
        sum=done,
        confidence="medium",
        better=size if not other else "",
        why=done,
        quote=statement.quote,
    )
