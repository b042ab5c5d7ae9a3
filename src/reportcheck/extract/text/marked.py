"""Raw HTML in a text, as converters write it into Markdown: tables, and lines whose white space is kept."""

from __future__ import annotations

import re

from reportcheck.extract.text.source import Row
from reportcheck.model import Block, Cell, Line, Table, Text
from reportcheck.patterns import pattern

_BEGIN = pattern(r"<(table|pre)\b", re.IGNORECASE)
_MOST = 20_000
"""Rows that one element may have."""


def marked(rows: list[Row], at: int) -> tuple[list[Block], int] | None:
    """The blocks of the element that begins in a row, and where the text goes on; None where none begins and ends."""
    end = element_end(rows, at)
    if end == at:
        return None
    from reportcheck.extract.html import blocks_of_html

    source = "\n".join(row.text for row in rows[at:end])
    return [_moved(block, rows[at]) for block in blocks_of_html(source, 1)], end


def comment_end(rows: list[Row], at: int) -> int:
    """The row after a comment that begins a row and goes on over others; `at` where none does, or where none ends."""
    text = rows[at].text.lstrip()
    if not text.startswith("<!--") or "-->" in text:
        return at
    return next((i + 1 for i in range(at, min(at + _MOST, len(rows))) if "-->" in rows[i].text), at)


def element_end(rows: list[Row], at: int) -> int:
    """The row after the one in which the element ends that begins in a row; `at` where none begins, or none ends."""
    match = _BEGIN.search(rows[at].text)
    if match is None:
        return at
    edges = pattern(rf"<(/?){match.group(1)}\b", re.IGNORECASE)
    depth = 0
    for index in range(at, min(at + _MOST, len(rows))):
        for edge in edges.finditer(rows[index].text):
            depth += -1 if edge.group(1) else 1
        if depth <= 0:
            return index + 1
    return at


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
