"""Rows that stand a little apart under their table, as lines or as a table without a head -> rows of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportcheck.extract.pdf.draft import numeric
from reportcheck.extract.pdf.joining import cells_of, extents_of, head_of, joined_tables
from reportcheck.extract.pdf.lone_rows import has_figures, rows_taken
from reportcheck.model import BBox, Block, Page, Table
from reportcheck.patterns import pattern

NEAR = 40.0
"""Points: what is further below is no part of the table."""
_YEAR = pattern(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?$")


def with_rows_apart(pages: Sequence[Page]) -> list[Page]:
    """The pages, their tables with the rows that stand a little apart below them."""
    done = []
    for page in pages:
        blocks = _whole(page.blocks)
        done.append(page if len(blocks) == len(page.blocks) else replace(page, blocks=tuple(blocks)))
    return done


def _whole(blocks: Sequence[Block]) -> list[Block]:
    done: list[Block] = []
    for block in blocks:
        longer = _longer(done[-1], block) if done and isinstance(done[-1], Table) else None
        if longer is None:
            done.append(block)
        else:
            done[-1] = longer
    return done


def _longer(over: Table, block: Block) -> Table | None:
    """The table with what follows it, where that is more of its rows."""
    box = _box(block)
    if over.bbox is None or box is None or box.top - over.bbox.bottom > NEAR:
        return None
    if isinstance(block, Table):
        joined = joined_tables(over, block, None) if head_of(over) and _headless(block) else None
        longer, count = joined[0] if joined else over, int(joined is not None)
    elif not has_figures(block):
        return None
    else:
        longer, count = rows_taken(over, extents_of(over.cells), [block], totals=True)
    return replace(longer, bbox=over.bbox.union(box)) if count else None


def _headless(table: Table) -> bool:
    """Whether a table begins with a label and its figures, without a caption."""
    first = cells_of(table, 0)
    figures = [cell for cell in first if numeric(cell.text.text) and not _YEAR.match(cell.text.text)]
    return not table.caption and bool(figures) and not numeric(first[0].text.text)


def _box(block: Block) -> BBox | None:
    return block.bbox if isinstance(block, Table) else block.text.pieces[0].bbox
