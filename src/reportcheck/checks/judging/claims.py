"""Claims -> relations: what stands in the sentence, as intervals, evidence and a quote."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reportcheck.model import (
    Claim,
    Confidence,
    Evidence,
    Figure,
    Interval,
    Quantity,
    Relation,
    Statement,
    Suggestion,
    Verdict,
)
from reportcheck.read.once import once
from reportcheck.words import hedge
from reportcheck.words.sentences import sentences

_LONG = 1_200
"""Characters: of a longer sentence only what stands around the claim is shown."""


@once
def in_sentences(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements of a paper that stand in sentences."""
    return tuple(s for s in statements if s.source == "prose")


@once
def exactly_told(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements of sentences whose figure is rounded by no word."""
    return tuple(s for s in in_sentences(statements) if not s.quantity.approximate and not s.quantity.blank)


def stands_for(claim: Claim, role: str) -> Interval | None:
    """What the figure in a role can stand for, with the words that round it: nearly, over, about."""
    quantity = claim.quantity(role)
    if quantity is None:
        return None
    return hedged(quantity, word_before(claim, role))


def word_before(claim: Claim, role: str) -> str:
    """The word that rounds the figure in a role; empty where none does."""
    return next((w.partition(" ")[2] for w in claim.words if w.startswith(f"{role} ")), "")


def hedged(quantity: Quantity, words: str) -> Interval:
    """What a figure can stand for with the words that hedge it, of which there may be none."""
    said = hedge(words)
    return said.of(quantity) if said else quantity.counted


@lru_cache(maxsize=16)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))


def sentence_of(claim: Claim) -> str:
    """The sentence, or the sentences, that a claim stands in."""
    text = claim.passage.text.text
    spans = [(a, b) for a, b in _spans(text) if a < claim.end and b > claim.start]
    if not spans:
        return text
    begin, end = spans[0][0], spans[-1][1]
    if end - begin > _LONG:
        begin, end = max(begin, claim.start - _LONG // 4), min(end, claim.end + _LONG // 4)
    return " ".join(text[begin:end].split())


def relation(
    claim: Claim,
    verdict: Verdict,
    message: str,
    *,
    stated: Figure,
    by: Iterable[Figure] = (),
    suspect: bool = False,
    sum: str = "",
    confidence: Confidence = "high",
    better: str = "",
    why: str = "",
    sure: bool = True,
    required: Interval | None = None,
    kind: str = "",
) -> Relation:
    """The relation that a claim makes: what is `stated` against its other figures, and `by` some that stand elsewhere.

    Where it does not hold, `better` is what it should read, `why`, and `sure` whether nothing else would mend it.
    """
    own = (
        Evidence(f, "stated" if f is stated else "input", suspect and f is stated and verdict != "held")
        for f in claim.figures
    )
    return Relation(
        kind=kind or claim.kind,
        evidence=(*own, *map(Evidence, by)),
        verdict=verdict,
        message=message,
        sum=sum,
        location=stated.location,
        confidence=confidence,
        suggestion=Suggestion(better, why, sure) if better and verdict != "held" else None,
        required=required,
        quote=sentence_of(claim),
    )


def the_word(claim: Claim, word: str) -> Evidence:
    """A word of the claim's sentence as what is wrong, where the figures are right."""
    text = claim.passage.text
    near = max(0, claim.start - len(word) - 40)
    begin = text.text.lower().find(word.lower(), near)
    place = text.locate(begin, begin + len(word)) if begin >= 0 else text.locate(claim.start, claim.end)
    return Evidence(Figure(word, place), "stated", True)
