"""How many of one thing there are at one time, told twice: households, staff, complaints. One date, one figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import exactly_told
from reportcheck.model import Paper, Quantity, Relation, Statement
from reportcheck.patterns import Words, pattern
from reportcheck.records import record
from reportcheck.words.calendar import MONTH, said
from reportcheck.words.spans import agree, speaks_of_before, surely
from reportcheck.words.stems import clause_after, opposed, qualifiers, states_change, stem, stems, tokens

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


@record(frozen=True, slots=True)
class Count:
    """How many there are of what is called so: "191 fostering households", "742 children in care"."""

    told: Statement
    quantity: Quantity
    name: str
    noun: str
    kind: frozenset[str]
    where: frozenset[str]

    @property
    def said(self) -> str:
        """The count as it is said: "191 fostering households at 31 March 2025"."""
        day = next((s for s in sorted(self.told.spans) if s.kind == "day"), None)
        return f"{self.told.figure.text} {self.name}" + (f" at {said(day.last)}" if day else "")


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two figures that count the same thing at the same time."""
    moves, plain = (frozenset(map(stem, words)) for words in (params.moves, params.plain))
    alike: dict[tuple[str, frozenset[str]], list[Count]] = defaultdict(list)
    for statement, quantity in exactly_told(paper.statements):
        if quantity.kind or quantity.scale > 1 or quantity.value < params.least or not _is_level(statement, moves):
            continue
        count = _whole(statement, quantity, plain)
        if count:
            alike[count.noun, count.where].append(count)
    for (noun, where), counts in alike.items():
        rows = list(_rows(paper, noun, plain | where, params.least))
        often = sum(noun in s.head for s, _ in exactly_told(paper.statements)) >= params.often
        yield from _compared(counts, rows, params.margin, often=often)


def _is_level(one: Statement, moves: frozenset[str]) -> bool:
    """Whether a figure counts the things themselves, and not those that came, went or changed."""
    if states_change(one.before, one.after) or _PART.search(one.before) or speaks_of_before(one.near):
        return False
    clause = re.split(r"[,;:.]\s", one.before[-45:])[-1]
    return moves.isdisjoint(map(stem, tokens(f"{clause} {one.after[:50]}")))


def _whole(one: Statement, quantity: Quantity, plain: frozenset[str]) -> Count | None:
    """The count that a figure is, where the words around it leave it the whole: "there were 214 households"."""
    if not _LEADS.search(one.before) or _ELSEWHERE.search(_place(one.before)):
        return None
    clause = clause_after(one.after)
    kept = _KEPT.match(one.after, len(clause))
    rest = one.after[kept.end() if kept else len(clause) :]
    words = tokens(clause)
    while words and stem(words[-1]) in plain:
        words.pop()
    if not 0 < len(words) < 5 or not _GOES_ON.match(rest) or _DONE.match(rest):
        return None
    where = stems(kept["where"]) if kept else frozenset[str]()
    kind = frozenset(map(stem, words[:-1])) - plain
    return Count(
        one, quantity, " ".join([*words, *(kept.group().split() if kept else ())]), stem(words[-1]), kind, where
    )


def _place(before: str) -> str:
    """The words of the sentence before a count that can say of what place it is."""
    return re.split(r"[.;:]\s", before)[-1].rpartition(",")[2] if before.count(",") > 1 else before


def _rows(paper: Paper, noun: str, also: frozenset[str], least: int) -> Iterator[tuple[Statement, Quantity]]:
    """The figures of tables that count such things, by their labels and no other words."""
    for row in paper.statements:
        quantity = row.figure.quantity
        if row.source == "table" and row.spans and quantity and not quantity.kind and quantity.step == 1:
            label = stems(row.figure.label)
            if quantity.value >= least and noun in label and label <= also | {noun}:
                yield row, quantity


def _compared(
    counts: list[Count], rows: list[tuple[Statement, Quantity]], margin: int, *, often: bool
) -> Iterator[Relation]:
    """Each count against the row that is called so, and against those of later sentences."""
    told: set[tuple[str, str]] = set()
    for at, one in enumerate(counts):
        meant = [(row, q) for row, q in rows if not one.kind and surely(one.told.spans, row.spans)]
        same = [(row, q) for row, q in meant if not one.quantity.differs(q)]
        pairs = [(one, row, q, f"{row.figure.text} in {row.where}") for row, q in (same or meant)[:1]]
        for two in counts[at + 1 :]:
            if _one_fact(one, two, often=often):
                here, there = (two, one) if one.told.spans and not two.told.spans else (one, two)
                words = f"{there.said} on {there.told.figure.location.spot}"
                pairs.append((here, there.told, there.quantity, words))
        for here, other, quantity, words in pairs:
            holds = not here.quantity.differs(quantity)
            texts = here.told.figure.text, other.figure.text
            if holds or (texts not in told and _near(here.quantity, quantity, margin)):
                told.add(texts)
                yield _relation(here, other, words, holds=holds)


def _near(one: Quantity, other: Quantity, margin: int) -> bool:
    """Whether two figures are so near that they can be two tellings of one."""
    return abs(one.value - other.value) * 100 <= margin * max(one.value, other.value)


def _one_fact(one: Count, other: Count, *, often: bool) -> bool:
    """Whether the counts of two sentences are of the same things at the same time."""
    a, b = one.told, other.told
    stock = often and agree(a.spans, b.spans) and any(span.kind == "day" for span in a.spans | b.spans)
    if a.group == b.group or not (stock or surely(a.spans, b.spans)):
        return False
    alike = not one.kind or not other.kind or bool(one.kind & other.kind)
    return alike and not opposed(qualifiers(a.near), qualifiers(b.near))


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
