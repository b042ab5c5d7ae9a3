"""The cells of an HTML table or list of terms, as they come -> a table, or the passages that it sets."""

from __future__ import annotations

from dataclasses import replace

from reportcheck.extract.html.tree import Word
from reportcheck.extract.passages_in_cells import sets_passages
from reportcheck.extract.stacked_cells import unstacked
from reportcheck.model import Block, Cell, Line, Table, Text
from reportcheck.words.totals import names_total

_WIDEST = 100
_MOST = 100_000


class Rows:
    """A table that is being read; `words` and `blocks` are those outside of it, which wait for its end."""

    def __init__(self, words: list[Word], blocks: list[Block]) -> None:
        self.words = words
        self.blocks = blocks
        self.cell: tuple[int, int, bool] | None = None
        self.cells: list[Cell] = []
        self.lines: list[list[Text]] = []
        self.inside: list[tuple[int, list[Block]]] = []
        self.row = -1
        self.column = 0
        self.taken: set[tuple[int, int]] = set()
        self.caption = ""

    def open_row(self) -> None:
        """Begin the next row."""
        self.row += 1
        self.column = 0

    def put(self, blocks: list[Block], rows: int, columns: int, bold: bool) -> None:
        """A cell at the next free place of the row."""
        if self.row < 0:
            self.open_row()
        while (self.row, self.column) in self.taken:
            self.column += 1
        if len(self.taken) > _MOST:
            rows = columns = 1
        self.taken.update((self.row + r, self.column + c) for r in range(rows) for c in range(columns))
        texts = [block.text for block in blocks if isinstance(block, Line)]
        self.inside.append((self.column, blocks))
        if texts:
            self.lines.append(texts)
            self.cells.append(Cell(self.row, self.column, Text.join(texts), rows, columns, bold=bold))
        self.column += columns

    def under(self, over: Table) -> Table | None:
        """The table right above with the only row of this one, where that is its total, set in a frame of its own."""
        texts = [cell.text.text for cell in self.cells]
        wide = [cell for cell in self.cells if cell.columns > 1]
        if self.row != 0 or len(texts) != over.columns or wide or self.caption or not names_total(texts[0]):
            return None
        last = tuple(cell._replace(row=over.rows) for cell in self.cells)
        return replace(over, rows=over.rows + 1, cells=(*over.cells, *last))

    def result(self, above: str) -> list[Block]:
        """The table and after it those in its cells; or its cells' own blocks, where it is one of passages."""
        cells = unstacked(self.cells, self.lines)
        width = max((c.column + c.columns for c in cells), default=0)
        height = max((c.row + c.rows for c in cells), default=0)
        if width < 2 or height < 2 or (len(cells) == len(self.cells) and sets_passages(self.inside)):
            return [block for _, blocks in self.inside for block in blocks]
        inner = [block for _, blocks in self.inside for block in blocks if isinstance(block, Table)]
        return [Table(1, height, width, tuple(cells), caption=self.caption, above=above), *inner]


def span(given: str | None) -> int:
    """How many rows or columns a cell takes, by what its element says."""
    return min(max(int(given), 1), _WIDEST) if given and given.isdecimal() and len(given) < 6 else 1
