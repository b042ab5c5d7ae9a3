"""What there was, what came and what went against what there is: "twelve, two new, one closed, leaving thirteen"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Interval, Paper, Quantity, Relation


class Params(NamedTuple):
    """How far a closing figure that is not said to follow may be from what follows and still be a slip."""

    near: Decimal = Decimal(3)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each opening figure that is rolled forward to a closing one."""
    for claim in paper.claims_of("rolling"):
        found = _judged(claim, params)
        if found:
            yield found


def _judged(claim: Claim, params: Params) -> Relation | None:
    parts = [(role, f.quantity) for f, role in zip(claim.figures, claim.roles, strict=True) if f.quantity]
    *moves, (_, close) = parts
    stated = claim.figures[-1]
    if len(parts) != len(claim.figures) or len({q.unit or "count" for _, q in parts}) != 1:
        return None
    added = Interval.exact(0)
    value = Decimal(0)
    for role, quantity in moves:
        added = added - quantity.counted if role == "out" else added + quantity.counted
        value += -quantity.value if role == "out" else quantity.value
    right = printed_like(value, close)
    done = f"{_sum(moves)} = {right}"
    if added.overlaps(close.counted):
        return relation(claim, "held", f"{close.bare} is right: {done}.", stated=stated, sum=done)
    if value <= 0 or _turned(moves, close) or not _is_slip(claim, moves, close, value, params):
        return None
    message = f"The sentence comes to {close.bare}, but {_sum(moves)} is {right}."
    return relation(
        claim, "broken", message, stated=stated, sum=done, confidence="medium",
        better=right, why=done, sure=False,
    )  # fmt: skip


def _turned(moves: list[tuple[str, Quantity]], close: Quantity) -> bool:
    """Whether it rolls the other way round: those who join are fewer vacancies."""
    (_, first), *rest = moves
    added = first.counted
    for role, quantity in rest:
        added = added + quantity.counted if role == "out" else added - quantity.counted
    return added.overlaps(close.counted)


def _is_slip(claim: Claim, moves: list[tuple[str, Quantity]], close: Quantity, value: Decimal, params: Params) -> bool:
    """Whether the figures are surely all there are: they are said to lead to the last, or they nearly do."""
    away, flow = abs(value - close.value), sum((q.value for role, q in moves if role != "open"), Decimal(0))
    if claim.words[0] == "sure":
        return away <= max(flow, params.near)
    return {role for role, _ in moves} == {"open", "in", "out"} and away <= params.near and close.scale == 1


def _sum(moves: list[tuple[str, Quantity]]) -> str:
    """ "twelve + two - one"."""
    first, *rest = moves
    return first[1].bare + "".join(f" {'-' if role == 'out' else '+'} {quantity.bare}" for role, quantity in rest)
