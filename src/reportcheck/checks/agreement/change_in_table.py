"""Changes told in words beside a figure of a table: "17 ceased, 4 more than the previous year", put to its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.agreement.year_rows import near
from reportcheck.model import Figure, Paper, Quantity, Relation, Span, Statement
from reportcheck.patterns import pattern
from reportcheck.read.facts import Index, index_of, pages_apart
from reportcheck.records import record
from reportcheck.words.spans import spans_in
from reportcheck.words.stems import stems

_BEFORE_YEAR = r"(?:in\s+|on\s+|from\s+|with\s+|for\s+|over\s+)?(?:the\s+)?(?:previous|last|prior|preceding)\s+year"
_THAN = pattern(
    rf"\s*(?P<way>more|fewer|less|higher|lower)\s+than\s+(?:{_BEFORE_YEAR}|(?:in\s+)?the\s+year\s+before)", re.I
)
_ON = pattern(rf"\s*(?:\w+\s+){{0,2}}?(?:on|from|over|compared\s+(?:to|with))\s+{_BEFORE_YEAR}", re.I)
_OF = pattern(r"\b(?:(?P<up>increase|rise|growth)|(?P<down>decrease|reduction|fall|drop))\s+of\s*$", re.I)


class Params(NamedTuple):
    """How many pages from the sentence its table may stand."""

    pages: int = 4


@record(frozen=True, slots=True)
class Row:
    """The two cells of a table's row that the sentence speaks of."""

    now: Statement
    before: Figure
    period: str
    change: Quantity

    @property
    def sum(self) -> tuple[int, int]:
        """The two figures as whole numbers, the new one first."""
        assert self.now.figure.quantity is not None
        assert self.before.quantity is not None
        return int(self.now.figure.quantity.value), int(self.before.quantity.value)


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each change that is told beside a figure of a table with a column for the year before."""
    index = index_of(paper.statements)
    last: Statement | None = None
    for statement in paper.statements:
        told, level = _told(statement), last
        last = statement if statement.source == "prose" else None
        if told == 0 or level is None or level.group != statement.group:
            continue
        rows = list(_rows(paper, index, level, params))
        if not rows:
            continue
        quantity = statement.figure.quantity
        assert quantity is not None
        fitting = [r for r in rows if r.sum[0] - r.sum[1] == told * int(quantity.value)]
        if fitting:
            yield _relation(statement, level, fitting[0], told, holds=True)
            continue
        rows = [r for r in rows if _about(level, r)]
        if len({r.sum for r in rows}) == 1:
            yield _relation(statement, level, rows[0], told, holds=False)


def _about(level: Statement, row: Row) -> bool:
    """Whether a row shares a word with the sentence, or is a total without words of its own and stands by it."""
    label = stems(row.now.figure.label)
    return bool(label & level.words) if label else near(level.figure.location, row.now.figure.location)


def _told(statement: Statement) -> int:
    """1 where the figure is told to be a rise on the year before, -1 for a fall, 0 for neither."""
    quantity = statement.figure.quantity
    if statement.source != "prose" or quantity is None or quantity.approximate or quantity.step != 1:
        return 0
    if than := _THAN.match(statement.after):
        return 1 if than["way"].lower() in ("more", "higher") else -1
    of = _OF.search(statement.before)
    if of and _ON.match(statement.after):
        return 1 if of["up"] else -1
    return 0


def _rows(paper: Paper, index: Index, level: Statement, params: Params) -> Iterator[Row]:
    """The rows near by that print the level, with their figure for the year before it."""
    for cell in index.same(level):
        theirs = cell.figure.quantity
        if cell.table < 0 or theirs is None or pages_apart(level, cell) > params.pages or not _one_level(level, cell):
            continue
        grid = paper.grids[cell.table]
        for column, label in enumerate(grid.column_labels):
            figure = grid.cells[cell.row][column].figure
            if figure is None or figure.quantity is None or figure.quantity.blank:
                continue
            if any(_year_before(a, b) for a in spans_in(label) for b in cell.spans):
                yield Row(cell, figure, label, theirs)


def _one_level(level: Statement, cell: Statement) -> bool:
    """Whether a cell with a time of its own, printed alike, can be the level that a sentence tells."""
    mine, theirs = level.figure.quantity, cell.figure.quantity
    if not cell.spans or mine is None or theirs is None or mine.step != theirs.step or not mine.comparable(theirs):
        return False
    return not level.spans or any(a.same(b) for a in level.spans for b in cell.spans)


def _year_before(one: Span, other: Span) -> bool:
    """Whether the first is the same stretch of time one year earlier."""
    return one.kind == other.kind and one.first.replace(day=1) == other.first.replace(day=1, year=other.first.year - 1)


def _relation(one: Statement, level: Statement, row: Row, told: int, *, holds: bool) -> Relation:
    now, before = row.sum
    words = f"{one.figure.text} {'more' if told > 0 else 'fewer'} than the year before"
    done = f"{now:,} - {before:,} = {now - before:,}"
    label = f"the row “{row.now.figure.label}” ({row.now.figure.location.spot})"
    return Relation.judged(
        "change-in-table",
        one.figure,
        holds,
        f"{words}: {done}." if holds else f"{words} is said here, but {label} has {before:,} and then {now:,}: {done}.",
        by=(level.figure, row.before),
        sum=done,
        better=f"{abs(now - before):,}",
        why=done,
        quote=one.quote,
    )
