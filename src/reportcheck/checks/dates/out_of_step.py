"""The same words with another time: one running head, one title or one phrase that departs from all its fellows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.once import once
from reportcheck.read.times import Time, Times
from reportcheck.words import MONTHS, pattern

_TOKEN = pattern(r"[^\W\d_]+|\d[\d,./-]*")
_SMALL = frozenset("the and for with from this that are was were will has have been".split())
_PLAIN = (
    _SMALL
    | frozenset(MONTHS)
    | frozenset(
        "its our their not all per any year years ended ending month months quarter financial fiscal period page date "
        "dated".split()
    )
)
_LAW = pattern(r"\b(?:Acts?|Regulations?|Order|Directive|Code|Rules|Bill|Statute)\b[^.;]{0,12}$")
_NAME = pattern(r"(?:[A-Z][\w’'&-]*\s+){0,3}[A-Z][\w’'-]+\s+(?:for\s+)?$")
_BACK, _ON = 100, 50
_APART = 160
_WORDS, _LEAST, _SHORT = 3, 3, 300


class Params(NamedTuple):
    """`least`: so many fellows must agree, and none may stand with the one that departs; of a name, `named`."""

    least: int = 3
    named: int = 6


Key = tuple[str, ...]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each set of fellows: their time is one, or one of them departs."""
    times = Times.of(paper.outline)
    told: set[int] = set()
    ways: tuple[tuple[Callable[[Times, Time], Key | None], int], ...] = (
        (_row, params.least), (_foot, params.named), (_phrase, params.least), (_name, params.named),
    )  # fmt: skip
    for key_of, least in ways:
        for fellows in _fellows(times, key_of).values():
            if len(fellows) < least + _framed(fellows[0]):
                continue
            odd = _odd(times, fellows, key_of is _name)
            if odd is None:
                yield from _held(times, fellows)
            elif odd.start not in told:
                told.add(odd.start)
                yield _told(times, odd, fellows)


def _framed(time: Time) -> bool:
    """Whether a day begins or ends a month: such days stand with the same words for each year of accounts."""
    return time.form == "day" and (time.day in (1, 28, 29, 30, 31, None))


def _fellows(times: Times, key_of: Callable[[Times, Time], Key | None]) -> dict[Key, list[Time]]:
    found: dict[Key, list[Time]] = defaultdict(list)
    for time in times.times:
        if key := key_of(times, time):
            length = str((time.until or 0) - (time.year or 0))
            found[(time.form, re.sub(r"\s", "", time.mould), length, *key)].append(time)
    return found


def _row(times: Times, time: Time) -> Key | None:
    """The whole row: a running head, a title, a sentence of its own."""
    row = _rows(times).get(time.start)
    return row if row and len({w for w in row if len(w) >= _LEAST and w[0].isalpha()} - _PLAIN) >= _LEAST else None


def _foot(times: Times, time: Time) -> Key | None:
    """The whole row but for its other digits: "Page 7 of 12 ... 12 May 2025"."""
    row = _rows(times).get(time.start, ())
    if "page" not in row or time.form == "quarter":
        return None
    return tuple("9" if t[0].isdecimal() else t for t in row)


@once
def _rows(times: Times) -> dict[int, Key]:
    """For each time that stands in a short row the row's words, with a sign for the time."""
    found: dict[int, Key] = {}
    for time in times.times:
        begin, end = times.stream.line(time.start)
        if end - begin <= _SHORT:
            before, after = times.stream.text[begin : time.start].lower(), times.stream.text[time.end : end].lower()
            found[time.start] = (*_TOKEN.findall(before), "#", *_TOKEN.findall(after))
    return found


def _phrase(times: Times, time: Time) -> Key | None:
    """Four words before and two after."""
    text = times.stream.text
    before = _TOKEN.findall(text[max(0, time.start - _BACK) : time.start].lower())[-4:]
    after = _TOKEN.findall(text[time.end : time.end + _ON].lower())[:2]
    words = frozenset(w for w in before + after if len(w) > 2 and w[0].isalpha()) - _SMALL
    return (*before, "#", *after) if len(words) >= 2 and words - _PLAIN and len(before) >= 3 else None


def _name(times: Times, time: Time) -> Key | None:
    """A name with its year: "Draft Budget 2026", "Support Scheme for 2026"."""
    text = times.stream.text
    begin = max(times.stream.line(time.start)[0], time.start - 60)
    match = _NAME.search(text, begin, time.start)
    if not match or time.form not in ("year", "years"):
        return None
    words = [w for w in _TOKEN.findall(match.group().lower()) if w != "for"][-2:]
    return tuple(words) if len(words) == 2 and not frozenset(words) & _PLAIN else None


def _value(time: Time) -> tuple[object, ...]:
    return (time.year, time.month, time.day, time.quarter, time.pair)


def _odd(times: Times, fellows: list[Time], named: bool) -> Time | None:
    """The one of them that departs, by a slip, from all others."""
    counts = Counter(map(_value, fellows)).most_common()
    if len(counts) != 2 or counts[1][1] != 1:
        return None
    odd = next(t for t in fellows if _value(t) == counts[1][0])
    mate = next(t for t in fellows if _value(t) == counts[0][0])
    if not _slip(odd, mate) or _LAW.search(times.stream.text[max(0, odd.start - 40) : odd.start]):
        return None
    return None if (named and _beside(times, odd)) or _again(times, odd) else odd


def _slip(odd: Time, mate: Time) -> bool:
    """Whether a time is one slip of the hand away: another year, or another quarter of the same year."""
    if odd.quarter:
        return odd.year == mate.year
    if (odd.month, odd.day, odd.pair) != (mate.month, mate.day, mate.pair):
        return False
    one, two = str(odd.year), str(mate.year)
    return (
        abs((odd.year or 0) - (mate.year or 0)) <= 2
        or sum(a != b for a, b in zip(one, two, strict=True)) == 1
        or sorted(one) == sorted(two)
    )


def _again(times: Times, odd: Time) -> bool:
    """Whether the same words and the same time stand once more: a slip stands once."""
    words = _before(times, odd)
    return any(t is not odd and _value(t) == _value(odd) and _before(times, t) == words for t in times.times)


def _before(times: Times, time: Time) -> tuple[str, ...]:
    """The last few words before a time."""
    return tuple(_TOKEN.findall(times.stream.text[max(0, time.start - _BACK) : time.start].lower())[-_WORDS:])


def _beside(times: Times, odd: Time) -> bool:
    """Whether another year stands near: two years are spoken of there."""
    near = (t for t in times.times if t is not odd and odd.start - _APART < t.start < odd.end + _APART)
    return any(t.year and t.year != odd.year for t in near)


def _held(times: Times, fellows: list[Time]) -> Iterator[Relation]:
    if len(set(map(_value, fellows))) == 1:
        first, last = fellows[0], fellows[-1]
        message = f"{last.printed} stands with the same words {len(fellows)} times."
        span = last
        yield times.stream.judged("out-of-step", span, message, holds=True, others=[first])


def _told(times: Times, odd: Time, fellows: list[Time]) -> Relation:
    mate = min((t for t in fellows if t is not odd), key=lambda t: abs(t.start - odd.start))
    right = mate.printed
    places = f"the {len(fellows) - 1} other places with the same words"
    message = f"{odd.printed} stands here, but {right} in {places}."
    return times.stream.judged("out-of-step", odd, message, holds=False, better=right,
        reason="the time of all the others", others=[mate], confidence="high" if len(fellows) > 4 else "medium",
    )  # fmt: skip
