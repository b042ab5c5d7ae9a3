"""Shares said to be of the rest that make 100% only with the first: 65% in use, and of the unused 24% and 11%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from reportcheck.checks.judging import printed_like
from reportcheck.model import Interval, Mark, Paper, Passage, Quantity, Relation
from reportcheck.read.prose import places_holding
from reportcheck.words import pattern, sentence_at

_REST = pattern(
    r"\b(?:of|in|among)\s+(?:the|those|these)\s+(?:[\w-]+\s+){0,3}?(?:(?:which|that|who)\s+)?"
    r"(?:(?:are|were|is|was|have|had|did|do)\s+)?(?:(?P<word>un(?P<root>[a-z]{5,}))|not\s+(?:been\s+)?(?P<not>[a-z]{5,})"
    r"|(?P<left>remaining|remainder|rest))\b",
    re.IGNORECASE,
)
_STEM = 5
_BACK = 2
_MOST = 4


class Params(NamedTuple):
    """How many shares of the rest there must be."""

    least: int = 2


class _Share(NamedTuple):
    """A percentage in its passage."""

    passage: Passage
    mark: Mark
    quantity: Quantity


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each set of shares that is said to be of the rest of something."""
    for at in places_holding(paper.passages, "%"):
        passage = paper.passages[at]
        shares = _shares(passage)
        if len(shares) < params.least:
            continue
        match = _REST.search(passage.text.text)
        rest = [s for s in shares if match and s.mark.start > match.end()] if match else []
        if match and params.least <= len(rest) <= _MOST:
            before = [s for s in shares if s.mark.start < match.start()]
            for earlier in paper.passages[max(0, at - _BACK) : at]:
                before = [*_shares(earlier), *before]
            found = _judged(passage, match, rest, before)
            if found:
                yield found


def _shares(passage: Passage) -> list[_Share]:
    return [
        _Share(passage, m, m.quantity)
        for m in passage.marks
        if m.quantity and m.quantity.unit == "percent" and "%" in m.text and m.quantity.value > 0
    ]


def _judged(passage: Passage, match: re.Match[str], rest: list[_Share], before: list[_Share]) -> Relation | None:
    """Shares of the rest make 100% by themselves at the most; those of the whole make it with the share before them."""
    added = _added(rest)
    whole = Interval.exact(100)
    if added.overlaps(whole):
        return _told(passage, rest, None, f"{_listed(rest)} make 100% of the rest.")
    root = (match["root"] or match["not"] or "")[:_STEM].lower()
    wholes = [s for s in before if (not root or root in _sentence(s)) and (_added([s]) + added).overlaps(whole)]
    if len(wholes) != 1:
        return None
    one = wholes[0]
    left = 100 - one.quantity.value
    parts = _texts([printed_like(s.quantity.value / left * 100, one.quantity) for s in rest])
    words = " ".join(match.group().split())
    message = (
        f"{_listed(rest)} are given as shares “{words}”, but with the {one.quantity.bare} before them they make 100%: "
        f"they must be shares of the whole. Of the other {printed_like(left, one.quantity)} they would be {parts}."
    )
    return _told(passage, rest, one, message, sure=bool(root))


def _sentence(share: _Share) -> str:
    """The sentence of a share in small letters, without its words in un-."""
    text = share.passage.text.text
    span = sentence_at(text, share.mark.start)
    return re.sub(r"\bun\w+", "", text[span[0] : span[1]].lower())


def _added(shares: Sequence[_Share]) -> Interval:
    return reduce(Interval.__add__, (s.quantity.interval for s in shares))


def _listed(shares: list[_Share]) -> str:
    return _texts([s.quantity.bare for s in shares])


def _texts(texts: list[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def _told(passage: Passage, rest: list[_Share], whole: _Share | None, message: str, *, sure: bool = True) -> Relation:
    done, by = "", []
    if whole:
        by.append(whole.passage.figure(whole.mark))
        shares = [whole, *rest]
        total = sum((s.quantity.value for s in shares), Decimal(0))
        done = f"{' + '.join(s.quantity.bare for s in shares)} = {total.normalize():f}%"
    return Relation.judged(
        "rest-base",
        [s.passage.figure(s.mark) for s in rest],
        not whole,
        message,
        by=by,
        suspect=False,
        sum=done,
        confidence="medium" if sure else "low",
        quote=passage.text.excerpt(rest[0].mark.start, rest[-1].mark.end),
    )
