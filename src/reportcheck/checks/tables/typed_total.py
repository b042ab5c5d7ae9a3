"""A number typed into a row of a sheet whose other cells are formulas."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.checks.tables.entered import At, Entry, Range, entries_of
from reportcheck.model import Paper, Relation


class Params(NamedTuple):
    """How many cells of the row must have the same formula."""

    least: int = 3


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each row of alike SUMs, with the numbers that are typed in it."""
    known = entries_of(paper)
    rows: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in known.values():
        rows[entry.at[:2]].append(entry)
    for row in rows.values():
        forms = Counter(e.relative for e in row if e.summed is not None)
        form, count = forms.most_common(1)[0] if forms else ("", 0)
        if count < params.least:
            continue
        model = next(e for e in row if e.summed is not None and e.relative == form)
        typed = [e for e in row if not e.entry]
        for entry in typed if len(typed) < count else ():
            yield from _judged(entry, model, count, known)


def _judged(typed: Entry, model: Entry, count: int, known: dict[At, Entry]) -> Iterator[Relation]:
    """The typed number against what the formula of its row would give."""
    taken = model.summed
    quantity = typed.figure.quantity
    if taken is None or not taken.upright or taken.left != model.at[2] or quantity is None:
        return
    own = Range(taken.top, typed.at[2], taken.bottom, typed.at[2])
    inputs = [e for e in known.values() if e.at[0] == typed.at[0] and own.holds(e.at)]
    if len(inputs) < 2:
        return
    total = sum((e.value for e in inputs[1:]), inputs[0].value)
    right = abs(total - typed.value) <= quantity.step
    text = printed_like(total, quantity)
    others = f"{count} cells of its row are formulas such as {model.entry}"
    told = f"{typed.name} is typed in as {typed.figure.text}, where {others}"
    message = f"{told}." if right else f"{told}; the same formula would give {text}."
    yield Relation.judged(
        "typed-total",
        typed.figure,
        False,
        message,
        by=(e.figure for e in inputs),
        sum=" + ".join(e.figure.text for e in inputs) + f" = {text}",
        confidence="low" if right else "high",
        quote=f"{typed.name}\t{typed.figure.label}\t{typed.figure.text}",
    )
