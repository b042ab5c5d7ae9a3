"""Percentages in a table whose counts are exact: 33 of 42 is 78.57%, which rounds to 78.6% and not to 78.5%."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.model import Figure, Paper, Quantity, Relation

_SEEN = 2
_LONGEST = 70
"""Labels are cut to this many characters in a message."""


class Params(NamedTuple):
    """How many percentages of the same row or column must be right to the last digit, and how many times as many."""

    least: int = 3
    times: int = 3


class _Rate(NamedTuple):
    """A percentage of a table, the count and the base that it was found to be made of, and what they make exactly."""

    stated: Figure
    top: Figure
    base: Figure
    printed: Quantity
    value: Decimal
    found: Relation

    @property
    def fits(self) -> bool:
        """Whether the printed percentage is the exact one, rounded."""
        return abs(self.value - abs(self.printed.value)) * 2 <= self.printed.step

    @property
    def cut(self) -> bool:
        """Whether it is the exact one, cut off after its last digit."""
        return self.value.quantize(self.printed.step, ROUND_DOWN) == abs(self.printed.value)

    @property
    def tells(self) -> bool:
        """Whether rounding and cutting off would have printed two different figures."""
        return self.value.quantize(self.printed.step, ROUND_DOWN) != self.value.quantize(self.printed.step)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each percentage that would not be, were its counts not taken for rounded ones."""
    lines: dict[tuple[object, ...], list[_Rate]] = defaultdict(list)
    for relation in paper.arithmetic:
        rate = _rate(relation)
        if rate:
            lines[_line(rate)].append(rate)
    rounds = {
        page for page, *_ in lines if _rounds([r for key, found in lines.items() if key[0] == page for r in found])
    }
    for (page, *_), rates in lines.items():
        wrong = [r for r in rates if not r.fits]
        right = len(rates) - len(wrong)
        if right < params.least or right < params.times * len(wrong):
            continue
        for rate in rates:
            if rate.fits or not rate.cut or page in rounds:
                yield _told(rate)


def _rate(relation: Relation) -> _Rate | None:
    """A share or a ratio of two whole counts that was found to hold."""
    if relation.kind not in ("ratio", "share") or relation.verdict != "held" or len(relation.evidence) != 3:
        return None
    stated, top, base = (e.figure for e in relation.evidence)
    printed = stated.quantity
    if printed is None or printed.unit != "percent" or not (top.number.is_count and base.number.is_count):
        return None
    if not base.number.value:
        return None
    return _Rate(stated, top, base, printed, abs(top.number.value / base.number.value * 100), relation)


def _line(rate: _Rate) -> tuple[object, ...]:
    """The page, and the rows or the columns that the three figures stand in: what the rates of one law share."""
    figures = (rate.stated, rate.top, rate.base)
    across = len({f.label for f in figures}) == 1
    return (rate.stated.location.page, across, *(f.period if across else f.label for f in figures))


def _rounds(rates: list[_Rate]) -> bool:
    """Whether percentages are seen to be rounded: by most of those that would differ if they were cut off."""
    telling = [r.fits for r in rates if r.tells]
    return telling.count(True) >= max(_SEEN, 2 * telling.count(False))


def _told(rate: _Rate) -> Relation:
    sum = f"{rate.top.text} ÷ {rate.base.text} = {printed_like(rate.value, rate.printed, 1)}"
    right = printed_like(rate.value, rate.printed)
    name = " ".join(rate.stated.label.split())
    name = name if len(name) <= _LONGEST else name[:_LONGEST].rpartition(" ")[0] + " ..."
    lane = f" for {rate.stated.period}" if rate.stated.period and rate.stated.period != name else ""
    why = ": it was cut off" if rate.cut else ""
    message = f"{name}{lane} is printed as {rate.stated.text}, but {sum}, which rounds to {right}{why}."
    if rate.fits:
        message = f"{rate.stated.text} is right to its last digit: {sum}."
    return Relation.judged(
        "counted-rate",
        rate.stated,
        rate.fits,
        message,
        by=(rate.top, rate.base),
        sum=sum,
        confidence="medium",
        better=right,
        why=sum,
        quote=rate.found.quote,
    )
