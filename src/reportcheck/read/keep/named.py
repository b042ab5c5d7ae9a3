"""A paper's address -> the body that it is of, its date, its year, its series and whether it is a draft."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import Literal, NamedTuple

from reportcheck.patterns import pattern
from reportcheck.words.calendar import MONTHS
from reportcheck.words.stems import stem

_DAY = pattern(r"(?<!\d)((?:19|20)\d\d)[-_. ]?([01]\d)[-_. ]?([0-3]\d)(?!\d)")
_MONTH = pattern(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)")
_YEARS = pattern(r"(?<!\d)((?:19|20)\d\d)\s?[-_–/]\s?(?:20)?(\d\d)(?!\d)")
_FISCAL = pattern(r"(?i)(?<![a-z])fye?[-_ ]?'?(?:20)?(\d\d)(?!\d)")
_YEAR = pattern(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_WORD = pattern(r"[A-Za-z]+")
_DATED = pattern(r"(?i)(?:\d+(?:st|nd|rd|th)?|q[1-4]|fye?\d*|[\d\W_]+|" + "|".join(MONTHS) + r")*$")
_DRAFT = frozenset("draft proposed consultation".split())
_FINAL = frozenset("final adopted approved confirmed".split())
_PASSING = _DRAFT | _FINAL | frozenset("revised updated signed copy version v fy fye the of and for".split())


class Named(NamedTuple):
    """What the name of a paper's file says."""

    day: date | None = None
    month: bool = False
    """Whether `day` stands for its month."""
    year: int | None = None
    series: frozenset[str] = frozenset()
    stage: Literal["draft", "final", ""] = ""


def read_name(path: str) -> Named:
    """What an address says of the paper: "2024-05-14-draft-minutes.pdf"."""
    name = PurePath(path.replace("\\", "/")).stem
    words = {word.lower() for word in _WORD.findall(name)}
    series = frozenset(stem(w) for w in words if w not in _PASSING and w not in MONTHS and len(w) > 1)
    stage: Literal["draft", "final", ""] = "draft" if words & _DRAFT else "final" if words & _FINAL else ""
    day = _read_day(name)
    years = _YEARS.search(name)
    follows = years is not None and int(years[2]) == (int(years[1]) + 1) % 100
    fiscal = _FISCAL.search(name)
    plain = _YEAR.search(name)
    year = int(years[1]) if years and follows else 1999 + int(fiscal[1]) if fiscal else int(plain[1]) if plain else None
    if day is not None and day[0] is not None:
        return Named(day[0], day[1], year if follows or fiscal else None, series, stage)
    return Named(None, False, year, series, stage)


def _read_day(name: str) -> tuple[date, bool] | None:
    """The day of a name, or the first of its month."""
    for match in _DAY.finditer(name):
        if (found := _date(match[1], match[2], match[3])) is not None:
            return found, False
    for match in _MONTH.finditer(name):
        if not _YEARS.match(name, match.start()) or int(match[2]) != (int(match[1]) + 1) % 100:
            return date(int(match[1]), int(match[2]), 1), True
    words = [w for w in re.findall(r"[A-Za-z]+|\d+", name) if not w.isdigit() or len(w) == 4]
    for at, word in enumerate(words):
        number = MONTHS.get(word.lower())
        near = [w for w in words[max(0, at - 1) : at + 2] if w.isdigit() and w[:2] in ("19", "20")]
        if number and near:
            return date(int(near[-1]), number, 1), True
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def body_of(path: str) -> str:
    """The folder of the body: the nearest above the paper whose name is more than a date."""
    parts = PurePath(path.replace("\\", "/")).parts[:-1]
    while parts and _DATED.match(parts[-1]):
        parts = parts[:-1]
    return "/".join(parts).replace("//", "/") if parts else ""
