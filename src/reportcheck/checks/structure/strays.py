"""Numbers that belong to no list beside them: under another section, or twice, with a point and without one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportcheck.checks.structure.places import Step, steps_of
from reportcheck.checks.structure.sequences import Chain
from reportcheck.model import Item

_NEAR = 60
_STEPS, _FEW = 3, 2


class Stray(NamedTuple):
    """A number that is wrong, the one before it, and what it should be; empty where it stands twice."""

    last: Step
    wrong: Step
    better: str = ""


def wrong_parents(items: Iterable[Item]) -> Iterator[Stray]:
    """ "6.3" after "5.2", before section 6 begins: the next number, under the section to come or another."""
    numbered = [item for item in items if item.kind == "number"]
    dotted = [step for item in numbered for _, step in steps_of(item) if "." in item.number]
    sections = {item.number: item.order for item in numbered if item.number.isdecimal()}
    first = {(step.parent, step.value): step.item.order for step in reversed(dotted)}
    right = sum(map(_goes_on, dotted, dotted[1:]))
    for one, two in itertools.pairwise(dotted if right else ()):
        if one.parent not in sections or not _follows(one, two):
            continue
        here = two.item.order
        section, begins = sections.get(two.parent, here), first.get((two.parent, 1), 0)
        begun = section < here or first.get((two.parent, two.value - 1), here) < here
        # Fewer steps are enough where the other section begins with its own first number below.
        if not begun and (right >= _STEPS or begins > here or section > here):
            yield Stray(one, two, f"{one.parent}.{two.value}")


def _goes_on(one: Step, two: Step) -> bool:
    """Whether a number is the next of its own section."""
    return one.parent == two.parent and one.value + 1 == two.value


def _follows(one: Step, two: Step) -> bool:
    """Whether a number is the next, near and set alike, but under another section."""
    near = 0 < two.item.order - one.item.order < _NEAR and two.item.style == one.item.style
    return near and two.value == one.value + 1 and two.parent != one.parent


def strays(found: list[Chain], perhaps: Iterable[Item]) -> Iterator[Stray]:
    """A number alone of its dress, within a list that has it just above: "2 Interests", "2. Welcome", "3 Questions"."""
    yield from _romans(found, [item for item in perhaps if item.kind == "roman"])
    numbered = [chain for chain in found if chain.look.startswith("number")]
    steps: dict[tuple[str, str, int], list[tuple[str, Step, int]]] = {}
    for chain in numbered:
        for one, two in itertools.pairwise(chain.steps) if len(chain.steps) >= _STEPS else ():
            key = (_dress(chain), chain.parent, one.value)
            steps.setdefault(key, []).append((chain.look, one, two.item.order))
    alone = [c for c in numbered if len(c.steps) == 1 and c.last.value > 1 and c.last.item.heading]
    for chain in alone:
        for look, one, until in steps.get((_dress(chain), chain.parent, chain.last.value), ()):
            within = one.item.order < chain.last.item.order < min(until, one.item.order + _NEAR)
            if within and look != chain.look:
                yield Stray(one, chain.last)


def _romans(found: list[Chain], perhaps: list[Item]) -> Iterator[Stray]:
    """A roman number without its stop just above a list that begins with it: "ii Gates", "ii. Tolls", "iii. Rent"."""
    for chain in found:
        begin = chain.steps[0]
        if begin.value > 1 and len(chain.steps) >= _STEPS:
            for item in perhaps:
                if item.number == begin.item.number and 0 < begin.item.order - item.order < _NEAR:
                    yield Stray(begin._replace(item=item), begin)


def _dress(chain: Chain) -> str:
    """What a list looks like but for a point behind its numbers."""
    return chain.look.rstrip(". ")
