"""Columns of figures that a converter has put into one -> the columns that they are."""

from __future__ import annotations

from reportcheck.extract.text.bars import Made
from reportcheck.extract.text.columns import GROUPS
from reportcheck.extract.text.delimited import Cells
from reportcheck.extract.text.figures import is_amount, is_figure, says_something, trailing
from reportcheck.model import Text
from reportcheck.patterns import pattern

_FEWEST = 2
_ASTRAY = pattern(r"[-–—−]\s+(?=[£$€]?\d)")


def unglued(found: Made) -> Made:
    """Rows of cells, each column whose every row of figures has two or more as so many columns."""
    width = max(len(cells) for _, cells in found)
    rows = [cells + [Text("")] * (width - len(cells)) for _, cells in found]
    sizes = [_size([cells[c] for cells in rows]) for c in range(width)]
    if max(sizes) > 1:
        rows = [
            [part for cell, size in zip(cells, sizes, strict=True) for part in _parts(cell, size)] for cells in rows
        ]
    rows = _dashes_home(rows)
    return [(row, cells) for (row, _), cells in zip(found, rows, strict=True)]


def _size(column: Cells) -> int:
    """How many figures stand in each cell of a column; 1 where they are not as many in all."""
    spans = [(cell.text, _figures(cell.text)) for cell in column]
    counts = {len(each) for _, each in spans if each}
    if len(counts) != 1 or max(counts) < 2 or sum(bool(each) for _, each in spans) < _FEWEST:
        return 1
    figures = [text for text, each in spans if each]
    grouped = any("," in text for text in figures)
    return 1 if not grouped and any(GROUPS.match(text) for text in figures) else max(counts)


def _figures(text: str) -> list[tuple[int, int]]:
    """Where figures stand in a cell that holds nothing else."""
    spans = trailing(text) if " " in text else []
    if is_figure(text):
        spans = [(0, len(text))]
    return spans if spans and not spans[0][0] and says_something(text) else []


def _parts(cell: Text, size: int) -> Cells:
    """A cell as so many: its figures, or as many words of a heading."""
    if size == 1:
        return [cell]
    spans = _figures(cell.text)
    if len(spans) != size and len(cell.text.split()) == size:
        ends, at = [], 0
        for word in cell.text.split():
            begin = cell.text.index(word, at)
            at = begin + len(word)
            ends.append((begin, at))
        spans = ends
    if len(spans) != size:
        return [cell, *[Text("")] * (size - 1)]
    return [cell.part(a, b) for a, b in spans]


def _dashes_home(rows: list[Cells]) -> list[Cells]:
    """Rows in which a dash that stands for nothing goes back to its own column, the only one of the row left blank."""
    found = [list(cells) for cells in rows]
    for at, cells in enumerate(found):
        for column in range(1, len(cells) - 1):
            dash = _ASTRAY.match(cells[column + 1].text)
            if dash is None or cells[column].text or not is_amount(cells[column + 1].text):
                continue
            others = [other for number, other in enumerate(rows) if number != at]
            filled = [other for other in others if is_figure(other[column + 1].text)]
            if len(filled) >= _FEWEST and all(is_figure(other[column].text) for other in filled):
                whole = cells[column + 1]
                cells[column], cells[column + 1] = whole.part(0, 1), whole.part(dash.end(), len(whole.text))
    return found
