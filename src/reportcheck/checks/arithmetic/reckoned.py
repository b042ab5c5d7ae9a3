"""What figures of a sentence are to each other, in whatever order: differences, shares, growth, products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, groupby
from math import log2
from typing import Literal, NamedTuple

from reportcheck.checks.arithmetic.culprits import (
    calculated,
    fewer_digits,
    is_slip,
    scaled_otherwise,
    slip_bits,
    slip_in_any,
    slipped_elsewhere,
)
from reportcheck.checks.arithmetic.worked import Worked, worked
from reportcheck.checks.judging import printed_like, relation, the_word
from reportcheck.model import Claim, Paper, Quantity, Reckoning, Relation

_PARTS_FAR, _PARTS_NEAR = Decimal("0.34"), Decimal("0.1")
"""How far from the whole its parts may be, as a share of it, where words call them so and where they need not."""
_SPOKEN = {"periods": "product", "lasting": "product", "portion": "product", "rest": "share", "one whole": "share"}
"""Laws that another's rule speaks for."""
_SHARES = frozenset({"share", "growth", "rest", "one whole", "portion"})
_SELDOM = 7
"""How many bits a slip has to be worth where the words leave it open which figures go together."""
_SPREADS = 3
"""How many standard deviations of independent rounding a sum may be out."""


class Params(NamedTuple):
    """Which of the sentence's reckonings the rule speaks for: "way" is what words say of two figures, over or under."""

    of: Literal["balance", "share", "growth", "product", "tally", "way", "whole", "twice"]
    far: Decimal = Decimal(2)
    """How many times the right value a figure may be to be taken for what it is said to be, where it is no slip; twice
    that of a percentage whose words tell which figure it is of."""


class Tried(NamedTuple):
    """A claim with what its figures make, and whether that is what is printed."""

    claim: Claim
    reckoning: Reckoning
    work: Worked
    holds: bool
    places: frozenset[object]
    """Where its figures stand."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The reckonings of the paper's sentences; where one of two that share figures holds, the other is not meant."""
    for _, together in groupby(paper.claims_of("reckoned"), lambda claim: id(claim.passage)):
        tried = [found for claim in together if (found := _tried(claim))]
        held = [one for one in tried if one.holds]
        for one in tried:
            rivals = any(h is not one and _rivals(h, one) for h in held)
            told = _judged(one, params, rivals=rivals or _farther(one, tried) or _said_better(one, tried))
            if told:
                yield told


def _rivals(held: Tried, one: Tried) -> bool:
    """Whether two readings take the same figures for one kind of thing: parts and their shares can both be meant."""
    alike = (held.reckoning.law in _SHARES) == (one.reckoning.law in _SHARES)
    return alike and len(held.places & one.places) > 1


def _tried(claim: Claim) -> Tried | None:
    work = worked(claim)
    if work is None or claim.reckoning is None:
        return None
    places = frozenset(figure.place for figure in claim.figures)
    loose = claim.reckoning.law != "whole" or claim.reckoning.stated.hedge or _adds_up(claim.reckoning)
    return Tried(claim, claim.reckoning, work, bool(loose) and work.allowed.overlaps(work.required), places)


def _farther(one: Tried, tried: list[Tried]) -> bool:
    """Whether the same parts come nearer to another whole."""
    if one.reckoning.law != "whole" or one.holds:
        return False
    others = (o for o in tried if o is not one and o.reckoning.law == "whole" and len(o.places & one.places) > 1)
    return any((_gap(o), len(one.places)) < (_gap(one), len(o.places)) for o in others if o.reckoning.sure)


def _said_better(one: Tried, tried: list[Tried]) -> bool:
    """Whether what is told of a whole and its parts is told of one of them as what is left."""
    if one.reckoning.law != "whole" or one.holds:
        return False
    others = (o for o in tried if o.reckoning.law == "balance" and o.places == one.places)
    return any(o.reckoning.sure and slip_bits(o.reckoning.stated.quantity, o.work.value) for o in others)


def _gap(one: Tried) -> Decimal:
    return one.work.allowed.gap(one.work.required)


def _judged(one: Tried, params: Params, rivals: bool) -> Relation | None:
    claim, reckoning, work, holds, _ = one
    if params.of == "way":
        return _way(claim, reckoning) if holds and reckoning.way and reckoning.sure else None
    if _SPOKEN.get(reckoning.law, reckoning.law) != params.of:
        return None
    stated, quantity = reckoning.stated.figure, reckoning.stated.quantity
    places = -fewer_digits(reckoning) or reckoning.law in ("share", "growth")
    shown = printed_like(work.value, quantity, places)
    if reckoning.law == "whole" and not holds:
        shown = calculated(work.value, quantity, [term.quantity for term in reckoning.inputs])
    done = f"{work.sum} = {shown}"
    if holds and reckoning.law == "balance" and reckoning.sure < 2 and not _tells(quantity, work, params):
        return None
    if holds:
        message = f"{quantity.bare} is right: {done}."
        return relation(claim, "held", message, stated=stated, sum=done, required=work.required)
    return None if rivals else _broken(one, params, done)


def _tells(stated: Quantity, work: Worked, params: Params) -> bool:
    """Whether that a difference holds says something: of small figures one is what two others make as often as not."""
    return 100 * stated.step <= stated.value and _near(stated.value, work.value, params.far)


def _broken(one: Tried, params: Params, done: str) -> Relation | None:
    """A figure that cannot be what its sentence makes it; nothing where it may be meant otherwise."""
    claim, reckoning, work, *_ = one
    stated, quantity = reckoning.stated.figure, reckoning.stated.quantity
    if not reckoning.sure or _fits_otherwise(reckoning):
        return None
    slip, whole = is_slip(quantity, work.value), reckoning.law == "whole"
    if not (_whole(reckoning, work, slip) if whole else _meant(reckoning, work, params)):
        return None
    far = whole and reckoning.word == "of which" and work.value > (1 + _PARTS_NEAR) * quantity.value
    fewer, scaled = fewer_digits(reckoning), scaled_otherwise(reckoning)
    right = printed_like(work.value, quantity, -fewer) if fewer else _right(work, quantity)
    message = work.message.format(right=done.rpartition("= ")[2] if whole else right)
    if scaled:
        message = f"{message[:-1]}; it would fit with {scaled}."
    unsaid = fewer or scaled or "{right}" not in work.message or slipped_elsewhere(reckoning)
    return relation(
        claim, "broken", message, stated=stated, suspect=not whole, sum=done, better="" if unsaid else right,
        why=done, sure=reckoning.sure > 2, required=work.required,
        confidence="low" if far else "high" if reckoning.sure > 2 - slip else "medium",
    )  # fmt: skip


def _meant(reckoning: Reckoning, work: Worked, params: Params) -> bool:
    """Whether a figure is near enough to what the others make to have been meant for it."""
    if reckoning.law in ("twice", "one whole") or reckoning.sure > 2:
        return True
    far = params.far * 2 if reckoning.word and reckoning.law in ("share", "growth") else params.far
    if reckoning.sure > 1:
        return slip_in_any(reckoning, work.value) > 0 or _near(reckoning.stated.quantity.value, work.value, far)
    return slip_in_any(reckoning, work.value) - log2(reckoning.tries) > _SELDOM


def _whole(reckoning: Reckoning, work: Worked, slip: bool) -> bool:
    """Whether parts are so near a whole that they are all of it, or, of those that need not be all, make too much."""
    stated = reckoning.stated.quantity.value
    if stated <= 0:
        return False
    away = (work.value - stated) / stated
    if reckoning.word == "part":
        return away > 0
    if reckoning.word == "all":
        return abs(away) <= _PARTS_FAR or slip
    if reckoning.word in ("some", "of which"):
        return 0 < away <= (_PARTS_NEAR if reckoning.word == "some" else _PARTS_FAR)
    if reckoning.word == "unsaid":
        return abs(away) <= _PARTS_NEAR and (slip or slipped_elsewhere(reckoning))
    return abs(away) <= _PARTS_NEAR or slip


def _adds_up(reckoning: Reckoning) -> bool:
    """Whether rounding explains what is between a whole and its parts: at its worst it could, seldom it does."""
    ranges = [term.quantity.counted for term in (reckoning.stated, *reckoning.inputs)]
    away = abs(
        sum((term.quantity.value for term in reckoning.inputs), Decimal(0)) - (ranges[0].low + ranges[0].high) / 2
    )
    return away**2 <= _SPREADS**2 * sum((r.width**2 for r in ranges), Decimal(0)) / 12


def _fits_otherwise(reckoning: Reckoning) -> bool:
    """Whether one of the three figures of a balance is what the other two make, whatever the words call them.

    Or the first parts of a list make its whole, and what comes after is beside it: "61 voted: 33 for, 28 against, 4
    away".
    """
    terms = (reckoning.stated, *reckoning.inputs)
    running = list(accumulate(term.quantity.value for term in reckoning.inputs))
    if reckoning.law == "whole" and reckoning.stated.quantity.value in running[1:-1]:
        return True
    if reckoning.law not in ("balance", "whole") or len(terms) != 3:
        return False
    one, two, three = sorted((term.quantity.counted for term in terms), key=lambda interval: interval.high)
    return (one + two).overlaps(three)


def _right(worked: Worked, stated: Quantity) -> str:
    right = printed_like(worked.value, stated)
    return right if right != printed_like(stated.value, stated) else printed_like(worked.value, stated, 1)


def _near(stated: Decimal, value: Decimal, far: Decimal) -> bool:
    one, two = sorted((abs(stated), abs(value)))
    return one > 0 and two <= one * far


def _way(claim: Claim, reckoning: Reckoning) -> Relation | None:
    """A figure that is said to be over, or up, and is not."""
    old, new = (term.quantity for term in reckoning.inputs)
    if old.interval.overlaps(new.interval):
        return None
    if any(term.hedge for term in reckoning.inputs):
        # "9% lost more than 10%" is a bound, and compares nothing.
        return None
    stated = reckoning.inputs[1].figure
    if (new.value > old.value) == (reckoning.way > 0):
        return relation(claim, "held", f"{new.bare} is {reckoning.word}: {old.bare}.", stated=stated)
    text = f"{old.bare} to {new.bare}"
    model = new if new.step <= old.step else old
    move = "a rise" if new.value > old.value else "a fall"
    size = printed_like(new.value - old.value, model)
    shown = f"{text} is {move} of {size}"
    if reckoning.law == "balance":
        shown = f"{new.bare} is {size} {'more' if new.value > old.value else 'less'} than {old.bare}"
    message = f"The sentence says “{reckoning.word}”, but {shown}."
    found = relation(claim, "broken", message, stated=stated, sum=f"{new.bare} - {old.bare}", confidence="medium")
    return replace(found, evidence=(the_word(claim, reckoning.word), *found.evidence))
