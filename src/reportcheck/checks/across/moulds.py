"""Sentences without their figures and times: two that are left with the same words are one sentence of two papers."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from reportcheck.model import Fact, Kept
from reportcheck.words import ANY_MONTH, WEEKDAYS, pattern

_TIMES = pattern(rf"(?i)\b(?:{ANY_MONTH}|{'|'.join(WEEKDAYS)})\b\.?|\b(?:q[1-4]|ytd)\b")
_NUMBERS = pattern(r"[£$€]?\s?-?[£$€]?\(?\d[\d,./:’-]*(?:st|nd|rd|th|m|k|bn)?\)?%?")


@lru_cache(maxsize=65536)
def mould(quote: str) -> str:
    """The words of a sentence in small letters, a # for every number and nothing for a month's name."""
    return " ".join(re.sub(r"[^a-z#]+", " ", _NUMBERS.sub("#", _TIMES.sub(" ", quote)).lower()).split())


def alone(paper: Kept) -> tuple[Fact, ...]:
    """The facts that stand alone in their sentences, in order."""
    prose = [fact for fact in paper.facts if fact.source == "prose"]
    many = Counter(fact.group for fact in prose)
    return tuple(fact for fact in prose if many[fact.group] == 1)
