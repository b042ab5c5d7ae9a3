"""Comparisons with a target or an average: "91%, above the target of 90%"."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.model import Claim
from reportcheck.patterns import pattern
from reportcheck.read.claims.skeleton import Skeleton

_OVER = r"above|higher than|greater than|more than|over|exceeding|exceeds|exceeded|in excess of|ahead of"
_UNDER = r"below|lower than|less than|under|fewer than|short of"
_MARKS = r"target|average|threshold|limit|standard|benchmark|maximum|minimum|ceiling|budget|estimate|forecast|figure"
_HINTS = tuple(_MARKS.split("|"))
_WAYS = tuple(f"{way} " for way in f"{_OVER}|{_UNDER}".split("|"))
_G = r"(?:[^.;:NMPQXI()]|\([^()NMPQX]{0,25}\))"
_COMPARED = pattern(
    rf"(?P<value>[NMPQ]){_G}{{0,70}}?,? ?[(]?\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER})) "
    r"(?:the|our|its|their|a|last year's|last quarter's) (?:[a-z'-]+ ){0,4}?"
    rf"(?:{_MARKS})\b(?: [a-z'-]+){{0,2}}? ?(?:of |\(|at |which (?:is|was) )(?P<mark>[NMPQ])\b"
)
_LESS = pattern(rf"[NMPQ] (?:{_OVER}|{_UNDER})$")


def comparisons(frame: Skeleton) -> Iterator[Claim]:
    """Claims "compared" (value, mark): the words are "over" or "under", and how the sentence says that."""
    text = frame.text
    if frame.has(2, "NMPQ") and any(hint in text for hint in _HINTS) and any(way in text for way in _WAYS):
        yield from _compared(frame)


def _compared(frame: Skeleton) -> Iterator[Claim]:
    """A value that is said to be over or under a mark."""
    text = frame.text
    for match in _COMPARED.finditer(text):
        value, mark = match.start("value"), match.start("mark")
        way = "over" if match.group("over") else "under"
        direct = _LESS.search(text[value : match.end(way)])
        if text[value] == text[mark] and not direct:
            yield frame.claim("compared", {"value": value, "mark": mark}, (way, match.group(way)))
