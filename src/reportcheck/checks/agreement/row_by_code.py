"""Figures of a sentence that names a row by its code, "the A2 indicator", against the figures of that row."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.agreement.year_rows import CODE, near, one_unit
from reportcheck.checks.judging import exactly_told
from reportcheck.model import Figure, Paper, Quantity, Relation, Statement
from reportcheck.read.facts.slips import Numbers, mantissa, variants
from reportcheck.words.stems import states_change

_SLIPS = ("digit", "swap")


class Params(NamedTuple):
    """The least digits, as a whole number, in which a slip is believed."""

    least: int = 100


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each figure that the named row has, or that is one slip from one that it has."""
    rows = _rows(paper)
    if not rows:
        return
    for statement, quantity in exactly_told(paper.statements):
        codes = set(CODE.findall(statement.quote))
        found = rows.get(min(codes)) if len(codes) == 1 else None
        if found and near(statement.figure.location, found[1][0].location):
            told = _judged(statement, quantity, found[0], found[1], params)
            if told:
                yield told


def _rows(paper: Paper) -> dict[str, tuple[str, list[Figure]]]:
    """The rows whose labels begin with a code that no other row has, with their figures."""
    found: dict[str, list[tuple[str, list[Figure]]]] = defaultdict(list)
    for grid in paper.grids:
        for label, cells in zip(grid.row_labels, grid.cells, strict=True):
            bare = label.strip(" *")
            match = CODE.match(bare) if bare[:1].isupper() else None
            if match is None:
                continue
            figures = [f for cell in cells for f in cell.figures if f.quantity and not f.quantity.blank]
            if len(figures) > 1:
                found[match.group()].append((" ".join(label.split()), figures))
    return {code: rows[0] for code, rows in found.items() if len(rows) == 1}


def _judged(
    statement: Statement, quantity: Quantity, label: str, figures: list[Figure], params: Params
) -> Relation | None:
    alike = [
        (f, f.quantity) for f in figures
        if f.quantity and one_unit(quantity, f.quantity) and f.quantity.step == quantity.step
    ]  # fmt: skip
    same = next((f for f, theirs in alike if not quantity.differs(theirs)), None)
    if same:
        return _told(statement, same, label, figures)
    if states_change(statement.before, statement.after) or mantissa(quantity)[0] < params.least:
        return None
    if any(abs(a.value - b.value) == quantity.value for (_, a), (_, b) in itertools.combinations(alike, 2)):
        return None
    printed = [(f, mantissa(theirs)[0]) for f, theirs in alike]
    slips = variants(mantissa(quantity)[0], Numbers(whole for _, whole in printed))
    meant = [f for f, whole in printed if slips.get(whole) in _SLIPS]
    if not meant or len({f.quantity.value for f in meant if f.quantity}) > 1:
        return None
    return _told(statement, meant[0], label, figures, wrong=True)


def _told(statement: Statement, cell: Figure, label: str, figures: list[Figure], *, wrong: bool = False) -> Relation:
    where = f"the row “{label}” ({cell.location.spot})"
    texts = [f.text for f in figures]
    has = f"{', '.join(texts[:-1])} and {texts[-1]}"
    message = f"{statement.figure.text} is {cell.text} in {where}."
    if wrong:
        message = f"The sentence has {statement.figure.text}, but {where} has {has}."
    return Relation.judged(
        "coded-row",
        statement.figure,
        not wrong,
        message,
        by=(cell,),
        confidence="medium",
        better=cell.text,
        why=f"as in {where}",
        quote=statement.quote,
    )
