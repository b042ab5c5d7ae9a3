"""A change since a day whose level another paper gives: "up from 30 June by $13,283"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.checks.across.abreast import Told, told
from reportcheck.checks.across.moulds import alone, mould
from reportcheck.checks.judging import printed_like
from reportcheck.model import Fact, Kept
from reportcheck.words import DOWN, UP, pattern, said, stems

_MOVED = pattern(rf"(?i)\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?:\s+\w+){{0,2}}?\s+(?:from|since|than|on)\b")
_BY = pattern(r"(?i)\bby\s*$")


class Params(NamedTuple):
    """How many rows or sentences the level may stand from the change."""

    near: int = 6


class _Move(NamedTuple):
    """A change, the level it came to, and whether it is said to be up."""

    change: Fact
    level: Fact
    up: bool


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each change whose first level stands in another paper, and whose second one in its own."""
    alone_in = [alone(paper) for paper in papers]
    for at, paper in enumerate(papers):
        for move in _moves(paper, alone_in[at], params):
            for one, facts in zip(papers, alone_in, strict=True):
                before = _level(facts, move) if one is not paper else None
                if before is not None:
                    yield _relation(at, one, before, move)
                    break


def _moves(paper: Kept, prose: Sequence[Fact], params: Params) -> Iterator[_Move]:
    """The changes of a paper since a day before its own, each with the level that stands just before it."""
    for n, fact in enumerate(prose):
        moved = _MOVED.search(fact.quote)
        left = fact.measure.partition("…")[0]
        if not moved or not _BY.search(left) or len(fact.spans) != 1 or not paper.day:
            continue
        if fact.spans[0].last >= paper.day:
            continue
        about = stems(fact.quote[: moved.start()])
        for level in reversed(prose[max(0, n - params.near) : n]):
            own = any(span.kind in ("day", "month") and span.first <= paper.day <= span.last for span in level.spans)
            alike = level.scope == fact.scope and level.of_one_unit(fact)
            if own and about and about <= stems(level.quote) and alike:
                yield _Move(fact, level, bool(moved["up"]))
                break


def _level(facts: Sequence[Fact], move: _Move) -> Fact | None:
    """The level in another paper: the same sentence but for its figure and its day, which is that of the change."""
    when, alike = move.change.spans[0], mould(move.level.quote)
    found = [
        f for f in facts
        if mould(f.quote) == alike
        and f.of_one_unit(move.level)
        and any(s.same(when) or s == when for s in f.spans)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _relation(at: int, one: Kept, before: Fact, move: _Move) -> Told:
    first, last, by = before.figure.quantity, move.level.figure.quantity, move.change.figure.quantity
    assert first is not None
    assert last is not None
    assert by is not None
    difference = last.interval - first.interval
    stated = abs(by.interval) if move.up else -abs(by.interval)
    holds = difference.overlaps(stated)
    change = last.value - first.value
    way = "up" if change > 0 else "down"
    amount = printed_like(abs(change), by)
    then, where = said(move.change.spans[0].last), one.place(before.figure)
    message = f"From {before.figure.text} on {then} ({where}) to {move.level.figure.text} it is {way} by {amount}"
    message += "." if holds else f", not {'up' if move.up else 'down'} by {move.change.figure.text}."
    return told("since-paper", at, move.change.figure, holds, message, [(one, before.figure)], move.change.quote)
