"""What a meeting's paper says was done, or is to come, against the day of that meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from reportcheck.model import Paper, Relation
from reportcheck.read.outline.earlier import joined
from reportcheck.read.outline.own_days import OwnDays
from reportcheck.read.times import Time, Times
from reportcheck.words import pattern, said

_NEXT = pattern(
    r"\bnext\s+(?:(?!minutes|to\b)[a-z’'-]+\s+){0,4}(?:meetings?|(?:committee|board|council|session|assembly)"
    r"(?=\s+(?:is|will|takes)\b))\b[\s*|:,–—-]*"
    r"(?:(?:(?:is|are|will|be|being|to|held|take|takes|place|scheduled|for|on|dates?|arranged|fixed|set|due|of|the|this|"
    r"at|in|council|parish|committee|board|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?)"
    r"[\s*|:,–—-]*){0,10}$"
)
_CALLED = pattern(r"\b(?:will|held|takes?|scheduled|summon\w*|attend\w*|invit\w*|notice|hereby|welcome)\b")
_MINUTED = pattern(r"(?i:minutes)\W+(?:of|for)\b")
_QUOTED = pattern(r"\b(?:last|previous|earlier|minutes|matters|adjourned|apolog\w+|had been|was to|were to)\b")
_DONE = pattern(
    r"(?:\b(?:was|were|has been|have been|had been)\s+|[a-z][:;]\s+)(?:(?:not|also|then|duly|last|finally|first)\s+)?"
    r"(?!(?:schedul|plann|expect|remind|inform|told|advis|invit|ask|defer|adjourn|postpon|extend|reschedul|mov|agre|"
    r"resolv|fix|arrang|book|call|due|propos|announc|notif|need|requir|tabl|suggest|confirm|set|project|budget|forecast)\w*)"
    r"(?:\w{2,}ed|held|sent|made|paid|met|done|cut|spent|built|given|taken|begun|seen|sold|bought|written|found|laid|let)\s+"
    r"(?:(?!(?:to|that|for|if|when|whether|will|until|by|from|effective|and|as|event|meeting|show|work|party|trip|visit|hearing|"
    r"session|closure|sale|training|about|with|[a-z]+ing)\b)[a-z’'£$€\d,.]+\s+){0,7}on\s+(?:the\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?$"
)
_DID = pattern(
    r"\b(?:met|spoke|wrote|visited|attended|arrived|died|opened|closed|began|started|took\s+place|inspected|signed)\s+"
    r"(?:(?!(?:to|that|for|if|when|whether|will|until|by|from|as|about)\b)[a-z’']+\s+){0,4}on\s+(?:the\s+)?$"
)
_DATED = pattern(
    r"\b(?:(?:dated|postmarked)\s*:?|(?:letters?|e-?mails?|invoices?|replies|reply|memo|memorandum|complaint)\s+of"
    r"|(?:last|previous)\s+(?:\w+\s+)?meeting\b[^.;]{0,40}\bon|(?:year|quarter|month|period)\s+ended(?:\s+on)?)\s+(?:the\s+)?$"
)
_BALANCE = pattern(
    r"\b(?:balances?|cash|bank|accounts?|reconcil\w+|funds|deposits?|statements?)\b[^.;:\n]{0,50}\b(?:as\s+(?:at|of|on)|at|to)\s+"
    r"(?:the\s+)?$|\b(?:balances?|cash|funds)\s+(?:(?:at|in|the|our|bank|hand)\s+){0,4}on\s+(?:the\s+)?$"
)
_REPORT_OF = pattern(
    r"\b(?:financial|treasurer['’]?s?|bank|accounts?|finance|budget)\s+(?:reports?|statements?)\b[^.;:\d\n]{0,40}\b(?:for|of)\s+"
    r"(?:the\s+)?(?:month\s+(?:of|ended|ending)\s+)?$"
)
_BEFORE_IT = pattern(
    r"\b(?:bank\s+statements?\b[^.;]{0,40}\b(?:dated?|as (?:of|at))|statements?\s+dated|"
    r"(?:last|previous)\s+(?:\w+\s+)?meeting\b[^.;]{0,40}\bon)\s*(?:the\s+)?$"
)
_PAID = pattern(
    r"\b(?:salary|salaries|wages?|pension|rent|stipend|honorarium)\W{1,3}(?:(?:for|month|in|the)\W{1,3}){0,3}$"
)
_MONTHLY = (("month", _REPORT_OF, (28, 75)), ("month", _PAID, (-31, 45)), ("day", _BEFORE_IT, (0, 120)))
"""What a meeting has before it from month to month, and how many nights ago it is of: a year ago it was another's."""
_AS_AT = pattern(r"\b(?:as\s+)?(?:at|of|on)\s+(?:the\s+)?$")
_STOOD = pattern(
    r",?\s*(?:(?!will|should|would)[a-z’']+,?\s+){0,6}(?:was|were|had|stood|totalled|totaled|amounted)\b"
    r"(?=[^.;]{0,80}\b(?:balances?|bank|cash|funds?|accounts?)\b)(?=[^.;]{0,80}[£$€]\s?\d)"
)
_POSTED = pattern(
    r"\b(?:agenda|notice)s?\b[^.;\n]{0,120}\b(?:posted|published|displayed|sent|issued)\b"
    r"(?:(?!\b(?:about|for|to|that)\b)[^.;\n]){0,90}\bon\s+$"
)
_OPENS = pattern(r"(?:^|\n|[.;:!?(]|[a-z],|\b(?:that|because|since|as|and|but))\W*$")
_WAS = pattern(
    r"\s+(?:was|were|saw|brought|ended|proved|had been)\s+(?!(?:to|set|approved|adopted|agreed|discussed|proposed)\b)"
)
_AHEAD = pattern(
    r"\b(?:will|shall|forecast|expected|projected|estimated|budget(?:ed)?|to be|planned|would|anticipated|proposed|"
    r"once|until|deadline|due|maturity|matur\w+|expir\w+|renew\w*|effective|draft|approved at|signed)\b"
)
_OWN_MINUTES = pattern(
    r"\bminutes\b(?! (?:of|from|for) (?!th(?:is|ese)\b|\d))[^.;]{0,50}\b"
    r"(?:approv|adopt|confirm|accept|sign|correct|amend|ratif|publish|post|circulat|distribut|upload)ed\b"
)
"""What is done with minutes after the meeting that they are of."""
_YEARLY = pattern(r"\b(?:annual|agm|yearly|compar\w+|last year|prior year|previous year)\b")
_BACK = 160
_YEAR = 430
_LONG_AGO, _LATELY = 330, 50
_MOST = 2
"""Where more days than this are late, and most of them, the paper's own day is doubted, and not they."""
_OPENING, _HEAD = 1500, 8
"""Characters in which a paper says what it is of; rows under a head in which a notice may call its meeting the next."""


class Params(NamedTuple):
    """`next`: the next meeting is to come; `done`: what was done, or dated, or struck, was so by then."""

    test: Literal["next", "done"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such day in the minutes or the agenda of a meeting."""
    own = OwnDays.of(paper.outline)
    if not own.days:
        return
    times = Times.of(paper.outline)
    numbered = tuple(item.order for item in paper.outline.items if item.kind == "number")
    found = list(_found(times, own, params.test, numbered))
    late = [relation for relation in found if relation.verdict != "held"]
    doubted = len({r.evidence[0].figure.text for r in late}) > _MOST and len(late) > len(found) // 2
    yield from (relation for relation in found if relation.verdict == "held" or not doubted)


def _found(times: Times, own: OwnDays, test: Literal["next", "done"], numbered: tuple[int, ...]) -> Iterator[Relation]:
    what = "paper is of" if own.reported else "meeting was on"
    led = 0
    for at, time in enumerate(times.times):
        # "On 1 and 8 May": what is said before the first is said of both.
        led = led if at and joined(times.stream.text[times.times[at - 1].end : time.start]) else time.start
        if test == "done" and time.form == "year":
            yield from _over(times, time, own)
        if time.form not in ("day", "month") or not time.calendar or not time.calendar.possible:
            continue
        first, last = own.around(times.stream.row(time.start))
        before = times.stream.text[max(0, led - _BACK) : led].lower()
        if test == "done":
            yield from _done(times, time, before, last, what)
        elif not own.reported and (called := _NEXT.search(before)):
            line = before[: called.start()].rsplit("\n", 1)[-1]
            if not _QUOTED.search(line[-60:]):
                said_so = bool(_CALLED.search(line + before[called.start() :]))
                headed = "\n" in called.group().rstrip() or _may_call_itself(times, time, own, numbered, said_so)
                yield from _next(times, time, first, headed)


def _may_call_itself(times: Times, time: Time, own: OwnDays, numbered: tuple[int, ...], said_so: bool) -> bool:
    """Whether a notice at the head of a paper, or a report that goes to a meeting, may call that meeting the next."""
    row = times.stream.row(time.start)
    head = own.row(row)
    if not numbered:
        return not _MINUTED.search(times.stream.text[:_OPENING]) or (said_so and row - head <= _HEAD)
    return not any(head < order < row for order in numbered)


def _next(times: Times, time: Time, own: date, headed: bool) -> Iterator[Relation]:
    """The next meeting is after this one; `headed`: a notice or a foot may call the meeting itself so."""
    day = time.calendar.last if time.calendar and time.year else _soon(times, time, own)
    if day is None or not -_YEAR < (day - own).days < 2 * _YEAR or (day == own and headed):
        return
    if (day - own).days > 0:
        message = f"The next meeting, {time.printed}, is after this one, on {said(own)}."
        yield _told(times, time, message, holds=True)
        return
    which = "the day of this one" if day == own else f"before this one, on {said(own)}"
    message = f"The next meeting is dated {time.printed}, {which}."
    yield _told(times, time, message, _moved(time, own, 1, -199, 0) if time.day else "")


def _soon(times: Times, time: Time, own: date) -> date | None:
    """The day that one without a year is: on the weekday before it, or lately past where the next is a year away."""
    if not time.calendar or not time.day or _YEARLY.search(times.stream.text[:_OPENING].lower()):
        return None
    days = [d for by in (-1, 0, 1) if (d := replace(time.calendar, year=own.year + by).whole)]
    weekday = times.stream.weekday(time.start)
    if weekday is not None:
        fitting = [day for day in days if day.weekday() == weekday]
        return fitting[0] if len(fitting) == 1 else None
    coming = [day for day in days if (day - own).days > 0]
    passed = [day for day in days if -_LATELY < (day - own).days <= 0]
    return passed[0] if passed and (coming[0] - own).days > _LONG_AGO - _LATELY else coming[0] if coming else None


def _done(times: Times, time: Time, before: str, own: date, what: str) -> Iterator[Relation]:
    """What was done on a day, or is dated or struck on it, by the meeting that heard of it."""
    first = time.calendar.first if time.calendar else None
    month = time.form == "month"
    monthly = next((reach for form, words, reach in _MONTHLY if form == time.form and words.search(before)), None)
    found = monthly or (not month and _dated(times, time, before))
    if first is None or not found or not -_YEAR < (first - own).days < _YEAR or _ahead(times, time):
        return
    late = (first - own).days
    if monthly and late <= -_LONG_AGO and (better := _moved(time, own, 1, *monthly)) and not _YEARLY.search(before):
        yield _told(times, time, f"{time.printed} is a year old on {said(own)}: {better} would be the last.", better)
        return
    if late <= 0:
        if not month:
            yield _told(times, time, f"{time.printed} is not after {said(own)}.", holds=True)
        return
    if month and ((first.year, first.month) == (own.year, own.month) or not _REPORT_OF.search(before)):
        return
    printed = time.printed
    message = f"{printed} is told as past, but the {what} {said(own)}."
    yield _told(times, time, message, _moved(time, own, -1, 0, 120))


def _over(times: Times, time: Time, own: OwnDays) -> Iterator[Relation]:
    """A year that is told as over before it has begun: "2024 was the first year that we met", in 2023."""
    text = times.stream.text
    last = own.around(times.stream.row(time.start))[1]
    opens = _OPENS.search(text[max(0, time.start - _LATELY) : time.start])
    if not opens or not _WAS.match(text[time.end : time.end + _LATELY]) or (time.year or 0) - last.year not in (0, 1):
        return
    holds = time.year == last.year
    message = f"{time.printed} is not after {said(last)}."
    if not holds:
        message = f"{time.printed} is told as past, but the paper is of {said(last)}."
    yield _told(times, time, message, "" if holds else str(last.year), holds=holds)


def _dated(times: Times, time: Time, before: str) -> bool:
    """Whether a day is that of something done, dated, posted, or of a balance that is told of before it or after it."""
    if any(words.search(before) for words in (_DONE, _DID, _DATED, _BALANCE, _POSTED)):
        return True
    after = times.stream.text[time.end : time.end + _BACK].lower()
    return bool(_AS_AT.search(before) and _STOOD.match(after))


def _moved(time: Time, own: date, by: int, low: int, high: int) -> str:
    """The same time of the year before or after, where it lies so many nights before the meeting; else empty."""
    day = replace(time.calendar, day=time.day or 1, year=(time.year or 0) + by).whole if time.calendar else None
    if day is None or not low <= (own - day).days < high:
        return ""
    return said(day, whole=bool(time.day))


def _ahead(times: Times, time: Time) -> bool:
    """Whether the sentence speaks of what is to come, or of the paper's own approval at a later meeting."""
    sentence = times.stream.sentence(time.start).lower()
    return bool(_AHEAD.search(sentence) or _OWN_MINUTES.search(sentence))


def _told(times: Times, time: Time, message: str, better: str = "", *, holds: bool = False) -> Relation:
    return times.stream.judged("own-day", time, message, holds=holds, better=better,
        confidence="medium", reason="the same day of another year",
    )  # fmt: skip
