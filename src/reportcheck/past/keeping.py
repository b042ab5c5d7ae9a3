"""What is kept of a paper -> rows of the ledger, in plain values; and rows -> what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from reportcheck.model import BBox, Fact, Figure, Kept, Location, Run, Span
from reportcheck.quantity import Quantity

Row = dict[str, Any]


def paper_row(kept: Kept) -> Row:
    """The dates and the body of a paper, and in `rest` what only rules across papers ask for."""
    said, year = kept.says
    return {
        "body": kept.body,
        "title": kept.title,
        "day": _iso(kept.day),
        "met": kept.met,
        "year": kept.year,
        "rest": {
            "says": [_iso(said), year],
            "format": kept.format,
            "restates": kept.restates,
            "runs": [_run(run) for run in kept.runs],
        },
    }


def fact_rows(kept: Kept) -> list[Row]:
    """A row for each figure."""
    return [_fact(fact) for fact in kept.facts]


def of_rows(path: str, paper: Mapping[str, Any], facts: Iterable[Mapping[str, Any]]) -> Kept:
    """What was kept of the paper at `path`."""
    return replace(kept_of_row(path, paper), facts=tuple(map(fact_of, facts)))


def kept_of_row(path: str, paper: Mapping[str, Any]) -> Kept:
    """What was kept of the paper at `path`, but for its facts."""
    from reportcheck.read.keep import called

    rest = paper["rest"]
    kept = Kept(
        path=path, name=path, body="", day=None, met=paper["met"], year=None,
        says=(_date(rest["says"][0]), rest["says"][1]), title=paper["title"], series=frozenset(), format=rest["format"],
        restates=rest["restates"], runs=tuple(map(_of_run, rest["runs"])),
    )  # fmt: skip
    return called(kept, path)


def _run(run: Run) -> list[Any]:
    return [run.kind, run.what, run.first, run.last, run.unit, run.quote, run.figure.text, _place(run.figure.location)]


def _of_run(row: list[Any]) -> Run:
    kind, what, first, last, unit, quote, text, place = row
    return Run(kind, what, first, last, Figure(text, _of_place(place), label=what), quote, unit)


def _fact(fact: Fact) -> Row:
    quantity = fact.figure.quantity
    assert quantity is not None
    return {
        "measure": _text(fact.measure),
        "scope": _text(fact.scope),
        "caption": _text(fact.caption),
        "first": _iso(min((span.first for span in fact.spans), default=None)),
        "last": _iso(max((span.last for span in fact.spans), default=None)),
        "value": format(quantity.value, "f"),
        "low": format(quantity.interval.low, "f"),
        "high": format(quantity.interval.high, "f"),
        "unit": quantity.unit,
        "page": fact.figure.location.page,
        "text": _text(fact.figure.text),
        "rest": [
            fact.source, fact.group, fact.table, fact.column, "" if fact.source == "table" else _text(fact.quote),
            [[_iso(s.first), _iso(s.last), s.kind] for s in fact.spans], _place(fact.figure.location),
            quantity.scale, format(quantity.step, "f"), quantity.approximate,
        ],
    }  # fmt: skip


def fact_of(row: Mapping[str, Any]) -> Fact:
    """A row of the facts."""
    source, group, table, column, quote, spans, place, scale, step, near = row["rest"]
    quantity = Quantity(row["text"], Decimal(row["value"]), row["unit"], scale, Decimal(step), near)
    measure, scope = row["measure"], row["scope"]
    label, period = (measure, scope) if source == "table" else ("", "")
    return Fact(
        Figure(row["text"], _of_place(place), quantity, label, period), measure, scope,
        tuple(Span(date.fromisoformat(a), date.fromisoformat(b), kind) for a, b, kind in spans), source, group,
        quote or f"{measure} | {scope}", table, column, row["caption"],
    )  # fmt: skip


def _place(at: Location) -> list[Any]:
    return [at.page, at.line, at.start, at.end, [round(v, 2) for v in at.bbox] if at.bbox else None]


def _of_place(place: list[Any]) -> Location:
    page, line, start, end, box = place
    return Location(page, line, start, end, BBox(*box) if box else None)


def _text(text: str) -> str:
    return text.replace("\0", "")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
