"""Passages -> claims: what sentences assert over their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportcheck.model import Cell, Claim, Document, Passage
from reportcheck.read.claims.change import changes
from reportcheck.read.claims.fraction import fractions
from reportcheck.read.claims.skeleton import skeleton
from reportcheck.read.numbers import scan

_WORDY = re.compile(r"[a-z]{2}\W.*\d.*\d|\d.*\d.*\W[a-z]{2}", re.DOTALL)


def read_claims(passages: Iterable[Passage]) -> Iterator[Claim]:
    """Every claim in reading order of the passages."""
    for passage in passages:
        if passage.kind == "contents":
            continue
        frame = skeleton(passage)
        if frame is None:
            continue
        yield from fractions(frame)
        yield from changes(frame)


def cell_passages(document: Document) -> Iterator[Passage]:
    """The cells of tables that hold words and figures: "38% (31 of 82)", or a whole explanation."""
    for table in document.tables:
        for cell in table.cells:
            if len(cell.text.text) > 8 and _WORDY.search(cell.text.text):
                yield _cell_passage(cell, table.page)


def _cell_passage(cell: Cell, page: int) -> Passage:
    return Passage(cell.text, "paragraph", page, marks=tuple(scan(cell.text.text)))
