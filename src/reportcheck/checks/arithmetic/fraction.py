"""A fraction in a sentence and its percentage: "38% (31 of 82)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from reportcheck.checks.judging import plain, printed_like, relation, said
from reportcheck.model import Claim, Interval, Paper, Relation


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each percentage that a sentence prints beside its fraction."""
    for claim in paper.claims_of("fraction"):
        found = _judged(claim)
        if found:
            yield found
    for claim in paper.claims_of("fraction-of-them"):
        found = _of_them(claim)
        if found:
            yield found
    for claim in paper.claims_of("share-set"):
        yield from _set(claim)


def _of_them(claim: Claim) -> Relation | None:
    """A share "of them" against whichever count it fits; it is wrong only where they can be but one thing."""
    roles = ("base", "part", "percent")
    ends = tuple(claim.named(role) for role in roles[1:])
    bases = [f for f, role in zip(claim.figures, claim.roles, strict=True) if role == "base"]
    judged = [
        found
        for base in bases
        if (found := _judged(replace(claim, figures=tuple(f for f in (base, *ends) if f), roles=roles)))
    ]
    held = next((found for found in judged if found.verdict == "held"), None)
    return held or (replace(judged[0], confidence="medium") if len(judged) == len(bases) == 1 else None)


def _judged(claim: Claim) -> Relation | None:
    percent, part, base = (claim.quantity(role) for role in ("percent", "part", "base"))
    stated, allowed = claim.named("percent"), said(claim, "percent")
    if not (percent and part and base and stated and allowed) or base.value <= 0 or part.value < 0:
        return None
    if (part.unit, base.unit) != (base.unit, part.unit):
        return None
    try:
        share = part.counted / base.counted * Interval.exact(100)
    except ZeroDivisionError:
        return None
    value = part.value / base.value * 100
    fraction = f"{part.bare} of {base.bare}"
    done = f"{part.bare} ÷ {base.bare} = {printed_like(value, percent, 1)}"
    if allowed.overlaps(share):
        return relation(
            claim, "held", f"{percent.bare} is right for {fraction}.", stated=stated, sum=done, required=share
        )
    right = printed_like(value, percent)
    if right == printed_like(percent.value, percent):
        right = printed_like(value, percent, 1)
    return relation(
        claim,
        "broken",
        f"{fraction} is printed as {percent.bare}, but it is {right}.",
        stated=stated,
        suspect=True,
        sum=done,
        better=right,
        why=done,
        required=share,
    )


def _set(claim: Claim) -> Iterator[Relation]:
    """Counts whose percentages make 100: together they are the base of each."""
    parts = [f.quantity for f in claim.figures[::2] if f.quantity]
    percents = [f.quantity for f in claim.figures[1::2] if f.quantity]
    if len(parts) != len(percents) or len(parts) * 2 < len(claim.figures) or any(q.value <= 0 for q in parts):
        return
    base = reduce(Interval.__add__, (q.counted for q in parts))
    if not reduce(Interval.__add__, (q.interval for q in percents)).overlaps(Interval.exact(100)) or base.low <= 0:
        return
    whole = sum((q.value for q in parts), Decimal(0))
    shares = [q.counted / base * Interval.exact(100) for q in parts]
    if not all(share.overlaps(q.interval) for share, q in zip(shares, percents, strict=True)):
        return
    for part, percent, stated in zip(parts, percents, claim.figures[1::2], strict=True):
        done = f"{part.bare} ÷ {plain(whole)} = {printed_like(part.value / whole * 100, percent, 1)}"
        yield relation(claim, "held", f"{percent.bare} is right for {part.bare}.", stated=stated, sum=done)
