"""A count in words or digits against the list that follows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import relation
from reportcheck.model import Claim, Paper, Quantity, Relation
from reportcheck.words import in_words


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each count that introduces a list."""
    for claim in paper.claims_of("list"):
        stated = claim.quantity("stated")
        if stated:
            yield _judged(claim, stated)


def _judged(claim: Claim, stated: Quantity) -> Relation:
    noun, size, sure = claim.words
    found = int(size)
    shown = size if stated.text[:1].isdigit() else in_words(found)
    if stated.value == found:
        message = f"{stated.bare} {noun} are announced and {shown} follow."
        return relation(claim, "held", message, stated=claim.figures[0])
    message = f"The sentence announces {stated.bare} {noun}, but {shown} are listed."
    return relation(
        claim,
        "broken",
        message,
        stated=claim.figures[0],
        suspect=True,
        confidence="medium" if sure == "sure" else "low",
        better=shown,
        why="the list has so many items",
    )
