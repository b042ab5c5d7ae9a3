"""A total that a sentence gives by what its table lists: "the funds were £9,125", and the table has 9,215."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging.claims import in_sentences
from reportcheck.checks.judging.places import named, spot
from reportcheck.model import Grid, Paper, Relation, Statement
from reportcheck.patterns import pattern
from reportcheck.read.facts.index import index_of
from reportcheck.words.spans import agree
from reportcheck.words.stems import stem

_SUBJECT = pattern(
    r"(?:^|[.;]\s+|\b(?:the|our|its|these|all)\s+)(?:\w+\s+)?(?P<noun>[a-z]{4,})\b[^.;:,()\d]{0,60}?"
    r"\b(?:were|was|are|is|totalled|amounted\s+to|stood\s+at|came\s+to)\s+$",
    re.IGNORECASE,
)
_TOTAL = pattern(r"\W*(?:grand |overall )?total\W*$", re.IGNORECASE)


class Params(NamedTuple):
    """How many digits a figure must have for a slip in it to be believed."""

    digits: int = 4


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such figure that is the total of its table, or one slip away from it."""
    index = index_of(paper.statements)
    for statement in in_sentences(paper.statements):
        quantity = statement.figure.quantity
        if quantity is None or not statement.spans or index.digits(quantity) < params.digits:
            continue
        match = _SUBJECT.search(statement.before)
        if match is None or quantity.approximate:
            continue
        noun = stem(match["noun"])
        same = next((o for o in index.same(statement) if _is_total(paper, statement, o, noun)), None)
        if same is not None:
            yield _told(statement, same, match["noun"], holds=True)
            continue
        slips = [o for o, slip in index.near(statement) if slip in ("digit", "swap")]
        totals = [o for o in slips if _is_total(paper, statement, o, noun)]
        if len(totals) == 1:
            yield _told(statement, totals[0], match["noun"], holds=False)


def _is_total(paper: Paper, statement: Statement, other: Statement, noun: str) -> bool:
    """Whether a figure is the total of a table that lists things of that name, for the sentence's own time."""
    if other.table < 0 or not other.spans or not _TOTAL.match(other.figure.label):
        return False
    if not agree(statement.spans, other.spans):
        return False
    return stem(_listed(paper.grids[other.table])) == noun


def _listed(grid: Grid) -> str:
    """What stands over a table's labels: the name of what it lists."""
    if not grid.header_rows or not grid.label_columns:
        return ""
    words = grid.cells[grid.header_rows[0]][grid.label_columns[0]].text.split()
    return words[0] if len(words) == 1 else ""


def _told(statement: Statement, total: Statement, noun: str, *, holds: bool) -> Relation:
    where = f"{named(total.figure)} ({spot(total.figure.location)})"
    are = "are" if noun.endswith("s") else "is"
    message = f"The {noun.lower()} {are} given as {statement.figure.text}, but {where} has {total.figure.text}."
    if holds:
        message = f"The {noun.lower()} {are} {statement.figure.text} in {where}."
    return Relation.judged(
        "named-total",
        (statement.figure, total.figure),
        holds,
        message,
        suspect=False,
        confidence="medium",
        better=total.figure.text,
        why=f"as in {where}",
        sure=False,
        quote=statement.quote,
    )
