"""Changes in whatever order: two figures that are put to each other, and the size beside them that is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.quantity import Interval
from reportcheck.read.claims.ends import alike, plain, told_in_time
from reportcheck.read.claims.sized import (
    COMPARED,
    OLD_AFTER,
    STOP,
    Pair,
    Size,
    of_one_thing,
    pairs_of,
    sizes_of,
    told_apart,
)
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, told
from reportcheck.read.claims.went import change_of, way_of, went
from reportcheck.words.hedges import HEDGE, MEASURED, hedge_before

_CAME_TO = pattern(rf"\b(?:to|reach(?:ed|ing)|totall(?:ed|ing)|total|stood at|now)(?: {HEDGE})? $")
_FROM = pattern(
    rf"[),]* ?(?:[a-z]+ ){{0,2}}(?:from|on|than|against|compared (?:to|with)|{MEASURED}(?:over|above|below)) "
    r"(?:(?:the|an?|our|its|last) )*"
)
_BACK = pattern(
    r"(?:(?:based on|according to|as a result of|compared (?:to|with)) [^;:]{1,60}, )?"
    r"(?:this|that|it|which|these (?:figures|numbers)|the (?:change|increase|decrease))\b"
    r"(?:(?!, (?:and|but|which|with)\b)[^NMPQXI;:]){0,60}$"
)
_IS = pattern(
    r"\b(?:is|was|are|were|being|(?:represent|record|mark|reflect|show|mean|equat|amount|translat|indicat|giv)[a-z]*)\b"
)
_BESIDE = pattern(
    r"\b(?:compared|than|last|previous|prior|earlier|before|ago|since|budget\w*|plan\w*|target|forecast)\b"
)
_THEN = pattern(r"\b(?:when|where|last|previous|prior)\b")
_FAR = 5
"""How many times the right size one may be that is told of these figures, where another could be meant."""


class _Sentence(NamedTuple):
    """A sentence with what its figures are told to be."""

    slots: Slots
    pairs: list[Pair]
    sized: frozenset[int]


def moved(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """Claims "change" over figures that no other form has taken: what fits, and what can be meant for nothing else."""
    before: list[_Sentence] = []
    for slots in told(frame):
        sizes = sizes_of(slots)
        sized = frozenset[int]().union(*(size.places for size in sizes))
        pairs = pairs_of(slots, sized)
        free = [size for size in sizes if not taken & size.places and plain(frame.text, size.at)]
        for size, claim in _told(slots, pairs, free, before):
            taken |= size.places
            yield claim
        yield from went(slots, taken, sized)
        before = [*before[-1:], _Sentence(slots, pairs, sized)]


def _told(
    slots: Slots, pairs: Sequence[Pair], sizes: Sequence[Size], before: Sequence[_Sentence]
) -> Iterator[tuple[Size, Claim]]:
    """Each size with the change that it is the size of: first those that fit, for what they are of is no other's."""
    taken: set[tuple[Pair, str]] = set()
    odd: list[Size] = []
    for size in sizes:
        fitting = ((p, f) for p in _near(slots, pairs, size) if (f := _fitting(slots.frame, p, size)))
        found = next(fitting, None)
        if found:
            taken.add((found[0], slots.text[size.at]))
            yield size, _claim(slots.frame, size, found[1])
        else:
            odd.append(size)
    for size in odd:
        free = [p for p in pairs if (p, slots.text[size.at]) not in taken]
        claim = _meant(slots, free, size) or _came_to(slots, size) or _across(slots, size, before)
        if claim:
            yield size, claim


def _near(slots: Slots, pairs: Sequence[Pair], size: Size) -> list[Pair]:
    """The pairs beside a size, the nearest first; where it says what it starts from, those of that figure."""
    near = [p for p in pairs if _kinds(slots, p, size) and not _parted(slots, p, size, pairs)]
    base = slots.next(size.last)
    if base >= 0 and _FROM.fullmatch(slots.text, size.last + 1, base):
        near = [p for p in near if p.old == base]
    return sorted(near, key=lambda pair: _gap(pair, size))


def _meant(slots: Slots, pairs: Sequence[Pair], size: Size) -> Claim | None:
    """The size with the only pair that it can be of, though it does not fit."""
    near = _near(slots, pairs, size)
    if not near or not _in_time(slots, near[0]) or not _nearly(slots.frame, near[0], size):
        return None
    first, *others = near
    if not (first.sure or _agrees(slots.frame, first, size)) or _is_level(slots.frame, first, size):
        return None
    if others and _gap(first, size) * 3 > _gap(others[0], size):
        return None
    return None if told_apart(slots, size, first) else _claim(slots.frame, size, first)


def _is_level(frame: Skeleton, pair: Pair, size: Size) -> bool:
    """Whether the figure may be one more that is compared, or the sum of the two, and not how far they are apart."""
    if frame.text[size.at] == "P" == frame.text[pair.new]:
        return True
    both = frame.quantity(pair.old).interval + frame.quantity(pair.new).interval
    by = (at for role, at in _roles(frame, size, pair.new).items() if role == "by")
    return any(abs(frame.quantity(at).interval).overlaps(both) for at in by)


def _in_time(slots: Slots, pair: Pair) -> bool:
    """Whether the two are of two times, and not here and elsewhere, where they are only compared."""
    return not COMPARED.search(slots.text, pair.first, pair.last) or told_in_time(slots.text, pair.old)


def _kinds(slots: Slots, pair: Pair, size: Size) -> bool:
    letter, of = slots.text[size.at], slots.text[pair.new]
    return letter == of or (letter == "P" and of in "NM") or (letter == "Q" and of == "P")


def _gap(pair: Pair, size: Size) -> int:
    """How many characters stand between a pair and a size; none where the size stands within it."""
    return max(0, pair.first - size.last, size.at - pair.last)


def _parted(slots: Slots, pair: Pair, size: Size, pairs: Sequence[Pair]) -> bool:
    """Whether another pair of that kind stands between them."""
    low, high = sorted((size.at, pair.first))
    letter = slots.text[pair.new]
    return any(low < p.first and p.last < high for p in pairs if p != pair and slots.text[p.new] == letter)


def _fitting(frame: Skeleton, pair: Pair, size: Size) -> Pair | None:
    """The pair, or it turned round, where the size that the words tell is that of its change."""
    if _fits(frame, pair, size):
        return pair if pair.sure or _agrees(frame, pair, size) else None
    turned = Pair(pair.new, pair.old)
    return turned if _agrees(frame, turned, size) and _fits(frame, turned, size) else None


def _fits(frame: Skeleton, pair: Pair, size: Size) -> bool:
    return all(told.overlaps(right) for told, right in _sums(frame, pair, size))


def _sums(frame: Skeleton, pair: Pair, size: Size) -> Iterator[tuple[Interval, Interval]]:
    """What is told of the size of the change, in figures or in per cent, and what it is."""
    old, new = (frame.quantity(at).interval for at in (pair.old, pair.new))
    for role, at in _roles(frame, size, pair.new).items():
        moved, said = abs(new - old), _said(frame, at)
        relative = moved * Interval.exact(100) / abs(old) if abs(old).low > 0 else moved
        among_rates = frame.text[at] == "P" and not said.overlaps(moved) and said.overlaps(relative)
        yield said, relative if role == "percent" or among_rates else moved


def _said(frame: Skeleton, at: int) -> Interval:
    quantity, hedge = frame.quantity(at).in_points, hedge_before(frame.text, at)
    room = max(abs(quantity.value) / 10, quantity.step / 2)
    return abs(hedge.interval(quantity.interval, room) if hedge else quantity.interval)


def _nearly(frame: Skeleton, pair: Pair, size: Size) -> bool:
    """Whether the size is so near what it should be that it was meant for it."""
    sums = list(_sums(frame, pair, size))
    return all(one.low <= two.high * _FAR and two.low <= one.high * _FAR for one, two in sums)


def _agrees(frame: Skeleton, pair: Pair, size: Size) -> bool:
    """Whether a pair goes the way that the word says."""
    old, new = (frame.quantity(at).value for at in (pair.old, pair.new))
    return {"up": new > old, "down": new < old}.get(way_of(size.word), True)


def _roles(frame: Skeleton, size: Size, end: int) -> dict[str, int]:
    """The figures of a size by their role, for ends of a kind."""
    return {"percent" if frame.text[at] == "P" and frame.text[end] in "NM" else "by": at for at in sorted(size.places)}


def _came_to(slots: Slots, size: Size) -> Claim | None:
    """ "Fell by 4,892 or 4.4% and reached 106,855": the size in figures and in per cent, and what it came to."""
    after = slots.next(size.last)
    by = size.at if slots.text[size.at] in "NM" else size.other
    if size.other < 0 or after < 0 or slots.text[after] != slots.text[by] or slots.text[after] not in "NM":
        return None
    apart = slots.frame.quantity(after).unit != slots.frame.quantity(by).unit
    if apart or not _CAME_TO.search(slots.before(after)) or STOP.search(slots.text, size.last, after):
        return None
    return _named(slots.frame, size, {"to": after})


def _across(slots: Slots, size: Size, before: Sequence[_Sentence]) -> Claim | None:
    """The size that a sentence tells of figures in those before it: "This is a rise of 8% from the 412 of May"."""
    said = slots.text[slots.start : size.at]
    if not before or not _BACK.match(said) or not _IS.search(said):
        return None
    last = before[-1]
    for letter in "NMP" if slots.text[size.at] == "P" else slots.text[size.at]:
        own = [at for at in slots.of(letter) if at not in (size.at, size.other)]
        there = of_one_thing(last.slots, [at for at in last.slots.of(letter) if at not in last.sized])
        if not there or len(own) > 1:
            continue
        if own:
            put = OLD_AFTER.search(slots.before(own[0])) or _THEN.search(slots.before(own[0]))
            pairs = [Pair(own[0], at, sure=True) for at in reversed(there)] if put else []
            alone = len(there) == 1
        else:
            pairs, alone = _told_before(slots, size, letter, there, before)
        pairs = [p for p in pairs if alike(slots.frame, {"from": p.old, "to": p.new})]
        fitting = next((f for p in pairs if (f := _fitting(slots.frame, p, size))), None)
        if fitting:
            return _claim(slots.frame, size, fitting)
        if pairs and alone and _nearly(slots.frame, pairs[0], size) and _in_time(slots, pairs[0]):
            return _claim(slots.frame, size, pairs[0])
    return None


def _told_before(
    slots: Slots, size: Size, letter: str, there: Sequence[int], before: Sequence[_Sentence]
) -> tuple[list[Pair], bool]:
    """The pairs of the sentences before, and whether they are surely what the change is of."""
    last = before[-1]
    pairs = [p for p in last.pairs if slots.text[p.new] == letter]
    earlier = [at for one in before[:-1] for at in one.slots.of(letter) if at not in one.sized]
    two = there if len(there) == 2 else [*earlier, *there] if len(there) == len(earlier) == 1 else []
    if not pairs and two:
        pairs = [p for p in (Pair(two[0], two[1]), Pair(two[1], two[0])) if _agrees(slots.frame, p, size)][:1]
    return pairs, len(pairs) == 1 and len(there) <= 2 and not _BESIDE.search(slots.text, slots.start, slots.end)


def _claim(frame: Skeleton, size: Size, pair: Pair) -> Claim:
    return _named(frame, size, {"from": pair.old, "to": pair.new})


def _named(frame: Skeleton, size: Size, ends: dict[str, int]) -> Claim:
    return change_of(frame, size.word, {**ends, **_roles(frame, size, ends["to"])})
