"""What it says: figures and what they are about, grids, passages, what is told of."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportcheck.model.document import Table
from reportcheck.model.places import Location, Text
from reportcheck.quantity import Quantity
from reportcheck.records import record


@record(frozen=True, slots=True)
class Figure:
    """A quantity in a place, about something. `quantity` is None where it is no number: a reference, a date."""

    text: str
    location: Location
    quantity: Quantity | None = None
    label: str = ""
    """What it is about: the row's label in a table, the words around it in a sentence."""
    period: str = ""
    """The column's heading, or the period that the sentence names."""

    @property
    def number(self) -> Quantity:
        """The quantity, of a figure that is known to be a number."""
        assert self.quantity is not None, self.text
        return self.quantity

    @property
    def place(self) -> tuple[object, ...]:
        """What tells two figures apart: where they stand."""
        at = self.location
        return (at.page, at.line, at.start, at.bbox, self.text if at.line is None else "")

    @property
    def row_and_column(self) -> str:
        """A table's figure by its row and column, in words: "the row “Total”, column “2024/25”"."""
        row = f"the row “{self.label}”" if self.label else "the table"
        return f"{row}, column “{self.period}”" if self.period else row


Role = Literal["amount", "count", "rate", "percent", "change", "date", "label", "text", "blank"]
"""What a column or a row holds. Amounts and counts add; rates, percentages and prices do not."""


@record(frozen=True, slots=True)
class GridCell:
    """One place of a grid: all the figures printed there (several percentages can share a cell)."""

    text: str
    figures: tuple[Figure, ...] = ()
    bold: bool = False
    indent: float = 0.0

    @property
    def figure(self) -> Figure | None:
        """The figure, where the cell holds one and no more."""
        return self.figures[0] if len(self.figures) == 1 else None


@record(frozen=True, slots=True)
class Grid:
    """A table read: a rectangle of cells, which rows are headers, what rows and columns are called and hold.

    Labels and roles have one entry for each row or column of `cells`, header rows and label columns included.
    """

    table: Table
    cells: tuple[tuple[GridCell, ...], ...]
    header_rows: tuple[int, ...]
    label_columns: tuple[int, ...]
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    row_roles: tuple[Role, ...]
    column_roles: tuple[Role, ...]
    name: str = ""
    """What people call it: "Table 2", or "the table on page 4"."""

    def row_text(self, row: int) -> str:
        """A row as a line of print."""
        return " | ".join(" ".join(cell.text.split()) for cell in self.cells[row] if cell.text.strip())


MarkKind = Literal["figure", "year", "period", "date", "ordinal", "reference", "malformed",
                   "time", "range", "score", "code"]  # fmt: skip
"""Ranges are 8-17, scores 4.7 out of 5, codes tokens such as Covid-19, AT7, 12-week, 24/7 and web addresses."""


@record(frozen=True, slots=True)
class Mark:
    """What stands at text[start:end] of a text; only figures have a quantity."""

    kind: MarkKind
    start: int
    end: int
    text: str
    quantity: Quantity | None = None


PassageKind = Literal["paragraph", "heading", "bullet", "caption", "contents"]


@record(frozen=True, slots=True)
class Passage:
    """Words that belong together, lines joined. `number` is a printed one: "3.2.1", "(iv)", "12."."""

    text: Text
    kind: PassageKind
    page: int
    number: str = ""
    level: int = 0
    heading: str = ""
    """The nearest heading above it."""
    marks: tuple[Mark, ...] = ()
    """Every figure, year, period, date and reference in the text, in order."""

    def figure(self, mark: Mark, label: str = "", period: str = "") -> Figure:
        """A mark of this passage as a figure in its place."""
        return Figure(mark.text, self.text.locate(mark.start, mark.end), mark.quantity, label, period)


@record(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time: a day, a month, a calendar year, a financial year ("span") or several years."""

    first: date
    last: date
    kind: Literal["day", "month", "year", "span", "years"]

    def meets(self, other: Span) -> bool:
        """Whether the two can mean one time: the same days, one inside the other, a year and its financial year."""
        if self.kind == other.kind:
            return self.first == other.first and self.last == other.last
        return self.first <= other.last and other.first <= self.last

    def same(self, other: Span) -> bool:
        """Whether the two surely mean one time: the same days, or a year and its last day or month."""
        if self.kind == other.kind:
            return self.first == other.first and self.last == other.last
        short, long = sorted((self, other), key=lambda s: s.last - s.first)
        return short.kind in ("day", "month") and long.last == short.last


@record(frozen=True, slots=True)
class Statement:
    """What a figure is about: its words as stems, its qualifiers and its times, in a sentence or in a table."""

    figure: Figure
    source: Literal["prose", "table"]
    group: int
    """The sentence or the row that it stands in: figures of one group are told apart by their authors."""
    words: frozenset[str]
    setting: frozenset[str]
    """The stems around it: its passage and heading, or its table's caption."""
    before: str
    """The words next to it on the left, or its row's label."""
    after: str
    """The words next to it on the right, or its column's label."""
    head: frozenset[str]
    """The stems just after it, which say what is counted: "133 volunteers in the Trust"."""
    spans: frozenset[Span]
    quote: str
    table: int = -1
    """Which grid of the paper it stands in."""
    row: int = -1
    column: int = -1
    heading: str = ""
    """The heading that a sentence stands under."""

    @property
    def quantity(self) -> Quantity:
        """What its figure says: what is told of is always a number."""
        return self.figure.number

    def pages_from(self, other: Statement) -> int:
        """How many pages lie between two statements."""
        return self.figure.location.pages_from(other.figure.location)

    @property
    def near(self) -> str:
        """The words on both sides."""
        return f"{self.before} | {self.after}"

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        at = self.figure.location
        if self.source == "table":
            return f"{self.figure.row_and_column} ({at.spot})"
        return f"the sentence at {at.spot}" if at.line is not None else f"a sentence on {at.spot}"
