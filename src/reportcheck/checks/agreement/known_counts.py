"""Counts of one thing known by its name: households, children in care, carers, homes, staff. One date, one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.agreement.scope import is_whole
from reportcheck.checks.judging import exactly_told
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.patterns import Words, pattern
from reportcheck.words.calendar import said
from reportcheck.words.spans import agree, speaks_of_before, surely
from reportcheck.words.stems import clause_after, opposed, qualifiers, states_change, stem, stems, tokens

_PART = pattern(
    r"\b(?:of (?:whom|which|these|those)|includ\w+|only|remaining|others?|another|just|least|most)\s+(?:\w+\s+)?$", re.I
)
"""Words that make a count a part of another count."""


class Params(NamedTuple):
    """`nouns` name the measure, `moves` are words that make it another one (approved, ceased, recruited).

    Two figures are held against each other only if they differ by no more than `margin` per cent: figures
    further apart are two measures that share a name.
    """

    nouns: tuple[Words, ...]
    moves: tuple[Words, ...]
    only: tuple[Words, ...] = ()
    """Words of which one must stand beside the noun: children *in care*."""
    alike: tuple[Words, ...] = ()
    """Words that leave the measure what it is: a table's row of these and the noun is held against sentences."""
    margin: int = 4
    least: int = 40


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two figures that count the same thing at the same time."""
    nouns = frozenset(stem(n) for n in params.nouns)
    moves = frozenset(stem(m) for m in params.moves)
    only = frozenset(stem(w) for w in params.only)
    also = only | frozenset(stem(w) for w in params.alike)
    counted = [
        s
        for s, quantity in exactly_told(paper.statements)
        if _counts(s, quantity, nouns, moves, params.least) and _kept(s, only) and is_whole(s, nouns, also)
    ]
    yield from _against_tables(paper, counted, nouns, params)
    told: set[tuple[str, str]] = set()
    for at, one in enumerate(counted):
        for other in counted[at + 1 :]:
            if not _one_fact(one, other, nouns):
                continue
            a, b = _value(one), _value(other)
            if not a.differs(b):
                yield _relation(one, other, "held", nouns)
            elif _within(a, b, params.margin):
                pair = (one.figure.text, other.figure.text)
                if pair not in told:
                    told.add(pair)
                    yield _relation(one, other, "broken", nouns)


def _against_tables(
    paper: Paper, counted: list[Statement], nouns: frozenset[str], params: Params
) -> Iterator[Relation]:
    """A relation for each count in a sentence that a table's row gives for the same time."""
    alike = frozenset(stem(w) for w in params.alike)
    if not alike or not counted:
        return
    rows = [s for s in paper.statements if s.source == "table" and _is_row(s, nouns, alike, params.least)]
    for one in counted:
        bare = not stems(clause_after(one.after)) - nouns - alike
        same = [r for r in rows if bare and surely(one.spans, r.spans) and _value(one).comparable(_value(r))]
        agreeing = next((r for r in same if not _value(one).differs(_value(r))), None)
        if agreeing is not None:
            yield _told_by_row(one, agreeing, nouns, holds=True)
        elif same and _within(_value(one), _value(same[0]), params.margin):
            yield _told_by_row(one, same[0], nouns, holds=False)


def _is_row(statement: Statement, nouns: frozenset[str], alike: frozenset[str], least: int) -> bool:
    """Whether a table's figure counts the things themselves, by its label and no other words."""
    quantity = statement.figure.quantity
    if quantity is None or quantity.blank or quantity.kind or quantity.step != 1 or quantity.value < least:
        return False
    label = stems(statement.figure.label)
    return bool(statement.spans) and bool(label & nouns) and not label - nouns - alike


def _within(one: Quantity, other: Quantity, margin: int) -> bool:
    """Whether two figures are so near that they can be two tellings of one."""
    return abs(one.value - other.value) * 100 <= margin * max(one.value, other.value)


def _told_by_row(one: Statement, row: Statement, nouns: frozenset[str], *, holds: bool) -> Relation:
    told = f"{one.figure.text} {' '.join(_phrase(one, nouns))}"
    return Relation.judged(
        "same-measure",
        (one.figure, row.figure),
        holds,
        f"{told} here, {'and' if holds else 'but'} {row.figure.text} in {row.where}.",
        suspect=False,
        confidence="medium",
        quote=one.quote,
    )


def _value(statement: Statement) -> Quantity:
    assert statement.figure.quantity is not None
    return statement.figure.quantity


def _counts(statement: Statement, quantity: Quantity, nouns: frozenset[str], moves: frozenset[str], least: int) -> bool:
    """Whether a figure counts the things themselves, and not those that came, went or changed."""
    if statement.head.isdisjoint(nouns) or quantity.kind or quantity.scale > 1 or quantity.value < Decimal(least):
        return False
    if states_change(statement.before, statement.after):
        return False
    if _PART.search(statement.before):
        return False
    around = stems(_tail(statement.before)) | stems(statement.after[:50])
    return not around & moves and not speaks_of_before(statement.near)


def _kept(statement: Statement, only: frozenset[str]) -> bool:
    """Whether one of the words that the measure needs stands beside the count."""
    return not only or any(stem(t) in only for t in tokens(statement.after[:40]))


def _tail(before: str) -> str:
    """The words of the clause just before a figure."""
    return re.split(r"[,;:.]\s", before[-45:])[-1]


def _one_fact(one: Statement, other: Statement, nouns: frozenset[str]) -> bool:
    """Whether two counts can be of the same things at the same time."""
    if one.group == other.group or not agree(one.spans, other.spans):
        return False
    mine, theirs = _kind(one, nouns), _kind(other, nouns)
    if mine and theirs and not mine & theirs:
        return False
    return not opposed(qualifiers(one.near), qualifiers(other.near))


def _kind(statement: Statement, nouns: frozenset[str]) -> frozenset[str]:
    """The words between a count and its noun: "191 mainstream fostering households"."""
    return frozenset(stem(word) for word in _phrase(statement, nouns)[:-1])


def _phrase(statement: Statement, nouns: frozenset[str]) -> list[str]:
    """The words after a count up to its noun."""
    words = tokens(statement.after)
    return words[: next((i for i, w in enumerate(words[:6]) if stem(w) in nouns), 0) + 1]


def _relation(one: Statement, other: Statement, verdict: str, nouns: frozenset[str]) -> Relation:
    here, there = (other, one) if one.spans and not other.spans else (one, other)
    told = f"{_said(here, nouns)} here, but {_said(there, nouns)} on {there.figure.location.spot}."
    sure = surely(one.spans, other.spans) or one.figure.location.page == other.figure.location.page
    return Relation.judged(
        "same-measure",
        here.figure,
        verdict == "held",
        told
        if verdict != "held"
        else f"{_said(here, nouns)} here and {_said(there, nouns)} on {there.figure.location.spot}.",
        by=(there.figure,),
        suspect=False,
        confidence="high" if sure else "medium",
        quote=here.quote,
    )


def _said(statement: Statement, nouns: frozenset[str]) -> str:
    """ "191 fostering households at 31 March 2025"."""
    noun = " ".join(_phrase(statement, nouns))
    day = next((s for s in sorted(statement.spans) if s.kind == "day"), None)
    return f"{statement.figure.text} {noun}".strip() + (f" at {said(day.last)}" if day else "")
