"""Counts by outcome against their total: "four of the six targets were met and three were missed"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import counts_of, printed_like, relation
from reportcheck.model import Claim, Paper, Relation


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each total with the counts that are told of it."""
    for claim in paper.claims_of("tally"):
        found = _judged(claim)
        if found:
            yield found


def _judged(claim: Claim) -> Relation | None:
    total, stated = claim.quantity("total"), claim.named("total")
    counts = counts_of(claim)
    if total is None or stated is None or len(counts) < 2 or total.step != 1:
        return None
    added = sum((quantity.value for _, quantity, _ in counts), Decimal(0))
    done = " + ".join(q.bare for _, q, _ in counts) + f" = {printed_like(added, total)}"
    if added == total.value:
        return relation(claim, "held", f"The counts make {total.bare}: {done}.", stated=stated, sum=done)
    if added < total.value and claim.words[1] != "whole":
        return None
    listed = [f"{q.bare} {outcome.partition(' ')[2]}" for _, q, outcome in counts]
    noun = f" {claim.words[0]}" if claim.words[0] else ""
    right = printed_like(added, total)
    message = f"{', '.join(listed[:-1])} and {listed[-1]} make {right}, but the sentence speaks of {total.bare}{noun}."
    return relation(
        claim, "broken", message[0].upper() + message[1:], stated=stated, sum=done, confidence="medium",
        better=right, why=done, sure=False,
    )  # fmt: skip
