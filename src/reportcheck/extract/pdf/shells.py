"""Files whose pages are not the paper: portfolios, and forms that one reader alone draws; what objects name."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

from reportcheck.errors import PaperError
from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.patterns import pattern

_PACKED = pattern(rb"/Type\s*/ObjStm\b.{0,400}?\bstream\r?\n", re.S)
MOST_PACKED = 64 * 2**20
"""Bytes of packed objects that are looked through."""
DYNAMIC, STATIC = 2, 3
"""pdfium's numbers of the forms of the XML kind."""
FEW_WORDS = 120
"""The page that stands in for a dynamic form says that it cannot be shown, and no more."""


def refuse_shell(handle: Any, data: bytes, name: str) -> None:
    """PaperError where the pages that can be read are only the cover of what the file holds."""
    lib = pdfium()[1]
    count = lib.FPDFDoc_GetAttachmentCount(handle)
    if count > 0 and names(data, b"/Collection"):
        raise PaperError(
            name,
            f"is a portfolio: the paper is in the {count} file{'s' * (count > 1)} inside it, and its page is a cover.",
            "Take the files out with a PDF reader and audit these.",
        )
    kind = lib.FPDF_GetFormType(handle)
    if kind == DYNAMIC or (kind == STATIC and _stands_in(handle)):
        raise PaperError(
            name,
            "is a dynamic form, which only Adobe's reader can show: its page only says so.",
            "Open it there, print it to PDF and audit that.",
        )


def names(data: bytes, word: bytes) -> bool:
    """Whether the file's objects name something; not known, and so False, where they are locked."""
    return word in data or any(word in packed for packed in _unpacked(data))


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The objects that are packed into streams."""
    room = MOST_PACKED
    for found in _PACKED.finditer(data):
        try:
            packed = zlib.decompressobj().decompress(data[found.end() : found.end() + room], room)
        except zlib.error:
            continue
        yield packed
        room -= len(packed)
        if room <= 0:
            return


def _stands_in(handle: Any) -> bool:
    """Whether all that a file shows is one page of few words and no fields."""
    ffi, lib = pdfium()
    if lib.FPDF_GetPageCount(handle) != 1:
        return False
    page = lib.FPDF_LoadPage(handle, 0)
    if page == ffi.NULL:
        return False
    text_page = lib.FPDFText_LoadPage(page)
    letters = lib.FPDFText_CountChars(text_page) if text_page != ffi.NULL else 0
    fields = lib.FPDFPage_GetAnnotCount(page)
    lib.FPDFText_ClosePage(text_page)
    lib.FPDF_ClosePage(page)
    return letters < 6 * FEW_WORDS and fields < 1
