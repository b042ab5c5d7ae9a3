"""A Document -> a Paper: what the words and the tables say, whatever file they came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reportcheck.model import Claim, Document, Figure, Grid, Outline, Paper, Statement
from reportcheck.read.claims import cell_passages, read_claims
from reportcheck.read.currency import in_currency
from reportcheck.read.facts.statements import read_statements
from reportcheck.read.grids.grid import read_grid
from reportcheck.read.massive import thinned, words_of
from reportcheck.read.mentions.legible import legible
from reportcheck.read.outline.items import read_outline
from reportcheck.read.outline.references import read_references
from reportcheck.read.outline.whereabouts import names_of_tables
from reportcheck.read.prose.passages import figures_in, read_passages, rows_within
from reportcheck.sharing import shared

MANY = 1_000
"""From so many passages on it is quicker to share the reading than to do it alone."""


def read(document: Document, jobs: int = 1) -> Paper:
    """Everything that `document` says: grids, passages, claims and figures, each with its place.

    Where there are thousands of passages and `jobs` allows, a copy of this process reads their claims meanwhile.
    """
    document, notation = legible(document)
    passages = tuple(read_passages(document))
    wordy = tuple(cell_passages(document))

    def claimed() -> tuple[Claim, ...]:
        return tuple(read_claims(passages, wordy, document))

    def told() -> tuple[tuple[Grid, ...], Outline, tuple[Statement, ...]]:
        named = zip(document.tables, names_of_tables(document), strict=True)
        grids = tuple(read_grid(table, name) for table, name in named)
        outline = read_outline(words_of(document))
        return (
            grids,
            replace(outline, assumed=document.assumed, goes_on=rows_within(passages, outline)),
            tuple(read_statements(thinned(grids), passages)),
        )

    pieces: list[Callable[[], Any]] = [told, claimed]
    (grids, outline, statements), claims = shared(
        pieces, jobs if len(passages) >= MANY else 1, own=frozenset({0}), known=(*passages, *wordy)
    )
    figures: list[Figure] = [f for grid in grids for row in grid.cells for cell in row for f in cell.figures]
    for passage in passages:
        figures.extend(figures_in(passage))
    paper = Paper(
        document,
        grids,
        passages,
        claims,
        tuple(figures),
        outline=outline,
        statements=statements,
        wordy=wordy,
        notation=notation,
        references=tuple(read_references(passages, outline)),
    )
    return in_currency(paper, document.assumed.currency)
