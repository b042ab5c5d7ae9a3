"""Percentages that are said to make a whole: "the remaining 13%", "64% female, 36% male", "split 80% and 20%"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.composed import OTHERWISE, SUBSET, bracketed
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.slots import Slots, told

_REST = pattern(r"\b(?:the (?:remaining|other|rest|balance|remainder)|remaining)\b[^.;()]{0,50}$")
_MOVED = pattern(r"\b(?:from|compared|than|increase|target|by)\b")
_OF = pattern(r"(?:out )?of (?:the|all|these|those) [^.;]{3,60}, ?")
_OTHER = pattern(r"(?: [a-z]+){0,4} (?:other|another)\b")
_SEX = pattern(r" (?:of (?:the |our |all )?[a-z]+ )?(?:are |were |is )?(?P<women>fe|wo)?(?:male|men)\b")
_ONLY = pattern(r" of [^.;:]{3,80} and (?:only|just) ")


def complements(frame: Skeleton) -> Iterator[Claim]:
    """Claims "complement": percentages that make 100; the word is "remaining", "pair" or "only"."""
    for slots in told(frame) if frame.has(2, "P") else ():
        places = [at for at in slots.of("P") if not bracketed(slots, at) and not SUBSET.match(slots.text, at + 1)]
        for parts, word in _sets(slots, places):
            yield frame.claim_of("complement", [(at, "part") for at in parts], (word,))


def _sets(slots: Slots, places: list[int]) -> Iterator[tuple[list[int], str]]:
    text = slots.text
    for number, (one, two) in enumerate(pairwise(places)):
        begin = max(text.rfind("; ", slots.start, two), slots.start)
        if _REST.search(slots.before(two)) and not _MOVED.search(text, begin, two):
            yield [at for at in places[: number + 2] if at >= begin], "remaining"
        elif _ONLY.fullmatch(text, one + 1, two):
            yield [one, two], "only"
        elif text.endswith(" split ", 0, one) or _are_both_sexes(slots, one, two):
            yield [one, two], "pair"
    others = len(places) > 2 and _OF.fullmatch(slots.before(places[0])) and _OTHER.match(slots.after(places[-1]))
    if others and not OTHERWISE.search(text, places[0], places[-1]):
        yield places, "remaining"


def _are_both_sexes(slots: Slots, one: int, two: int) -> bool:
    first, second = _SEX.match(slots.text, one + 1), _SEX.match(slots.text, two + 1)
    return first is not None and second is not None and (first["women"] is None) != (second["women"] is None)
