"""What a sentence names of a table: the column by its part of an account, the total where no row is named."""

from __future__ import annotations

from reportcheck.model import Paper, Statement
from reportcheck.read.facts.index import Index
from reportcheck.read.facts.match import part_told
from reportcheck.words.accounts import parts_of_account
from reportcheck.words.stems import clause_before, stems

_ANCHOR = 3
"""Digits that tell: another figure of the sentence with so many stands in a row because the sentence is about it."""
_ANCHORED = 8.0
_COLUMN = 3.0
_MEANT = 4.0
_GENERAL = stems("net gross overall forecast position council board authority trust organisation annual")
"""Words that make a total no other one."""


def naming_bits(paper: Paper, index: Index, one: Statement, cell: Statement) -> float:
    """Bits for the column that a figure's clause names, and for the row that the whole sentence is about."""
    parts = part_told(one) & parts_of_account(cell.after)
    bits = _COLUMN if parts else 0.0
    if any(_in_row(index, other, cell) for other in index.groups.get(one.group, ()) if other is not one):
        bits += _ANCHORED
    if total_meant(paper, one, cell):
        # What the clause says besides may make it a total of something else.
        bits += _MEANT - index.bits(stems(clause_before(one.before)) - _known(paper, one, cell))
    return bits


def total_meant(paper: Paper, one: Statement, cell: Statement) -> bool:
    """Whether a sentence speaks of a part of an account and of no row of the table, so that its total is meant."""
    if cell.table < 0 or stems(cell.figure.label) or not part_told(one) & parts_of_account(cell.after):
        return False
    labels = (stems(label) for label in paper.grids[cell.table].row_labels)
    return not any(label and label <= one.words for label in labels)


def _in_row(index: Index, beside: Statement, cell: Statement) -> bool:
    quantity = beside.figure.quantity
    if quantity is None or index.digits(quantity) < _ANCHOR:
        return False
    return any(o.source == "table" and o.group == cell.group for o in index.same(beside))


def _known(paper: Paper, one: Statement, cell: Statement) -> frozenset[str]:
    """The words of a clause that the table or the heading answers to, or that name a part of an account."""
    clause = clause_before(one.before).split()
    named = frozenset(w for word in clause if parts_of_account(word) for w in stems(word))
    return cell.words | stems(paper.grids[cell.table].table.caption) | stems(one.heading) | named | _GENERAL
