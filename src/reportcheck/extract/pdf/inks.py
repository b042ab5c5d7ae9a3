"""How a page's runs of text are drawn: size, style, direction, whether they can be seen, and where they start."""

from __future__ import annotations

import re
from itertools import repeat
from math import atan2, hypot, pi
from struct import unpack
from typing import Any, NamedTuple

from reportcheck.extract.pdf.pdfium import exhaust, pdfium, room, unpacked
from reportcheck.extract.pdf.sheet import BOLD, ITALIC
from reportcheck.patterns import pattern

_BOLD_NAME = pattern(r"bold|black|heavy|semibd|demi(?!light)|,bd|-bd\b", re.I)
_ITALIC_NAME = pattern(r"italic|oblique|,it\b|-it\b", re.I)


class Ink(NamedTuple):
    """How a run of text is drawn: size, style, direction in quarter turns (-1 askew), and whether it can be seen."""

    size: float
    style: int
    quarter: int
    unseen: bool
    white: bool


BLACK = (0, 0, 0, 255)
Origin = tuple[float, float]
"""Where a run of text starts, across and up the page: its words share their base line."""
Run = tuple[Ink, Origin]


class InkReader:
    """Asks pdfium how runs of a page's text are drawn, each question for all of them at once."""

    __slots__ = ("found", "known", "page", "styles")

    def __init__(self, text_page: Any) -> None:
        self.page = text_page
        self.found: dict[int, Run] = {}
        self.known: dict[tuple[Any, ...], Ink] = {}
        self.styles: dict[int, int] = {}

    def runs(self, firsts: dict[int, int]) -> dict[int, Run]:
        """pdfium's text objects, each with the number of a character in it -> the runs of text asked for so far."""
        if self.found:
            firsts = {holder: index for holder, index in firsts.items() if holder not in self.found}
        lib = pdfium()[1]
        page, indexes, count = repeat(self.page), firsts.values(), len(firsts)
        matrices, places = room("FS_MATRIX", count)
        exhaust(map(lib.FPDFText_GetMatrix, page, indexes, places))
        colours, channels = room("unsigned int", 4 * count)
        channel = iter(channels)
        filled = list(map(lib.FPDFPageObj_GetFillColor, firsts, channel, channel, channel, channel))
        sizes = map(lib.FPDFText_GetFontSize, page, indexes)
        fonts = map(lib.FPDFTextObj_GetFont, firsts)
        modes = map(lib.FPDFTextObj_GetTextRenderMode, firsts)
        shapes = unpacked("16s2f", matrices, count)
        found, known = self.found, self.known
        last = ink = None
        for holder, (shape, x, y), size, font, mode, fill, (colour,) in zip(
            firsts, shapes, sizes, fonts, modes, filled, unpacked("16s", colours, count), strict=True
        ):
            key = (shape, size, font, mode, fill and colour)
            if ink is None or key != last:  # Most runs are drawn as the one before: no need to hash what they share.
                last, ink = key, known.get(key)
                if ink is None:
                    channels_of = unpack("4I", colour) if fill else BLACK
                    ink = known[key] = self._ink(unpack("4f", shape), abs(size), font, mode, channels_of)
            found[holder] = ink, (x, y)
        return found

    def _ink(self, matrix: tuple[float, ...], size: float, font: int, mode: int, colour: tuple[int, ...]) -> Ink:
        if not font:
            return Ink(size, 0, 0, False, False)
        a, _, c, d = matrix
        turns = atan2(-c, a) / (pi / 2)  # The matrix turns clockwise.
        quarter = round(turns) % 4 if abs(turns - round(turns)) < 0.08 else -1
        style = self.styles.get(font)
        if style is None:
            style = self.styles[font] = _style(font)
        red, green, blue, opaque = colour
        return Ink(size * (hypot(c, d) or 1.0), style, quarter, mode == 3 or not opaque, min(red, green, blue) >= 250)


def _style(font: int) -> int:
    ffi, lib = pdfium()
    buffer = ffi.new("char[]", 256)
    lib.FPDFFont_GetBaseFontName(font, buffer, 255)
    name = ffi.string(buffer).decode("latin-1")
    flags = lib.FPDFFont_GetFlags(font)
    bold = _BOLD_NAME.search(name) or (flags > 0 and flags & 0x40000)
    italic = _ITALIC_NAME.search(name) or (flags > 0 and flags & 0x40)
    return (BOLD if bold else 0) | (ITALIC if italic else 0)
