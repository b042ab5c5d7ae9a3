"""Parts that are told with their percentages: "£18,400 (46%), £13,600 (34%) and £8,000 (20%)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from reportcheck.patterns import pattern
from reportcheck.quantity import Interval
from reportcheck.read.claims.composed import LIMIT, Found
from reportcheck.read.claims.fraction import told_alone
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, told

_OWN = pattern(r"(?: [a-z]+){0,2} ?[(,] ?(?:or )?|,? or ")
_OWN_END = pattern(r" ?[),;.]| and\b|$")
_HUNDRED = Interval.exact(100)
_GROWTH = pattern(r"\b(?:increas|decreas|grew|growth|rise|rose|fell|reduc|interest|vat|discount|margin)\w*")


def portions(frame: Skeleton) -> Iterator[Found]:
    """Percentages of parts: of a whole that one of them fits, or of the one that the others tell."""
    for slots in told(frame):
        for letter in "MN":
            pairs = [(at, percent) for at in slots.of(letter) if (percent := _own_percent(slots, at)) >= 0]
            pairs = (
                pairs
                if len(pairs) > 1
                else [p for p in told_alone(frame, slots.start, slots.end) if slots.text[p[0]] == letter]
            )
            if not 2 <= len(pairs) <= LIMIT or _GROWTH.search(slots.text, slots.start, slots.end):
                continue
            earlier = [at for at in slots.of(letter) if at < pairs[0][0]]
            if earlier:
                yield from _of_whole(slots, earlier[-1], pairs)
            if _make_a_whole(slots, pairs):
                yield from (_one_whole(pair, pairs) for pair in pairs)
            elif len(pairs) > 2:
                yield from _of_each_other(slots, pairs)


def _own_percent(slots: Slots, at: int) -> int:
    """The percentage in brackets right after a figure, or after it and a comma; -1 where none stands there."""
    percent = slots.next(at)
    own = percent >= 0 and slots.text[percent] == "P" and _OWN.fullmatch(slots.text, at + 1, percent)
    return percent if own and _OWN_END.match(slots.text, percent + 1) else -1


def _of_whole(slots: Slots, whole: int, pairs: list[tuple[int, int]]) -> Iterator[Found]:
    """The parts that make up the whole, and of which one percentage fits: then each is of that whole."""
    size = slots.frame.quantity(whole).interval
    parts = [slots.frame.quantity(part).interval for part, _ in pairs]
    if reduce(Interval.__add__, parts).overlaps(size) and any(_fits(slots, p, q, size) for p, q in pairs):
        for part, percent in pairs:
            yield "share", percent, ((part, 1), (whole, 1)), 0, "of", 2


def _make_a_whole(slots: Slots, pairs: list[tuple[int, int]]) -> bool:
    """Whether the percentages make 100, and each is that of its part of all parts."""
    parts, shares = ([slots.frame.quantity(at).interval for at in ats] for ats in zip(*pairs, strict=True))
    whole = reduce(Interval.__add__, parts)
    return reduce(Interval.__add__, shares).overlaps(_HUNDRED) and all(_fits(slots, *pair, whole) for pair in pairs)


def _one_whole(odd: tuple[int, int], pairs: list[tuple[int, int]]) -> Found:
    """The percentage of one part against the whole that the others tell."""
    others = [(at, 1) for pair in pairs if pair != odd for at in pair]
    return "one whole", odd[1], [(odd[0], 1), *others], 0, "", 2


def _fits(slots: Slots, part: int, percent: int, whole: Interval) -> bool:
    share = slots.frame.quantity(percent).interval * Interval.exact(Decimal("0.01"))
    return (share * whole).overlaps(slots.frame.quantity(part).interval)


def _of_each_other(slots: Slots, pairs: list[tuple[int, int]]) -> Iterator[Found]:
    """The law "one whole": the percentage that does not fit the whole which all the others tell."""
    told = {pair: _whole_of(slots, *pair) for pair in pairs}
    if any(whole is None for whole in told.values()):
        return
    for odd in pairs:
        others = [whole for pair, whole in told.items() if pair != odd and whole]
        low, high = max(w.low for w in others), min(w.high for w in others)
        mine = told[odd]
        if low <= high and mine is not None and not Interval(low, high).overlaps(mine):
            yield _one_whole(odd, pairs)
            return


def _whole_of(slots: Slots, part: int, percent: int) -> Interval | None:
    share = slots.frame.quantity(percent).interval
    return slots.frame.quantity(part).interval * _HUNDRED / share if share.low > 0 else None
