"""A figure that is said to be above or below another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import relation
from reportcheck.model import Claim, Paper, Relation


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The comparisons of the paper's sentences."""
    for claim in paper.claims_of("compared"):
        found = _compared(claim)
        if found:
            yield found


def _compared(claim: Claim) -> Relation | None:
    value, mark = claim.quantity("value"), claim.quantity("mark")
    if value is None or mark is None or value.value < 0 or mark.value < 0:
        return None
    if len({value.unit, mark.unit} - {None, "count"}) > 1:
        return None
    way, word = claim.words
    stated = claim.figures[0]
    wrong = value.interval.high < mark.interval.low if way == "over" else value.interval.low > mark.interval.high
    if wrong:
        message = f"The sentence says that {value.bare} is {word} {mark.bare}."
        return relation(claim, "broken", message, stated=stated, confidence="medium")
    return relation(claim, "held", f"{value.bare} is {word} {mark.bare}.", stated=stated)
