"""How a paper is built: its numbered things, its contents pages, its references to them."""

from __future__ import annotations

from typing import Literal

from reportcheck.model.places import Text
from reportcheck.records import record

ItemKind = Literal["number", "roman", "letter", "table", "figure", "appendix", "recommendation", "minute"]


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
