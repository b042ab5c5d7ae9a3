"""Figures of sentences that name a row of a table and its time, and are neither its figure nor a slip of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportcheck.checks.agreement.same_fact import Params as Slips
from reportcheck.checks.agreement.same_fact import near_match
from reportcheck.checks.judging import exactly_told, put_to
from reportcheck.model import Paper, Quantity, Relation, Span, Statement
from reportcheck.read.facts import Index, compatible, explained, is_bound
from reportcheck.read.once import once
from reportcheck.words import (
    ANY_VERB,
    MONTH,
    YEAR,
    agree,
    clause_after,
    contradict,
    is_month,
    pattern,
    said,
    spans_in,
    stems,
)

_GENERAL = stems(
    "rate overall average position figure trust council board authority organisation our stood stands current "
    "currently looks achievable expected likely growth year-end end month annual reporting reported latest share "
    "proportion balance sum actual final value"
)
"""Words that do not make a measure another one."""
_POSITION = pattern(
    r"\b(?:(?:position|figure|rate|performance|result|score)\s+(?:of|is|was|at|stood at)|growth\s+of)\s*$", re.I
)
"""A noun that stands for the measure that the sentence has named."""
_RANGE = pattern(rf"\b(?:between|from)\s[^.;]{{0,30}}?\b{YEAR}\s+(?:to|and|until)\s", re.I)
"""A figure of several months or years is none of them."""
_MOVED = pattern(r"(?:increas|decreas|reduc|ris|rose|f[ae]ll|grew|drop|declin|improv)\w*\s+(?:by\s+)?$", re.I)
_NOT_OURS = pattern(
    r"\b(?:target|threshold|limit|standard|national\w*|england|region\w*|their|other|peer|plan)\b", re.I
)
_PLACED = pattern(rf"\b(?:for|in|of|at|across|within|among|by)\s+(?:the\s+)?(?!{MONTH}\b)[A-Z]")  # fmt: skip
_SLIPS = Slips("table", ("digit", "swap", "drop", "tail"), bits=14, beside=10)
"""What the rule for slips of a digit finds is left to it."""
_UNIT = pattern(
    r"\((?=[^()]*(?:[£$€%]|\b(?:per|days?|hours?|weeks?|months?|years?|minutes?|miles?|tonnes?)\b))[^()]*\)", re.I
)
"""A unit in a label's brackets: "Sickness (days per person)"; what is no unit makes it another row."""
_TO = pattern(rf"\s*(?:[a-z]+\s)?(?:(?:in|at|on|for)\s[^A-Za-z]*(?:{MONTH}\s[^A-Za-z]*)?)?\bto\s*")
_WAY = pattern(rf"\b(?:{ANY_VERB})\b", re.I)
Cells = dict[tuple[date, tuple[int, int]], list[Statement]]


class Params(NamedTuple):
    """How many pages from the sentence its table may stand, and how far apart (in per cent) two tellings can be."""

    pages: int = 1
    margin: int = 25


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure of a sentence that names one row and surely one time of a table near by."""
    index = Index.of(paper.statements)
    cells = cells_by_time(paper.statements)
    told: set[tuple[str, str]] = set()
    for one in exactly_told(paper.statements):
        if not one.spans or not one.quantity.kind:
            continue
        found = [c for c in cells_near(cells, one, params.pages) if _named(one, c, params)]
        other = _one_value(found)
        if other is None or _is_other(one):
            continue
        held = next((c for c in found if not one.quantity.differs(c.quantity)), None)
        if held is not None:
            yield _relation(one, held, holds=True)
        elif _apart(one.quantity, other.quantity, params) and not _told_otherwise(paper, index, one, other):
            pair = (one.figure.text, other.figure.text)
            if pair not in told:
                told.add(pair)
                yield _relation(one, other, holds=False)


def _is_other(one: Statement) -> bool:
    """Whether a figure is a change, an end of a band, a target, or that of a stretch of several times."""
    if _NOT_OURS.search(one.before[-40:]) or _MOVED.search(one.before) or is_bound(one):
        return True
    return _RANGE.search(one.quote) is not None


@once
def cells_by_time(statements: tuple[Statement, ...]) -> Cells:
    """The figures of tables by the last day of their one time, and by where they stand."""
    found: Cells = {}
    for statement in statements:
        if statement.source == "table" and len(statement.spans) == 1:
            (span,) = statement.spans
            found.setdefault((span.last, statement.figure.location.sheet), []).append(statement)
    return found


def cells_near(cells: Cells, one: Statement, pages: int) -> Iterator[Statement]:
    """The figures of tables near a sentence that are surely of one of its times."""
    for span in sorted(one.spans):
        for sheet in one.figure.location.sheets_near(pages):
            yield from (c for c in cells.get((span.last, sheet), ()) if any(span.same(s) for s in c.spans))


def _named(one: Statement, cell: Statement, params: Params) -> bool:
    """Whether a sentence names a cell: the whole of its row's label, and nothing that its table does not say."""
    # A row that is called "March" is about what its table is about; one that is called "Total" may be about anything.
    timed = is_month(cell.figure.label) or bool(spans_in(cell.figure.label))
    label = stems(_UNIT.sub(" ", cell.figure.label)) or stems(cell.figure.label) or (cell.setting if timed else None)
    if not label or not label <= one.words or not _of_one_unit(one, cell):
        return False
    if one.pages_from(cell) > params.pages or not compatible(one, cell):
        return False
    if contradict(one.quote, cell.near):
        return False
    before = re.split(r"[;.]\s|,\s(?!\d)|\b(?:and|but|while|which|compared|against|than)\b", _lead(one))[-1]
    after = clause_after(one.after)
    own = stems(before) | stems(after)
    if _PLACED.search(before) or _PLACED.search(one.after[:30]):
        return False
    # The sentence itself may be what stands over the table.
    about = cell.words if stems(one.quote) <= cell.setting else cell.words | cell.setting
    return own <= label | about | _GENERAL and (label <= own or bool(_POSITION.search(before)))


def _of_one_unit(one: Statement, cell: Statement) -> bool:
    """Whether a figure can be a cell's: "305 days" can be a bare 305 in a row that has days in its name."""
    mine, theirs = one.quantity, cell.quantity
    return mine.comparable(theirs) or (not theirs.unit and bool(mine.kind) and mine.kind in cell.figure.label.lower())


def _lead(one: Statement) -> str:
    """The words before a figure; where it is the end of a change, "from 9.8 days in 2022/23 to", those before that."""
    if not _TO.fullmatch(one.before):
        return one.before
    return _WAY.sub(" ", one.quote[: one.quote.find(f"{one.before}{one.figure.text}")])


def _one_value(found: list[Statement]) -> Statement | None:
    """The cell, where all that are named print one value."""
    return found[0] if found and len({c.quantity.value for c in found}) == 1 else None


def _apart(one: Quantity, other: Quantity, params: Params) -> bool:
    return abs(one.value - other.value) * 100 <= params.margin * max(abs(one.value), abs(other.value))


def _told_otherwise(paper: Paper, index: Index, one: Statement, other: Statement) -> bool:
    """Whether the figure is told elsewhere for the same time, is worked out, or is a slip that another rule tells."""
    if any(s is other and slip == "cut" for s, slip in index.near(one)) or explained(paper, index, one, other):
        return True
    if near_match(paper, index, one, _SLIPS) is not None:
        return True
    # Another sentence bears nothing out: both can be copied from one draft.
    tables = (s for s in index.same(one) if s.source == "table")
    return any(agree(s.spans, one.spans) and s.words & one.words for s in tables)


def _relation(one: Statement, cell: Statement, *, holds: bool) -> Relation:
    time = _time(next(iter(cell.spans)))
    wrong = f"{one.figure.text} is given for {time} here, but {cell.where} has {cell.figure.text}."
    return put_to(
        "named-cell", one, cell, "" if holds else wrong, confidence="medium", better=cell.figure.text, sure=False
    )


def _time(span: Span) -> str:
    if span.kind in ("day", "month"):
        return said(span.last, whole=span.kind == "day")
    if span.kind == "span":
        return f"{span.first.year}/{span.last.year % 100:02}"
    return str(span.last.year)
