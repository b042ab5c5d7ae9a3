"""Two printed figures -> how one can be a slip of the other: a digit, a swap, a dropped digit, a cut-off, a scale."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from reportcheck.quantity import Quantity

Slip = Literal["digit", "swap", "drop", "cut", "scale", "tail"]


def mantissa(quantity: Quantity, *, scaled: bool = True) -> tuple[int, int]:
    """The printed digits as a whole number, and the power of ten of the last: 9.27 million is 927, 4."""
    step = quantity.step if scaled else quantity.step / quantity.scale
    value = quantity.value if scaled else quantity.value / quantity.scale
    exponent = step.adjusted()
    return int(abs(value).scaleb(-exponent).to_integral_value(ROUND_HALF_UP)), exponent


def digits(quantity: Quantity) -> int:
    """How many digits tell: 1,250,000 has three, 191 three, £4,500.00 two, 4.50% three."""
    whole, exponent = mantissa(quantity)
    text = str(whole)
    round_sum = quantity.unit in ("GBP", "USD", "EUR") and exponent == -2 and whole % 100 == 0
    whole_only = quantity.step >= quantity.scale
    return len(text.rstrip("0")) if whole_only or round_sum else len(text)


def rounded(value: Decimal, exponent: int) -> int:
    """A value in whole units of ten to the `exponent`, half away from nought."""
    return int(abs(value).scaleb(-exponent).to_integral_value(ROUND_HALF_UP))


def cut(value: Decimal, exponent: int) -> int:
    """A value in whole units of ten to the `exponent`, the rest dropped."""
    return int(abs(value).scaleb(-exponent))


def variants(number: int) -> dict[int, Slip]:
    """Every whole number that is one slip away: a digit misread, two swapped, one lost or doubled, another tail.

    There are hundreds, and nearly all are printed nowhere: they are made by the range, not one by one.
    """
    text = str(number)
    powers = [10**k for k in reversed(range(len(text)))]
    found: dict[int, Slip] = {}
    for at, power in enumerate(powers):
        without = number - number // power % 10 * power
        found.update(dict.fromkeys(range(without + power * (at == 0), without + 10 * power, power), "digit"))
    found.pop(number, None)
    for at in range(len(text) - 1):
        if text[at] != text[at + 1] and not (at == 0 and text[1] == "0"):
            found.setdefault(int(text[:at] + text[at + 1] + text[at] + text[at + 2 :]), "swap")
    if len(text) > 4:
        tens, ones, front = number // 10 % 10, number % 10, number - number % 100
        tails = [front + 10 * a + b for a in range(10) if a != tens for b in range(10) if b != ones]
        found = {**found, **dict.fromkeys(tails, "tail"), **found}
    if len(text) > 3:
        for at in range(len(text)):
            shorter = text[:at] + text[at + 1 :]
            if shorter[0] != "0":
                found.setdefault(int(shorter), "drop")
    if len(text) > 2:
        longer: dict[int, Slip] = {}
        for at, power in enumerate([10 * powers[0], *powers]):
            opened = number // power * 10 * power + number % power
            longer.update(dict.fromkeys(range(opened + power * (at == 0), opened + 10 * power, power), "drop"))
        found = {**found, **longer, **found}
    return found
