"""An average beside the figures that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from reportcheck.checks.judging import printed_like, relation, said
from reportcheck.model import Claim, Paper, Relation


class Params(NamedTuple):
    """Whether the rule speaks for averages or for bounds."""

    of: Literal["average", "bounds"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The averages or bounds of the paper's sentences."""
    judge = {"average": _average, "bounds": _bounds}[params.of]
    for claim in paper.claims_of(params.of):
        found = judge(claim)
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


def _bounds(claim: Claim) -> Relation | None:
    """The highest is no lower than the lowest, and an average is neither above the one nor below the other."""
    found = {role: claim.quantity(role) for role in ("high", "average", "low")}
    told = [(role, quantity) for role, quantity in found.items() if quantity]
    if len(told) < 2:
        return None
    for (one, above), (two, below) in pairwise(told):
        wrong = above.value < below.value if above.step == below.step else above.interval.high < below.interval.low
        if wrong and not (above.approximate or below.approximate):
            names = {"high": "highest", "low": "lowest", "average": "average"}
            message = f"The {names[one]} is said to be {above.bare}, less than the {names[two]}, {below.bare}."
            stated = claim.named("average" if "average" in (one, two) else one)
            assert stated is not None
            return relation(claim, "broken", message, stated=stated, confidence="medium")
    shown = ", ".join(quantity.bare for _, quantity in told)
    return relation(claim, "held", f"{shown}: in order.", stated=claim.figures[0])
