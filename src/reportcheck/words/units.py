"""What a heading says that its figures count, and in what scale: "£000" is pounds in thousands; letters of measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from reportcheck.patterns import pattern
from reportcheck.quantity import Unit
from reportcheck.words.money import currency_of

CURRENCIES: dict[str, Unit] = {"£": "GBP", "$": "USD", "€": "EUR"}
MAGNITUDES = {
    "k": 1_000, "thousand": 1_000, "thousands": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000, "billions": 1_000_000_000,
    "trillion": 1_000_000_000_000, "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "%": "percent", "per cent": "percent", "percent": "percent", "percentage": "percent",
    "percentage points": "points", "percentage point": "points", "% points": "points", "% point": "points",
    "pp": "points", "pps": "points", "ppt": "points", "ppts": "points",
    "bps": "bps", "bp": "bps", "basis points": "bps", "basis point": "bps",
    "days": "days", "day": "days", "weeks": "weeks", "week": "weeks", "wks": "weeks",
    "months": "months", "month": "months", "years": "years", "year": "years", "yrs": "years", "yr": "years",
}  # fmt: skip

_MONEY = pattern(
    r"(?P<sign>£|\$|€|₹|₱|\bR(?=\s?['’]000|\s?(?:m|million)\b)|\b(?:GBP|EUR|USD|KES|INR|PHP|ZAR|CHF|SEK|NOK|DKK|AUD|CAD|NZD|LKR"
    r"|Kshs?|Rs|Php)\b\.?)\s?(?:in\s)?['’‘]?\s?"
    r"(?:(?P<noughts>000\s?,?\s?000|000)|(?P<word>k|mn|millions?|m|bn|billions?|thousands?)\b)?['’]?s?(?![\w])",
    re.IGNORECASE,
)
_IN = pattern(r"\bin\s+(?:£|\$|€)?\s?(?P<word>thousands|millions|billions)\b", re.IGNORECASE)
_NOUGHTS = pattern(r"(?<![\d,.])['’]?(?P<noughts>000\s?,\s?000|000)['’]?s?(?![\d,.])")
_PERCENT = pattern(
    r"(?P<points>%\s?points?\b|\bpercentage\s+points?\b|\bppts?\b)|(?P<bps>\bbps\b|\bbasis\s+points?\b)"
    r"|%|\bper\s?cent(?:age)?\b",
    re.IGNORECASE,
)
_COUNT = pattern(r"\b(?:number|no\.?|count)\s*(?:and|&|/|\(|,)", re.IGNORECASE)
_TIME = pattern(r"\b(days|weeks|months|years)\b(?!\s+(?:end(?:ed|ing)?|to)\b)", re.IGNORECASE)
_PERCENT_HINTS = ("%", "cent", "ppt", "bps", "bas")
_TIME_HINTS = ("days", "weeks", "months", "years")
_MONEY_HINTS = (
    "£", "$", "€", "₹", "₱", "gbp", "eur", "usd", "kes", "inr", "php", "zar", "chf", "sek", "nok", "dkk", "aud", "cad",
    "nzd", "lkr", "ksh", "rs", "r'", "r’", "r m", "rm",
)  # fmt: skip
_HINTS = (
    *_MONEY_HINTS, "000", "%", "cent", "ppt", "bps", "basis", "thousands", "llions", *_TIME_HINTS,
)  # fmt: skip
"""What a heading has in it that gives a unit; most have nothing."""
_MEASURE = pattern(r"\s?(?:km|kg|kwh|mwh|gwh|kw|mw|ha|sqm|m2|mm|cm|ml|hrs?|mins?|tonnes|mph|wte|fte|dwt|x)\b", re.I)
_TAIL_LETTERS = pattern(r"(?:k|m|K|M|bn|mn|p|pp|ppts?|bps?|millions?|billions?|thousands?|CR|Cr|per\s?cent)(?![\w])")


@lru_cache(maxsize=4096)
def unit_of(text: str) -> tuple[Unit | None, int]:
    """The unit and scale that a heading gives to the figures under it; (None, 1) where it gives none.

    A heading that names both money and a percentage, or a number and a percentage, decides neither.
    """
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return None, 1
    # Each pattern is tried where the text has what it fits; letters that only casefold makes alike are alike to it too.
    folded = text.casefold()
    money = _first(_MONEY, text, lambda m: not _amount(text, m)) if _hinted(folded, _MONEY_HINTS) else None
    percent = _first(_PERCENT, text, _is_no_amount) if _hinted(folded, _PERCENT_HINTS) else None
    if percent:
        if money or _COUNT.search(text):
            return None, 1
        return ("points" if percent.group("points") else "bps" if percent.group("bps") else "percent"), 1
    scale = _scale(text, money)
    if money:
        return currency_of(money.group("sign")), scale
    if scale > 1:
        return None, scale
    time = _TIME.search(text) if _hinted(folded, _TIME_HINTS) else None
    if time and not re.search(r"\d\s*$", text[: time.start()]):
        return UNITS[time.group(1).casefold()], 1
    return None, 1


def _is_no_amount(match: re.Match[str]) -> bool:
    """Whether no figure stands before a percent sign."""
    return not match.string[: match.start()].rstrip()[-1:].isdigit()


def _hinted(folded: str, hints: Iterable[str]) -> bool:
    return any(hint in folded for hint in hints)


def _first(form: re.Pattern[str], text: str, meant: Callable[[re.Match[str]], bool]) -> re.Match[str] | None:
    """The first place where a text has a form that is meant."""
    return next((m for m in form.finditer(text) if meant(m)), None)


def _amount(text: str, money: re.Match[str]) -> bool:
    """Whether the sign belongs to a printed sum, such as "over £500"."""
    return money.group("noughts") is None and text[money.end() : money.end() + 1].isdigit()


def _scale(text: str, money: re.Match[str] | None) -> int:
    """Thousands, millions or ones, from the sign's own letters or from words near it."""
    if money and money.group("noughts"):
        return 1_000_000 if len(re.sub(r"\D", "", money.group("noughts"))) == 6 else 1_000
    if money and money.group("word"):
        return MAGNITUDES.get(money.group("word").casefold(), 1)
    words = _IN.search(text)
    if words:
        return MAGNITUDES.get(words.group("word").casefold(), 1)
    noughts = _NOUGHTS.search(text) if "000" in text else None
    if noughts:
        return 1_000_000 if len(re.sub(r"\D", "", noughts.group("noughts"))) == 6 else 1_000
    return 1


def measured(text: str, end: int) -> bool:
    """Whether letters stuck to digits at `end` name a measure, so that the digits are still an amount."""
    return measure_end(text, end) > end


def measure_end(text: str, end: int) -> int:
    """Where the letters of a measure or a magnitude end that are stuck to digits; `end` where there are none."""
    match = _TAIL_LETTERS.match(text, end) or _MEASURE.match(text, end)
    return match.end() if match else end
