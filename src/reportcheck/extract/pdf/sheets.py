"""A page of an open PDF -> its Sheet: loads the page, turns it the way its words run, drops what nobody can see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reportcheck.extract.pdf.inks import Ink
from reportcheck.extract.pdf.overlays import with_overlays
from reportcheck.extract.pdf.paths import Drawing, Segment, draw
from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.extract.pdf.placing import placed, turned
from reportcheck.extract.pdf.seen import seen_only
from reportcheck.extract.pdf.sheet import Area, Box, Sheet, Stroke, Word
from reportcheck.extract.pdf.words import NOTHING, Print, printed, reading_quarters

FLAT = 0.6
"""How far, in points, the ends of a level rule may differ in height."""
SHORT = 0.9
"""A segment shorter than this is a dot."""
SHADE = 0.9
"""White words can be read on anything darker than this."""


class PageLost(Exception):
    """The page cannot be loaded."""


def load_sheet(handle: Any, number: int, layers: bool = False) -> Sheet:
    """The page of that number (from 1)."""
    lib = pdfium()[1]
    page, undrawn = _loaded(handle, number)
    try:
        words = _words(page)
        drawing = draw(page, words.holders, areas=any(ink.white for ink in words.kinds))
        frame = _frame(page)
        words, unseen = seen_only(page, words, drawing, frame, layers, lambda: _words(page))
        sheet = _turned_sheet(number, words, drawing, frame, lib.FPDFPage_GetRotation(page) % 4)
        return _with_problems(sheet, unseen, undrawn) if unseen or undrawn else sheet
    finally:
        lib.FPDF_ClosePage(page)


def _with_problems(sheet: Sheet, unseen: int, undrawn: int) -> Sheet:
    """The sheet with what is told of words that nobody sees, and of fields that cannot be read."""
    hidden, left_out = [sheet.hidden] * bool(sheet.hidden), sheet.left_out
    if unseen:
        hidden.insert(0, f"{unseen} word{'s' * (unseen > 1)} covered or on a layer switched off")
    if undrawn:
        one = undrawn == 1
        left_out = f"{undrawn} field{'s' * (not one)} or note{'s' * (not one)} that {'is' if one else 'are'} filled in"
        left_out += f" but not drawn {'was' if one else 'were'} not read"
    return replace(sheet, hidden=" and ".join(hidden), left_out=left_out)


def _words(page: Any) -> Print:
    ffi, lib = pdfium()
    text_page = lib.FPDFText_LoadPage(page)
    try:
        return printed(text_page) if text_page != ffi.NULL else NOTHING
    finally:
        lib.FPDFText_ClosePage(text_page)


def _loaded(handle: Any, number: int) -> tuple[Any, int]:
    """The open page of that number, its annotations made part of it, and how many of these could not be."""
    ffi, lib = pdfium()
    page = lib.FPDF_LoadPage(handle, number - 1)
    if page == ffi.NULL:
        raise PageLost
    changed, undrawn = with_overlays(page)
    if changed:
        lib.FPDF_ClosePage(page)
        page = lib.FPDF_LoadPage(handle, number - 1)
        if page == ffi.NULL:
            raise PageLost
    return page, undrawn


def _frame(page: Any) -> Segment:
    """The part of the plane that the page shows: left, bottom, right, top."""
    ffi, lib = pdfium()
    rect = ffi.new("FS_RECTF*")
    if lib.FPDF_GetPageBoundingBox(page, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)


def _turned_sheet(number: int, raw: Print, drawing: Drawing, frame: Segment, shown: int) -> Sheet:
    """The page turned so that most of its words read level, and once more for those that then run up or down."""
    quarters = reading_quarters(raw) or [shown]
    sheet = _sheet(number, raw, drawing, frame, shown, quarters[0])
    if len(quarters) < 2:
        return sheet
    return replace(sheet, beside=_sheet(number, raw, drawing, frame, shown, quarters[1]))


def _sheet(number: int, raw: Print, drawing: Drawing, frame: Segment, shown: int, quarter: int) -> Sheet:
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    if quarter % 2:
        width, height = height, width
    place = turned(frame, quarter)
    areas = tuple(Area(*place(*box), tone) for box, tone in drawing.areas)
    images = tuple(place(*box) for box in drawing.images)
    words, inks = placed(raw, frame, quarter, width, height)
    hidden, traced = "", False
    faint = {id(ink) for (ink, _), _ in raw.runs if ink.unseen or ink.white}
    if faint:
        at = [number for number, ink in enumerate(inks) if id(ink) in faint]
        words, hidden, traced = _seen(words, inks, at, areas, images, width * height)
    return Sheet(
        number=number,
        width=width,
        height=height,
        words=tuple(words),
        strokes=tuple(_strokes(drawing.segments, place)),
        areas=areas,
        images=images,
        turn=90 * ((quarter - shown) % 4),
        hidden=hidden,
        unread=raw.unread,
        traced=traced,
        largest=max((ink.size for ink in raw.kinds), default=0.0),
    )


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
        left, top, right, bottom = place(x0, y0, x1, y1)
        found.append(new(Stroke, (left, top, right, bottom, right - left >= bottom - top)))
    return found


def _seen(
    words: list[Word],
    inks: list[Ink],
    faint: list[int],
    areas: tuple[Area, ...],
    images: tuple[Box, ...],
    surface: float,
) -> tuple[list[Word], str, bool]:
    """The words that people can see; words that are not drawn count where they lie over a picture of the page.

    `faint` are the numbers of those that are white or not drawn.
    """
    unseen = sum(len(words[at].text) for at in faint if inks[at].unseen)
    if unseen and any((b[2] - b[0]) * (b[3] - b[1]) > surface / 2 for b in images):
        return words, "", unseen * 2 > sum(len(w.text) for w in words)
    behind = [*((a.x0, a.top, a.x1, a.bottom) for a in areas if a.tone < SHADE), *images]
    gone: set[int] = set()
    hidden = white = 0
    for at in faint:
        word = words[at]
        if inks[at].unseen:
            hidden += _says_something(word)
            gone.add(at)
        elif not _lies_on(word, behind):
            white += _says_something(word)
            gone.add(at)
    told = []
    if hidden:
        told.append(f"{hidden} hidden word{'s' * (hidden > 1)}")
    if white:
        told.append(f"{white} word{'s' * (white > 1)} in white on white")
    kept = [word for at, word in enumerate(words) if at not in gone] if gone else words
    return kept, " and ".join(told), False


def _says_something(word: Word) -> bool:
    """Whether a word has a letter or a digit: a stray sign is not worth a report."""
    return any(map(str.isalnum, word.text))


def _lies_on(word: Word, boxes: list[Box]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)
