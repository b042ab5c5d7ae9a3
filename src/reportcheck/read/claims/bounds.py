"""The highest and the lowest of one thing, and its average: "on average 88%, the best 96% and the lowest 81%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton

_NOUN = r"(?P<noun>(?: (?!was\b|is\b|at\b|of\b|being\b|and\b|with\b|in\b|to\b|per\b)[a-z'-]+){0,3}?)"
_LINK = (
    r"(?: (?:in|of|for) [^.;:,()NMPQX]{1,30}?)?(?:,? (?:was|is|at|of|being|stood at|standing at|with|were) ?"
    r"| (?:was|is)(?: [a-z'-]+| D){1,3},? (?:with|at) |:? ?\(?)"
)
_AFTER = (
    r"(?! (?:times|in (?:every )?N|points?|of (?:the|all|our) [a-z]+ (?:had|were)|[a-z]+ (?:more|fewer|less|higher)))"
)
_HIGH = pattern(rf"\b(?:highest|maximum|a (?:record )?high|a peak){_NOUN}{_LINK}(?P<value>[NMPQ])\b{_AFTER}")
_LOW = pattern(rf"\b(?:lowest|minimum|a (?:record )?low){_NOUN}{_LINK}(?P<value>[NMPQ])\b{_AFTER}")
_AVERAGE = pattern(
    rf"\b(?:on average|average|mean){_NOUN}(?: (?:across|for|over|in|of) [^.;:,()NMPQX]{{1,40}}?)?"
    r"(?:,? (?:was|is|at|of|being|stood at|were) | )(?P<value>[NMPQ])\b"
)
_UNIT = pattern(r"[ -](?:second|minute|hour|day|week|month|year|mile|metre|km|mile)")
_TURNED = pattern(r"\b(?:since|previous|last year|change|increase|decrease|rise|fall|difference|target|gap|from)\b")


_HIGHS, _LOWS = ("highest", "lowest", " high ", "maximum"), ("low", "minimum", "average")


def bounds(frame: Skeleton) -> Iterator[Claim]:
    """Claims "bounds": high and low of one thing in a sentence, and the average, of it or of the sentence before."""
    text = frame.text
    if not any(word in text for word in _HIGHS) or not any(word in text for word in _LOWS):
        return
    averages: list[tuple[int, str]] = []
    for start, end in frame.sentences():
        if _TURNED.search(text, start, end):
            averages = []
            continue
        highs, lows, here = ([_told(m) for m in form.finditer(text, start, end)] for form in (_HIGH, _LOW, _AVERAGE))
        averages = here or averages
        if len(highs) < 2 and len(lows) < 2 and (highs or lows):
            yield from _together(frame, {"high": highs, "low": lows, "average": averages})
        averages = here


def _together(frame: Skeleton, told: dict[str, list[tuple[int, str]]]) -> Iterator[Claim]:
    """The claim that a high, a low and an average make, where they are of one thing and each is told once."""
    places = {role: found[0] for role, found in told.items() if len(found) == 1}
    if len(places) > 1 and _alike(frame, places):
        yield frame.claim("bounds", {role: at for role, (at, _) in places.items()})


def _told(match: re.Match[str]) -> tuple[int, str]:
    return match.start("value"), match.group("noun").strip()


def _alike(frame: Skeleton, places: dict[str, tuple[int, str]]) -> bool:
    """Whether the figures are of one kind, and of one thing where more than one of them is named."""
    ats = [at for at, _ in places.values()]
    if len({frame.text[at] for at in ats}) != 1 or len({frame.quantity(at).unit or "count" for at in ats}) != 1:
        return False
    if len({m.group() if (m := _UNIT.match(frame.text, at + 1)) else "" for at in ats}) > 1:
        return False
    nouns = [frozenset(noun.split()) for _, noun in places.values() if noun]
    return all(one & two for one in nouns for two in nouns) and len({*ats}) == len(ats)
