"""Tables that set passages beside each other, as minutes and letters do: no tables of figures, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.model import Block, Table

_LINES = 3
_COLUMNS = 2
"""The last column of an item, what was said of it, and who acts: more are a table of words, as one of outcomes is."""
_LONG = 400
"""Letters of a cell that nobody writes into a table of figures."""


def sets_passages(cells: Sequence[tuple[int, Sequence[Block]]]) -> bool:
    """Whether cells, each its column and its blocks, are passages: few are figures, and some are long or have tables.

    What stands in the first column may be the number of an item.
    """
    filled = [cell for _, cell in cells if cell]
    figures = sum(
        len(cell) == 1 and not isinstance(cell[0], Table) and _is_figure(cell[0].text.text)
        for column, cell in cells
        if cell and column
    )
    if any(_holds_table(cell) for cell in filled) and figures * 2 < len(filled):
        return True
    if max((column for column, _ in cells), default=0) > _COLUMNS:
        return False
    long = any(len(cell) >= _LINES or sum(_length(block) for block in cell) > _LONG for cell in filled)
    return long and figures * 5 < len(filled)


def _holds_table(cell: Sequence[Block]) -> bool:
    """Whether a cell is a passage with a table in it."""
    inner = any(isinstance(block, Table) and block.rows > 1 and block.columns > 1 for block in cell)
    return inner and sum(not isinstance(block, Table) for block in cell) > 1


def _is_figure(text: str) -> bool:
    digits = sum(ch.isdigit() for ch in text)
    return digits > 0 and digits >= sum(ch.isalpha() for ch in text)


def _length(block: Block) -> int:
    return 0 if isinstance(block, Table) else len(block.text.text)
