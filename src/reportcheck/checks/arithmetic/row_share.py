"""A count and its percentage whose base is a row of a table and no figure of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import printed_like, relation
from reportcheck.model import Claim, Figure, Interval, Paper, Relation
from reportcheck.words import roots

_GENERAL = roots("number total percentage with from that were have this year which been during those these their")


class Params(NamedTuple):
    """How near a share has to come, in percentage points, and how many words a row has to share, to be its base."""

    near: Decimal = Decimal(1)
    words: int = 2


class _Row(NamedTuple):
    label: str
    roots: frozenset[str]
    figures: tuple[Figure, ...]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each such percentage against the one row that can be its base."""
    claims = list(paper.claims_of("share-alone"))
    rows = list(_rows(paper)) if claims else []
    for claim in claims:
        found = _judged(claim, rows, params)
        if found:
            yield found


def _rows(paper: Paper) -> Iterator[_Row]:
    for grid in paper.grids:
        for label, cells in zip(grid.row_labels, grid.cells, strict=True):
            figures = tuple(f for cell in cells for f in cell.figures if f.quantity and f.quantity.is_count)
            if figures and label:
                yield _Row(label, roots(label) - _GENERAL, figures)


def _judged(claim: Claim, rows: list[_Row], params: Params) -> Relation | None:
    part, percent = claim.quantity("part"), claim.quantity("percent")
    stated = claim.named("percent")
    if part is None or percent is None or stated is None or part.value <= 0:
        return None
    words = roots(" ".join(claim.words)) - _GENERAL
    near: list[tuple[_Row, Figure, Decimal]] = []
    for row in rows:
        shared = len(words & row.roots)
        if shared < params.words or shared * 2 < len(row.roots):
            continue
        base = row.figures[-1]
        if base.number.value < part.value:
            continue
        share = part.counted / base.number.counted * Interval.exact(100)
        value = part.value / base.number.value * 100
        if share.overlaps(percent.interval):
            return _told(claim, row, base, value, broken=False)
        if abs(value - percent.value) <= params.near:
            near.append((row, base, value))
    if len({base.number.value for _, base, _ in near}) != 1:
        return None
    row, base, value = near[0]
    return _told(claim, row, base, value, broken=True)


def _told(claim: Claim, row: _Row, base: Figure, value: Decimal, *, broken: bool) -> Relation:
    stated = claim.named("percent") or claim.figures[0]
    part, percent = (claim.named("part") or stated).number, stated.number
    right = printed_like(value, percent)
    done = f"{part.bare} ÷ {base.text} = {printed_like(value, percent, 1)}"
    label = " ".join(row.label.split())
    message = f"{percent.bare} is right for {part.bare} of the {base.text} in the row “{label}”."
    if broken:
        message = (
            f"{part.bare} is given as {percent.bare}, but {part.bare} of the {base.text} in the row “{label}” "
            f"is {right}."
        )
    return relation(
        claim, "broken" if broken else "held", message, stated=stated, suspect=broken, sum=done, confidence="medium",
        by=(base,), better=right, why=done,
    )  # fmt: skip
