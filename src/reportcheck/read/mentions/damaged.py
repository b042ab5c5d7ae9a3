"""Where a damaged figure ends: separators doubled, misplaced or lost, letters for digits, a unit printed twice."""

from __future__ import annotations

import re

from reportcheck.patterns import pattern

_TWICE = pattern(
    r"[0-9]{1,3}(?:,[0-9]{3})*(?:,,[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]+)?|(?<=[0-9]{3})\.\.[0-9]{2})(?![0-9]|[.,][0-9])"
)
"""20,,350 and 1,250..50; "1..5" may be a range."""
_TWICE_IN_MONEY = pattern(r"[0-9][0-9,]*(?:\.\.|,,|,\.|\.,)[0-9]+(?:[.,][0-9]+)*")
_BLANK = pattern(
    r"[0-9]{1,3}(?:,[0-9]{3})* ?, ?[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9]|[,.][0-9])"  # 10, 743
)
_BLANK_ENDS = pattern(
    r"(?=(?:[kKmM]|bn)\b|[.,;:)]?\s*$|[.;:)]|\s(?:to|for|and|from|was|were|is|in|on|at|of|by|as|with|or|under|over|less)\b)"
)
_COUNTED = pattern(
    r"\s(?:individuals|people|residents|patients|households|children|adults|service users|appointments|staff|pupils"
    r"|homes|contacts|visitors|members|voters)\b"
)
_FOR_A_POINT = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+ [0-9]{2}(?![0-9]|[,.][0-9]|\s?%|-)")  # $11,166 79
_FOR_A_COMMA = pattern(  # 1,104 219.00, where two figures would both have their cents; a share of a hundred is one
    r"[0-9]{1,3}(?:,[0-9]{3})*(?:,[0-9]{3} (?!100\.00)[0-9]{3}| [0-9]{3},[0-9]{3})(?:,[0-9]{3})*\.[0-9]{2}"
    r"(?![0-9]|[,.][0-9]|\s?%)"
)
_ENDS = pattern(
    r"[.,;:)]?\s*$|[.;:)]|,\s|\s[A-Z$£€(–—]|\s--|\s(?:to|for|and|from|was|were|is|in|on|at|of|by|as|with|or|the)\b"
)
_LETTERS = pattern(
    r"(?=[0-9lIO,.]*,[0-9lIO]{3})[0-9](?:[0-9]|,(?=[0-9lIO]{3})|[lIO](?=[0-9,]|\b)){2,}(?:\.[0-9]+)?(?!\w)"
)
_MISPLACED = pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*(?:,[0-9]{4,})(?:,[0-9]+)*(?:\.[0-9]+)?(?!\w|[,.][0-9]|\s?[-–/])")
"""50,0000 and 8,4961,34: no list of numbers is like that."""
_POINTS = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{3}\.[0-9]{2}(?!\w|[,.][0-9])")
"""163,182.500.00."""
_DAY_AND_YEAR = pattern(r"(?:[12][0-9]|3[01]|[1-9]),(?:19|20)[0-9]{2}$")
_SHORT_AT_END = pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5},[0-9]{1,2}(?!\w|[,.][0-9]|,?\s(?:and|or|&)\b)")
"""1,935,63."""
GOOD = pattern(r"[0-9]+(?:\.[0-9]+)?$|\.[0-9]+$|(?!0[0-9]|0,)[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$")
INDIAN = pattern(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?$")
_RUPEES = pattern(r"(?:Rs|INR|₹|Re|Tk|Taka|৳|NPR|PKR|LKR|BDT)", re.IGNORECASE)
_LAKHS = pattern(r"\s?(?:crores?|lakhs?)")
_LISTED_BEFORE = pattern(
    r"(?:pages?|items?|nos?\.?|numbers?|years?|ages?|wards?|rooms?|minutes?|and|or|,|\d)\s*$", re.I
)
_UNIT_TWICE = pattern(
    r"\s?%(?:%(?!\w)|\s?per\s?cent\b)|(?:m|k|bn)\s?(?:million|billion|thousand)\b"
    r"|\s?(?:million|billion)\s?(?:m|million|billion)\b"
)
_MONEY_TWICE = pattern(
    r"(?P<letters>mm|kk|bnbn)\b|(?:\s?(?:m|k|bn|million|billion|thousand))?\s(?P<word>pounds|dollars|euros?)\b(?!\s(?:per|for|a)\b)"
)
_WORDS = {"£": "pounds", "$": "dollars", "€": "euro"}
_MARKS = frozenset(" ,.\xa0")
_LIKE_DIGITS = frozenset("lIO")


def is_number(digits: str, money: str | None, magnitude: str | None = None) -> bool:
    """Whether a run of digits is a number: lakhs are parted by twos where rupees are told, or crores of them."""
    if GOOD.match(digits) or not INDIAN.match(digits):
        return GOOD.match(digits) is not None
    return bool((money and _RUPEES.match(money)) or (magnitude and _LAKHS.match(magnitude)))


def damaged_end(text: str, begin: int, end: int, money: str | None, whole: bool) -> int:
    """Where the damaged figure ends that begins with the digits text[begin:end]; 0 where nothing shows that it is.

    `money` is its currency; `whole` says that it stands alone in a cell.
    """
    if "," in text[begin:end] and not money and not whole:
        match = next(filter(None, (form.match(text, begin) for form in (_MISPLACED, _SHORT_AT_END, _POINTS))), None)
        if (
            match
            and not _DAY_AND_YEAR.match(match.group())
            and not _LISTED_BEFORE.search(text, max(0, begin - 12), begin)
        ):
            return match.end()
    if text[end : end + 1] not in _MARKS:
        return 0
    for match in (_TWICE.match(text, begin), _TWICE_IN_MONEY.match(text, begin) if money else None):
        if match:
            return match.end()
    return _blank_inside(text, begin, money, whole) if text[end] in " ,\xa0" else 0


def lettered_end(text: str, begin: int, end: int) -> int:
    """Where a figure ends that has letters for digits behind text[begin:end], as 12,4O0 has; 0 where it has none."""
    match = _LETTERS.match(text, begin) if text[end : end + 1] in _LIKE_DIGITS else None
    return match.end() if match else 0


def _blank_inside(text: str, begin: int, money: str | None, whole: bool) -> int:
    """Where a figure ends that a blank cuts in two: $10, 743 and $11,166 79 and 412, 388 people."""
    match = _FOR_A_POINT.match(text, begin) if money else None
    if match and _ENDS.match(text, match.end()):
        return match.end()
    match = _FOR_A_COMMA.match(text, begin) if money or whole else None
    if match and (money or not text[match.end() :].strip(" )%*")):
        return match.end()
    match = _BLANK.match(text, begin)
    if match is None or ", " not in match.group():
        return 0
    return match.end() if _is_one(text, begin, match.end(), money, whole) else 0


def _is_one(text: str, begin: int, end: int, money: str | None, whole: bool) -> bool:
    """Whether a figure with a blank behind its comma is one: alone in its cell, of money, or a count of something."""
    if whole and not text[end:].strip(" )%*"):
        return True
    if money:
        return bool(_BLANK_ENDS.match(text, end))
    return bool(_COUNTED.match(text, end)) and not _LISTED_BEFORE.search(text, max(0, begin - 12), begin)


def unit_twice(text: str, end: int, money: str | None) -> int:
    """Where the second unit ends that stands behind the digits that end at `end`; 0 where one is enough."""
    match = _UNIT_TWICE.match(text, end)
    if match:
        return match.end()
    named = _MONEY_TWICE.match(text, end) if money else None
    if named and named["letters"]:
        return named.end()
    if named and money and named["word"].startswith(_WORDS.get(money.strip()[-1], "?")):
        return named.end()
    return 0
