"""Numbered headings -> the sections that a reference can mean, for each place of a paper."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from reportcheck.model import Item, ItemKind, Outline
from reportcheck.patterns import pattern
from reportcheck.records import record

_NUMBER = pattern(r"(\d+)([a-z]?)$")
_SOUND = 0.7
_FEWEST = 4


@record(frozen=True, slots=True)
class Sections:
    """One run of numbered headings: a report's sections, a meeting's minutes, a paper's tables."""

    first: int
    """The row of the first of them; they hold from here to `last`."""
    last: int
    items: tuple[Item, ...]
    whole: bool
    """Whether every number from the first to the last is there."""

    def named(self, number: str) -> Item | None:
        """The one with that number."""
        return next((i for i in self.items if i.number.lower() == number.lower()), None)


def read_sections(outline: Outline) -> tuple[Sections, ...]:
    """Runs of headings "1", "2", "3", "3a" that are set alike: each begins where the numbers begin again."""
    styles: dict[str, list[Item]] = {}
    for item in outline.items:
        if item.kind == "number" and "." not in item.number and item.heading and "0)" not in item.style:
            styles.setdefault(item.style, []).append(item)
    found = []
    for items in styles.values():
        runs = _split(items)
        for index, run in enumerate(runs):
            until = runs[index + 1][0].order if index + 1 < len(runs) else len(outline.rows)
            made = _made(run, until)
            if made:
                found.append(made)
    return tuple(found)


def of_kind(outline: Outline, kind: ItemKind) -> tuple[Item, ...]:
    """The tables, figures, appendices or recommendations that have a caption of their own."""
    return tuple(i for i in outline.items if i.kind == kind)


def covering(sections: tuple[Sections, ...], order: int) -> Sections | None:
    """The run that a row stands in; the one with most headings where several do."""
    around = [s for s in sections if s.first <= order < s.last]
    return max(around, key=lambda s: len(s.items), default=None)


def value(number: str) -> tuple[int, str] | None:
    """ "3a" as (3, "a"), for order and for what follows what."""
    match = _NUMBER.match(number)
    return (int(match[1]), match[2]) if match else None


def _split(items: Iterable[Item]) -> list[list[Item]]:
    runs: list[list[Item]] = []
    last = 0
    for item in items:
        now = value(item.number)
        if now is None:
            continue
        if not runs or now[0] < last or (now == (1, "") and last >= 1):
            runs.append([])
        runs[-1].append(item)
        last = now[0]
    return runs


def _made(run: list[Item], until: int) -> Sections | None:
    numbers = sorted({v[0] for i in run if (v := value(i.number))})
    if len(run) < _FEWEST or len(numbers) < _FEWEST:
        return None
    steps = sum(b == a + 1 for a, b in itertools.pairwise(numbers))
    if steps < _SOUND * (len(numbers) - 1):
        return None
    return Sections(run[0].order, until, tuple(run), steps == len(numbers) - 1)
