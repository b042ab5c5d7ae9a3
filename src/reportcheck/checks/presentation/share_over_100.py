"""Shares of people, homes or cases over 100%: in a sentence, and in a row or a column of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Figure, Paper, Quantity, Relation
from reportcheck.read.grids.cells import is_plain
from reportcheck.words import pattern

_PEOPLE = (
    "patients|children|households|staff|members|homes|pupils|people|respondents|applications|applicants|carers"
    "|residents|cases|schools|complaints"
)
_OF_PEOPLE = pattern(rf"^ of (?:all |our |the |these )?(?:{_PEOPLE})\b")
_HAS_PEOPLE = pattern(rf"\b(?:{_PEOPLE}|reviews|plans|invoices|calls|visits|assessments)\b", re.I)
_SHARE = pattern(
    r"^\W*(?:%|percentage|proportion|share|per ?cent) of (?!.*\b(?:budget|target|plan|capacity|establishment)\b)", re.I
)
_WHOLE = 100


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each share that cannot be more than the whole."""
    for passage in (*paper.passages, *paper.wordy):
        for mark in passage.marks:
            named = _OF_PEOPLE.match(passage.text.text[mark.end : mark.end + 40]) if "%" in mark.text else None
            if named and mark.quantity:
                quote = passage.text.excerpt(mark.start, mark.end)
                yield _judged(passage.figure(mark), mark.quantity, f"{mark.text}{named.group()} cannot be", quote)
    yield from _in_tables(paper)


def _in_tables(paper: Paper) -> Iterator[Relation]:
    for grid in paper.grids:
        rows = [label if _is_share(label) else "" for label in grid.row_labels]
        columns = [label if _is_share(label) else "" for label in grid.column_labels]
        if not any(rows) and not any(columns):
            continue
        for r, row in enumerate(grid.cells):
            for c, cell in enumerate(row):
                label, figure = rows[r] or columns[c], cell.figure
                if label and figure and figure.quantity and figure.quantity.unit == "percent" and is_plain(cell.text):
                    said = f"“{label[:70].strip()}” is printed as {figure.text}"
                    yield _judged(figure, figure.quantity, said, grid.row_text(r))


def _is_share(label: str) -> bool:
    return _SHARE.match(label) is not None and _HAS_PEOPLE.search(label) is not None


def _judged(figure: Figure, quantity: Quantity, said: str, quote: str) -> Relation:
    holds = quantity.interval.low <= _WHOLE
    return Relation.judged(
        "presentation",
        figure,
        holds,
        f"{figure.text} is a share of the whole." if holds else f"{said}: a share is at most 100%.",
        quote=quote,
    )
