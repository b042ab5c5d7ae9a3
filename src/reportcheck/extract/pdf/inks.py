"""How a page's runs of text are drawn: size, style, direction, whether they can be seen, and where they start."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.extract.pdf.sheet import BOLD, ITALIC

_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi(?!light)|,bd|-bd\b", re.I)
_ITALIC_NAME = re.compile(r"italic|oblique|,it\b|-it\b", re.I)


class Ink(NamedTuple):
    """How a run of text is drawn: size, style, direction in quarter turns (-1 askew), and whether it can be seen."""

    size: float
    style: int
    quarter: int
    unseen: bool
    white: bool


Origin = tuple[float, float]
"""Where a run of text starts: its words share their base line."""
Run = tuple[Ink, Origin]


class InkReader:
    """Asks pdfium how runs of a page's text are drawn, with room made once for its answers."""

    __slots__ = ("channels", "colour", "fonts", "lib", "matrix", "page", "point", "points")

    def __init__(self, text_page: Any) -> None:
        ffi, self.lib = pdfium()
        self.page = text_page
        self.matrix = ffi.new("FS_MATRIX*")
        self.colour = ffi.new("unsigned int[4]")
        self.channels = tuple(self.colour + i for i in range(4))
        self.point = ffi.new("double[2]")
        self.points = self.point, self.point + 1
        self.fonts: dict[int, int] = {}

    def run(self, index: int, holder: int) -> Run:
        """The run of text, pdfium's object `holder`, that begins with character `index`."""
        self.lib.FPDFText_GetCharOrigin(self.page, index, *self.points)
        return self.ink(index, holder), (self.point[0], self.point[1])

    def ink(self, index: int, holder: int) -> Ink:
        """How the run of text that holds character `index` is drawn."""
        lib = self.lib
        size = abs(lib.FPDFText_GetFontSize(self.page, index))
        if not holder:
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


def _style(font: int) -> int:
    if not font:
        return 0
    ffi, lib = pdfium()
    buffer = ffi.new("char[]", 256)
    lib.FPDFFont_GetBaseFontName(font, buffer, 255)
    name = ffi.string(buffer).decode("latin-1")
    flags = lib.FPDFFont_GetFlags(font)
    bold = _BOLD_NAME.search(name) or (flags > 0 and flags & 0x40000)
    italic = _ITALIC_NAME.search(name) or (flags > 0 and flags & 0x40)
    return (BOLD if bold else 0) | (ITALIC if italic else 0)
