"""Fractions and multiples in words against the figures beside them: "nearly half (41 of 82)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import relation
from reportcheck.model import Claim, Interval, Paper, Relation
from reportcheck.words import Hedge, hedge

_NEAR = Hedge("about", "near")


class Params(NamedTuple):
    """How loosely a fraction or multiple in words may be meant: as a share of it, and a fraction in points at most."""

    slack: Decimal = Decimal("0.15")
    points: Decimal = Decimal(6)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The fractions and multiples of the paper's sentences."""
    for claim in paper.claims_of("share-word"):
        found = _share(claim, params)
        if found:
            yield found
    for claim in paper.claims_of("multiple"):
        found = _multiple(claim, params)
        if found:
            yield found


def _allowed(value: Decimal, hedge: Hedge | None, room: Decimal) -> Interval:
    """What a fraction or a multiple in words can stand for: it is near by itself."""
    return (hedge or _NEAR).interval(Interval.exact(value), room)


def _share(claim: Claim, params: Params) -> Relation | None:
    word, name, size = claim.words
    percent, part, base = (claim.quantity(role) for role in ("percent", "part", "base"))
    stated = claim.figures[0]
    if percent:
        share, text, done = percent.interval, percent.bare, ""
    elif part and base and base.value > 0:
        share = part.counted / base.counted * Interval.exact(100)
        text = f"{part.bare} of {base.bare}"
        done = f"{part.bare} ÷ {base.bare} = {part.value / base.value * 100:.0f}%"
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
    old, new, stated = claim.quantity("from"), claim.quantity("to"), claim.named("to")
    if not (old and new and stated) or old.value <= 0 or new.value <= 0:
        return None
    first = old.counted
    if first.low <= 0:
        return None
    grown = new.counted / first
    factor = Decimal(times) if times != "0" else Decimal("0.5")
    said = hedge(word)
    allowed = _allowed(factor, said.turned if said and name == "halved" else said, factor * params.slack)
    text = f"{old.bare} to {new.bare}"
    phrase = f"“{word + ' ' if word else ''}{name}”"
    done = f"{new.bare} ÷ {old.bare} = {new.value / old.value:.2f}"
    if grown.overlaps(allowed):
        return relation(claim, "held", f"{phrase} is right for {text}.", stated=stated, sum=done)
    times_as_many = new.value / old.value
    shown = f"{times_as_many:.1f}" if round(times_as_many, 1) != factor else f"{times_as_many:.2f}"
    message = f"{phrase} does not fit {text}, which is {shown} times as many."
    return relation(claim, "broken", message, stated=stated, sum=done)
