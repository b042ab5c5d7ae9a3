"""A fraction in a sentence and its percentage: "38% (31 of 82)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportcheck.checks.printed import bare, printed_like
from reportcheck.checks.prose import HUNDRED, claims_of, counted, quantity_of, relation, said
from reportcheck.model import Claim, Paper, Relation, Suggestion
from reportcheck.quantity import Interval


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each percentage that a sentence prints beside its fraction."""
    for claim in claims_of(paper, "fraction"):
        found = _judged(claim)
        if found:
            yield found


def _judged(claim: Claim) -> Relation | None:
    percent, part, base = (quantity_of(claim, role) for role in ("percent", "part", "base"))
    stated, allowed = claim.named("percent"), said(claim, "percent")
    if not (percent and part and base and stated and allowed) or base.value <= 0 or part.value < 0:
        return None
    if (part.unit, base.unit) != (base.unit, part.unit):
        return None
    try:
        share = counted(part) / counted(base) * Interval.exact(HUNDRED)
    except ZeroDivisionError:
        return None
    value = part.value / base.value * HUNDRED
    fraction = f"{bare(part)} of {bare(base)}"
    done = f"{bare(part)} ÷ {bare(base)} = {printed_like(value, percent, 1)}"
    if allowed.overlaps(share):
        return relation(
            claim, "held", f"{bare(percent)} is right for {fraction}.", stated=stated, sum=done, required=share
        )
    right = printed_like(value, percent)
    if right == printed_like(percent.value, percent):
        right = printed_like(value, percent, 1)
    return relation(
        claim,
        "broken",
        f"Page says {bare(percent)} for {fraction}, which is {right}.",
        stated=stated,
        suspect=True,
        sum=done,
        suggestion=Suggestion(right, done),
        required=share,
    )
