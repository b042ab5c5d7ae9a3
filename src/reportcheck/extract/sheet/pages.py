"""A sheet -> a page: rows with a single text are lines, what stands in columns is a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportcheck.extract.sheet.cells import Sheet, SheetCell
from reportcheck.model import COLUMN, Block, Cell, Line, Page, Piece, Table, Text, column_name
from reportcheck.patterns import pattern

_APART = 2
"""Blank rows that part two tables, where the next begins with words."""
_MOST_NAMED = 5
_FEWEST = 3
_DIGIT = pattern(r"\d")
_YEAR = pattern(r"\b(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b")


Cells = list[tuple[int, SheetCell]]
"""The cells of a row, by column."""
Rows = dict[int, Cells]


def page_of(number: int, sheet: Sheet) -> Page:
    """The page of the `number`th sheet; what is hidden or has no stored value is said."""
    rows: Rows = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, []).append((column, cell))
    blocks = tuple(block for part in _parts(rows) for table in _beside(part) for block in _blocks(number, table))
    return Page(number, blocks, sheet.name, problem="; ".join(_problems(sheet)), notice="; ".join(_notices(sheet)))


def _problems(sheet: Sheet) -> Iterator[str]:
    if sheet.unstored:
        named = ", ".join(sheet.unstored[:_MOST_NAMED]) + (" ..." if len(sheet.unstored) > _MOST_NAMED else "")
        count = len(sheet.unstored)
        lost = "1 formula has no stored value" if count == 1 else f"{count:,} formulas have no stored value"
        yield f"{lost} and cannot be read ({named}); open the file in a spreadsheet program and save it"


def _notices(sheet: Sheet) -> Iterator[str]:
    if sheet.hidden:
        yield "this sheet is hidden"
    if sheet.hidden_rows:
        yield f"hidden rows are read: {_named(str(n + 1) for n in sorted(sheet.hidden_rows))}"
    if sheet.hidden_columns:
        yield f"hidden columns are read: {_named(column_name(n) for n in sorted(sheet.hidden_columns))}"


def _named(names: Iterator[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _MOST_NAMED} more" if len(listed) > _MOST_NAMED else ""
    return ", ".join(listed[:_MOST_NAMED]) + more


def _parts(rows: Rows) -> Iterator[Rows]:
    """The rows in runs that belong together: blank rows, and then words, begin another."""
    run: Rows = {}
    last = 0
    for row, cells in rows.items():
        if run and row - last > _APART and not any(_DIGIT.search(_YEAR.sub("", cell.text)) for _, cell in cells):
            yield run
            run = {}
        run[row], last = cells, row
    if run:
        yield run


def _beside(rows: Rows) -> Iterator[Rows]:
    """Tables that stand side by side: parted by a blank column, behind which words begin again."""
    columns = sorted({column for cells in rows.values() for column, _ in cells})
    cuts = [after for before, after in pairwise(columns) if after - before > 1 and _labels(rows, after)]
    for first, after in zip([0, *cuts], [*cuts, 1 << 20], strict=True):
        part = {row: own for row, cells in rows.items() if (own := [c for c in cells if first <= c[0] < after])}
        if part:
            yield part


def _labels(rows: Rows, column: int) -> bool:
    """Whether a column holds the words of a table's rows, each with something behind it."""
    words = [
        not _DIGIT.search(cell.text) and any(other > column for other, _ in cells)
        for cells in rows.values()
        for at, cell in cells
        if at == column
    ]
    return len(words) >= _FEWEST and sum(words) > len(words) / 2


def _blocks(number: int, rows: Rows) -> Iterator[Block]:
    """Lines above, a table, lines below."""
    inside = [row for row, cells in rows.items() if len(cells) > 1]
    first, last = (inside[0], inside[-1]) if inside else (1 << 30, -1)
    yield from (_line(number, row, cells) for row, cells in rows.items() if row < first)
    body = {row: cells for row, cells in rows.items() if first <= row <= last}
    if body:
        yield _table(number, body)
    yield from (_line(number, row, cells) for row, cells in rows.items() if row > last and row >= first)


def _line(number: int, row: int, cells: Cells) -> Line:
    (column, cell), *_ = cells
    return Line(_text(number, row, column, cell.text), gap=True, bold=cell.bold)


def _table(number: int, rows: Rows) -> Table:
    columns = {column: n for n, column in enumerate(sorted({c for cells in rows.values() for c, _ in cells}))}
    cells = tuple(
        Cell(
            r,
            columns[column],
            _text(number, row, column, cell.text),
            cell.rows,
            sum(column <= other < column + cell.columns for other in columns) if cell.columns > 1 else 1,
            cell.bold,
            indent=cell.indent,
            entry=cell.entry,
        )
        for r, (row, own) in enumerate(rows.items())
        for column, cell in own
    )
    return Table(number, len(rows), len(columns), cells)


def _text(number: int, row: int, column: int, text: str) -> Text:
    return Text(text, (Piece(0, len(text), number, row + 1, column * COLUMN),))
