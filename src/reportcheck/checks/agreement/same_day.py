"""Two sentences that give one thing on one day two figures: "a credit balance of" in both, and the sums differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Paper, Quantity, Relation, Span, Statement
from reportcheck.read.facts import Index, changes, compatible, noun_before
from reportcheck.words import said, stem, stems, tokens

_PAGES, _DIGITS = 12, 5
_SAID = {"digit": "a digit is wrong", "swap": "two digits are swapped"}


class Params(NamedTuple):
    """How many telling words two sentences must share, and the bits that those must weigh."""

    words: int = 4
    bits: int = 12


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two sentences about one thing on one day."""
    index = Index.of(paper.statements)
    for (day, _), found in _by_day(paper.statements).items():
        told: set[str] = set()
        for one, other in _pairs(found):
            if not _alike(index, one, other, params) or not _one_money(one, other) or not _close(index, one, other):
                continue
            agrees = not one.quantity.differs(other.quantity)
            if not agrees and (one.figure.text in told or not compatible(one, other)):
                continue
            told.add(one.figure.text)
            yield _relation(one, other, day, agrees=agrees)
    yield from _slipped(paper, index)


def _by_day(statements: tuple[Statement, ...]) -> dict[tuple[Span, tuple[str, ...]], list[Statement]]:
    """The figures of sentences by the day that they are told for and the two words before them."""
    found: dict[tuple[Span, tuple[str, ...]], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.source != "prose":
            continue
        day = next((s for s in statement.spans if s.kind == "day"), None)
        if day is not None and len(noun := noun_before(statement)) == 2 and not changes(statement):
            found[day, noun].append(statement)
    return found


def _one_money(one: Statement, other: Statement) -> bool:
    """Whether both are amounts of money, of one kind."""
    return one.quantity.kind == "money" and one.quantity.comparable(other.quantity)


def _slipped(paper: Paper, index: Index) -> Iterator[Relation]:
    """Two sums to the penny for one day, named in other words, of which one is a slip of the pen from the other."""
    told: set[frozenset[str]] = set()
    for one in paper.statements:
        days = {s for s in one.spans if s.kind == "day"}
        if not days or not _is_sum(index, one):
            continue
        for other, slip in index.near(one):
            if slip not in _SAID or not _is_sum(index, other):
                continue
            noun, pair = _shared_noun(one, other), frozenset((one.figure.text, other.figure.text))
            same = noun and other.group != one.group and days & other.spans
            if same and pair not in told and noun_before(one) != noun_before(other) and compatible(one, other):
                told.add(pair)
                yield _mistyped(one, other, noun, min(days & other.spans), _SAID[slip])


def _is_sum(index: Index, one: Statement) -> bool:
    """Whether a sentence tells it to the penny."""
    return one.source == "prose" and _to_the_penny(index, one.quantity)


def _to_the_penny(index: Index, quantity: Quantity) -> bool:
    return quantity.kind == "money" and quantity.step < 1 and index.digits(quantity) >= _DIGITS


def _shared_noun(one: Statement, other: Statement) -> str:
    """The last telling word before the one figure that stands before the other too: "balance"."""
    theirs = stems(other.before)
    return next((t.lower() for t in reversed(tokens(one.before)) if stem(t) in theirs and stems(t)), "")


def _mistyped(one: Statement, other: Statement, noun: str, day: Span, slip: str) -> Relation:
    told = (
        f"The {noun} on {said(day.last)} is {one.figure.text} here and {other.figure.text} "
        f"on {other.figure.location.spot}: {slip} in one of them."
    )
    return Relation.judged(
        "same-day", (one.figure, other.figure), False, told, suspect=False, confidence="medium", quote=one.quote
    )


def _pairs(found: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the next ones; where a figure is repeated, only with what repeats it."""
    for at, one in enumerate(found[:40]):
        others = [o for o in found[at + 1 : 40] if o.group != one.group]
        same = [o for o in found[:40] if o is not one and o.figure.text == one.figure.text]
        yield from ((one, o) for o in others if o in same or not same)


def _close(index: Index, one: Statement, other: Statement) -> bool:
    """Whether the two stand in one part of the paper, and their figures are of one size or one a slip of the other."""
    a, b = one.quantity, other.quantity
    if abs(one.figure.location.page - other.figure.location.page) > _PAGES:
        return False
    small, large = sorted((abs(a.value), abs(b.value)))
    return large * 4 <= small * 5 or any(o is other for o, _ in index.near(one))


def _alike(index: Index, one: Statement, other: Statement, params: Params) -> bool:
    """Whether the two sentences share words enough."""
    shared = one.words & other.words
    return len(shared) >= params.words and index.bits(shared) >= params.bits


def _relation(one: Statement, other: Statement, day: Span, *, agrees: bool) -> Relation:
    words = " ".join(noun_before(one))
    told = (
        f"The {words} on {said(day.last)} is {one.figure.text} here and {other.figure.text} "
        f"on {other.figure.location.spot}."
    )
    return Relation.judged("same-day", (one.figure, other.figure), agrees, told, suspect=False, quote=one.quote)
