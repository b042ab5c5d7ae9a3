"""Which figure of a sum in a sentence one would mend: the result, or one of its parts by a slip or by its scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from math import log2
from operator import mul

from reportcheck.checks.judging import printed_like
from reportcheck.laws.slips import SWAP, slips
from reportcheck.model import Quantity, Reckoning, Term

Parts = Sequence[tuple[Quantity, int]]
"""The figures that are added up, each with its sign."""
_SUMS = ("balance", "tally", "whole")
_PENNY = Decimal("0.01")
_STEPS = (("thousand", "million"), ("million", "billion"))


def is_slip(printed: Quantity, value: Decimal) -> bool:
    """Whether one slip of the pen makes the right figure: in one of two digits only that these are swapped."""
    return slip_bits(printed, value) > 0


def slip_bits(printed: Quantity, value: Decimal, others: Sequence[Quantity] = ()) -> float:
    """How seldom, in bits, a figure that has nothing to do with the right one is a slip away from it; 0 where none is.

    Of two digits swapped there are few, of a digit changed nine a digit: in three digits chance makes those. Noughts
    that all figures of its unit end in are no digits.
    """
    digits = "".join(c for c in printed_like(value, printed) if c.isdigit())
    figures = "".join(c for c in printed.text if c.isdigit())
    kind = next((slip.kind for slip in slips(printed.text) if slip.digits == digits), "") if value > 0 else ""
    if len(figures) < 2 or (len(figures) == 2 and kind != SWAP) or not kind:
        return 0
    alike = (q.text for q in others if q.unit == printed.unit)
    texts = (digits, figures, *("".join(filter(str.isdigit, text)) for text in alike))
    length = len(figures) - min(len(text) - len(text.rstrip("0")) for text in texts)
    return log2(0.9 * 10**length / (max(1, length - 1) if kind == SWAP else 9 * length))


def slip_in_any(reckoning: Reckoning, value: Decimal) -> float:
    """The same of the figure of a sum or a product that a slip explains best, less that any of them may be it."""
    stated, terms = reckoning.stated.quantity, reckoning.inputs
    quantities = [term.quantity for term in terms]
    tried = [slip_bits(stated, value, quantities)]
    for term in terms if reckoning.law in ("balance", "product", "whole", "tally") else ():
        right = _needed(reckoning, term, value)
        tried.append(slip_bits(term.quantity, right, (stated, *quantities)) - log2(len(terms) + 1))
    return max(tried)


def _needed(reckoning: Reckoning, term: Term, value: Decimal) -> Decimal:
    """What a term would have to be for the others to make what is stated."""
    stated, printed = reckoning.stated.quantity, term.quantity
    if reckoning.law != "product":
        turned = -1 if _sum(_signed(reckoning)) < 0 else 1
        return printed.value + turned * term.sign * (stated.value - value)
    if not value or not stated.value or min(t.sign for t in reckoning.inputs) < 0:
        return Decimal(0)
    right = printed.value * stated.value / value
    return right if right == right.quantize(printed.step) else Decimal(0)


def another_slipped(stated: Quantity, parts: Parts) -> bool:
    """Whether one slip in one of the parts, and none in the result, explains why they do not come to it."""
    value = _sum(parts)
    if is_slip(stated, abs(value)):
        return False
    return any(is_slip(part, part.value + sign * (stated.value - value)) for part, sign in parts)


def other_scale(stated: Quantity, parts: Parts) -> str:
    """The one part as it would fit with the next scale, millions for thousands; empty where none does."""
    found = []
    for part, sign in parts:
        for low, high in _STEPS:
            for old, new, times in ((low, high, Decimal(1000)), (high, low, Decimal("0.001"))):
                rest = _sum(parts) - sign * part.value
                room = (stated.step + sum((q.step for q, _ in parts if q is not part), Decimal(0))) / 2
                away = abs(rest + sign * part.value * times - stated.value)
                if old in part.text and away <= room + part.step * times / 2:
                    found.append(part.bare.replace(old, new))
    return found[0] if len(found) == 1 else ""


def coarser(stated: Quantity, parts: Sequence[Quantity]) -> int:
    """How many digits fewer a sum can have than the stated figure, because one of its parts is rounded more."""
    return max(0, max(map(_step, parts)).adjusted() - stated.step.adjusted())


def _step(part: Quantity) -> Decimal:
    """What a part is rounded to: whole pounds beside pence are so many pounds and no pence."""
    return _PENNY if part.step == 1 and part.kind == "money" else part.step


def calculated(value: Decimal, stated: Quantity, parts: Sequence[Quantity]) -> str:
    """A sum as a calculator shows it: with the decimals of its parts, where all are told in one scale."""
    finest = min((*parts, stated), key=lambda q: q.step)
    if finest.scale == stated.scale:
        return printed_like(value, stated, stated.step.adjusted() - finest.step.adjusted())
    right = printed_like(value, stated, -coarser(stated, parts))
    return right if right != printed_like(stated.value, stated) else printed_like(value, finest)


def fewer_digits(reckoning: Reckoning) -> int:
    """How many digits fewer than the stated figure a difference or a sum can have."""
    summed = reckoning.law in _SUMS
    return coarser(reckoning.stated.quantity, [term.quantity for term in reckoning.inputs]) if summed else 0


def slipped_elsewhere(reckoning: Reckoning) -> bool:
    """Whether one slip in another figure of a difference or a sum explains it, and none in the stated one does."""
    parts = _signed(reckoning)
    if reckoning.law == "product":
        value = reduce(mul, (term.quantity.value for term in reckoning.inputs))
        return not is_slip(reckoning.stated.quantity, value) and slip_in_any(reckoning, value) > 0
    turned = -1 if _sum(parts) < 0 else 1
    return bool(parts) and another_slipped(reckoning.stated.quantity, [(q, turned * sign) for q, sign in parts])


def scaled_otherwise(reckoning: Reckoning) -> str:
    """The one part of a sum as it would fit with the next scale; empty where none does."""
    return other_scale(reckoning.stated.quantity, _signed(reckoning))


def _signed(reckoning: Reckoning) -> Parts:
    """What a difference or a sum is made of; nothing of other laws."""
    return [(term.quantity, term.sign) for term in reckoning.inputs] if reckoning.law in _SUMS else []


def _sum(parts: Parts) -> Decimal:
    return sum((sign * part.value for part, sign in parts), Decimal(0))
