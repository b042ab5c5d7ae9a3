"""Pages in order -> the same pages with each table that runs over several of them made one, on its first page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from reportcheck.extract.pdf.draft import goes_on, numeric
from reportcheck.model import Block, Cell, Line, Page, Table, Text

IN_LINE = 8.0
"""Columns of two parts of one table stand in line within this many points."""
Span = tuple[float, float]
Extents = dict[tuple[int, bool], Span]
"""Left and right of what each column prints, its figures (True) and its words apart."""
_PLACE = attrgetter("row", "column")
_CONTINUED = ("continued", "cont'd", "contd", "cont.")


@dataclass(frozen=True, slots=True)
class Fit:
    """How the next part of a table is put under it: the column for each of its own, and the first new row."""

    columns: tuple[int, ...]
    first: int


def tables_joined(pages: Sequence[Page]) -> list[Page]:
    """The pages, with the parts of tables that end one page and begin the next in the first of them."""
    done: list[list[Block]] = [list(page.blocks) for page in pages]
    holder = -1
    known: Extents = {}  # Of the holder's table, which is not measured anew for each page that it runs on to.
    for at in range(1, len(pages)):
        if pages[at].number != pages[at - 1].number + 1:
            holder = -1
            continue
        home = holder if holder >= 0 and not done[at - 1] else at - 1
        upper = _last_table(done[home])
        lower = _first_table(done[at], done[home])
        extents, holder = (known if home == holder else None), -1
        if upper is None or lower is None:
            continue
        joined = _joined(done[home][upper], done[at][lower], extents)
        if joined is None:
            continue
        done[home][upper], known = joined
        del done[at][: lower + 1]
        if not done[at]:
            holder = home
    return [replace(page, blocks=tuple(blocks)) for page, blocks in zip(pages, done, strict=True)]


def _joined(table: Block, part: Block, extents: Extents | None) -> tuple[Table, Extents] | None:
    """Two tables as one, if they are, and its extents; those of the first are measured where they are not known."""
    if not isinstance(table, Table) or not isinstance(part, Table):
        return None
    if part.columns < min(table.columns - 1, table.columns * 3 // 4) or part.columns < 2:
        return None
    extents = extents or _extents(table.cells)
    fit = _fit(table, part, _spans(extents))
    return None if fit is None else _under(table, part, fit, extents)


def _last_table(blocks: Sequence[Block]) -> int | None:
    """The table that a page ends with."""
    return len(blocks) - 1 if blocks and isinstance(blocks[-1], Table) else None


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


def _fit(table: Table, part: Table, upper: dict[int, Span]) -> Fit | None:
    """How two tables go together, the first of which prints its columns there; None where they are two."""
    lower = _spans(_extents(part.cells))
    columns: list[int] = []
    for place in range(part.columns):
        span = lower.get(place)
        match = _in_line(span, upper) if span else None
        if match is None or (columns and match <= columns[-1]):
            return None
        columns.append(match)
    heads = _repeated(table, part)
    if heads == 0 and _head(part) and _head(part) != _head(table):
        return None
    return Fit(tuple(columns), heads)


def _extents(cells: Iterable[Cell]) -> Extents:
    """What the columns print; cells over several of them are left out."""
    found: Extents = {}
    for cell in cells:
        if cell.columns == 1:
            key = (cell.column, numeric(cell.text.text))
            for piece in cell.text.pieces:
                if piece.bbox is not None:
                    _widen(found, key, piece.bbox.x0, piece.bbox.x1)
    return found


def _widen(extents: Extents, key: tuple[int, bool], x0: float, x1: float) -> None:
    low, high = extents.get(key, (x0, x1))
    extents[key] = (x0 if x0 < low else low, x1 if x1 > high else high)


def _spans(extents: Extents) -> dict[int, Span]:
    """Left and right of each column: of its figures, or of its words where it has none."""
    return {column: extents.get((column, True), span) for (column, _), span in extents.items()}


def _in_line(span: Span, others: dict[int, Span]) -> int | None:
    """The column whose left, right or middle stands in line with a span."""
    x0, x1 = span
    best = None
    for column in sorted(others):
        low, high = others[column]
        near = min(abs(x0 - low), abs(x1 - high), abs(x0 + x1 - low - high) / 2)
        if near <= IN_LINE and x0 < high and low < x1 and (best is None or near < best[0]):
            best = (near, column)
    return best[1] if best else None


def _row(table: Table, row: int) -> list[str]:
    return [cell.text.text for cell in table.cells if cell.row == row]


def _repeated(table: Table, part: Table) -> int:
    """How many of the part's first rows repeat the table's."""
    count = 0
    while count < min(table.rows, part.rows, 6) and _row(part, count) and _row(part, count) == _row(table, count):
        count += 1
    return count


def _head(table: Table) -> list[str]:
    """The words of a first row that has no figures and fills most columns: a head of its own."""
    first = _row(table, 0)
    wordy = not any(numeric(text) for text in first)
    return first if wordy and 2 * len(first) > table.columns else []


def _under(table: Table, part: Table, fit: Fit, extents: Extents) -> tuple[Table, Extents]:
    """The table with the part's rows under its own, and its extents; a row that the page's end cut in two is one."""
    rest = [c for c in part.cells if c.row >= fit.first]
    cut = _cut_row(table, rest, fit)
    shift = table.rows - fit.first - (1 if cut else 0)
    cells = list(table.cells)
    for cell in rest:
        row, column = cell.row + shift, fit.columns[cell.column]
        last = min(cell.column + cell.columns, len(fit.columns)) - 1
        wide = max(fit.columns[last] - column + 1, 1)
        index = next((i for i, c in enumerate(cells) if c.row == row and c.column == column), None) if cut else None
        if index is not None and cell.row == fit.first:
            cells[index] = cells[index]._replace(text=Text.join([cells[index].text, cell.text]))
        else:
            cells.append(cell._replace(row=row, column=column, columns=wide))
    cells.sort(key=_PLACE)
    if cut:
        extents = _extents(cells)
    else:
        for (place, figures), span in _extents(rest).items():
            _widen(extents, (fit.columns[place], figures), *span)
    return replace(table, rows=part.rows + shift, cells=tuple(cells)), extents


def _cut_row(table: Table, rest: Sequence[Cell], fit: Fit) -> bool:
    """Whether the last row of a page goes on in the first row of the next: each has what the other lacks."""
    mine = {c.column: c.text.text for c in table.cells if c.row == table.rows - 1}
    first = {fit.columns[c.column]: c.text.text for c in rest if c.row == fit.first}
    if not mine or not first:
        return False
    figures = [c for c, text in mine.items() if numeric(text)]
    more = [c for c, text in first.items() if numeric(text)]
    if figures and more:
        return False
    if 0 in first and 0 in mine:
        return (bool(figures) or bool(more)) and goes_on(mine[0], first[0])
    return not more and 0 not in first and all(c in mine for c in first)
