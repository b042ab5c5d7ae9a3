"""Number words -> marks and counts, and back: "twelve", "two hundred and five", "a third", "half"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from reportcheck.model import Mark
from reportcheck.patterns import pattern
from reportcheck.quantity import Quantity

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: n for n, word in enumerate(_ONES, start=1)},
    **{word: n for n, word in enumerate(_TEENS, start=10)},
    **{word: n * 10 for n, word in enumerate(_TENS, start=2)},
    "a": 1, "dozen": 12,
}  # fmt: skip
NUMBERS = _VALUES.keys() - {"a"}
"""The words that numbers under a hundred are made of."""
_BIG = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ROUND = {word: size for word, size in _BIG.items() if size > 100}
_ONE = "|".join(_ONES)
_WRITTEN = ("nought", *_ONES, *_TEENS[:3])
SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONE})\b)?|{'|'.join(_TEENS)}|{_ONE})"
"""A number in words, in small letters, up to ninety-nine: part of a pattern."""
COUNT = rf"(?:\d{{1,2}}\b|{SMALL})"
"""The same, or one of two digits."""
_HUNDREDS = rf"(?:(?:{_ONE}|a)\s+hundred\b(?:\s+(?:and\s+)?{SMALL}\b)?|{SMALL}\b)"
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_WORDS = pattern(
    # With what letters such a number begins is asked first: most words begin with others.
    rf"\b(?=on|tw|th|fo|fi|si|se|ei|ni|te|el|ha|qu|a[\s-])(?:(?P<share>(?:(?P<top>one|two|three|four|a)[\s-])?(?P<part>half|thirds?|quarters?|fifths?|sixths?|tenths?))\b"
    rf"|(?P<number>(?:(?:{_HUNDREDS}|a)\s+(?:million|thousand|billion)\b"
    rf"(?:,?\s+(?:and\s+)?{_HUNDREDS}(?:\s+(?:million|thousand)\b)?){{0,3}}|{_HUNDREDS}"
    r"|a\s+dozen\b)))"
)
_OPENINGS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twent|fort|nineteen|half|quarter|tenth|one"
)
_SPELT = pattern(rf"[^a-z](?=[tfsenhqoa])(?<!\w)(?:{_OPENINGS}|a\s+(?:dozen|hundred|thousand|million))")
"""What may open a number, with what stands before it: most characters are small letters, and passed over at once."""
_AFTER_ONE = pattern(
    r"\s+(?!(?:of|another|that|who|which|is|was|in|to|off|day|can|must|hand|and|or|for|the|size|way|has|on|at|by|with|be"
    r"|stop|per)\b)[a-z]{3}"
)
_BEFORE_ONE = frozenset("no any every some each this that the another only which not number level day day's".split())
_AFTER_HALF = pattern(r"(?:\s*-|\s+(?:year|term|day|board|hour|a\b|yearly|past|way|price|time|cycle|point))")
_PER_CENT = pattern(r"\s+per\s?cent\b(?!\s?(?:age|points?))")
_LOWER = {n: ord(chr(n).lower()) for n in range(128)}


def count_of(printed: str) -> int:
    """The whole number that digits or words print: "21", "twenty-one"."""
    return int(printed) if printed.isdecimal() else _value(printed.lower())


def in_words(number: int) -> str:
    """A count as a sentence prints it: in words up to twelve, then in digits."""
    return _WRITTEN[number] if 0 <= number < len(_WRITTEN) else f"{number:,}"


@lru_cache(maxsize=8192)
def first_spelt(text: str) -> int:
    """Where the first word of a text stands that may open a number; -1 where none does, as in most texts."""
    match = _SPELT.search(f" {_lower(text)}")
    return match.start() if match else -1


def _lower(text: str) -> str:
    """The text in small letters, each where it was."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)


def spelt(text: str, start: int = 0) -> list[Mark]:
    """The counts and shares of a text that are written in words; "one of the", "no one" and "two-day" are none."""
    first = first_spelt(text)
    if first < 0:
        return []
    lower, found = _lower(text), []
    for match in _WORDS.finditer(lower, max(first - len("a "), start)):
        mark = _mark(text, lower, match)
        if mark:
            found.append(mark)
    return found


def _mark(text: str, lower: str, match: re.Match[str]) -> Mark | None:
    begin, end = match.span()
    if lower[begin - 1 : begin] in ("-", "'", "’") or (
        lower[end : end + 1] == "-" and lower[end + 1 : end + 2].isalpha()
    ):
        return None
    if match.group("share"):
        return _share(text, lower, match)
    words = match.group("number")
    if words == "one":
        before = lower[max(begin - 14, 0) : begin].split()
        if (before and before[-1] in _BEFORE_ONE) or not _AFTER_ONE.match(text, end):
            return None
    percent = _PER_CENT.match(lower, end)
    stop = percent.end() if percent else end
    # "Two million" is as round as "2 million" is.
    scale = _ROUND.get(words.rsplit(None, 1)[-1], 1)
    quantity = Quantity(text[begin:stop], Decimal(_value(words)), "percent" if percent else None, scale, Decimal(scale))
    return Mark("figure", begin, stop, text[begin:stop], quantity)


def _share(text: str, lower: str, match: re.Match[str]) -> Mark | None:
    """A share in words as a percentage: only with its own count ("two thirds"), or as "half"."""
    begin, end = match.span()
    part, top = match.group("part"), match.group("top")
    single = part.removesuffix("s") if part not in _PARTS else part
    if single == "half":
        if (
            top not in (None, "one")
            or _AFTER_HALF.match(lower, end)
            or lower[max(begin - 7, 0) : begin].endswith(("second ", "first "))
        ):
            return None
    elif top is None or not re.match(r"\s+of\b", lower[end : end + 4]):
        return None
    value = Decimal(100) * _VALUES.get(top or "a", 1) / _PARTS[single]
    quantity = Quantity(text[begin:end], round(value, 2), "percent", approximate=True)
    return Mark("figure", begin, end, text[begin:end], quantity)


def _value(words: str) -> int:
    """The count that words spell."""
    total = part = 0
    for word in words.replace("-", " ").replace(",", " ").split():
        if word == "and":
            continue
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _BIG:
            total += (part or 1) * _BIG[word]
            part = 0
        elif word == "dozen":
            part = (part or 1) * 12
        else:
            part += _VALUES[word]
    return total + part
