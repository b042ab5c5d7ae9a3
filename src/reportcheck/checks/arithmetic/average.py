"""An average beside the figures that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import printed_like, relation, said
from reportcheck.model import Claim, Paper, Relation


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The averages of the paper's sentences."""
    for claim in paper.claims_of("average"):
        found = _average(claim)
        if found:
            yield found


def _average(claim: Claim) -> Relation | None:
    """An average of 1.4 for each home, with the places and the homes counted beside it."""
    rate, count, base = (claim.quantity(role) for role in ("rate", "count", "base"))
    stated, allowed = claim.named("rate"), said(claim, "rate")
    if not (rate and count and base and stated and allowed) or base.value <= 0:
        return None
    average = count.counted / base.counted
    allowed = rate.interval if allowed == rate.counted else allowed
    value = count.value / base.value
    done = f"{count.bare} ÷ {base.bare} = {printed_like(value, rate, 1)}"
    text = f"{count.bare} ÷ {base.bare}"
    if allowed.overlaps(average):
        message = f"An average of {rate.bare} is right for {text}."
        return relation(claim, "held", message, stated=stated, sum=done, required=average)
    right = printed_like(value, rate)
    message = f"The average for each {claim.words[0]} is printed as {rate.bare}, but {text} is {right}."
    return relation(
        claim, "broken", message, stated=stated, sum=done, confidence="medium", better=right, why=done,
        required=average,
    )  # fmt: skip
