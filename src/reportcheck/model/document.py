"""What is on paper: pages of lines and tables, before any meaning. What there is much of is a named tuple."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportcheck.model.places import BBox, Text
from reportcheck.records import record


class Cell(NamedTuple):
    """A table's cell at `row`, `column` (from 0), `rows` x `columns` large."""

    row: int
    column: int
    text: Text
    rows: int = 1
    columns: int = 1
    bold: bool = False
    italic: bool = False
    indent: float = 0.0
    """How far a label is set in from its column's left edge: points in a PDF, characters in a text."""
    entry: str = ""
    """In a sheet the formula behind the cell, which begins with =, or "'" where a figure was entered as text."""


@record(frozen=True, slots=True)
class Table:
    """A table as printed: its cells, blank ones left out. Over several pages it is one table."""

    page: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    bbox: BBox | None = None
    """On `page` only."""
    caption: str = ""
    """The line that names it, such as "Table 2: Budget by service"; empty where none does."""
    above: str = ""
    """The printed line or two just over it, where units such as "£000" stand; empty where none are."""

    @property
    def over(self) -> str:
        """All that stands over it: its caption and the line or two above."""
        return f"{self.caption} {self.above}"


class Line(NamedTuple):
    """A line of running text. `gap` tells that white space stands before it, `size` is in points or 0."""

    text: Text
    gap: bool = False
    bold: bool = False
    size: float = 0.0
    heading: int = 0
    """1 to 6 where the source marks a heading (Markdown, Word, HTML); 0 where it does not."""
    indent: float = 0.0


Block = Line | Table

Edited = tuple[int, int, int, int, str, str, str]
"""A tracked change: the first and last line and the letters that it covers (none of a row of a table that is gone),
who made it, what it adds, and what it takes out."""


@record(frozen=True, slots=True)
class Page:
    """A page in reading order; `label` is the page number that is printed on it ("28"), if one is."""

    number: int
    blocks: tuple[Block, ...] = ()
    label: str = ""
    width: float = 0.0
    height: float = 0.0
    problem: str = ""
    """Why the page, or a part of it, could not be read: no text, hidden text, damaged; empty where all is well."""
    has_text: bool = True
    confidence: Literal["printed", "ocr"] = "printed"
    folios: tuple[str, ...] = ()
    """Every page number that was printed in its head and foot, `label` first: a pack's, a report's own inside it."""
    turn: int = 0
    """Degrees clockwise by which the page as shown was turned to be read: its size and boxes are of the turned page."""
    running: tuple[str, ...] = ()
    """Running heads and feet as printed. In a PDF they are no part of the text; in a text they stay lines of it."""
    notice: str = ""
    """What a reader should know of how the page was read, such as rows of a sheet that are hidden."""
    edited: tuple[Edited, ...] = ()
    """The tracked changes of a draft that is being written."""


@record(frozen=True, slots=True)
class Assumed:
    """What people say of a paper for where it does not say itself; empty where they do not either."""

    year: str = ""
    """The year that it reports on: "2024-25", or "2025" for the year to 31 December."""
    currency: str = ""
    """The code of the money that its $, kr or Rs stands for."""
    dates: str = ""
    """ "day" or "month": which comes first in dates of digits."""


@record(frozen=True, slots=True)
class Document:
    """What is on paper: pages of lines and tables, before any meaning."""

    path: str
    sha256: str
    pages: tuple[Page, ...]
    format: str = "text"
    partial: bool = False
    """Whether only some of its pages were asked for."""
    assumed: Assumed = Assumed()

    def __repr__(self) -> str:
        return f"<Document {self.path!r}: {len(self.pages)} pages>"

    @property
    def tables(self) -> Iterator[Table]:
        """All tables in reading order."""
        return (b for page in self.pages for b in page.blocks if isinstance(b, Table))

    @property
    def texts(self) -> Iterator[str]:
        """The text of every line and every cell, in reading order."""
        for page in self.pages:
            for block in page.blocks:
                if isinstance(block, Table):
                    yield from (cell.text.text for cell in block.cells)
                else:
                    yield block.text.text
