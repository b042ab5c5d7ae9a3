"""How a paper is built: its numbered things, its contents pages, its references to them."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from reportcheck.model.document import Assumed
from reportcheck.model.places import Text
from reportcheck.records import record

ItemKind = Literal["number", "roman", "letter", "table", "figure", "appendix", "recommendation"]


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class Entry:
    """A line of a contents page: what it names, and the page that it gives."""

    number: str
    title: str
    printed_page: int
    text: Text
    page: int
    order: int


@record(frozen=True, slots=True)
class Outline:
    """How a paper is built: numbered things, contents pages, and the page numbers printed on its pages."""

    items: tuple[Item, ...] = ()
    contents: tuple[tuple[Entry, ...], ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    """Every printed row in reading order: a line, or the cells of a table's row."""
    goes_on: frozenset[int] = frozenset()
    """The rows that go on with the one before: lines of one paragraph."""
    assumed: Assumed = Assumed()
    """What people say of the paper for where it does not say itself."""
    perhaps: tuple[Item, ...] = ()
    """Rows whose number may be a date, a year or a code: numbered things where they go on from others."""


@record(frozen=True, slots=True)
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


FAR = 300
"""Lines of a text: what looked like a heading so far above may have been none."""


@record(frozen=True, slots=True)
class Whereabouts:
    """Where the lines of a paper are, in words for people; a line is a paragraph in a Word file. Empty for a PDF."""

    headings: tuple[tuple[int, str], ...] = ()
    """The line of each heading, in order, and its words."""
    tables: tuple[tuple[int, int, str], ...] = ()
    """The first and last line of each table, in order, and what it is called."""
    paragraphs: tuple[tuple[int, str], ...] = ()
    """Where lines mean nothing to people: that of each paragraph, in order, and its first words."""

    def heading(self, line: int | None) -> str:
        """The heading that a line stands under; empty where it has none, or is one."""
        at = bisect_right(self.headings, (line or 0, ""))
        if not at or not line or (not self.paragraphs and line - self.headings[at - 1][0] > FAR):
            return ""
        return self.headings[at - 1][1]

    def table(self, line: int | None) -> str:
        """What the table is called that a line stands in."""
        return next((name for first, last, name in self.tables if line and first <= line <= last), "")

    def paragraph(self, line: int | None) -> str:
        """The first words of the paragraph that is a line."""
        at = bisect_right(self.paragraphs, (line or 0, "\U0010ffff"))
        return self.paragraphs[at - 1][1] if at and line and self.paragraphs[at - 1][0] == line else ""
