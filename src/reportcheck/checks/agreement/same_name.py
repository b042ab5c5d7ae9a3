"""Figures of sentences that are called by one name: "the precept of £25,400", where it "was set at £24,500"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from reportcheck.checks.judging import exactly_told, put_to
from reportcheck.model import Paper, Relation, Span, Statement
from reportcheck.read.facts import Index, changes, compatible, explained
from reportcheck.words import pattern, speaks_of_before, stems, surely

_LINK = pattern(
    r"(?:\s*(?:\b(?:is|was|are|were|be|been|being|has|have|had|stands?|stood|c[ao]mes?|amount(?:s|ed|ing)?"
    r"|total(?:s|led|ling)?|equals|to|at|of|in|the|sums?|amounts?|set|agreed|approved|fixed|confirmed|given|reported|shown|as"
    r"|now)\b|[:=–-]))+\s*$",
    re.IGNORECASE,
)
"""Words between a name and its amount."""
_CLAUSE = pattern(
    r"[.;:?!,()]\s|\b(?:that|which|who|how|whether|and|but|while|with|where|when|because|noted?|notes|reported?|reports|showed|shows"
    r"|showing|advised|confirmed|stated|said|has|have|had|is|was|are|were|if|constituting|being|making|forming|than|from|by|about|on|after|before|until"
    r"|approved?|adopts?|adopted|agreed?|accepted?|received?|resolved|recommended)\b",
    re.IGNORECASE,
)
"""Where a name begins behind other words."""
_ONE_OF_MANY = pattern(r"\ban?\b", re.IGNORECASE)
_OF_OTHERS = pattern(
    r"\b(?:another|each|every|any|some|one|two|this|that|these|those|further|other|similar|additional|first|second|third"
    r"|last|next|new|old|proposed)\b",
    re.IGNORECASE,
)
"""Words of a name that others have too."""
_WHOLE = pattern(r"\b(?:total|overall|grand|combined|closing|opening)\b", re.IGNORECASE)
_IN_DIGITS = pattern(r"\s*(?:dollars|pounds|euros?|rupees|rand|pesos|shillings)?\s*\(\s*", re.IGNORECASE)
"""What stands between an amount in words and in digits."""
_PLAIN = stems("council parish board committee trust club society association account treasurer")
"""Words of whose an amount is, where it is theirs who write."""
_SLIPS = ("digit", "swap")
_LONGEST = 5
"""A name of more telling words is a sentence about the amount."""
_MOST = 12
"""What is told more often has many values, each in its place."""


class Params(NamedTuple):
    """So many digits must tell of an amount; `exact` where no slip parts the two, `apart` per cent at most."""

    digits: int = 3
    exact: int = 5
    apart: int = 20


class Name(NamedTuple):
    """What an amount is called, by its telling words, and whether that is a total."""

    whole: bool
    words: frozenset[str]


class Named(NamedTuple):
    """An amount of a sentence, what it is called there, and whether as one of several: "a grant"."""

    told: Statement
    name: Name
    many: bool


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two figures of one name and time that differ."""
    index = Index.of(paper.statements)
    named = [found for one in exactly_told(paper.statements) if (found := _named(index, one, params.digits))]
    yield from _agreeing(named)
    told: set[int] = set()
    for one, other in [*_slipped(index, named), *_turned(index, named), *_apart(index, paper, named, params)]:
        if told.isdisjoint((id(one), id(other))) and _one_thing(paper, index, one, other):
            told |= {id(one), id(other)}
            first, second = sorted((one, other), key=lambda s: s.source == "prose" and s.group)
            message = f"{second.figure.text} here, but {first.figure.text} in {first.where}."
            yield put_to("same-name", second, first, message, confidence="medium", suspect=False)


def _agreeing(named: list[Named]) -> Iterator[Relation]:
    """What is told again as it was told before, under one name and for one time."""
    before: dict[tuple[Name, frozenset[Span]], Statement] = {}
    for told, name, _ in named:
        first = before.setdefault((name, told.spans), told)
        if first.group != told.group and first.quantity.value == told.quantity.value:
            yield put_to("same-name", told, first)


def _slipped(index: Index, named: list[Named]) -> Iterator[tuple[Statement, Statement]]:
    """The amounts of which one is a slip of the pen from the other, and whose names the two sentences share."""
    names = {id(it.told): it for it in named}
    for it in named:
        for other, slip in index.near(it.told):
            theirs = names.get(id(other))
            if slip in _SLIPS and theirs and _one_name(it, theirs):
                yield it.told, other


def _one_name(one: Named, other: Named) -> bool:
    """Whether two names have a word in common, and the sentence of each the rest of the other's."""
    mine, theirs = one.name, other.name
    if mine.whole != theirs.whole or mine.words.isdisjoint(theirs.words):
        return False
    if one.many and other.many and not _one_day(one.told, other.told):
        return False
    if one.told.quantity.kind == "":
        # A count has no name before it: nothing else may be said of the one than of the other.
        return one.told.words == other.told.words and len(one.told.words) > 1
    return mine.words <= theirs.words | other.told.words and theirs.words <= mine.words | one.told.words


def _one_day(one: Statement, other: Statement) -> bool:
    return any(span.kind == "day" for span in one.spans & other.spans)


def _apart(index: Index, paper: Paper, named: list[Named], params: Params) -> Iterator[tuple[Statement, Statement]]:
    """The amounts of one total, or of one name at one time, that are of one size; totals of tables among them."""
    for (name, times), found in _called_alike(index, paper, named, params.exact).items():
        if len({it.told.quantity.value for it in found}) != 2 or len(found) > _MOST:
            continue
        for one, other in combinations(found, 2):
            single = not (one.many or other.many) and (name.whole or times)
            if _of_one_size(one.told, other.told, params.apart) and (single or _one_day(one.told, other.told)):
                yield one.told, other.told


def _called_alike(
    index: Index, paper: Paper, named: list[Named], digits: int
) -> dict[tuple[Name, frozenset[Span]], list[Named]]:
    """The amounts of so many digits and the totals of tables, by name and time."""
    alike: dict[tuple[Name, frozenset[Span]], list[Named]] = defaultdict(list)
    exact = [it for it in named if it.told.quantity.kind == "money" and index.digits(it.told.quantity) >= digits]
    for it in exact:
        alike[it.name, it.told.spans].append(it)
    for row in _totals(paper, {it.name.words for it in exact if it.name.whole}):
        if index.digits(row.quantity) >= digits:
            name = Name(True, stems(row.figure.label))
            alike[name, frozenset()].append(Named(row, name, False))
    return alike


def _of_one_size(one: Statement, other: Statement, apart: int) -> bool:
    """Whether two amounts differ, and by so many per cent of the larger at most."""
    low, high = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return low < high and (high - low) * 100 <= apart * high


def _turned(index: Index, named: list[Named]) -> Iterator[tuple[Statement, Statement]]:
    """The percentages of one name at one time whose digits changed places."""
    alike: dict[tuple[Name, frozenset[Span], str], list[Named]] = defaultdict(list)
    for it in named:
        quantity = it.told.quantity
        if quantity.unit == "percent" and it.told.spans and not it.many and len(it.name.words) > 1:
            turned = "".join(sorted(str(index.printed(quantity).whole)))
            alike[it.name, it.told.spans, turned].append(it)
    for found in alike.values():
        yield from ((one.told, other.told) for one, other in combinations(found[:_MOST], 2))


def _totals(paper: Paper, names: set[frozenset[str]]) -> Iterator[Statement]:
    """The totals of tables that are called so and are the one figure of their row."""
    rows: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for one in paper.statements if names else ():
        if one.source == "table" and _WHOLE.search(one.figure.label) and stems(one.figure.label) in names:
            rows[one.table, one.row].append(one)
    return (row[0] for row in rows.values() if len(row) == 1)


def _named(index: Index, one: Statement, digits: int) -> Named | None:
    """What a figure is called, an amount by the words before it; None where it has no name of its own."""
    if changes(one):
        return None
    if one.quantity.kind == "" and one.head and index.digits(one.quantity) >= digits:
        return Named(one, Name(False, one.head), many=False)
    percent = one.quantity.unit == "percent"
    if not (percent or one.quantity.kind == "money") or index.digits(one.quantity) < (2 if percent else digits):
        return None
    before = _before(index, one)
    said = _said(before)
    words = stems(said) - _PLAIN
    if not 0 < len(words) <= _LONGEST or speaks_of_before(before) or _OF_OTHERS.search(said):
        return None
    return Named(one, Name(_WHOLE.search(said) is not None, words), _ONE_OF_MANY.search(said) is not None)


def _before(index: Index, one: Statement) -> str:
    """The words before a figure; before those that say it too, where it stands in brackets behind them."""
    if not _IN_DIGITS.fullmatch(one.before):
        return one.before
    group = index.groups[one.group]
    return group[group.index(one) - 1].before


def _said(before: str) -> str:
    """The words that name a figure: those of its clause, up to what links them to it; none where nothing does."""
    link = _LINK.search(before)
    return _CLAUSE.split(before[: link.start()])[-1] if link else ""


def _one_thing(paper: Paper, index: Index, one: Statement, other: Statement) -> bool:
    """Whether nothing rules out that two amounts are one: both of one time, or neither of any."""
    mine, theirs = one.quantity, other.quantity
    if one.group == other.group or not mine.comparable(theirs) or not mine.differs(theirs):
        return False
    if not compatible(one, other):
        return False
    if not surely(one.spans, other.spans) and (one.spans or (other.spans and other.source == "prose")):
        return False
    return not explained(paper, index, one, other)
