"""A page of an open PDF -> its Sheet: loads the page, turns it the way its words run, drops what nobody can see."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from reportcheck.extract.pdf.inks import Ink
from reportcheck.extract.pdf.paths import Drawing, Segment, draw
from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.extract.pdf.sheet import Area, Box, Sheet, Stroke, Word
from reportcheck.extract.pdf.words import NOTHING, Print, printed, reading_quarter

FLAT = 0.6
"""How far, in points, the ends of a level rule may differ in height."""
SHORT = 0.9
"""A segment shorter than this is a dot."""
SHADE = 0.9
"""White words can be read on anything darker than this."""


class PageLost(Exception):
    """The page cannot be loaded."""


def load_sheet(handle: Any, number: int) -> Sheet:
    """The page of that number (from 1)."""
    ffi, lib = pdfium()
    page = lib.FPDF_LoadPage(handle, number - 1)
    if page == ffi.NULL:
        raise PageLost
    try:
        text_page = lib.FPDFText_LoadPage(page)
        try:
            words = printed(text_page) if text_page != ffi.NULL else NOTHING
        finally:
            lib.FPDFText_ClosePage(text_page)
        drawing = draw(page, words.holders, areas=any(ink.white for ink in words.kinds))
        return _sheet(number, words, drawing, _frame(page), lib.FPDFPage_GetRotation(page) % 4)
    finally:
        lib.FPDF_ClosePage(page)


def _frame(page: Any) -> Segment:
    """The part of the plane that the page shows: left, bottom, right, top."""
    ffi, lib = pdfium()
    rect = ffi.new("FS_RECTF*")
    if lib.FPDF_GetPageBoundingBox(page, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)


def turned(frame: Segment, quarter: int) -> Callable[[float, float, float, float], Box]:
    """What takes a box of the file (left, bottom, right, top) to the page turned so that `quarter` reads level."""
    left, low, right, high = frame
    if quarter == 0:
        return lambda x0, y0, x1, y1: (x0 - left, high - y1, x1 - left, high - y0)
    if quarter == 1:
        return lambda x0, y0, x1, y1: (y0 - low, x0 - left, y1 - low, x1 - left)
    if quarter == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - low, right - x0, y1 - low)
    return lambda x0, y0, x1, y1: (high - y1, right - x1, high - y0, right - x0)


def _sheet(number: int, raw: Print, drawing: Drawing, frame: Segment, shown: int) -> Sheet:
    quarter = reading_quarter(raw) if raw.texts else shown
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    if quarter % 2:
        width, height = height, width
    place = turned(frame, quarter)
    areas = tuple(Area(*place(*box), tone) for box, tone in drawing.areas)
    images = tuple(place(*box) for box in drawing.images)
    words, inks, aside = _placed(raw, frame, quarter, width, height)
    hidden, traced = "", False
    if any(ink.unseen or ink.white for ink in raw.kinds):
        words, hidden, traced = _seen(words, inks, areas, images, width * height)
    return Sheet(
        number=number,
        width=width,
        height=height,
        words=tuple(words),
        aside=aside,
        strokes=tuple(_strokes(drawing.segments, place)),
        areas=areas,
        images=images,
        turn=90 * ((quarter - shown) % 4),
        hidden=hidden,
        unread=raw.unread,
        traced=traced,
    )


def _placed(
    raw: Print, frame: Segment, quarter: int, width: float, height: float
) -> tuple[list[Word], list[Ink], tuple[Word, ...]]:
    """The words that run with the page and their inks, and those that run up or down it; the rest is gone."""
    left, low, right, high = frame
    place = turned(frame, quarter)
    new = tuple.__new__  # Half of the time of Word(...), once for each word of a pack.
    words: list[Word] = []
    inks: list[Ink] = []
    aside: list[Word] = []
    each = zip(raw.texts, raw.ends, raw.spaces, strict=True)
    for (ink, (x, y)), count in raw.runs:
        size, style, turn, _, _ = ink
        line = (high - y, x - left, y - low, right - x)[quarter]
        kept = [] if turn < 0 else words if turn == quarter else aside
        for text, (a0, a1, a2, a3, b0, b1, b2, b3), space in islice(each, count):
            x0, top = (a0 if a0 < b0 else b0), (a1 if a1 > b1 else b1)
            x1, bottom = (a2 if a2 > b2 else b2), (a3 if a3 < b3 else b3)
            if quarter:
                x0, top, x1, bottom = place(x0, bottom, x1, top)
            else:
                x0, top, x1, bottom = x0 - left, high - top, x1 - left, high - bottom
            if x1 < 0.0 or bottom < 0.0 or x0 > width or top > height:
                continue
            base = line if top <= line <= bottom + 2.0 else bottom
            kept.append(new(Word, (text, x0, top, x1, bottom, base, size, style, space)))
        inks += [ink] * (len(words) - len(inks))
    return words, inks, tuple(aside)


def _strokes(segments: list[Segment], place: Callable[[float, float, float, float], Box]) -> list[Stroke]:
    found = []
    new = tuple.__new__  # As for words.
    for x0, y0, x1, y1 in dict.fromkeys(segments):
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        wide, high = x1 - x0, y1 - y0
        if (high > FLAT and wide > FLAT) or (wide < SHORT and high < SHORT):
            continue
        box = place(x0, y0, x1, y1)
        found.append(new(Stroke, (*box, box[2] - box[0] >= box[3] - box[1])))
    return found


def _seen(
    words: list[Word], inks: list[Ink], areas: tuple[Area, ...], images: tuple[Box, ...], surface: float
) -> tuple[list[Word], str, bool]:
    """The words that people can see; words that are not drawn count where they lie over a picture of the page."""
    pairs = list(zip(words, inks, strict=True))
    unseen = sum(len(w.text) for w, ink in pairs if ink.unseen)
    if unseen and any((b[2] - b[0]) * (b[3] - b[1]) > surface / 2 for b in images):
        return words, "", unseen * 2 > sum(len(w.text) for w in words)
    kept, hidden, white = [], 0, 0
    for word, ink in pairs:
        if ink.unseen:
            hidden += _says_something(word)
        elif ink.white and not _on_dark(word, areas, images):
            white += _says_something(word)
        else:
            kept.append(word)
    told = []
    if hidden:
        told.append(f"{hidden} hidden word{'s' * (hidden > 1)}")
    if white:
        told.append(f"{white} word{'s' * (white > 1)} in white on white")
    return kept, " and ".join(told), False


def _says_something(word: Word) -> bool:
    """Whether a word has a letter or a digit: a stray sign is not worth a report."""
    return any(map(str.isalnum, word.text))


def _on_dark(word: Word, areas: tuple[Area, ...], images: tuple[Box, ...]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(a.x0 <= x <= a.x1 and a.top <= y <= a.bottom and a.tone < SHADE for a in areas) or any(
        b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in images
    )
