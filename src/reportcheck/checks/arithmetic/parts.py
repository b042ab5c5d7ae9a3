"""Parts that make a whole within a sentence, a list of payments, or a set of percentages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import Literal, NamedTuple

from reportcheck.checks.arithmetic.culprits import another_slipped, coarser, other_scale
from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Confidence, Figure, Interval, Paper, Quantity, Relation

_FEW = 4
_SPREADS = 3
"""How many standard deviations of independent rounding a sum may be out."""


class Params(NamedTuple):
    """Whether the rule speaks for sums in sentences, for lists of payments or for percentages that make 100."""

    of: Literal["sentence", "payments", "complement"]
    most: Decimal = Decimal("0.34")
    """How far from the whole its parts may be, as a share of it, to be taken for its parts at all."""
    near: Decimal = Decimal("0.1")
    """The same where the parts may overlap: "of which five are women and four are new"."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The wholes that the paper's sentences give with their parts."""
    kind, judge = {
        "sentence": ("parts", _parts),
        "payments": ("payments", _payments),
        "complement": ("complement", _complement),
    }[params.of]
    for claim in paper.claims_of(kind):
        found = judge(claim, params)
        if found:
            yield found


def _split(claim: Claim) -> tuple[Figure, Quantity, list[Quantity]] | None:
    total = claim.named("total")
    parts = [
        f.quantity if role == "part" else replace(f.quantity, value=-f.quantity.value, text=f"-{f.quantity.text}")
        for f, role in zip(claim.figures, claim.roles, strict=True)
        if role in ("part", "less") and f.quantity
    ]
    if total is None or total.quantity is None or len(parts) < 2:
        return None
    if {q.unit or "count" for q in parts} != {total.quantity.unit or "count"}:
        return None
    return total, total.quantity, parts


def _parts(claim: Claim, params: Params) -> Relation | None:
    """ "£54m: £23m for A and £31m for B"; "six, of which five are good and two are not"."""
    split = _split(claim)
    if split is None:
        return None
    total, whole, parts = split
    for some in (parts, [q for q in parts if q.text.lower() != "one"]):
        if len(some) > 1 and _adds_up(whole, some):
            return _held(claim, total, some)
    value = sum((q.value for q in parts), Decimal(0))
    away = abs(value - whole.value)
    word = claim.words[0]
    if word == "loose" or (word in ("within", "open") and value < whole.value) or away > abs(whole.value) * params.most:
        return None
    far = word == "within" and away > abs(whole.value) * params.near
    return _broken(claim, total, parts, "low" if far else "medium")


def _adds_up(whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether rounding explains what is between them: at its worst it could, and once in 300 times it does."""
    ranges = [q.counted for q in (whole, *parts)]
    away = abs(sum((q.value for q in parts), Decimal(0)) - whole.value)
    spread = sum((r.width**2 for r in ranges), Decimal(0)) / 12
    return reduce(Interval.__add__, ranges[1:]).overlaps(ranges[0]) and away**2 <= _SPREADS**2 * spread


def _payments(claim: Claim, params: Params) -> Relation | None:
    """The amounts at the ends of lines over a TOTAL; a total may start anywhere in them."""
    split = _split(claim)
    if split is None:
        return None
    total, whole, parts = split
    for start in range(len(parts) - 1):
        if sum((q.value for q in parts[start:]), Decimal(0)) == whole.value:
            return _held(claim, total, parts[start:])
    away = abs(sum((q.value for q in parts), Decimal(0)) - whole.value)
    return _broken(claim, total, parts, "medium") if away <= abs(whole.value) * params.most else None


def _sum(parts: list[Quantity]) -> str:
    return " + ".join(q.bare for q in parts).replace("+ -", "- ")


def _held(claim: Claim, total: Figure, parts: list[Quantity]) -> Relation:
    done = _sum(parts)
    shown = total.quantity.bare if total.quantity else total.text
    return relation(
        claim, "held", f"{shown} is the sum of its {len(parts)} parts.", stated=total, sum=f"{done} = {shown}"
    )


def _broken(claim: Claim, total: Figure, parts: list[Quantity], confidence: Confidence) -> Relation:
    assert total.quantity is not None
    value = sum((q.value for q in parts), Decimal(0))
    finest = min((*parts, total.quantity), key=lambda q: q.step)
    right = printed_like(value, total.quantity, -coarser(total.quantity, parts))
    if right == printed_like(total.quantity.value, total.quantity):
        right = printed_like(value, finest)
    exact = right
    if finest.scale == total.quantity.scale:  # As a calculator shows it.
        exact = printed_like(value, total.quantity, total.quantity.step.adjusted() - finest.step.adjusted())
    done = f"{_sum(parts)} = {exact}"
    shown = f"{_sum(parts)} is" if len(parts) <= _FEW else f"its {len(parts)} parts add up to"
    message = f"The sentence says {total.quantity.bare}, but {shown} {exact}."
    if claim.kind == "payments":
        message = f"Total is printed as {total.quantity.bare}, but the {len(parts)} amounts above it add up to {exact}."
    signed = [(q, 1) for q in parts]
    if scaled := other_scale(total.quantity, signed):
        message = f"{message[:-1]}; it would fit with {scaled}."
    other = scaled or coarser(total.quantity, parts) or another_slipped(total.quantity, signed)
    return relation(
        claim, "broken", message, stated=total, suspect=False, sum=done, confidence=confidence,
        better="" if other else right, why=done,
    )  # fmt: skip


def _complement(claim: Claim, params: Params) -> Relation | None:
    """Percentages of which the last is said to be the rest."""
    parts = [f.quantity for f in claim.figures if f.quantity]
    stated = claim.figures[-1]
    for start in range(1, len(parts) - 1):
        if reduce(Interval.__add__, (q.interval for q in parts[start:])).overlaps(Interval.exact(100)):
            parts = parts[start:]
            break
    added = reduce(Interval.__add__, (q.interval for q in parts))
    value = sum((q.value for q in parts), Decimal(0))
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
