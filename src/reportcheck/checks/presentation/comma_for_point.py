"""An amount of millions with a comma whose digits stand elsewhere a thousand times smaller: £239,477 million."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.model import Paper, Quantity, Relation

_MILLION = Decimal(1_000_000)


class Params(NamedTuple):
    """Nothing to set."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each amount of millions that is printed with a comma."""
    suspects = [
        (passage, mark, mark.quantity)
        for passage in (*paper.passages, *paper.wordy)
        for mark in passage.marks
        if mark.quantity and mark.quantity.kind == "money" and mark.quantity.scale >= _MILLION and "," in mark.text
    ]
    if not suspects:
        return
    sizes = [size for f in paper.figures if f.quantity and (size := abs(f.quantity.value)) >= _MILLION]
    for passage, mark, quantity in suspects:
        holds, figure = not _thousand_too_large(quantity, sizes), passage.figure(mark)
        better = mark.text.replace(",", ".")
        yield Relation.judged(
            "presentation",
            figure,
            holds,
            f"{mark.text} is as large as others of the paper."
            if holds
            else f"{mark.text} is printed with a comma; the same amount stands elsewhere in the paper as {better}.",
            better=better,
            quote=passage.text.excerpt(mark.start, mark.end),
        )


def _thousand_too_large(quantity: Quantity, sizes: list[Decimal]) -> bool:
    """Whether nothing else in the paper is nearly so large, and something is a thousandth of it."""
    size, slack = abs(quantity.value), quantity.step
    low, high = (size - slack).scaleb(-3), (size + slack).scaleb(-3)
    return any(low <= s <= high and s != size for s in sizes) and not any(s >= size / 10 and s != size for s in sizes)
