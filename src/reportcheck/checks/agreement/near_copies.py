"""Sentences that say one thing twice with two counts: all words of the shorter stand in the longer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import in_sentences
from reportcheck.model import Paper, Relation, Statement
from reportcheck.read.facts import compatible
from reportcheck.words import pattern, said, stem, stems, surely

_COMPARED = pattern(r"\b(?:compared|against|versus|while|whereas)\b")
_PHRASE = pattern(
    r"\b(?:in|by|of|for|from|at|on|with|to|within|among|after|before|involving|without|under|over|across)\s+"
    r"(?:(?:the|our|its|an?|all|other)\s+)?([a-z]+)(?:\s+([a-z]+))?",
    re.IGNORECASE,
)
_ORDINAL = pattern(r"\b\d+(?:st|nd|rd|th)\b")


class Params(NamedTuple):
    """How many telling words the shorter sentence must have, and how many more the longer may have."""

    words: int = 4
    more: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two sentences of one period that count the same thing in the same words."""
    counted: dict[str, list[Statement]] = defaultdict(list)
    for statement in in_sentences(paper.statements):
        if _said(statement) and statement.spans and len(statement.words) >= params.words:
            for word in sorted(statement.head):
                counted[word].append(statement)
    seen: set[frozenset[int]] = set()
    beside: dict[int, set[str]] = defaultdict(set)
    for statement in in_sentences(paper.statements):
        beside[statement.group].add(statement.figure.text)
    for found in counted.values():
        for at, one in enumerate(found[:60]):
            for other in found[at + 1 : 60]:
                pair = frozenset((id(one), id(other)))
                if pair in seen or not _twins(one, other, params) or _parallel(one, other, beside):
                    continue
                seen.add(pair)
                yield _relation(one, other)


def _said(statement: Statement) -> bool:
    """Whether the figure is said in a sentence: a number that begins an unfinished line is its label."""
    quantity = statement.quantity
    if quantity.kind:
        return False
    begins = statement.quote.lstrip().startswith(statement.figure.text)
    return not begins or statement.quote.rstrip().endswith(".") or statement.figure.text.isalpha()


def _twins(one: Statement, other: Statement, params: Params) -> bool:
    """Whether the two say the same in the same words of the same time."""
    if one.group == other.group or not surely(one.spans, other.spans) or not compatible(one, other):
        return False
    a, b = one.quantity, other.quantity
    if not a.comparable(b) or a.approximate or b.approximate:
        return False
    (short, _), (long, told) = sorted(((stems(s.quote), s.quote) for s in (one, other)), key=lambda pair: len(pair[0]))
    if len(short) < params.words or not short <= long or len(long) - len(short) > params.more:
        return False
    return not _narrowed(told, long - short)


def _narrowed(quote: str, extra: frozenset[str]) -> bool:
    """Whether the words that only the longer sentence has make its count one of fewer things: "in public"."""
    clause = _COMPARED.split(quote)[0]
    return any(stem(word) in extra for match in _PHRASE.finditer(clause) for word in match.groups() if word)


def _parallel(one: Statement, other: Statement, beside: dict[int, set[str]]) -> bool:
    """Whether the sentences have other figures and these differ too: then they are of one mould about two things."""
    mine = beside[one.group] - {one.figure.text}
    theirs = beside[other.group] - {other.figure.text}
    ordinals = [set(_ORDINAL.findall(s.quote)) for s in (one, other)]
    if max(len(mine), len(theirs)) > 2:
        return True
    return (bool(mine and theirs) and not mine & theirs) or ordinals[0] != ordinals[1]


def _relation(one: Statement, other: Statement) -> Relation:
    a, b = one.quantity, other.quantity
    broken = a.differs(b)
    noun = " ".join(other.after.split()[:3]).rstrip(".,;:")
    return Relation.judged(
        "twin-sentences",
        (one.figure, other.figure),
        not broken,
        f"{one.figure.text} {noun}{_when(one)} here, {'but' if broken else 'and'} "
        f"{other.figure.text} {noun} on {other.figure.location.spot}.",
        suspect=False,
        quote=one.quote,
    )


def _when(statement: Statement) -> str:
    """The time that a count is told for, as people write it."""
    span = next(iter(sorted(statement.spans)))
    first, last = span.first.year, span.last.year
    if span.kind == "day":
        return f" on {said(span.last)}"
    return f" in {first}" if first == last else f" in {first}/{last % 100:02d}"
