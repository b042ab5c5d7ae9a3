"""Numbers that belong to no list beside them: under another section, or twice, with a point and without one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportcheck.checks.structure.sequences import Chain, Step, steps_of
from reportcheck.model import Item

_NEAR = 60
_STEPS, _FEW = 3, 2
"""So many steps must be right in all; fewer where the other section begins with its own first number below."""


class Stray(NamedTuple):
    """A number that is wrong, the one before it, and what it should be; empty where it stands twice."""

    last: Step
    wrong: Step
    better: str = ""


def wrong_parents(items: Iterable[Item]) -> Iterator[Stray]:
    """ "6.3" after "5.2", before section 6 begins: the next number, under the section to come or another."""
    dotted = [step for item in items if item.kind == "number" for _, step in steps_of(item) if "." in item.number]
    sections = {item.number: item.order for item in items if item.kind == "number" and item.number.isdecimal()}
    first = {(step.parent, step.value): step.item.order for step in reversed(dotted)}
    right = sum(a.parent == b.parent and a.value + 1 == b.value for a, b in itertools.pairwise(dotted))
    for one, two in itertools.pairwise(dotted):
        begun = sections.get(two.parent)
        follows = two.value == one.value + 1 and two.parent != one.parent
        near = 0 < two.item.order - one.item.order < _NEAR and two.item.style == one.item.style
        here = two.item.order
        alone = not first.get((two.parent, two.value - 1), here + 1) < here
        enough = right >= (_STEPS if first.get((two.parent, 1), 0) < here else _FEW)
        if follows and near and alone and enough and one.parent in sections and not (begun and begun < here):
            yield Stray(one, two, f"{one.parent}.{two.value}")


def strays(found: list[Chain], perhaps: Iterable[Item]) -> Iterator[Stray]:
    """A number alone of its dress, within a list that has it just above: "2 Interests", "2. Welcome", "3 Questions"."""
    romans = {(item.number, item.order): item for item in perhaps if item.kind == "roman"}
    for chain in found:
        begin = chain.steps[0]
        for (number, order), item in romans.items() if len(chain.steps) >= _STEPS and begin.value > 1 else ():
            if number == begin.item.number and 0 < begin.item.order - order < _NEAR:
                yield Stray(begin._replace(item=item), begin)
    numbered = [chain for chain in found if chain.look.startswith("number")]
    steps: dict[tuple[str, str, int], list[tuple[str, Step, int]]] = {}
    for chain in numbered:
        for one, two in itertools.pairwise(chain.steps) if len(chain.steps) >= _STEPS else ():
            key = (_dress(chain), chain.parent, one.value)
            steps.setdefault(key, []).append((chain.look, one, two.item.order))
    for chain in numbered:
        stray = chain.steps[0]
        if len(chain.steps) > 1 or stray.value < 2 or not stray.item.heading:
            continue
        for look, one, until in steps.get((_dress(chain), chain.parent, stray.value), ()):
            within = one.item.order < stray.item.order < min(until, one.item.order + _NEAR)
            if within and look != chain.look:
                yield Stray(one, stray)


def _dress(chain: Chain) -> str:
    """What a list looks like but for a point behind its numbers."""
    return chain.look.rstrip(". ")
