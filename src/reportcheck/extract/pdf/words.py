"""pdfium's text of a page -> words with boxes: two box calls a word, and no call a character."""

from __future__ import annotations

import re
from itertools import pairwise
from struct import iter_unpack
from typing import Any, NamedTuple

from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.extract.pdf.sheet import BOLD, ITALIC

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""pdfium marks a hyphen at a line's end, and then says nothing of the line's end."""
_LEADERS = re.compile(r"(?:[.·…_]\s?){4,}|[.·…_]{4,}")
_UNMAPPED = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_BULLETS = re.compile(r"[\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8\uf076\uf02d\uf0e0\uf06e]")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi(?!light)|,bd|-bd\b", re.I)
_ITALIC_NAME = re.compile(r"italic|oblique|,it\b|-it\b", re.I)
_SPELT = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xFFFE: "-", 0xAD: "-", 0x02: "-", 0x200B: "", 0xFEFF: "", 0x2010: "-", 0x2011: "-",
}  # fmt: skip
"""Ligatures, and the hyphens that pdfium marks at a line's end, as people would type them."""


class Ink(NamedTuple):
    """How a run of text is drawn: size, style, direction in quarter turns (-1 askew), and whether it can be seen."""

    size: float
    style: int
    quarter: int
    unseen: bool
    white: bool


class Print(NamedTuple):
    """The words of a page in the file's own coordinates, from the bottom left corner, in lists of equal length."""

    texts: list[str]
    firsts: list[Corner]
    """Left, top, right and bottom of each word's first character."""
    lasts: list[Corner]
    origins: list[tuple[float, float]]
    """Where the run of text that a word is part of starts: its words share their base line."""
    inks: list[Ink]
    spaces: list[bool]
    """Whether a space is printed before the word."""
    unread: float
    """The share of the page's characters that have no meaning."""
    kinds: frozenset[Ink] = frozenset()
    """The inks, each once."""


Corner = tuple[float, float, float, float]
NOTHING = Print([], [], [], [], [], [], 0.0)


def printed(text_page: Any) -> Print:
    """The words of a page."""
    lib = pdfium()[1]
    text = page_text(text_page)
    spans = _spans(text)
    if not spans:
        return NOTHING
    ffi = pdfium()[0]
    inks: dict[Any, tuple[Ink, tuple[float, float]]] = {}
    found: list[Ink] = []
    texts: list[str] = []
    spaces: list[bool] = []
    origins: list[tuple[float, float]] = []
    reader = InkReader(text_page)
    object_of, box_of = lib.FPDFText_GetTextObject, lib.FPDFText_GetLooseCharBox
    boxes = ffi.new("FS_RECTF[]", 2 * len(text))
    box = boxes + 0
    for start, end in spans:
        holder = object_of(text_page, start)
        word = text[start:end]
        if end - start > 1 and not word[-1].isalpha() and object_of(text_page, end - 1) != holder:
            runs = _runs(text_page, start, end, object_of, reader)
            spans[len(texts) : len(texts) + 1] = runs  # The loop comes to the later ones in their turn.
            end = runs[0][1]
            word = text[start:end]
        box_of(text_page, start, box)
        box += 1
        box_of(text_page, end - 1, box)
        box += 1
        known = inks.get(holder)
        if known is None:
            known = inks[holder] = reader.ink(start, holder), reader.origin(start)
        if not word.isascii() or "\x02" in word:
            word = word.translate(_SPELT)
        texts.append(word)
        found.append(known[0])
        origins.append(known[1])
        spaces.append(start == 0 or text[start - 1] in " \xa0")
    unread = 0 if text.isascii() else len(_UNMAPPED.findall(text)) - len(_BULLETS.findall(text))
    corners = list(iter_unpack("4f", ffi.buffer(boxes, 32 * len(texts))))
    kinds = frozenset([ink for ink, _ in inks.values()])
    return Print(texts, corners[0::2], corners[1::2], origins, found, spaces, unread / len(text), kinds)


def _runs(text_page: Any, start: int, end: int, object_of: Any, reader: InkReader) -> list[tuple[int, int]]:
    """A word cut where the size of its type changes: a footnote's mark is no part of the figure before it."""
    first = object_of(text_page, start)
    size = reader.ink(start, first).size
    cuts = [start]
    for at in range(start + 1, end):
        holder = object_of(text_page, at)
        if holder != first:
            other = reader.ink(at, holder).size
            if not 0.85 * size <= other <= size / 0.85:
                cuts.append(at)
                size = other
            first = holder
    return list(pairwise([*cuts, end]))


def page_text(text_page: Any) -> str:
    """The page's characters, one for each of pdfium's numbers."""
    ffi, lib = pdfium()
    count = lib.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = ffi.new("unsigned short[]", count + 1)
    got = lib.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(ffi.buffer(buffer))[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (lib.FPDFText_GetUnicode(text_page, i) for i in range(count))
    return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the words start and end; a row of dots that leads the eye to a number is white space."""
    if "...." in text or "____" in text or ". . ." in text or "…" in text or "····" in text:
        text = _LEADERS.sub(lambda m: " " * len(m.group()), text)
    return [m.span() for m in _WORD.finditer(text)]


class InkReader:
    """Asks pdfium how runs of a page's text are drawn, with room made once for its answers."""

    __slots__ = ("channels", "colour", "fonts", "lib", "matrix", "null", "page", "point", "points")

    def __init__(self, text_page: Any) -> None:
        ffi, self.lib = pdfium()
        self.page = text_page
        self.matrix = ffi.new("FS_MATRIX*")
        self.colour = ffi.new("unsigned int[4]")
        self.channels = tuple(self.colour + i for i in range(4))
        self.point = ffi.new("double[2]")
        self.points = self.point, self.point + 1
        self.null = ffi.NULL
        self.fonts: dict[Any, int] = {}

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character starts, on its base line."""
        point = self.point
        self.lib.FPDFText_GetCharOrigin(self.page, index, *self.points)
        return point[0], point[1]

    def ink(self, index: int, holder: Any) -> Ink:
        """How the run of text that holds character `index` is drawn."""
        lib = self.lib
        size = abs(lib.FPDFText_GetFontSize(self.page, index))
        if holder == self.null:
            return Ink(size, 0, 0, False, False)
        quarter, m = 0, self.matrix
        if lib.FPDFPageObj_GetMatrix(holder, m):
            size *= (m.c * m.c + m.d * m.d) ** 0.5 or 1.0
        turns = -lib.FPDFText_GetCharAngle(self.page, index) / 1.5707963  # pdfium counts clockwise
        if turns:
            quarter = round(turns) % 4 if abs(turns - round(turns)) < 0.08 else -1
        font = lib.FPDFTextObj_GetFont(holder)
        style = self.fonts.get(font)
        if style is None:
            style = self.fonts[font] = _style(font)
        unseen = lib.FPDFTextObj_GetTextRenderMode(holder) == 3
        white, c = False, self.colour
        if lib.FPDFPageObj_GetFillColor(holder, *self.channels):
            white = c[0] >= 250 and c[1] >= 250 and c[2] >= 250
            unseen = unseen or c[3] == 0
        return Ink(size, style, quarter, unseen, white)


def _style(font: Any) -> int:
    ffi, lib = pdfium()
    if font == ffi.NULL:
        return 0
    buffer = ffi.new("char[]", 256)
    lib.FPDFFont_GetBaseFontName(font, buffer, 255)
    name = ffi.string(buffer).decode("latin-1")
    flags = lib.FPDFFont_GetFlags(font)
    bold = _BOLD_NAME.search(name) or (flags > 0 and flags & 0x40000)
    italic = _ITALIC_NAME.search(name) or (flags > 0 and flags & 0x40)
    return (BOLD if bold else 0) | (ITALIC if italic else 0)


def reading_quarter(words: Print) -> int:
    """The direction, in quarter turns, in which most of the characters run."""
    quarters = {ink.quarter for ink in words.kinds}
    if len(quarters) == 1:
        return max(quarters.pop(), 0)
    count = [0, 0, 0, 0, 0]
    for text, ink in zip(words.texts, words.inks, strict=True):
        count[ink.quarter] += len(text)
    return max(range(4), key=lambda q: (count[q], -q))
