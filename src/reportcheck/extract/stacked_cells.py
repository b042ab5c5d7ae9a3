"""Rows whose cells hold a column each, line under line -> the rows that they are, whatever the format."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportcheck.extract.text.figures import is_figure, says_something, trailing, value
from reportcheck.model import Cell, Text

Lines = Sequence[Text]
"""The lines of a cell, blank ones too."""
_FEWEST = 3
"""Figures that stand in one cell, where its labels are not told apart."""
_BLANK = Text("")


def unstacked(cells: Sequence[Cell], lines: Sequence[Lines]) -> list[Cell]:
    """Cells in the order of their rows, each with its lines; rows that hold several are several."""
    if not any(len(each) > 1 for each in lines) or any(cell.rows > 1 for cell in cells):
        return list(cells)
    rows = [list(group) for _, group in groupby(range(len(cells)), key=lambda index: cells[index].row)]
    found: list[Cell] = []
    more = 0
    for indices, after in zip(rows, [*rows[1:], []], strict=True):
        below = {cells[index].column: cells[index].text for index in after}
        beside = [below.get(cells[index].column, _BLANK) for index in indices]
        apart = rows_apart([lines[index] for index in indices], beside)
        for step, texts in enumerate(apart or [[cells[index].text for index in indices]]):
            found += [
                cells[i]._replace(row=cells[i].row + more + step, text=text)
                for i, text in zip(indices, texts, strict=True)
                if text.text
            ]
        more += len(apart) - 1 if apart else 0
    return found


def rows_apart(row: Sequence[Lines], below: Lines) -> list[list[Text]] | None:
    """The rows that one row of cells holds, over the cells of the row `below`; None for one that is a row.

    Every column of figures has as many. Labels that have as many lines stand beside them; others stay in the first row,
    and then the last of the figures, or the one below, must be the sum of the others.
    """
    figures = [_figures(lines) for lines in row]
    size = max((len(each) for each in figures if each), default=0)
    if size < 2 or any(each and max(len(each), len(lines)) < size for each, lines in zip(figures, row, strict=True)):
        return None
    cut = [_padded(each, size) if each else _labels(lines, size) for lines, each in zip(row, figures, strict=True)]
    whole = [lines for part, lines in zip(cut, row, strict=True) if part is None]
    if any(line.text for lines in whole for line in lines) and (size < _FEWEST or not _any_totalled(figures, below)):
        return None
    columns = [part or [_whole(lines), *[_BLANK] * (size - 1)] for part, lines in zip(cut, row, strict=True)]
    return [[column[step] for column in columns] for step in range(size)]


def _any_totalled(figures: Sequence[Lines | None], below: Lines) -> bool:
    """Whether the figures of any column end in their sum, or stand over it."""
    return any(_totalled(each, under) for each, under in zip(figures, below, strict=False) if each)


def _figures(lines: Lines) -> Lines | None:
    """The figures of a cell that holds nothing else but a heading over them, if they are several."""
    kept = _trimmed(lines)
    if len(kept) == 1:
        spans = trailing(kept[0].text)
        kept = [kept[0].part(a, b) for a, b in spans] if spans and spans[0][0] == 0 else []
    body = kept[1:] if len(kept) > _FEWEST and not is_figure(kept[0].text) else kept
    if len(kept) < 2 or not all(is_figure(line.text) or not line.text for line in body):
        return None
    return kept if sum(says_something(line.text) for line in body) > 1 else None


def _labels(lines: Lines, size: int) -> Lines | None:
    """The lines of a cell of words, if they are as many as the figures beside them."""
    kept = _trimmed(lines)
    if len(lines) != size and len(kept) != size:
        kept = [line for line in kept if line.text]
    return _padded(kept, size) if size in (len(kept), len(lines)) and kept else None


def _padded(lines: Lines, size: int) -> Lines:
    return [*lines, *[_BLANK] * (size - len(lines))]


def _trimmed(lines: Lines) -> list[Text]:
    """Lines without the blank ones after the last."""
    kept = list(lines)
    while kept and not kept[-1].text:
        kept.pop()
    return kept


def _whole(lines: Lines) -> Text:
    kept = [line for line in lines if line.text]
    return Text.join(kept) if kept else _BLANK


def _totalled(figures: Lines, below: Text) -> bool:
    """Whether the last figure, or the one below, is the sum of the others."""
    worth = [value(line.text) or 0 for line in figures]
    return sum(worth) in (worth[-1] * 2, value(below.text)) and sum(worth) != 0
