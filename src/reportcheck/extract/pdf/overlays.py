"""Annotations of a page that are part of what people see, filled fields and typed notes -> drawn into the page."""

from __future__ import annotations

from typing import Any

from reportcheck.extract.pdf.pdfium import pdfium

FREE_TEXT, SQUARE, STAMP, WIDGET, REDACT = 3, 5, 13, 20, 28
_SHOWN = {FREE_TEXT, SQUARE, STAMP, WIDGET, REDACT}
"""pdfium's numbers of the kinds of annotation that hold words, or hide some; links and comments do neither."""
HIDDEN = 2 | 32
"""The flags of what nobody sees."""
DRAW_THEM = 1
MOST = 5_000


def with_overlays(page: Any) -> tuple[bool, int]:
    """Make the annotations of a page a part of it: whether it is to be loaded anew, and how many cannot be drawn."""
    lib = pdfium()[1]
    count = lib.FPDFPage_GetAnnotCount(page)
    if count < 1:
        return False, 0
    shown, bare = _annotations(page, min(count, MOST))
    if not shown:
        return False, 0
    if bare:
        _have_drawn(page)
        bare = _annotations(page, min(count, MOST))[1]
    return lib.FPDFPage_Flatten(page, 0) == 1, bare


def _annotations(page: Any, count: int) -> tuple[int, int]:
    """How many annotations show something, and how many of these have words and no picture of them."""
    ffi, lib = pdfium()
    shown = bare = 0
    for at in range(count):
        note = lib.FPDFPage_GetAnnot(page, at)
        if note == ffi.NULL:
            continue
        kind = lib.FPDFAnnot_GetSubtype(note)
        if kind in _SHOWN and not lib.FPDFAnnot_GetFlags(note) & HIDDEN:
            shown += 1
            key = {WIDGET: b"V", FREE_TEXT: b"Contents"}.get(kind)
            drawn = lib.FPDFAnnot_HasKey(note, b"AP")
            bare += bool(key and not drawn and lib.FPDFAnnot_GetStringValue(note, key, ffi.NULL, 0) > 2)
        lib.FPDFPage_CloseAnnot(note)
    return shown, bare


def _have_drawn(page: Any) -> None:
    """Have pdfium draw the fields whose values came without a picture: it does so when a page is shown."""
    ffi, lib = pdfium()
    bitmap = lib.FPDFBitmap_CreateEx(1, 1, 1, ffi.NULL, 0)
    if bitmap != ffi.NULL:
        lib.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 1, 1, 0, DRAW_THEM)
        lib.FPDFBitmap_Destroy(bitmap)
