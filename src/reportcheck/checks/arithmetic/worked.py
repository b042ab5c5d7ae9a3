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


def worked(claim: Claim) -> Worked | None:
    """A claim's reckoning done; None where its figures do not go together."""
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
    if reckoning.law in _PRICED:
        return _PRICED[reckoning.law](reckoning, allowed, stated, inputs, ranges)
    if len(units) != 1 or (reckoning.law in ("balance", "tally", "whole") and not _one_unit(stated, units)):
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
    added = "".join(f" {'+' if term.sign > 0 else '-'} {q.bare}" for term, q, _ in pairs).removeprefix(" + ")
    message = f"The sentence says {stated.bare} {_called(reckoning.word)}, but {added} is {{right}}."
    return Worked(allowed, required, value, added, message.replace(" ,", ","))


def _turned(term: Term) -> Term:
    return replace(term, sign=-term.sign)


def _called(word: str) -> str:
    """The word of a difference where it follows its figure: "£5 under"."""
    return word if word in ("under", "over", "below", "above", "less", "more", "fewer", "higher", "lower") else ""


def _tally(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked:
    added = " + ".join(q.bare for q in inputs)
    message = f"The sentence says {stated.bare}, but {added} is {{right}}."
    if len(inputs) == 1:
        message = f"{added} of {stated.bare} cannot be: the part is larger than the whole."
    return Worked(allowed, reduce(Interval.__add__, ranges), sum((q.value for q in inputs), Decimal(0)), added, message)


def _share(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    """Part of whole as the words have it; where they do not tell, the smaller of the larger."""
    (part, one), (whole, two) = zip(inputs, ranges, strict=True)
    if not reckoning.word and part.value > whole.value and stated.value <= 100:
        part, one, whole, two = whole, two, part, one
    if two.low <= 0 or part.value == whole.value:
        return None
    text = f"{part.bare} ÷ {whole.bare}"
    message = f"{part.bare} of {whole.bare} is printed as {stated.bare}, but it is {{right}}."
    return Worked(allowed, one / two * _PER_CENT, part.value / whole.value * 100, text, message)


def _growth(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    (old, first), (new, last) = zip(inputs, ranges, strict=True)
    if first.low <= 0:
        return None
    share = (last - first) / first * _PER_CENT
    value = abs(new.value - old.value) / old.value * 100
    text = f"{old.bare} to {new.bare}"
    move = "an increase" if new.value > old.value else "a decrease"
    message = f"“{stated.bare} {reckoning.word}” does not fit {text}, which is {move} of {{right}}."
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
        text, value = f"{amount.bare} ÷ {count.bare}", amount.value / count.value
        message = f"The sentence says {stated.bare} each, but {text} is {{right}}."
        # An average in whole numbers is rounded, a count is not.
        allowed = allowed if reckoning.stated.hedge else stated.interval
        return Worked(allowed, amount.counted / count.counted, value, text, message)
    one = Interval.exact(amount.value) if reckoning.word == "exact" and not reckoning.inputs[0].hedge else one
    text, value = f"{amount.bare} × {count.bare}", amount.value * count.value
    message = f"The sentence says {stated.bare} for {count.bare} at {amount.bare}, which is {{right}}."
    return Worked(allowed, one * many, value, text, message)


def _periods(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    times = reckoning.inputs[0].sign
    text, value = f"{times} × {inputs[0].bare}", inputs[0].value * times
    message = f"The sentence says {stated.bare}, but {text} is {{right}}."
    return Worked(allowed, ranges[0] * Interval.exact(times), value, text, message)


def _lasting(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    (large, one), (small, two) = zip(inputs, ranges, strict=True)
    if two.low <= 0 or large.unit != small.unit or stated.value < 1:
        return None
    # A count in words may be rounded: "eight months".
    allowed = allowed if stated.step < 1 else allowed.widened(Decimal("0.9"))
    text = f"{large.bare} ÷ {small.bare}"
    message = f"The sentence says {stated.bare}, but {text} is {{right}}."
    return Worked(allowed, one / two, large.value / small.value, text, message)


def _one_whole(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    part, *rest = inputs
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    wholes = [one.interval * _PER_CENT / share.interval for one, share in pairs]
    whole = Interval(max(w.low for w in wholes), min(w.high for w in wholes))
    value = part.value / ((whole.low + whole.high) / 2) * 100
    required = part.interval / whole * _PER_CENT
    others = " and ".join(f"{share.bare} for {one.bare}" for one, share in pairs[:2])
    message = f"{part.bare} is printed as {stated.bare}, but beside {others} it is {{right}}."
    for times, name in ((1_000, "a thousand"), (1_000_000, "a million")):
        if (required * Interval.exact(times)).overlaps(allowed):
            message = f"{part.bare} is printed as {stated.bare}, but beside {others} that is {name} times as much."
    return Worked(allowed, required, value, f"{part.bare} beside {others}", message)


def _twice(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked:
    words = inputs[0]
    message = f"The words say {words.bare}, but the digits {stated.bare}."
    # Pence may follow the words.
    return Worked(allowed, Interval(words.value, words.value + (stated.step < 1)), words.value, words.bare, message)


def _rest(
    reckoning: Reckoning, allowed: Interval, stated: Quantity, inputs: list[Quantity], ranges: list[Interval]
) -> Worked | None:
    (part, one), (whole, two) = zip(inputs, ranges, strict=True)
    if two.low <= 0 or part.value > whole.value:
        return None
    text = f"100% - {part.bare} ÷ {whole.bare}"
    required = _PER_CENT - one / two * _PER_CENT
    message = f"The sentence says that {stated.bare} is left, but {part.bare} of {whole.bare} leaves {{right}}."
    return Worked(allowed, required, 100 - part.value / whole.value * 100, text, message)


_PRICED = {"one whole": _one_whole, "twice": _twice, "product": _product, "periods": _periods, "lasting": _lasting}
_LAWS = {
    "rest": _rest,
    "balance": _balance,
    "tally": _tally,
    "whole": _tally,
    "share": _share,
    "growth": _growth,
    "direction": _direction,
}
