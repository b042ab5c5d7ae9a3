"""Tables of very many cells, which are data: their arithmetic is put to the test, and not what words say of them."""

from __future__ import annotations

from dataclasses import replace

from reportcheck.model import Document, Grid, Paper, Table

MASSIVE = 50_000
"""Cells; among so many figures any number is found by chance, and any style."""


def is_massive(grid: Grid) -> bool:
    """Whether a table has so many cells."""
    return _is_massive(grid.table)


def words_of(document: Document) -> Document:
    """The document without such tables: what is built of its rows is built of what people read."""
    if not any(map(_is_massive, document.tables)):
        return document
    pages = [
        replace(page, blocks=tuple(b for b in page.blocks if not (isinstance(b, Table) and _is_massive(b))))
        for page in document.pages
    ]
    return replace(document, pages=tuple(pages))


def _is_massive(table: Table) -> bool:
    return table.rows * table.columns > MASSIVE


def thinned(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The tables, those of very many cells with none, so that each keeps its number."""
    return tuple(_emptied(grid) if is_massive(grid) else grid for grid in grids)


def without_massive(paper: Paper) -> Paper:
    """The paper for checks that compare what is printed in many places, or learn its style."""
    if not any(map(is_massive, paper.grids)):
        return paper
    return replace(paper, grids=thinned(paper.grids), document=words_of(paper.document))


def _emptied(grid: Grid) -> Grid:
    return replace(
        grid, cells=(), header_rows=(), label_columns=(), row_labels=(), column_labels=(), row_roles=(), column_roles=()
    )
