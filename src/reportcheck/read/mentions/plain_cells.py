"""A cell that holds one simple figure, a year or nothing: nearly all cells of figures, read at one look."""

from __future__ import annotations

from decimal import Decimal

from reportcheck.model import Mark
from reportcheck.patterns import pattern
from reportcheck.quantity import LONGEST, Quantity
from reportcheck.read.mentions.blanks import blank
from reportcheck.words.calendar import YEAR
from reportcheck.words.units import CURRENCIES

_PLAIN = pattern(
    r"\s*(?P<open>\()?(?P<sign>[-−–+])?\s?(?P<currency>[£$€])?\s?(?P<digits>(?!0[0-9])"
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]{1,15})(?P<decimals>\.[0-9]{1,9})?)(?P<percent>\s?%)?(?P<close>\))?\s*$"
)
_YEAR = pattern(rf"{YEAR}$")


def plain_cell(text: str, years: bool) -> list[Mark] | None:
    """The marks of a cell that holds one simple figure, or says that it holds none; None for any other."""
    match = _PLAIN.match(text)
    if match is None:
        mark = blank(text) if len(text) < 24 else None
        return [mark] if mark else None
    digits, sign, opened = match.group("digits"), match.group("sign"), match.group("open")
    if bool(opened) != bool(match.group("close")) or len(digits) > LONGEST:
        return None
    shown = text.strip()
    begin = len(text) - len(text.lstrip())
    currency = match.group("currency")
    if years and not (sign or currency or opened or match.group("percent")) and _YEAR.match(digits):
        return [Mark("year", begin, begin + len(shown), shown)]
    value = Decimal(digits.replace(",", ""))
    decimals = match.group("decimals")
    quantity = Quantity(
        shown,
        -value if opened or (sign and sign != "+") else value,
        "percent" if match.group("percent") else CURRENCIES[currency] if currency else None,
        1,
        Decimal(1).scaleb(1 - len(decimals)) if decimals else Decimal(1),
    )
    return [Mark("figure", begin, begin + len(shown), shown, quantity)]
