"""Two printed figures -> how one can be a slip of the other: a digit, a swap, a dropped digit, a cut-off, a scale."""

from __future__ import annotations

from collections.abc import Container, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from reportcheck.quantity import Quantity

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
    round_sum = quantity.unit in ("GBP", "USD", "EUR") and exponent == -2 and whole % 100 == 0
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


def variants(number: int, printed: Container[int]) -> dict[int, Slip]:
    """The printed numbers that are one slip away: a digit misread, two swapped, one lost or doubled, another tail.

    Hundreds of numbers are, and nearly all are printed nowhere: they are asked for by the range, not made one by one.
    """
    text = str(number)
    powers = [10**k for k in reversed(range(len(text)))]
    found: dict[int, Slip] = {}
    for at, power in enumerate(powers):
        without = number - number // power % 10 * power
        for other in _among(printed, range(without + power * (at == 0), without + 10 * power, power)):
            found[other] = "digit"
    found.pop(number, None)
    for at in range(len(text) - 1):
        if text[at] != text[at + 1] and not (at == 0 and text[1] == "0"):
            swapped = number + 9 * powers[at + 1] * (int(text[at + 1]) - int(text[at]))
            if swapped in printed:
                found.setdefault(swapped, "swap")
    if len(text) > 4:
        front, last = number - number % 100, number % 100
        for other in _among(printed, range(front, front + 100)):
            if other // 10 % 10 != last // 10 and other % 10 != last % 10:
                found.setdefault(other, "tail")
    return _with_drops(found, number, text, powers, printed)


def _with_drops(
    found: dict[int, Slip], number: int, text: str, powers: list[int], printed: Container[int]
) -> dict[int, Slip]:
    """What was found with the numbers that have one digit less, and one more."""
    if len(text) > 3:
        for at, power in enumerate(powers):
            shorter = number // power // 10 * power + number % power
            if shorter in printed and (at or text[1] != "0"):
                found.setdefault(shorter, "drop")
    if len(text) > 2:
        for at, power in enumerate([10 * powers[0], *powers]):
            opened = number // power * 10 * power + number % power
            for other in _among(printed, range(opened + power * (at == 0), opened + 10 * power, power)):
                found.setdefault(other, "drop")
    return found


def _among(printed: Container[int], numbers: range) -> Iterator[int]:
    return filter(printed.__contains__, numbers)
