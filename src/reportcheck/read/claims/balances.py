"""Differences, and what is left: one figure of a sentence that its own words call the outcome of the others."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.patterns import pattern
from reportcheck.read.claims.accounts import (
    CLOSING,
    COSTS,
    EARNS,
    LEFT,
    base_of,
    difference_of,
    linked,
    outcome_of,
    turned,
)
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.ends import other_scale
from reportcheck.read.claims.slots import Slots

_END_OF_TIME = pattern(r"\b(?:later than|(?:more|less|longer) than|after|within|between|up to|and) $")
_JUDGED = frozenset("adverse favourable favorable unfavourable unfavorable better worse".split())
_BY = pattern(r"\bby (?:only |just |some |about )?$")
_LIMITS = pattern(r"\b(?:limit|threshold|maximum|minimum|cap|ceiling)\b")
_KINDS = ("M", "NI", "PQ")
_FEWEST = 3
_PARTED_FROM = pattern(r" (?:out )?of (?:the |our )?")


def balances(slots: Slots) -> Iterator[Found]:
    """A difference of two figures beside it, or what is left of several: its own words say that it is one."""
    if "respectively" in slots.text[slots.start : slots.end]:
        return  # They are amounts of several things.
    for letters in _KINDS:
        places = [at for at in slots.of(letters) if not _timed(slots, at)]
        if len(places) < _FEWEST or (letters == "PQ" and _LIMITS.search(slots.text, slots.start, slots.end)):
            continue
        by = places[-1] if _BY.search(slots.before(places[-1])) else -1
        for index, at in enumerate(places):
            said = difference_of(slots, at)
            if said is None or (by not in (-1, at) and len(places) == _FEWEST):
                continue
            for first in () if said[0] in CLOSING else {max(index - 2, 0), max(index - 1, 0), index}:
                three = places[first : first + _FEWEST]
                apart = letters == "PQ" and slots.next(slots.next(three[0])) != three[-1]
                if len(three) == _FEWEST and not apart and outcome_of(slots, three) in (-1, at):
                    yield from _of_two(slots, three, at, *said, alone=len(places) == _FEWEST)


def _of_two(slots: Slots, three: list[int], at: int, word: str, way: int, *, alone: bool) -> Iterator[Found]:
    """How far the two beside it are apart; `alone` says that the sentence has no other figure of their kind."""
    one, two = (other for other in three if other != at)
    if other_scale(slots.frame.quantity(one), slots.frame.quantity(two)):
        return
    if turned(slots, one, two):
        # A gain and a loss are netted; a surplus after a deficit is as far from it as both together.
        yield "balance", at, ((one, 1), (two, -1 if word in LEFT else 1)), 0, word, 1 + alone
        return
    larger = slots.frame.quantity(one).value < slots.frame.quantity(two).value
    more = word in LEFT and larger and not _PARTED_FROM.fullmatch(slots.before(two))
    sure = 0 if more else 1 + alone if linked(slots, three, at, word) else int(alone and slots.text[at] in "MN")
    base = base_of(slots, one, two)
    if sure or slots.text[at] == "M":
        turn = _turn(slots, word) if base >= 0 else 0
        old, new = (two, one) if base in (two, -1) else (one, two)
        yield "balance", at, ((old, -1), (new, 1)), way * turn, word, sure


def _timed(slots: Slots, at: int) -> bool:
    """Whether a figure is an end of a span of time: "not later than 1 year after", "after more than 5 years"."""
    unit = slots.frame.quantity(at).unit
    return unit in ("days", "weeks", "months", "years") and _END_OF_TIME.search(slots.before(at)) is not None


def _turn(slots: Slots, word: str) -> int:
    """1 where the word says what it means; adverse and better are the other way round for costs; 0 where in doubt."""
    if word not in _JUDGED:
        return 1
    costs, earns = (bool(form.search(slots.text, slots.start, slots.end)) for form in (COSTS, EARNS))
    return 0 if costs == earns else -1 if costs else 1
