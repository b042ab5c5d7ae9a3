"""A table's cell -> the figures in it: numbers with their signs, dashes for nothing, footnote marks."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from reportcheck.model import Mark
from reportcheck.patterns import pattern
from reportcheck.quantity import LONGEST, Blank, Quantity, Unit
from reportcheck.read.mentions.mending import mended
from reportcheck.read.mentions.numbers import scan
from reportcheck.words.calendar import YEAR
from reportcheck.words.money import AFTER, LETTER, NAMED, currency_of, is_amount

SUFFIXES: dict[str, tuple[Unit | None, int]] = {
    "%": ("percent", 1), "bps": ("bps", 1), "bp": ("bps", 1), "pp": ("points", 1), "ppt": ("points", 1),
    "ppts": ("points", 1), "k": (None, 1_000), "m": (None, 1_000_000), "mn": (None, 1_000_000),
    "bn": (None, 1_000_000_000), "lakh": (None, 100_000), "crore": (None, 10_000_000), "cr": (None, 10_000_000),
    "x": (None, 1), "p": (None, 1), "": (None, 1),
    "day": ("days", 1), "days": ("days", 1), "week": ("weeks", 1), "weeks": ("weeks", 1), "month": ("months", 1),
    "months": ("months", 1), "year": ("years", 1), "years": ("years", 1),
}  # fmt: skip
_DAMAGED = 20
"""Letters at most of a cell that is a damaged figure and no words."""
_MINUS = r"\-−–‐"
_NEGATIVE = frozenset("([" + _MINUS)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᵖʳ"
_ARROWS = "▲▼△▽↑↓↗↘→⬆⬇⇧⇩"
_SIGN = rf"[(\[+{_MINUS}{_ARROWS}\s]"
_NUMBER = (
    r"\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d{1,3}(?:\s\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_SUFFIX = r"%|bps?\b|ppts?\b|pp\b|k\b|mn\b|bn\b|m\b|lakh\b|crore\b|x\b|p\b|(?:day|week|month|year)s?\b|"
_NOTE = (
    r"\((?:[A-Za-z0-9]{1,2}|est\.?|prov\.?|estimated?|provisional|revised|restated|unaudited|note \d{1,2})\)"
    rf"|\[[A-Za-z0-9]{{1,2}}\]|[*†‡§¶^#{_RAISED}]|(?<=[\d)\]])[rpe]\b|[{_ARROWS}]"
    r"|(?<=[\d)\]] )(?:[rpeRPE]|est|prov|rev)\b\.?"
)
_WHOLE = r"/[=-](?=\s*$)|\.[-–—](?=\s*$)"
"""What follows an amount without cents: 4,300/=, 4,300.-."""
_PLAIN = pattern(
    rf"\s*(?P<lead>{_SIGN}{{0,40}}(?:(?P<before>{NAMED}|{LETTER}){_SIGN}{{0,40}})?)(?P<number>{_NUMBER})(?:{_WHOLE})?"
    rf"\s*(?P<suffix>{_SUFFIX})\s{{0,9}}(?P<close>[)\]]?)\s{{0,9}}(?P<percent>%?)(?P<after>[£$]|{AFTER}|)\s{{0,9}}(?P<last>[)\]]?)"
    rf"(?P<trail>(?<=\S)[{_MINUS}](?=\s*$)|\s?(?:CR|Cr|DR|Dr)\b|)(?P<mark>(?:\s{{0,9}}(?:{_NOTE}))*)\s*"
)
_NIL = pattern(
    rf"[\s%(]*(?:(?:{NAMED}|R)[\s%(]*)?(?:[{_MINUS}—_]\s{{0,3}}){{1,6}}(?:{AFTER})?[\s%)]*|\s*(?:nil|none)\s*",
    re.IGNORECASE,
)
_ABSENT = pattern(
    r"\s*(?:n\.?\s?/?\s?a\.?|n\.?\s?/?\s?m\.?|n/k|nm|tbc|tbd|not available|not meaningful|\*+|c|x|\.\.+)\s*",
    re.IGNORECASE,
)
_DASHES = frozenset("-−–—‐")
_OPENS_BLANK = "nNtTcCxX"
"""The letters that such a cell begins with: most words begin with others."""
_GARBLED = pattern(r"[\s£$€(\-−–]*\d[\d.,\s]*\d[\s)%]*")
_SERIES = pattern(r"\s*[£$€]?\d[\d,.]*\s?%?\s?\(")
_DIGIT = pattern(r"\d")
_IS_YEAR = pattern(YEAR)
_YEAR_LONG = 4
_ITEM = 2
"""Digits of an item's number."""
_NOTE_MARKS = " \t¹²³⁴⁵⁶⁷⁸⁹⁰*†‡"
_NOUGHTS = pattern(r"\W*000\W*s?\s*")


@lru_cache(maxsize=1 << 17)
def plain_figure(text: str) -> Mark | None:
    """The one figure that a cell consists of; None where the cell is anything else.

    Each text is read once, also of a workbook's hundred thousand: tables ask for the same cell several times over.
    """
    match = _PLAIN.fullmatch(text)
    if match is None or ("000" in text and _NOUGHTS.fullmatch(text)):
        return None
    lead, number = match.group("lead"), match.group("number")
    if len(number) > LONGEST:
        return None
    named = match.group("before") or match.group("after")
    digits = "".join(number.replace(",", "").split())
    if named and _is_letter(named) and not is_amount(text, match.start("number")):
        return None
    suffix = match.group("suffix").lower() or match.group("percent")
    unit, scale = SUFFIXES[suffix]
    unit = unit or (currency_of(named) if named else None)
    value = Decimal(digits) * scale
    start, end = match.start("lead"), match.end("number") if len(suffix) > 3 or suffix == "day" else match.start("mark")
    printed = text[start:end].lstrip()
    start, shown = end - len(printed), printed.rstrip()
    step = Decimal(scale).scaleb(-len(digits.partition(".")[2]))
    negative = _is_negative(lead, match.group("trail"), bool(match.group("close") or match.group("last")), len(digits))
    return Mark(
        "figure", start, start + len(shown), shown, Quantity(shown, -value if negative else value, unit, scale, step)
    )


def _is_letter(named: str) -> bool:
    """Whether what stands beside a number may name it in place of its currency: "R 12"."""
    return len(named) == 1 and named.isalpha()


def _is_negative(lead: str, trail: str, closed: bool, digits: int) -> bool:
    """Whether a minus, a bracket or the letters of a credit stand at either edge; "1)" is the number of an item."""
    if not _NEGATIVE.isdisjoint(lead) or (closed and digits > _ITEM):
        return True
    return bool(trail) and trail.strip() not in ("DR", "Dr")


def is_plain(text: str) -> bool:
    """Whether a cell consists of one figure."""
    return plain_figure(text) is not None


def blank_of(text: str) -> Blank | None:
    """What a cell without digits stands for; None where it is words."""
    opening = text.strip()[:1]
    if not opening:
        return "blank"
    if opening.isalpha() and opening not in _OPENS_BLANK and text.rstrip()[-1] not in _DASHES:
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


def damaged_figure(text: str) -> Mark | None:
    """The one figure that a cell of damaged digits must be, as it is printed: "12,4I2" is worth 12,412."""
    meant = plain_figure(mended(text)) if len(text) <= _DAMAGED else None
    return replace(meant, start=0, end=len(text), text=text) if meant else None


def read_cell(text: str, years: bool) -> list[Mark]:
    """The figures of a cell; a bare year is one only among `years`."""
    plain = plain_figure(text)
    if plain:
        return [] if not years and len(plain.text) == _YEAR_LONG and is_year(text) else [plain]
    if not _DIGIT.search(text):
        return []
    damaged = damaged_figure(text)
    if damaged:
        return [damaged]
    return [mark for mark in scan(text, cell=not is_series(text)) if mark.quantity is not None]
