"""One change told twice with two percentages: the same amount, the same direction, 55% here and 60% there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import in_sentences
from reportcheck.model import Paper, Relation, Statement
from reportcheck.read.facts.slips import mantissa, retold
from reportcheck.words import agree, pattern

_RISE = pattern(r"\b(?:increas|rise|risen|rose|grow|grew|up)\w*(?:\s+\w+){0,2}?\s+(?:of|by)\b", re.I)
_FALL = pattern(r"\b(?:decreas|reduc|fall|fell|drop|declin|cut|down)\w*(?:\s+\w+){0,2}?\s+(?:of|by)\b", re.I)


_BASES = pattern(
    r"\b(?:budget|outturn|forecast|growth|excluding|including|without|with|net|gross|original|revised|planned|real"
    r"|(?:before|after) (?!it\b|them\b|that\b)[a-z]+)\b",
    re.IGNORECASE,
)
"""Words that say what a percentage is of: with others, it is another percentage."""


class Params(NamedTuple):
    """How many digits the shared amount must have."""

    digits: int = 3


class Told(NamedTuple):
    """A sentence that gives an amount and by how many per cent it changed."""

    amount: Statement
    percent: Statement
    rose: bool


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two sentences that tell one change."""
    told = list(_changes(paper, params))
    by_lead: dict[tuple[bool, str], list[Told]] = defaultdict(list)
    for change in told:
        by_lead[change.rose, _lead(change)].append(change)
    for found in by_lead.values():
        for at, one in enumerate(found[:30]):
            for other in found[at + 1 : 30]:
                if _same_amount(one.amount, other.amount) and _same_base(one, other):
                    yield _relation(one, other)


def _changes(paper: Paper, params: Params) -> Iterator[Told]:
    """The sentences with one amount of money and one percentage that is a rise or a fall."""
    groups: dict[int, list[Statement]] = defaultdict(list)
    for statement in in_sentences(paper.statements):
        groups[statement.group].append(statement)
    for found in groups.values():
        percents = [s for s in found if s.quantity.kind == "percent"]
        amounts = [s for s in found if s.quantity.kind == "money"]
        if len(percents) != 1 or not amounts:
            continue
        rose, fell = bool(_RISE.search(percents[0].before)), bool(_FALL.search(percents[0].before))
        if rose != fell and mantissa(amounts[0].quantity)[0] >= 10 ** (params.digits - 1):
            yield Told(amounts[0], percents[0], rose)


def _lead(change: Told) -> str:
    """The first two digits and the size of the amount: what two tellings of it share, rounded or cut."""
    value = abs(change.amount.quantity.value)
    return f"{value:.6E}"[:3] + f"/{value.adjusted()}"


def _same_base(one: Told, other: Told) -> bool:
    """Whether both percentages can be of one figure: of one time, and of one kind by the words of their sentences."""
    mine, theirs = ({w.lower() for w in _BASES.findall(told.percent.quote)} for told in (one, other))
    # A programme of several years is no year that a percentage is counted from.
    return mine == theirs and agree(*(frozenset(s for s in t.percent.spans if s.kind != "years") for t in (one, other)))


def _same_amount(one: Statement, other: Statement) -> bool:
    """Whether two amounts of two sentences are one, rounded or cut off."""
    return one.group != other.group and retold(one.quantity, other.quantity)


def _relation(one: Told, other: Told) -> Relation:
    a, b = one.percent.quantity, other.percent.quantity
    way = "rise" if one.rose else "fall"
    return Relation.judged(
        "one-change",
        (one.percent.figure, other.percent.figure),
        not a.differs(b),
        f"The {way} to {one.amount.figure.text} is {one.percent.figure.text} here and {other.percent.figure.text} on "
        f"{other.percent.figure.location.spot}.",
        by=(one.amount.figure, other.amount.figure),
        suspect=False,
        confidence="medium",
        quote=one.percent.quote,
    )
