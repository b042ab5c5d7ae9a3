"""A sentence that two papers have word for word, about one day or one period, with two figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.checks.across.abreast import Told, alike, told
from reportcheck.checks.across.moulds import alone, mould
from reportcheck.model import Fact, Kept
from reportcheck.words import pattern

_PASSING = pattern(
    r"(?i)\b(?:so far|to date|currently|now|expected|estimat|forecast|project|budget|propos|plan|revis|restat|"
    r"provisional|draft|updat)\w*"
)


class Params(NamedTuple):
    """How many words such a sentence has at least, besides numbers and months."""

    words: int = 6


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each two such sentences of two papers of one series, about a time that was over."""
    known: dict[str, list[tuple[Kept, Fact]]] = defaultdict(list)
    for at, paper in enumerate(papers):
        for fact in alone(paper):
            if not _telling(fact, params) or paper.day is None or fact.spans[0].last > paper.day:
                continue
            key = mould(fact.quote)
            for one, other in known[key][-20:]:
                if one is not paper and alike(one, paper) and _one_time(other, fact) and other.of_one_unit(fact):
                    yield _relation(at, one, other, fact)
                    break
            known[key].append((paper, fact))


def _telling(fact: Fact, params: Params) -> bool:
    """Whether a sentence says of which past time its figure is, firmly, and in enough words."""
    quantity = fact.figure.quantity
    if quantity is None or quantity.approximate or len(fact.spans) != 1 or _PASSING.search(fact.quote):
        return False
    return (
        fact.spans[0].kind in ("day", "month", "span")
        and len(mould(fact.quote).replace("#", " ").split()) >= params.words
    )


def _one_time(one: Fact, other: Fact) -> bool:
    return one.spans == other.spans


def _relation(at: int, one: Kept, other: Fact, fact: Fact) -> Told:
    broken = other.differs(fact)
    where = one.place(other.figure)
    mine, theirs = fact.figure.text, other.figure.text
    message = f"This sentence has {mine} here, {'but' if broken else 'and'} {theirs} in {where}."
    return told(
        "same-sentence",
        at,
        fact.figure,
        not broken,
        message,
        [(one, other.figure)],
        fact.quote,
        suspect=False,
    )
