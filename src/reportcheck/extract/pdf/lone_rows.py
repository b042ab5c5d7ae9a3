"""Lines at the head of a page -> rows of the table that ends the page before, where they stand in its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reportcheck.extract.pdf.draft import numeric
from reportcheck.model import Block, Cell, Line, Table, Text
from reportcheck.patterns import pattern
from reportcheck.words.totals import names_total

_YEAR = pattern(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?$")
_DIGITS = pattern(r"\d+")
IN_LINE = 4.0
"""A figure ends, or has its middle, within so many points of where its column's do."""
Span = tuple[float, float]
Extents = dict[tuple[int, bool], Span]
"""Left and right of what each column prints, its figures (True) and its words apart."""


class _Word(NamedTuple):
    """A word of a line: from which character to which, and where it stands."""

    start: int
    end: int
    x0: float
    x1: float


def rows_taken(table: Table, printed: Extents, after: Sequence[Block], totals: bool = False) -> tuple[Table, int]:
    """The table with the lines that follow it and are rows of it, only its totals if so asked, and how many these are.

    `printed` is the left and right of what each column prints, its figures (True) and its words apart.
    """
    figures = {column: span for (column, figure), span in printed.items() if figure and column}
    count = 0
    for block in after:
        cells = _cells(block, figures, table.rows) if isinstance(block, Line) and has_figures(block) else None
        if not cells or (totals and not _is_total(cells)):
            break
        table = replace(table, rows=table.rows + 1, cells=(*table.cells, *cells))
        count += 1
    return table, count


def _is_total(cells: Sequence[Cell]) -> bool:
    """Whether a row has no label or that of a total."""
    return cells[0].column > 0 or names_total(cells[0].text.text)


def runs_along(block: Block, others: Sequence[Block]) -> bool:
    """Whether a line stands among others too, but for its numbers, as a running head on the next page does."""
    if not isinstance(block, Line):
        return False
    words, last = _DIGITS.sub("#", block.text.text), block.text.text[-1:]
    return any(
        isinstance(other, Line)
        and (other.text.text.endswith(last) or last.isdecimal())
        and _DIGITS.sub("#", other.text.text) == words
        for other in others
    )


def has_figures(block: Block) -> bool:
    """Whether a block is a printed line with figures in it: it knows where each of its words stands."""
    return isinstance(block, Line) and len(block.text.pieces) == 1 and block.text.pieces[0].words != b""


def _cells(line: Line, figures: dict[int, Span], row: int) -> list[Cell] | None:
    """The cells of a line whose figures stand in the columns, after a label at most; None where it is no such row."""
    text = line.text
    words = _words(text)
    if set_apart := _total_in_order(text, words, figures):
        return _row_of(line, words, *set_apart, row)
    first = next((at for at, word in enumerate(words) if _column(text, word, figures) is not None), None)
    if first is None:
        return None
    found: dict[int, _Word] = {}
    for word in words[first:]:
        column = _column(text, word, figures)
        if column is None or (found and column <= max(found)):
            return None
        found[column] = word
    label = text.text[: words[first].start].strip()
    years = all(_YEAR.match(text.text[word.start : word.end]) for word in found.values())
    if years or (len(found) < max(2, len(figures) - 1) and not names_total(label)):
        return None
    return _row_of(line, words, first, found, row)


def _row_of(line: Line, words: Sequence[_Word], first: int, found: dict[int, _Word], row: int) -> list[Cell]:
    """A label of the words before the first figure, and a cell for each figure."""
    parts = [(column, word.start, word.end) for column, word in sorted(found.items())]
    if line.text.text[: words[first].start].strip():
        parts.insert(0, (0, 0, words[first - 1].end))
    return [Cell(row, column, line.text.part(start, end), 1, 1, line.bold) for column, start, end in parts]


def _total_in_order(
    text: Text, words: Sequence[_Word], figures: dict[int, Span]
) -> tuple[int, dict[int, _Word]] | None:
    """Where a total set apart has just as many figures as the table has columns of them, its figures in their order.

    It may stand on a page or in a frame of its own, out of line with what it totals.
    """
    first = len(words) - len(figures)
    if first < 1 or len(figures) < 2 or not names_total(text.text[: words[first].start]):
        return None
    shown = [numeric(text.text[word.start : word.end]) for word in words[first - 1 :]]
    if shown[0] or not all(shown[1:]):
        return None
    return first, dict(zip(sorted(figures), words[first:], strict=True))


def _column(text: Text, word: _Word, figures: dict[int, Span]) -> int | None:
    """The column with whose figures a figure stands in line."""
    if not numeric(text.text[word.start : word.end]):
        return None
    for column, (low, high) in figures.items():
        if abs(word.x1 - high) < IN_LINE or (low <= word.x0 and abs(word.x0 + word.x1 - low - high) < 2 * IN_LINE):
            return column
    return None


def _words(text: Text) -> list[_Word]:
    """The words of a printed line that has figures: others do not know where each of their words stands."""
    places = memoryview(text.pieces[0].words).cast("f")
    starts = [int(start) for start in places[::3]]
    ends = [
        start + len(text.text[start:after].rstrip())
        for start, after in zip(starts, [*starts[1:], len(text.text)], strict=True)
    ]
    return [_Word(*word) for word in zip(starts, ends, places[1::3], places[2::3], strict=True)]
