"""Figures quoted from elsewhere in the paper that were cut off, rounded wrongly, given a wrong scale, or outvoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging import exactly_told, put_to
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.read.facts import Index, compatible, evidence, explained, likeness, noun_before
from reportcheck.read.facts.slips import Slip, as_rounded, rounded
from reportcheck.words import agree, pattern

_BESIDE = 6
_ALIKE = 0.6
_COMPARED = pattern(r"\b(?:compared (?:to|with)|up from|down from|against|than) $")


class Params(NamedTuple):
    """What went wrong, and how many bits of evidence a finding needs.

    `cut` is 9.27m of 9,276,000, `round` is 825.5m of 825,408,000, `scale` is 239,477 million of 239.477 million,
    `outvoted` is a figure told once where another is told three times.
    """

    how: Literal["cut", "round", "scale", "outvoted"]
    bits: int = 16
    digits: int = 3
    words: int = 2


class Source(NamedTuple):
    """What the figure seems to be quoted from."""

    other: Statement
    bits: float
    tellings: int


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure in a sentence that can be put beside the one that it quotes."""
    index = Index.of(paper.statements)
    told: set[tuple[str, str]] = set()
    for statement in exactly_told(paper.statements):
        if index.printed(statement.quantity).whole < 10 ** (params.digits - 1):
            continue
        source = _source(index, statement, params)
        if source is None:
            right = _rounds(index, statement, params)
            if right is not None:
                yield put_to(f"misquoted-{params.how}", statement, right)
        elif not explained(paper, index, statement, source.other):
            pair = (statement.figure.text, source.other.figure.text)
            if pair not in told:
                told.add(pair)
                yield _broken(statement, source, params)


def _source(index: Index, statement: Statement, params: Params) -> Source | None:
    """The most likely source of a misquoted figure; None where the figure is told elsewhere as it is."""
    how: Slip = "cut" if params.how == "cut" else "digit"
    likely = (other for other in _candidates(index, statement, params) if _may_be(index, statement, other, params))
    weighed = ((other, evidence(index, statement, other, how)) for other in likely)
    found = [Source(other, bits, 1) for other, bits in weighed if bits >= params.bits]
    if not found or _confirmed(index, statement, params):
        return None
    best = max(found, key=lambda s: s.bits)
    tellings = len({s.other.group for s in found if s.other.figure.text == best.other.figure.text})
    if params.how == "outvoted" and (tellings < 3 or _another_thing(index, statement, best.other)):
        return None
    if params.how == "scale" and not _odd(index, statement, best.other):
        return None
    return Source(best.other, best.bits, tellings)


def _may_be(index: Index, statement: Statement, other: Statement, params: Params) -> bool:
    """Whether another statement can be what a misquoted figure was taken from."""
    if other.group == statement.group or not compatible(statement, other):
        return False
    if params.how in ("cut", "round") and _neighbours(statement, other):
        return False
    return other.source != "table" or likeness(index, statement, other) >= _ALIKE


def _candidates(index: Index, statement: Statement, params: Params) -> Iterator[Statement]:
    """The statements that share enough words and whose figure goes wrong in that way to give this one."""
    quantity = statement.quantity
    if params.how == "outvoted" and (quantity.kind != "money" or index.digits(quantity) < 2):
        return
    if params.how == "scale":
        yield from (s for s in index.scaled(statement) if len(statement.words & s.words) >= params.words)
        return
    for other, slip in index.near(statement):
        theirs = other.quantity
        # Most candidates fall at the first question, which costs least: there are many of them.
        if (slip == "cut") != (params.how == "cut"):
            continue
        if len(statement.words & other.words) >= params.words and _goes_wrong(index, quantity, theirs, params.how):
            yield other


def _goes_wrong(index: Index, quantity: Quantity, theirs: Quantity, how: str) -> bool:
    """Whether one figure gives the other in that way: cut off, rounded the wrong way, or told as finely otherwise."""
    if theirs.step != quantity.step if how == "outvoted" else theirs.step >= quantity.step:
        return False
    whole, exponent, _ = index.printed(quantity)
    last = how != "cut" and abs(rounded(theirs.value, exponent) - whole) == 1
    if last != (how == "round") or (how == "outvoted" and index.digits(theirs) < 2):
        return False
    return quantity.differs(theirs)


def _neighbours(one: Statement, other: Statement) -> bool:
    """Whether two sentences follow one another: their author saw both figures, and means two things."""
    here, there = one.figure.location, other.figure.location
    apart = abs(here.line - there.line) if here.line and there.line else 0 if here.page == there.page else 99
    return one.source == other.source and (abs(one.group - other.group) <= _BESIDE or apart <= _BESIDE)


def _another_thing(index: Index, one: Statement, other: Statement) -> bool:
    """Whether a figure is what another is compared to, or a figure beside it has the name that the other has."""
    if _COMPARED.search(one.before):
        return True
    name = noun_before(other)
    beside = (s for s in index.statements if s.group == one.group and s is not one)
    return name != () and noun_before(one) != name and any(noun_before(s) == name for s in beside)


def _odd(index: Index, one: Statement, other: Statement) -> bool:
    """Whether the first is the odd one of two that differ in scale: told less often, or, as often, the larger."""
    a, b = one.quantity, other.quantity
    mine, theirs = (sum(1 for _ in index.same(s)) for s in (one, other))
    return mine < theirs or (mine == theirs and a.value > b.value)


def _confirmed(index: Index, statement: Statement, params: Params) -> bool:
    """Whether another part of the paper, not cut off or rounded in the same way, tells the figure as it is."""
    quantity = statement.quantity
    for other in index.same(statement):
        theirs = other.quantity
        if other.group == statement.group:
            continue
        if statement.words and statement.words.isdisjoint(other.words):
            continue
        if not agree(statement.spans, other.spans):
            continue
        if params.how in ("cut", "round") and theirs.step >= quantity.step:
            continue
        if index.bits(statement.words & other.words) >= 4 or not statement.words:
            return True
    return False


def _rounds(index: Index, statement: Statement, params: Params) -> Statement | None:
    """The finer figure that this one is rounded from, where it is rounded as it should be."""
    quantity = statement.quantity
    for other in index.same(statement):
        theirs = other.quantity
        if other.group == statement.group or len(statement.words & other.words) < params.words:
            continue
        if (params.how in ("cut", "round")) == (theirs.step < quantity.step) and compatible(statement, other):
            return other
    return None


# ---------------------------------------------------------------- what is said


def _broken(one: Statement, source: Source, params: Params) -> Relation:
    other, text, theirs = source.other, one.figure.text, source.other.figure.text
    right = as_rounded(one.quantity, other.quantity) if params.how in ("cut", "round") else theirs
    said = {
        "cut": f"{text} is cut off, not rounded: {other.where} has {theirs}, which rounds to {right}.",
        "round": f"{text} here, but {other.where} has {theirs}, which rounds to {right}.",
        "scale": f"{text} here, but {theirs} in {other.where}: {_times(one.quantity, other.quantity)}.",
        "outvoted": f"{text} here, but {theirs} in {other.where} and {_often(source.tellings - 1)} more.",
    }
    return put_to(
        f"misquoted-{params.how}",
        one,
        other,
        said[params.how],
        confidence="high" if source.bits >= 20 else "medium",
        better=right,
    )


def _times(mine: Quantity, theirs: Quantity) -> str:
    if mine.value > theirs.value:
        return f"{mine.value / theirs.value:,.0f} times as much"
    return f"{theirs.value / mine.value:,.0f} times less"


def _often(count: int) -> str:
    return f"{count} sentence" + ("s" if count > 1 else "")
