"""A table's cell -> the figures in it: numbers with their signs, dashes for nothing, footnote marks."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from reportcheck.model import Mark
from reportcheck.quantity import Blank, Quantity, Unit
from reportcheck.read.mentions.numbers import scan
from reportcheck.words.calendar import YEAR

CURRENCIES: dict[str, Unit] = {"£": "GBP", "$": "USD", "€": "EUR"}
SUFFIXES: dict[str, tuple[Unit | None, int]] = {
    "%": ("percent", 1), "bps": ("bps", 1), "bp": ("bps", 1), "pp": ("points", 1), "ppt": ("points", 1),
    "ppts": ("points", 1), "k": (None, 1_000), "m": (None, 1_000_000), "mn": (None, 1_000_000),
    "bn": (None, 1_000_000_000), "x": (None, 1), "p": (None, 1), "": (None, 1),
    "day": ("days", 1), "days": ("days", 1), "week": ("weeks", 1), "weeks": ("weeks", 1), "month": ("months", 1),
    "months": ("months", 1), "year": ("years", 1), "years": ("years", 1),
}  # fmt: skip
_PLAIN = re.compile(
    r"\s*(?P<lead>(?:[A-Z]{1,3}\$|EUR|GBP|USD|)[(\[£$€+\-−–‐\s]{0,40})"
    r"(?P<number>\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d{1,3}(?:\s\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"\s*(?P<suffix>%|bps?\b|ppts?\b|pp\b|k\b|mn\b|bn\b|m\b|x\b|p\b|(?:day|week|month|year)s?\b|)\s{0,9}(?P<close>[)\]]?)\s{0,9}(?P<after>%?)\s{0,9}[)\]]?"
    r"(?P<trail>-|CR|Cr|)"
    r"(?P<mark>(?:\s{0,9}(?:\([a-z0-9]{1,2}\)|\[[a-z0-9]{1,2}\]|[*†‡§^#¹²³⁴⁵⁶⁷⁸⁹]))*)\s*"
)
_NIL = re.compile(r"[\s£$€%(]*(?:[-−–—‐_]\s?){1,6}[\s%)]*|\s*(?:nil|none)\s*", re.IGNORECASE)
_ABSENT = re.compile(
    r"\s*(?:n\.?\s?/?\s?a\.?|n\.?\s?/?\s?m\.?|n/k|nm|tbc|tbd|not available|not meaningful|\*+|c|x|\.\.+)\s*",
    re.IGNORECASE,
)
_OPENS_BLANK = "nNtTcCxX"
"""The letters that such a cell begins with: most words begin with others."""
_GARBLED = re.compile(r"[\s£$€(\-−–]*\d[\d.,\s]*\d[\s)%]*")
_SERIES = re.compile(r"\s*[£$€]?\d[\d,.]*\s?%?\s?\(")
_DIGIT = re.compile(r"\d")
_IS_YEAR = re.compile(YEAR)
_YEAR_LONG = 4
_NOTE_MARKS = " \t¹²³⁴⁵⁶⁷⁸⁹⁰*†‡"
_NOUGHTS = re.compile(r"\W*000\W*s?\s*")


@lru_cache(maxsize=8192)
def plain_figure(text: str) -> Mark | None:
    """The one figure that a cell consists of; None where the cell is anything else.

    Each text is read once: tables ask for the same cell several times over.
    """
    match = _PLAIN.fullmatch(text)
    if match is None or ("000" in text and _NOUGHTS.fullmatch(text)):
        return None
    lead, number = match.group("lead"), match.group("number")
    digits = "".join(number.replace(",", "").split())
    suffix = match.group("suffix").lower() or match.group("after")
    unit, scale = SUFFIXES[suffix]
    negative = bool(match.group("trail"))
    if lead:
        unit = unit or next((u for sign, u in CURRENCIES.items() if sign in lead), None)
        negative = negative or any(s in lead for s in "([-−–‐")
    places = len(digits.partition(".")[2])
    value = Decimal(digits) * scale
    start, end = match.start("lead"), match.end("number") if len(suffix) > 3 or suffix == "day" else match.start("mark")
    printed = text[start:end].lstrip()
    start, shown = end - len(printed), printed.rstrip()
    step = Decimal(scale).scaleb(-places)
    return Mark(
        "figure", start, start + len(shown), shown, Quantity(shown, -value if negative else value, unit, scale, step)
    )


def is_plain(text: str) -> bool:
    """Whether a cell consists of one figure."""
    return plain_figure(text) is not None


def blank_of(text: str) -> Blank | None:
    """What a cell without digits stands for; None where it is words."""
    opening = text.strip()[:1]
    if not opening:
        return "blank"
    if opening.isalpha() and opening not in _OPENS_BLANK:
        return None
    if _NIL.fullmatch(text):
        return "dash"
    return "not available" if _ABSENT.fullmatch(text) else None


def is_year(text: str) -> bool:
    """Whether a cell is a bare year, so that only its column can tell if it is a figure."""
    bare = text.rstrip(_NOTE_MARKS).strip()
    return len(bare) == _YEAR_LONG and _IS_YEAR.fullmatch(bare) is not None


def is_garbled(text: str) -> bool:
    """Whether a cell is digits and separators that make no number: "2.978,478"."""
    return _GARBLED.fullmatch(text) is not None


def is_series(text: str) -> bool:
    """Whether a cell holds several figures, each with its own words: "12% (all) 41% (those seen)"."""
    return _SERIES.match(text) is not None


def read_cell(text: str, years: bool) -> list[Mark]:
    """The figures of a cell; a bare year is one only among `years`."""
    plain = plain_figure(text)
    if plain:
        return [] if not years and len(plain.text) == _YEAR_LONG and is_year(text) else [plain]
    if not _DIGIT.search(text):
        return []
    return [mark for mark in scan(text, cell=not is_series(text)) if mark.quantity is not None]
