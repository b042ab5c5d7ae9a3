"""Figures as the cells of text tables print them: their form, where they end a row, and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reportcheck.patterns import pattern
from reportcheck.words.calendar import NTH, PRINTED_MONTH, YEAR

Span = tuple[int, int]

_SIGN = "[-−–+]"
_CODE = (
    r"(?:US|AU?|CA?|NZ|HK)\$|(?:USD|GBP|EUR|CHF|KES|K?[Ss]hs?|Ksh|KSHS?|Rs|INR|PHP|Php|NGN|ZAR|AUD|CAD|NZD|SEK|NOK"
    r"|DKK|kr|Tk|R)\.?"
)
_MONEY = rf"(?:[£$€¥₱₹₦₵₽]|{_CODE})"
_DIGITS = r"(?:\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]\d+)?|\d(?:[\d,.'’]*[\d.'’])?|[.,]\d+)"
_MARK = r"(?:[*†‡§¹²³]{1,3}|\s?\([a-z]\))?"
_AFTER = r"(?:\s?(?:%|per cent\b|k\b|m\b|bn\b|p\b|USD\b|GBP\b|EUR\b|CHF\b|[£$€])|/[=-]|\.[-–—](?![\w.]))?"
_END = rf"{_AFTER}\s?[)\]]?%?{_SIGN}?(?:\s?(?:CR|DR|Cr|Dr)\b)?{_MARK}"
_BODY = (
    rf"(?:{_SIGN}\s{{0,40}})?(?:{_MONEY}\s{{0,40}})?[(\[]?\s?(?:{_SIGN}\s?)?(?:{_MONEY}\s?)?{_DIGITS}{_END}\s?{_SIGN}?"
)
_CLOSE = (
    rf"{_SIGN}?(?:{_MONEY}\s?)?[(\[]?{_SIGN}?(?:{_MONEY}\s?)?{_DIGITS}{_AFTER}[)\]]?%?{_SIGN}?"
    rf"(?:\s?(?:CR|DR|Cr|Dr)\b)?{_MARK}"
)
"""A figure in a row whose cells single blanks part: a dash that stands alone is a cell of its own."""
_NOTHING = r"(?:[£$€]\s?)?[-–—−]{1,3}(?![\w.])|nil\b|n\.?/?a\.?(?!\w)|\.\.(?!\.)"
FIGURE = pattern(rf"(?:{_BODY}|{_NOTHING})$", re.IGNORECASE)
"""A whole cell that holds a figure, or says that it holds none."""
_GLUED = (
    r"(?:(?<=[a-z]{2})|(?<=[a-z]\)))"
    r"(?:[£$€]\d[\d,]*(?:\.\d\d)?|\d{1,3}(?:,\d{3})*\.\d\d(?:\s?[£$€])?|\d{1,3}(?:,\d{3})+(?:\.\d\d)?)"
)
"""An amount that a converter has set right behind a word: only its currency or its thousands tell it from a code."""
_NOTED = pattern(r"\([1-9]\)$")
_ENDS = pattern(
    rf"(?:(?:(?<=\s)|(?<=\.\.)|(?<=…)|(?<=__)|(?<=[-–—]{{3}})(?=[\d£$€(])|^)(?:{_CLOSE}|{_NOTHING})|{_GLUED})(?=[,;]?(?:\s|$))"
)
_NUMBER = pattern(r"\d[\d,.'’\u00a0\u2007\u2009\u202f ]*|[.,]\d+")
_GROUPED = pattern(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_YEAR = pattern(rf"{YEAR}(?:\s?[/–-]\s?(?:20)?\d\d)?$")
_DATED = pattern(rf"\b{PRINTED_MONTH}\.?,?\s*(?:\d{{1,2}}(?:{NTH})?,?\s*)?$", re.IGNORECASE)
_OF_DATE = pattern(rf"(?:(?:[0-2]?\d|3[01])(?:,{YEAR})?|{YEAR}(?:\s?[/–-]\s?(?:20)?\d\d)?)[.,]?$")
_PARTING = " \t\u00a0\u2003,;"
"""What may stand between figures that end a row."""


class Kind(NamedTuple):
    """What sort of figure a cell prints: figures of one column are of one sort."""

    percent: bool
    money: bool
    decimals: int
    size: float
    """Digits before the point; of nothing printed 0."""


def solid(text: str) -> str:
    """A row in which the blanks that part the thousands of a figure are none: as many characters, nothing moved."""
    return _GROUPED.sub("’", text) if not text.isascii() else text


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or a dash or a word for none."""
    return FIGURE.match(text) is not None


def says_something(text: str) -> bool:
    """Whether a cell's figure has a digit: a dash holds a place and is worth nothing."""
    return any(ch.isdigit() for ch in text)


def trailing(text: str) -> list[Span]:
    """Where the figures stand that end a row, one after another with nothing but blanks between them."""
    found: list[Span] = []
    for match in _ENDS.finditer(text):
        begin, end = match.span()
        if found and text[found[-1][1] : begin].strip(_PARTING):
            found = []
        found.append((begin, end))
    return found if found and not text[found[-1][1] :].strip(_PARTING) else []


def leading(text: str) -> list[Span]:
    """Where the figures stand that begin a text, one after another with nothing but blanks between them."""
    found: list[Span] = []
    end = 0
    for match in _ENDS.finditer(text):
        if text[end : match.start()].strip(_PARTING):
            break
        found.append(match.span())
        end = match.end()
    return found


def unnoted(text: str, spans: list[Span]) -> list[Span]:
    """The figures without marks of notes: "(2)", one blank behind a figure, where cells stand further apart."""
    if "  " not in text.strip():
        return spans
    pairs = zip([(-1, -1), *spans], spans, strict=False)
    return [span for last, span in pairs if not (span[0] == last[1] + 1 and _NOTED.match(text, *span))]


def is_year(text: str) -> bool:
    """Whether a cell holds a year, or two years with a stroke between them."""
    return _YEAR.match(text.strip()) is not None


def is_dated(before: str, figure: str) -> bool:
    """Whether a number is the day or the year of a date that the words before it begin."""
    return _OF_DATE.match(figure) is not None and _DATED.search(before) is not None


def is_amount(text: str) -> bool:
    """Whether a figure shows that it is an amount: a currency, a group of thousands, decimals or a per cent sign."""
    return re.search(r"[£$€¥₱₹₦₵₽%]|\d[,'’]\d{3}|\d\.\d\d?(?!\d)|\d per cent", text) is not None


def value(text: str) -> Decimal | None:
    """What a cell is worth in a sum; nothing for words, and for a figure that cannot be told."""
    found = _NUMBER.search(text)
    if found is None:
        return Decimal(0) if is_figure(text) else None
    digits = re.sub(r"[^\d.]", "", found.group().rstrip(".,").replace(",", ""))
    if digits.count(".") > 1 or not digits.strip("."):
        return None
    number = Decimal(digits) if digits.isascii() else None
    if number is None:
        return None
    before = text[: found.start()]
    return -number if re.search(r"[(−–-]", before) else number


def kind(text: str) -> Kind:
    """The sort of figure that a cell prints."""
    found = _NUMBER.search(text)
    digits = found.group().rstrip(".,") if found else ""
    whole, point, rest = digits.rpartition(".")
    if not point or len(rest) == 3:
        whole, rest = digits, ""
    return Kind(
        "%" in text or "per cent" in text,
        re.search(r"[£$€¥₱₹₦₵₽]", text) is not None,
        len(rest),
        float(sum(ch.isdigit() for ch in whole)),
    )
