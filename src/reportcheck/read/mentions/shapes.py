"""What looks like a number and is no amount: dates, times, periods, ordinals, telephone numbers, references, codes."""

from __future__ import annotations

import re

from reportcheck.model import Mark, MarkKind
from reportcheck.patterns import pattern
from reportcheck.words.calendar import MONTH_WORDS, PRINTED_MONTH, YEAR
from reportcheck.words.things import REFERENCE_WORDS

_NTH = r"\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b"
_YEAR = rf"{YEAR}(?![0-9])"

_SHAPE = pattern(
    rf"""
      (?P<date>
          [0-9]{{1,2}}(?:{_NTH})?
            (?:\s?[-–&/]\s?[0-9]{{1,2}}(?:{_NTH})?|\s(?:and|to)\s[0-9]{{1,2}}(?:{_NTH})?)?
            (?:\s+of)?[\s-]{{1,3}}{PRINTED_MONTH}\b\.?
            (?:,?\s+{_YEAR}|[-'’\s]{{1,2}}[0-9][0-9](?![0-9,.%]|\s+[a-z])|-{_YEAR})?
        | [0-9]{{1,2}}[/-][0-9]{{1,3}}[/-](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9/-])
        | [0-9]{{1,2}}\.[0-9]{{2}}\.(?:{YEAR}|[0-9]{{2}})(?![0-9.])
        | {YEAR}-[0-9]{{2}}-[0-9]{{2}}(?![0-9])
      )
    | (?P<time>
          [0-9]{{1,2}}(?:[.:][0-9][0-9])?\s?(?:am|pm|AM|PM|a\.m\.?|p\.m\.?|noon)(?![\w])
        | (?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])
        | [0-2][0-9]{{3}}\s?hrs\b
      )
    | (?P<period>
          {YEAR}\s?/\s?(?:{YEAR}|[0-9][0-9])(?![0-9]|[,.][0-9])
        | {YEAR}s\b
      )
    | (?P<ordinal>[0-9]{{1,4}}{_NTH})
    | (?P<telephone>0[0-9]{{2,4}}\)?[\s-]?[0-9]{{3,4}}[\s-]?[0-9]{{3,6}}(?![0-9,.]))
    """,
    re.VERBOSE,
)
_SPAN_OF_YEARS = pattern(rf"({YEAR})(\s?[-–]\s?)({YEAR}|[0-9][0-9])(?![0-9]|[,.][0-9]|\s?%)")
_SHORT_YEARS = pattern(r"([0-9][0-9])(\s?[-–/]\s?)([0-9][0-9])(?![0-9]|[,.][0-9]|\s?%|\s?/)")
_AFTER_MONTH = pattern(
    rf"[0-9]{{1,2}}(?:{_NTH})?,?\s+{_YEAR}|{_YEAR}(?:[-–/][0-9]{{2}}(?![0-9]))?|[0-9]{{1,2}}{_NTH}|[0-9]{{1,2}}(?![0-9]|[,.][0-9]|\s?%)"
)
_LOWER_ONLY_WITH_CAPITAL = frozenset("no nos points key line target minutes mins years ss act".split())
"""Words that name a reference only when they are written with a capital or an abbreviation's full stop."""
_LOOSE = frozenset(
    "area class decision element goal group line meeting model month objective observation outcome part period point"
    " quarter question risk target term unit week year age term level stage section".split()
)
_DETERMINERS = frozenset(
    "the this that last previous next each every per a one any prior first second whole full financial same".split()
)
"""Before a loose word they make it a plain noun: "in the year 22 households left"."""
_PART = r"[0-9]{1,6}(?:\.[0-9]{1,3}){0,4}[A-Za-z]?(?:\([A-Za-z0-9]{1,3}\)){0,3}(?![\w])"
_NOT_REFERENCE = r"(?!,[0-9]{3}|\s?%|\s?per\s?cent|\s?(?:million|billion|m|bn|k)\b|\.[0-9])"
_ONE_REFERENCE = pattern(rf"{_PART}(?:\s?[-–]\s?{_PART})?{_NOT_REFERENCE}")
_MORE = rf"(?:(?:,?\s(?:and|to|or)\s|,\s?|\s?[-–&]\s?){_PART}){{0,12}}"
_REFERENCES_LIST = pattern(rf"{_PART}{_MORE}{_NOT_REFERENCE}")
_PAGES = pattern(rf"{_PART}(?:\s{_PART}(?=\))|{_MORE}){_NOT_REFERENCE}")
_GROUP = pattern(r"[0-9]{1,2}\)")
_GROUPS = frozenset("Board Committee Panel Group Forum Sub-Committee".split())
LINK = pattern(r"(?:https?://|www\.)[^\s<>]+|[\w.+-]{1,64}@[\w-]+[\w.-]*", re.IGNORECASE)
_CODE = pattern(r"[\w#][\w/#&_'’-]*(?:\.[\w/#&_-]+)*")
_SLASHED = pattern(r"[0-9]+(?:/[0-9]+)+(?![0-9])|[0-9]{1,3}:[0-9]{1,3}(?![0-9:])")
_ITS_SHARE = pattern(r"(?: [a-z'-]{1,20}){0,3} ?\(\s?[0-9]{1,3}(?:\.[0-9]+)?\s?(?:%|per cent)\s?\)")
"""What stands after a part and its whole, "31/82 replies (38%)": no code has a percentage."""
_OUT_OF = pattern(r"\s?(?:/|\sout\s+of\s+|out\s+of\s+)(5|10|100)(?![0-9]|[.,][0-9]|%)")


_LINKS = frozenset("-–&/:")
_DIGITS, _ENOUGH = "0123456789", 24
_GOES_ON = frozenset("-–&/.:'’)aopnthsrAPSNRTJFMOD")
"""What such a shape has after its first digits and white space, a month's capital among them; but for telephones."""


def goes_on(text: str, begin: int, end: int) -> bool:
    """Whether the digits text[begin:end] may be a part of something longer: no comma or bracket ends them."""
    after = text[end : end + 1]
    open_ended = after.isspace() or after.isalpha() or after in _LINKS
    return open_ended or text[begin] == "0" or text.count(".", begin, end) > 1


def shape_at(text: str, at: int) -> Mark | None:
    """The date, time, period, ordinal or telephone number that begins at `at`, a digit."""
    after = text[at : at + _ENOUGH].lstrip(_DIGITS).lstrip()[:1]
    if after and after not in _GOES_ON and text[at] != "0":
        return None
    match = _SHAPE.match(text, at)
    if match:
        kind = match.lastgroup
        kind_: MarkKind = "reference" if kind == "telephone" else kind  # type: ignore[assignment]
        return Mark(kind_, at, match.end(), match.group())
    if after.isalpha():
        return None
    years = _SPAN_OF_YEARS.match(text, at)
    if years and _follows(years.group(1), years.group(3), bool(years.group(2).strip() == years.group(2))):
        return Mark("period", at, years.end(), years.group())
    short = _SHORT_YEARS.match(text, at)
    if short and int(short.group(1)) + 1 == int(short.group(3)):
        slash = "/" in short.group(2)
        if slash or int(short.group(1)) > 19:
            return Mark("period", at, short.end(), short.group())
    slashed = _SLASHED.match(text, at)
    if slashed and not _ITS_SHARE.match(text, slashed.end()):
        kind_ = "score" if slashed.group().endswith(("/5", "/10")) else "code"
        return Mark(kind_, at, slashed.end(), slashed.group())
    return None


def _follows(first: str, second: str, tight: bool) -> bool:
    """Whether the second year comes after the first; with white space between, as the very next or in full."""
    if len(second) == 4:
        return int(second) > int(first)
    after = (int(second) - int(first)) % 100
    return after == 1 or (tight and 1 <= after <= 30)


def dated_after(text: str, at: int, word: str) -> int:
    """Where a date ends that a month's name has opened before `at`; 0 where `word` opens none."""
    if word.rstrip(".,").lstrip("(['\"‘“") not in MONTH_WORDS:
        return 0
    match = _AFTER_MONTH.match(text, at)
    return match.end() if match else 0


def reference_after(text: str, at: int, word: str, bracketed: bool, before: str = "") -> int:
    """Where a reference ends that `word` has opened before `at` ("section" 17, "Table" 2); 0 where it opens none."""
    if bracketed and word in _GROUPS:
        match = _GROUP.match(text, at)
        return match.end() if match else 0
    name = word.lstrip("(['\"‘“").rstrip(".").lower()
    if name not in REFERENCE_WORDS or bracketed:
        return 0
    if name in _LOWER_ONLY_WITH_CAPITAL and word.islower() and not word.endswith("."):
        return 0
    if name in _LOOSE and word.islower() and before.lower() in _DETERMINERS:
        return 0
    pattern = _PAGES if name == "pages" else _REFERENCES_LIST if name.endswith("s") else _ONE_REFERENCE
    match = pattern.match(text, at)
    return match.end() if match else 0


def code_end(text: str, at: int) -> int:
    """Where a token of letters and digits ends that goes through `at`."""
    match = _CODE.match(text, at)
    end = match.end() if match else at + 1
    while end > at + 1 and text[end - 1] in "-'’/&_":
        end -= 1
    return end


def scored(text: str, end: int) -> int:
    """Where a score ends ("4.7 out of 5") whose first number ends at `end`; 0 where it is none."""
    match = _OUT_OF.match(text, end)
    return match.end() if match else 0
