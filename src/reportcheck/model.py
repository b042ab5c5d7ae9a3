"""The nouns: what is on paper, what it says, what holds. No reading and no judging here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reportcheck.quantity import Interval, Quantity

# ---------------------------------------------------------------- places


@dataclass(frozen=True, slots=True)
class BBox:
    """A box on a page in points, from the top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: BBox) -> BBox:
        """The smallest box that holds both."""
        return BBox(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands. Text sources have line and span, PDFs a box; `where` is words for people."""

    page: int
    line: int | None = None
    start: int | None = None
    end: int | None = None
    bbox: BBox | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] of a Text stands on `page`, from character `offset` of `line`, or in `bbox`."""

    start: int
    end: int
    page: int
    line: int | None = None
    offset: int = 0
    bbox: BBox | None = None
    words: tuple[float, ...] = ()
    """For each word of the line in `bbox`: the place of its first character, its left and its right."""

    def box(self, start: int, end: int) -> BBox | None:
        """The box of text[start:end], as narrow as is known."""
        if self.bbox is None or not self.words:
            return self.bbox
        first, last = self.offset + max(start, self.start) - self.start, self.offset + min(end, self.end) - self.start
        places = self.words
        left = max((i for i in range(0, len(places), 3) if places[i] <= first), default=0)
        right = max((i for i in range(left, len(places), 3) if places[i] < last), default=left)
        return BBox(places[left + 1], self.bbox.top, places[right + 2], self.bbox.bottom)


@dataclass(frozen=True, slots=True)
class Text:
    """Characters that know where they stand: locations travel from extraction, and nothing is searched again."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def locate(self, start: int = 0, end: int | None = None) -> Location:
        """Where text[start:end] stands; over several lines or pages, where its first part does."""
        stop = len(self.text) if end is None else end
        touched = [p for p in self.pieces if p.start < stop and p.end > start]
        if not touched:
            touched = list(self.pieces[:1])
        if not touched:
            return Location(page=1)
        first = touched[0]
        if first.line is not None:
            begin = first.offset + max(start - first.start, 0)
            finish = first.offset + min(stop, first.end) - first.start
            return Location(first.page, first.line, begin, max(finish, begin))
        box = first.box(start, stop)
        for piece in touched[1:]:
            part = piece.box(start, stop) if piece.page == first.page else None
            if part is not None:
                box = part if box is None else box.union(part)
        return Location(first.page, bbox=box)

    def part(self, start: int, end: int) -> Text:
        """text[start:end] with its places."""
        moved = []
        for p in self.pieces:
            if p.start < end and p.end > start:
                cut = max(start - p.start, 0)
                moved.append(
                    Piece(
                        max(p.start, start) - start,
                        min(p.end, end) - start,
                        p.page,
                        p.line,
                        p.offset + cut,
                        p.bbox,
                        p.words,
                    )
                )
        return Text(self.text[start:end], tuple(moved))

    @staticmethod
    def join(texts: list[Text] | tuple[Text, ...], between: str = " ") -> Text:
        """The texts one after another with `between` between them, each part still knowing its place."""
        if len(texts) == 1:
            return texts[0]
        parts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for index, item in enumerate(texts):
            if index:
                parts.append(between)
                at += len(between)
            parts.append(item.text)
            pieces.extend(
                Piece(p.start + at, p.end + at, p.page, p.line, p.offset, p.bbox, p.words) for p in item.pieces
            )
            at += len(item.text)
        return Text("".join(parts), tuple(pieces))


# ---------------------------------------------------------------- what is on the paper


@dataclass(frozen=True, slots=True)
class Cell:
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text. `gap` tells that white space stands before it, `size` is in points or 0."""

    text: Text
    gap: bool = False
    bold: bool = False
    size: float = 0.0
    heading: int = 0
    """1 to 6 where the source marks a heading (Markdown, Word, HTML); 0 where it does not."""
    indent: float = 0.0


Block = Line | Table


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Document:
    """What is on paper: pages of lines and tables, before any meaning."""

    path: str
    sha256: str
    pages: tuple[Page, ...]
    format: str = "text"

    @property
    def tables(self) -> Iterator[Table]:
        """All tables in reading order."""
        return (b for page in self.pages for b in page.blocks if isinstance(b, Table))


# ---------------------------------------------------------------- what it says


@dataclass(frozen=True, slots=True)
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
    def place(self) -> tuple[object, ...]:
        """What tells two figures apart: where they stand."""
        at = self.location
        return (at.page, at.line, at.start, at.bbox, self.text if at.line is None else "")


Role = Literal["amount", "count", "rate", "percent", "change", "date", "label", "text", "blank"]
"""What a column or a row holds. Amounts and counts add; rates, percentages and prices do not."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


MarkKind = Literal[
    "figure", "year", "period", "date", "ordinal", "reference", "malformed",
    "time", "range", "score", "code",
]  # fmt: skip
"""Ranges are 8-17, scores 4.7 out of 5, codes tokens such as Covid-19, AT7, 12-week, 24/7 and web addresses."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at text[start:end] of a text; only figures have a quantity."""

    kind: MarkKind
    start: int
    end: int
    text: str
    quantity: Quantity | None = None


PassageKind = Literal["paragraph", "heading", "bullet", "caption", "contents"]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Claim:
    """What words assert over figures: `roles` name the figures one by one ("part", "base", "percent")."""

    kind: str
    passage: Passage
    start: int
    end: int
    figures: tuple[Figure, ...]
    roles: tuple[str, ...]
    words: tuple[str, ...] = ()
    """The words that decide it, such as ("rose",) or ("nearly", "half")."""

    def named(self, role: str) -> Figure | None:
        """The first figure in that role."""
        return next((f for f, r in zip(self.figures, self.roles, strict=True) if r == role), None)


ItemKind = Literal["number", "roman", "letter", "table", "figure", "appendix", "recommendation", "minute"]


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered thing: a section, a paragraph, an item of a list, a table, an appendix."""

    kind: ItemKind
    number: str
    """As printed, without its brackets and stops: "3.2", "3a", "xii"."""
    title: str
    """The words after the number, on its line."""
    text: Text
    """The line itself."""
    page: int
    style: str
    """How its number and its words are set: what items of one sequence have in common."""
    heading: bool
    """Whether it stands over text, rather than being text."""
    order: int
    """Which row of the paper it is, from 0."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents page: what it names, and the page that it gives."""

    number: str
    title: str
    printed_page: int
    text: Text
    page: int
    order: int


@dataclass(frozen=True, slots=True)
class Outline:
    """How a paper is built: numbered things, contents pages, and the page numbers printed on its pages."""

    items: tuple[Item, ...] = ()
    contents: tuple[tuple[Entry, ...], ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    """Every printed row in reading order: a line, or the cells of a table's row."""


@dataclass(frozen=True, slots=True, order=True)
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


@dataclass(frozen=True, slots=True)
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

    @property
    def near(self) -> str:
        """The words on both sides."""
        return f"{self.before} | {self.after}"


@dataclass(frozen=True, slots=True)
class Reference:
    """ "Please refer to Section 7 and 8": where it stands, what it names and which numbers it gives."""

    text: Text
    order: int
    """The row of the outline that it stands in."""
    lead: str
    """The words before it: "please refer to", "is set out in"."""
    what: str
    numbers: tuple[str, ...]
    begin: int
    """Where the words before it begin."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document says. `arithmetic` holds the relations that the tables were found to obey or break."""

    document: Document
    grids: tuple[Grid, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Every figure that was found, in tables and in sentences: what coverage counts."""
    arithmetic: tuple[Relation, ...] = ()
    outline: Outline = Outline()
    statements: tuple[Statement, ...] = ()
    """Every figure with what it is about."""
    wordy: tuple[Passage, ...] = ()
    """Cells of tables that hold words and figures, read as sentences are."""
    references: tuple[Reference, ...] = ()
    """Every reference to a section, a minute, a table or an item by its number."""


# ---------------------------------------------------------------- what holds, what does not

Verdict = Literal["held", "doubtful", "broken"]
Confidence = Literal["high", "medium", "low"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure in a relation: `stated` is what is put to the test, `input` is what it is tested by."""

    figure: Figure
    role: Literal["stated", "input"] = "input"
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the suspect should read, and why."""

    text: str
    reason: str = ""
    sure: bool = True
    """False where another figure may be the wrong one instead."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures that must agree, and whether they do. Kept whether or not it holds: that is what coverage counts."""

    kind: str
    """The law or claim: "total", "difference", "share", "ratio", "change", "fraction", "page-reference", ..."""
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    message: str
    """One plain sentence: what is printed, what it should be."""
    sum: str = ""
    """The arithmetic that was done, as one would write it: "12 + 30 + 4 = 46"."""
    location: Location = field(default_factory=lambda: Location(page=1))
    confidence: Confidence = "high"
    suggestion: Suggestion | None = None
    required: Interval | None = None
    quote: str = ""
    """The row or the sentence itself, for people to see."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule is tried on: what it must say of it, or that it must be put to the test and be clean."""

    text: str
    finds: tuple[str, ...] = ()
    """The messages, whole and in order; none where the text is right."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is checked: one YAML file. `params` is the kind's own record."""

    id: str
    name: str
    kind: str
    severity: Severity
    why: str
    params: object
    examples: tuple[Example, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken relation under a rule."""

    rule: Rule
    relation: Relation
    severity: Severity
    fingerprint: str

    @property
    def location(self) -> Location:
        """Where to look first."""
        return self.relation.location


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a paper was put to the test."""

    figures: int = 0
    verified: int = 0
    challenged: int = 0
    tables: int = 0
    pages_without_text: tuple[int, ...] = ()
    pages_from_pictures: tuple[int, ...] = ()
    """Read by OCR: what rests on them is never sure."""

    @property
    def untested(self) -> int:
        """Figures that take part in no relation."""
        return self.figures - self.verified - self.challenged


@dataclass(frozen=True, slots=True)
class TableCoverage:
    """How much of one table was put to the test: what it is called and the page that it begins on."""

    name: str
    page: int
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Report:
    """One paper's audit: what is wrong, what holds, how much was tested, which rules met nothing to test."""

    document: Document
    findings: tuple[Finding, ...]
    held: tuple[tuple[Rule, Relation], ...]
    coverage: Coverage
    table_coverage: tuple[TableCoverage, ...] = ()
    idle_rules: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """What could not be read, page by page, in words for people."""
