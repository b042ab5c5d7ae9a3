"""Facts of many papers -> the history of a measure: its figures in order of time, and which were revised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from reportcheck.checks.across.columns import called
from reportcheck.checks.across.moulds import mould
from reportcheck.model import Fact, Kept
from reportcheck.past.keeping import fact_of, kept_of_row
from reportcheck.past.ledger import Ledger
from reportcheck.quantity import MONEY
from reportcheck.records import record
from reportcheck.version import VERSION
from reportcheck.words.calendar import MONTH_NAMES, said
from reportcheck.words.names import short
from reportcheck.words.stems import stems


@record(frozen=True, slots=True)
class Point:
    """A figure of a time. `others` are later papers that print the same."""

    time: str
    """In words: "2023-24", "March 2024"; the paper's own day in brackets where the figure gives no time."""
    until: date
    fact: Fact
    paper: str
    day: date | None
    revised: str = ""
    """What an earlier paper printed for that time, where that was another figure."""
    others: int = 0


@record(frozen=True, slots=True)
class Series:
    """Figures that are called alike, in order of time."""

    name: str
    points: tuple[Point, ...]


def history(measure: str, papers: Iterable[tuple[Kept, Sequence[Fact]]]) -> list[Series]:
    """The series whose words have all the telling words of `measure`, those with most times first."""
    wanted = stems(measure)
    found: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    names: dict[tuple[str, ...], str] = {}
    for paper, facts in papers:
        for fact in facts:
            if wanted and wanted <= _words(fact) and (point := _point(paper, fact)) is not None:
                key = _key(fact)
                names.setdefault(key, _name(fact))
                found[key].append(point)
    series = [Series(names[key], tuple(_in_time(points))) for key, points in found.items()]
    return sorted(series, key=lambda s: (-len({p.time for p in s.points}), s.name))


def _words(fact: Fact) -> frozenset[str]:
    said_of = f"{fact.measure} {fact.scope} {fact.caption}" if fact.source == "table" else f"{fact.scope} {fact.quote}"
    return stems(said_of)


def _key(fact: Fact) -> tuple[str, ...]:
    """What figures of one series share: their words without numbers and times, and what they count."""
    unit = fact.figure.quantity.unit if fact.figure.quantity else None
    sort = "money" if unit in MONEY else "" if unit == "count" else unit or ""
    if fact.source == "table":
        return "table", called(fact.measure), mould(called(fact.scope)), sort
    return "prose", mould(fact.measure), "", sort


def _name(fact: Fact) -> str:
    if fact.source == "prose":
        return short(" ".join(fact.measure.replace("…", "_").split()))
    scope = mould(called(fact.scope)).replace("#", "").strip()
    return short(f"{fact.measure} ({fact.scope})" if scope else fact.measure)


def _point(paper: Kept, fact: Fact) -> Point | None:
    """The figure in its time; in that of its paper where it has none of its own, and None where that has none."""
    if len(fact.spans) == 1:
        span = fact.spans[0]
        return Point(_time(span.first, span.last, span.kind), span.last, fact, paper.path, paper.day)
    if paper.day is None:
        return None
    return Point(f"({said(paper.day)})", paper.day, fact, paper.path, paper.day)


def _time(first: date, last: date, kind: str) -> str:
    if kind == "day":
        return said(last)
    if kind == "month":
        return f"{MONTH_NAMES[last.month]} {last.year}"
    return str(first.year) if first.year == last.year else f"{first.year}-{last.year % 100:02d}"


def _in_time(points: Sequence[Point]) -> Iterator[Point]:
    """The points in order; of one time the first paper's, then what later papers changed it to."""
    groups: dict[tuple[date, str], list[Point]] = defaultdict(list)
    for point in sorted(points, key=lambda p: (p.day or date.max, p.paper, p.fact.figure.location.page)):
        groups[point.until, point.time].append(point)
    for key in sorted(groups):
        last: Point | None = None
        for point in groups[key]:
            if last is not None and value_of(point) == value_of(last):
                last = replace(last, others=last.others + (point.paper != last.paper))
                continue
            if last is not None:
                yield last
            own = last is not None and last.paper != point.paper
            last = replace(point, revised=last.fact.figure.text) if own and last is not None else point
        if last is not None:
            yield last


def value_of(point: Point) -> Decimal:
    """The figure's value."""
    quantity = point.fact.figure.quantity
    return quantity.value if quantity is not None else Decimal(0)


def in_ledger(ledger: Ledger, measure: str, body: str = "") -> Iterator[tuple[Kept, list[Fact]]]:
    """The papers of a ledger with facts that may be of the measure: its words are looked for letter by letter."""
    sa, papers, facts = ledger.sa, ledger.papers, ledger.facts
    texts = sa.func.lower(
        facts.c.measure + " " + facts.c.scope + " " + facts.c.caption + " " + sa.cast(facts.c.rest, sa.Text)
    )
    chosen = sa.select(papers, facts).join(facts, facts.c.paper == papers.c.id)
    for word in sorted(stems(measure)):
        beginning = word[:-1] if len(word) > 4 else word  # A stem may end in a letter that its word has not: families.
        chosen = chosen.where(texts.contains(beginning, autoescape=True))
    if body:
        chosen = chosen.where(papers.c.body.contains(body, autoescape=True))
    with ledger.engine.connect() as link:
        for row in link.execution_options(yield_per=500).execute(chosen.order_by(papers.c.source, facts.c.number)):
            values = list(row)
            paper = dict(zip([c.name for c in papers.c], values, strict=False))
            fact = dict(zip([c.name for c in facts.c], values[len(papers.c) :], strict=True))
            yield kept_of_row(paper["source"], paper), [fact_of(fact)]


def as_json(measure: str, series: Sequence[Series]) -> dict[str, Any]:
    """The history for programs."""
    return {
        "schema": 1,
        "tool": {"name": "reportcheck", "version": VERSION},
        "measure": measure,
        "series": [{"name": s.name, "points": [point_json(p) for p in s.points]} for s in series],
    }


def point_json(point: Point) -> dict[str, Any]:
    """A point for programs, and the values of its row in a table."""
    quantity, at = point.fact.figure.quantity, point.fact.figure.location
    interval = quantity.interval if quantity is not None else None
    return {
        "time": point.time,
        "until": point.until.isoformat(),
        "text": point.fact.figure.text,
        "value": format(value_of(point), "f"),
        "low": format(interval.low, "f") if interval else None,
        "high": format(interval.high, "f") if interval else None,
        "unit": quantity.unit if quantity is not None else None,
        "paper": point.paper,
        "page": at.page,
        "line": at.line,
        "revised": point.revised,
        "others": point.others,
    }
