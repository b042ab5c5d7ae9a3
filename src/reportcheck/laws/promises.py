"""The words of labels that promise something about figures: total, net, opening, less, change, rate."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

TOTAL = re.compile(r"\b(?:total|totals|sub-?totals?|sum|overall|aggregate|grand|combined|consolidated|all)\b")
RESULT = re.compile(
    r"\bnet\b|\bclosing\b|\bend(?:ing)?\b|\bbalance|\bcarried\b|\bc/f\b|\bafter\b|\bsurplus|\bdeficit|\bprofit|\bloss\b"
    r"|\bincome\b|\bearnings\b|\bequity\b|\bebit|\boutstanding\b|\bmargin\b|\bposition\b|\brequirement\b|\bgross\b"
    r"|\bbefore\b|\bavailable\b|\bremaining\b"
)
OPENING = re.compile(r"\bopening\b|\bbeginning\b|\bbrought\b|\bb/f\b|\bstart\b|\bat 1\b|\bbalances?\b|\boutstanding\b")
CLOSING = re.compile(r"\bclosing\b|\bend(?:ing)?\b|\bcarried\b|\bc/f\b|\bbalances?\b|\boutstanding\b|\bat \d")
LESS = re.compile(r"^\W*(?:less|minus|deduct|deductions?)\b")
CHANGE = re.compile(
    r"\b(?:change|varian|variation|var\b|movement|difference|increase|decrease|growth|over\b|under\b|rise\b)|\+/-"
)
RATE = re.compile(r"\b(?:rates?\b|ratio|yield\b|multiple|conversion\b|volatility\b|per\b|average\b|price|percent)|%")
PRICE = re.compile(r"\b(?:average\b|price|percent|per (?:share|unit|head|person|hour|day|week)\b)|%")
ASIDE = re.compile(r"\((?:[^()]*\b)?(?:in|except|thousands|millions|unaudited)\b[^()]*\)")
MEMO = re.compile(r"\bof which\b|\bwhereof\b|\bthereof\b|\bhereof\b|\bincluding\b|\bincluded\b|\bmemo\b")


class Promises(NamedTuple):
    """What a label's words promise about its line."""

    total: bool
    result: bool
    opening: bool
    closing: bool
    less: bool
    change: bool
    rate: bool
    price: bool
    memo: bool
    silent: bool
    """Whether it has no words at all."""


@lru_cache(maxsize=4096)
def promised(label: str) -> Promises:
    """The promises of a label; tables of one paper have most of their labels in common."""
    words = ASIDE.sub(" ", label.lower())
    patterns = (TOTAL, RESULT, OPENING, CLOSING, LESS, CHANGE, RATE, PRICE, MEMO)
    return Promises._make((*(pattern.search(words) is not None for pattern in patterns), not words.strip()))


FAVOURS = re.compile(r"\bvarian|\bfavou?r|\badverse|\bover\b|\bunder\b|\bbetter\b|\bworse\b|\bsaving")
"""Columns whose sign may tell good from bad, and not up from down."""
