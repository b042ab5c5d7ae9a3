"""Figures of sentences that are one slip away from what a table, or another sentence, says in the same words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportcheck.model import Evidence, Figure, Location, Paper, Relation, Statement, Suggestion
from reportcheck.quantity import Quantity
from reportcheck.read.measure_dates import agree, quarters_in, speaks_of_before, surely
from reportcheck.read.measure_index import Index, kind_of
from reportcheck.read.measure_slips import Slip, digits, mantissa
from reportcheck.read.measure_words import is_change, opposed, qualifiers, states_change, stems

_BOUND_BEFORE = re.compile(
    r"\b(?:up to|less than|more than|at least|at most|between|under|over|above|below|exceed\w*|maximum of|minimum of|"
    r"limit(?:ed)? (?:to|of)|threshold of|greater than|fewer than)\s*$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"\s*(?:or (?:more|less|under|over|above|below)|and (?:over|above|below|under)|to [£$€]?\d|\+)", re.I
)


@dataclass(frozen=True, slots=True)
class Params:
    """What a sentence is held against, which slips are looked for, and how many bits of evidence a finding needs."""

    against: Literal["table", "prose"]
    slips: tuple[str, ...]
    bits: int = 14
    digits: int = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Another statement of what seems to be the same fact, with the evidence that it is."""

    other: Statement
    slip: Slip | None
    bits: float


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure of a sentence that has its like elsewhere: the same figure, or one slip off."""
    index = Index.of(paper.statements)
    told: set[tuple[object, ...]] = set()
    for statement in paper.statements:
        quantity = statement.figure.quantity
        if statement.source != "prose" or quantity is None or quantity.approximate or quantity.blank:
            continue
        if digits(quantity) < 2:
            continue
        held = _same(index, statement)
        if held is not None:
            if held.other.source == params.against:
                yield _held(statement, held.other)
            continue
        if mantissa(quantity)[0] < 10 ** (params.digits - 1):
            continue
        match = _near(paper, index, statement, params)
        if match is None:
            continue
        pair = tuple(sorted((str(statement.figure.place), str(match.other.figure.place))))
        if pair not in told:
            told.add(pair)
            yield _broken(statement, match)


def _same(index: Index, statement: Statement) -> Match | None:
    """The statement that says the same figure in the most of the same words, if any does."""
    best: Match | None = None
    for other in index.same(statement):
        if other.group == statement.group or not agree(statement.spans, other.spans):
            continue
        bits = index.bits(statement.words & other.words)
        if other.table >= 0:
            bits += 1
        if bits >= 5 and (best is None or bits > best.bits):
            best = Match(other, None, bits)
    return best


def _near(paper: Paper, index: Index, statement: Statement, params: Params) -> Match | None:
    """The statement one slip away that is most surely the same fact, if the evidence is enough."""
    best: Match | None = None
    for other, slip in index.near(statement):
        if slip not in params.slips or other.source != params.against:
            continue
        if other.group == statement.group or not _compatible(statement, other):
            continue
        bits = _evidence(index, statement, other, slip)
        if bits >= params.bits and (best is None or bits > best.bits):
            best = Match(other, slip, bits)
    if best is None or _explained(paper, index, statement, best.other):
        return None
    return best


def _evidence(index: Index, one: Statement, other: Statement, slip: Slip) -> float:
    """Bits that two figures are one fact: the digits they share, the words they share, their time, their distance."""
    quantity = one.figure.quantity
    assert quantity is not None
    shared = one.words & other.words
    if not shared:
        return 0.0
    if _likeness(index, one, other) < 0.6:
        return 0.0
    count = digits(quantity)
    alike = count * math.log2(10) - math.log2(10 if slip == "cut" else 18 * count)
    apart = abs(one.figure.location.page - other.figure.location.page)
    crowd = math.log2(len(index.statements) + 2) if apart > 1 else math.log2(len(index.statements) + 2) / 2
    around = (one.setting & (other.setting | other.words)) - shared if apart <= 1 else frozenset()
    words = index.bits(shared) + 0.3 * index.bits(around)
    time = 4.0 if surely(one.spans, other.spans) else 0.0
    return alike - crowd + min(words, 24.0) + time


def _likeness(index: Index, one: Statement, other: Statement) -> float:
    """How much of what the shorter of the two is about, the other is about too: of a table's row, its label."""
    if other.source == "table":
        label = stems(other.figure.label)
        return index.bits(label & one.words) / (index.bits(label) or 1.0)
    mine, theirs = stems(one.near), stems(other.near)
    if len(mine) < 3 or len(theirs) < 3:
        return 0.0
    return index.bits(mine & theirs) / max(min(index.bits(mine), index.bits(theirs)), 1.0)


def _compatible(one: Statement, other: Statement) -> bool:
    """Whether nothing that is said of the two rules out that they are one fact."""
    if not agree(one.spans, other.spans) or not _counts_the_same(one, other):
        return False
    if _bound(one) or _bound(other):
        return False
    if opposed(qualifiers(one.near), qualifiers(other.near)):
        return False
    if changes(one) != changes(other):
        return False
    if speaks_of_before(one.near) != speaks_of_before(other.near):
        return False
    mine, theirs = quarters_in(one.quote), quarters_in(other.near)
    return not mine or not theirs or bool(mine & theirs)


def _counts_the_same(one: Statement, other: Statement) -> bool:
    """Whether what is counted has a word in common, where both say it."""
    for mine, theirs in ((one, other), (other, one)):
        counts = mine.figure.quantity is not None and kind_of(mine.figure.quantity) == ""
        if counts and mine.head and not mine.head & (theirs.head or theirs.words):
            return False
    return True


def changes(statement: Statement) -> bool:
    """Whether a figure is a change and not a level."""
    if statement.source == "table":
        return is_change(statement.words)
    return states_change(statement.before, statement.after)


def _bound(statement: Statement) -> bool:
    """Whether a figure is the end of a band: such figures stand one unit apart on purpose."""
    return bool(_BOUND_BEFORE.search(statement.before) or _BOUND_AFTER.match(statement.after))


def _explained(paper: Paper, index: Index, statement: Statement, other: Statement) -> bool:
    """Whether the sentence also says the other figure, or the figure is worked out from the other's neighbours."""
    quantity = statement.figure.quantity
    assert quantity is not None
    if any(s.group == statement.group for s in index.same(other)):
        return True
    if other.table < 0:
        return False
    grid = paper.grids[other.table]
    row = [f.quantity for cell in grid.cells[other.row] for f in cell.figures if f.quantity]
    column = [f.quantity for line in grid.cells for f in line[other.column].figures if f.quantity]
    return _worked_out(quantity, row) or (len(column) <= 40 and _worked_out(quantity, column))


def _worked_out(quantity: Quantity, others: list[Quantity]) -> bool:
    """Whether a figure is the sum or the difference of two others."""
    target = abs(quantity.interval)
    for at, one in enumerate(others):
        for two in others[at + 1 :]:
            if abs(one.interval - two.interval).overlaps(target) or abs(one.interval + two.interval).overlaps(target):
                return True
    return False


# ---------------------------------------------------------------- what is said


def _held(one: Statement, other: Statement) -> Relation:
    return Relation(
        "same-fact",
        (Evidence(one.figure, "stated"), Evidence(other.figure, "input")),
        "held",
        f"{one.figure.text} is {other.figure.text} in {place(other)}.",
        location=one.figure.location,
        quote=one.quote,
    )


def _broken(one: Statement, match: Match) -> Relation:
    other = match.other
    if match.slip == "cut":
        said = f"{one.figure.text} is {other.figure.text} cut off, not rounded: {place(other)} gives it more exactly."
    else:
        said = f"{one.figure.text} here, but {other.figure.text} in {place(other)}."
    table = other.source == "table"
    return Relation(
        "same-fact",
        (Evidence(one.figure, "stated", suspect=table), Evidence(other.figure, "input")),
        "broken",
        said,
        location=one.figure.location,
        confidence="high" if match.bits >= 20 else "medium",
        suggestion=Suggestion(other.figure.text, f"as in {place(other)}") if table else None,
        quote=one.quote,
    )


def place(statement: Statement) -> str:
    """Where a statement stands, in words."""
    at = statement.figure.location
    if statement.source == "table":
        return f"{named(statement.figure)} ({spot(at)})"
    return f"the sentence at {spot(at)}" if at.line is not None else f"a sentence on {spot(at)}"


def named(figure: Figure) -> str:
    """A table's figure by its row and column."""
    row = f"the row “{figure.label}”" if figure.label else "the table"
    return f"{row}, column “{figure.period}”" if figure.period else row


def spot(at: Location) -> str:
    """A place in words: a line of a text, a page of a PDF."""
    return f"line {at.line}" if at.line is not None else f"page {at.page}"
