"""pdfium's text of a page -> words with boxes: two box calls a word, and no call a character."""

from __future__ import annotations

import re
from itertools import pairwise, repeat
from typing import Any, NamedTuple

from reportcheck.extract.pdf.inks import Ink, InkReader, Run
from reportcheck.extract.pdf.pdfium import exhaust, pdfium, room, unpacked

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""pdfium marks a hyphen at a line's end, and then says nothing of the line's end."""
_LEADERS = re.compile(r"(?:[.·…_]\s?){4,}|[.·…_]{4,}")
_UNMAPPED = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_BULLETS = re.compile(r"[\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8\uf076\uf02d\uf0e0\uf06e]")
_SPELT = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xFFFE: "-", 0xAD: "-", 0x02: "-", 0x200B: "", 0xFEFF: "", 0x2010: "-", 0x2011: "-",
}  # fmt: skip
"""Ligatures, and the hyphens that pdfium marks at a line's end, as people would type them."""


class Print(NamedTuple):
    """The words of a page in the file's own coordinates, from the bottom left corner, in lists of equal length."""

    texts: list[str]
    ends: list[Ends]
    runs: list[Run]
    """The run of text that each word is part of."""
    spaces: list[float]
    """1 where a space is printed before the word, 0 where none is."""
    unread: float
    """The share of the page's characters that have no meaning."""
    kinds: frozenset[Ink] = frozenset()
    """The inks, each once."""


Ends = tuple[float, float, float, float, float, float, float, float]
"""Left, top, right and bottom of a word's first character, and then of its last."""
Span = tuple[int, int]
NOTHING = Print([], [], [], [], 0.0)


def printed(text_page: Any) -> Print:
    """The words of a page."""
    text = page_text(text_page)
    found = _spans(text)
    if not found:
        return NOTHING
    reader = InkReader(text_page)
    spans, holders = _of_one_size(text, found, reader)
    texts = [text[start:end] for start, end in spans]
    if not text.isascii() or "\x02" in text:
        texts = [word if word.isascii() and "\x02" not in word else word.translate(_SPELT) for word in texts]
    first = {holder: start for (start, _), holder in zip(reversed(spans), reversed(holders), strict=True)}
    known = reader.runs(first)
    before = " " + text
    spaces = [1.0 if before[start] in " \xa0" else 0.0 for start, _ in spans]
    plain = text.isascii() and text.replace("\r\n", "").isprintable()  # Unmapped characters may be control codes.
    unread = 0 if plain else len(_UNMAPPED.findall(text)) - len(_BULLETS.findall(text))
    runs = list(map(known.__getitem__, holders))
    kinds = frozenset([ink for ink, _ in known.values()])
    return Print(texts, _ends(text_page, spans), runs, spaces, unread / len(text), kinds)


def _ends(text_page: Any, spans: list[Span]) -> list[Ends]:
    """The boxes of each word's first and last character."""
    at = [index for start, end in spans for index in (start, end - 1)]
    boxes, places = room("FS_RECTF", len(at))
    exhaust(map(pdfium()[1].FPDFText_GetLooseCharBox, repeat(text_page), at, places))
    return list(unpacked("8f", boxes, len(spans)))


def _of_one_size(text: str, spans: list[Span], reader: InkReader) -> tuple[list[Span], list[int]]:
    """The words and the runs of text that they begin in; a word is cut where the size of its type changes."""
    object_of, page = pdfium()[1].FPDFText_GetTextObject, reader.page
    holders = list(map(object_of, repeat(page), [start for start, _ in spans]))
    # A run's characters follow each other: where the next word is of the same one, so is this word's end.
    last = [at for at, (holder, after) in enumerate(zip(holders, [*holders[1:], 0], strict=True)) if holder != after]
    mixed: dict[int, list[int]] = {}  # Words of several runs, by number: the run of each character.
    for at in last:
        start, end = spans[at]
        if end - start > 1 and not text[end - 1].isalpha() and object_of(page, end - 1) != holders[at]:
            mixed[at] = list(map(object_of, repeat(page), range(start, end)))
    if not mixed:
        return spans, holders
    runs = reader.runs({h: index for at, found in mixed.items() for index, h in enumerate(found, spans[at][0])})
    for at, found in reversed(mixed.items()):
        start, end = spans[at]
        cuts = _cuts([runs[holder][0].size for holder in found])
        spans[at : at + 1] = pairwise([*(start + cut for cut in cuts), end])
        holders[at : at + 1] = [found[cut] for cut in cuts]
    return spans, holders


def _cuts(sizes: list[float]) -> list[int]:
    """Where the size of a word's type changes: a footnote's mark is no part of the figure before it."""
    size = sizes[0]
    cuts = [0]
    for at, other in enumerate(sizes):
        if not 0.85 * size <= other <= size / 0.85:
            cuts.append(at)
            size = other
    return cuts


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


def _spans(text: str) -> list[Span]:
    """Where the words start and end; a row of dots that leads the eye to a number is white space."""
    if "...." in text or "____" in text or ". . ." in text or "…" in text or "····" in text:
        text = _LEADERS.sub(lambda m: " " * len(m.group()), text)
    return [m.span() for m in _WORD.finditer(text)]


def reading_quarter(words: Print) -> int:
    """The direction, in quarter turns, in which most of the characters run."""
    quarters = {ink.quarter for ink in words.kinds}
    if len(quarters) == 1:
        return max(quarters.pop(), 0)
    count = [0, 0, 0, 0, 0]
    for text, (ink, _) in zip(words.texts, words.runs, strict=True):
        count[ink.quarter] += len(text)
    return max(range(4), key=lambda q: (count[q], -q))
