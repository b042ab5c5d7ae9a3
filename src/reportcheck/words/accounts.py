"""What a figure of an account is: its budget, what was or will be spent, or the difference of the two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from reportcheck.patterns import pattern

Part = Literal["budget", "spent", "forecast", "variance"]
_PARTS: tuple[tuple[frozenset[Part], str], ...] = (
    (
        frozenset({"variance"}),
        r"(?:over|under|above|below)\s(?:(?:its|the|their|this|our)\s)?budget|(?:over|under)-?sp[ae]n[dt]\w*|varian\w+|difference|over\)?\s*/\s*\(?under|under\)?\s*/\s*\(?over",
    ),
    (frozenset({"budget"}), r"budget\w*|plan(?:ned)?|allocat\w+|estimated?|appropriat\w+|adopted"),
    (frozenset({"spent", "forecast"}), r"outturns?"),
    (frozenset({"forecast"}), r"forecast\w*|project(?:ed|ion)\w*|expected"),
    (frozenset({"spent"}), r"spent|spend|spending|actuals?|expended|expenditures?"),
)
"""Those that say most come first: a forecast overspend is a difference."""
_WORDS = tuple((parts, pattern(rf"\b(?:{words})\b", re.IGNORECASE)) for parts, words in _PARTS)


@lru_cache(maxsize=16384)
def parts_of_account(text: str) -> frozenset[Part]:
    """What parts of an account the words of a clause or of a head can name; none where they speak of no account."""
    found: frozenset[Part] = frozenset()
    for parts, words in _WORDS:
        if words.search(text):
            if parts == {"variance"}:
                return parts
            found |= parts
    return found
