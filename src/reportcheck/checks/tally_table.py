"""Counts by outcome against the rows of the table they speak of: "four of the five measures were met"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reportcheck.checks.printed import bare, printed_like
from reportcheck.checks.prose import claims_of, quantity_of, relation
from reportcheck.checks.tally import counts_of
from reportcheck.model import Claim, Figure, Grid, Location, Paper, Relation, Suggestion
from reportcheck.quantity import Quantity
from reportcheck.read.measure_dates import quarters_in, spans_in
from reportcheck.read.measure_words import stems
from reportcheck.read.outcomes import Outcomes, read_outcomes
from reportcheck.read.sentences import sentences

_NUMBERED = re.compile(r"\btable (\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:last|previous(?:ly)?|prior|earlier|ago|before|compared|against|since|had been|next)\b")
_SCOPE = re.compile(
    r"\b(?:within|nationally|regional\w*|of (?:which|whom|these|those)|also|remaining|further|in [A-Z]\w+)\b"
)
_LINES = 45
_APART = 2
"""A table with more rows to spare than this is another table."""
_COLOURS = frozenset({"red", "amber", "green"})
_SAME = {"met": "green", "missed": "red"}


@dataclass(frozen=True, slots=True)
class Params:
    """How many lines of a text, or pages of a PDF, may lie between a sentence and its table."""

    lines: int = _LINES
    pages: int = 1


@dataclass(frozen=True, slots=True)
class _Rated:
    """A table that tells the outcomes of its rows, and where it stands."""

    grid: Grid
    at: Location
    columns: tuple[Outcomes, ...]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each count by outcome that has a table near it to be counted in."""
    claims = list(claims_of(paper, "tally"))
    tables = list(_tables(paper)) if claims else []
    for claim in claims if tables else ():
        near = list(_near(claim, tables, params))
        found = _judged(claim, [c for table in near for c in _counted(claim, table)]) or _sized(claim, near)
        if found:
            yield found


def _tables(paper: Paper) -> Iterator[_Rated]:
    for grid in paper.grids:
        columns = tuple(read_outcomes(grid))
        if columns and grid.table.cells:
            yield _Rated(grid, grid.table.cells[0].text.locate(), columns)


def _near(claim: Claim, tables: list[_Rated], params: Params) -> Iterator[_Rated]:
    """The table that the passage names; else those just before and after it."""
    named = set(_NUMBERED.findall(claim.passage.text.text))
    if named:
        yield from (t for t in tables if (m := _NUMBERED.search(t.grid.table.caption)) and m[1] in named)
        return
    here = claim.passage.text.locate(claim.start)
    for table in tables:
        if here.line is not None and table.at.line is not None:
            if abs(here.line - table.at.line) <= params.lines and here.page == table.at.page:
                yield table
        elif 0 <= table.at.page - here.page <= params.pages:
            yield table


@dataclass(frozen=True, slots=True)
class _Counted:
    """The counts of a sentence beside what a column has: for each, the least and the most that it can be."""

    where: str
    time: str
    """What may say when the table was: its caption and the column's heading."""
    told: tuple[tuple[int, int], ...]

    def fits(self, counts: list[tuple[Figure, Quantity, str]]) -> list[bool]:
        """Which counts can be right."""
        return [least <= q.value <= most for (_, q, _), (least, most) in zip(counts, self.told, strict=True)]


def _counted(claim: Claim, table: _Rated) -> Iterator[_Counted]:
    """A table's columns in which all that the sentence counts can be counted."""
    counts, of = counts_of(claim), _of(claim)
    for column in table.columns:
        names = [_as(column, said.partition(" ")[0]) for _, _, said in counts]
        known = [name for name in names if name]
        if len(known) == len(names) and (of == len(column.rows) or (of is None and _named(claim, table.grid))):
            yield _Counted(_where(table, column), _time(table, column), tuple(column.told(name) for name in known))


def _judged(claim: Claim, against: list[_Counted]) -> Relation | None:
    """Held where a column has as many of each; broken where the only one that can be meant has others."""
    counts = counts_of(claim)
    for column in against:
        if all(column.fits(counts)):
            message = f"By {column.where} the counts are right."
            return relation(claim, "held", message, stated=claim.figures[0])
    said = _sentence(claim)
    if len(against) != 1 or _BEFORE.search(said) or ("total" not in claim.roles and _SCOPE.search(said)):
        return None
    (column,) = against
    if not _in_time(claim, said, column.time):
        return None
    wrong = [
        (figure, bare(q), said.partition(" ")[2], printed_like(Decimal(least), q))
        for (figure, q, said), (least, most), fits in zip(counts, column.told, column.fits(counts), strict=True)
        if not fits and least == most
    ]
    if not wrong:
        return None
    printed = " and ".join(f"{text} {words}" for _, text, words, _ in wrong)
    right = " and ".join(text for *_, text in wrong)
    has = "have" if column.where.startswith("the columns") else "has"
    message = f"The sentence counts {printed}, but {column.where} {has} {right}."
    made = relation(
        claim, "broken", message, stated=wrong[0][0], suspect=True, confidence="medium",
        suggestion=Suggestion(right, f"counted in {column.where}"),
    )  # fmt: skip
    return replace(made, kind="tally-table")


def _of(claim: Claim) -> int | None:
    """Of how many things the sentence speaks: it says so, or its counts leave none out."""
    total = quantity_of(claim, "total")
    whole = sum(int(q.value) for _, q, _ in counts_of(claim)) if claim.words[1] == "whole" else None
    return int(total.value) if total else whole


def _sized(claim: Claim, near: list[_Rated]) -> Relation | None:
    """ "Four of the six measures", over a table of seven: the only one near, and one of measures."""
    of, said = _of(claim), _sentence(claim)
    if of is None or len(near) != 1 or len(near[0].columns) != 1 or not claim.words[0] or _BEFORE.search(said):
        return None
    table, (column,) = near[0], near[0].columns
    rows, stated = len(column.rows), claim.named("total") or claim.figures[0]
    quantity, where = stated.quantity, _where(table, column)
    outcomes = {found for _, found in column.rows}
    if quantity is None or not 0 < abs(of - rows) <= _APART or "" in outcomes or not _named(claim, table.grid):
        return None
    counted = [_as(column, words.partition(" ")[0]) for *_, words in counts_of(claim)]
    if not all(counted) or _SCOPE.search(said) or not _in_time(claim, said, _time(table, column)):
        return None
    right = printed_like(Decimal(rows), quantity)
    says = f"{printed_like(Decimal(of), quantity)} {claim.words[0]}"
    made = relation(
        claim, "broken", f"The sentence speaks of {says}, but {where} has {right}.", stated=stated, confidence="medium",
        suggestion=Suggestion(right, f"counted in {where}"),
    )  # fmt: skip
    return replace(made, kind="tally-table")


def _time(table: _Rated, column: Outcomes) -> str:
    return f"{table.grid.table.caption} {table.grid.table.above} {column.column}"


def _as(column: Outcomes, outcome: str) -> str | None:
    """What an outcome is called in a column: met is green only where nothing is amber."""
    kinds = {value for _, value in column.rows if value not in ("", "open")}
    if kinds & _COLOURS:
        return outcome if outcome in _COLOURS else _SAME.get(outcome) if "amber" not in kinds else None
    return outcome if outcome in ("met", "missed") else None


def _where(table: _Rated, column: Outcomes) -> str:
    """ "the column “Met” of Table 4 (page 9)"."""
    named = _NUMBERED.search(table.grid.table.caption)
    spot = f"line {table.at.line}" if table.at.line is not None else f"page {table.at.page}"
    name = (
        f"Table {named[1]} ({spot})" if named else f"the table at {spot}" if "line" in spot else f"the table on {spot}"
    )
    many = "columns" if "” and “" in column.column else "column"
    return f"the {many} “{column.column}” of {name}"


def _named(claim: Claim, grid: Grid) -> bool:
    """Whether what is counted is what the table lists: "measures" under the heading "Measure"."""
    noun = stems(claim.words[0])
    return bool(noun and noun <= stems(f"{grid.column_labels[0]} {grid.table.caption}"))


def _in_time(claim: Claim, said: str, table: str) -> bool:
    """Whether the sentence can speak of the table's own time: it names no other, and is no one of several that do."""
    text = claim.passage.text.text
    for read in (spans_in, quarters_in):
        here, there = read(said), read(table)
        if here and there and not here & there:
            return False
        if here and not there and len(read(text)) > 1:
            return False
    return True


def _sentence(claim: Claim) -> str:
    text = claim.passage.text.text
    spans = [(a, b) for a, b in sentences(text) if a < claim.end and b > claim.start]
    return text[spans[0][0] : spans[-1][1]] if spans else text
