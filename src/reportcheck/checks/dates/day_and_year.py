"""A day that stands several times in one year, and once in the year beside it, with the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import combinations
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times import Time, Times
from reportcheck.words import MONTH_NAMES, pattern, said

_WORD = pattern(r"[^\W\d_]{3,}|\d[\d,.]*%?")
_PLAIN = frozenset(
    "the and for with from this that are was were will has have been its our their not all per any year years ended "
    "ending month months quarter financial fiscal period page date dated".split()
) | frozenset(name.lower() for name in MONTH_NAMES)
_BACK, _ON = 60, 40
_COMMON, _OFTEN = 40, 8
"""So many of the commonest words of a paper tell nothing of what a date is about: the council's own name."""
_LABEL = 2
_PENNIES = pattern(r"[^\n]{0,80}?([£$€]\s?\d[\d,]*\d\.\d\d)(?!\d)")
_STRUCK = 92
"""Days before a paper in which its balances are struck: one that has not moved for a year has two dates too."""
_BESIDE = 300
"""The most letters between two dates of one sentence."""
_ENDS = pattern(r"[.;!?]\s|\n\s*\n|\|")


class Params(NamedTuple):
    """`shared`: a day has so many mates, and so many telling words stand around both; `often`: so many mates need no
    such words; `framed`: so many must a day have that begins or ends a month, and so the years of accounts."""

    shared: int = 3
    often: int = 6
    framed: int = 4


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each day of which the year is told three times or more."""
    times = Times.of(paper.outline)
    common = cache(lambda: _common(times))
    own = read_occasion(paper.outline).day
    for day, all_of in _by_day(times).items():
        if own and (paid := _one_amount(times, all_of, own)):
            yield paid
            continue
        if len(all_of) < params.shared:
            continue
        years = Counter(t.year for t in all_of).most_common()
        if len(years) == 1:
            yield _held(times, all_of)
        elif len(years) == 2 and years[1][1] == 1 and abs((years[0][0] or 0) - (years[1][0] or 0)) == 1:
            odd = next(t for t in all_of if t.year == years[1][0])
            mates = [t for t in all_of if t is not odd]
            mate = _mate(times, odd, mates, _framed(day), params, common)
            if mate is not None:
                message = f"{odd.printed} stands here, but {mate.printed} in {len(mates)} other places."
                yield _told(times, odd, mate, message)


def _by_day(times: Times) -> dict[tuple[int, int], list[Time]]:
    """The whole dates of a paper, by month and day."""
    days: dict[tuple[int, int], list[Time]] = defaultdict(list)
    for time in times.times:
        if time.form == "day" and time.year and time.calendar and time.calendar.whole:
            days[time.calendar.month, time.calendar.day or 0].append(time)
    return days


def _one_amount(times: Times, all_of: list[Time], own: date) -> Relation | None:
    """The date of another year than all others, with an amount to the penny that is told of one of those lately."""
    paid = [(time, match[1]) for time in all_of if (match := _PENNIES.match(times.stream.text, time.end))]
    for (one, first), (two, second) in combinations(paid, 2):
        odd, mate = sorted((one, two), key=lambda time: -abs((own - (time.date or own)).days))
        alone = sum(time.year == odd.year for time in all_of) == 1 and odd.year != mate.year
        if first == second and alone and 0 <= (own - (mate.date or own)).days <= _STRUCK:
            return _told(times, odd, mate, f"{first} is dated {odd.printed} here and {mate.printed} elsewhere.")
    return None


def _framed(day: tuple[int, int]) -> bool:
    """Whether a month, or a year of accounts, begins or ends on that day."""
    return day[1] in (1, 28, 29, 30, 31) or day in ((4, 5), (4, 6))


def _mate(
    times: Times, odd: Time, mates: list[Time], framed: bool, params: Params, common: Callable[[], frozenset[str]]
) -> Time | None:
    """The date in the other year that is told in the same words as the odd one; None where it may be meant."""
    if any(_one_sentence(times, odd, t) for t in mates) or (framed and len(mates) < params.framed):
        return None  # "838 at 31 July 2019, compared to 781 at 31 July 2018".
    mate = max(mates, key=lambda t: _alike(times, odd, t, common()))
    if len(mates) >= params.often and not framed:
        return mate
    labelled = len(mates) >= params.shared and _label(times, odd) == _label(times, mate) != ()
    return mate if labelled or _alike(times, odd, mate, common()) >= params.shared else None


def _one_sentence(times: Times, one: Time, two: Time) -> bool:
    """Whether two dates stand in one sentence, in which two years are compared."""
    first, second = sorted((one, two), key=lambda time: time.start)
    between = times.stream.text[first.end : second.start]
    return len(between) <= _BESIDE and _ENDS.search(between) is None


def _common(times: Times) -> frozenset[str]:
    words: Counter[str] = Counter()
    # Most of what stands between blanks stands there often.
    for token, count in Counter(times.stream.text.lower().split()).items():
        for word in _WORD.findall(token):
            words[word] += count
    return frozenset(word for word, count in words.most_common(_COMMON) if count >= _OFTEN)


def _around(times: Times, time: Time) -> frozenset[str]:
    text = times.stream.text
    around = f"{text[max(0, time.start - _BACK) : time.start]} {text[time.end : time.end + _ON]}".lower()
    return frozenset(_WORD.findall(around)) - _PLAIN


def _alike(times: Times, one: Time, two: Time, common: frozenset[str]) -> int:
    """How many telling words two dates have around them."""
    return len((_around(times, one) & _around(times, two)) - common)


def _label(times: Times, time: Time) -> tuple[str, ...]:
    """The two words before a date, where both tell something: "Opening Balance"."""
    words = _WORD.findall(times.stream.text[max(0, time.start - _BACK) : time.start].lower())[-_LABEL:]
    telling = [w for w in words if w[0].isalpha() and w not in _PLAIN]
    return tuple(telling) if len(telling) == _LABEL else ()


def _held(times: Times, all_of: list[Time]) -> Relation:
    last = all_of[-1]
    message = f"{last.printed} has one year in all {len(all_of)} places."
    others = [all_of[0]]
    return times.stream.judged("day-and-year", last, message, holds=True, others=others)


def _told(times: Times, odd: Time, mate: Time, message: str) -> Relation:
    return times.stream.judged("day-and-year", odd, message, holds=False, better=said(mate.date) if mate.date else "",
        reason="the year of the others", others=[mate], confidence="medium",
    )  # fmt: skip
