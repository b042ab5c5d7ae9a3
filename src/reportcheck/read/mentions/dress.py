"""A figure as it is printed -> its dress: currency, thousands, decimals, unit, and how a negative one is set."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportcheck.patterns import pattern

_CORE = pattern(r"[0-9][0-9.,'’\s]*[0-9]|[0-9]")
_CURRENCY = pattern(r"[A-Z]{0,3}[£$€¥₹₱]|[A-Z][A-Za-z]{0,3}\.?(?=\s?$)")
_TAIL = pattern(r"\s*(%|[kKmM](?:n)?\b|bn\b|(?:m|b|tr)illions?\b|thousands?\b|per\s?cent\b)")
_INDIAN = pattern(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
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
    indian: bool
    """Whether its thousands are in pairs above the first: 12,34,567."""
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
        _INDIAN.fullmatch(whole) is not None,
        next((s for s in "(-" if s in before.translate(_MINUSES)), "-" if after.endswith("-") else ""),
    )


_FIRST = 3
"""Digits of the first group."""
_MINUSES = str.maketrans("−–‐", "---")


def core(text: str) -> tuple[int, int] | None:
    """Where the digits of a printed figure begin and end, with what parts them; a point before them is theirs."""
    match = _CORE.search(text)
    if match is None:
        return None
    at = match.start()
    # "Kshs.13.52": a point behind a letter ends a short word.
    own = at > 0 and text[at - 1] == "." and not text[max(at - 2, 0)].isalpha()
    return at - own, match.end()


def grouped(whole: int, dress: Dress) -> str:
    """A whole number with its thousands parted as those of a figure in this dress are."""
    digits = str(whole)
    if not dress.indian or len(digits) <= _FIRST:
        return f"{whole:,}".replace(",", dress.group or ",")
    head, tail = digits[:-_FIRST], digits[-_FIRST:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])
