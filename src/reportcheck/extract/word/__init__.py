"""Word drafts (.docx) -> pages of lines and tables; a place is a page and the number of a paragraph in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.extract.above import words_above
from reportcheck.extract.sizes import refuse_paragraph
from reportcheck.extract.text.listed import with_tables
from reportcheck.extract.word.numbers import Lists, read_lists
from reportcheck.extract.word.package import Package, W, read_package
from reportcheck.extract.word.remarks import changes, unread_edges, unread_row
from reportcheck.extract.word.runs import Printed, Revisions, is_bold, printed
from reportcheck.extract.word.styles import Styles, read_styles
from reportcheck.extract.word.tables import Grid
from reportcheck.model import Block, Edited, Line, Page, Piece, Text
from reportcheck.records import record

_P, _TBL, _TR, _TC = (W + tag for tag in ("p", "tbl", "tr", "tc"))
_WRAPPERS = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo", "del", "moveFrom", "hyperlink")
)
_DEEPEST = 60
_SIGNS = "•-–*"


class Shown(NamedTuple):
    """A paragraph as it was read: its element, its pieces of text with where each begins, and the note it is in."""

    element: Element
    begins: list[tuple[int, Element]]
    note: tuple[str, str] | None


@record(slots=True)
class _Reading:
    """How far the reading has come, and what it has found."""

    name: str
    package: Package
    styles: Styles
    lists: Lists
    revisions: Revisions
    rendered: bool
    """Whether Word noted where pages ended when it last laid the paper out."""
    page: int = 1
    paragraph: int = 0
    blocks: list[tuple[int, Block]] = field(default_factory=list)
    notes: list[tuple[int, tuple[str, str]]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    """The pages with hidden words."""
    note: tuple[str, str] | None = None
    """The foot- or endnote that is being read."""
    shown: list[Shown] = field(default_factory=list)
    """The paragraphs in the order of their numbers."""
    edited: list[tuple[int, Edited]] = field(default_factory=list)
    """The tracked changes, each with its page."""
    drawn: dict[int, int] = field(default_factory=dict)
    """How many charts, diagrams and embedded objects each page has."""

    def read(self, parent: Element, depth: int = 0) -> list[tuple[int, Block]]:
        """The blocks of a body, a cell, a box or a note, each with the page that it begins on."""
        found: list[tuple[int, Block]] = []
        for element in _unwrapped(parent):
            if element.tag == _P:
                found += self.line(element, depth)
            elif element.tag == _TBL and depth < _DEEPEST:
                found += self.table(element, found, depth)
            elif element.tag == W + "altChunk":
                self.drawn[self.page] = self.drawn.get(self.page, 0) + 1
        return with_tables(found)

    def line(self, element: Element, depth: int) -> Iterator[tuple[int, Block]]:
        """A paragraph, and the boxes that hang on it."""
        self.paragraph += 1
        settings = element.find(W + "pPr")
        style = self.styles.of(settings, "pStyle")
        shown = printed(element, style, self.styles, self.revisions, self.rendered)
        self.shown.append(Shown(element, shown.begins, self.note))
        page = self.page + shown.before
        self.page += shown.pages
        self.notes += [(page, note) for note in shown.notes]
        self.edited += [(page, (self.paragraph, self.paragraph, *edit)) for edit in shown.edits]
        if shown.hidden:
            self.hidden.add(page)
        if shown.drawn:
            self.drawn[page] = self.drawn.get(page, 0) + shown.drawn
        refuse_paragraph(len(shown.text), self.name)
        text = self._numbered(shown, page, settings, element)
        if text.text:
            yield page, Line(text, gap=True, bold=is_bold(element), heading=self._level(settings, style.level))
        for box in shown.boxes if depth < _DEEPEST else ():
            yield from self.read(box, depth + 1)

    def _numbered(self, shown: Printed, page: int, settings: Element | None, element: Element) -> Text:
        """The words of a paragraph, after the number or the bullet that Word prints before them."""
        bare = shown.text.strip()
        if not bare:
            return Text("")
        lead = len(shown.text) - len(shown.text.lstrip())
        text = Text(bare, (Piece(0, len(bare), page, self.paragraph, lead),))
        label = self.lists.label(settings, self.styles.of(settings, "pStyle"))
        if not label or (label == "•" and bare[0] in _SIGNS):
            return text
        return Text.join([Text(label), text])

    def _level(self, settings: Element | None, level: int | None) -> int:
        outline = settings.find(W + "outlineLvl") if settings is not None else None
        if outline is not None and outline.get(W + "val", "9") in "012345":
            return int(outline.get(W + "val", "0")) + 1
        return level or 0

    def table(self, element: Element, before: list[tuple[int, Block]], depth: int) -> list[tuple[int, Block]]:
        """A table and those in its cells; or the blocks of its cells, where it only sets them beside each other."""
        grid = Grid()
        first, gone = self.paragraph + 1, list[tuple[str, str]]()
        for line in _unwrapped(element):
            if line.tag != _TR:
                continue
            if self._is_gone(line):
                gone += unread_row(line)
                continue
            grid.open_row(line)
            for box in (child for child in _unwrapped(line) if child.tag == _TC):
                grid.put(box, self.read(box, depth + 1), all(is_bold(p) for p in box.iter(_P) if _has_words(p)))
        new = self.revisions == "original"
        rows = [(first, self.paragraph, 0, 0, who, row if new else "", "" if new else row) for who, row in gone]
        self.edited += [(self.page, row) for row in rows]
        return grid.result(self.page, words_above([block for _, block in [*self.blocks, *before][-2:]]))

    def _is_gone(self, row: Element) -> bool:
        """Whether a row was deleted, is not there yet, or is hidden."""
        settings = row.find(W + "trPr")
        if settings is None:
            return False
        mark = "del" if self.revisions == "final" else "ins"
        return settings.find(W + mark) is not None or settings.find(W + "hidden") is not None


def read_word(data: bytes, name: str, revisions: Revisions = "final") -> tuple[Page, ...]:
    """The pages of a Word file without its headers and footers, by one side of its tracked changes."""
    package = read_package(data, name)
    reading = _read(package, revisions, name)
    pages: list[list[Block]] = [[] for _ in range(reading.page)]
    for page, block in reading.blocks:
        pages[min(page, len(pages)) - 1].append(block)
    return tuple(
        Page(
            number,
            tuple(blocks),
            has_text=bool(blocks),
            problem=_problem(reading, number),
            notice=changes(package.body, revisions) if number == 1 else "",
            edited=tuple(edit for page, edit in reading.edited if page == number),
        )
        for number, blocks in enumerate(pages, start=1)
    )


def read_paragraphs(package: Package, revisions: Revisions = "final") -> list[Shown]:
    """The paragraphs of a Word file: the first is number 1 of the places that `read_word` gives."""
    return _read(package, revisions).shown


def _read(package: Package, revisions: Revisions, name: str = "") -> _Reading:
    rendered = package.body.find(f".//{W}lastRenderedPageBreak") is not None
    reading = _Reading(name, package, read_styles(package.styles), read_lists(package.numbering), revisions, rendered)
    reading.blocks += reading.read(package.body)
    for page, note in reading.notes:
        element = package.notes.get(note)
        if element is not None:
            reading.note = note
            reading.blocks += [(page, block) for _, block in reading.read(element)]
    return reading


def _problem(reading: _Reading, page: int) -> str:
    """What of a page is not read."""
    drawn = reading.drawn.get(page, 0)
    said = [f"{drawn} chart{'s' * (drawn > 1)} or embedded object{'s' * (drawn > 1)} not read"] if drawn else []
    if page in reading.hidden:
        said.append("words that are set as hidden were not read")
    if page == 1 and (unread := unread_edges(reading.package.edges)):
        said.append(unread)
    return "; ".join(said)


def _unwrapped(parent: Element) -> Iterator[Element]:
    """The children of an element; those in content controls and tracked changes too."""
    waiting = list(reversed(list(parent)))
    while waiting:
        element = waiting.pop()
        if element.tag in _WRAPPERS:
            waiting.extend(reversed(list(element)))
        else:
            yield element


def _has_words(paragraph: Element) -> bool:
    return any(text.text and text.text.strip() for text in paragraph.iter(W + "t"))
