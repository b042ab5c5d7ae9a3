"""A drawn row of cells -> whether it holds several printed rows, and the strips of one that does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from reportcheck.extract.pdf.columns import Columns
from reportcheck.extract.pdf.draft import Draft, DraftCell, numeric
from reportcheck.extract.pdf.grids import Levels
from reportcheck.extract.pdf.rows import Row, lines_of, one_line
from reportcheck.extract.pdf.rows import row as made
from reportcheck.extract.pdf.sheet import Word
from reportcheck.extract.pdf.strips import Strip, merged_body, merged_head, strip_of
from reportcheck.patterns import pattern

_DIGIT = pattern(r"\d")
_WORDY = pattern(r"[^\W\d_]{3}")
_LEFT = attrgetter("x0")
MOSTLY = 0.6
"""So many of a band's lines with figures have a label too where each line is a row."""


def deep(mine: Sequence[DraftCell]) -> list[DraftCell]:
    """The cells of several lines."""
    return [c for c in mine if len(c.words) > 1 and not one_line(c.words)]


def holds_rows(mine: Sequence[DraftCell]) -> bool:
    """Whether a drawn row is coarse; what lines of figures it has is asked first: rows of text are dear to make."""
    if len(deep(mine)) < 2 or not _has_figures(mine, 3):
        return False
    lined = [(c.column, lines_of(c.words)) for c in mine]
    ends = [made(line) for _, lines in lined for line in lines if not _ends_in_words(line)]
    bases = [row.base for row in ends if _figure(row, False)]
    if len(bases) < 3 or len(set(bases)) < 2:
        return False
    return is_coarse([(column, list(map(made, lines))) for column, lines in lined])


def parted(draft: Draft) -> Draft:
    """The draft with a cell over several drawn rows cut where it holds a figure on the line of each."""
    tall = [cell for cell in draft.cells if cell.rows > 1 and len(cell.words) >= cell.rows]
    if not tall:
        return draft
    bases: dict[int, float] = {}
    for cell in draft.cells:
        if cell.rows == 1 and cell.words and one_line(cell.words):
            bases.setdefault(cell.row, cell.words[0].base)
    cut = {cell: parts for cell in tall if (parts := _a_figure_each(cell, bases))}
    if not cut:
        return draft
    return replace(draft, cells=tuple(part for cell in draft.cells for part in cut.get(cell, [cell])))


def _a_figure_each(cell: DraftCell, bases: dict[int, float]) -> list[DraftCell]:
    """The parts of a tall cell, where it holds a figure on the line of each of its rows; else none."""
    rows = range(cell.row, cell.row + cell.rows)
    lines = lines_of(cell.words)
    level = [r for r in rows for line in lines if r in bases and abs(line[0].base - bases[r]) < 1.5]
    if level != list(rows) or len(lines) != len(level):
        return []
    if not all(numeric(" ".join([word.text for word in line])) for line in lines):
        return []
    return [DraftCell(r, cell.column, 1, cell.columns, tuple(line)) for r, line in zip(rows, lines, strict=True)]


def _ends_in_words(line: Sequence[Word]) -> bool:
    """Whether a line's last word has three letters, which no figure has, and is no piece of "none" either."""
    last = max(line, key=_LEFT).text
    return len(last) > 3 and _WORDY.search(last) is not None and not numeric(last)


def is_coarse(cells: Sequence[tuple[int, Sequence[Row]]]) -> bool:
    """Whether a drawn row holds several printed ones: lines of figures that each have a label or a neighbour."""
    if sum(len(rows) > 1 for _, rows in cells) < 2:
        return False
    label = min(column for column, _ in cells)
    data = [line for line in _lines(cells) if any(_figure(row, column == label) for column, row in line)]
    wide = sum(sum(_figure(row, False) for _, row in line) >= 2 for line in data)
    if wide >= 2 and wide == len(data):
        return True
    labelled = sum(any(column == label for column, _ in line) for line in data)
    return (wide >= 2 or len(data) >= 3) and labelled >= MOSTLY * len(data)


def _lines(cells: Sequence[tuple[int, Sequence[Row]]]) -> list[list[tuple[int, Row]]]:
    """What stands on one line in the cells of a drawn row, with its columns."""
    lines: dict[float, list[tuple[int, Row]]] = {}
    for column, rows in cells:
        for row in rows:
            near = next((base for base in lines if abs(base - row.base) < 1.5), row.base)
            lines.setdefault(near, []).append((column, row))
    return list(lines.values())


def _figure(row: Row, label: bool) -> bool:
    """Whether a line of a cell is a figure, or words with a figure apart from them."""
    last = row.chunks[-1].text
    return numeric(last) and (len(row.chunks) > 1 or not label)


def band_strips(rows: Sequence[Row], columns: Columns, across: Levels) -> list[Strip]:
    """The strips of a drawn row that holds several printed ones."""
    first = next((i for i, row in enumerate(rows) if figures(row, columns) >= 2), 0)
    strips = [strip_of(row, columns, i < first, across, figures(row, columns) > 0) for i, row in enumerate(rows)]
    return merged_head(strips[:first], across) + merged_body(strips[first:], across)


def figures(row: Row, columns: Columns) -> int:
    """In how many columns a row has figures."""
    return len({columns.at(w.x0 + 1) for w in row.words if numeric(w.text)})


def _has_figures(cells: Sequence[DraftCell], least: int) -> bool:
    """Whether some cells can hold so many figures."""
    found = 0
    for cell in cells:
        for word in cell.words:
            if may_be_figure(word.text):
                found += 1
                if found == least:
                    return True
    return False


def may_be_figure(text: str) -> bool:
    """Whether a word is a figure or a part of one."""
    if len(text) > 4 and text.isalpha():  # Most words.
        return False
    return len(text) == 1 or numeric(text) or _DIGIT.search(text) is not None
