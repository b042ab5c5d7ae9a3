"""Figures printed unlike the rest of their column, row, table or paper: a sign lost, a comma lost, another style."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from reportcheck.checks.judging import listed
from reportcheck.checks.presentation.columns import set_apart
from reportcheck.checks.presentation.habits import Chain, Habits
from reportcheck.checks.presentation.house_marks import BARE, MARKS, HouseMark
from reportcheck.checks.presentation.worn import Worn, all_worn
from reportcheck.model import Confidence, Paper, Relation

_AT_HOME = 0.8
"""Bits: a figure that its row or its column expects to be as it is."""
_LEAST = 3
_TWIN = 2.0
_HUNDRED = 100
_FEW, _SHARE = 2, 500
"""So many odd figures of a paper, or one in so many, are slips, each alone in its table; more are another habit."""


class Params(NamedTuple):
    """Which mark of figures is looked at; from how many bits of surprise an odd figure is an error, or worth a note."""

    mark: Literal["thousands", "currency", "percent", "scale", "decimals", "negative"]
    bits: float = 3.5
    note: float = 2.5


class _Seen(NamedTuple):
    """A figure as it is printed, in which of a mark's ways, and the contexts that it stands in."""

    worn: Worn
    way: str
    chains: tuple[Chain, ...]


class _Odd(NamedTuple):
    """A figure printed unlike its peers: what is usual, in how many, in which context, and how surprising it is."""

    worn: Worn
    usual: str
    others: int
    context: Hashable
    bits: float


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for the odd figures of each table, and for each odd one of a sentence; mere style in one note."""
    mark = MARKS[params.mark]
    seen = [_Seen(worn, way, mark.chains(worn)) for worn in all_worn(paper) if (way := mark.way(worn)) is not None]
    habits = Habits((chain, each.way) for each in seen for chain in each.chains)
    odd = _all_odd(mark, habits, seen, params.note)
    if params.mark in ("currency", "percent"):
        odd = _bare_once(paper, odd)
    sure = _slips(mark, odd, params.bits)
    for one in sure:
        yield _told(mark, [one])
    style = [o for o in odd if o not in sure]
    if style:
        yield _noted(mark, style)
    elif not sure and any(_tested(habits, each.chains) for each in seen):
        at = seen[0].worn.figure.location
        yield Relation.judged("presentation", (), True, "Such figures are printed alike.", at=at)


def _bare_once(paper: Paper, odd: list[_Odd]) -> list[_Odd]:
    """The odd figures that stand without their sign in one place: one slip loses one, and two are meant to be bare."""
    bare = Counter(f.text for f in paper.figures if f.text[:1].isdigit() and "." in f.text)
    return [o for o in odd if bare[o.worn.figure.text] < 2]


def _slips(mark: HouseMark, odd: list[_Odd], least: float) -> list[_Odd]:
    """The odd figures that are slips: each alone in its context, and so few in the paper that they are no habit."""
    sure = [group[0] for group in _groups(odd) if mark.error and len(group) == 1 and group[0].bits >= least]
    return [] if len(sure) > max(_FEW, max((o.others for o in sure), default=0) // _SHARE) else sure


def _all_odd(mark: HouseMark, habits: Habits, seen: list[_Seen], least: float) -> list[_Odd]:
    """The figures that are printed unlike their peers and have no excuse, from so many bits of surprise on."""
    twins = {_bare(worn.figure.text) for worn, way, _ in seen if way != BARE} if mark.twins else set()
    found = (_odd(habits, worn, way, chains, mark.telling) for worn, way, chains in seen)
    odd = [o for o in (_with_twin(o, mark, twins) for o in found if o and o.others) if o.bits >= least]
    peers = _peers(seen, odd)
    return [o for o in odd if not mark.excused(o.worn, o.usual, peers[o.context, o.usual])]


def _odd(habits: Habits, worn: Worn, way: str, chains: tuple[Chain, ...], telling: int) -> _Odd | None:
    """How odd a figure is: as the more surprised of its `telling` chains has it, unless any chain expects just this."""
    told: list[_Odd] = []
    for chain in chains:
        bits = habits.bits(chain, way)
        if bits < _AT_HOME and not habits.alone(chain):
            return None
        usual, count, index = habits.usual(chain, way, _LEAST)
        told.append(_Odd(worn, usual, count, chain[index], bits))
    return max(told[:telling], key=lambda o: o.bits, default=None)


def _peers(seen: list[_Seen], odd: list[_Odd]) -> dict[tuple[Hashable, str], list[Worn]]:
    """For the contexts of odd figures: the figures that are printed in the usual way."""
    peers: dict[tuple[Hashable, str], list[Worn]] = {(o.context, o.usual): [] for o in odd}
    usual = {o.usual for o in odd}
    for worn, way, chains in seen:
        if way in usual:
            for context in set(itertools.chain.from_iterable(chains)):
                if (context, way) in peers:
                    peers[context, way].append(worn)
    return peers


def _with_twin(odd: _Odd, mark: HouseMark, twins: set[str]) -> _Odd:
    """An odd figure is odder where the paper prints the very same one as is usual; round ones may be others."""
    if odd.bits < _AT_HOME or odd.worn.quantity.value % _HUNDRED == 0:
        return odd
    return odd._replace(bits=odd.bits + _TWIN) if _bare(mark.mended(odd.worn, odd.usual)) in twins else odd


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isdigit() or c in ".,’'\u00a0")


def _tested(habits: Habits, chains: tuple[Chain, ...]) -> bool:
    """Whether a figure would have been odd, had it been printed in another way."""
    return any(habits.usual(chain, "", _LEAST)[1] > _LEAST for chain in chains)


def _groups(odd: list[_Odd]) -> list[list[_Odd]]:
    """The odd figures of each context together; those of sentences one by one."""
    groups: dict[Hashable, list[_Odd]] = defaultdict(list)
    for o in odd:
        groups[o.context if o.worn.grid is not None else o.worn.figure.place].append(o)
    return list(groups.values())


def _told(mark: HouseMark, odd: list[_Odd], confidence: Confidence = "high") -> Relation:
    """One relation for a context, however many of its figures are odd."""
    figures = [o.worn.figure for o in odd]
    better = [mark.mended(o.worn, o.usual) for o in odd]
    return replace(
        set_apart(figures, f"{_said(mark, odd, better)}.", _quote(odd[0].worn), better[0]), confidence=confidence
    )


def _said(mark: HouseMark, odd: list[_Odd], better: list[str]) -> str:
    first = odd[0]
    one, several, others = mark.fault(first.worn, first.usual)
    end = f": {'it' if len(odd) == 1 else 'they'} should read {listed(better)}" if all(better) else ""
    return (
        f"{listed([o.worn.figure.text for o in odd])} {one if len(odd) == 1 else several}, unlike {_others(first)}"
        f"{others}{end}"
    )


def _noted(mark: HouseMark, odd: list[_Odd]) -> Relation:
    """One note for the paper: the first context with odd figures, and how many more there are in others."""
    first, *rest = _groups(odd)
    told = _told(mark, first, "low")
    more = sum(map(len, rest))
    if not more:
        return told
    figures = [e.figure for e in told.evidence] + [o.worn.figure for group in rest for o in group]
    message = f"{told.message[:-1]}; so with {more} more figure{'s' * (more > 1)} of the paper."
    return replace(set_apart(figures, message, told.quote), confidence="low")


def _others(odd: _Odd) -> str:
    """The others, by number and place: "the other 5 figures of the column “2024/25”"."""
    worn, kind = odd.worn, odd.context[0] if isinstance(odd.context, tuple) else ""
    count = f"the other {odd.others} figures" if odd.others > 1 else "the other figure"
    if kind == "said":
        return f"{count} after “{worn.said}”"
    if worn.grid is None:
        return f"{count} of the text"
    if kind in ("column", "row"):
        head = worn.grid.column_labels[worn.column] if kind == "column" else worn.grid.row_labels[worn.row]
        return f"{count} of the {kind}" + (f" “{head[:60].strip()}”" if head else "")
    return f"{count} in {worn.grid.name}" if kind == "table" else f"{count} of the paper's tables"


def _quote(worn: Worn) -> str:
    if worn.grid is not None:
        return worn.grid.row_text(worn.row)
    return worn.passage.text.excerpt(worn.start, worn.end) if worn.passage else ""
