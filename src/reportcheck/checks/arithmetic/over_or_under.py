"""An overspend that a sentence calls an underspend, or prints with the other's sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from reportcheck.checks.judging import relation, the_word
from reportcheck.model import Claim, Evidence, Paper, Relation, Suggestion


class Params(NamedTuple):
    """Whether the rule speaks for the word or for the sign, and how often a paper must print a sign to mean it."""

    of: Literal["word", "sign"]
    least: int = 3


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The overspends and underspends that sentences name."""
    claims = list(paper.claims_of("spend"))
    yield from _words(claims) if params.of == "word" else _signs(claims, params.least)


def _words(claims: list[Claim]) -> Iterator[Relation]:
    for claim in claims:
        word, before, clause = claim.words
        amount = claim.quantity("amount")
        if not before or amount is None:
            continue
        stated = claim.figures[0]
        if word == before:
            yield relation(claim, "held", f"{amount.bare} is called an {word} throughout.", stated=stated)
            continue
        message = f"The paragraph says “{clause}”, but it reports an {before} of {amount.bare}."
        wrong = the_word(claim, word)
        better = Suggestion(before, "the paragraph's own word", cell=word)
        evidence = (wrong, Evidence(stated))
        found = relation(claim, "broken", message, stated=stated)
        yield replace(found, evidence=evidence, location=wrong.figure.location, suggestion=better)


def _signs(claims: list[Claim], least: int) -> Iterator[Relation]:
    """Papers that print a sign before each: one of their two signs has to stand for overspends throughout."""
    signed: list[tuple[Claim, str, str]] = []
    for claim in claims:
        sign = claim.figures[0].text.lstrip("( ")[:1].replace("−", "-").replace("–", "-")
        if sign in "+-" and sign and not claim.words[1]:
            signed.append((claim, claim.words[0], sign))
    habit = Counter("+" if (word == "overspend") == (sign == "+") else "-" for _, word, sign in signed)
    usual, often = habit.most_common(1)[0] if habit else ("", 0)
    if often < least or often * 4 < sum(habit.values()) * 3:
        return
    for claim, word, sign in signed:
        amount = claim.quantity("amount")
        if amount is None:
            continue
        right = "+" if (word == "overspend") == (usual == "+") else "-"
        if sign == right:
            yield relation(claim, "held", f"{amount.bare} has the sign of an {word} here.", stated=claim.figures[0])
            continue
        other = "underspend" if word == "overspend" else "overspend"
        message = f"The sentence says {word} of {amount.bare}, but in this paper {sign} is the sign of an {other}."
        yield relation(claim, "broken", message, stated=claim.figures[0], suspect=True, confidence="medium")
