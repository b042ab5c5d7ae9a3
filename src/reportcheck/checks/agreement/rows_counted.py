"""A count of what a table lists, against its rows: "the company runs four boats:", over a table of three boats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.judging import exactly_told
from reportcheck.model import Grid, Paper, Relation, Statement
from reportcheck.patterns import pattern
from reportcheck.words.numbers import in_words
from reportcheck.words.stems import clause_after, stem, stems, tokens

_POINTS = pattern(
    r":\s*$|\bfollowing\b|\bas follows\b|\b(?:table|list|listed|shown|set out) below\b|\btable (?:shows|lists)\b",
    re.IGNORECASE,
)
"""How a sentence says that all that it counts is listed next."""
_SOME = pattern(r"\b(?:of (?:the|our|its|which|these)|up to|at least|first|last|top)\s*$", re.IGNORECASE)
_CHOSEN = frozenset("top largest biggest main first last other more new smallest further additional".split())
"""Words for some of the things that there are."""
_ANOTHER = pattern(r"\b(?:continued|cont'?d|excerpt|extract|top|largest|main)\b", re.IGNORECASE)


class Params(NamedTuple):
    """How many lines lie at most between the sentence and its table, and how far (in rows) the two can be apart."""

    lines: int = 4
    apart: int = 2


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each count that points to a table whose first column is headed by what is counted."""
    grids = [(grid, _rows(grid)) for grid in paper.grids]
    for one, quantity in exactly_told(paper.statements):
        if not _POINTS.search(one.quote) or quantity.step != 1 or _SOME.search(one.before):
            continue
        listing = [(g, rows) for g, rows in grids if rows > 1 and _lists(one, g)]
        # Where several tables have such a column, or one is in two parts, all of them may list what is counted.
        if len(listing) != 1 or not _follows(one, listing[0][0], params):
            continue
        grid, rows = listing[0]
        if abs(int(quantity.value) - rows) <= params.apart:
            yield _told(one, grid, rows, holds=quantity.value == rows)


def _rows(grid: Grid) -> int:
    """How many things a table lists: 0 where its rows are no plain list, a name each."""
    if len(grid.label_columns) != 1 or not grid.header_rows or _ANOTHER.search(grid.table.caption):
        return 0
    column = grid.label_columns[0]
    names: list[str] = []
    for number, row in enumerate(grid.cells):
        if number in grid.header_rows:
            continue
        name = row[column].text.strip()
        if not stems(name):
            # A total ends the list; a name that tells nothing before the end makes it no plain one.
            return len(names) if number == len(grid.cells) - 1 and len(set(names)) == len(names) else 0
        if not any(cell.text.strip() for at, cell in enumerate(row) if at != column):
            return 0
        names.append(name)
    return len(names) if len(set(names)) == len(names) else 0


def _follows(one: Statement, grid: Grid, params: Params) -> bool:
    """Whether a table begins right below a sentence."""
    here, there = one.figure.location, grid.table.cells[0].text.locate()
    if here.page != there.page:
        return False
    if here.line is None or there.line is None:
        if here.bbox is None or there.bbox is None:
            return False
        return bool(0 <= there.bbox.top - here.bbox.bottom <= 15 * params.lines)
    return 0 < there.line - here.line <= params.lines


def _lists(one: Statement, grid: Grid) -> bool:
    """Whether what is counted is what the column of names is headed by: "boats" and "Boat"."""
    head = tokens(grid.cells[grid.header_rows[-1]][grid.label_columns[0]].text)
    counted = tokens(clause_after(one.after))
    if not head or not counted or not _CHOSEN.isdisjoint(map(str.lower, counted)):
        return False
    said = {*map(stem, counted)} | one.words
    return stem(head[-1]) == stem(counted[-1]) and said.issuperset(map(stem, head))


def _told(one: Statement, grid: Grid, rows: int, *, holds: bool) -> Relation:
    thing = clause_after(one.after).split()
    at = grid.table.cells[0].text.locate().spot
    listed = str(rows) if one.figure.text[:1].isdigit() else in_words(rows)
    message = f"The sentence counts {one.figure.text} {' '.join(thing)}, but the table ({at}) lists {listed}."
    if holds:
        message = f"The table ({at}) lists {listed}."
    return Relation.judged(
        "rows-counted",
        one.figure,
        holds,
        message,
        confidence="medium",
        better=listed,
        why="the table has so many rows",
        sure=False,
        quote=one.quote,
    )
