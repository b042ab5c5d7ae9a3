"""One event dated two ways: a meeting on a Sunday that was held on the Monday, a plan with two ends, a deadline."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from reportcheck.model import Figure, Mark, Paper, Passage, Relation
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.prose import dated, dated_everywhere, holding
from reportcheck.records import record
from reportcheck.words import COUNT, WEEKDAYS, YEAR, count_of, digit_slip, pattern, said

_MEETING_BEFORE = pattern(r"\bmeeting\b[^.;]{0,30}$", re.I)
_MEETING_AFTER = pattern(r"^,?\s*(?:council |board |committee |cabinet )?meeting\b", re.I)
_DECISION = pattern(
    r"^,?\s*(?:the\s+)?(?:\w+\s+)?(?:council|board|committee|cabinet|members)\s+(?:\w+\s+)?"
    r"(?:made|took|agreed|approved|adopted|decided|resolved|met)\b", re.I
)  # fmt: skip
_PLAN = pattern(
    r"\b(?P<name>(?:[A-Z][a-z]+\s+){1,4}(?:Plan|Strategy|Framework|Charter))\b"
    r"(?P<gap>(?:[^.;:\d]{0,70}?\b(?:for|covering|from|until))?\s*\(?)\s*"
    rf"(?P<first>{YEAR})\s?(?:to|[-–])\s?(?P<last>{YEAR}|\d\d)\b(?![/\d])"
)
_PLANS = ("Plan", "Strategy", "Framework", "Charter")
_VAGUE = frozenset(
    "Our The This A An Its New Draft Revised Current Annual Business Corporate Strategic Action Delivery Financial "
    "Term Medium Long Service Improvement Audit Capital Council Trust Local".split()
)
_DEADLINE = pattern(
    rf"\b(?P<count>{COUNT})\s+days?\s+(?:beginning|starting|commencing)\s+(?:on|with)\s+"
    r"(?P<from>the (?:day|date)\b|\d)", re.I
)  # fmt: skip
_BY = pattern(r"\b(?:by|before|no later than|not later than|until|on or before)\s+(?:the\s+)?$", re.I)
_AFTER = 320


class Params(NamedTuple):
    """Which kind of event."""

    test: Literal["meeting", "plan", "deadline"]


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each event that is dated twice, or whose date can be counted."""
    if params.test == "meeting":
        yield from _meetings(paper)
    elif params.test == "plan":
        yield from _plans(paper)
    else:
        yield from _deadlines(paper)


@record(frozen=True, slots=True)
class _Mention:
    passage: Passage
    mark: Mark
    day: date


def _meetings(paper: Paper) -> Iterator[Relation]:
    """A meeting on a Saturday or a Sunday, where another mention in that month is one slip away and on a weekday."""
    own = read_occasion(paper.outline).day
    mentions = list(_mentions(paper, own.year if own else None))
    for mention in mentions:
        if mention.day.weekday() < 5:
            continue
        twin = next((m for m in mentions if m.day.weekday() < 5 and _slip(m.day, mention.day)), None)
        if twin is None:
            continue
        message = (
            f"{said(mention.day)} was a {WEEKDAYS[mention.day.weekday()]}; "
            f"elsewhere in the paper the meeting is dated {twin.mark.text.rstrip('.')}."
        )
        stated, other = mention.passage.figure(mention.mark), twin.passage.figure(twin.mark)
        yield _relation(stated, other, message, mention.passage, mention.mark, said(twin.day))
    weekdays = Counter(m.day for m in mentions if m.day.weekday() < 5)
    for day, count in sorted(weekdays.items()):
        if count > 1:
            one, two = [m for m in mentions if m.day == day][:2]
            first, second = one.passage.figure(one.mark), two.passage.figure(two.mark)
            yield _relation(first, second, f"The meeting of {said(day)} has one date.", one.passage, one.mark, None)


def _mentions(paper: Paper, year: int | None) -> Iterator[_Mention]:
    for passage, days in dated_everywhere(paper):
        text = passage.text.text
        for mark, day in days:
            if day.day is None or not day.possible:
                continue
            after = text[mark.end : mark.end + 60]
            before = text[max(0, mark.start - 50) : mark.start]
            if not (_MEETING_AFTER.match(after) or _DECISION.match(after) or _MEETING_BEFORE.search(before)):
                continue
            chosen = day.year or year
            if chosen and 1900 <= chosen <= 2100 and (day.month, day.day) != (2, 29):
                held = date(chosen, day.month, day.day)
                if not _named_rightly(before, held):
                    yield _Mention(passage, mark, held)


def _named_rightly(before: str, day: date) -> bool:
    """ "Saturday 10 May": a day of a weekend whose name is printed with it was meant."""
    return day.weekday() > 4 and before.rstrip(" ,").endswith(WEEKDAYS[day.weekday()])


def _slip(one: date, two: date) -> bool:
    """Whether two days of a month are neighbours, or one slip of a digit apart."""
    if (one.year, one.month) != (two.year, two.month):
        return False
    return abs(one.day - two.day) <= 1 or digit_slip(one.day, two.day)


def _plans(paper: Paper) -> Iterator[Relation]:
    """A plan that begins in one year and ends in two."""
    found: dict[tuple[str, int], list[_Span]] = {}
    for key, span in _named_plans(paper):
        found.setdefault(key, []).append(span)
    for (name, first), group in sorted(found.items()):
        ends = Counter(span.last for span in group)
        usual, times = ends.most_common(1)[0]
        twin = next(span for span in group if span.last == usual)
        for span in group if times > 1 else ():
            odd = span.last != usual
            if span is twin or (odd and (times < 2 * ends[span.last] or first == span.last)):
                continue
            message = (
                f"The {name} is dated {first} to {span.last} here, but {first} to {usual} in {times} other places."
            )
            other = twin.passage.figure(replace(twin.mark, text=f"{first}-{usual}"), name)
            stated = span.passage.figure(span.mark, name)
            yield _relation(stated, other, message, span.passage, span.mark, f"{first} to {usual}" if odd else None)


class _Span(NamedTuple):
    """Where a plan is named with its first and its last year."""

    passage: Passage
    mark: Mark
    last: int


def _named_plans(paper: Paper) -> Iterator[tuple[tuple[str, int], _Span]]:
    """The plans of a paper by their names and their first years."""
    wordy = (p for p in paper.wordy if any(word in p.text.text for word in _PLANS))
    for passage in (*holding(paper.passages, *_PLANS), *wordy):
        if not any(m.kind in ("period", "year") for m in passage.marks):
            continue
        for match in _PLAN.finditer(passage.text.text):
            words = list(itertools.dropwhile(lambda word: word in _VAGUE, match["name"].split()))
            first, last = int(match["first"]), int(match["last"])
            last += first // 100 * 100 if last < 100 else 0
            start, end = match.start("first"), match.end("last")
            if len(words) > 1:
                yield (
                    (" ".join(words[-3:]), first),
                    _Span(passage, Mark("period", start, end, match.string[start:end]), last),
                )


def _deadlines(paper: Paper) -> Iterator[Relation]:
    """ "Within 14 days beginning on the day of the meeting ... by 28 November": the first day is day 1."""
    own = read_occasion(paper.outline).day
    last: tuple[Mark, date] | None = None
    for passage, days in dated(paper):
        text = passage.text.text
        match = _DEADLINE.search(text) if "days" in text or "Days" in text else None
        for mark, day in days:
            if match and mark.start > match.start() and last and day.whole:
                begun = last[1] if match["from"].startswith("t") and (day.whole - last[1]).days < 60 else own
                if (
                    begun
                    and mark.start - match.end() < _AFTER
                    and _BY.search(text[max(0, mark.start - 20) : mark.start])
                ):
                    yield _counted(passage, match, mark, begun, day.whole)
                    match = None
            if day.whole:
                last = (mark, day.whole)


def _counted(passage: Passage, match: re.Match[str], mark: Mark, begun: date, end: date) -> Relation:
    count = count_of(match["count"])
    right = begun + timedelta(days=count - 1)
    message = f"{count} days beginning on {said(begun)} end on {said(right)}, not on {mark.text}: the first day counts."
    stated = passage.figure(mark)
    doubt = abs((end - right).days) > 3
    return _relation(stated, None, message, passage, mark, None if end == right or doubt else said(right))


def _relation(
    stated: Figure, other: Figure | None, message: str, passage: Passage, mark: Mark, better: str | None
) -> Relation:
    quote = passage.text.excerpt(mark.start, mark.end)
    if better is None:
        message = f"{stated.text} agrees with the other mentions of it."
    by = (other,) if other else ()
    return Relation.judged("event-date", stated, better is None, message, by=by, better=better or "", quote=quote)
