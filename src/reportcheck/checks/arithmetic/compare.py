"""A figure that is said to be above or below another, and a stock that grew by what was added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Paper, Relation


class Params(NamedTuple):
    """Whether the rule speaks for "above the target", for stocks or for ranks."""

    of: Literal["compared", "stock", "rank"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The comparisons, stocks or ranks of the paper's sentences."""
    judge = {"compared": _compared, "stock": _stock, "rank": _rank}[params.of]
    for claim in paper.claims_of(params.of):
        found = judge(claim)
        if found:
            yield found


def _compared(claim: Claim) -> Relation | None:
    value, mark = claim.quantity("value"), claim.quantity("mark")
    if value is None or mark is None or value.value < 0 or mark.value < 0:
        return None
    if len({value.unit, mark.unit} - {None, "count"}) > 1:
        return None
    way, word = claim.words
    stated = claim.figures[0]
    wrong = value.interval.high < mark.interval.low if way == "over" else value.interval.low > mark.interval.high
    if wrong:
        message = f"The sentence says that {value.bare} is {word} {mark.bare}."
        return relation(claim, "broken", message, stated=stated, confidence="medium")
    return relation(claim, "held", f"{value.bare} is {word} {mark.bare}.", stated=stated)


def _stock(claim: Claim) -> Relation | None:
    before, gain, now = (claim.quantity(role) for role in ("before", "gain", "now"))
    stated = claim.named("now")
    if not (before and gain and now and stated):
        return None
    value = before.value + gain.value
    right = printed_like(value, now)
    done = f"{before.bare} + {gain.bare} = {right}"
    if now.counted.overlaps(before.counted + gain.counted):
        return relation(claim, "held", f"{now.bare} is right: {done}.", stated=stated, sum=done)
    if abs(value - now.value) > before.value:
        return None
    message = f"The sentence says {now.bare} now, but {before.bare} and {gain.bare} more are {right}."
    return relation(claim, "broken", message, stated=stated, sum=done, confidence="medium", better=right, why=done)


def _rank(claim: Claim) -> Relation | None:
    """A rank cannot stand below the last."""
    of = claim.quantity("of")
    digits = re.match(r"\d+", claim.words[0])
    if of is None or digits is None:
        return None
    stated = claim.figures[0]
    if int(digits.group()) > of.value:
        return relation(claim, "broken", f"{claim.words[0]} out of {of.bare} cannot be right.", stated=stated)
    return relation(claim, "held", f"{claim.words[0]} out of {of.bare} can be.", stated=stated)
