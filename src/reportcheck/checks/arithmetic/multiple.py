"""Fractions and multiples in words against the figures beside them: "nearly half (41 of 82)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging.claims import HUNDRED, claims_of, counted, quantity_of, relation
from reportcheck.checks.judging.printed import bare
from reportcheck.model import Claim, Paper, Relation
from reportcheck.quantity import Interval
from reportcheck.words.hedges import Hedge, hedge

_NEAR = Hedge("about", "near")


class Params(NamedTuple):
    """How loosely a fraction or multiple in words may be meant: as a share of it, and a fraction in points at most."""

    slack: Decimal = Decimal("0.15")
    points: Decimal = Decimal(6)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The fractions and multiples of the paper's sentences."""
    for claim in claims_of(paper, "share-word"):
        found = _share(claim, params)
        if found:
            yield found
    for claim in claims_of(paper, "multiple"):
        found = _multiple(claim, params)
        if found:
            yield found


def _allowed(value: Decimal, hedge: Hedge | None, room: Decimal) -> Interval:
    """What a fraction or a multiple in words can stand for: it is near by itself."""
    return (hedge or _NEAR).interval(Interval.exact(value), room)


def _share(claim: Claim, params: Params) -> Relation | None:
    word, name, size = claim.words
    percent, part, base = (quantity_of(claim, role) for role in ("percent", "part", "base"))
    stated = claim.figures[0]
    if percent:
        share, text, done = percent.interval, bare(percent), ""
    elif part and base and base.value > 0:
        share = counted(part) / counted(base) * Interval.exact(HUNDRED)
        text = f"{bare(part)} of {bare(base)}"
        done = f"{bare(part)} ÷ {bare(base)} = {part.value / base.value * HUNDRED:.0f}%"
    else:
        return None
    phrase = f"“{word + ' ' if word else ''}{_article(name)}”"
    meant = Decimal(size) / 1000
    if share.overlaps(_allowed(meant, hedge(word), min(meant * params.slack, params.points))):
        return relation(claim, "held", f"{phrase} is right for {text}.", stated=stated, sum=done)
    message = f"{phrase} does not fit {text}" + (f", which is {done.rpartition('= ')[2]}." if done else ".")
    return relation(claim, "broken", message, stated=stated, sum=done)


def _article(name: str) -> str:
    return name if " " in name or name == "half" or len(name) == 1 or name.startswith("one in") else f"a {name}"


def _multiple(claim: Claim, params: Params) -> Relation | None:
    word, name, times = claim.words
    old, new, stated = quantity_of(claim, "from"), quantity_of(claim, "to"), claim.named("to")
    if not (old and new and stated) or old.value <= 0 or new.value <= 0:
        return None
    first = counted(old)
    if first.low <= 0:
        return None
    grown = counted(new) / first
    factor = Decimal(times) if times != "0" else Decimal("0.5")
    said = hedge(word)
    allowed = _allowed(factor, said.turned if said and name == "halved" else said, factor * params.slack)
    text = f"{bare(old)} to {bare(new)}"
    phrase = f"“{word + ' ' if word else ''}{name}”"
    done = f"{bare(new)} ÷ {bare(old)} = {new.value / old.value:.2f}"
    if grown.overlaps(allowed):
        return relation(claim, "held", f"{phrase} is right for {text}.", stated=stated, sum=done)
    times_as_many = new.value / old.value
    shown = f"{times_as_many:.1f}" if round(times_as_many, 1) != factor else f"{times_as_many:.2f}"
    message = f"{phrase} does not fit {text}, which is {shown} times as many."
    return relation(claim, "broken", message, stated=stated, sum=done)
