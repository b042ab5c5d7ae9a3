"""Two papers -> their rows and sentences in pairs, in the order of their text and whatever page they stand on."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from reportcheck.model import Fact, Kept
from reportcheck.records import record
from reportcheck.words.stems import stem

_LIKE = 0.6
"""So much of two rows or sentences must be the same for one to be the other, changed."""
_FIGURE = re.compile(r"\d[\d,.]*")


@record(frozen=True, slots=True)
class Unit:
    """A row of a table or a sentence, with its figures in order."""

    words: tuple[str, ...]
    """What it is called, or says, without its figures."""
    facts: tuple[Fact, ...]

    @property
    def key(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What makes two units the same."""
        return self.words, tuple(map(value_of, self.facts))


Pair = tuple[Unit | None, Unit | None]
"""The old and the new one; None where there is none."""


def value_of(fact: Fact) -> str:
    """A figure as what it is worth: "1,200" and "1200" are one, "£1.2m" and "£1.20m" are not."""
    quantity = fact.figure.quantity
    return f"{quantity.value} {quantity.unit or ''} {quantity.step}" if quantity is not None else fact.figure.text


def units(paper: Kept) -> tuple[list[Unit], list[Unit]]:
    """The rows of a paper's tables, and its sentences."""
    rows: list[Unit] = []
    sentences: list[Unit] = []
    for (source, _), group in groupby(paper.facts, key=lambda fact: (fact.source, fact.group)):
        facts = tuple(group)
        said = facts[0].measure if source == "table" else facts[0].quote
        (rows if source == "table" else sentences).append(Unit(_words(said), facts))
    return rows, sentences


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in re.findall(r"[A-Za-z]+", text))


def aligned(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Pair]:
    """All units, each once: those that are the same in both, those that were changed, and those that only one has."""
    lone_old: list[Unit] = []
    lone_new: list[Unit] = []
    pairs: list[Pair] = []
    for a, b in _gaps([u.key for u in old], [u.key for u in new], pairs, old, new):
        left, right = _changed(old[a], new[b], pairs)
        lone_old += left
        lone_new += right
    yield from pairs
    yield from _moved(lone_old, lone_new)


def _gaps(
    old_keys: Sequence[Hashable],
    new_keys: Sequence[Hashable],
    pairs: list[Pair],
    old: Sequence[Unit],
    new: Sequence[Unit],
) -> Iterator[tuple[slice, slice]]:
    """The stretches that are not the same in both; what is the same goes into `pairs`."""
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for way, a, b, c, d in matcher.get_opcodes():
        if way == "equal":
            pairs += zip(old[a:b], new[c:d], strict=True)
        else:
            yield slice(a, b), slice(c, d)


def _changed(old: Sequence[Unit], new: Sequence[Unit], pairs: list[Pair]) -> tuple[list[Unit], list[Unit]]:
    """Of a stretch the units that are alike in words, then those that are nearly so, in order; and the rest."""
    lone_old: list[Unit] = []
    lone_new: list[Unit] = []
    for a, b in _gaps([u.words for u in old], [u.words for u in new], pairs, old, new):
        rest = Likest(new[b], _LIKE)
        for unit in old[a]:
            best = rest.take(unit)
            if best is None:
                lone_old.append(unit)
            else:
                pairs.append((unit, best))
        lone_new += rest.left
    return lone_old, lone_new


def _parts(unit: Unit) -> Counter[str]:
    """The words and figures of a unit, each as often as it stands there."""
    return Counter((*unit.words, *(fact.figure.text for fact in unit.facts)))


class Likest:
    """Units of which each is taken by the one that it is likest to, if they are alike enough.

    What is alike has so many parts in common that it has one of the rarest: only those that do are compared.
    """

    def __init__(self, units: Sequence[Unit], least: float) -> None:
        self._units, self._least = units, least
        self._parts = [_parts(unit) for unit in units]
        self._common = Counter(part for parts in self._parts for part in parts)
        self._holders: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        """The units that have a part, by how many parts they have."""
        for at, parts in enumerate(self._parts):
            for part in parts:
                self._holders[parts.total()][part].append(at)
        self._taken: set[int] = set()

    @property
    def left(self) -> list[Unit]:
        """The units that were not taken, in order."""
        return [unit for at, unit in enumerate(self._units) if at not in self._taken]

    def take(self, unit: Unit) -> Unit | None:
        """The unit that is likest to this one, the first of several; None where none is like enough."""
        mine = _parts(unit)
        rare = sorted(mine.elements(), key=lambda part: self._common[part])
        likeness: dict[int, float] = {}
        for long, holders in self._holders.items():
            both = len(rare) + long
            shared = math.ceil(self._least * both / 2 - 1e-9)
            some = {at for part in rare[: max(len(rare) - shared + 1, 0)] for at in holders.get(part, ())} - self._taken
            likeness |= {at: 2 * (mine & self._parts[at]).total() / both for at in some}
        best = min(likeness, key=lambda at: (-likeness[at], at), default=None)
        if best is None or likeness[best] < self._least:
            return None
        self._taken.add(best)
        return self._units[best]


def _moved(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Pair]:
    """What was left over: a unit that stands elsewhere with the same figures was only moved, the others are lone."""
    places: dict[Hashable, list[Unit]] = defaultdict(list)
    for unit in new:
        places[unit.key].append(unit)
    taken: set[int] = set()
    for unit in old:
        same = places.get(unit.key)
        if same:
            twin = same.pop(0)
            taken.add(id(twin))
            yield unit, twin
        else:
            yield unit, None
    yield from ((None, unit) for unit in new if id(unit) not in taken)
