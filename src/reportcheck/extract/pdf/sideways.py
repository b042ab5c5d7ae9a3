"""Words that run up or down a page -> blocks of the tables that lie on their side, or words of heads set upright."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.rows import rows_of
from reportcheck.extract.pdf.sheet import Box, Sheet, Word
from reportcheck.model import BBox, Block, Line, Table, Text

FEWEST = 4
"""So many figures at least lie in a table on its side."""
LEVEL = 3.0
"""Heads set upright begin within so many points of each other's height."""


def sideways_blocks(sheet: Sheet, read: Callable[[Sheet], Sequence[Block]]) -> list[Block]:
    """What stands on its side, with its places on the page as it is read, if there is a table of figures in it."""
    beside = sheet.beside
    if beside is None or sum([numeric(word.text) for word in beside.words]) < FEWEST:
        return []
    blocks = read(beside)
    if not any(isinstance(block, Table) and _figures(block) >= FEWEST for block in blocks):
        return []
    back = _back(sheet, beside)
    return [_laid_table(block, back) if isinstance(block, Table) else _laid_line(block, back) for block in blocks]


def _figures(table: Table) -> int:
    return sum([numeric(cell.text.text) for cell in table.cells])


def upright_heads(sheet: Sheet) -> list[Word]:
    """The lines that run up or down, each as one word that stands where it begins."""
    if sheet.beside is None:
        return []
    back = _back(sheet, sheet.beside)
    found = []
    for row in rows_of(sheet.beside.words):
        for chunk in row.chunks:
            if not numeric(chunk.text):
                x0, top, x1, bottom = back((chunk.x0, row.top, chunk.x1, row.bottom))
                found.append(Word(chunk.text, x0, top, x1, bottom, bottom, row.size, chunk.words[0].style))
    return found


def in_a_row(heads: Sequence[Word]) -> list[Word]:
    """Those that stand beside another, as heads of columns do; a word in the margin stands alone."""
    return [
        head
        for head in heads
        if any(abs(head.bottom - o.bottom) < LEVEL and (o.x0 >= head.x1 or o.x1 <= head.x0) for o in heads)
    ]


def _back(sheet: Sheet, beside: Sheet) -> Callable[[Box], Box]:
    """What takes a box of the turned page to the page as it is read."""
    wide, high = sheet.width, sheet.height
    quarters = (beside.turn - sheet.turn) // 90 % 4
    if quarters == 1:
        return lambda b: (b[1], high - b[2], b[3], high - b[0])
    if quarters == 2:
        return lambda b: (wide - b[2], high - b[3], wide - b[0], high - b[1])
    return lambda b: (wide - b[3], b[0], wide - b[1], b[2])


def _laid_table(table: Table, back: Callable[[Box], Box]) -> Table:
    cells = tuple(cell._replace(text=_laid(cell.text, back)) for cell in table.cells)
    box = BBox(*back(table.bbox)) if table.bbox else None
    return Table(table.page, table.rows, table.columns, cells, box, table.caption, table.above)


def _laid_line(line: Line, back: Callable[[Box], Box]) -> Line:
    return line._replace(text=_laid(line.text, back))


def _laid(text: Text, back: Callable[[Box], Box]) -> Text:
    """A text with its places on the page; those of single words lie along the turned page and are let go."""
    pieces = tuple(piece._replace(bbox=BBox(*back(piece.bbox)), words=b"") for piece in text.pieces if piece.bbox)
    return text._replace(pieces=pieces)
