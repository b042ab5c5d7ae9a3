"""An overspend that its paragraph calls an underspend further on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reportcheck.checks.judging import relation, the_word
from reportcheck.model import Claim, Evidence, Paper, Relation, Suggestion


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The overspends and underspends that a sentence names again."""
    for claim in paper.claims_of("spend"):
        found = _judged(claim)
        if found:
            yield found


def _judged(claim: Claim) -> Relation | None:
    word, before, clause = claim.words
    amount, stated = claim.quantity("amount"), claim.figures[0]
    if amount is None:
        return None
    if word == before:
        return relation(claim, "held", f"{amount.bare} is called an {word} throughout.", stated=stated)
    wrong = the_word(claim, word)
    message = f"The paragraph says “{clause}”, but it reports an {before} of {amount.bare}."
    return replace(
        relation(claim, "broken", message, stated=stated),
        evidence=(wrong, Evidence(stated)),
        location=wrong.figure.location,
        suggestion=Suggestion(before, "the paragraph's own word", cell=word),
    )
