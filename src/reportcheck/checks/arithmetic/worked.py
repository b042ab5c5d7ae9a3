"""A reckoning of figures done: what should be printed, by interval and by value, and the sum as people write it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from reportcheck.checks.judging import hedged
from reportcheck.model import Claim, Interval, Quantity, Reckoning, Term

_PER_CENT = Interval.exact(100)


class Worked(NamedTuple):
    """A reckoning done: what should be printed, by interval and value, and as words."""

    allowed: Interval
    required: Interval
    value: Decimal
    sum: str
    message: str
    """What is wrong, with {right} for the right value."""


class Given(NamedTuple):
    """The figures of a reckoning: what is stated, and what it can be, and what it comes of, and what those can be."""

    reckoning: Reckoning
    stated: Quantity
    allowed: Interval
    inputs: list[Quantity]
    ranges: list[Interval]


def worked(claim: Claim) -> Worked | None:
    """A claim's reckoning done; None where its figures do not go together."""
    reckoning = claim.reckoning
    if reckoning is None or any(term.quantity.value < 0 for term in (reckoning.stated, *reckoning.inputs)):
        return None
    stated, inputs = reckoning.stated.quantity, [term.quantity for term in reckoning.inputs]
    ranges = [hedged(term.quantity, term.hedge) for term in reckoning.inputs]
    given = Given(reckoning, stated, hedged(stated, reckoning.stated.hedge), inputs, ranges)
    if reckoning.law in _PRICED:
        return _PRICED[reckoning.law](given)
    units: set[str] = {q.unit or "count" for q in inputs}
    if len(units) != 1 or (reckoning.law in ("balance", "tally", "whole") and not _one_unit(stated, units)):
        return None
    return _LAWS[reckoning.law](given)


def _one_unit(stated: Quantity, units: set[str]) -> bool:
    return {stated.unit or "count"} == units or (units == {"percent"} and stated.unit == "points")


def _balance(given: Given) -> Worked:
    pairs = list(zip(given.reckoning.inputs, given.inputs, given.ranges, strict=True))
    required = reduce(Interval.__add__, (r if term.sign > 0 else -r for term, _, r in pairs))
    value = sum((term.sign * q.value for term, q, _ in pairs), Decimal(0))
    if value < 0:
        # Which is the larger is not what a difference tells.
        pairs, required, value = [(_turned(t), q, r) for t, q, r in pairs], -required, -value
    pairs.sort(key=lambda pair: -pair[0].sign)
    added = "".join(f" {'+' if term.sign > 0 else '-'} {q.bare}" for term, q, _ in pairs).removeprefix(" + ")
    message = f"The sentence says {given.stated.bare} {_called(given.reckoning.word)}, but {added} is {{right}}."
    return Worked(given.allowed, required, value, added, message.replace(" ,", ","))


def _turned(term: Term) -> Term:
    return replace(term, sign=-term.sign)


def _called(word: str) -> str:
    """The word of a difference where it follows its figure: "£5 under"."""
    return word if word in ("under", "over", "below", "above", "less", "more", "fewer", "higher", "lower") else ""


def _tally(given: Given) -> Worked:
    added = " + ".join(q.bare for q in given.inputs)
    message = f"The sentence says {given.stated.bare}, but {added} is {{right}}."
    if len(given.inputs) == 1:
        message = f"{added} of {given.stated.bare} cannot be: the part is larger than the whole."
    return Worked(
        given.allowed,
        reduce(Interval.__add__, given.ranges),
        sum((q.value for q in given.inputs), Decimal(0)),
        added,
        message,
    )


def _share(given: Given) -> Worked | None:
    """Part of whole as the words have it; where they do not tell, the smaller of the larger."""
    (part, one), (whole, two) = zip(given.inputs, given.ranges, strict=True)
    if not given.reckoning.word and part.value > whole.value and given.stated.value <= 100:
        part, one, whole, two = whole, two, part, one
    if two.low <= 0 or part.value == whole.value:
        return None
    text = f"{part.bare} ÷ {whole.bare}"
    message = f"{part.bare} of {whole.bare} is printed as {given.stated.bare}, but it is {{right}}."
    return Worked(given.allowed, one / two * _PER_CENT, part.value / whole.value * 100, text, message)


def _growth(given: Given) -> Worked | None:
    (old, first), (new, last) = zip(given.inputs, given.ranges, strict=True)
    if first.low <= 0:
        return None
    share = (last - first) / first * _PER_CENT
    value = abs(new.value - old.value) / old.value * 100
    text = f"{old.bare} to {new.bare}"
    move = "an increase" if new.value > old.value else "a decrease"
    message = f"“{given.stated.bare} {given.reckoning.word}” does not fit {text}, which is {move} of {{right}}."
    return Worked(given.allowed, abs(share), value, text, message)


def _direction(given: Given) -> Worked:
    return Worked(given.allowed, given.allowed, given.stated.value, "", "")


def _product(given: Given) -> Worked | None:
    (amount, one), (count, many), *more = zip(given.inputs, given.ranges, strict=True)
    if count.value < 2 or amount.unit != given.stated.unit:
        return None
    if given.reckoning.inputs[1].sign < 0:
        text, value = f"{amount.bare} ÷ {count.bare}", amount.value / count.value
        message = f"The sentence says {given.stated.bare} each, but {text} is {{right}}."
        # An average in whole numbers is rounded, a count is not.
        allowed = given.allowed if given.reckoning.stated.hedge else given.stated.interval
        return Worked(allowed, amount.counted / count.counted, value, text, message)
    one = (
        Interval.exact(amount.value) if given.reckoning.word == "exact" and not given.reckoning.inputs[0].hedge else one
    )
    text, value, required = f"{amount.bare} × {count.bare}", amount.value * count.value, one * many
    message = f"The sentence says {given.stated.bare} for {count.bare} at {amount.bare}, which is {{right}}."
    for other, times in more:
        text, value, required = f"{text} × {other.bare}", value * other.value, required * times
        message = f"The sentence says {given.stated.bare}, but {text} is {{right}}."
    return Worked(given.allowed, required, value, text, message)


def _portion(given: Given) -> Worked | None:
    """What a rate makes of an amount: exact where it is charged; with a way, the amount with it or without it."""
    base, rate = given.inputs
    bounded = any(term.hedge for term in (given.reckoning.stated, *given.reckoning.inputs))
    if base.unit != given.stated.unit or bounded or not 0 < rate.value < 100:
        return None
    way, exact = given.reckoning.way, given.reckoning.word == "exact"
    share = Interval.exact(rate.value) if exact else rate.interval
    share = {0: share, 1: _PER_CENT + share, -1: _PER_CENT - share}[way] / _PER_CENT
    text = f"{rate.bare} of {base.bare}"
    value = base.value * {0: rate.value, 1: 100 + rate.value, -1: 100 - rate.value}[way] / 100
    message = f"The sentence says {given.stated.bare}, but {text} is {{right}}."
    return Worked(given.allowed, given.ranges[0] * share, value, text, message)


def _periods(given: Given) -> Worked | None:
    times = given.reckoning.inputs[0].sign
    text, value = f"{times} × {given.inputs[0].bare}", given.inputs[0].value * times
    message = f"The sentence says {given.stated.bare}, but {text} is {{right}}."
    return Worked(given.allowed, given.ranges[0] * Interval.exact(times), value, text, message)


def _lasting(given: Given) -> Worked | None:
    (large, one), (small, two) = zip(given.inputs, given.ranges, strict=True)
    if two.low <= 0 or large.unit != small.unit or given.stated.value < 1:
        return None
    # A count in words may be rounded: "eight months".
    allowed = given.allowed if given.stated.step < 1 else given.allowed.widened(Decimal("0.9"))
    text = f"{large.bare} ÷ {small.bare}"
    message = f"The sentence says {given.stated.bare}, but {text} is {{right}}."
    return Worked(allowed, one / two, large.value / small.value, text, message)


def _one_whole(given: Given) -> Worked | None:
    part, *rest = given.inputs
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    wholes = [one.interval * _PER_CENT / share.interval for one, share in pairs]
    whole = Interval(max(w.low for w in wholes), min(w.high for w in wholes))
    value = part.value / ((whole.low + whole.high) / 2) * 100
    required = part.interval / whole * _PER_CENT
    others = " and ".join(f"{share.bare} for {one.bare}" for one, share in pairs[:2])
    message = f"{part.bare} is printed as {given.stated.bare}, but beside {others} it is {{right}}."
    for times, name in ((1_000, "a thousand"), (1_000_000, "a million")):
        if (required * Interval.exact(times)).overlaps(given.allowed):
            message = (
                f"{part.bare} is printed as {given.stated.bare}, but beside {others} that is {name} times as much."
            )
    return Worked(given.allowed, required, value, f"{part.bare} beside {others}", message)


def _twice(given: Given) -> Worked:
    words = given.inputs[0]
    message = f"The words say {words.bare}, but the digits {given.stated.bare}."
    # Pence may follow the words.
    return Worked(
        given.allowed, Interval(words.value, words.value + (given.stated.step < 1)), words.value, words.bare, message
    )


def _rest(given: Given) -> Worked | None:
    (part, one), (whole, two) = zip(given.inputs, given.ranges, strict=True)
    if two.low <= 0 or part.value > whole.value:
        return None
    text = f"100% - {part.bare} ÷ {whole.bare}"
    required = _PER_CENT - one / two * _PER_CENT
    message = f"The sentence says that {given.stated.bare} is left, but {part.bare} of {whole.bare} leaves {{right}}."
    return Worked(given.allowed, required, 100 - part.value / whole.value * 100, text, message)


_PRICED = {
    "one whole": _one_whole,
    "twice": _twice,
    "product": _product,
    "portion": _portion,
    "periods": _periods,
    "lasting": _lasting,
}
_LAWS = {
    "rest": _rest,
    "balance": _balance,
    "tally": _tally,
    "whole": _tally,
    "share": _share,
    "growth": _growth,
    "direction": _direction,
}
