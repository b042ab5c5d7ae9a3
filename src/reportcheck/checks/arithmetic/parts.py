"""Amounts of a list over their total, and percentages of a sentence that make 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from typing import Literal, NamedTuple

from reportcheck.checks.arithmetic.culprits import another_slipped, calculated, coarser, other_scale
from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Interval, Paper, Quantity, Relation


class Params(NamedTuple):
    """Whether the rule speaks for lists of payments or for percentages that make 100."""

    of: Literal["payments", "complement"]
    most: Decimal = Decimal("0.34")
    """How far from the whole its parts may be, as a share of it, to be taken for its parts at all."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The totals of the paper's lists, or the percentages of its sentences."""
    judge = {"payments": _payments, "complement": _complement}[params.of]
    for claim in paper.claims_of(params.of):
        found = judge(claim, params)
        if found:
            yield found


def _payments(claim: Claim, params: Params) -> Relation | None:
    """The amounts at the ends of lines over a TOTAL; a total may start anywhere in them."""
    *amounts, total = (f.quantity for f in claim.figures if f.quantity)
    stated = claim.figures[-1]
    if {q.unit or "count" for q in amounts} != {total.unit or "count"}:
        return None
    for start in range(len(amounts) - 1):
        if _added(amounts[start:]) == total.value:
            message = f"{total.bare} is the sum of its {len(amounts) - start} parts."
            done = f"{_sum(amounts[start:])} = {total.bare}"
            return relation(claim, "held", message, stated=stated, sum=done)
    value = _added(amounts)
    if abs(value - total.value) > abs(total.value) * params.most:
        return None
    shown, fewer = calculated(value, total, amounts), coarser(total, amounts)
    done = f"{_sum(amounts)} = {shown}"
    message = f"Total is printed as {total.bare}, but the {len(amounts)} amounts above it add up to {shown}."
    signed = [(q, 1) for q in amounts]
    if scaled := other_scale(total, signed):
        message = f"{message[:-1]}; it would fit with {scaled}."
    other = scaled or fewer or another_slipped(total, signed)
    return relation(
        claim, "broken", message, stated=stated, sum=done, confidence="medium", better="" if other else shown, why=done
    )


def _added(parts: list[Quantity]) -> Decimal:
    return sum((q.value for q in parts), Decimal(0))


def _sum(parts: list[Quantity]) -> str:
    return " + ".join(q.bare for q in parts).replace("+ -", "- ")


def _complement(claim: Claim, params: Params) -> Relation | None:
    """Percentages of which the last is said to be the rest."""
    parts = [f.quantity for f in claim.figures if f.quantity]
    stated = claim.figures[-1]
    for start in range(1, len(parts) - 1):
        if reduce(Interval.__add__, (q.interval for q in parts[start:])).overlaps(Interval.exact(100)):
            parts = parts[start:]
            break
    added = reduce(Interval.__add__, (q.interval for q in parts))
    value = _added(parts)
    done = f"{_sum(parts)} = {printed_like(value, min(parts, key=lambda q: q.step))}"
    if added.overlaps(Interval.exact(100)):
        return relation(claim, "held", f"{_listed(parts)} make 100%.", stated=stated, sum=done)
    if abs(value - 100) > {"only": Decimal(3), "pair": Decimal(5)}.get(claim.words[0], 100 * params.most):
        return None
    message = f"{_listed(parts)} are said to make the whole, but they add up to {done.rpartition('= ')[2]}."
    return relation(
        claim, "broken", message, stated=stated, sum=done, confidence="low" if claim.words[0] == "only" else "medium"
    )


def _listed(parts: list[Quantity]) -> str:
    texts = [q.bare for q in parts]
    return f"{', '.join(texts[:-1])} and {texts[-1]}"
