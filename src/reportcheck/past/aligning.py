"""Two papers -> their rows and sentences in pairs, in the order of their text and whatever page they stand on."""

from __future__ import annotations

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
        free = list(new[b])
        for unit in old[a]:
            best = max(free, key=lambda other: likeness(unit, other), default=None)
            if best is None or likeness(unit, best) < _LIKE:
                lone_old.append(unit)
                continue
            pairs.append((unit, best))
            free = [other for other in free if other is not best]
        lone_new += free
    return lone_old, lone_new


def likeness(one: Unit, other: Unit) -> float:
    """How much of two units is the same, words and figures, from 0 to 1."""
    mine = Counter((*one.words, *(fact.figure.text for fact in one.facts)))
    theirs = Counter((*other.words, *(fact.figure.text for fact in other.facts)))
    both = sum((mine & theirs).values())
    return 2 * both / max(1, mine.total() + theirs.total())


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
