"""A Document -> a Paper: what the words and the tables say, whatever file they came from."""

from __future__ import annotations

from reportcheck.model import Document, Figure, Paper
from reportcheck.read.claims import cell_passages, read_claims
from reportcheck.read.grid import read_grid
from reportcheck.read.measures import read_statements
from reportcheck.read.outline import read_outline
from reportcheck.read.passages import figures_in, read_passages
from reportcheck.read.references import read_references


def read(document: Document) -> Paper:
    """Everything that `document` says: grids, passages, claims and figures, each with its place."""
    grids = tuple(read_grid(table) for table in document.tables)
    passages = tuple(read_passages(document))
    figures: list[Figure] = [f for grid in grids for row in grid.cells for cell in row for f in cell.figures]
    for passage in passages:
        figures.extend(figures_in(passage))
    wordy = tuple(cell_passages(document))
    claims = tuple(read_claims(passages, wordy, document))
    outline, statements = read_outline(document), tuple(read_statements(grids, passages))
    return Paper(
        document,
        grids,
        passages,
        claims,
        tuple(figures),
        outline=outline,
        statements=statements,
        wordy=wordy,
        references=tuple(read_references(passages, outline)),
    )
