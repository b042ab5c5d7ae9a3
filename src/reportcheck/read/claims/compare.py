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
_STANDS = r"was|were|is|are|be|been|being|has|had|which|that|and|but|or|now|also|well|far|just|still|even|much|[a-z]+ly"
_BY_HOW_MUCH = pattern(rf"[NMPQ](?: (?!(?:{_STANDS})\b)[a-z-]+){{0,2}} (?:{_OVER}|{_UNDER})$")
"""Before a mark: the figure is how far something else is from it ("74 tonnes over the budget of 1,132 tonnes")."""


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
        if text[value] == text[mark] and not _BY_HOW_MUCH.match(text[value : match.end(way)]):
            yield frame.claim("compared", {"value": value, "mark": mark}, (way, match.group(way)))
