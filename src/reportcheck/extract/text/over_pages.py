"""Tables of a text that go on over the next page, under their heads again -> one table, on its first page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from operator import attrgetter

from reportcheck.model import Block, Table

_ROW = attrgetter("row")
_CONTINUED = ("continued", "cont'd", "contd", "cont.")
_OVER = 4
"""So many lines at most stand over a part that goes on."""


def join_tables(pages: Sequence[list[Block]], running: Sequence[Collection[str]]) -> None:
    """Put each part of a table that goes on under what is before it; `running` is what runs along on each page."""
    home: tuple[int, int] | None = None  # The page, and the place on it, of the table that a page ends with.
    for at, blocks in enumerate(pages):
        if home is not None:
            above = pages[home[0]]
            known = {*running[at], *(block.text.text for block in above if not isinstance(block, Table))}
            place = _first(blocks, known)
            whole = None if place is None else _whole(above[home[1]], blocks[place])
            if place is not None and whole is not None:
                above[home[1]] = whole
                del blocks[place]
                if _last(blocks, running[at]) < place:
                    continue
        last = _last(blocks, running[at])
        home = (at, last) if last >= 0 and isinstance(blocks[last], Table) else None


def _first(blocks: Sequence[Block], known: Collection[str]) -> int | None:
    """The table that a page begins with, after lines that stand on the page before too, or say that it goes on."""
    for at, block in enumerate(blocks[: _OVER + 1]):
        if isinstance(block, Table):
            return at
        text = block.text.text
        if text not in known and not any(word in text.lower() for word in _CONTINUED):
            break
    return None


def _last(blocks: Sequence[Block], running: Collection[str]) -> int:
    """The last block of a page but for lines that run along; -1 where there is none."""
    at = len(blocks) - 1
    while at >= 0 and not isinstance(block := blocks[at], Table) and block.text.text in running:
        at -= 1
    return at


def _whole(table: Block, part: Block) -> Table | None:
    """Both as one table, where the part begins with the first row of the table and has as many columns."""
    if not isinstance(table, Table) or not isinstance(part, Table) or part.columns != table.columns:
        return None
    heads = 0
    while heads < min(table.rows, part.rows) and _row(table, heads) == _row(part, heads):
        heads += 1
    if not heads:
        return None
    shift = table.rows - heads
    more = [cell._replace(row=cell.row + shift) for cell in part.cells if cell.row >= heads]
    return replace(table, rows=part.rows + shift, cells=(*table.cells, *more))


def _row(table: Table, row: int) -> list[tuple[int, str]]:
    begin = bisect_left(table.cells, row, key=_ROW)
    return [
        (cell.column, cell.text.text)
        for cell in takewhile(lambda cell: cell.row == row, islice(table.cells, begin, None))
    ]
