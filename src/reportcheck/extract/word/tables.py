"""Cells of a Word table -> a table, or the passages that it sets beside each other."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from reportcheck.extract.passages_in_cells import sets_passages
from reportcheck.extract.stacked_cells import unstacked
from reportcheck.extract.text.listed import Placed
from reportcheck.extract.word.package import W
from reportcheck.model import Cell, Line, Table, Text

_WIDEST = 200


class Grid:
    """A table that is being read, cell by cell."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.lines: list[list[Text]] = []
        self.inside: list[tuple[int, list[Placed]]] = []
        self.merged: dict[int, int] = {}
        self.row = -1
        self.column = 0
        self.page = 0

    def open_row(self, line: Element) -> None:
        """Begin the next row."""
        self.row += 1
        self.column = _number(line.find(f"{W}trPr/{W}gridBefore"), 0)

    def put(self, box: Element, blocks: list[Placed], bold: bool) -> None:
        """A cell; one that goes on with the cell above it makes that one larger."""
        span = _number(box.find(f"{W}tcPr/{W}gridSpan"), 1)
        merge = box.find(f"{W}tcPr/{W}vMerge")
        texts = [block.text for _, block in blocks if isinstance(block, Line)]
        self.inside.append((self.column, blocks))
        self.page = self.page or next((page for page, _ in blocks), 0)
        if merge is not None and merge.get(W + "val") != "restart" and self.column in self.merged:
            at = self.merged[self.column]
            above = self.cells[at]
            whole = Text.join([above.text, *texts]) if texts else above.text
            self.cells[at] = above._replace(text=whole, rows=self.row - above.row + 1)
        elif texts:
            if merge is not None:
                self.merged[self.column] = len(self.cells)
            self.lines.append(texts)
            self.cells.append(Cell(self.row, self.column, Text.join(texts), 1, span, bold=bold))
        if merge is None:
            self.merged.pop(self.column, None)
        self.column += span

    def result(self, page: int, above: str) -> list[Placed]:
        """The table and those in its cells; or the blocks of its cells."""
        cells = unstacked(self.cells, self.lines)
        width = max((c.column + c.columns for c in cells), default=0)
        height = max((c.row + c.rows for c in cells), default=0)
        inside = [(column, [block for _, block in blocks]) for column, blocks in self.inside]
        if width < 2 or height < 2 or (len(cells) == len(self.cells) and sets_passages(inside)):
            return [placed for _, blocks in self.inside for placed in blocks]
        at = self.page or page
        inner = [placed for _, blocks in self.inside for placed in blocks if isinstance(placed[1], Table)]
        rows = self.row + 1 if len(cells) == len(self.cells) else height
        return [(at, Table(at, rows, width, tuple(cells), above=above)), *inner]


def _number(element: Element | None, default: int) -> int:
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), _WIDEST) if value.isdecimal() and len(value) < 5 else default
