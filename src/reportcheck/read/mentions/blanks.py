"""Cells that print no figure and say so -> marks: "nil", "-", "n/a", "*"."""

from __future__ import annotations

from decimal import Decimal

from reportcheck.model import Mark
from reportcheck.quantity import Blank, Quantity

BLANKS: dict[str, Blank] = {
    "-": "dash", "–": "dash", "—": "dash", "−": "dash", "--": "dash", "£-": "dash", "£–": "dash", "-%": "dash",
    "€-": "dash", "$-": "dash", "€–": "dash", "$–": "dash", "(-)": "dash", "$—": "dash",
    "nil": "nil", "none": "nil", "£nil": "nil",
    "n/a": "not available", "na": "not available", "n.a.": "not available", "not available": "not available",
    "not applicable": "not available", "unknown": "not available", "tbc": "not available", "..": "not available",
    "…": "not available", "n/k": "not available", "nm": "not available",
    "c": "suppressed", "*": "suppressed", "[c]": "suppressed", "[x]": "suppressed", "#": "suppressed",
    "<5": "suppressed", "< 5": "suppressed", "fewer than 5": "suppressed",
}  # fmt: skip
"""What a cell prints instead of a figure."""


def blank(text: str) -> Mark | None:
    """The mark of a cell that prints no figure but says so: "nil", "-", "n/a", "*"."""
    bare = text.strip()
    if len(bare) > 14:
        return None
    kind = BLANKS.get(bare.lower().replace(" ", "") if bare[:1] in "£$€-–(" else bare.lower())
    if kind is None:
        return None
    start = text.find(bare)
    return Mark("figure", start, start + len(bare), bare, Quantity(bare, Decimal(0), blank=kind))
