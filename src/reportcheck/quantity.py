"""Printed figures as quantities, and quantities as intervals: Decimal arithmetic, never float."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Literal, get_args

from reportcheck.records import record

Currency = Literal[
    "GBP", "EUR", "USD", "AUD", "BDT", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "GHS", "HKD", "HUF", "INR", "JPY",
    "KES", "LKR", "MWK", "MYR", "NGN", "NOK", "NPR", "NZD", "PHP", "PKR", "PLN", "RWF", "SEK", "SGD", "TZS", "UGX",
    "ZAR", "ZMW",
]  # fmt: skip
"""The code of the money. A sign that several have stands for the one that is best known: $ is USD, Rs is INR."""

MONEY: frozenset[str] = frozenset(get_args(Currency))
_KINDS: dict[str | None, str] = {**dict.fromkeys(MONEY, "money"), "count": "", None: ""}
_NONE = Decimal(0)

Unit = Literal[Currency, "percent", "points", "bps", "count", "years", "days", "weeks", "months"]
"""What a figure counts. `percent` is a share or a rate, `points` are percentage points."""

LONGEST = 100
"""Digits and separators: what is longer is a key or noise, and no number that anything is counted by."""

Notation = Literal["1,234.5", "1.234,5", "1’234.5"]
"""How a paper writes its numbers."""

Blank = Literal["nil", "dash", "suppressed", "not available", "blank"]
"""A cell without digits: `nil` and `dash` stand for nothing (0), the others for an unknown."""


@record(frozen=True, slots=True)
class Interval:
    """All true values that a printed figure can stand for: closed from `low` to `high`."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        """Refuse an interval that is the wrong way round."""
        if self.low > self.high:
            raise ValueError(f"an interval runs from low to high, not from {self.low} to {self.high}")

    @classmethod
    def exact(cls, value: Decimal | int) -> Interval:
        """The interval that holds one value."""
        return cls(Decimal(value), Decimal(value))

    def __add__(self, other: Interval) -> Interval:
        """The sums of any two values of the two."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """The differences of any two values of the two."""
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> Interval:
        """The interval mirrored at nought."""
        return Interval(-self.high, -self.low)

    def __mul__(self, other: Interval) -> Interval:
        """The products of any two values of the two."""
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients of any two values of the two; ZeroDivisionError where the divisor can be nought."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor's interval holds nought")
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __abs__(self) -> Interval:
        """The sizes, without their signs."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        return Interval(Decimal(0), max(-self.low, self.high))

    def overlaps(self, other: Interval) -> bool:
        """Whether the two touch: the XBRL Calculations 1.1 test of agreement."""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Decimal:
        """How far the two stand apart; nought where they touch."""
        return max(self.low - other.high, other.low - self.high, Decimal(0))

    def widened(self, by: Decimal) -> Interval:
        """The interval with `by` more room at each end."""
        return Interval(self.low - by, self.high + by)

    @property
    def width(self) -> Decimal:
        """High less low."""
        return self.high - self.low


@record(frozen=True, slots=True)
class Quantity:
    """A printed figure read: 12.5 in a column of £m is value 12500000, scale 1000000, step 100000."""

    text: str
    value: Decimal
    unit: Unit | None = None
    scale: int = 1
    step: Decimal = Decimal(1)
    """Worth of the last printed digit, in the units of `value`."""
    approximate: bool = False
    """Whether words round it: about, nearly, over, some."""
    blank: Blank | None = None

    @property
    def interval(self) -> Interval:
        """The true values that the printed text can stand for, when it was rounded to its last digit."""
        if self.blank:
            return Interval.exact(self.value)
        half = self.step / 2
        return Interval(self.value - half, self.value + half)

    @property
    def counted(self) -> Interval:
        """What it can stand for; a whole number of things is that number and no other."""
        if self.is_count:
            return Interval.exact(self.value)
        return self.interval

    @property
    def bare(self) -> str:
        """The printed text without brackets around it; a number in words in lower case."""
        text = " ".join(self.text.split()).strip("()").strip()
        return text if any(c.isdigit() for c in text) else text.lower()

    @property
    def in_points(self) -> Quantity:
        """Basis points as percentage points; any other quantity as it is."""
        if self.unit != "bps":
            return self
        return replace(self, value=self.value / 100, step=self.step / 100, unit="points")

    @property
    def is_count(self) -> bool:
        """Whether it is a whole number of things, which nobody rounds."""
        return self.unit in (None, "count") and self.scale == 1 and self.step == 1 and not self.approximate

    @property
    def kind(self) -> str:
        """What it can be compared with: money, percent, days, or a plain number ("")."""
        unit = self.unit
        return _KINDS[unit] if unit in _KINDS else str(unit)

    def comparable(self, other: Quantity) -> bool:
        """Whether the two can be the same fact: the same unit, or money beside a bare number of a table."""
        return other.unit in comparable_units(self.unit)

    def differs(self, other: Quantity) -> bool:
        """Whether the two cannot be one value. A count of things is exact, whatever else is rounded."""
        if self.kind == other.kind == "" and self.step == other.step == 1:
            return self.value != other.value
        # What `Interval.overlaps` says of the two, without building the intervals: this is asked of very many.
        room = (_NONE if self.blank else self.step) + (_NONE if other.blank else other.step)
        return 2 * abs(self.value - other.value) > room


@cache
def comparable_units(unit: Unit | None) -> frozenset[Unit | None]:
    """The units that a figure can have to be the same fact as one of this unit: this is asked of very many."""
    return frozenset(other for other in (*get_args(Unit), None) if _alike(unit, other))


def _alike(one: Unit | None, other: Unit | None) -> bool:
    if one == other:
        return True
    a, b = _KINDS.get(one, one), _KINDS.get(other, other)
    return a != "money" if a == b else {a, b} == {"", "money"}


def median(values: Iterable[float]) -> float:
    """The middle one of some numbers, or the mean of the two: `statistics` takes longer to load than a page to read."""
    ordered = sorted(values)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return low if len(ordered) % 2 else (low + high) / 2
