"""A column of one year that has all the figures of another: one of them was copied and not brought up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from reportcheck.model import Figure, Grid, Paper, Relation, Span
from reportcheck.words import names_total, pattern, spans_in

_SET = pattern(
    r"\b(?:budget|plan(?:ned)?|forecast|estimate|target|proposed|agreed|fees?|charges?|rates?|prices?|tariffs?|bands?"
    r"|allowances?|salar(?:y|ies)|grades?|scale|restated|cost|valu(?:e|ation)|assets?|insured|limit|threshold)",
    re.IGNORECASE,
)
"""What is set from year to year and may stay as it was."""


class Params(NamedTuple):
    """How many figures must be the same, how many of them differ from one another, and how many be no round ones."""

    rows: int = 5
    different: int = 4
    odd: int = 3


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two columns of two years whose figures are all the same, a total among them."""
    for grid in paper.grids:
        if _SET.search(grid.table.over) or not any(map(names_total, grid.row_labels)):
            continue
        years = [(min(spans), c) for c, label in enumerate(grid.column_labels) if len(spans := spans_in(label)) == 1]
        for (one, first), (two, second) in combinations(years, 2):
            pairs = _pairs(grid, first, second) if _follow(grid, one, first, two, second) else []
            if len(pairs) >= params.rows:
                later, earlier = (first, second) if one > two else (second, first)
                yield _told(grid, pairs, later, earlier, _copied(pairs, params))


def _follow(grid: Grid, one: Span, first: int, two: Span, second: int) -> bool:
    """Whether two columns tell the same of two years."""
    labels = [grid.column_labels[c] for c in (first, second)]
    words = [re.findall(r"[a-z]+", label.lower()) for label in labels]
    return one != two and words[0] == words[1] and not any(map(_SET.search, labels))


def _pairs(grid: Grid, first: int, second: int) -> list[tuple[Figure, Figure]]:
    """The figures of the rows that have one in both columns; none where one column has figures that the other lacks."""
    found: list[tuple[Figure, Figure]] = []
    for number, row in enumerate(grid.cells):
        if number in grid.header_rows:
            continue
        one, two = row[first].figure, row[second].figure
        told = [figure for figure in (one, two) if figure and figure.quantity and figure.quantity.blank is None]
        if len(told) == 1 and told[0].quantity and told[0].quantity.value:
            return []
        if one and two and len(told) == len((one, two)):
            found.append((one, two))
    return found


def _copied(pairs: list[tuple[Figure, Figure]], params: Params) -> bool:
    """Whether all figures are the same, and so many and so odd that they are so by no chance."""
    values = [(a.quantity.value, b.quantity.value) for a, b in pairs if a.quantity and b.quantity]
    amounts = {a for a, _ in values if a}
    odd = [a for a in amounts if a % 5 or a != int(a)]
    rows = sum(1 for a, _ in values if a)
    alike = all(a == b for a, b in values)
    return alike and rows >= params.rows and len(amounts) >= params.different and len(odd) >= params.odd


def _told(grid: Grid, pairs: list[tuple[Figure, Figure]], later: int, earlier: int, copied: bool) -> Relation:
    figures = [one if one.period == grid.column_labels[later] else two for one, two in pairs]
    now, before = (" ".join(grid.column_labels[c].split()) for c in (later, earlier))
    if not copied:  # That a column is its own tells of none of its figures that it is right.
        message = f"{now} is not {before} once more."
        return Relation.judged("columns-alike", (), True, message, at=figures[0].location)
    message = f"All {len(figures)} figures of {now} are those of {before}: one column was not brought up to date."
    return Relation.judged("columns-alike", figures[0], False, message, suspect=False, confidence="medium")
