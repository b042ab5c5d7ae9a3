"""A SUM in a sheet that leaves out the first or the last row of its block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.checks.tables.entered import At, Entry, Range, entries_of
from reportcheck.model import Paper, Relation


class Params(NamedTuple):
    """How many figures a SUM must take, so that its block is plain."""

    least: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each SUM down a column against the figures that stand in an unbroken block with those that it takes."""
    known = entries_of(paper)
    for entry in known.values():
        taken = entry.summed
        if taken is None or not taken.upright or taken.bottom - taken.top + 1 < params.least or taken.holds(entry.at):
            continue
        places = [(entry.at[0], row, taken.left) for row in range(taken.top, taken.bottom + 1)]
        inputs = [known[at] for at in places if at in known]
        if not inputs:
            continue
        left = _left_out(entry, taken, known)
        yield _relation(entry, inputs, left, known) if left else _held(entry, inputs)


def _left_out(total: Entry, taken: Range, known: Mapping[At, Entry]) -> Entry | None:
    """The figure next to the range that is of its block: between it and the total, or just above it."""
    if total.at[2] != taken.left or total.at[1] <= taken.bottom:
        return None
    below = known.get((total.at[0], taken.bottom + 1, taken.left))
    if below is not None and below.at != total.at and _is_part(below):
        return below
    above = known.get((total.at[0], taken.top - 1, taken.left))
    return above if above is not None and _is_part(above) else None


def _is_part(entry: Entry) -> bool:
    """Whether a figure is an item and no subtotal: it has a name, is not nought, and is no SUM itself."""
    return bool(entry.figure.label) and entry.value != 0 and entry.summed is None


def _elsewhere(total: Entry, left: Entry, known: Mapping[At, Entry]) -> bool:
    """Whether another SUM of the total's row takes the row that this one leaves out."""
    for other in known.values():
        if other.at[:2] == total.at[:2] and other.at != total.at:
            taken = other.summed
            if taken is not None and taken.upright and taken.top <= left.at[1] <= taken.bottom:
                return True
    return False


def _relation(total: Entry, inputs: list[Entry], left: Entry, known: Mapping[At, Entry]) -> Relation:
    quantity = total.figure.quantity
    whole = printed_like(total.value + left.value, quantity) if quantity else ""
    message = (
        f"{total.name} is {total.entry}, which leaves out {left.name} ({left.figure.label}, {left.figure.text}): "
        f"{total.figure.text} would be {whole} with it."
    )
    quote = f"{total.name}\t{total.entry}\t{total.figure.text}"
    sure = left.at[1] > inputs[-1].at[1] or _elsewhere(total, left, known)
    by = [e.figure for e in (*inputs, left)]
    return Relation.judged(
        "sum-range", total.figure, False, message, by=by, confidence="high" if sure else "low", quote=quote
    )


def _held(total: Entry, inputs: list[Entry]) -> Relation:
    message = f"{total.name} is {total.entry}, which takes its whole block."
    return Relation.judged("sum-range", total.figure, True, message, by=[e.figure for e in inputs], sum=total.entry)
