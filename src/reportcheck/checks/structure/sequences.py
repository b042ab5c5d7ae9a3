"""Numbered items -> chains in which each follows the one before; and what stands where two chains should be one."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from reportcheck.checks.structure.places import Step, readings, year_leads
from reportcheck.model import Item
from reportcheck.records import record

_RUN = 3
_NAMED = 3
"""Words: a name has fewer behind its first letter."""
_DEEP = 6
"""So many chains of one kind can be open at once: lists within lists, and strays."""


@record(frozen=True, slots=True)
class Chain:
    """Items of one look, each the next after the one before it; `level` is what their numbers have in common."""

    look: str
    parent: str
    steps: list[Step] = field(default_factory=list)

    @property
    def last(self) -> Step:
        """The item that the next must follow."""
        return self.steps[-1]


class Breach(NamedTuple):
    """Where a sequence does not run on: from `before`, over items that do not fit, to `after`."""

    before: Chain
    between: tuple[Step, ...]
    after: Chain | None
    opened: Chain | None = None
    """Where none goes on: the chain that begins with the number of the last once more."""


def chains(items: Iterable[Item], perhaps: Iterable[Item] = ()) -> list[Chain]:
    """Items in the chains that they make, in the order of their first items.

    Those of `perhaps` count where they go on from others, or run on among themselves often enough.
    """
    doubtful = tuple(perhaps)
    weak = {item.order for item in doubtful}
    listed = sorted((*items, *doubtful), key=lambda item: item.order)
    led = year_leads(listed)
    open_chains: dict[str, list[Chain]] = defaultdict(list)
    found: list[Chain] = []
    for item in listed:
        for options in readings(item, led):
            look, step, chain = _placed(open_chains, options)
            if chain is None and item.order in weak:
                look, step, chain = _placed(open_chains, [(f"{look} ?", step) for look, step in options])
            elif item.kind == "number":
                for other in [k for k in open_chains if k.startswith(("roman", "letter")) and "A" not in k]:
                    del open_chains[other]
            stack = open_chains[look]
            if chain is None:
                chain = Chain(look, step.parent)
                stack.append(chain)
                del stack[:-_DEEP]
                found.append(chain)
            else:
                del stack[stack.index(chain) + 1 :]
            chain.steps.append(step)
    return [chain for chain in found if not chain.look.endswith("?") or _runs_on(chain.look, found)]


def _runs_on(look: str, found: list[Chain]) -> bool:
    """Whether what may be numbers runs on, but for a few of them: years of a list of events do not."""
    alike = [chain for chain in found if chain.look == look]
    names = all(map(_may_be_name, itertools.chain.from_iterable(chain.steps for chain in alike)))
    right = wrong = 0
    last: Chain | None = None
    begun = False
    for chain in alike:
        first = chain.steps[0].value
        # A list that one number is left out of, or stands twice in, goes on.
        near = last is not None and last.parent == chain.parent and first - last.last.value in (0, 2)
        joins = begun and near and not names
        begun = joins or first == 1 or len(chain.steps) > 1
        right += len(chain.steps) - 1 + joins
        wrong += first > 1 and not joins
        last = chain
    return right >= max(_RUN, wrong)


def _may_be_name(step: Step) -> bool:
    """Whether a capital letter may be that of a first name: "B. Cole"."""
    words = step.item.title.split()
    short = len(words) < _NAMED and all(word.isalpha() and word[0].isupper() for word in words)
    return short and len(step.item.number) == 1 and step.item.number.isupper()


def _placed(stacks: dict[str, list[Chain]], options: list[tuple[str, Step]]) -> tuple[str, Step, Chain | None]:
    """The reading of an item that goes on with an open chain, the innermost first; else its first reading."""
    for look, step in options:
        for depth, chain in enumerate(reversed(stacks[look])):
            follows = chain.parent == step.parent and chain.last.value + 1 == step.value
            if follows and (depth == 0 or _resumes(chain, stacks[look][-depth:], step)):
                return look, step, chain
    look, step = options[0]
    return look, step, None


def _resumes(chain: Chain, above: list[Chain], step: Step) -> bool:
    """Whether an outer list goes on after an inner one, or a sequence after a stray: 1, 2, 3, (1, 2, 3, 4,) 4."""
    if any(c.steps[0].value == 1 and c.parent == chain.parent for c in above):
        return step.item.heading and chain.last.item.heading
    return True


def breaches(found: list[Chain]) -> Iterator[Breach]:
    """Each place where a chain ends and another of its kind goes on at the next number but one, or repeats its last."""
    looks: dict[str, list[Chain]] = defaultdict(list)
    for chain in found:
        looks[chain.look].append(chain)
    for alike in looks.values():
        steps = sorted(((s, s is c.steps[0]) for c in alike for s in c.steps), key=lambda pair: pair[0].item.order)
        for before in alike:
            after = _after(before, alike)
            between = _between(steps, before, after)
            if after is not None or between:
                opened = next((c for c in alike if between and c.steps[0] is between[-1]), None)
                yield Breach(before, between, after, opened if after is None else None)


def _after(before: Chain, fellows: list[Chain]) -> Chain | None:
    """The chain that goes on where `before` has ended, one number or a few left out; none across a new beginning."""
    last = before.last
    later = [c for c in fellows if c.steps[0].item.order > last.item.order and c.parent == before.parent]
    later.sort(key=lambda c: c.steps[0].item.order)
    near = list(itertools.takewhile(lambda c: c.steps[0].value > 1 or last.value == 1, later))
    found = [c for c in near if last.value + 1 < c.steps[0].value <= last.value + 3]
    alike = [c for c in found if c.steps[0].value == found[0].steps[0].value]
    # A stray of the same number stands before the chain that goes on: 3, 5, (10,) 5, 6, 7.
    return next((c for c in alike if len(c.steps) > 1), alike[min(1, len(alike) - 1)] if alike else None)


def _between(steps: list[tuple[Step, bool]], before: Chain, after: Chain | None) -> tuple[Step, ...]:
    """The items of the same look between two chains; where none goes on, the next item that repeats the last."""
    begin = before.last.item.order
    if after is not None:
        return tuple(s for s, _ in steps if begin < s.item.order < after.steps[0].item.order)
    following, opens = next(((s, opens) for s, opens in steps if s.item.order > begin), (None, False))
    if not following or not opens or following.parent != before.parent:
        return ()
    return (following,) if following.value == before.last.value > 1 else ()
