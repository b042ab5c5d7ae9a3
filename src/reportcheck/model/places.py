"""Where things stand: boxes, locations, and texts that know their places.

These are made by the hundred thousand, and a named tuple takes a quarter of the time of a frozen dataclass to make.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

COLUMN = 100_000
"""In a sheet, by how much the `start` of a column is more than that of the column before it."""
_LINES = 140
"""So many lines of a text without pages count for one."""
_BEFORE, _AFTER = 120, 80
"""Characters of an excerpt on either side."""
_WORD = 40
"""A longer word is cut."""


class BBox(NamedTuple):
    """A box on a page in points, from the top left corner; where a page lay on its side, of the page as turned."""

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


class Location(NamedTuple):
    """Where something stands. Text sources have line and span, PDFs a box; `where` is words for people."""

    page: int
    line: int | None = None
    start: int | None = None
    end: int | None = None
    bbox: BBox | None = None
    where: str = ""

    @property
    def spot(self) -> str:
        """The place in words: a line of a text, a page of a PDF."""
        return f"line {self.line}" if self.line is not None else f"page {self.page}"

    @property
    def sheet(self) -> tuple[int, int]:
        """The page, and which stretch of it in a text without pages: what stands near one another is found by these."""
        return self.page, (self.line or 0) // _LINES

    def sheets_near(self, pages: int) -> Iterator[tuple[int, int]]:
        """The sheets on which what stands at most so many pages off can be."""
        stretches = range(-pages - 1, pages + 2) if self.line is not None else (0,)
        for page in range(self.page - pages, self.page + pages + 1):
            yield from ((page, self.sheet[1] + stretch) for stretch in stretches)

    def pages_from(self, there: Location) -> int:
        """How many pages lie between two places; a text without pages has one for each 140 lines."""
        lines = abs(self.line - there.line) // _LINES if self.line and there.line else 0
        return max(abs(self.page - there.page), lines)


class Piece(NamedTuple):
    """text[start:end] of a Text stands on `page`, from character `offset` of `line`, or in `bbox`."""

    start: int
    end: int
    page: int
    line: int | None = None
    offset: int = 0
    bbox: BBox | None = None
    words: bytes = b""
    """For each word of the line in `bbox`: the place of its first character, its left and its right, as C's floats:
    as Python's, they were a third of what a long paper takes."""

    def box(self, start: int, end: int) -> BBox | None:
        """The box of text[start:end], as narrow as is known."""
        begin, stop, _, _, offset, bbox, words = self
        if bbox is None or not words:
            return bbox
        first, last = offset + max(start, begin) - begin, offset + min(end, stop) - begin
        places = memoryview(words).cast("f")
        firsts = places[::3]
        left = max(bisect_right(firsts, first) - 1, 0)
        right = max(bisect_left(firsts, last) - 1, left)
        return BBox(places[3 * left + 1], bbox.top, places[3 * right + 2], bbox.bottom)


class Text(NamedTuple):
    """Characters that know where they stand: locations travel from extraction, and nothing is searched again."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def locate(self, start: int = 0, end: int | None = None, where: str = "") -> Location:
        """Where text[start:end] stands; over several lines or pages, where its first part does."""
        stop = len(self.text) if end is None else end
        touched: Sequence[Piece] = self.pieces
        if len(touched) > 1:
            touched = [p for p in touched if p.start < stop and p.end > start] or touched[:1]
        if not touched:
            return Location(page=1, where=where)
        first = touched[0]
        if first.line is not None:
            begin = first.offset + max(start - first.start, 0)
            finish = first.offset + min(stop, first.end) - first.start
            return Location(first.page, first.line, begin, max(finish, begin), where=where)
        box = first.box(start, stop)
        for piece in touched[1:]:
            part = piece.box(start, stop) if piece.page == first.page else None
            if part is not None:
                box = part if box is None else box.union(part)
        return Location(first.page, None, None, None, box, where)

    def excerpt(self, start: int, end: int) -> str:
        """A sentence's worth of what stands around text[start:end], for people."""
        return excerpt(self.text, start, end)

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
        for text, places in texts:
            if at:
                for start, end, page, line, offset, bbox, words in places:
                    pieces.append(Piece(start + at, end + at, page, line, offset, bbox, words))
            else:
                pieces += places
            parts.append(text)
            at += len(text) + len(between)
        return Text(between.join(parts), tuple(pieces))


def excerpt(text: str, start: int, end: int) -> str:
    """What stands around text[start:end], in whole words: a sentence's worth of it, with … where more is left out."""
    low, high = start - _BEFORE, end + _AFTER
    begin = text.rfind(" ", max(0, low - _WORD), low + 1) + 1 or low if low > 0 else 0
    close = text.find(" ", high, high + _WORD)
    if close < 0:
        close = high if high + _WORD < len(text) else len(text)
    words = " ".join(text[begin:close].split())
    return "… " * (begin > 0) + words + " …" * (close < len(text))


def cell_name(row: int, column: int) -> str:
    """What a spreadsheet calls the cell at row and column (from 0): "F12"."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """What a spreadsheet calls a column (from 0): "A", "Z", "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
