"""pdfium's characters of a page -> where its words start, how they are spelt, how many characters mean nothing."""

from __future__ import annotations

from typing import Any

from reportcheck.extract.pdf.pdfium import pdfium
from reportcheck.patterns import pattern

_WORD = pattern(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""pdfium marks a hyphen at a line's end, and then says nothing of the line's end."""
_HYPHENS = ("\x02", "\ufffe")
_BLANK = pattern(r"[\s\x00-\x01\x03-\x1f]")
_LEADERS = pattern(r"(?:[.·…_]\s?){4,}|[.·…_]{4,}")
_UNMAPPED = pattern(r"[\x00-\x01\x03-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_BULLETS = pattern(r"[\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8\uf076\uf02d\uf0e0\uf06e]")
_MAY_RUN_LEFT = pattern(r"[^\x00-\u058f\u2000-\u2bff\ue000-\uf8ff\ufb00-\ufb06\ufffe]")
_TO_THE_RIGHT = bytes([*range(0x05), *range(0x20, 0x2C), *range(0xE0, 0xF9)])
"""Blocks of 256 letters and signs none of which runs from right to left."""
_SPELT = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xFFFE: "-", 0xAD: "-", 0x02: "-", 0x200B: "", 0xFEFF: "", 0x2010: "-", 0x2011: "-", 0xA78F: "·",
}  # fmt: skip
"""Ligatures, the hyphens that pdfium marks at a line's end, and a letter like a dot, as people would type them."""
_RESPELT = tuple(map(chr, _SPELT))


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


def is_plain(text: str) -> bool:
    """Whether a text is of signs that print, plain spaces and ends of lines: no other control codes, none unmapped."""
    without = text.replace("\r\n", "")
    for hyphen in _HYPHENS:
        without = without.replace(hyphen, "")
    return without.isprintable() and "\ufffd" not in text


def words_in(text: str, plain: bool) -> tuple[list[int], list[str]]:
    """Where the words start, and the words; a row of dots that leads the eye to a number is white space."""
    if "...." in text or "____" in text or ". . ." in text or "…" in text or "····" in text:
        text = _LEADERS.sub(lambda m: " " * len(m.group()), text)
    spaced = text.replace("\r", " ").replace("\n", " ") if plain else _BLANK.sub(" ", text)
    parts = spaced.split(" ")
    hyphens = any(hyphen in text for hyphen in _HYPHENS)
    words = [] if hyphens else list(filter(None, parts))
    starts: list[int] = []
    at = 0
    for part in parts:
        if hyphens and not part.isprintable():
            for word in _WORD.finditer(part):
                starts.append(at + word.start())
                words.append(word.group())
        elif part:
            starts.append(at)
            if hyphens:
                words.append(part)
        at += len(part) + 1
    return starts, words


def spelt(words: list[str], text: str) -> list[str]:
    """The words of a text as people would type them."""
    if not any(mark in text for mark in _RESPELT):
        return words
    return [word if word.isascii() and "\x02" not in word else word.translate(_SPELT) for word in words]


def may_run_left(text: str) -> bool:
    """Whether a text has letters that run from right to left, or others that need not be told from them."""
    blocks = text.encode("utf-16-le")[1::2]  # A tenth of the time of a search.
    return bool(blocks.translate(None, _TO_THE_RIGHT)) and _MAY_RUN_LEFT.search(text) is not None


def unread_share(text: str) -> float:
    """The share of a text's characters that have no meaning: those that nothing maps to a letter may be codes."""
    return (len(_UNMAPPED.findall(text)) - len(_BULLETS.findall(text))) / len(text)
