"""Two statements -> how surely they tell one fact: what rules it out, and the bits of evidence for it."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from reportcheck.model import Grid, Paper, Statement
from reportcheck.quantity import Quantity
from reportcheck.read.facts.forms import is_form
from reportcheck.read.facts.index import Index
from reportcheck.read.facts.slips import Slip
from reportcheck.words.accounts import Part, parts_of_account
from reportcheck.words.hedges import OVER, UNDER
from reportcheck.words.spans import agree, quarters_in, speaks_of_before, surely
from reportcheck.words.stems import (
    clause_after,
    clause_before,
    initials,
    is_change,
    opposed,
    qualifiers,
    states_change,
    stems,
    tokens,
)

_SLIP_WAYS = {"cut": 10, "tail": 130}
"""How many figures are one such slip away; for the others it depends on the digits."""
_LINKS = frozenset(
    "of was is were are be at to by a an the stood totalled totalling totaling amounted came showed".split()
)
_TOGETHER = 12
"""Sentences: a whole and its part that stand no farther apart may have the rest between them."""
_ASIDE = re.compile(r"\([^()]*\)")
_CAPITALS = re.compile(r"[A-Z]{3}")
_BOUND_BEFORE = re.compile(
    rf"\b(?:{OVER}|{UNDER}|between|exceed\w*|maximum of|minimum of|limit(?:ed)? (?:to|of)|threshold of)\s*$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"\s*(?:or (?:more|less|under|over|above|below)|and (?:over|above|below|under)|to [£$€]?\d|\+)", re.IGNORECASE
)


def related(one: Statement, other: Statement) -> bool:
    """Whether the two share any telling words at all: asked first, because it is asked of many."""
    if not one.words.isdisjoint(other.words):
        return True
    if len(other.words) >= 3 and len(one.setting & other.words) >= 3:
        return True
    return other.source == "table" and bool(_spelt_out(other, one))


def compatible(one: Statement, other: Statement, vocabulary: frozenset[str] | None = None) -> bool:
    """Whether nothing that is said of the two rules out that they are one fact.

    A noun that no word of the `vocabulary` of tables names rules out nothing there.
    """
    if not agree(one.spans, other.spans) or not _counts_the_same(one, other, vocabulary):
        return False
    # Whether they are changes is asked before what takes longer: it parts most.
    if changes(one) != changes(other) or is_bound(one) or is_bound(other):
        return False
    if opposed(_qualified(one), _qualified(other)):
        return False
    if one.source == other.source and speaks_of_before(one.near) != speaks_of_before(other.near):
        return False
    mine, theirs = quarters_in(one.quote), quarters_in(other.quote)
    return not mine or not theirs or bool(mine & theirs)


def _qualified(statement: Statement) -> frozenset[tuple[int, int]]:
    """The qualifiers of a figure: in its own clause, or in its row's and column's label."""
    if statement.source == "table":
        return qualifiers(statement.near)
    return _qualified_between(statement.before, statement.after)


@lru_cache(maxsize=4096)
def _qualified_between(before: str, after: str) -> frozenset[tuple[int, int]]:
    return qualifiers(clause_before(before)) | qualifiers(clause_after(after))


def _counts_the_same(one: Statement, other: Statement, vocabulary: frozenset[str] | None) -> bool:
    """Whether what is counted has a word in common, where both say it."""
    if vocabulary is not None and other.source == "table" and vocabulary.isdisjoint(one.head):
        return True
    for mine, theirs in ((one, other), (other, one)):
        counts = mine.figure.quantity is not None and mine.figure.quantity.kind == ""
        if counts and mine.head and not mine.head & (theirs.head or theirs.words):
            return False
    return True


def changes(statement: Statement) -> bool:
    """Whether a figure is a change and not a level."""
    if statement.source == "table":
        return is_change(statement.words) or statement.figure.text.startswith("+")
    return states_change(statement.before, statement.after) or "variance" in part_told(statement)


def part_told(statement: Statement) -> frozenset[Part]:
    """What part of an account the words before a figure of a sentence make it, or else those after it."""
    clause = clause_before(statement.before)
    return parts_of_account(clause) or parts_of_account(clause_after(statement.after))


def is_bound(statement: Statement) -> bool:
    """Whether a figure is the end of a band: such figures stand one unit apart on purpose."""
    return _bounded(statement.before, statement.after)


@lru_cache(maxsize=4096)
def _bounded(before: str, after: str) -> bool:
    return bool(_BOUND_BEFORE.search(before) or _BOUND_AFTER.match(after))


def likeness(index: Index, one: Statement, other: Statement) -> float:
    """How much of what the shorter of the two is about, the other is about too: of a table's row, its label."""
    if other.source == "table":
        whole, bare = other.figure.label, _ASIDE.sub(" ", other.figure.label)
        return max(_covered(index, one, other, stems(label)) for label in {whole, bare})
    mine, theirs = stems(one.near), stems(other.near)
    if len(mine) < 3 or len(theirs) < 3:
        return 1.0 if len(mine) > 1 and mine == theirs and surely(one.spans, other.spans) else 0.0
    return index.bits(mine & theirs) / max(min(index.bits(mine), index.bits(theirs)), 1.0)


def _covered(index: Index, one: Statement, other: Statement, label: frozenset[str]) -> float:
    """How much of a row's label is said: in the sentence, or, of a long label, in the sentences around it."""
    around = label & one.setting - one.words
    shared = label & one.words | _spelt_out(other, one) | (around if len(around) >= 3 else frozenset())
    return index.bits(shared) / (index.bits(label) or 1.0)


def exactly(index: Index, one: Statement, other: Statement) -> bool:
    """Whether a sentence names a row's whole label, of two words or more, and surely its time, on its page."""
    named = len(stems(_ASIDE.sub(" ", other.figure.label))) > 1 and likeness(index, one, other) >= 0.99
    return named and one.pages_from(other) <= 1 and surely(one.spans, other.spans)


def evidence(index: Index, one: Statement, other: Statement, slip: Slip | None) -> float:
    """Bits that two figures are one fact: the digits they share, the words they share, their time, their distance."""
    quantity, theirs = one.figure.quantity, other.figure.quantity
    assert quantity is not None
    assert theirs is not None
    shared = one.words & other.words | _spelt_out(other, one)
    around = (one.setting & other.words) - shared
    if not shared and len(around) < 3:
        return 0.0
    count = min(index.digits(quantity), index.digits(theirs))
    ways = _SLIP_WAYS.get(slip or "", 18 * count)
    apart = abs(one.figure.location.page - other.figure.location.page)
    crowd = math.log2(len(index.statements) + 2)
    words = index.bits(shared) + (0.6 if apart <= 3 else 0.3) * index.bits(around)
    if apart <= 1:
        words += 0.3 * index.bits((one.setting & other.setting) - shared - around)
    time = 4.0 if surely(one.spans, other.spans) else 0.0
    return count * math.log2(10) - math.log2(ways) - (crowd if apart > 1 else crowd / 2) + min(words, 24.0) + time


def noun_before(statement: Statement) -> tuple[str, ...]:
    """The two words just before a figure that name it: "credit", "balance" of "showed a credit balance of"."""
    words = tokens(clause_before(statement.before))
    while words and words[-1].lower() in _LINKS:
        words.pop()
    return tuple(w.lower() for w in words[-2:])


def told_for_one_day(one: Statement, other: Statement) -> bool:
    """Whether both name one day, and one thing just before the figure."""
    days = {s for s in one.spans if s.kind == "day"} & other.spans
    return bool(days) and noun_before(one) == noun_before(other) != ()


def _spelt_out(label: Statement, sentence: Statement) -> frozenset[str]:
    """The label's abbreviations whose letters begin words of the sentence: DSG and "Dedicated Schools Grant"."""
    if label.source != "table":
        return frozenset()
    short = _abbreviations(label.figure.label)
    if not short or not (short := short - sentence.words):
        return short
    letters = initials(sentence.quote)
    return frozenset(t for t in short if t in letters)


@lru_cache(maxsize=16384)
def _abbreviations(label: str) -> frozenset[str]:
    """The words of a label that are all capitals, three letters or more."""
    if not _CAPITALS.search(label):
        return frozenset()
    return frozenset(t.lower() for t in tokens(label) if t.isupper() and len(t) > 2)


def explained(paper: Paper, index: Index, statement: Statement, other: Statement) -> bool:
    """Whether the sentence also says the other figure, or the figure is worked out from the other's neighbours."""
    quantity, theirs = statement.figure.quantity, other.figure.quantity
    assert quantity is not None
    if any(s.group == statement.group for s in index.same(other)):
        return True
    if other.source == "prose" and (is_form(index, statement, other) or _parted(index, statement, other)):
        return True
    beside = index.beside(statement)
    if len(beside) <= 8 and _worked_out(quantity, beside):
        return True
    if theirs is None:
        return False
    if any(not q.differs(theirs) or _makes(quantity, q, theirs) for q in beside):
        return True
    return other.table >= 0 and _worked_out_there(paper.grids[other.table], quantity, other, theirs)


def _parted(index: Index, one: Statement, other: Statement) -> bool:
    """Whether a sentence between two, or just beside them, says the rest: one is the whole, the other its part."""
    first, last = sorted((one.group, other.group))
    if last - first > _TOGETHER:
        return False
    between = [s.quantity for group in range(first - 1, last + 2) for s in index.groups.get(group, ())]
    rests = (q for q in between if q.value and q is not one.quantity and q is not other.quantity)
    return any(abs(one.quantity.value - other.quantity.value) == abs(q.value) for q in rests)


def _worked_out_there(grid: Grid, quantity: Quantity, other: Statement, theirs: Quantity) -> bool:
    """Whether a figure is made of those of the other's row, or of the other and one of its column."""
    row = [f.quantity for cell in grid.cells[other.row] for f in cell.figures if f.quantity]
    if _worked_out(quantity, row):
        return True
    column = (f.quantity for line in grid.cells[:60] for f in line[other.column].figures if f.quantity)
    return any(q is not theirs and _makes(theirs, q, quantity) for q in column)


def _worked_out(target: Quantity, others: list[Quantity]) -> bool:
    """Whether a figure is the sum or the difference of two others."""
    return any(_makes(a, b, target) for i, a in enumerate(others[:24]) for b in others[i + 1 : 24])


def _makes(one: Quantity, two: Quantity, target: Quantity) -> bool:
    size = abs(target.interval)
    if two.value == 0 or one.value == 0:
        return False
    return abs(one.interval - two.interval).overlaps(size) or abs(one.interval + two.interval).overlaps(size)
