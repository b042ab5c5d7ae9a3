"""Highest and lowest since a time against the row of a table: "9.8%, the lowest since 2019/20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import in_sentences
from reportcheck.model import Figure, Paper, Quantity, Relation, Statement
from reportcheck.patterns import pattern
from reportcheck.read.facts.series import Series, Time, name_of, read_series, same
from reportcheck.words.calendar import MONTH, MONTHS, YEAR, YEARS
from reportcheck.words.spans import spans_in
from reportcheck.words.stems import qualifiers, stems

_TIME = rf"(?P<time>{YEARS}(?!\d)|{YEAR}\b|{MONTH}(?: {YEAR})?)"
_WAY = r"(?:the|its|our|their) (?:(?P<high>highest)|(?P<low>lowest))(?: [a-z-]+){0,4}? since "
_BEHIND = pattern(rf"[)\s]*,? ?(?:and |which (?:is|was) |is |was |this (?:is|was) )?{_WAY}{_TIME}", re.IGNORECASE)
_AHEAD = pattern(rf"{_WAY}{_TIME},? \(?(?:at |of |with )?$", re.IGNORECASE)


class Params(NamedTuple):
    """How much of a series' name the sentence has to say, as a share of its words."""

    named: float = 0.5


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """Each figure that is said to be the highest or lowest since a time, and stands at the end of a series."""
    series: list[Series] | None = None
    for statement in in_sentences(paper.statements):
        if " since " not in statement.near:
            continue
        match = _BEHIND.match(statement.after) or _AHEAD.search(statement.before)
        time = _time(match["time"]) if match else None
        if match is None or time is None:
            continue
        if series is None:
            series = list(read_series(paper.statements, paper.grids))
        found = _judged(statement, bool(match["high"]), time, series, params)
        if found:
            yield found


def _time(text: str) -> Time | None:
    word, _, year = text.partition(" ")
    if word.lower() in MONTHS:
        return "month", MONTHS[word.lower()], int(year) if year.strip().isdecimal() else 0
    spans = spans_in(text)
    first = next(iter(spans)).first.year if len(spans) == 1 else 0
    return ("year", first, first) if first else None


def _judged(one: Statement, high: bool, time: Time, series: list[Series], params: Params) -> Relation | None:
    """Held where a series bears it out; broken where the only one that ends with the figure does not."""
    quantity = one.figure.quantity
    found: list[tuple[Figure, tuple[Time, Figure] | None]] = []
    words = stems(one.quote)
    for row in series:
        names = stems(row.label) or row.words
        if quantity is None or not names or len(names & words) < max(1, len(names) * params.named):
            continue
        if qualifiers(one.quote) - qualifiers(f"{row.label} {' '.join(sorted(row.words))} highest lowest"):
            continue
        points = _after(row, time)
        last = next((n for n in range(len(points) - 1, -1, -1) if _equal(points[n][1].quantity, quantity)), -1)
        if last < 1:
            continue
        over = [p for p in points[:last] if _beyond(p[1].quantity, quantity, high)]
        found.append((points[last][1], over[-1] if over else None))
    held = next((figure for figure, over in found if over is None), None)
    if held is not None:
        return _relation(one, high, held, None)
    return _relation(one, high, *found[0]) if len(found) == 1 else None


def _after(row: Series, time: Time) -> list[tuple[Time, Figure]]:
    """The points of a series after a time, in order; none where it does not hold the time."""
    at = next((n for n, (t, _) in enumerate(row.points) if same(t, time)), None)
    order = [(t[2] or 0, t[1]) for t, _ in row.points]
    if at is None or (order != sorted(order) and row.kind != "month"):
        return []
    return list(row.points[at + 1 :])


def _equal(one: Quantity | None, other: Quantity) -> bool:
    return one is not None and one.interval.overlaps(other.interval) and one.step <= other.step * 10


def _beyond(one: Quantity | None, other: Quantity, high: bool) -> bool:
    """Whether a figure is surely higher, or lower, than the one that is said to be the highest or the lowest."""
    if one is None:
        return False
    return one.interval.low > other.interval.high if high else one.interval.high < other.interval.low


def _relation(one: Statement, high: bool, at: Figure, over: tuple[Time, Figure] | None) -> Relation:
    assert one.figure.quantity is not None
    way, text = ("highest" if high else "lowest"), one.figure.quantity.bare
    message = f"{text} is the {way} since then."
    if over is not None:
        time, figure = over
        assert figure.quantity is not None
        more = "higher" if high else "lower"
        shown = f"{name_of(time, figure)} was {more}, with {figure.quantity.bare} ({figure.location.spot})"
        message = f"{text} is said to be the {way} since then, but {shown}."
    by = (at, over[1]) if over else (at,)
    quote = " ".join(one.quote.split())
    return Relation.judged(
        "since", one.figure, over is None, message, by=by, suspect=False, confidence="medium", quote=quote
    )
