"""Two shares that make a whole, "75% female and 25% male", against the counts of both in a table near by."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportcheck.checks.judging import plain, printed_like
from reportcheck.model import Figure, Grid, Interval, Paper, Relation, Span, Statement
from reportcheck.words import agree, pattern, spans_in, stem, stems

_NEXT = pattern(r"\s*(?:were |was |are |is )?(?P<word>[A-Za-z]{3,})\b")
_LAST = pattern(r"(?P<word>[A-Za-z]{3,})\s*(?:\(|:|[-–]|at|is|was|were)?\s*$")
_WHOLE = pattern(r"\b(?:total|overall|whole|all|workforce|staff|employees|entire|headcount|altogether)\b", re.I)
_OF_ALL = pattern(r"\b(?:total|overall|whole|entire|all)\b", re.I)
_TOTAL = pattern(r"\btotal\b|\ball\b", re.I)
Tables = dict[int, list[Statement]]


class Params(NamedTuple):
    """How many pages from the sentence its table may stand, and how many points apart the two tellings can be."""

    pages: int = 1
    points: int = 10


class Pair(NamedTuple):
    """Two shares of one sentence and the stems of what they are shares of."""

    one: Statement
    two: Statement
    labels: tuple[str, str]


class Counts(NamedTuple):
    """The counts of both in one row of a table, or in all of its rows; `row` is "" for all."""

    row: str
    one: tuple[Figure, ...]
    two: tuple[Figure, ...]

    @property
    def sums(self) -> tuple[Decimal, Decimal]:
        """The two counts."""
        first, second = (sum((f.number.value for f in side), Decimal(0)) for side in (self.one, self.two))
        return first, second


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each pair of shares whose labels head two columns, or two rows, of a table near by."""
    tables: Tables | None = None
    for pair in _pairs(paper.statements):
        tables = _tables(paper.statements) if tables is None else tables
        counts = [c for grid in _near(paper, tables, pair, params.pages) for c in _counts(grid, pair) if sum(c.sums)]
        fitting = [c for c in counts if _fits(pair, c)]
        meant = [c for c in counts if _meant(pair, c)]
        held = next((c for c in fitting if c in meant or not _OF_ALL.search(pair.one.quote)), None)
        if held is not None:
            yield _relation(pair, held, None)
        elif len({c.sums for c in meant}) == 1 and _off(pair, meant[0]) <= params.points:
            yield _relation(pair, meant[0], fitting)


def _pairs(statements: tuple[Statement, ...]) -> Iterator[Pair]:
    for one, two in itertools.pairwise(statements):
        labels = _labels(one, two) if one.source == "prose" and one.group == two.group and _make_100(one, two) else None
        if labels:
            yield Pair(one, two, labels)


def _make_100(one: Statement, two: Statement) -> bool:
    """Whether the two are percentages, rounded alike, that make 100."""
    a, b = one.quantity, two.quantity
    if a.unit != "percent" or b.unit != "percent" or a.approximate or b.approximate:
        return False
    return a.step == b.step and a.value + b.value == 100


def _labels(one: Statement, two: Statement) -> tuple[str, str] | None:
    """What the two are shares of, by the words after both or before both."""
    for a, b in (
        (_NEXT.match(one.after), _NEXT.match(two.after)),
        (_LAST.search(one.before), _LAST.search(two.before)),
    ):
        if a and b:
            labels = stem(a["word"]), stem(b["word"])
            if labels[0] != labels[1] and all(label in one.words for label in labels):
                return labels
    return None


def _tables(statements: tuple[Statement, ...]) -> Tables:
    """The first figure of each table, by its page."""
    found: Tables = {}
    seen: set[int] = set()
    for statement in statements:
        if statement.table >= 0 and statement.table not in seen:
            seen.add(statement.table)
            found.setdefault(statement.figure.location.page, []).append(statement)
    return found


def _near(paper: Paper, tables: Tables, pair: Pair, pages: int) -> Iterator[Grid]:
    """The tables near a sentence, but for those of another time."""
    own = pair.one.figure.location.page
    for page in range(own - pages, own + pages + 1):
        for first in tables.get(page, ()):
            grid = paper.grids[first.table]
            if pair.one.pages_from(first) <= pages and agree(pair.one.spans, _times(grid)):
                yield grid


def _times(grid: Grid) -> frozenset[Span]:
    return spans_in(grid.table.over)


def _counts(grid: Grid, pair: Pair) -> Iterator[Counts]:
    """The counts of both labels in a table: in each of its rows and in all, or in a column of two rows."""
    columns = _columns(grid, pair.labels)
    if columns is not None:
        yield from _in_columns(grid, columns)
        return
    lines = [[r for r, label in enumerate(grid.row_labels) if name in stems(label)] for name in pair.labels]
    if len(lines[0]) == 1 == len(lines[1]):
        for c in range(len(grid.cells[0])):
            one, two = _count(grid, lines[0][0], c), _count(grid, lines[1][0], c)
            if one and two:
                yield Counts("", (one,), (two,))


def _in_columns(grid: Grid, columns: tuple[int, int]) -> Iterator[Counts]:
    """The counts of two columns: row by row, and all together."""
    rows = [r for r in range(len(grid.cells)) if r not in grid.header_rows]
    found = [(r, _count(grid, r, columns[0]), _count(grid, r, columns[1])) for r in rows]
    known = [(r, a, b) for r, a, b in found if a and b]
    total = [k for k in known if _TOTAL.search(grid.row_labels[k[0]])]
    yield from (Counts(grid.row_labels[r] or "?", (a,), (b,)) for r, a, b in known if (r, a, b) not in total)
    whole = total[-1:] or known
    if len(known) == len(found) or total:
        yield Counts("", tuple(a for _, a, _ in whole), tuple(b for _, _, b in whole))


def _columns(grid: Grid, labels: tuple[str, str]) -> tuple[int, int] | None:
    """The columns that the labels head; headings that an extraction piled over the table stand in their order."""
    named = [[c for c, head in enumerate(grid.column_labels) if label in stems(head)] for label in labels]
    if len(named[0]) == 1 == len(named[1]):
        return named[0][0], named[1][0]
    if any(grid.column_labels):
        return None
    above = [stem(w) for w in re.findall(r"[A-Za-z]+", grid.table.above)]
    places = [above.index(label) if label in above else -1 for label in labels]
    columns = [c for c in range(len(grid.cells[0])) if c not in grid.label_columns]
    if -1 in places or not _parts_and_sum(grid, columns):
        return None
    return (columns[0], columns[1]) if places[0] < places[1] else (columns[1], columns[0])


def _parts_and_sum(grid: Grid, columns: list[int]) -> bool:
    """Whether a table has three columns of counts, the third of which is the sum of the others."""
    if len(columns) != 3:
        return False
    rows = [[_count(grid, r, c) for c in columns] for r in range(len(grid.cells)) if r not in grid.header_rows]
    values = [[f.quantity.value for f in row if f and f.quantity] for row in rows]
    return len(rows) > 1 and all(len(v) == 3 and v[0] + v[1] == v[2] for v in values)


def _count(grid: Grid, row: int, column: int) -> Figure | None:
    figure = grid.cells[row][column].figure
    if figure is None or figure.quantity is None or figure.quantity.blank or figure.quantity.step != 1:
        return None
    return figure if figure.quantity.unit in (None, "count") and figure.quantity.value >= 0 else None


def _share(counts: Counts) -> Decimal:
    one, two = counts.sums
    return one / (one + two) * 100


def _fits(pair: Pair, counts: Counts) -> bool:
    return Interval.exact(_share(counts)).overlaps(pair.one.quantity.interval)


def _off(pair: Pair, counts: Counts) -> Decimal:
    return abs(pair.one.quantity.value - _share(counts))


def _meant(pair: Pair, counts: Counts) -> bool:
    """Whether the sentence speaks of that row, or of all."""
    if counts.row:
        label = stems(counts.row)
        return bool(label) and label <= pair.one.words and not _WHOLE.search(pair.one.quote)
    return _WHOLE.search(pair.one.quote) is not None


def _relation(pair: Pair, counts: Counts, fitting: list[Counts] | None) -> Relation:
    """The pair against its counts; where it is wrong, `fitting` are the rows that it does fit."""
    holds = fitting is None
    one, two = pair.one.quantity, pair.two.quantity
    a, b = counts.sums
    share = _share(counts)
    said = f"{one.bare} and {two.bare}"
    better = f"{printed_like(share, one)} and {printed_like(100 - share, two)}"
    done = f"{plain(a)} ÷ {plain(a + b)} = {printed_like(share, one, 1)}"
    at = counts.one[0].location.spot
    of = f"the row “{counts.row}”" if counts.row else "the table"
    message = f"{said} is right by {of} at {at}."
    if fitting is not None:
        message = f"The shares are printed as {said}, but by {of} at {at} they are {better}: {done}"
        rows = {c.row for c in fitting if c.row and c.row != counts.row}
        message += f"; {said} are those of the row “{rows.pop()}” alone." if len(rows) == 1 else "."
    return Relation.judged(
        "pair-share",
        (pair.one.figure, pair.two.figure),
        holds,
        message,
        by=(*counts.one, *counts.two),
        sum=done,
        confidence="medium",
        better=better,
        why=done,
        sure=False,
        quote=pair.one.quote,
    )
