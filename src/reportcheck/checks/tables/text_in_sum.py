"""A figure that is entered as text in a sheet, so that the SUM over it does not count it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.tables.entered import entries_of
from reportcheck.model import Paper, Relation


class Params(NamedTuple):
    """There is nothing to choose."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each SUM against the figures in its range that are text."""
    known = entries_of(paper)
    for total in known.values():
        taken = total.summed
        inside = [e for e in known.values() if e.at[0] == total.at[0] and taken.holds(e.at)] if taken else []
        texts = [e for e in inside if e.entry == "'"]
        for text in texts:
            message = (
                f"{text.name} ({text.figure.label or 'without a name'}) holds {text.figure.text} as text, "
                f"so {total.entry} in {total.name} does not count it."
            )
            quote = f"{text.name}\t{text.figure.label}\t{text.figure.text}"
            yield Relation.judged("text-in-sum", text.figure, False, message, by=(total.figure,), quote=quote)
        if inside and not texts:
            counted = [e.figure for e in inside]
            message = f"{total.name} counts every figure of its range."
            yield Relation.judged("text-in-sum", total.figure, True, message, by=counted, sum=total.entry)
