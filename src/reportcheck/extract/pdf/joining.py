"""Pages in order -> the same pages with each table that runs over several of them made one, on its first page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from reportcheck.extract.pdf.draft import goes_on, numeric
from reportcheck.extract.pdf.lone_rows import Extents, Span, has_figures, rows_taken, runs_along
from reportcheck.model import Block, Cell, Line, Page, Table, Text
from reportcheck.records import record

IN_LINE = 8.0
"""Columns of two parts of one table stand in line within this many points."""
NOWHERE: Span = (float("inf"), -float("inf"))
_PLACE, _ROW = attrgetter("row", "column"), attrgetter("row")
_CONTINUED = ("continued", "cont'd", "contd", "cont.")


@record(frozen=True, slots=True)
class Fit:
    """How the next part of a table is put under it: the column for each of its own, and the first new row."""

    columns: tuple[int, ...]
    first: int
    rest: Sequence[Cell]
    """The part's cells from its first new row on."""
    below: Extents
    """And what they print."""


def tables_joined(pages: Sequence[Page]) -> list[Page]:
    """The pages, with the parts of tables that end one page and begin the next in the first of them."""
    done: list[list[Block]] = [list(page.blocks) for page in pages]
    changed: set[int] = set()
    holder = -1
    known: Extents = {}  # Of the holder's table, which is not measured anew for each page that it runs on to.
    for at in range(1, len(pages)):
        if pages[at].number != pages[at - 1].number + 1:
            holder = -1
            continue
        home = holder if holder >= 0 and not done[at - 1] else at - 1
        upper = _last_table(done[home], done[at])
        extents, holder = (known if home == holder else None), -1
        if upper is None:
            continue
        lower = _first_table(done[at], done[home])
        joined = None if lower is None else joined_tables(done[home][upper], done[at][lower], extents)
        if lower is None or joined is None:
            if _lines_taken(done[home], upper, done[at], extents):
                changed |= {home, at}
            continue
        done[home][upper], known = joined
        del done[at][: lower + 1]
        changed |= {home, at}
        if not done[at]:
            holder = home
    pairs = enumerate(zip(pages, done, strict=True))
    return [replace(page, blocks=tuple(blocks)) if at in changed else page for at, (page, blocks) in pairs]


def _lines_taken(blocks: list[Block], upper: int, after: list[Block], extents: Extents | None) -> bool:
    """Put rows that stand as lines at the head of the next page under the table that they are of."""
    table = blocks[upper]
    if not isinstance(table, Table):
        return False
    first = next((at for at, block in enumerate(after) if not runs_along(block, blocks)), len(after))
    if first == len(after) or not has_figures(after[first]):
        return False
    blocks[upper], count = rows_taken(table, extents or extents_of(table.cells), after[first:])
    del after[first : first + count]
    return count > 0


def joined_tables(table: Block, part: Block, extents: Extents | None) -> tuple[Table, Extents] | None:
    """Two tables as one, if they are, and its extents; those of the first are measured where they are not known."""
    if not isinstance(table, Table) or not isinstance(part, Table):
        return None
    if part.columns < min(table.columns - 1, table.columns * 3 // 4) or part.columns < 2:
        return None
    heads = _repeated(table, part)
    if heads == 0 and (head := head_of(part)) and head != head_of(table):
        return None
    start = bisect_left(part.cells, heads, key=_ROW)
    rest = part.cells[start:]
    below = extents_of(rest)
    lower = _spans(extents_of(part.cells[:start], below))
    if len(lower) < part.columns:
        return None
    extents = extents or extents_of(table.cells)
    columns = _fit(lower, _spans(extents))
    return None if columns is None else _under(table, part, Fit(columns, heads, rest, below), extents)


def _last_table(blocks: Sequence[Block], after: Sequence[Block]) -> int | None:
    """The table that a page ends with, but for lines that run along at the foot of the next page too."""
    at = len(blocks) - 1
    while at > 0 and runs_along(blocks[at], after):
        at -= 1
    return at if blocks and isinstance(blocks[at], Table) else None


def _first_table(blocks: Sequence[Block], before: Sequence[Block]) -> int | None:
    """The table that a page begins with, after lines that repeat what stood over its first part."""
    known = {b.text.text for b in before if isinstance(b, Line)}
    for index, block in enumerate(blocks[:4]):
        if isinstance(block, Table):
            return index
        text = block.text.text
        if text not in known and not any(word in text.lower() for word in _CONTINUED):
            return None
    return None


def _fit(lower: dict[int, Span], upper: dict[int, Span]) -> tuple[int, ...] | None:
    """The column over each of the lower part's, all of which print something; None where they are two tables."""
    columns: list[int] = []
    for place in sorted(lower):
        match = _in_line(lower[place], upper)
        if match is None or (columns and match <= columns[-1]):
            return None
        columns.append(match)
    return tuple(columns)


def extents_of(cells: Iterable[Cell], more: Extents | None = None) -> Extents:
    """What the columns print, and what more is known of them; cells over several of them are left out."""
    found = dict(more or {})
    for cell in cells:
        if cell.columns == 1:
            text, pieces = cell.text
            key = (cell.column, numeric(text))
            span = low, high = found.get(key, NOWHERE)
            for piece in pieces:
                if piece.bbox is not None:
                    x0, _, x1, _ = piece.bbox
                    if x0 < low:
                        low = x0
                    if x1 > high:
                        high = x1
            if (low, high) != span:
                found[key] = low, high
    return found


def _spans(extents: Extents) -> dict[int, Span]:
    """Left and right of each column: of its figures, or of its words where it has none."""
    return {column: extents.get((column, True), span) for (column, _), span in extents.items()}


def _in_line(span: Span, others: dict[int, Span]) -> int | None:
    """The column whose left, right or middle stands in line with a span."""
    x0, x1 = span
    best = None
    for column in sorted(others):
        low, high = others[column]
        if x0 < high and low < x1:
            near = min(abs(x0 - low), abs(x1 - high), abs(x0 + x1 - low - high) / 2)
            if near <= IN_LINE and (best is None or near < best[0]):
                best = (near, column)
    return best[1] if best else None


def _row(table: Table, row: int) -> list[str]:
    return [cell.text.text for cell in cells_of(table, row)]


def cells_of(table: Table, row: int) -> Sequence[Cell]:
    """The cells that begin in a row: a table's cells are in order, and a long one is not gone through for each page."""
    start = bisect_left(table.cells, row, key=_ROW)
    return table.cells[start : bisect_right(table.cells, row, start, key=_ROW)]


def _repeated(table: Table, part: Table) -> int:
    """How many of the part's first rows repeat the table's."""
    count = 0
    while count < min(table.rows, part.rows, 6) and _row(part, count) and _row(part, count) == _row(table, count):
        count += 1
    return count


def head_of(table: Table) -> list[str]:
    """The words of a first row that has no figures and fills most columns: a head of its own."""
    first = _row(table, 0)
    wordy = not any(numeric(text) for text in first)
    return first if wordy and 2 * len(first) > table.columns else []


def _under(table: Table, part: Table, fit: Fit, extents: Extents) -> tuple[Table, Extents]:
    """The table with the part's rows under its own, and its extents; a row that the page's end cut in two is one."""
    last = cells_of(table, table.rows - 1)
    cut = _cut_row(last, fit)
    shift = table.rows - fit.first - (1 if cut else 0)
    more = list(last) if cut else []
    for cell in fit.rest:
        moved = _moved(cell, shift, fit.columns)
        halves = cut and cell.row == fit.first
        index = next((i for i, c in enumerate(more) if c.column == moved.column), None) if halves else None
        if index is None:
            more.append(moved)
        else:
            more[index] = more[index]._replace(text=Text.join([more[index].text, cell.text]))
    if cut:
        cells = (*table.cells[: -len(last)], *sorted(more, key=_PLACE))
        extents = extents_of(cells)
    else:
        cells = (*table.cells, *more)
        for (place, figures), span in fit.below.items():
            low, high = extents.get((fit.columns[place], figures), NOWHERE)
            extents[fit.columns[place], figures] = min(low, span[0]), max(high, span[1])
    return replace(table, rows=part.rows + shift, cells=cells), extents


def _moved(cell: Cell, shift: int, columns: tuple[int, ...]) -> Cell:
    """A part's cell at its place in the whole table."""
    row, column, text, rows, wide, bold, italic, indent, _ = cell
    first = columns[column]
    if wide > 1:
        wide = max(columns[min(column + wide, len(columns)) - 1] - first + 1, 1)
    return Cell(row + shift, first, text, rows, wide, bold, italic, indent)


def _cut_row(last: Sequence[Cell], fit: Fit) -> bool:
    """Whether the last row of a page goes on in the first row of the next: each has what the other lacks."""
    mine = {c.column: c.text.text for c in last}
    first = {fit.columns[c.column]: c.text.text for c in takewhile(lambda c: c.row == fit.first, fit.rest)}
    if not mine or not first:
        return False
    figures = [c for c, text in mine.items() if numeric(text)]
    more = [c for c, text in first.items() if numeric(text)]
    if figures and more:
        return False
    if 0 in first and 0 in mine:
        return (bool(figures) or bool(more)) and goes_on(mine[0], first[0])
    return not more and 0 not in first and all(c in mine for c in first)
