"""A Paper -> what is kept of it for other papers of its body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from reportcheck.model import Fact, Kept, Paper, Statement
from reportcheck.patterns import pattern
from reportcheck.read.keep.named import body_of, read_name
from reportcheck.read.keep.running import read_runs
from reportcheck.read.keep.spans import spans_of
from reportcheck.read.outline.occasion import read_occasion
from reportcheck.read.times.paper import Times

_RESTATED = pattern(
    r"(?i)\b(?:re-?stated?|re-?statement|re-?classified|re-?presented|prior[- ](?:year|period) adjustments?)\b"
)


def keep(paper: Paper) -> Kept:
    """What is kept of a paper: it is small beside the paper, and all that rules across papers look at."""
    occasion = read_occasion(paper.outline)
    path, text = paper.document.path, Times.of(paper.outline).stream.text
    kept = Kept(
        path=path,
        name=path,
        body="",
        day=None,
        met=occasion.met,
        year=None,
        says=(occasion.day, occasion.years[0] if occasion.years else None),
        title=_title(paper),
        series=frozenset(),
        format=paper.document.format,
        restates=_RESTATED.search(text) is not None,
        facts=tuple(_facts(paper)),
        runs=tuple(read_runs(paper)),
    )
    return called(kept, path)


def called(kept: Kept, path: str) -> Kept:
    """What is kept of a paper that lies at `path`, whose name says more of it than its first lines do."""
    named = read_name(path)
    said, year = kept.says
    within = named.month and said is not None and named.day is not None and said.replace(day=1) == named.day
    return replace(
        kept,
        path=path,
        name=PurePath(path).name,
        body=body_of(path),
        day=said if within or named.day is None else named.day,
        year=named.year or year,
        series=named.series,
        stage=named.stage,
    )


def _title(paper: Paper) -> str:
    """The first words of a paper that look like its name."""
    rows = (" ".join(part.text for part in row).strip("#*_ ") for row in paper.outline.rows[:30])
    return next((" ".join(row.split())[:160] for row in rows if sum(map(str.isalpha, row)) >= 6), "")


def _facts(paper: Paper) -> Iterator[Fact]:
    order = Times.of(paper.outline).order
    for statement in paper.statements:
        if statement.figure.quantity is not None and not statement.figure.quantity.blank:
            yield _fact(paper, statement, order)


def _fact(paper: Paper, statement: Statement, order: str) -> Fact:
    spans = spans_of(statement, order)
    if statement.source == "prose":
        measure = " ".join(f"{statement.before} … {statement.after}".split())
        return Fact(
            statement.figure, measure, statement.heading, spans, "prose", statement.group, statement.quote.strip()
        )
    table = paper.grids[statement.table].table if statement.table >= 0 else None
    caption = (table.caption or table.above) if table else ""
    return Fact(
        statement.figure, statement.before, statement.after, spans, "table", statement.group, statement.quote,
        statement.table, statement.column, caption,
    )  # fmt: skip
