"""Changes, their ends, size and direction: "fell by 114 days from 540 to 426", "44% compared to 34%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.ends import alike, plain
from reportcheck.read.claims.moved import moved
from reportcheck.read.claims.skeleton import Skeleton
from reportcheck.read.claims.went import change_of
from reportcheck.words.hedges import HEDGE
from reportcheck.words.moves import ANY_NOUN, ANY_VERB, DOWN, UP

_G = r"(?:[^.;:NMPQXI()]|\([^()NMPQX]{0,25}\))"
"""A gap without figures; brackets in it hold dates or words."""
_WORDED = pattern(rf"\b(?:{UP}|{DOWN}|better|worse|improvement|saving)\b")
_PERCENT_ON = pattern(
    rf"\b(?P<word>down|up|{ANY_NOUN}|{ANY_VERB})\b(?: (?:of|by))?(?: (?:overall|{HEDGE}))? "
    r"(?P<percent>P)(?: overall)? (?:from|on|against|compared (?:to|with)) "
    r"(?:[^.;:,NMPQXI()]{0,40} )?\(?(?P<from>[NM])\b"
)
_GAIN = pattern(
    rf"(?P<to>[NM]){_G}{{0,40}}?[,(] ?(?:which (?:is|was|represents) )?(?:an?|the) (?:(?:net|overall|total) )?"
    rf"(?P<word>{ANY_NOUN}) of (?P<by>[NM])(?:,| or| \() ?(?:or )?(?:{HEDGE} )?(?P<percent>P)"
)
_FAR = 5


def changes(frame: Skeleton) -> Iterator[Claim]:
    """Claims "change": from, to, by and percent, those that are said; the first word is "up", "down" or ""."""
    # The two ends of a change are figures of one kind.
    if not frame.has(2, "NMPQ") or not (_WORDED.search(frame.text) or _signed(frame)):
        return
    taken: set[int] = set()
    if "P" in frame.letters and frame.has(2, "NM"):
        yield from _percent_on(frame, taken)
        yield from _gains(frame, taken)
    yield from moved(frame, taken)


def _signed(frame: Skeleton) -> bool:
    return "P" in frame.letters and any(mark.text.startswith("+") for mark in frame.marks.values())


def _gains(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """ "2,914 students, an increase of 41, or 1.4%": what it came from is not told."""
    for match in _GAIN.finditer(frame.text):
        places = _places(match)
        if not taken & set(places.values()) and alike(frame, places, "to", "by") and plain(frame.text, places["by"]):
            taken |= set(places.values())
            yield change_of(frame, match["word"], places)


def _percent_on(frame: Skeleton, taken: set[int]) -> Iterator[Claim]:
    """ "Down 15% on the 1,654 of last year", where the new figure is the nearest one of its size before."""
    for match in _PERCENT_ON.finditer(frame.text):
        places = _places(match)
        old, before = frame.quantity(places["from"]), frame.text[: match.start()]
        start = max(before.rfind(". ", 0, max(before.rfind(". "), 0)), 0)
        near = [
            at for at in frame.marks if start <= at < match.start() and frame.text[at] == frame.text[places["from"]]
        ]
        if taken & set(places.values()) or len(near) != 1 or not plain(frame.text, places["percent"]):
            continue
        if old.value and 1 < _FAR * frame.quantity(near[0]).value / old.value < _FAR**2:
            places["to"] = near[0]
            taken |= set(places.values())
            yield change_of(frame, match["word"], places)


def _places(match: re.Match[str]) -> dict[str, int]:
    return {role: match.start(role) for role in ("from", "to", "by", "percent") if role in match.re.groupindex}
