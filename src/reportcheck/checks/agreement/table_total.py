"""A sum that a sentence gives by what a table near it lists, against the table's own total: in bits."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import exactly_told
from reportcheck.model import Grid, Paper, Quantity, Relation, Statement
from reportcheck.read.facts import Index, changes, compatible, is_bound
from reportcheck.read.facts.slips import as_rounded
from reportcheck.words import clause_after, clause_before, contradict, pattern, stems, surely

_TOTAL = pattern(r"^\W*(?:(?:grand|overall|all) )?totals?\b", re.IGNORECASE)
_SUM = pattern(r"\b(?:total\w*|amount(?:s|ed|ing)? to|amount of|sum of|in all|altogether|came to)\W*$", re.IGNORECASE)
_PART = pattern(
    r"\b(?:of which|includ\w+|remaining|balance|further|additional|another|each|per|average|at least|up to|between)\b",
    re.IGNORECASE,
)
_GENERAL = stems(
    "summary breakdown analysis detail statement schedule list overview council county town township school district"
    " board trust authority library department organisation financial fiscal award grant make provide fund budget"
    " spend expenditure cost process actual"
)
"""Words that make a sum no other one."""
_NEAR = 45
"""Lines between a sentence and its table, in a text without pages."""
_WORDS, _TIME, _SAID, _EXACT, _SLIP, _LISTED, _OTHER = 14.0, 3.0, 2.0, 3.0, 6.0, 4.0, 0.6
"""Bits at most for shared words; for one time, "amounting to", six digits, a slip of the pen, and the name of what is
listed; and the share of its bits that a word which the table does not know takes away."""


class Params(NamedTuple):
    """The bits that a finding needs, and how far from the total, in per cent, the sum may be."""

    bits: float = 14
    far: int = 40


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such sum: it is the total, or near it and nothing else of the paper's tables."""
    index = Index.of(paper.statements)
    totals = list(_totals(paper))
    if not totals:
        return
    for one in exactly_told(paper.statements):
        if not _is_sum(index, one):
            continue
        quantity = one.quantity
        near = [found for total in totals for found in [_near(one, total)] if found]
        same = (c for found in near for c in found if not quantity.differs(c.quantity))
        held = next((c for c in same if one.words & _vocabulary(paper, one, c)), None)
        if held is not None:
            yield _relation(one, held, holds=True)
        elif near and not _printed(index, one):
            cells = [min(found, key=lambda c: abs(c.quantity.value - quantity.value)) for found in near]
            best = max(cells, key=lambda c: _bits(paper, index, one, c))
            if _close(quantity, best.quantity, params) and _bits(paper, index, one, best) >= params.bits:
                yield _relation(one, best, holds=False)


def _totals(paper: Paper) -> Iterator[list[Statement]]:
    """The last row of each table that is labelled a total: its amounts."""
    rows: dict[int, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in paper.statements:
        quantity = s.quantity
        if s.table >= 0 and not quantity.blank and quantity.unit not in ("percent", "points"):
            rows[s.table][s.row].append(s)
    for found in rows.values():
        labelled = [row for row, cells in found.items() if _TOTAL.match(cells[0].figure.label)]
        if labelled:
            yield found[max(labelled)]


def _is_sum(index: Index, one: Statement) -> bool:
    quantity = one.quantity
    if index.digits(quantity) < 3 or quantity.unit in ("percent", "points") or abs(quantity.value) < 1000:
        return False
    if quantity.kind != "money" and quantity.scale == 1 and index.digits(quantity) < 4:
        return False
    if "respectively" in one.after:
        return False
    return not changes(one) and not is_bound(one) and not _PART.search(clause_before(one.before))


def _near(one: Statement, total: list[Statement]) -> list[Statement]:
    """The cells of a total row near the sentence that can be its sum; a nought is none."""
    here, there = one.figure.location, total[0].figure.location
    if abs(here.page - there.page) > 1 or abs((here.line or 0) - (there.line or 0)) > _NEAR:
        return []
    return [c for c in total if c.quantity.value and one.quantity.comparable(c.quantity) and compatible(one, c)]


def _printed(index: Index, one: Statement) -> bool:
    """Whether a table has the figure: then it is that, whatever the words."""
    return any(s.source == "table" for s in index.same(one))


def _close(one: Quantity, total: Quantity, params: Params) -> bool:
    return one.differs(total) and abs(one.value - total.value) * 100 <= params.far * abs(total.value)


def _vocabulary(paper: Paper, one: Statement, cell: Statement) -> frozenset[str]:
    """What the table says that it is about: its caption, what stands above it, its heads, what it lists."""
    grid = paper.grids[cell.table]
    # The sentence itself may be what stands above.
    above = "" if one.figure.text in grid.table.above else grid.table.above
    # A total of all columns is about what they are about.
    heads = cell.after if stems(cell.after) else " ".join(grid.column_labels)
    return stems(f"{grid.table.caption} {above} {cell.figure.label} {heads}") | _listed(grid)


def _listed(grid: Grid) -> frozenset[str]:
    """What stands over a table's labels: the name of what it lists."""
    return stems(" ".join(grid.cells[row][column].text for row in grid.header_rows for column in grid.label_columns))


def _bits(paper: Paper, index: Index, one: Statement, cell: Statement) -> float:
    """What speaks for a sentence's sum being the total, less what its clause says besides."""
    quantity, total = one.quantity, cell.quantity
    apart = abs(quantity.value - total.value) / abs(total.value)
    about = _vocabulary(paper, one, cell)
    own = stems(clause_before(one.before)) | stems(clause_after(one.after.partition(".")[0].lstrip()))
    own |= stems(re.split(r"[.;,]", one.after)[0])
    grid = paper.grids[cell.table]
    labels = f"{grid.table.caption} {cell.figure.label}"
    if contradict(one.near, labels) or _names_a_row(grid, own):
        return 0.0
    bits = min(index.bits((about - _GENERAL) & one.words) + 0.3 * index.bits(about & _GENERAL & one.words), _WORDS)
    bits += max(0.0, math.log2(1 / (4 * max(float(apart), 1e-4))))
    bits += _TIME * surely(one.spans, cell.spans) + _SAID * bool(_SUM.search(one.before))
    bits += _EXACT * (index.digits(quantity) > 5) + _SLIP * any(o is cell for o, _ in index.near(one))
    bits += _LISTED * bool(_listed(grid) and _listed(grid) <= own)
    return bits - _OTHER * index.bits(own - about - _GENERAL - stems(one.heading))


def _names_a_row(grid: Grid, own: frozenset[str]) -> bool:
    """Whether the words of a clause name a row of the table that is no total."""
    rows = (label for r, label in enumerate(grid.row_labels) if r not in grid.header_rows and not _TOTAL.match(label))
    return any(words and words <= own for words in map(stems, rows))


def _relation(one: Statement, total: Statement, *, holds: bool) -> Relation:
    where = f"{total.figure.row_and_column} ({total.figure.location.spot})"
    right = as_rounded(one.quantity, total.quantity)
    message = f"{one.figure.text} is {total.figure.text} in {where}."
    if not holds:
        message = f"{one.figure.text} here, but {total.figure.text} in {where}."
    return Relation.judged(
        "table-total", (one.figure, total.figure), holds, message, suspect=False, confidence="medium",
        better="" if right == one.figure.text else right, why=f"as in {where}", sure=False, quote=one.quote,
    )  # fmt: skip
