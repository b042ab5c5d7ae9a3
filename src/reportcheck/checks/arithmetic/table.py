"""Relations that the tables were found to obey: totals, differences, shares, changes, ratios, roll-forwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation

Law = Literal["total", "difference", "share", "ratio", "change", "average", "roll-forward"]


class Params(NamedTuple):
    """Which laws the rule speaks for."""

    laws: tuple[Law, ...]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """The relations of the paper's tables under those laws."""
    return (r for r in paper.arithmetic if r.kind in params.laws)
