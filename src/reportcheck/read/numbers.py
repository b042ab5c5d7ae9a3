"""Text -> marks: every figure, year, period, date and reference in it, with its span and its quantity."""

from __future__ import annotations

import re
from decimal import Decimal

from reportcheck.model import Mark, MarkKind
from reportcheck.quantity import Quantity, Unit

CURRENCIES: dict[str, Unit] = {"£": "GBP", "$": "USD", "€": "EUR", "EUR": "EUR", "GBP": "GBP"}
MAGNITUDES = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000,
    "billion": 1_000_000_000, "thousand": 1_000,
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "%": "percent", "per cent": "percent", "percent": "percent", "percentage points": "points",
    "percentage point": "points", "pp": "points", "ppt": "points", "bps": "bps", "basis points": "bps",
}  # fmt: skip
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"

_DATE = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b\.?,?(?:\s+\d{{4}}\b)?"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+\d{{4}}\b|\b{_MONTH}\s+(?:19|20)\d\d\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
_PERIOD = r"\b(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)\b(?![,.]?\d)"
_YEAR = r"(?<![£$€\d.,])\b(?:19|20)\d\d\b(?![,.]\d)(?!%)"
_REFERENCE = (
    r"\b(?:section|sections|regulation|regulations|standard|standards|paragraph|paragraphs|para|appendix|appendices|"
    r"annex|table|tables|figure|chart|page|pages|item|items|minute|note|notes|chapter|part|schedule|article|"
    r"rule|clause|version|phase|stage|grade|band|ward|room|no\.|ref\.?|number)\s+\d+(?:\.\d+)*[a-z]?\b"
)
_ORDINAL = r"\b\d+(?:st|nd|rd|th)\b"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_FIGURE = rf"""
    (?P<open>\(\s?)?(?P<sign1>(?<![\w])[-−–+]\s?(?=[£$€\d.(]))?
    (?:(?P<currency>£|\$|€|EUR(?=\s)|GBP(?=\s))\s*)?(?P<open2>\(\s?)?(?P<sign2>[-−–+]\s?)?
    (?P<number>(?<![\w.])(?<!\d,){_NUMBER})(?![\d])
    (?:\s?(?P<magnitude>k|m|mn|million|bn|billion|thousand)\b)?
    (?P<close2>\))?
    (?:\s?(?P<unit>%|per\ cent\b|percentage\ points?\b|percent\b|ppt?\b|bps\b|basis\ points\b))?
    (?P<close>\s?\))?(?P<trail>-(?![\w£$€])|\s?CR\b)?
"""


_KINDS: tuple[MarkKind, ...] = ("date", "period", "year", "reference", "ordinal", "figure")


def scan(text: str, *, cell: bool = False) -> list[Mark]:
    """All marks of a text in order. In a `cell` brackets make a figure negative, in prose not."""
    marks: list[Mark] = []
    for match in _TOKEN_PLAIN.finditer(text):
        kind = next(n for n in _KINDS if match.group(n))
        marks.append(
            _figure(match, cell) if kind == "figure" else Mark(kind, match.start(), match.end(), match.group())
        )
    return marks


def _figure(match: re.Match[str], cell: bool) -> Mark:
    """The figure that a match of the grammar stands for."""
    digits = match.group("number").replace(",", "")
    scale = MAGNITUDES.get((match.group("magnitude") or "").lower(), 1)
    places = len(digits.partition(".")[2])
    value = Decimal(digits) * scale
    opened = bool(match.group("open") or match.group("open2"))
    closed = bool(match.group("close") or match.group("close2"))
    signs = (match.group("sign1") or "") + (match.group("sign2") or "")
    negative = (opened and closed) or any(s in signs for s in "-−–") or bool(match.group("trail"))
    start, end = match.start(), match.end()
    if opened and closed and not cell:
        negative = any(s in signs for s in "-−–")
    if opened and not closed:
        start = match.start("currency") if match.group("currency") else match.start("number")
    if closed and not opened:
        end = match.start("close") if match.group("close") else match.start("close2")
    unit = UNITS.get((match.group("unit") or "").lower()) or CURRENCIES.get((match.group("currency") or "").strip())
    text = match.string[start:end]
    lead = len(text) - len(text.lstrip())
    quantity = Quantity(
        text.strip(), -value if negative else value, unit, scale, Decimal(scale) / (Decimal(10) ** places)
    )
    return Mark("figure", start + lead, start + len(text.rstrip()), text.strip(), quantity)


_TOKEN_PLAIN = re.compile(
    "|".join(
        [
            f"(?P<date>{_DATE})",
            f"(?P<period>{_PERIOD})",
            f"(?P<year>{_YEAR})",
            f"(?P<reference>(?i:{_REFERENCE}))",
            f"(?P<ordinal>{_ORDINAL})",
            f"(?P<figure>(?x:{_FIGURE}))",
        ]
    )
)
