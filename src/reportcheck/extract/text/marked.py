"""Raw HTML in a text, as converters write it into Markdown: tables, lists, and lines whose white space is kept."""

from __future__ import annotations

import re

from reportcheck.extract.text.source import Row
from reportcheck.model import Block, Cell, Line, Table, Text
from reportcheck.patterns import pattern

_BEGIN = pattern(r"<(table|pre|ul|ol|dl)\b", re.IGNORECASE)
_MOST = 20_000
"""Rows that one element may have."""


def marked(rows: list[Row], at: int, end: int) -> list[Block]:
    """The blocks of the element that stands in rows[at:end]."""
    from reportcheck.extract.html import blocks_of_html

    source = "\n".join(row.text for row in rows[at:end])
    return [_moved(block, rows[at]) for block in blocks_of_html(source, 1)]


def comments(rows: list[Row]) -> dict[int, int]:
    """For each row that begins with a comment that goes on over others and ends: the row after its last."""
    found: dict[int, int] = {}
    closing = len(rows) + _MOST
    for at in range(len(rows) - 1, -1, -1):
        text = rows[at].text
        if "-->" in text:
            closing = at
        elif closing - at < _MOST and text.lstrip().startswith("<!--"):
            found[at] = closing + 1
    return found


def elements(rows: list[Row]) -> dict[int, int]:
    """For each row in which an element begins that ends: the row after its last. All in one pass, however many."""
    found: dict[int, int] = {}
    firsts = ((at, _BEGIN.search(row.text)) for at, row in enumerate(rows) if "<" in row.text)
    begun = {at: first[1].lower() for at, first in firsts if first}
    for name in set(begun.values()):
        edges = pattern(rf"<(/?){name}\b", re.IGNORECASE)
        open_: list[tuple[int, int]] = []
        depth = 0
        for at, row in enumerate(rows):
            if "<" not in row.text:
                continue
            if begun.get(at) == name:
                open_.append((depth, at))
            depth += sum(-1 if edge[1] else 1 for edge in edges.finditer(row.text))
            while open_ and depth <= open_[-1][0]:
                _, first = open_.pop()
                if at - first < _MOST:
                    found[first] = at + 1
    return found


def _moved(block: Block, first: Row) -> Block:
    """A block whose lines were counted from the first row, where it stands in the text."""
    if isinstance(block, Line):
        return block._replace(text=_placed(block.text, first))
    cells = tuple(_cell(cell, first) for cell in block.cells)
    return Table(first.page, block.rows, block.columns, cells, None, block.caption, block.above)


def _cell(cell: Cell, first: Row) -> Cell:
    return cell._replace(text=_placed(cell.text, first))


def _placed(text: Text, first: Row) -> Text:
    pieces = tuple(
        piece._replace(
            page=first.page, line=first.line + (piece.line or 1) - 1, offset=piece.offset + _lead(piece.line, first)
        )
        for piece in text.pieces
    )
    return Text(text.text, pieces)


def _lead(line: int | None, first: Row) -> int:
    """What stands before the row in its source line: only a first row can be the rest of one."""
    return first.offset if line == 1 else 0
