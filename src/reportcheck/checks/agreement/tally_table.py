"""Counts by outcome against the rows of the table they speak of: "four of the five measures were met"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.agreement.outcome_tables import (
    BEFORE,
    Rated,
    called,
    in_time,
    near_by,
    rated_tables,
    time_of,
    where_is,
)
from reportcheck.checks.judging import counts_of, printed_like, relation
from reportcheck.model import Claim, Figure, Grid, Paper, Quantity, Relation
from reportcheck.patterns import pattern
from reportcheck.read.prose import sentences
from reportcheck.records import record
from reportcheck.words.stems import stems

_SCOPE = pattern(
    r"\b(?:within|nationally|regional\w*|of (?:which|whom|these|those)|also|remaining|further|in [A-Z]\w+)\b"
)
_LITERAL = pattern(r"\b(?:above|below|under)\b")
"""Whether that is good depends on the measure, which two columns of figures do not tell."""
_LINES = 45
_APART = 2
"""A table with more rows to spare than this is another table."""


class Params(NamedTuple):
    """How many lines of a text, or pages of a PDF, may lie between a sentence and its table."""

    lines: int = _LINES
    pages: int = 1


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each count by outcome that has a table near it to be counted in."""
    claims = list(paper.claims_of("tally"))
    tables = rated_tables(paper.grids) if claims else ()
    for claim in claims if tables else ():
        near = list(near_by(claim.passage, claim.start, tables, params.lines, params.pages))
        found = _judged(claim, [c for table in near for c in _counted(claim, table)]) or _sized(claim, near)
        if found:
            yield found


@record(frozen=True, slots=True)
class _Counted:
    """The counts of a sentence beside what a column has: for each, the least and the most that it can be."""

    where: str
    time: str
    """What may say when the table was: its caption and the column's heading."""
    told: tuple[tuple[int, int], ...]

    def fits(self, counts: list[tuple[Figure, Quantity, str]]) -> list[bool]:
        """Which counts can be right."""
        return [least <= q.value <= most for (_, q, _), (least, most) in zip(counts, self.told, strict=True)]


def _counted(claim: Claim, table: Rated) -> Iterator[_Counted]:
    """A table's columns in which all that the sentence counts can be counted."""
    counts, of = counts_of(claim), _of(claim)
    for column in table.columns:
        names = [called(column, said.partition(" ")[0]) for _, _, said in counts]
        if len(column.columns) > 1 and any(_LITERAL.search(said) for *_, said in counts):
            continue
        known = [name for name in names if name]
        if len(known) == len(names) and (of == len(column.rows) or (of is None and _named(claim, table.grid))):
            yield _Counted(where_is(table, column), time_of(table, column), tuple(column.told(name) for name in known))


def _judged(claim: Claim, against: list[_Counted]) -> Relation | None:
    """Held where a column has as many of each; broken where the only one that can be meant has others."""
    counts = counts_of(claim)
    for column in against:
        if all(column.fits(counts)):
            message = f"By {column.where} the counts are right."
            return relation(claim, "held", message, stated=claim.figures[0])
    said = _sentence(claim)
    if len(against) != 1 or BEFORE.search(said) or ("total" not in claim.roles and _SCOPE.search(said)):
        return None
    (column,) = against
    if not in_time(claim.passage, said, column.time):
        return None
    wrong = [
        (figure, q.bare, said.partition(" ")[2], printed_like(Decimal(least), q))
        for (figure, q, said), (least, most), fits in zip(counts, column.told, column.fits(counts), strict=True)
        if not fits and least == most
    ]
    if not wrong:
        return None
    printed = " and ".join(f"{text} {words}" for _, text, words, _ in wrong)
    right = " and ".join(text for *_, text in wrong)
    has = "have" if column.where.startswith("the columns") else "has"
    message = f"The sentence counts {printed}, but {column.where} {has} {right}."
    return relation(
        claim, "broken", message, stated=wrong[0][0], suspect=True, confidence="medium", kind="tally-table",
        better=right, why=f"counted in {column.where}",
    )  # fmt: skip


def _of(claim: Claim) -> int | None:
    """Of how many things the sentence speaks: it says so, or its counts leave none out."""
    total = claim.quantity("total")
    whole = sum(int(q.value) for _, q, _ in counts_of(claim)) if claim.words[1] == "whole" else None
    return int(total.value) if total else whole


def _sized(claim: Claim, near: list[Rated]) -> Relation | None:
    """ "Four of the six measures", over a table of seven: the only one near, and one of measures."""
    of, said = _of(claim), _sentence(claim)
    if of is None or len(near) != 1 or len(near[0].columns) != 1 or not claim.words[0] or BEFORE.search(said):
        return None
    table, (column,) = near[0], near[0].columns
    rows, stated = len(column.rows), claim.named("total") or claim.figures[0]
    quantity, where = stated.quantity, where_is(table, column)
    outcomes = {found for _, found in column.rows}
    if quantity is None or not 0 < abs(of - rows) <= _APART or "" in outcomes or not _named(claim, table.grid):
        return None
    counted = [called(column, words.partition(" ")[0]) for *_, words in counts_of(claim)]
    if not all(counted) or _SCOPE.search(said) or not in_time(claim.passage, said, time_of(table, column)):
        return None
    right = printed_like(Decimal(rows), quantity)
    says = f"{printed_like(Decimal(of), quantity)} {claim.words[0]}"
    return relation(
        claim, "broken", f"The sentence speaks of {says}, but {where} has {right}.", stated=stated, confidence="medium",
        kind="tally-table", better=right, why=f"counted in {where}",
    )  # fmt: skip


def _named(claim: Claim, grid: Grid) -> bool:
    """Whether what is counted is what the table lists: "measures" under the heading "Measure"."""
    noun = stems(claim.words[0])
    return bool(noun and noun <= stems(f"{grid.column_labels[0]} {grid.table.caption}"))


def _sentence(claim: Claim) -> str:
    text = claim.passage.text.text
    spans = [(a, b) for a, b in sentences(text) if a < claim.end and b > claim.start]
    return text[spans[0][0] : spans[-1][1]] if spans else text
