"""Amounts listed with their share of one whole: a whole that most of them fit, and those that do not fit it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Figure, Interval, Paper, Quantity, Relation


class Params(NamedTuple):
    """How many digits of the percentages have to fit a whole before it is taken for theirs, and one that is near."""

    digits: int = 6
    near: int = 4


_CLOSE = 2
"""How many passages before a list its whole stands where it is near."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each list of amounts and shares against the whole that it fits best."""
    best: dict[tuple[int, int], tuple[int, Claim]] = {}
    wholes: dict[tuple[int, int], list[Claim]] = {}
    for claim in paper.claims_of("shares"):
        fitting = [percent for part, percent in _pairs(claim) if _fits(claim, part, percent)]
        digits = sum(_digits(percent) for percent in fitting)
        key = (id(claim.passage), claim.start)
        wholes.setdefault(key, []).append(claim)
        least = params.near if len(fitting) > 1 and int(claim.words[1]) <= _CLOSE else params.digits
        if digits >= max(least, best.get(key, (1, claim))[0]) and len(fitting) * 2 > len(_pairs(claim)):
            best[key] = (digits, claim)
    for key, (_, claim) in best.items():
        # What fits another figure before the list may be a share of that.
        others = [other for other in wholes[key] if other is not claim]
        pairs = _pairs(claim)
        own = [p for p in pairs if not _fits(claim, *p) and any(_fits(other, *p) for other in others)]
        yield from _judged(claim, [pair for pair in pairs if pair not in own])


def _digits(percent: Figure) -> int:
    """How many digits of a percentage tell something: noughts before it do not, nor those of a round one."""
    digits = "".join(c for c in percent.text if c.isdigit()).lstrip("0")
    return len(digits if "." in percent.text else digits.rstrip("0"))


def _pairs(claim: Claim) -> list[tuple[Figure, Figure]]:
    rest = claim.figures[1:]
    return list(zip(rest[::2], rest[1::2], strict=True))


def _share(claim: Claim, part: Figure) -> Interval | None:
    whole = claim.figures[0].quantity
    if whole is None or part.quantity is None or whole.value <= 0 or whole.unit != part.quantity.unit:
        return None
    base = whole.counted
    return part.quantity.counted / base * Interval.exact(100) if base.low > 0 else None


def _fits(claim: Claim, part: Figure, percent: Figure) -> bool:
    share = _share(claim, part)
    return share is not None and percent.quantity is not None and share.overlaps(percent.quantity.interval)


def _judged(claim: Claim, pairs: list[tuple[Figure, Figure]]) -> Iterator[Relation]:
    whole = claim.figures[0].quantity
    assert whole is not None
    for part, percent in pairs:
        share = _share(claim, part)
        if share is None or part.quantity is None or percent.quantity is None:
            continue
        value = part.quantity.value / whole.value * 100
        done = f"{part.quantity.bare} ÷ {whole.bare} = {printed_like(value, percent.quantity, 1)}"
        one = replace(claim, figures=(claim.figures[0], part, percent), roles=("whole", "part", "percent"))
        if share.overlaps(percent.quantity.interval):
            message = f"{percent.quantity.bare} is right for {part.quantity.bare} of {whole.bare}."
            yield relation(one, "held", message, stated=percent, sum=done, required=share)
            continue
        right = printed_like(value, percent.quantity)
        message = f"{part.quantity.bare} of {whole.bare} is printed as {percent.quantity.bare}, but it is {right}."
        yield relation(
            one, "broken", message, stated=percent, suspect=True, sum=done, better=right, why=done,
            required=share,
        )  # fmt: skip
    yield from _added(claim, whole, pairs)


def _added(claim: Claim, whole: Quantity, pairs: list[tuple[Figure, Figure]]) -> Iterator[Relation]:
    """The amounts against the whole, where the shares make 100 and no amount is left unread."""
    parts = [part.quantity for part, _ in pairs if part.quantity]
    percents = reduce(Interval.__add__, (p.quantity.interval for _, p in pairs if p.quantity))
    if claim.words[0] != "0" or not percents.overlaps(Interval.exact(100)) or len(parts) < len(pairs):
        return
    added = reduce(Interval.__add__, (q.counted for q in parts))
    value = sum((q.value for q in parts), Decimal(0))
    right = printed_like(value, max((*parts, whole), key=lambda q: -q.step))
    done = f"{' + '.join(q.bare for q in parts)} = {right}"
    stated = claim.figures[0]
    held = added.overlaps(whole.counted)
    message = (
        f"{whole.bare} is the sum of its {len(parts)} parts."
        if held
        else f"The {len(parts)} parts of {whole.bare} make 100%, but they add up to {right}."
    )
    alone = replace(claim, figures=(stated,), roles=("whole",))
    yield relation(alone, "held" if held else "broken", message, stated=stated, by=[p for p, _ in pairs], sum=done)
