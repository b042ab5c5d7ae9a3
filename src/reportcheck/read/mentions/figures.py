"""A run of digits in its surroundings -> a figure with sign, currency, magnitude and unit, or a malformed one."""

from __future__ import annotations

import re
from decimal import Decimal

from reportcheck.model import Mark
from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity, Unit
from reportcheck.read.mentions.damaged import GOOD, damaged_end, is_number, unit_twice
from reportcheck.read.mentions.extent import extent
from reportcheck.words.money import AFTER, LETTER, LETTERS, NAMED, currency_of, is_amount
from reportcheck.words.units import MAGNITUDES, UNITS

_LEAD = pattern(
    rf"(?P<open>\(\s?)?(?P<sign>[-−–+]\s?)?(?:(?P<currency>(?:{NAMED})\s?)"
    r"(?P<open2>\(\s?)?(?P<sign2>[-−–+]\s?)?)?(?P<point>\.)?$"
)
_LETTER_LEAD = pattern(
    rf"(?P<open>\(\s?)?(?P<sign>[-−–+]\s?)?(?P<currency>{LETTER}\s?)(?P<open2>\(\s?)?(?P<sign2>[-−–+]\s?)?(?P<point>\.)?$"
)
_ENDS_LEAD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZaghkprs")
"""The letters with which a currency ends: no other letter and no digit stands right before a figure's own signs."""
_UNIT = r"\s?(?:%(?:[\s-]?points?\b)?|per\s?cent\b|percentage\s+points?\b|ppts?\b|pps?\b|bps?\b|basis\s+points?\b)"
_WORD = r"\s?(?:millions?|billions?|trillion|thousands?|crores?|lakhs?|mil)\b|\s?(?:bn|mn)\b"
_OUTSIDE = r"(?(magnitude)|(?:(?<=\))(?P<outside>[kKmM](?!\w)|bn\b|mn\b| ?[mb]illion\b))?)"
"""A magnitude behind the bracket of a negative amount: "£(9.8)m"."""
_CLOSED = rf"(?P<close>\s?\))?{_OUTSIDE}(?P<unit>{_UNIT})?(?P<close2>\s?\))?"
_TAIL = pattern(rf"(?P<magnitude>{_WORD}|[kKmM](?!\w))?{_CLOSED}")
_MONEY_TAIL = pattern(rf"(?P<magnitude>{_WORD}|\s?[kKmM](?!\w))?{_CLOSED}")
_TIME = pattern(r"\s(days?|weeks?|wks|months?|years?|yrs?)\b")
_TIMES = frozenset("dwmy")
_AFTER = pattern(rf"\s?{AFTER}")
_OPENS_AFTER = frozenset(" \xa0€₹₱z")
_PENCE = pattern(r"p(?!\w)")
_TRAIL = pattern(r"-(?=\s*$)|\s?(?:CR|Cr)\b")
_EUROPEAN = pattern(r"[0-9]{1,3}\.[0-9]{3},[0-9]{1,3}$")
_GROUPED = pattern(r"[0-9]{1,3}(?:(?: ,|[\xa0\u2007\u2009\u202f])[0-9]{3})(?:(?: ,|,|[\xa0\u2007\u2009\u202f])[0-9]{3})*(?:\.[0-9]+)?(?![0-9]|[,.][0-9])")  # fmt: skip  # noqa: E501
_SPACED = pattern(r"[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[,.][0-9])")
_MOST_DIGITS = 18
_STEPS = tuple(Decimal(1).scaleb(-n) for n in range(12))


def lead_of(text: str, at: int, begin: int) -> re.Match[str]:
    """The signs that stand right before the digits at `begin`, after `at`: none, mostly, which two characters tell."""
    last = text[begin - 1 : begin] if begin > at else ""
    sign = text[begin - 2 : begin - 1] if last == " " and begin - 1 > at else last
    bare = sign.isalnum() and sign not in _ENDS_LEAD
    if sign in LETTERS and is_amount(text, begin):
        lettered = _LETTER_LEAD.search(text, at, begin)
        if lettered:
            return lettered
    lead = _LEAD.search(text, begin if bare else at, begin)
    assert lead is not None
    return lead


def figure(text: str, begin: int, end: int, lead: re.Match[str], cell: bool, rounded: bool) -> Mark | None:
    """The figure whose digits are text[begin:end] and whose signs stand in `lead`; None where it is none.

    `rounded` says that words before it round it ("about").
    """
    money = lead.group("currency")
    start = lead.start("currency") if money else begin
    digits = text[begin:end]
    grouped = _grouped(text, begin, money, cell) if text[end : end + 1] in _JOINTS else 0
    if grouped:
        end, digits = grouped, re.sub(r"[^0-9.]", "", text[begin:grouped])
    damaged = 0 if grouped else damaged_end(text, begin, end, money, cell and not text[:begin].strip(_SIGNS))
    end = damaged or end
    doubled = unit_twice(text, end, money) if not damaged and text[end : end + 1] in _UNITS_BEGIN else 0
    if doubled:
        return Mark("malformed", start, doubled, text[start:doubled])
    if text[begin - 1 : begin] == "," and begin > 1 and text[begin - 2] in "£$€" and GOOD.match(digits):
        return Mark("malformed", begin - 2, end, text[begin - 2 : end])
    if money and not damaged and "," in digits and not is_number(digits, money):
        end = _listed(text, begin, end)
        digits = text[begin:end]
    tail = (_MONEY_TAIL if money else _TAIL).match(text, end)
    assert tail is not None
    if damaged or not (digits.isdecimal() or is_number(digits, money, tail.group("magnitude"))):
        if not damaged and not _is_amount(text, digits, lead, tail, cell):
            return Mark("code", begin, end, text[begin:end])
        stop = max(tail.end("magnitude"), tail.end("unit") if not tail.group("close") else -1, end)
        return Mark("malformed", start, stop, text[start:stop])
    if _is_name(digits, money):
        return Mark("code", start, end, text[start:end])
    return _built(text, begin, end, digits, lead, tail, cell, rounded)


def _is_name(digits: str, money: str | None) -> bool:
    """Whether digits name something in place of counting it: noughts after a currency, else what a code looks like."""
    if money:
        return len(digits) > 1 and set(digits) == {"0"}
    return _is_code(digits)


def _is_amount(text: str, digits: str, lead: re.Match[str], tail: re.Match[str], cell: bool) -> bool:
    """Whether digits with points or commas out of place are an amount all the same, and no code or list."""
    if lead.group("currency") or tail.group("magnitude") or tail.group("unit") or _EUROPEAN.match(digits):
        return True
    return cell and _alone(text, lead.start(), tail.end()) and _comma_slip(digits)


def _listed(text: str, begin: int, end: int) -> int:
    """Where the first of several figures ends that a list prints without blanks: "£100.00,1128 - £25"."""
    pence = _PENCE_END.match(text, begin, end)
    if pence:
        return pence.end()
    if _DASH_MONEY.match(text, end):
        return begin + text[begin:end].index(",")
    return end


_PENCE_END = pattern(r"[0-9,]*?[0-9]\.[0-9]{2}(?=,[0-9])")
_DASH_MONEY = pattern(r"\s?[-–]\s?[£$€]")
_JOINTS = frozenset(" ,\xa0\u2007\u2009\u202f")
_UNITS_BEGIN = frozenset(" %mkb")
_SIGNS = " -−–+£$€(\t\xa0"
"""What may stand before a figure that is alone in its cell."""


def _grouped(text: str, begin: int, money: str | None, cell: bool) -> int:
    """Where digits end whose thousands are parted by white space; 0 where they are not.

    "1 ,832" is how an extractor breaks 1,832.
    """
    match = _GROUPED.match(text, begin)
    if match:
        return match.end()
    match = _SPACED.match(text, begin)
    if match and ((cell and _alone(text, begin, match.end())) or (money and match.group().count(" ") > 1)):
        return match.end()
    return 0


def _alone(text: str, begin: int, end: int) -> bool:
    """Whether nothing but signs and brackets stands beside text[begin:end]."""
    return not text[:begin].strip(_SIGNS) and not text[end:].strip(" -)%*\t\xa0")


_ONE_COMMA = pattern(r"[0-9]{1,3},[0-9]{2}$")
_SHORT_LIST = pattern(r"[0-9]{1,2}(?:,[0-9]{1,2})+$")


def _comma_slip(digits: str) -> bool:
    """Whether commas are at places where no thousands end: 1,23 or 50,0000; "1,2" may be a list, "3.2.1" a number."""
    if _ONE_COMMA.match(digits):
        return True
    return "," in digits and not _SHORT_LIST.match(digits)


def _is_code(digits: str) -> bool:
    """Whether digits are a number only in name: 0042, or an identity of more than 15 digits."""
    if digits[0] != "0" and len(digits) <= _MOST_DIGITS:
        return False
    whole = digits.partition(".")[0].replace(",", "")
    return (len(whole) > 1 and whole[0] == "0") or len(whole) > _MOST_DIGITS


def _built(
    text: str, begin: int, end: int, digits: str, lead: re.Match[str], tail: re.Match[str], cell: bool, rounded: bool
) -> Mark:
    """The figure of well-formed digits: its value, its unit and the span that it takes."""
    start, stop, sign, money, magnitude, unit_text = begin, end, 1, None, None, None
    if lead.start() != begin or tail.end() != end:
        start, stop, sign = extent(text, begin, lead, tail, cell)
        money = lead.group("currency")
        told = "outside" if tail.group("outside") else "magnitude"
        magnitude = tail.group(told) if tail.end(told) <= stop else None
        unit_text = tail.group("unit") if tail.end("unit") <= stop else None
    scale = MAGNITUDES[_word(magnitude)] if magnitude else 1
    unit = _unit(text, stop, money, unit_text)
    if cell:
        stop = _trail(text, stop)
        if stop > tail.end() and text[stop - 1] in "-rR":
            sign = -1
    number = Decimal(digits.replace(",", ""))
    step = _STEPS[min(len(digits.partition(".")[2]), 11)] if "." in digits else _STEPS[0]
    if unit is None and not money and not scale > 1 and text.startswith("p", stop) and _PENCE.match(text, stop):
        unit, number, step, stop = "GBP", number / 100, step / 100, stop + 1
    after = _AFTER.match(text, stop) if unit is None and text[stop : stop + 1] in _OPENS_AFTER else None
    if after:
        unit, stop = currency_of(after.group()), after.end()
    if text.startswith("+", stop):
        if len(digits) < 3 and not money and not unit:
            return Mark("code", begin, stop + 1, text[begin : stop + 1])
        rounded = True
    approximate = rounded or text.startswith(" or so", stop)
    shown = text[start:stop].strip()
    start = text.index(shown, start)
    value, step = (+number, step) if sign == scale == 1 else (sign * number * scale, step * scale)
    return Mark("figure", start, start + len(shown), shown, Quantity(shown, value, unit, scale, step, approximate))


def _unit(text: str, stop: int, money: str | None, unit: str | None) -> Unit | None:
    if unit:
        return UNITS.get(_word(unit)) or UNITS.get(_word(unit).removesuffix("s")) or "percent"
    if money:
        return currency_of(money)
    time = _TIME.match(text, stop) if text[stop + 1 : stop + 2] in _TIMES else None
    return UNITS[time.group(1)] if time else None


def _trail(text: str, stop: int) -> int:
    """Where a trailing minus or CR ends, in a cell."""
    match = _TRAIL.match(text, stop)
    return match.end() if match else stop


def _word(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").split())
