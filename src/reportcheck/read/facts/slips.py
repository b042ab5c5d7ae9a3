"""Two printed figures -> how one can be a slip of the other: a digit, a swap, a dropped digit, a cut-off, a scale."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from reportcheck.quantity import MONEY, Quantity

_LONG = 10_000
"""From so many on another tail of two digits is a slip."""
Slip = Literal["digit", "swap", "drop", "cut", "scale", "tail"]


def mantissa(quantity: Quantity, *, scaled: bool = True) -> tuple[int, int]:
    """The printed digits as a whole number, and the power of ten of the last: 9.27 million is 927, 4."""
    step = quantity.step if scaled else quantity.step / quantity.scale
    value = quantity.value if scaled else quantity.value / quantity.scale
    exponent = step.adjusted()
    return int(abs(value).scaleb(-exponent).to_integral_value(ROUND_HALF_UP)), exponent


class Printed(NamedTuple):
    """A figure's printed digits as a whole number, the power of ten of the last, and how many of them tell."""

    whole: int
    exponent: int
    telling: int


def printed_digits(quantity: Quantity) -> Printed:
    """How a figure is printed."""
    whole, exponent = mantissa(quantity)
    text = str(whole)
    if whole % 10:
        return Printed(whole, exponent, len(text))
    round_sum = quantity.unit in MONEY and exponent == -2 and whole % 100 == 0
    whole_only = quantity.step >= quantity.scale
    return Printed(whole, exponent, len(text.rstrip("0")) if whole_only or round_sum else len(text))


def digits(quantity: Quantity) -> int:
    """How many digits tell: 1,250,000 has three, 191 three, £4,500.00 two, 4.50% three."""
    return printed_digits(quantity).telling


def rounded(value: Decimal, exponent: int) -> int:
    """A value in whole units of ten to the `exponent`, half away from nought."""
    return int(abs(value).scaleb(-exponent).to_integral_value(ROUND_HALF_UP))


def cut(value: Decimal, exponent: int) -> int:
    """A value in whole units of ten to the `exponent`, the rest dropped."""
    return int(abs(value).scaleb(-exponent))


def retold(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one, the coarser of them rounded or cut off."""
    fine, coarse = sorted((one, other), key=lambda q: q.step)
    whole, exponent = mantissa(coarse)
    return whole in (rounded(fine.value, exponent), cut(fine.value, exponent))


def as_rounded(mine: Quantity, theirs: Quantity) -> str:
    """The source's figure printed as the quotation is: 9,276,350 as "€9.28m"."""
    whole, exponent = mantissa(mine)
    shown = mantissa(mine, scaled=False)[1]
    right = Decimal(rounded(theirs.value, exponent)).scaleb(shown)
    was = Decimal(whole).scaleb(shown)
    return mine.text.replace(f"{was:,f}", f"{right:,f}").replace(f"{was:f}", f"{right:f}")


class Numbers:
    """Numbers that are printed, found by what is left of them without one of their digits."""

    def __init__(self, printed: Iterable[int]) -> None:
        self.printed = frozenset(printed)
        self.gaps: dict[int, dict[int, tuple[int, ...]]] = {}
        """By the power of ten at which the digit stood, then by what is left: in order."""
        self.hundreds: dict[int, list[int]] = {}
        numbers, power = sorted(self.printed), 1
        while numbers := numbers[bisect_left(numbers, power) :]:
            gap, ten = self.gaps.setdefault(power, {}), 10 * power
            for number in numbers:
                rest = number // ten * power + number % power
                others = gap.get(rest)
                gap[rest] = (number,) if others is None else (*others, number)
            if power == _LONG:
                for number in numbers:
                    self.hundreds.setdefault(number // 100, []).append(number)
            power = ten


def variants(number: int, numbers: Numbers) -> dict[int, Slip]:
    """The printed numbers that are one slip away: a digit misread, two swapped, one lost or doubled, another tail.

    Hundreds of numbers are, and nearly all are printed nowhere: what is printed is asked for, none is made.
    """
    text = str(number)
    powers = [10**k for k in reversed(range(len(text)))]
    shorter = [number // (10 * power) * power + number % power for power in powers]
    found: dict[int, Slip] = {}
    gaps = numbers.gaps
    for power, rest in zip(powers, shorter, strict=True):
        for other in gaps.get(power, {}).get(rest, ()):
            found[other] = "digit"
    found.pop(number, None)
    for at in range(len(text) - 1):
        if text[at] != text[at + 1] and not (at == 0 and text[1] == "0"):
            swapped = number + 9 * powers[at + 1] * (int(text[at + 1]) - int(text[at]))
            if swapped in numbers.printed:
                found.setdefault(swapped, "swap")
    for other in numbers.hundreds.get(number // 100, ()) if number >= _LONG else ():
        if other // 10 % 10 != number // 10 % 10 and other % 10 != number % 10:
            found.setdefault(other, "tail")
    for at, rest in enumerate(shorter if len(text) > 3 else ()):
        if rest in numbers.printed and (at or text[1] != "0"):
            found.setdefault(rest, "drop")
    for power in (10 * powers[0], *powers) if len(text) > 2 else ():
        for other in gaps.get(power, {}).get(number, ()):
            found.setdefault(other, "drop")
    return found


def one_slip(one: Quantity, other: Quantity) -> bool:
    """Whether two figures, printed to one power of ten, are one slip away from each other."""
    (a, left), (b, right) = mantissa(one), mantissa(other)
    return left == right and b in variants(a, Numbers({b}))
