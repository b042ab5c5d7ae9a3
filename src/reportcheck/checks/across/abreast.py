"""What the kinds across papers share: how one paper is told in another's message, which papers follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from reportcheck.model import Elsewhere, Figure, Kept, Relation

Told = tuple[int, Relation]
"""The number of the paper in which a relation is told, and the relation."""
MONTH = 45
"""Two papers of a monthly series are at most so many days apart."""


def told(
    kind: str, at: int, stated: Figure, holds: bool, message: str, others: Sequence[tuple[Kept, Figure]], quote: str,
    suspect: bool = True,
) -> Told:  # fmt: skip
    """A relation on a figure of paper number `at` that rests on figures of other papers."""
    relation = Relation.judged(kind, stated, holds, message, suspect=suspect, quote=quote)
    places = tuple(Elsewhere(p.path, f.location.page, f.location.line, f.text) for p, f in others)
    return at, with_places(relation, places)


def with_places(relation: Relation, places: tuple[Elsewhere, ...]) -> Relation:
    """The relation with the places in other papers that it rests on."""
    return replace(relation, elsewhere=places)


def dated(papers: Sequence[Kept]) -> list[tuple[int, Kept, date]]:
    """The papers whose day is known, with their numbers, in order."""
    return sorted(((n, p, p.day) for n, p in enumerate(papers) if p.day), key=lambda each: (each[2], each[1].path))


def following(papers: Sequence[Kept], days: int) -> Iterator[tuple[int, Kept, int, Kept]]:
    """Each two papers of one series of which the second is the next, at most so many days later."""
    for series in _series(papers):
        for (n, one, first), (m, other, second) in pairwise(series):
            if 0 < (second - first).days <= days:
                yield n, one, m, other


def _series(papers: Sequence[Kept]) -> list[list[tuple[int, Kept, date]]]:
    found: dict[frozenset[str], list[tuple[int, Kept, date]]] = {}
    for each in dated(papers):
        found.setdefault(each[1].series, []).append(each)
    return [found[key] for key in sorted(found, key=sorted)]


def alike(one: Kept, other: Kept) -> bool:
    """Whether two papers are of one series: most words of their names are the same."""
    both, every = one.series & other.series, one.series | other.series
    return bool(both) and 2 * len(both) > len(every)
