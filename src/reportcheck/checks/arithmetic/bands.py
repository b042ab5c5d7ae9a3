"""Bands that overlap, or leave a hole, where the others of their list follow each other without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.model import Claim, Figure, Paper, Quantity, Relation


class Params(NamedTuple):
    """How many bands have to begin alike for the others to be judged by them."""

    least: int = 3


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each band against the one before it."""
    for claim in paper.claims_of("bands"):
        yield from _judged(claim, params.least)


def _judged(claim: Claim, least: int) -> Iterator[Relation]:
    pairs = [
        (one, two, one.quantity, two.quantity)
        for one, two in zip(claim.figures[1:-1:2], claim.figures[2::2], strict=True)
        if one.quantity and two.quantity
    ]
    gaps = [low.value - high.value for _, _, high, low in pairs]
    if not gaps:
        return
    usual, often = Counter(gaps).most_common(1)[0]
    if often < least or often * 3 < len(gaps) * 2 or usual < 0:
        return
    for (before, after, high, low), gap in zip(pairs, gaps, strict=True):
        right = printed_like(high.value + usual, low)
        message = f"{low.bare} follows {high.bare}." if gap == usual else _message(high, low, right, gap < usual)
        yield Relation.judged(
            "bands", after, gap == usual, message, by=(before,),
            better=right, why="the other bands begin so", quote=_quote(before, after),
        )  # fmt: skip


def _quote(before: Figure, after: Figure) -> str:
    return f"{before.label}; {after.label}"


def _message(high: Quantity, low: Quantity, right: str, over: bool) -> str:
    """What is wrong where one band ends and the next begins."""
    if over and high.value == low.value:
        return f"{low.bare} stands in two bands; as the others go, the second would begin at {right}."
    if over:
        return (
            f"The band from {low.bare} begins inside the one before, which ends at {high.bare}; it should be {right}."
        )
    return f"No band holds what lies between {high.bare} and {low.bare}; as the others go, it would begin at {right}."
