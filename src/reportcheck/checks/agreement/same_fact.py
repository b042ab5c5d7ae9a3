"""Figures of sentences that are one slip away from what a table, or another sentence, says in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging import exactly_told, put_to
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.read.facts import (
    Index,
    compatible,
    evidence,
    exactly,
    explained,
    likeness,
    related,
    told_for_one_day,
)
from reportcheck.read.facts.naming import naming_bits, total_meant
from reportcheck.read.facts.slips import Slip, as_rounded, rounded
from reportcheck.words import agree

_NAMED = 4
"""Bits for a row's whole name and time."""
_MUCH, _LESS = 26.0, 12
"""Bits with which two figures are one fact though so many per cent less of their words are shared."""
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|of|to|at|by|from|than|which|that|with|will|in|for|on|as)\b",
    re.IGNORECASE,
)
"""Words without which no sentence says anything of a figure."""
_RETOLD = 0.4
"""How alike two tellings of one figure are, at the least."""


class Params(NamedTuple):
    """What a sentence is held against, which slips are looked for, and how many bits of evidence a finding needs."""

    against: Literal["table", "prose"]
    slips: tuple[Slip, ...]
    bits: int = 14
    beside: int = 14
    """The bits that are enough for two figures on one page or on facing pages."""
    digits: int = 3
    likeness: int = 60
    """How many per cent of a row's label, or of the shorter sentence, the other must share."""


class Match(NamedTuple):
    """Another statement of what seems to be the same fact, with the evidence that it is."""

    other: Statement
    slip: Slip | None
    bits: float


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure of a sentence that has its like elsewhere: the same figure, or one slip off."""
    index = Index.of(paper.statements)
    told: set[tuple[object, ...]] = set()
    for statement in exactly_told(paper.statements):
        if index.digits(statement.quantity) < 2:
            continue
        held = _same(index, statement, params.against)
        if held is not None:
            if held.other.source == params.against:
                yield put_to("same-fact", statement, held.other)
            continue
        if index.printed(statement.quantity).whole < 10 ** (params.digits - 1):
            continue
        match = None if _is_row(statement) else near_match(paper, index, statement, params)
        if match is None:
            continue
        pair = tuple(sorted((str(statement.figure.place), str(match.other.figure.place))))
        if pair not in told:
            told.add(pair)
            yield _broken(statement, match)


def _is_row(statement: Statement) -> bool:
    """Whether a bare figure stands among words that say nothing: a row of a table that was read as a sentence."""
    bare = statement.quantity.unit is None and statement.quantity.scale == 1
    return bare and statement.source == "prose" and not _SAYS.search(statement.quote)


def _same(index: Index, statement: Statement, against: str) -> Match | None:
    """The statement that says the same figure in the most of the same words, if any does.

    A sentence is not borne out against a table by another sentence: both can be copied from one draft.
    """
    best: Match | None = None
    for other in index.same(statement):
        if other.group == statement.group or (against == "table" and other.source == "prose"):
            continue
        # Without a word in common there is no evidence: asked first, because most have none.
        if statement.words.isdisjoint(other.words) or not agree(statement.spans, other.spans):
            continue
        bits = index.bits(statement.words & other.words)
        if other.table >= 0:
            bits += 1
        if bits >= 5 and (best is None or bits > best.bits):
            best = Match(other, None, bits)
    return best


def near_match(paper: Paper, index: Index, statement: Statement, params: Params) -> Match | None:
    """The statement one slip away that is most surely the same fact, if the evidence is enough."""
    best: Match | None = None
    for other, slip in index.near(statement):
        if slip not in params.slips or other.source != params.against or other.group == statement.group:
            continue
        bits = _bits_for(paper, index, statement, other, slip, params)
        if bits is not None and (best is None or bits > best.bits):
            best = Match(other, slip, bits)
    if best is None or explained(paper, index, statement, best.other):
        return None
    return best


def _bits_for(
    paper: Paper, index: Index, statement: Statement, other: Statement, slip: Slip, params: Params
) -> float | None:
    """How surely another statement, one slip away, is the same fact; None where that is not enough."""
    mine, theirs = statement.quantity, other.quantity
    tabled = other.source == "table"
    total = tabled and total_meant(paper, statement, other)
    if not (total or related(statement, other)) or not mine.differs(theirs):
        return None
    # What costs least is asked first: whether two sentences have any likeness, then what there is to say for it.
    if not tabled and not _alike(index, statement, other, _MUCH, params.likeness):
        return None
    bits, room = evidence(index, statement, other, slip), 0.0
    if tabled:
        bits, room = bits + naming_bits(paper, index, statement, other), _NAMED
    least = params.beside if statement.pages_from(other) <= 1 else params.bits
    if bits + room < least or _speaks_against(index, statement, other, slip, theirs):
        return None
    if not total and not _alike(index, statement, other, bits, params.likeness):
        return None
    if tabled and exactly(index, statement, other):
        bits += _NAMED
    return bits if bits >= least else None


def _alike(index: Index, statement: Statement, other: Statement, bits: float, least: int) -> bool:
    """Whether the two share so many of their words; somewhat fewer are enough where much speaks for it."""
    alike = 100 * likeness(index, statement, other)
    return alike >= least or (bits >= _MUCH and alike >= least - _LESS)


def _speaks_against(index: Index, statement: Statement, other: Statement, slip: Slip, theirs: Quantity) -> bool:
    """Whether the two cannot be one fact: their words rule each other out, or one is too round, or told beside it."""
    known = index.tabled if slip != "drop" and index.digits(theirs) > 3 else None
    if not compatible(statement, other, known) or _too_round(index, statement, other):
        return True
    return other.source == "prose" and told_for_one_day(statement, other)


def _too_round(index: Index, one: Statement, other: Statement) -> bool:
    """Whether the figures have so few telling digits that many unlike things share them.

    Round figures count only where the other one is told again and again.
    """
    a, b = one.quantity, other.quantity
    if a.step > b.step and (index.digits(a) < 3 or (index.digits(a) < 4 and _one_off(index, a, b))):
        return True
    few, many = sorted((index.digits(a), index.digits(b)))
    if few >= 2 and many >= 3:
        return False
    return (
        few < 2
        or other.source == "table"
        or sum(1 for s in index.same(other) if likeness(index, other, s) >= _RETOLD) < 2
    )


def _one_off(index: Index, short: Quantity, fine: Quantity) -> bool:
    """Whether a figure of few digits is the finer one rounded and one more or less: two things of one size are."""
    whole, exponent, _ = index.printed(short)
    return abs(rounded(fine.value, exponent) - whole) == 1


# ---------------------------------------------------------------- what is said


def _broken(one: Statement, match: Match) -> Relation:
    other, table = match.other, match.other.source == "table"
    said = f"{one.figure.text} here, but {other.figure.text} in {other.where}."
    if match.slip == "cut":
        said = f"{one.figure.text} is {other.figure.text} cut off, not rounded: {other.where} gives it more exactly."
    return put_to(
        "same-fact", one, other, said, suspect=table, confidence="high" if match.bits >= 20 else "medium",
        better=_as_told(one, other) if table else "", sure=False,
    )  # fmt: skip


def _as_told(one: Statement, other: Statement) -> str:
    """The table's figure, printed as the sentence prints its own: 3,865 under £000 is "£3.87 million"."""
    mine, theirs = one.quantity, other.quantity
    told = as_rounded(mine, theirs) if theirs.scale > 1 else other.figure.text
    return told if told != one.figure.text else other.figure.text
