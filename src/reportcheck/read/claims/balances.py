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
    signs_of,
    turned,
)
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.slots import Slots

_END_OF_TIME = pattern(r"\b(?:later than|(?:more|less|longer) than|after|within|between|up to|and) $")
_JUDGED = frozenset("adverse favourable favorable unfavourable unfavorable better worse".split())
_BY = pattern(r"\bby (?:only |just |some |about )?$")
_LIMITS = pattern(r"\b(?:limit|threshold|maximum|minimum|cap|ceiling)\b")
_KINDS = ("M", "NI", "PQ")
_PARTED_FROM = pattern(r" (?:out )?of (?:the |our )?")


def balances(slots: Slots) -> Iterator[Found]:
    """A difference of two figures beside it, or what is left of several: its own words say that it is one."""
    for letters in _KINDS:
        if "respectively" in slots.text[slots.start : slots.end]:
            return  # They are amounts of several things.
        places = [at for at in slots.of(letters) if not _timed(slots, at)]
        by = [at for at in places[-1:] if _BY.search(slots.before(at))]
        if letters == "PQ" and _LIMITS.search(slots.text, slots.start, slots.end):
            continue
        for index, at in enumerate(places) if len(places) > 2 else ():
            said = difference_of(slots, at)
            if said is None or (by and at not in by and len(places) == 3):
                continue
            word, way = said
            signed = signs_of(slots, places[:-1]) if index == len(places) - 1 else []
            if signed and (len(places) > 3 or word in CLOSING):
                yield "balance", at, signed, 0, word, 2
            for first in () if word in CLOSING else {max(index - 2, 0), max(index - 1, 0), index}:
                three = places[first : first + 3]
                if len(three) < 3 or (letters == "PQ" and slots.next(slots.next(three[0])) != three[2]):
                    continue
                one, two = (other for other in three if other != at)
                if outcome_of(slots, three) not in (-1, at):
                    continue
                if turned(slots, one, two):
                    # A gain and a loss are netted; a surplus after a deficit is as far from it as both together.
                    sign = -1 if word in LEFT else 1
                    yield "balance", at, ((one, 1), (two, sign)), 0, word, 1 + (len(places) == 3)
                    continue
                sure = (1 + (len(places) == 3)) if linked(slots, three, at, word) else 0
                if (
                    word in LEFT
                    and not _PARTED_FROM.fullmatch(slots.before(two))
                    and slots.frame.quantity(one).value < slots.frame.quantity(two).value
                ):
                    sure = 0
                base = base_of(slots, one, two)
                turn = _turn(slots, word) if base >= 0 else 0
                if not sure and letters != "M":
                    continue
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
