"""Text that is drawn and not seen, under something drawn later or on a layer switched off -> taken off the page.

Whether it is seen is told by the picture of the page: what changes nothing in it when it is left out, nobody sees.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate, compress, islice
from math import inf
from typing import Any, NamedTuple

from reportcheck.extract.pdf.paths import Drawing, Segment
from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.extract.pdf.placing import turned
from reportcheck.extract.pdf.sheet import Box
from reportcheck.extract.pdf.words import Print

SMALLEST = 3.0
"""Points: what is lower or narrower covers no figure."""
SCALE, MOST = 1.5, 1600.0
"""Dots of the picture for each point of the page, and on a side of it."""
GREY, WHITE = 1, 0xFFFFFFFF
LAYER = [ord("O"), ord("C")]
"""The mark around what stands on a layer."""


class Picture(NamedTuple):
    """A part of a page in grey, a byte a dot; how many dots of the page are left of it and over it, and for a point."""

    dots: bytes
    stride: int
    high: int
    left: int
    top: int
    scale: float


def seen_only(
    page: Any, raw: Print, drawing: Drawing, frame: Segment, layers: bool, read: Callable[[], Print]
) -> tuple[Print, int]:
    """The words of a page that are seen, and how many are not; `read` reads the page anew without these."""
    doubtful = covered(raw, drawing)
    if layers:
        doubtful |= {text for text in drawing.order if _on_layer(text)}
    lib = pdfium()[1]
    place = turned(frame, lib.FPDFPage_GetRotation(page) % 4)
    places = {(text, box): place(*box) for text, box in _each_word(raw) if text in doubtful} if doubtful else {}
    pictures = _with_and_without(page, doubtful, places.values()) if places else None
    if pictures is None:
        return raw, 0
    unseen = {word for word, shown in places.items() if _alike(*pictures, shown)}
    left = {text for text, _ in places.keys() - unseen}
    gone = sorted({text for text, _ in unseen} - left)
    for text in gone:
        form = drawing.forms.get(text)
        removed = lib.FPDFFormObj_RemoveObject(form, text) if form else lib.FPDFPage_RemoveObject(page, text)
        if removed:
            lib.FPDFPageObj_Destroy(text)
    words = read() if gone else raw
    partly = {(text, box) for text, box in unseen if text in left}
    return _without(words, partly) if partly else words, len(unseen)


def covered(raw: Print, drawing: Drawing) -> set[int]:
    """The texts that reach into an area drawn after them."""
    late = [(box, count) for box, count in drawing.covers if box[2] - box[0] > SMALLEST and box[3] - box[1] > SMALLEST]
    late = _over_texts(late, [raw.holders[text][1][1] for text in drawing.order]) if late else late
    if not late:  # As where a table is drawn row after row.
        return set()
    number = {text: at for at, text in enumerate(drawing.order)}
    starts = sorted([(y, x, text) for text, (_, (x, y)) in raw.holders.items() if text in number])
    heights = [start[0] for start in starts]
    found: set[int] = set()
    right_of = cache(_right)  # For this page: its objects are gone with it.
    for (x0, y0, x1, y1), count in late:
        for _, x, text in starts[bisect_left(heights, y0) : bisect_right(heights, y1)]:
            if x <= x1 and number[text] < count and (x >= x0 - 1 or right_of(text) > x0):
                found.add(text)
    return found


def _over_texts(late: list[tuple[Segment, int]], heights: list[float]) -> list[tuple[Segment, int]]:
    """The areas that stand where a text drawn before them can: between the lowest and the highest of those."""
    lowest, highest = list(accumulate(heights, min)), list(accumulate(heights, max))
    return [(box, n) for box, n in late if box[3] >= lowest[n - 1] and box[1] <= highest[n - 1]]


def _right(text: int) -> float:
    """Where a text ends; in a form, within it."""
    ffi, lib = pdfium()
    b = ffi.new("float[4]")
    return float(b[2]) if lib.FPDFPageObj_GetBounds(text, b, b + 1, b + 2, b + 3) else -inf


def _each_word(raw: Print) -> Iterator[tuple[int, Segment]]:
    """The text that each word is part of, and its box."""
    boxes = zip(*(raw.ends[at::8] for at in range(8)), strict=True)
    of = {id(run): text for text, run in raw.holders.items()}
    for run, count in raw.runs:
        text = of[id(run)]
        for l0, t0, r0, b0, l1, t1, r1, b1 in islice(boxes, count):
            yield text, (min(l0, l1), min(b0, b1), max(r0, r1), max(t0, t1))


def _without(raw: Print, unseen: set[tuple[int, Segment]]) -> Print:
    """The words without those."""
    kept = [word not in unseen for word in _each_word(raw)]
    each = iter(kept)
    runs = [(run, sum(islice(each, count))) for run, count in raw.runs]
    return raw._replace(
        texts=list(compress(raw.texts, kept)),
        ends=list(compress(raw.ends, [keep for keep in kept for _ in range(8)])),
        spaces=list(compress(raw.spaces, kept)),
        runs=[(run, count) for run, count in runs if count],
    )


def _on_layer(text: int) -> bool:
    """Whether a text is marked as part of a layer, which may be switched off."""
    ffi, lib = pdfium()
    name, used = ffi.new("unsigned short[4]"), ffi.new("unsigned long*")
    for at in range(lib.FPDFPageObj_CountMarks(text)):
        mark = lib.FPDFPageObj_GetMark(text, at)
        if mark and lib.FPDFPageObjMark_GetName(mark, name, 8, used) and used[0] == 6 and list(name)[:2] == LAYER:
            return True
    return False


def _with_and_without(page: Any, texts: set[int], places: Iterable[Box]) -> tuple[Picture, Picture] | None:
    """Those places of the page as they are shown, and as they would be without those texts."""
    lib = pdfium()[1]
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    window = min(lefts), min(tops), max(rights), max(bottoms)
    whole = _picture(page, window)
    for text in texts:
        lib.FPDFPageObj_SetIsActive(text, 0)
    rest = _picture(page, window)
    for text in texts:
        lib.FPDFPageObj_SetIsActive(text, 1)
    return None if whole is None or rest is None else (whole, rest)


def _picture(page: Any, window: Box) -> Picture | None:
    ffi, lib = pdfium()
    wide, high = lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)
    scale = min(SCALE, MOST / max(wide, high, 1.0))
    across, down = max(int(wide * scale), 1), max(int(high * scale), 1)
    left, top, right, bottom = (max(int(side * scale), 0) for side in window)
    right, bottom = min(right + 1, across), min(bottom + 1, down)
    if left >= right or top >= bottom:
        return None
    bitmap = lib.FPDFBitmap_CreateEx(right - left, bottom - top, GREY, ffi.NULL, 0)
    if bitmap == ffi.NULL:
        return None
    lib.FPDFBitmap_FillRect(bitmap, 0, 0, right - left, bottom - top, WHITE)
    lib.FPDF_RenderPageBitmap(bitmap, page, -left, -top, across, down, 0, 0)
    stride = lib.FPDFBitmap_GetStride(bitmap)
    dots = bytes(ffi.buffer(lib.FPDFBitmap_GetBuffer(bitmap), stride * (bottom - top)))
    lib.FPDFBitmap_Destroy(bitmap)
    return Picture(dots, stride, bottom - top, left, top, scale)


def _alike(one: Picture, two: Picture, box: Box) -> bool:
    """Whether two pictures show the same in a box of the page."""
    left, top, right, bottom = (max(int(side * one.scale), 0) for side in box)
    left, right = left - one.left, min(right + 1 - one.left, one.stride)
    lines = range(top - one.top, min(bottom + 1 - one.top, one.high))
    rows = [slice(y * one.stride + left, y * one.stride + right) for y in lines]
    return all(one.dots[row] == two.dots[row] for row in rows)
