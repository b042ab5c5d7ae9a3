"""Two figures that stand in each other's rows: one table of the paper has them the other way round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.model import Grid, GridCell, Location, Paper, Relation
from reportcheck.read.grids.cells import blank_of
from reportcheck.words import pattern

_LONG = pattern(r"\d,\d{3}")


class Params(NamedTuple):
    """Pairs of figures that stand in more than `most` places are too common to tell anything."""

    most: int = 8


class _Pair(NamedTuple):
    """The figures of one column in two rows, one under the other; a dash is nothing."""

    grid: int
    row: int
    column: int
    above: str
    below: str


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each two rows that two tables share: the same in all columns, or swapped in one of them."""
    pairs: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for index, grid in enumerate(paper.grids):
        for pair in _pairs(index, grid):
            pairs[min(pair.above, pair.below), max(pair.above, pair.below)].append(pair)
    shared: dict[tuple[int, int, int, int], list[tuple[_Pair, _Pair]]] = defaultdict(list)
    for alike in pairs.values():
        for at, one in enumerate(alike if 1 < len(alike) <= params.most else ()):
            for other in alike[at + 1 :]:
                if one.grid != other.grid and one.above != one.below:
                    shared[one.grid, one.row, other.grid, other.row].append((one, other))
    for found in shared.values():
        relation = _compared(paper, found) if len(found) > 1 else None
        if relation:
            yield relation


def _pairs(index: int, grid: Grid) -> Iterator[_Pair]:
    """The pairs of which one is a figure of thousands; a table without a comma has none."""
    if not any("," in cell.text for row in grid.cells for cell in row if cell.figures):
        return
    columns = [c for c in range(len(grid.column_labels)) if c not in grid.label_columns]
    last: dict[int, str] = {}
    for r, row in enumerate(grid.cells):
        texts = {c: text for c in columns if (text := _text(row[c]))} if grid.row_labels[r] else {}
        for c, below in texts.items():
            above = last.get(c)
            if above is not None and (_is_long(above) or _is_long(below)):
                yield _Pair(index, r - 1, c, above, below)
        last = texts


def _text(cell: GridCell) -> str:
    """A cell's one figure, a dash for nothing, or nothing at all."""
    if not cell.text or len(cell.figures) == 1:
        return cell.figures[0].text if cell.text else ""
    return "-" if blank_of(cell.text) == "dash" else ""


def _is_long(text: str) -> bool:
    return "," in text and _LONG.search(text) is not None


def _compared(paper: Paper, found: list[tuple[_Pair, _Pair]]) -> Relation | None:
    """The pairs that two rows of one table and two of another share, as a relation if they are the same two rows."""
    one, other = found[0]
    mine, theirs = paper.grids[one.grid], paper.grids[other.grid]
    labels = _words(mine, one.row), _words(mine, one.row + 1)
    others = _words(theirs, other.row), _words(theirs, other.row + 1)
    straight = _same(labels, others)
    if straight == _same(labels, others[::-1]):
        return None
    swapped = [p for p in found if (p[0].above == p[1].above) != straight]
    agreeing = [p for p in found if p not in swapped and "-" not in (p[0].above, p[0].below)]
    if not swapped and len(agreeing) > 1:
        return _relation(paper, *agreeing[0], swapped=False, straight=straight)
    if len(swapped) != 1 or not agreeing:
        return None
    ((one, other),) = swapped
    if any(a.column == one.column or b.column == other.column for a, b in agreeing):
        return None
    return _relation(paper, one, other, swapped=True, straight=straight)


def _words(grid: Grid, row: int) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", grid.row_labels[row].lower()))


def _same(labels: tuple[frozenset[str], ...], others: tuple[frozenset[str], ...]) -> bool:
    """Whether two rows are two others: one called just the same, the other with a word in common."""
    one, two = (a == b and bool(a) for a, b in zip(labels, others, strict=True))
    near = all(a & b for a, b in zip(labels, others, strict=True))
    return near and (one or two)


def _relation(paper: Paper, one: _Pair, other: _Pair, *, swapped: bool, straight: bool) -> Relation:
    if swapped and _borne_out(paper, one) and not _borne_out(paper, other):
        one, other = other, one
    mine, theirs = paper.grids[one.grid], paper.grids[other.grid]
    figures = [f for r in (one.row, one.row + 1) if (f := mine.cells[r][one.column].figure)]
    twins = [f for r in (other.row, other.row + 1) if (f := theirs.cells[r][other.column].figure)]
    there = (other.above, other.below) if straight else (other.below, other.above)
    where: Location = twins[0].location
    first, second = mine.row_labels[one.row], mine.row_labels[one.row + 1]
    if swapped:
        message = (
            f"{first} and {second} are printed as {one.above} and {one.below} here, but as {there[0]} and {there[1]} "
            f"on {where.spot}: in one of the two tables they stand in each other's rows."
        )
    else:
        message = f"{first} and {second} are printed as {one.above} and {one.below} in both tables."
    return Relation.judged(
        "two-tables",
        (*figures,),
        not swapped,
        message,
        by=twins,
        suspect=False,
        confidence="medium",
        quote=mine.row_text(one.row),
    )


def _borne_out(paper: Paper, pair: _Pair) -> bool:
    """Whether a sum along one of the two rows holds with its figure, as of an opening balance and its movements."""
    cells = (paper.grids[pair.grid].cells[r][pair.column] for r in (pair.row, pair.row + 1))
    places = {f.place: f.label for cell in cells if (f := cell.figure)}
    for relation in paper.arithmetic:
        if relation.verdict == "held" and len(relation.evidence) > 2:
            label = next((places[e.figure.place] for e in relation.evidence if e.figure.place in places), None)
            if label and all(e.figure.label == label for e in relation.evidence):
                return True
    return False
