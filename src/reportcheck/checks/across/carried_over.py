"""A balance that a paper opens with and the one that the paper before closes with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from reportcheck.checks.across.abreast import Told, told
from reportcheck.model import Fact, Kept, Span
from reportcheck.words import CLOSING, OPENING, pattern, said, short, spans_in, stems

_OPENING, _CLOSING = pattern(OPENING, re.I), pattern(CLOSING, re.I)
_GUESSED = pattern(r"(?i)\b(?:estimat|project|forecast|budget|anticipat|expect|propos|plan)\w*")
_WORDS = stems(
    "opening beginning starting closing ending end balance brought carried forward estimated projected budget"
)
_DIGITS = 4
"""A balance of so many digits is not the same as another by chance."""


class Params(NamedTuple):
    """No parameters."""


class _Balance(NamedTuple):
    side: Literal["opening", "closing"]
    account: frozenset[str]
    day: date
    guessed: bool
    fact: Fact


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each opening balance of which another paper gives the closing one, or the one a year before."""
    shelf: list[tuple[Kept, tuple[_Balance, ...]]] = []
    closings: dict[tuple[frozenset[str], date], list[int]] = defaultdict(list)
    for at, paper in enumerate(papers):
        mine = balances(paper)
        for opening in mine:
            if opening.side == "opening":
                yield from _judged(at, opening, [shelf[n] for n in _before(opening, closings)])
        for each in mine:
            if each.side == "closing":
                closings[each.account, each.day].append(len(shelf))
        shelf.append((paper, mine))


def _before(opening: _Balance, closings: dict[tuple[frozenset[str], date], list[int]]) -> list[int]:
    """The papers in which the account closes on the day, or on the eve, of its opening, in order."""
    days = (opening.day, opening.day - timedelta(days=1))
    return sorted({n for day in days for n in closings.get((opening.account, day), ())})


def _judged(at: int, opening: _Balance, shelf: Sequence[tuple[Kept, tuple[_Balance, ...]]]) -> Iterator[Told]:
    """The opening balance against the closing one of a paper before it; the first such paper is enough."""
    for one, theirs in shelf:
        if any(_twin(each, opening) for each in theirs):
            return  # It tells of the same period: it is a copy, or another form of the paper.
        closing = [b for b in theirs if _meets(b, opening)]
        if len({b.fact.figure.text for b in closing}) == 1:
            yield from _relation(at, one, theirs, closing[0], opening)
            return


def _twin(one: _Balance, opening: _Balance) -> bool:
    """Whether another paper opens the account on the same day with the same balance."""
    same = one.side == "opening" and (one.account, one.day) == (opening.account, opening.day)
    return same and not one.fact.differs(opening.fact)


def _meets(closing: _Balance, opening: _Balance) -> bool:
    """Whether a balance closes the account on the day, or on the eve, of the opening one."""
    days = (opening.day - closing.day).days
    return closing.side == "closing" and closing.account == opening.account and 0 <= days <= 1


def _relation(at: int, one: Kept, theirs: Sequence[_Balance], closing: _Balance, opening: _Balance) -> Iterator[Told]:
    name, fact = _name(opening), opening.fact
    where = one.place(closing.fact.figure)
    if not closing.fact.differs(fact):
        message = f"{name} opens with {fact.figure.text}, with which it closes in {where}."
        yield told("carried-over", at, fact.figure, True, message, [(one, closing.fact.figure)], fact.quote)
        return
    stale = _stale(theirs, opening)
    if stale is not None:
        message = (
            f"{name} opens on {said(opening.day)} with {fact.figure.text}, which is what it opened with on "
            f"{said(stale.day)} ({one.place(stale.fact.figure)}); there it closes with "
            f"{closing.fact.figure.text}."
        )
        others = [(one, stale.fact.figure), (one, closing.fact.figure)]
        yield told("carried-over", at, fact.figure, False, message, others, fact.quote)
    elif not (closing.guessed or opening.guessed or one.stage == "draft"):
        message = f"{name} opens with {fact.figure.text}, but closes with {closing.fact.figure.text} in {where}."
        yield told("carried-over", at, fact.figure, False, message, [(one, closing.fact.figure)], fact.quote)


def _stale(theirs: Sequence[_Balance], opening: _Balance) -> _Balance | None:
    """The same balance to the last digit at the opening of the account a month to a year earlier."""
    if sum(map(str.isdigit, opening.fact.figure.text)) < _DIGITS:
        return None
    return next(
        (
            b for b in theirs
            if b.side == "opening" and b.account == opening.account and 25 <= (opening.day - b.day).days <= 367
            and not b.fact.differs(opening.fact)
        ),
        None,
    )  # fmt: skip


def _name(balance: _Balance) -> str:
    label = balance.fact.measure if balance.fact.source == "table" else ""
    return short(label) if label and not _OPENING.search(label) else "The account"


def balances(paper: Kept) -> tuple[_Balance, ...]:
    """The balances of a paper that say of which account and of which day they are."""
    return tuple(found for fact in paper.facts if (found := _balance(fact)) is not None)


def _balance(fact: Fact) -> _Balance | None:
    words = f"{fact.measure} {fact.scope}" if fact.source == "table" else fact.quote
    opens, closes = bool(_OPENING.search(words)), bool(_CLOSING.search(words))
    if opens == closes or len(fact.spans) != 1:
        return None
    day = _first_day(fact, words) if opens else fact.spans[0].last
    account = stems(words) - _WORDS or stems(fact.caption) - _WORDS
    if day is None or not account:
        return None
    return _Balance("opening" if opens else "closing", account, day, bool(_GUESSED.search(words)), fact)


def _first_day(fact: Fact, words: str) -> date | None:
    """The day from which an opening balance counts; None where its table does not tell."""
    span = fact.spans[0]
    if span.kind == "day" and fact.source == "table":
        own = _own_days(fact)
        if not own:
            return None
        span = own[0] if len(own) == 1 and "/" not in words else span
    after = span.first + timedelta(days=1)
    # A balance may be brought forward at the last day of a month.
    return after if span.kind == "day" and after.day == 1 else span.first


def _own_days(fact: Fact) -> list[Span]:
    """The days in the words that open the account: over a column stands the day on which its period ends."""
    texts = [text for text in (fact.measure, fact.scope) if _OPENING.search(text)]
    return sorted(span for text in texts for span in spans_in(text) if span.kind == "day")
