"""Figures of two digits that name a row and its time, and are the table's figure cut off and not rounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.agreement.row_and_time import cells_by_time, cells_near
from reportcheck.checks.judging import exactly_told, put_to
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.read.facts import Index, is_bound, likeness
from reportcheck.read.facts.slips import as_rounded, cut, rounded
from reportcheck.words import agree, contradict, is_change, stems


class Params(NamedTuple):
    """How many pages away the table may stand, and how much of the row's label (in per cent) must be said."""

    pages: int = 2
    likeness: int = 60


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such figure that is a table's figure rounded, or cut off."""
    index = Index.of(paper.statements)
    cells = cells_by_time(paper.statements)
    for one in exactly_told(paper.statements):
        whole, exponent, _ = index.printed(one.quantity)
        if not one.spans or not 10 <= whole < 100 or not one.quantity.kind or is_bound(one):
            continue
        found = [
            c
            for c in cells_near(cells, one, params.pages)
            if _finer(one.quantity, c.quantity) and _named(index, one, c, params)
        ]
        right = [c for c in found if rounded(c.quantity.value, exponent) == whole]
        short = [c for c in found if cut(c.quantity.value, exponent) == whole and c not in right]
        if right:
            yield _relation(one, right[0], holds=True)
        elif len({c.quantity.value for c in short}) == 1 and not _told_otherwise(index, one, params):
            yield _relation(one, short[0], holds=False)


def _finer(quantity: Quantity, theirs: Quantity) -> bool:
    return theirs.step < quantity.step and not theirs.blank and quantity.comparable(theirs)


def _named(index: Index, one: Statement, cell: Statement, params: Params) -> bool:
    """Whether the words next to a figure name the row, and both figures are changes or neither is."""
    label = stems(cell.figure.label)
    near = stems(one.near)
    if not label or len(label & near) < min(2, len(label)) or one.pages_from(cell) > params.pages:
        return False
    if is_change(near) != is_change(cell.words) or contradict(one.near, cell.near):
        return False
    return likeness(index, one, cell) * 100 >= params.likeness


def _told_otherwise(index: Index, one: Statement, params: Params) -> bool:
    """Whether a table has the figure as it is said, for the same time and under the same name."""
    tables = (s for s in index.same(one) if s.source == "table" and agree(s.spans, one.spans))
    return any(likeness(index, one, s) * 100 >= params.likeness for s in tables)


def _relation(one: Statement, cell: Statement, *, holds: bool) -> Relation:
    better = as_rounded(one.quantity, cell.quantity)
    source = f"{cell.where} has {cell.figure.text}"
    wrong = f"{one.figure.text} is cut off, not rounded: {source}, which rounds to {better}."
    return put_to("named-cut", one, cell, "" if holds else wrong, confidence="medium", better=better)
