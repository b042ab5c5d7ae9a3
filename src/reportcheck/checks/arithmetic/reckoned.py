"""What figures of a sentence are to each other, in whatever order: differences, shares, growth, products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from itertools import groupby
from typing import Literal, NamedTuple

from reportcheck.checks.judging.claims import HUNDRED, claims_of, counted, hedged, relation, the_word
from reportcheck.checks.judging.printed import bare, printed_like
from reportcheck.laws.slips import slips
from reportcheck.model import Claim, Paper, Reckoning, Relation, Suggestion, Term
from reportcheck.quantity import Interval, Quantity


class Params(NamedTuple):
    """Which of the sentence's reckonings the rule speaks for: "way" is what words say of two figures, over or under."""

    of: Literal["balance", "share", "growth", "product", "tally", "way"]
    far: Decimal = Decimal(2)
    """How many times the right value a figure may be to be taken for what it is said to be, where it is no slip; twice
    that of a percentage whose words tell which figure it is of."""


class Worked(NamedTuple):
    """A reckoning done: what should be printed, by interval and value, and as words."""

    allowed: Interval
    required: Interval
    value: Decimal
    sum: str
    message: str
    """What is wrong, with {right} for the right value."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The reckonings of the paper's sentences; where one of two that share figures holds, the other is not meant."""
    for _, together in groupby(claims_of(paper, "reckoned"), lambda claim: id(claim.passage)):
        claims = list(together)
        held = [claim for claim in claims if _holds(claim)]
        for claim in claims:
            others = [h for h in held if h is not claim and len(_places(h) & _places(claim)) > 1]
            found = _judged(claim, params, rivals=bool(others))
            if found:
                yield found


def _places(claim: Claim) -> set[object]:
    return {figure.place for figure in claim.figures}


def _holds(claim: Claim) -> bool:
    worked = _worked(claim)
    return worked is not None and worked.allowed.overlaps(worked.required)


def _judged(claim: Claim, params: Params, rivals: bool) -> Relation | None:
    reckoning, worked = claim.reckoning, _worked(claim)
    if reckoning is None or worked is None:
        return None
    holds = worked.allowed.overlaps(worked.required)
    if params.of == "way":
        return _way(claim, reckoning) if holds and reckoning.way and reckoning.sure else None
    stated = reckoning.stated.figure
    if reckoning.law != params.of or stated.quantity is None:
        return None
    right = _right(worked, stated.quantity)
    done = f"{worked.sum} = {printed_like(worked.value, stated.quantity, reckoning.law in ('share', 'growth'))}"
    if holds:
        message = f"{bare(stated.quantity)} is right: {done}."
        return relation(claim, "held", message, stated=stated, sum=done, required=worked.required)
    slip = _is_slip(stated.quantity, worked.value, right)
    far = params.far * 2 if reckoning.word and reckoning.law in ("share", "growth") else params.far
    if (
        rivals
        or _fits_otherwise(reckoning)
        or not reckoning.sure
        or not (slip or (reckoning.sure > 1 and _near(stated.quantity.value, worked.value, far)))
    ):
        return None
    return relation(
        claim, "broken", worked.message.format(right=right), stated=stated, suspect=True, sum=done,
        confidence="high" if slip and reckoning.sure > 1 else "medium",
        suggestion=Suggestion(right, done, sure=False), required=worked.required,
    )  # fmt: skip


def _fits_otherwise(reckoning: Reckoning) -> bool:
    """Whether one of the three figures of a balance is what the other two make, whatever the words call them."""
    figures = [t.figure.quantity for t in (reckoning.stated, *reckoning.inputs) if t.figure.quantity]
    if reckoning.law != "balance" or len(figures) != 3:
        return False
    one, two, three = sorted((q.interval for q in figures), key=lambda interval: interval.high)
    return (one + two).overlaps(three)


def _right(worked: Worked, stated: Quantity) -> str:
    right = printed_like(worked.value, stated)
    return right if right != printed_like(stated.value, stated) else printed_like(worked.value, stated, 1)


def _near(stated: Decimal, value: Decimal, far: Decimal) -> bool:
    one, two = sorted((abs(stated), abs(value)))
    return one > 0 and two <= one * far


def _is_slip(stated: Quantity, value: Decimal, right: str) -> bool:
    """Whether one slip of the pen in a figure of three digits or more makes the right one of it."""
    digits = "".join(c for c in right if c.isdigit())
    printed = [c for c in stated.text if c.isdigit()]
    return len(printed) > 2 and value > 0 and any(slip.digits == digits for slip in slips(stated.text))


def _worked(claim: Claim) -> Worked | None:
    reckoning = claim.reckoning
    if reckoning is None:
        return None
    figures = [term.figure.quantity for term in (reckoning.stated, *reckoning.inputs)]
    quantities = [q for q in figures if q is not None and q.value >= 0]
    if len(quantities) != len(figures):
        return None
    stated, *inputs = quantities
    units: set[str] = {q.unit or "count" for q in inputs}
    allowed = hedged(stated, reckoning.stated.hedge)
    ranges = [hedged(q, term.hedge) for q, term in zip(inputs, reckoning.inputs, strict=True)]
    if reckoning.law == "product":
        return _product(reckoning, allowed, stated, inputs, ranges)
    if len(units) != 1 or (reckoning.law in ("balance", "tally") and not _one_unit(stated, units)):
        return None
    return _LAWS[reckoning.law](reckoning, allowed, stated, inputs, ranges)


def _one_unit(stated: Quantity, units: set[str]) -> bool:
    return {stated.unit or "count"} == units or (units == {"percent"} and stated.unit == "points")


def _balance(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked:
    pairs = list(zip(reckoning.inputs, inputs, ranges, strict=True))
    required = reduce(Interval.__add__, (r if term.sign > 0 else -r for term, _, r in pairs))
    value = sum((term.sign * q.value for term, q, _ in pairs), Decimal(0))
    if value < 0:
        # Which is the larger is not what a difference tells.
        pairs, required, value = [(_turned(t), q, r) for t, q, r in pairs], -required, -value
    pairs.sort(key=lambda pair: -pair[0].sign)
    added = "".join(f" {'+' if term.sign > 0 else '-'} {bare(q)}" for term, q, _ in pairs).removeprefix(" + ")
    message = f"The sentence says {bare(stated)} {_called(reckoning.word)}, but {added} is {{right}}."
    return Worked(allowed, required, value, added, message.replace(" ,", ","))


def _turned(term: Term) -> Term:
    return replace(term, sign=-term.sign)


def _called(word: str) -> str:
    """The word of a difference where it follows its figure: "£5 under"."""
    return word if word in ("under", "over", "below", "above", "less", "more", "fewer", "higher", "lower") else ""


def _tally(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked:
    added = " + ".join(bare(q) for q in inputs)
    message = f"The sentence says {bare(stated)}, but {added} is {{right}}."
    return Worked(allowed, reduce(Interval.__add__, ranges), sum((q.value for q in inputs), Decimal(0)), added, message)


def _share(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    """Part of whole as the words have it; where they do not tell, the smaller of the larger."""
    (part, one), (whole, two) = zip(inputs, ranges, strict=True)
    if not reckoning.word and part.value > whole.value and stated.value <= HUNDRED:
        part, one, whole, two = whole, two, part, one
    if two.low <= 0:
        return None
    text = f"{bare(part)} ÷ {bare(whole)}"
    message = f"{bare(part)} of {bare(whole)} is printed as {bare(stated)}, but it is {{right}}."
    return Worked(allowed, one / two * Interval.exact(HUNDRED), part.value / whole.value * HUNDRED, text, message)


def _growth(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    (old, first), (new, last) = zip(inputs, ranges, strict=True)
    if first.low <= 0:
        return None
    share = (last - first) / first * Interval.exact(HUNDRED)
    value = abs(new.value - old.value) / old.value * HUNDRED
    text = f"{bare(old)} to {bare(new)}"
    move = "an increase" if new.value > old.value else "a decrease"
    message = f"“{bare(stated)} {reckoning.word}” does not fit {text}, which is {move} of {{right}}."
    return Worked(allowed, abs(share), value, text, message)


def _direction(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked:
    return Worked(allowed, allowed, stated.value, "", "")


def _product(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    (amount, one), (count, many) = zip(inputs, ranges, strict=True)
    if count.value < 2 or count.unit not in (None, "count") or amount.unit != stated.unit:
        return None
    if reckoning.inputs[1].sign < 0:
        text, value = f"{bare(amount)} ÷ {bare(count)}", amount.value / count.value
        message = f"The sentence says {bare(stated)} each, but {text} is {{right}}."
        return Worked(allowed, counted(amount) / counted(count), value, text, message)
    text, value = f"{bare(amount)} × {bare(count)}", amount.value * count.value
    message = f"The sentence says {bare(stated)} for {bare(count)} at {bare(amount)}, which is {{right}}."
    return Worked(allowed, one * many, value, text, message)


_LAWS = {"balance": _balance, "tally": _tally, "share": _share, "growth": _growth, "direction": _direction}


def _way(claim: Claim, reckoning: Reckoning) -> Relation | None:
    """A figure that is said to be over, or up, and is not."""
    old, new = (term.figure.quantity for term in reckoning.inputs)
    if old is None or new is None or old.interval.overlaps(new.interval):
        return None
    stated = reckoning.inputs[1].figure
    if (new.value > old.value) == (reckoning.way > 0):
        return relation(claim, "held", f"{bare(new)} is {reckoning.word}: {bare(old)}.", stated=stated)
    text = f"{bare(old)} to {bare(new)}"
    model = new if new.step <= old.step else old
    move = "a rise" if new.value > old.value else "a fall"
    size = printed_like(new.value - old.value, model)
    shown = f"{text} is {move} of {size}"
    if reckoning.law == "balance":
        shown = f"{bare(new)} is {size} {'more' if new.value > old.value else 'less'} than {bare(old)}"
    message = f"The sentence says “{reckoning.word}”, but {shown}."
    found = relation(claim, "broken", message, stated=stated, sum=f"{bare(new)} - {bare(old)}", confidence="medium")
    return replace(found, evidence=(the_word(claim, reckoning.word), *found.evidence))
