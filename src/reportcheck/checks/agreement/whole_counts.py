"""How many of one thing there are at one time, told twice: households, staff, complaints. One date, one figure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from reportcheck.checks.judging import exactly_told
from reportcheck.model import Paper, Relation, Statement
from reportcheck.patterns import Words, pattern
from reportcheck.read.facts import Index
from reportcheck.words import (
    MONTH,
    agree,
    clause_after,
    clause_before,
    contradict,
    said,
    speaks_of_before,
    states_change,
    stem,
    stems,
    surely,
    tokens,
)

_PART = pattern(
    r"\b(?:of (?:whom|which|these|those)|includ\w+|only|remaining|others?|another|just|least|most)\s+(?:\w+\s+)?$", re.I
)
"""Words that make a count a part of another count."""
_LEADS = pattern(
    r"\b(?:there (?:were|are|have been|was)|(?:employ|provid|support|oversee|manag|receiv|includ)\w*|of|with|by|to"
    r"|for|from|the|our|its|all|these|total|reached|stood at|had|has|have)"
    r"(?: (?:a total of|in all|still|now|just|some|approximately|received|of|the))*\s*[(]?$",
    re.IGNORECASE,
)
"""The words right before a count of a whole stock."""
_OWNED = pattern(
    r"\b(?:had|has|have|employ\w*|provid\w*|support\w*|oversee\w*|manag\w*|receiv\w*|includ\w*|reached"
    r"|stood at|total of)(?: (?:a total of|in all|still|now|just|some|approximately|of|the))*\s*[(]?$",
    re.IGNORECASE,
)
"""Words by which a count is somebody's, who is named before them: "Hill School has"."""
_BODIES = stems("council trust authority service organisation agency board charity borough county city")
_UNITS = stems("hours days weeks months years minutes miles times points pages copies")
"""What is measured and not counted."""
_PICKED = pattern(r"[^.;,]*?\b(?:that|which|who|whose|where|when|involving|requiring|needing)\b", re.IGNORECASE)
"""Words behind a count that pick out some: "incidents in 2024 that led to a claim"."""
_TIMES = f"end|start|close|year|same|time|point|date|last|period|quarter|month|{MONTH}"
_ELSEWHERE = pattern(
    r"\b(?:in|across|within|among|amongst|for|at|from) (?:the |our |its |each |every |one )?"
    rf"(?!(?:{_TIMES}|total|all|which|addition|and|an?|the|our|its|each|every|one)\b)[a-z]{{3,}}",
    re.IGNORECASE,
)
_KEPT = pattern(rf" ?(?:in|on) (?:the )?(?!(?:{_TIMES}|all|total|an?|our|its|the)\b)(?P<where>[a-z]{{3,}})\b")
"""What else belongs to the name of what is counted: "children *in care*"."""
_GOES_ON = pattern(
    r"\W*$|\s*[.,;:)–-]|\s*\b(?:(?:at|on|by) (?:\d+|the (?:end|start|same)|that|year)|as at|as of|of wh\w+"
    r"|in (?:all|total|post|20\d\d|the (?:year|service|council|trust|borough|county))"
    r"|compared|than|against|and|but|is|are|was|were|\(|during|this|last|between|for 20\d\d)\b",
    re.IGNORECASE,
)
_TOPIC = 3.0
"""Bits at most of words that the whole paper is about."""
_MOST = 60
"""What is counted more often is compared as far as this."""
_DONE = pattern(r"\s*\b(?:is|are|was|were) (?!given|shown|below|set|the\b)", re.IGNORECASE)


class Params(NamedTuple):
    """`moves` are words that make a count another one (approved, ceased, new), `plain` ones that change nothing.

    Two counts are held against each other only if they differ by no more than `margin` per cent: further apart they are
    two measures that share a name.
    """

    moves: tuple[Words, ...]
    plain: tuple[Words, ...] = ()
    margin: int = 4
    least: int = 40
    often: int = 6
    """So often must a paper count a thing for a count without a time to be that of another sentence's day."""


class Count(NamedTuple):
    """How many there are of what is called so: "191 fostering households", "742 children in care"."""

    told: Statement
    name: str
    noun: str
    kind: frozenset[str]
    where: frozenset[str]
    owner: frozenset[str]
    """Whose they are, where the words say so."""

    @property
    def said(self) -> str:
        """The count as it is said: "191 fostering households at 31 March 2025"."""
        day = next((s for s in sorted(self.told.spans) if s.kind == "day"), None)
        return f"{self.told.figure.text} {self.name}" + (f" at {said(day.last)}" if day else "")


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two figures that count the same thing at the same time."""
    moves, plain = (frozenset(map(stem, words)) for words in (params.moves, params.plain))
    told = [s for s in exactly_told(paper.statements) if not s.quantity.kind and s.quantity.scale == 1]
    often = Counter(noun for s in told for noun in s.head)
    alike: dict[tuple[str, frozenset[str]], list[Count]] = defaultdict(list)
    for one in told:
        count = _whole(one, plain) if one.quantity.value >= params.least and _is_level(one, moves) else None
        if count:
            alike[count.noun, count.where].append(count)
    rows = _rows(paper, plain, params.least) if alike else {}
    index = Index.of(paper.statements)
    for (noun, where), counts in alike.items():
        called = rows.get(where | {noun}, [])
        stock = often[noun] >= params.often
        pairs = [(one, two) for one, two in combinations(counts[:_MOST], 2) if _one_fact(index, one, two, stock=stock)]
        yield from _compared(counts, pairs, called, params.margin)


def _is_level(one: Statement, moves: frozenset[str]) -> bool:
    """Whether a figure counts the things themselves, and not those that came, went or changed."""
    if states_change(one.before, one.after) or _PART.search(one.before) or speaks_of_before(one.near):
        return False
    clause = re.split(r"[,;:.]\s", one.before[-45:])[-1]
    return moves.isdisjoint(map(stem, tokens(f"{clause} {one.after[:50]}")))


def _whole(one: Statement, plain: frozenset[str]) -> Count | None:
    """The count that a figure is, where the words around it leave it the whole: "there were 214 households"."""
    if not _LEADS.search(one.before) or _ELSEWHERE.search(_place(one.before)):
        return None
    clause = clause_after(one.after)
    kept = _KEPT.match(one.after, len(clause))
    rest = one.after[kept.end() if kept else len(clause) :]
    words = tokens(clause)
    while words and stem(words[-1]) in plain:
        words.pop()
    if not 0 < len(words) < 5 or not _GOES_ON.match(rest) or _DONE.match(rest) or _PICKED.match(rest):
        return None
    if stem(words[-1]) in _UNITS:
        return None
    owner = stems(clause_before(one.before)) - plain if _OWNED.search(one.before) else frozenset[str]()
    where = stems(kept["where"]) if kept else frozenset[str]()
    kind = frozenset(map(stem, words[:-1])) - plain
    name = " ".join([*words, *(kept.group().split() if kept else ())])
    return Count(one, name, stem(words[-1]), kind, where, owner)


def _place(before: str) -> str:
    """The words of the sentence before a count that can say of what place it is."""
    return re.split(r"[.;:]\s", before)[-1].rpartition(",")[2] if before.count(",") > 1 else before


def _rows(paper: Paper, plain: frozenset[str], least: int) -> dict[frozenset[str], list[Statement]]:
    """The counts of tables by the words of their rows' labels, but for plain ones."""
    found: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for row in paper.statements:
        size = row.quantity
        if row.source == "table" and row.spans and not size.kind and size.step == 1 and size.value >= least:
            found[stems(row.figure.label) - plain].append(row)
    return found


def _compared(
    counts: list[Count], pairs: list[tuple[Count, Count]], rows: list[Statement], margin: int
) -> Iterator[Relation]:
    """Each count against the row that is called so, and those of two sentences against each other."""
    against: list[tuple[Count, Statement, str]] = []
    for one in counts:
        whole = not one.kind and one.owner <= _BODIES
        meant = [row for row in rows if whole and surely(one.told.spans, row.spans)]
        same = [row for row in meant if not one.told.quantity.differs(row.quantity)]
        against += [(one, row, f"{row.figure.text} in {row.where}") for row in (same or meant)[:1]]
    for one, two in pairs:
        here, there = (two, one) if one.told.spans and not two.told.spans else (one, two)
        against.append((here, there.told, f"{there.said} on {there.told.figure.location.spot}"))
    told: set[tuple[str, str]] = set()
    for here, other, words in against:
        a, b = here.told.quantity, other.quantity
        texts = here.told.figure.text, other.figure.text
        near = abs(a.value - b.value) * 100 <= margin * max(a.value, b.value)
        if not a.differs(b) or (near and texts not in told):
            told.add(texts)
            yield _relation(here, other, words, holds=not a.differs(b))


def _one_fact(index: Index, one: Count, other: Count, *, stock: bool) -> bool:
    """Whether the counts of two sentences are of the same things at the same time."""
    if one.told.group == other.told.group or not _one_time(one, other, stock) or not _one_owner(one, other):
        return False
    # "Fostering households" are the households of a report on fostering, "adult members" some of the members.
    return index.bits(one.kind ^ other.kind) <= _TOPIC and not contradict(one.told.near, other.told.near)


def _one_time(one: Count, other: Count, stock: bool) -> bool:
    """Whether both are surely of one time; of a stock that nobody owns, one may have a day and the other none."""
    mine, theirs = one.told.spans, other.told.spans
    if surely(mine, theirs):
        return True
    unowned = stock and not one.owner and not other.owner
    return unowned and agree(mine, theirs) and any(span.kind == "day" for span in mine | theirs)


def _one_owner(one: Count, other: Count) -> bool:
    """Whether both can be of one owner: the same where both are named, and under headings with a word in common."""
    mine, theirs = stems(one.told.heading), stems(other.told.heading)
    if one.owner and other.owner:
        alike = one.owner == other.owner and (mine == theirs or one.owner <= _BODIES)
        if not alike:
            return False
    # What is called by its noun alone may be another thing in another chapter: "pupils" of two schools.
    named_whole = bool(one.kind) and one.kind == other.kind
    return named_whole or not one.told.heading or not other.told.heading or bool(mine & theirs)


def _relation(here: Count, other: Statement, words: str, *, holds: bool) -> Relation:
    one = here.told
    beside = surely(one.spans, other.spans) or one.figure.location.page == other.figure.location.page
    return Relation.judged(
        "whole-counts",
        one.figure,
        holds,
        f"{here.said} here, {'and' if holds else 'but'} {words}.",
        by=(other.figure,),
        suspect=False,
        confidence="high" if beside and other.source == "prose" else "medium",
        quote=one.quote,
    )
