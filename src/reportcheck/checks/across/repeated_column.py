"""A column that a later paper prints again, all rows alike but a few: the figures that were changed without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reportcheck.checks.across.abreast import Told, told
from reportcheck.checks.across.columns import Shelf, Twins
from reportcheck.model import Fact, Kept
from reportcheck.words import agree, contradict, pattern, short

_OPEN = pattern(
    r"(?i)\b(?:budget|forecast|estimat|project|plan|target|propos|approv|request|original|latest)\w*|\bytd\b"
)
_SAID = pattern(r"(?i)\b(?:re-?stat|revis|amend|re-?class|re-?present|updat|adjust|current|working|supplement)\w*|\*")


class Params(NamedTuple):
    """How many rows must agree, and in which share of all rows (per cent)."""

    rows: int = 6
    share: int = 88


def relations(papers: Sequence[Kept], params: Params) -> Iterator[Told]:
    """A relation for each row of such a column: the row that differs, or the first of those that agree."""
    shelf = Shelf()
    for at, other in enumerate(papers):
        seen: set[int] = set()
        for one, pair in shelf.twins(other, params.rows) if not other.restates else ():
            staged = {one.stage, other.stage} == {"draft", "final"}
            if not staged and _repeats(pair, params) and _past(pair, one, other) and not _doubtful(pair):
                yield from _judged(at, one, pair, seen)
        shelf.add(other)


def _repeats(pair: Twins, params: Params) -> bool:
    rows = len(pair.same) + len(pair.other)
    return pair.telling >= params.rows and 100 * len(pair.same) >= params.share * rows


def _past(pair: Twins, one: Kept, other: Kept) -> bool:
    """Whether the column is of a time that was over, or of another year's plan: what is open may be changed."""
    (fact, mine) = (pair.same or pair.other)[0]
    if not agree(frozenset(fact.spans), frozenset(mine.spans)):
        return False
    if contradict(fact.scope, mine.scope):
        return False
    firm = not _OPEN.search(f"{fact.scope} {mine.scope} {fact.caption} {mine.caption}") and mine.scope
    return bool(firm) or (one.year is not None and other.year is not None and one.year < other.year)


def _doubtful(pair: Twins) -> bool:
    """Whether a heading or a caption says itself that figures were changed."""
    heads = chain.from_iterable((f.scope, f.caption) for f in (pair.same or pair.other)[0])
    return any(_SAID.search(head) for head in heads)


def _judged(at: int, one: Kept, pair: Twins, seen: set[int]) -> Iterator[Told]:
    alike = len(pair.same)
    if not pair.other:
        fact, mine = pair.same[0]
        yield _relation(at, one, fact, mine, True, alike)
    for fact, mine in pair.framed:
        if id(mine) not in seen and not _SAID.search(mine.measure):
            seen.add(id(mine))
            yield _relation(at, one, fact, mine, False, alike)


def _relation(at: int, one: Kept, fact: Fact, mine: Fact, holds: bool, alike: int) -> Told:
    where = one.place(fact.figure)
    message = f"{short(mine.measure)} is {mine.figure.text}, as in {where}."
    if not holds:
        message = (
            f"{short(mine.measure)} is {mine.figure.text}, but it was {fact.figure.text} in {where}, and nothing says "
            f"that it was restated; the other {alike} rows of the column are as they were."
        )
    return told("repeated-column", at, mine.figure, holds, message, [(one, fact.figure)], mine.quote)
