"""Changes told between two named times, "a 12% fall in staff from 2010 to 2015", put to the row of a table or chart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import hedged, in_sentences, plain, printed_like
from reportcheck.model import Figure, Interval, Paper, Quantity, Relation, Span, Statement
from reportcheck.words import (
    ANY_VERB,
    DOWN_NOUNS,
    DOWN_VERBS,
    HEDGE,
    UP_NOUNS,
    UP_VERBS,
    YEAR,
    contradict,
    hedge_before,
    pattern,
    span_of,
    stems,
)

_TIME = rf"(?:\d{{1,2}}\s+)?(?:[A-Z][a-z]{{2,8}}\s+)?{YEAR}(?:\s?[/–-]\s?\d\d(?:\d\d)?(?!\d))?"
_PAIR = pattern(rf"\b(?:from|between)\s+(?P<one>{_TIME})\s+(?:to|and|until|till)\s+(?P<two>{_TIME})")
_LATER_FIRST = pattern(
    rf"\b(?:in|for|during|at|on)\s+(?P<two>{_TIME}),?\s+"
    rf"(?:(?:as\s+)?compared\s+(?:to|with)|from|against|versus|over)\s+(?:the\s+)?(?P<one>{_TIME})"
)
_WAY = rf"(?:(?P<up>{UP_NOUNS}|growth)|(?P<down>{DOWN_NOUNS}))"
_LABEL = r"(?P<label>[^,.;:()£$€%\d]{3,60}?)"
_STOP = r"(?=\s+(?:from|between|since|over|in|during|and|while|which|compared|with)\b|\s*[,.;:()]|\s*$)"
_NOUN_AFTER = pattern(rf"\s+(?:\w+\s+)?{_WAY}\s+(?:in|of)\s+(?:the\s+|our\s+)?{_LABEL}{_STOP}", re.I)
_NOUN_BEFORE = pattern(rf"\b{_WAY}\s+of\s+(?:{HEDGE}\s+)?$", re.I)
_IN = pattern(rf"\s+in\s+(?:the\s+|our\s+)?{_LABEL}{_STOP}", re.I)
_VERB_BEFORE = pattern(
    rf"(?:^|[,;:]\s|\b(?:the|our|and|while)\s+){_LABEL}\s+(?:(?:has|have|had)\s+)?"
    rf"(?:(?P<up>{UP_VERBS})|(?P<down>{DOWN_VERBS}))"
    rf"(?:\s+by)?\s+(?:{HEDGE}\s+)?$",
    re.I,
)
_MOVES = pattern(rf"\b(?:{ANY_VERB}|{UP_NOUNS}|{DOWN_NOUNS}|growth)\b", re.I)
Rows = dict[tuple[str, tuple[int, int]], list[list[Statement]]]


class Params(NamedTuple):
    """How many pages from the sentence its table or chart may stand."""

    pages: int = 1


class Told(NamedTuple):
    """A change that a sentence tells: of what, which way (1 or -1), between which times, rounded by which word."""

    statement: Statement
    label: frozenset[str]
    way: int
    one: Span
    two: Span
    word: str


class Row(NamedTuple):
    """A row's figures at the two times."""

    name: str
    one: Figure
    two: Figure
    change: Interval
    value: Decimal
    sum: str


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each such change that a row near by gives the two ends of."""
    told = [t for s in in_sentences(paper.statements) if (t := _told(s)) is not None]
    if not told:
        return
    rows = _rows(paper.statements)
    for change in told:
        yield from _judged(change, [r for r in _beside(rows, change, params.pages) if _near(change, r, params.pages)])


def _beside(rows: Rows, told: Told, pages: int) -> Iterator[list[Statement]]:
    """The rows near a sentence whose label has a word of what it says has changed: its first by the alphabet."""
    for sheet in told.statement.figure.location.sheets_near(pages):
        yield from rows.get((min(told.label), sheet), ())


def _told(statement: Statement) -> Told | None:
    quantity = statement.quantity
    if quantity.blank or not statement.spans:
        return None
    if statement.quote.count("20") + statement.quote.count("19") < 2:
        return None
    pairs = [*_PAIR.finditer(statement.quote), *_LATER_FIRST.finditer(statement.quote)]
    if len(pairs) != 1 or not _MOVES.search(statement.before + "|" + statement.after[:40]):
        return None
    one, two = (span_of(pairs[0][name]) for name in ("one", "two"))
    label, up = _moved(statement)
    words = stems(label)
    if one is None or two is None or one.kind != two.kind or one.last >= two.last or not words:
        return None
    hedge = hedge_before(statement.before.lower(), len(statement.before))
    return Told(statement, words, 1 if up else -1, one, two, hedge.words if hedge else "")


def _moved(statement: Statement) -> tuple[str, str]:
    """What went up or down, and the word for up, if it is one; no label where the words do not say."""
    found = _NOUN_AFTER.match(statement.after)
    if found:
        return found["label"], found["up"] or ""
    noun, of = _NOUN_BEFORE.search(statement.before), _IN.match(statement.after)
    if noun and of:
        return of["label"], noun["up"] or ""
    found = _VERB_BEFORE.search(statement.before)
    return (found["label"], found["up"] or "") if found else ("", "")


def _rows(statements: tuple[Statement, ...]) -> Rows:
    """The rows of the paper's tables and charts that have times, by each word of their labels and their place."""
    found: dict[int, list[Statement]] = {}
    for statement in statements:
        if statement.source == "table" and statement.spans:
            found.setdefault(statement.group, []).append(statement)
    named: Rows = {}
    for row in found.values():
        for word in stems(row[0].figure.label) if len(row) > 1 else ():
            named.setdefault((word, row[0].figure.location.sheet), []).append(row)
    return named


def _near(told: Told, row: list[Statement], pages: int) -> bool:
    """Whether a row bears the name of what changed, and stands near."""
    label = stems(row[0].figure.label)
    if not told.label <= label or told.statement.pages_from(row[0]) > pages:
        return False
    more = label - told.label - told.statement.words
    # The names of a chart's series are few, and are typed by hand.
    return len(more) <= (row[0].table < 0) and not contradict(row[0].figure.label, told.statement.quote)


def _judged(told: Told, near: list[list[Statement]]) -> Iterator[Relation]:
    """The change against the one row that it can be about, or against the one that bears it out."""
    quantity = told.statement.quantity
    found = [row for statements in near if (row := _row(told, statements, quantity)) is not None]
    said = hedged(quantity, told.word)
    for row in found:
        if row.change.overlaps(said):
            yield _relation(told, row, quantity, holds=True)
            return
    if found and len({row.value for row in found}) == 1:
        yield _relation(told, found[0], quantity, holds=False)


def _row(told: Told, statements: list[Statement], quantity: Quantity) -> Row | None:
    """The row's two figures and the change between them, where it has one figure for each time."""
    ends = [[s for s in statements if any(time.same(x) for x in s.spans)] for time in (told.one, told.two)]
    if len(ends[0]) != 1 or len(ends[1]) != 1:
        return None
    one, two = ends[0][0].figure, ends[1][0].figure
    a, b = one.quantity, two.quantity
    if a is None or b is None or a.unit != b.unit or a.blank or b.blank or a.kind == "percent":
        return None
    (small, big) = (a, b) if told.way > 0 else (b, a)
    value = (b.value - a.value) * told.way
    done = f"{big.bare} - {small.bare} = {plain(value)}"
    if quantity.unit != "percent":
        same = quantity.kind == a.kind
        return Row(one.label, one, two, big.counted - small.counted, value, done) if same else None
    if a.counted.low <= 0:
        return None
    share = (b.counted / a.counted - Interval.exact(1)) * Interval.exact(100 * told.way)
    done += f", and {plain((b.value - a.value).copy_abs())} ÷ {a.bare} = "
    return Row(one.label, one, two, share, value / a.value * 100, done)


def _relation(told: Told, row: Row, quantity: Quantity, *, holds: bool) -> Relation:
    figure = told.statement.figure
    right = printed_like(row.value, quantity, 1 if quantity.unit == "percent" and not holds else 0)
    done = row.sum + (right if quantity.unit == "percent" else "")
    ends = f"{row.one.text} for {row.one.period} and {row.two.text} for {row.two.period}"
    word = f"{told.word} " if told.word else ""
    way = "rise" if told.way > 0 else "fall"
    if not holds and row.value < 0:
        way = f"{way}, where the figures go the other way"
    message = f"A {way} of {word}{quantity.bare} is right: “{row.name}” ({row.one.location.spot}) has {ends}."
    if not holds:
        message = (
            f"A {way} of {word}{quantity.bare} is said here, but “{row.name}” ({row.one.location.spot}) has "
            f"{ends}: {done}."
        )
    return Relation.judged(
        "change-between",
        figure,
        holds,
        message,
        by=(row.one, row.two),
        sum=done,
        confidence="medium",
        better=printed_like(row.value, quantity) if not (row.value < 0) else "",
        why=done,
        quote=told.statement.quote,
    )
