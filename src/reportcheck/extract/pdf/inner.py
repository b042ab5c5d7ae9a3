"""Drawn cells that hold a passage and a table of figures, as minutes set in a layout table do -> the inner tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportcheck.extract.pdf.borderless import borderless_drafts
from reportcheck.extract.pdf.draft import Draft, DraftCell
from reportcheck.extract.pdf.rows import lines_of, rows_of
from reportcheck.extract.pdf.sheet import Word

FEWEST_LINES = 4
"""A cell of fewer lines holds no table beside its words."""
FEWEST_ROWS = 3
PASSAGE = 6
"""So many words at least make a passage."""


def inner_drafts(draft: Draft) -> tuple[Draft, list[Draft]]:
    """The draft without the tables that stand among the words of its cells, and these tables."""
    found: list[Draft] = []
    cells: list[DraftCell] = []
    for cell in draft.cells:
        inside, words = _inside(cell.words) if len(cell.words) > 3 * FEWEST_LINES else ([], cell.words)
        found += inside
        cells.append(cell._replace(words=tuple(words)) if inside else cell)
    return (replace(draft, cells=tuple(cells)), found) if found else (draft, found)


def _inside(words: Sequence[Word]) -> tuple[list[Draft], Sequence[Word]]:
    """The tables among the words of a cell that holds passages too, and the words that are left."""
    if len(lines_of(words)) < FEWEST_LINES:
        return [], words
    rows = rows_of(words)
    tables = [(table, used) for table, used in borderless_drafts(rows, (), ()) if table.rows >= FEWEST_ROWS]
    taken = {id(row) for _, used in tables for row in used}
    left = [row for row in rows if id(row) not in taken]
    if not tables or not any(len(row.words) >= PASSAGE for row in left):
        return [], words
    return [table for table, _ in tables], [word for row in left for word in row.words]
