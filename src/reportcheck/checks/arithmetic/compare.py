"""A figure that is said to be above or below another, and a stock that grew by what was added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.checks.judging.claims import claims_of, counted, quantity_of, relation
from reportcheck.checks.judging.printed import bare, printed_like
from reportcheck.model import Claim, Paper, Relation, Suggestion


class Params(NamedTuple):
    """Whether the rule speaks for "above the target", for stocks or for ranks."""

    of: Literal["compared", "stock", "rank"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The comparisons, stocks or ranks of the paper's sentences."""
    judge = {"compared": _compared, "stock": _stock, "rank": _rank}[params.of]
    for claim in claims_of(paper, params.of):
        found = judge(claim)
        if found:
            yield found


def _compared(claim: Claim) -> Relation | None:
    value, mark = quantity_of(claim, "value"), quantity_of(claim, "mark")
    if value is None or mark is None or value.value < 0 or mark.value < 0:
        return None
    if len({value.unit, mark.unit} - {None, "count"}) > 1:
        return None
    way, word = claim.words
    stated = claim.figures[0]
    wrong = value.interval.high < mark.interval.low if way == "over" else value.interval.low > mark.interval.high
    if wrong:
        message = f"The sentence says that {bare(value)} is {word} {bare(mark)}."
        return relation(claim, "broken", message, stated=stated, confidence="medium")
    return relation(claim, "held", f"{bare(value)} is {word} {bare(mark)}.", stated=stated)


def _stock(claim: Claim) -> Relation | None:
    before, gain, now = (quantity_of(claim, role) for role in ("before", "gain", "now"))
    stated = claim.named("now")
    if not (before and gain and now and stated):
        return None
    value = before.value + gain.value
    right = printed_like(value, now)
    done = f"{bare(before)} + {bare(gain)} = {right}"
    if counted(now).overlaps(counted(before) + counted(gain)):
        return relation(claim, "held", f"{bare(now)} is right: {done}.", stated=stated, sum=done)
    if abs(value - now.value) > before.value:
        return None
    message = f"The sentence says {bare(now)} now, but {bare(before)} and {bare(gain)} more are {right}."
    return relation(
        claim, "broken", message, stated=stated, sum=done, confidence="medium", suggestion=Suggestion(right, done)
    )


def _rank(claim: Claim) -> Relation | None:
    """A rank cannot stand below the last."""
    of = quantity_of(claim, "of")
    digits = re.match(r"\d+", claim.words[0])
    if of is None or digits is None:
        return None
    stated = claim.figures[0]
    if int(digits.group()) > of.value:
        return relation(claim, "broken", f"{claim.words[0]} out of {bare(of)} cannot be right.", stated=stated)
    return relation(claim, "held", f"{claim.words[0]} out of {bare(of)} can be.", stated=stated)
