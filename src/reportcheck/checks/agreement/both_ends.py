"""The two ends of a change in a sentence against the row that has one of them: "from 45 to 29" over 42 and 29."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reportcheck.checks.agreement.year_rows import YearRow, YearRows, one_unit, year_pairs
from reportcheck.checks.judging import relation, sentence_of
from reportcheck.model import Claim, Figure, Paper, Relation
from reportcheck.read.facts import Index, index_of
from reportcheck.words.spans import spans_in
from reportcheck.words.stems import stems

_FAR = 2
"""An end that is so many times the row's is of another row."""


class Params(NamedTuple):
    """How much of a row's label a sentence must say to name it, in per cent, and the least figure that tells a row."""

    likeness: int = 60
    least: int = 10


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each change whose row, named in the sentence, has both of its ends, or just one."""
    rows: YearRows | None = None
    index = index_of(paper.statements)
    for claim in paper.claims_of("change"):
        old, new = claim.named("from"), claim.named("to")
        if old and new and old.quantity and new.quantity:
            rows = rows or YearRows(year_pairs(paper))
            close = [r for r in rows.near(new.location) if _in_time(claim, r)]
            found = _judged(index, claim, (old, new), close, params)
            if found:
                yield found


def _in_time(claim: Claim, row: YearRow) -> bool:
    """Whether the years that a sentence names are those of the row's two columns."""
    named = spans_in(sentence_of(claim))
    return all(any(span.meets(own) for own in row.spans) for span in named)


def _judged(
    index: Index, claim: Claim, ends: tuple[Figure, Figure], rows: list[YearRow], params: Params
) -> Relation | None:
    both = [r for r in rows if _same(ends[0], r.before) and _same(ends[1], r.now)]
    words = stems(sentence_of(claim))
    if both:
        return next((_told(claim, ends, r, None) for r in both if r.stems & words), None)
    named = [r for r in rows if _named(index, words, r) * 100 >= params.likeness]
    halves = [(r, wrong) for r in named for wrong in (1, 0) if _half(ends, r, wrong, params.least)]
    return _told(claim, ends, *halves[0]) if len(halves) == 1 else None


def _half(ends: tuple[Figure, Figure], row: YearRow, wrong: int, least: int) -> bool:
    """Whether one end is the row's, and tells something, and the other end can be but is not."""
    right, cells = ends[1 - wrong], (row.before, row.now)
    tells = right.quantity is not None and right.quantity.value >= least
    if not tells or not _same(right, cells[1 - wrong]) or not _comparable(ends[wrong], cells[wrong]):
        return False
    printed, meant = ends[wrong].quantity, cells[wrong].quantity
    assert printed is not None
    assert meant is not None
    return meant.value < printed.value * _FAR and printed.value < meant.value * _FAR


def _named(index: Index, words: frozenset[str], row: YearRow) -> float:
    """How much of a row's label of two words or more the sentence says."""
    return index.bits(row.stems & words) / (index.bits(row.stems) or 1) if len(row.stems) > 1 else 0.0


def _comparable(one: Figure, other: Figure) -> bool:
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and one_unit(a, b) and a.step == b.step and not a.approximate


def _same(one: Figure, other: Figure) -> bool:
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and _comparable(one, other) and not a.differs(b)


def _told(claim: Claim, ends: tuple[Figure, Figure], row: YearRow, wrong: int | None) -> Relation:
    """The relation, `wrong` being which of the two ends is not the row's."""
    cells = (row.before, row.now)
    said = " to ".join(f.quantity.bare for f in ends if f.quantity)
    name = f"the row “{row.label}” ({row.at.spot})"
    has = f"{row.before.text} for {row.before.period} and {row.now.text} for {row.now.period}"
    stated = ends[1 if wrong is None else wrong]
    told = replace(claim, figures=ends, roles=("old", "new"))
    if wrong is None:
        return relation(told, "held", f"{said} is right by {name}.", stated=stated, by=cells)
    return relation(
        told, "broken", f"The sentence has {said}, but {name} has {has}.", stated=stated, by=cells, suspect=True,
        confidence="medium", better=cells[wrong].text, why=f"as in {name}",
    )  # fmt: skip
