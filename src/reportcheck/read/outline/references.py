"""Sentences and rows of tables -> the references in them: "please refer to Section 7", "Minute 12 below"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportcheck.model import Outline, Passage, Reference, Text
from reportcheck.patterns import pattern

_LIST = r"\d{1,2}[a-z]?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)(?:sections?\s+)?\d{1,2}[a-z]?(?![\d.%,]))*"
_REFERENCE = pattern(
    rf"\b(?P<what>sections?|minutes?|tables?|appendix|items?)\s+(?:no\.?\s*)?(?P<numbers>{_LIST})(?![\d.]*\d)", re.I
)
_LEAD = pattern(
    r"\b(?:(?:please\s+)?(?:see|refer(?:s|red)?\s+to)(?:\s+also)?|(?:set out|shown|detailed|outlined|contained|found|"
    r"given|discussed|described|explained|covered|seen|provided|included|reported|is|are)(?:\s+further|\s+fully)?"
    r"(?:\s+below|\s+above)?\s+(?:in|at|on|under)|in|to|from|under|and)\s+(?:the\s+)?$",
    re.I,
)
_NUMBER = pattern(r"\d{1,2}[a-z]?")
_REACH = 48
_HINTS = ("sect", "nute", "table", "append", "tem")
"""Of each thing that can be referred to some letters, none of them an i: its capital has forms that casefold keeps."""


def read_references(passages: Iterable[Passage], outline: Outline) -> Iterator[Reference]:
    """The references in sentences, and in rows of tables read across."""
    for passage in passages:
        if any(mark.kind == "reference" for mark in passage.marks):
            found = list(_in(passage.text, 0))
            order = _row(outline, passage.text) if found else 0
            yield from (replace(reference, order=order) for reference in found)
    for order, parts in enumerate(outline.rows):
        if len(parts) > 1:
            for part in parts:
                if "ection" in part.text or "inute" in part.text:
                    yield from _in(Text.join(parts), order)
                    break


def _in(text: Text, order: int) -> Iterator[Reference]:
    folded = text.text.casefold()
    if not any(hint in folded for hint in _HINTS):
        return
    for match in _REFERENCE.finditer(text.text):
        near = max(0, match.start() - _REACH)
        lead = _LEAD.search(text.text, near, match.start())
        if lead:
            what = match["what"].lower().rstrip("s")
            numbers = tuple(_NUMBER.findall(match["numbers"]))
            yield Reference(text, order, lead.group(), what, numbers, lead.start(), match.start(), match.end())


def _row(outline: Outline, text: Text) -> int:
    """The row that a text begins in: rows stand in the order of pages and lines."""
    if not text.pieces:
        return 0
    first = text.pieces[0]
    at = bisect_left(outline.rows, (first.page, first.line or 0), key=_key)
    for order in range(at, len(outline.rows)):
        pieces = outline.rows[order][0].pieces
        if not pieces or pieces[0].page != first.page:
            break
        if (pieces[0].line, pieces[0].offset, pieces[0].bbox) == (first.line, first.offset, first.bbox):
            return order
    return at


def _key(parts: tuple[Text, ...]) -> tuple[int, int]:
    pieces = parts[0].pieces
    return (pieces[0].page, pieces[0].line or 0) if pieces else (0, 0)
