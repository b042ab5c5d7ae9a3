"""Where things stand: boxes, locations, and texts that know their places.

These are made by the hundred thousand, and a named tuple takes a quarter of the time of a frozen dataclass to make.
"""

from __future__ import annotations

from typing import NamedTuple


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
        if self.bbox is None or not self.words:
            return self.bbox
        first, last = self.offset + max(start, self.start) - self.start, self.offset + min(end, self.end) - self.start
        places = memoryview(self.words).cast("f")
        left = max((i for i in range(0, len(places), 3) if places[i] <= first), default=0)
        right = max((i for i in range(left, len(places), 3) if places[i] < last), default=left)
        return BBox(places[left + 1], self.bbox.top, places[right + 2], self.bbox.bottom)


class Text(NamedTuple):
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
