"""The figures of a draft that are others in the final paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.checks.across.abreast import Told, alike, told
from reportcheck.checks.across.columns import Shelf
from reportcheck.model import Fact, Kept
from reportcheck.words import short


class Params(NamedTuple):
    """How many rows of a table must be alike, and how many days a final paper comes after its draft at most."""

    rows: int = 4
    days: int = 200


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each final paper whose draft is at hand."""
    for at, final in enumerate(papers):
        if final.stage != "final":
            continue
        for one in papers:
            if one.stage == "draft" and alike(one, final) and _of_one_time(one, final, params):
                yield from _judged(at, one, final, params)


def _of_one_time(one: Kept, final: Kept, params: Params) -> bool:
    if one.day and final.day and one.day != final.day:
        return 0 < (final.day - one.day).days <= params.days
    return one.year == final.year


def _judged(at: int, one: Kept, final: Kept, params: Params) -> Iterator[Told]:
    changed: dict[object, tuple[Fact, Fact]] = {}
    same: list[tuple[Fact, Fact]] = []
    shelf = Shelf()
    shelf.add(one)
    for _, pair in shelf.twins(final, params.rows):
        same += pair.same
        changed.update((mine.figure.place, (fact, mine)) for fact, mine in pair.other)
    if not changed and not same:
        return
    fact, mine = next(iter(changed.values()), None) or same[0]
    where = one.place(fact.figure)
    message = f"The figures of the draft ({one.name}) are those of the final paper."
    if changed:
        many = f"{len(changed)} figures are" if len(changed) > 1 else "1 figure is"
        message = (
            f"{many} not as in the draft, the first {short(mine.measure) or 'one'}: {mine.figure.text}, which was "
            f"{fact.figure.text} in {where}. `reportcheck compare` lists them."
        )
    yield told("draft-changed", at, mine.figure, not changed, message, [(one, fact.figure)], mine.quote, suspect=False)
