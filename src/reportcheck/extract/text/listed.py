"""Paragraphs of other formats that are rows of a table: parted by tabs, or words that end in figures -> tables."""

from __future__ import annotations

from itertools import groupby

from reportcheck.extract.text.delimited import cells_of, is_contents, table_of
from reportcheck.extract.text.figures import is_figure
from reportcheck.extract.text.readings import columns_in, towers_in
from reportcheck.extract.text.source import Row
from reportcheck.model import Block, Line, Table

_FEWEST = 3
_LONGEST = 200
Placed = tuple[int, Block]
"""A block and the page that it begins on."""


def with_tables(blocks: list[Placed]) -> list[Placed]:
    """Blocks in which paragraphs that print a table line by line are one, as the same lines are in a text."""
    found: list[Placed] = []
    for short, group in groupby(blocks, key=lambda placed: _is_short(placed[1])):
        placed = list(group)
        found += _read(placed, found) if short else placed
    return found


def _is_short(block: Block) -> bool:
    return isinstance(block, Line) and not block.heading and len(block.text.text) < _LONGEST


def _read(placed: list[Placed], before: list[Placed]) -> list[Placed]:
    """Short paragraphs, those that are rows of tables as tables."""
    rows = [_row(page, block) for page, block in placed if isinstance(block, Line)]
    starts = _tabbed(rows)
    if len(rows) >= _FEWEST:
        read = {**towers_in(rows, 0, len(rows), frozenset()), **columns_in(rows, frozenset())}
        starts |= {first: found for first, found in read.items() if first not in starts}
    found: list[Placed] = []
    at = 0
    while at < len(rows):
        if at not in starts:
            found.append(placed[at])
            at += 1
            continue
        at, table = starts[at]
        above = "\n".join(b.text.text for _, b in [*before, *found][-2:] if isinstance(b, Line))
        found.append((table.page, Table(table.page, table.rows, table.columns, table.cells, None, "", above)))
    return found


def _tabbed(rows: list[Row]) -> dict[int, tuple[int, Table]]:
    """The tables of paragraphs with tabs: where each begins and ends."""
    found: dict[int, tuple[int, Table]] = {}
    for tabs, group in groupby(range(len(rows)), key=lambda index: "\t" in rows[index].text):
        indices = list(group)
        run = rows[indices[0] : indices[-1] + 1]
        figures = sum(is_figure(row.text.rsplit("\t", 1)[-1].strip()) for row in run)
        if tabs and len(run) > 1 and figures > 1 and not is_contents(run):
            found[indices[0]] = (indices[-1] + 1, table_of(cells_of(run), "", ""))
    return found


def _row(page: int, line: Line) -> Row:
    """A paragraph as a row of a text."""
    pieces = line.text.pieces
    return Row(page, pieces[0].line or 0 if pieces else 0, pieces[0].offset if pieces else 0, line.text.text, line.text)
