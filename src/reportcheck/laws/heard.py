"""The figures that the words around a table print: what is stated twice is seldom the figure that is wrong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from operator import itemgetter

from reportcheck.model import Grid, Paper

NEAR = 60
"""How many lines away words are still about a table, in a text without pages."""
_LINE = itemgetter(0)


def bare(text: str) -> str:
    """A figure's digits and point, without signs and separators."""
    return text if text.isdecimal() else "".join(ch for ch in text if ch.isdigit() or ch == ".").strip(".")


def listener(paper: Paper) -> Callable[[Grid], frozenset[str]]:
    """What tells, for a table of the paper, the figures in the words on its page and near it."""
    on_page: dict[int, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for passage in paper.passages:
        figures = [mark for mark in passage.marks if mark.quantity is not None and mark.end - mark.start > 2]
        if figures:
            line = passage.text.locate().line
            on_page[passage.page].append((0 if line is None else line, frozenset(bare(m.text) for m in figures)))
    for said in on_page.values():
        said.sort(key=_LINE)

    def heard(grid: Grid) -> frozenset[str]:
        at = next((cell.text.locate().line for cell in grid.table.cells), None)
        said = on_page.get(grid.table.page, [])
        first, last = 0, len(said)
        if at is not None:
            reach = NEAR + grid.table.rows
            first, last = bisect_left(said, at - reach, key=_LINE), bisect_right(said, at + reach, key=_LINE)
        return frozenset().union(*(figures for _, figures in said[first:last]))

    return heard
