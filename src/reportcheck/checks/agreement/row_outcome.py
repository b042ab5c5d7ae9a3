"""What is said of one row against its outcome in the table: "repairs done in time missed their target"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.agreement.outcome_tables import (
    BEFORE,
    COLOURED,
    Rated,
    called,
    in_time,
    near_by,
    rated_tables,
    time_of,
    where_is,
)
from reportcheck.checks.judging import excerpt
from reportcheck.model import Figure, Paper, Passage, Relation
from reportcheck.patterns import pattern
from reportcheck.read.grids.outcomes import Outcomes
from reportcheck.read.prose import holding, sentence_at
from reportcheck.words.numbers import SMALL
from reportcheck.words.stems import stems

_ITS = r"(?: (?:its|their|the) target)"
_SAID = pattern(
    r"\b(?P<missed>(?:(?:has|have|had|was|were|is|are|did) )?not (?:been |yet )?(?:met?|meet|achieved?|hit"
    rf"|reach(?:ed)?){_ITS}?|missed{_ITS}|fell short of{_ITS}|(?:was|were|is|are) missed)\b"
    rf"|\b(?P<met>(?:has |have |had )?(?:met|achieved|hit|beat|reached){_ITS}|(?:was|were|is|are) on target"
    r"|(?:was|were|has been|have been) (?:met|achieved))\b"
    r"|\b(?:is|are|was|were|remains?|turned|stays?) (?:now |still )?(?:rated |at )?(?P<colour>red|amber|green)\b",
    re.IGNORECASE,
)
"""Above and below a target are left out: whether that is good depends on the measure."""
_TURN = pattern(r"[;:,.–]|\b(?:but|while|whilst|whereas|although|though|however)\b")
_OTHER = pattern(
    r"\b(?:if|would|could|should|may|might|will|until|unless|expected|forecast|likely|whether|than|both|all|neither|none|no"
    rf"|{SMALL}|most|some|other|from|moved|nationally|region\w*|month|quarter|nearly|almost)\b",
    re.IGNORECASE,
)
_HINTS = ("target", "red", "amber", "green", "met", "achieved", "missed")


class Params(NamedTuple):
    """How many lines of a text, or pages of a PDF, may lie between a sentence and its table; words of a row's label."""

    lines: int = 45
    pages: int = 1
    words: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each row of a table that a sentence near it names, with what became of it."""
    tables = rated_tables(paper.grids)
    for passage in holding(paper.passages, *_HINTS) if tables else ():
        text = passage.text.text
        if passage.kind not in ("paragraph", "bullet"):
            continue
        for match in _SAID.finditer(text):
            begin, end = sentence_at(text, match.start())
            clause = _TURN.split(text[begin : match.start()])[-1]
            if len(clause.split()) < params.words or _OTHER.search(clause) or BEFORE.search(text[begin:end]):
                continue
            near = near_by(passage, match.start(), tables, params.lines, params.pages)
            yield from _judged(passage, match, text[begin:end], clause, list(near), params)


def _judged(
    passage: Passage, match: re.Match[str], said: str, clause: str, near: list[Rated], params: Params
) -> Iterator[Relation]:
    """The one row that the clause names, in every column that tells its outcome."""
    words = stems(clause)
    rows = [
        (table, row)
        for table in near
        for row, label in enumerate(table.grid.row_labels)
        if len(named := stems(label)) >= params.words and named <= words and len(words - named) <= params.words
    ]
    if len(rows) != 1:
        return
    ((table, row),) = rows
    outcome = "missed" if match["missed"] else "met" if match["met"] else match["colour"].lower()
    found = [(column, told) for column in table.columns if (told := _told(column, row))]
    fitting = [column for column, told in found if told in (called(column, outcome), COLOURED.get(outcome))]
    if fitting:
        yield _relation(passage, match, table, fitting[0], row)
    elif len(found) == 1 and _ruled_out(found[0][0], outcome, found[0][1]):
        if not in_time(passage, said, time_of(table, found[0][0])):
            return
        yield _relation(passage, match, table, found[0][0], row, holds=False)


def _ruled_out(column: Outcomes, outcome: str, told: str) -> bool:
    """Whether a row cannot be both: what is red was not met, whatever amber means."""
    if told in ("red", "green") and outcome in COLOURED:
        return COLOURED[outcome] != told
    return told != "open" and called(column, outcome) is not None


def _told(column: Outcomes, row: int) -> str:
    return next((value for at, value in column.rows if at == row), "")


def _relation(
    passage: Passage, match: re.Match[str], table: Rated, column: Outcomes, row: int, *, holds: bool = True
) -> Relation:
    figures = [f for at in column.columns for f in table.grid.cells[row][at].figures]
    cells = " and ".join(" ".join(table.grid.cells[row][at].text.split()).strip("*_ ") for at in column.columns)
    label = " ".join(table.grid.row_labels[row].split())
    printed = " ".join(match.group().split())
    has = "have" if len(column.columns) > 1 else "has"
    message = f"“{label}” and “{printed}” fit: {where_is(table, column)} {has} {cells}."
    if not holds:
        message = f"“{printed}” is said of “{label}”, but {where_is(table, column)} {has} {cells} for it."
    stated = Figure(printed, passage.text.locate(match.start(), match.end()))
    return Relation.judged(
        "row-outcome",
        stated,
        holds,
        message,
        by=figures,
        confidence="medium",
        quote=excerpt(passage.text.text, match.start(), match.end()),
    )
