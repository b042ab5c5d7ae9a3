"""Two tables that print one row and column: the same figure is a tick, a figure one slip away is a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Paper, Relation, Span, Statement
from reportcheck.read.facts import Index, compatible, evidence
from reportcheck.words import contradict, initials, stems, tokens


class Params(NamedTuple):
    """How many digits a figure must have, trailing noughts left out, and the bits of evidence that a finding needs.

    `certain` digits tell so much that it is enough if one label's words are all in the other.
    """

    digits: int = 6
    certain: int = 7
    bits: int = 14


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure of a table that another table prints too."""
    index = Index.of(paper.statements)
    by_label: dict[tuple[frozenset[str], frozenset[Span]], list[Statement]] = defaultdict(list)
    printed: list[tuple[Statement, list[Statement]]] = []
    for statement in paper.statements:
        if statement.source == "table" and _tells(index, statement):
            alike = by_label[stems(statement.figure.label), statement.spans]
            alike.append(statement)
            printed.append((statement, alike))
    settled: set[int] = set()
    for one, alike in printed:
        twin = _twin(one, alike) if len(alike) > 1 else None
        if twin is not None:
            settled.add(id(one))
            yield _relation(one, twin, agrees=True)
    for one, _ in printed:
        if id(one) not in settled and _told(index, one) >= params.digits:
            other = _slipped(paper, index, one, params)
            if other is not None and id(other) not in settled and one.group < other.group:
                yield _relation(one, other, agrees=False)


def _tells(index: Index, statement: Statement) -> bool:
    """Whether a figure has a label and digits enough to be told from others."""
    return index.digits(statement.quantity) >= 3 and bool(stems(statement.figure.label))


def _told(index: Index, statement: Statement) -> int:
    """How many digits a figure has, without the noughts at its end: 10,300.0 has three."""
    return len(str(index.printed(statement.quantity).whole).rstrip("0"))


def _twin(one: Statement, others: list[Statement]) -> Statement | None:
    """The same figure under the same label and time in another table."""
    for other in others[:20]:
        if _apart(one, other) and one.quantity.value == other.quantity.value:
            return other
    return None


def _apart(one: Statement, other: Statement) -> bool:
    """Whether the two stand in two tables."""
    if one.table == other.table:
        return one.table < 0 and abs(one.group - other.group) > 30
    return True


def _slipped(paper: Paper, index: Index, one: Statement, params: Params) -> Statement | None:
    """The figure of another table, of the same name and time, that is one slip away."""
    mine = one.quantity
    for other, slip in index.near(one):
        theirs = other.quantity
        if other.source != "table" or slip == "tail" or not _apart(one, other):
            continue
        if theirs.step != mine.step or mine.value * theirs.value <= 0 or not mine.differs(theirs):
            continue
        if abs(index.printed(mine).whole - index.printed(theirs).whole) <= 2 or one.after != other.after:
            continue
        if not _named_alike(index, one, other, params) or not compatible(one, other):
            continue
        if contradict(_caption(paper, one), _caption(paper, other)):
            continue
        if evidence(index, one, other, slip) >= params.bits:
            return other
    return None


def _caption(paper: Paper, statement: Statement) -> str:
    """The table's own name: a draft budget's table and the adopted one's differ by right."""
    return paper.grids[statement.table].table.over if statement.table >= 0 else ""


def _named_alike(index: Index, one: Statement, other: Statement, params: Params) -> bool:
    """Whether the labels are one: the same words, or, for figures that tell much, all of one's in the other."""
    mine, theirs = stems(one.figure.label), stems(other.figure.label)
    if mine == theirs:
        return len(mine) > 1
    enough = min(_told(index, one), _told(index, other)) >= params.certain
    return enough and any(_covers(a, b) for a, b in ((one, other), (other, one)))


def _covers(one: Statement, other: Statement) -> bool:
    """Whether the other's label has all words of this one's, spelt out or as an abbreviation."""
    words = stems(one.figure.label)
    letters = initials(one.figure.label)
    short = [t.lower() for t in tokens(other.figure.label) if t.isupper() and len(t) > 2]
    spelt = max((len(t) for t in short if t in letters), default=0)
    return len(words) > 1 and len(words & stems(other.figure.label)) + spelt >= len(words)


def _relation(one: Statement, other: Statement, *, agrees: bool) -> Relation:
    here, there = one.figure.location, other.figure.location
    return Relation.judged(
        "two-tables",
        (one.figure, other.figure),
        agrees,
        f"{one.figure.text} in {one.figure.row_and_column}, {'and' if agrees else 'but'} "
        f"{other.figure.text} in {other.figure.row_and_column} ({there.spot}).",
        suspect=False,
        at=here,
        confidence="medium",
        quote=one.quote,
    )
