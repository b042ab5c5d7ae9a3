"""Numbered items that run on in one paragraph -> where each begins: "1. Gates", "101/19 Apologies", "Item 5: Rent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from reportcheck.patterns import pattern
from reportcheck.words.things import ITEMS, NUMBERED

_TITLED = r"(?=[A-Z“\"‘(])"
_DRESSES: Final = (
    pattern(rf"(?<!\S)(?P<value>\d{{1,3}})(?P<parent>)[.)]\s{{1,9}}{_TITLED}"),
    pattern(rf"(?<!\S)(?P<value>\d{{1,4}})(?P<parent>/\d{{2,4}})[.):]?\s{{1,9}}{_TITLED}"),
    pattern(rf"(?<!\S)(?P<parent>\d{{1,4}}/(?:\d{{1,3}}/)?)(?P<value>\d{{1,3}})[.):]?\s{{1,9}}{_TITLED}"),
    pattern(rf"(?<!\S)(?P<parent>\d{{1,4}}\.\d{{1,2}}\.)(?P<value>\d{{1,3}})[.):]?\s{{1,9}}{_TITLED}"),
    pattern(rf"(?<!\S)(?P<parent>)(?:{ITEMS})\s(?P<value>\d{{1,3}})\s?[:.–—-]\s{{1,9}}{_TITLED}", re.I),
    pattern(rf"(?<!\S)(?P<parent>)(?P<value>[IVX]{{1,6}})\.\s{{1,9}}{_TITLED}"),
)
"""How the number of an item is set: what counts in it, and what stands around that."""
_CALLED: Final = 4
"""The dress in which a word calls it an item: two are enough."""
_THING = pattern(
    rf"(?:^|[\s(])(?:{NUMBERED}|no|phase|stage|step|level|band|year|week|day|see|and|or|to|of|in|under)s?\.?\s*$|,\s*$",
    re.I,
)
"""What a number stands behind that is spoken of, and opens nothing."""
_FEWEST: Final = 3
"""Items that follow one another."""
_AROUND: Final = 30
_ENDS: Final = tuple('.:;!?)"”’')


class _Opening(NamedTuple):
    at: int
    parent: str
    value: int


def items_in(text: str) -> list[int]:
    """Where the numbered items begin, three and more of one dress, each number the next but for a slip."""
    return max((_chain(_openings(text, dress), dress) for dress in range(len(_DRESSES))), key=len)


def _openings(text: str, dress: int) -> list[_Opening]:
    """Every opening of a dress; where a number also stands within a sentence ("against 6. Lost."), not that one."""
    found: list[tuple[bool, _Opening]] = []
    for match in _DRESSES[dress].finditer(text):
        before = text[max(match.start() - _AROUND, 0) : match.start()].rstrip()
        if not _THING.search(before):
            number = match["value"]
            value = int(number) if number.isdecimal() else _roman(number)
            found.append((before[-1:] in _ENDS, _Opening(match.start(), match["parent"], value)))
    ended = {(each.parent, each.value) for sure, each in found if sure}
    return [each for sure, each in found if sure or (each.parent, each.value) not in ended]


def _chain(openings: Sequence[_Opening], dress: int) -> list[int]:
    """The longest run of openings by one, with what stands between two of them where one number only can stand."""
    if len(openings) < 2:
        return []
    best: dict[tuple[str, int], list[_Opening]] = {}
    for each in openings:
        one, two = (best.get((each.parent, each.value - step), []) for step in (1, 2))
        run = [*(one if len(one) + 1 >= len(two) else two), each]
        best[each.parent, each.value] = max(best.get((each.parent, each.value), []), run, key=len)
    longest = max(best.values(), key=len, default=[])
    right = sum(b.value - a.value == 1 for a, b in pairwise(longest))
    if right < (1 if dress == _CALLED else max(_FEWEST - 1, 2 * (len(longest) - 1 - right))):
        return []
    return sorted({*(each.at for each in longest), *_slipped(openings, longest)})


def _slipped(openings: Sequence[_Opening], run: Sequence[_Opening]) -> Iterator[int]:
    """The one opening between two of a run: it has the place of a number left out, or a number of the two again."""
    for one, two in pairwise(run):
        between = [each for each in openings if one.at < each.at < two.at]
        if len(between) == 1 and (two.value == one.value + 2 or between[0].value in (one.value, two.value)):
            yield between[0].at


def _roman(number: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in number]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
