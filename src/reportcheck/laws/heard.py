"""The figures that the words around a table print: what is stated twice is seldom the figure that is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from reportcheck.model import Grid, Paper, Passage

NEAR = 60
"""How many lines away words are still about a table, in a text without pages."""


def bare(text: str) -> str:
    """A figure's digits and point, without signs and separators."""
    return "".join(ch for ch in text if ch.isdigit() or ch == ".").strip(".")


def listener(paper: Paper) -> Callable[[Grid], frozenset[str]]:
    """What tells, for a table of the paper, the figures in the words on its page and near it."""
    on_page: dict[int, list[Passage]] = defaultdict(list)
    for passage in paper.passages:
        on_page[passage.page].append(passage)

    def heard(grid: Grid) -> frozenset[str]:
        at = next((cell.text.locate().line for cell in grid.table.cells), None)
        said: set[str] = set()
        for passage in on_page.get(grid.table.page, ()):
            figures = [mark for mark in passage.marks if mark.quantity is not None and mark.end - mark.start > 2]
            line = passage.text.locate().line if figures and at is not None else None
            if line is None or at is None or abs(line - at) <= NEAR + grid.table.rows:
                said.update(bare(mark.text) for mark in figures)
        return frozenset(said)

    return heard
