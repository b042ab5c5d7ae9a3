"""A number told in words and, in brackets after it, in digits: "two thousand dollars ($2,000)", "thirty (30) days"."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.patterns import pattern
from reportcheck.read.claims.composed import Found
from reportcheck.read.claims.skeleton import Skeleton

_TWICE = pattern(
    r"(?P<words>[NIP])(?: (?:us |u\.s\. )?(?:dollars?|pounds?|euros?|pesos?|rupees?|shillings?|rand))?"
    r"(?: only)? ?\( ?(?P<digits>[NMP]) ?\)"
)
_LABEL = pattern(
    r"\b(?:section|article|chapter|part|year|phase|notes?|table|level|stage|item|page|paragraph|step|group) $"
)
_OUT_OF = pattern(r"[NI] (?:in|of|out of)(?: every)? $")
"""What makes of the words the base of a rate: "seven in ten (73%)"."""
_COUNTED = pattern(r"\)? ?(?:[a-z-]+ ){0,2}[a-z]+")
_LARGE = 100


def told_twice(frame: Skeleton) -> Iterator[Found]:
    """The law "twice": what is told in digits is what the words before it tell."""
    for match in _TWICE.finditer(frame.text):
        words, digits = match.start("words"), match.start("digits")
        printed = (frame.marks[words].text, frame.marks[digits].text)
        in_words = not any(c.isdigit() for c in printed[0]) and any(c.isdigit() for c in printed[1])
        rate = (frame.text[digits] == "P") != (frame.text[words] == "P")
        if not in_words or rate or _LABEL.search(frame.text, max(0, words - 12), words):
            continue
        if _OUT_OF.search(frame.text, max(0, words - 20), words):
            continue
        large = frame.quantity(words).value >= _LARGE
        if large or _COUNTED.match(frame.text, match.end()):
            yield "twice", digits, ((words, 1),), 0, "", 2
