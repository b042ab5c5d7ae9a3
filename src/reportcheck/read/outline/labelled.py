"""A text -> the label that it is as a whole: "Phase 2", "INV-1041", "March", "FY19 Actual"."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportcheck.model import Text
from reportcheck.patterns import pattern
from reportcheck.words.calendar import MONTHS, PRINTED_MONTH, WEEKDAYS
from reportcheck.words.things import KINDS

DAYS = "|".join(f"{day}|{day[:3]}" for day in WEEKDAYS)
_NAMED = pattern(rf"(?:(?P<month>{PRINTED_MONTH})(?:\.?,?\s+(?P<year>20\d\d|19\d\d))?|(?P<day>{DAYS}))(?=[\s:.,*–-]*$)")
_COUNTED = pattern(
    r"(?P<before>(?:[^\W\d_][^\W\d_.’'&]*[\s.#-]+){0,4}(?:[A-Z]{1,4}[-–/ ]?)?)"
    r"(?P<parent>(?:\d{2,8}\s?[-/–])?)(?P<number>0{0,4}\d{1,6}|(?<=[a-z]\s)[A-H])(?P<tail>(?:[-/–]\d{2,4})?)"
    r"(?P<after>(?:\s+[^\W\d_(][^\d\t|]{0,24})?)(?=[*\s]*$)"
)
_NO_LIST = KINDS.keys() | frozenset(
    "rank position place joint total note notes page volume top over under age aged up to size room act section "
    "article box ward line lines route version".split()
)
"""What may share a number, has a reader of its own, or is counted by other things than one at a time."""
MOST = 60
"""Letters: what is longer is no label."""
_LETTERS = "ABCDEFGH"


class Label(NamedTuple):
    """A label in its place: `value` is what it counts, `family` and `parent` what it has in common with its fellows."""

    family: str
    parent: str
    value: int
    printed: str
    text: Text
    start: int
    end: int
    title: str
    named: bool
    """Whether words or a form tell what is counted: "Phase 2", "March", "2016-17"; a bare number could be anything."""


def label_of(text: Text) -> Label | None:
    """The label that a text is as a whole."""
    words = text.text.strip(" *\n\t").rstrip(" =:")
    if not words or (words[-1].isalpha() and not words[0].isalpha() and not words[0].isdecimal()):
        return None
    begin = text.text.find(words)
    if named := _NAMED.match(words):
        return _calendar(named, text, begin)
    match = _COUNTED.match(words)
    if match is None or len(words) > MOST:
        return None
    return _counted(match, text, begin)


def _calendar(match: re.Match[str], text: Text, begin: int) -> Label:
    if match["day"]:
        family, value = "weekday", next(n for n, d in enumerate(WEEKDAYS) if d.startswith(match["day"][:3]))
    else:
        family, value = "month", MONTHS[match["month"].lower()] + 12 * int(match["year"] or 0)
        family += " year" if match["year"] else ""
    end = begin + match.end()
    return Label(family, "", value, match.group().strip(), text, begin, end, "", True)


def _counted(match: re.Match[str], text: Text, begin: int) -> Label | None:
    before, after = match["before"].casefold(), match["after"].casefold()
    number, parent, tail = match["number"], match["parent"], match["tail"]
    words = frozenset(re.split(r"[\s.#-]+", before + " " + after))
    if words & _NO_LIST or (parent and tail):
        return None
    value = int(number) if number.isdecimal() else _LETTERS.index(number) + 1
    years = (len(number) == 4 and 1900 <= value < 2100) or before.strip().startswith("fy")
    if parent and _spans(int(parent[:-1]), int(number)):
        value, parent, years = int(parent[:-1]), "", True
    elif tail and _spans(value, int(tail[1:])):
        tail, years = "", True
    beside = years or bool(parent + tail)
    named = bool(before.strip(" -#."))
    if named and not beside and len(number) > 4 and " " in before:
        return None
    printed = " ".join(match.group().split())
    family = _family(before, number, after, parent, tail)
    at = begin, begin + match.end()
    return Label(family, (parent or tail).strip("-/–"), value, printed, text, *at, "", named or beside)


def _family(before: str, number: str, after: str, parent: str, tail: str) -> str:
    """What a label has in common with those that it is counted with: its words and the shape of its number."""
    shape = f"{'0' if number.startswith('0') and len(number) > 1 else ''}{'a' if number.isalpha() else '#'}"
    return " ".join(f"{before.strip()} {'9' if parent else ''}{shape}{'9' if tail else ''} {after}".split())


def _spans(first: int, last: int) -> bool:
    """Whether two numbers are a year and the next: 2016-17, 2016-2017, 16/17."""
    return last in (first + 1, (first + 1) % 100) and (first > 1900 or (first < 100 and last - first == 1 and last > 9))
