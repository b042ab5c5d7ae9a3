"""Sums of money known by a name, "the forecast revenue overspend of": one name, one time, one figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import in_sentences
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.patterns import Words, pattern
from reportcheck.read.facts import is_bound
from reportcheck.records import record
from reportcheck.words.spans import agree, quarters_in, speaks_of_before, surely
from reportcheck.words.stems import opposed, qualifiers, stem, stems, tokens

_CLAUSE = pattern(r"[.,;:()•]|\b(?:and|but|or|while|whilst|which|that|against|from|with|in|on|at|to|by|the|an?)\b")
"""Where the words of a name begin."""
_LINK = pattern(
    r"\s+(?:position\s+|variance\s+|figure\s+)?(?:of|is|was|at|stood at|totalling|totals|amounts? to)\s+[(+–-]?\s*$"
)
_ASIDE = pattern(r"\s*\((?P<words>[^()]{3,60})\)")
_MEANT = pattern(
    r"\b(?:of which|further|another|additional|remaining|previously|last reported|original(?:ly)?|up to|now|since"
    r"|after|virements?|revised|amended|updated)\b",
    re.I,
)
"""Words that make a sum another one, or the same one at another time."""
_SPEAKING = stems(
    "propose approve set ask asked recommend recommended resolve agree adopt note noted cabinet council authority "
    "members board"
)
"""Words of those who ask and decide, which say nothing of whose sum it is."""
_LONGEST = 60
_MOST = 40
"""A name that is told more often than this is compared as far as this."""


class Params(NamedTuple):
    """`nouns` end the name; `plain` are words that do not make it another sum.

    Two figures are held against each other only if they differ by no more than `margin` per cent.
    """

    nouns: tuple[Words, ...]
    plain: tuple[Words, ...]
    margin: int = 5
    digits: int = 3
    dated: bool = False
    """Whether both sentences must name the time."""


@record(frozen=True, slots=True)
class Named:
    """A sum with its name: the noun, the words that make it another, and what stands in brackets after it."""

    statement: Statement
    name: str
    key: frozenset[str]
    aside: frozenset[str]
    subject: frozenset[str]
    """What the sentence says before the name: whose sum it is."""


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two sums of one name and time."""
    nouns = frozenset(stem(n) for n in params.nouns)
    plain = frozenset(stem(w) for w in params.plain)
    ending = pattern(rf"\b(?:{'|'.join(map(re.escape, sorted(params.nouns)))}){_LINK.pattern}", re.I)
    found: dict[frozenset[str], list[Named]] = defaultdict(list)
    for statement in in_sentences(paper.statements):
        if named := _named(statement, ending, nouns, plain, params):
            found[named.key].append(named)
    for group in found.values():
        yield from _compared(group[:_MOST], params)


def _named(
    statement: Statement, ending: re.Pattern[str], nouns: frozenset[str], plain: frozenset[str], params: Params
) -> Named | None:
    quantity = statement.figure.quantity
    if quantity is None or quantity.kind != "money" or quantity.approximate or quantity.blank:
        return None
    match = ending.search(statement.before)
    if match is None or is_bound(statement) or _MEANT.search(statement.before[-_LONGEST:]):
        return None
    if sum(c.isdigit() for c in quantity.text) < params.digits or speaks_of_before(statement.near):
        return None
    phrase = _CLAUSE.split(statement.before[: match.start()])[-1]
    name = " ".join(f"{phrase} {match.group().split()[0]}".split())
    aside = _ASIDE.match(statement.after)
    words = frozenset(s for t in tokens(name) if len(s := stem(t)) > 1)
    key = words - plain | (words & nouns)
    # An overspend of no name may be anybody's.
    if not key - nouns:
        return None
    lead = statement.quote.partition(statement.before)[0] + statement.before[: match.start() - len(phrase)]
    subject = stems(lead) - plain - _SPEAKING
    return Named(statement, name, key, stems(aside["words"]) if aside else frozenset(), subject)


def _compared(group: list[Named], params: Params) -> Iterator[Relation]:
    told: set[tuple[str, str]] = set()
    for at, one in enumerate(group):
        for other in group[at + 1 :]:
            if not _one_fact(one, other, params):
                continue
            a, b = _of(one), _of(other)
            if not a.differs(b):
                yield _relation(one, other, holds=True)
            elif abs(a.value - b.value) * 100 <= params.margin * max(abs(a.value), abs(b.value)):
                pair = (a.text, b.text)
                if pair not in told and not _told_by_one(group, a, b):
                    told.add(pair)
                    yield _relation(one, other, holds=False)


def _of(named: Named) -> Quantity:
    assert named.statement.figure.quantity is not None
    return named.statement.figure.quantity


def _told_by_one(group: list[Named], one: Quantity, other: Quantity) -> bool:
    """Whether one sentence gives both figures: its author knew that they are two."""
    texts = [
        {n.statement.figure.text for n in group if n.statement.group == g} for g in {n.statement.group for n in group}
    ]
    return any({one.text, other.text} <= found for found in texts)


def _one_fact(one: Named, other: Named, params: Params) -> bool:
    a, b = one.statement, other.statement
    if a.group == b.group or not agree(a.spans, b.spans) or (params.dated and not surely(a.spans, b.spans)):
        return False
    mine, theirs = quarters_in(a.quote), quarters_in(b.quote)
    if (mine or theirs) and mine != theirs:
        return False
    if one.subject != other.subject:
        return False
    if one.aside and other.aside and not one.aside & other.aside:
        return False
    return not opposed(qualifiers(one.name), qualifiers(other.name))


def _relation(one: Named, other: Named, *, holds: bool) -> Relation:
    a, b = one.statement.figure, other.statement.figure
    return Relation.judged(
        "named-amount",
        (a, b),
        holds,
        f"The {one.name} is {a.text} here {'and' if holds else 'but'} {b.text} on {b.location.spot}.",
        suspect=False,
        confidence="medium",
        quote=one.statement.quote,
    )
