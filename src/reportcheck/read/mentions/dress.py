"""A figure as it is printed -> its dress: currency, thousands, decimals, unit, and how a negative one is set."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportcheck.patterns import pattern

_CORE = pattern(r"[0-9][0-9.,'’\s]*[0-9]|[0-9]")
_CURRENCY = pattern(r"[A-Z]{0,3}[£$€¥₹₱]|[A-Z][A-Za-z]{0,3}\.?(?=\s?$)")
_TAIL = pattern(r"\s*(%|[kKmM](?:n)?\b|bn\b|(?:m|b|tr)illions?\b|thousands?\b|per\s?cent\b)")
_TAILS = {
    "million": "m",
    "millions": "m",
    "mn": "m",
    "billion": "bn",
    "billions": "bn",
    "thousand": "k",
    "thousands": "k",
}


class Dress(NamedTuple):
    """What a figure wears: `whole` digits before its point, parted by `group`; `places` after it."""

    currency: str
    whole: int
    group: str
    places: int
    tail: str
    """ "%", "m", "k", "bn" or nothing; words as their letters."""
    minus: str
    """The sign of a negative figure: "(" or "-"; nothing on others."""


@lru_cache(maxsize=8192)
def dress_of(text: str) -> Dress | None:
    """The dress of a printed figure; None where it has no digits."""
    core = _CORE.search(text)
    if core is None:
        return None
    before, after = text[: core.start()], text[core.end() :]
    if before.endswith("."):
        whole, fraction = "", core.group()
    else:
        whole, _, fraction = core.group().partition(".")
    digits = [c for c in whole if c.isdigit()]
    currency, tail = _CURRENCY.search(before), _TAIL.match(after)
    letters = tail.group(1).lower() if tail else ""
    return Dress(
        currency.group().rstrip(".") if currency else "",
        len(digits),
        next((c for c in whole if not c.isdigit()), ""),
        sum(c.isdigit() for c in fraction),
        "%" if letters.startswith("per") else _TAILS.get(letters, letters),
        next((s for s in "(-" if s in before.translate(_MINUSES)), "-" if after.endswith("-") else ""),
    )


_MINUSES = str.maketrans("−–‐", "---")
