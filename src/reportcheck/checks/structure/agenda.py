"""Agenda items: the pages that an agenda gives them, one after another, and where the items begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from reportcheck.model import Figure, Outline, Paper, Relation, Text
from reportcheck.patterns import pattern
from reportcheck.read.outline.folios import Folios, read_folios
from reportcheck.records import record

_RANGE = pattern(r"\(\s*pages?\s+(\d{1,4})\s*(?:[-–—]|to|\s)\s*(\d{1,4})\s*\)", re.I)
_ITEM = pattern(r"^(?:[-•*]\s*)?(\d{1,2}[a-z]?)[.)]?\s+\S")
_MARKER = pattern(r"^(?:page\s+(?P<page>\d{1,4})\s+)?agenda item(?:\s+no\.?)?\s*:?\s*(?P<item>\d{1,2}[a-z]?)$", re.I)
_REACH = 4
"""An item's pages may stand so many rows below its number."""


class Params(NamedTuple):
    """No parameters."""


@record(frozen=True, slots=True)
class _Item:
    """An agenda item with its pages."""

    number: str
    first: int
    last: int
    text: Text
    order: int


def relations(paper: Paper, params: Params) -> Iterator[Relation]:
    """A relation for each range of pages against the one before it, and against the item's first page."""
    items = _items(paper.outline)
    if not items:
        return
    yield from _in_order(items)
    markers = list(_markers(paper.outline))
    if markers:
        yield from _begin(paper, items, markers)


def _flat(parts: tuple[Text, ...]) -> str:
    return " ".join(p.text for p in parts).replace("*", "").strip()


def _markers(outline: Outline) -> Iterator[tuple[int, re.Match[str]]]:
    """Rows that say where an item begins: "Agenda Item 5"."""
    for order, parts in enumerate(outline.rows):
        if parts[0].text[:1] in "AaPp*" and len(parts[0].text) < 40 and (match := _MARKER.match(_flat(parts))):
            yield order, match


def _items(outline: Outline) -> list[_Item]:
    """Items and their pages; the pages may be broken over two lines, or stand under the title."""
    found: list[_Item] = []
    in_brackets = [n for n, parts in enumerate(outline.rows) for p in parts if "ages" in p.text and "(" in p.text]
    for order in dict.fromkeys(in_brackets):
        parts = outline.rows[order]
        words = _flat(parts)
        pages = _RANGE.search(words)
        if not pages and "(pages" in words.lower() and order + 1 < len(outline.rows):
            pages = _RANGE.search(f"{words} {_flat(outline.rows[order + 1])}")
        number = _number(outline, order) if pages else ""
        if pages and number and (not found or number != found[-1].number):
            found.append(_Item(number, int(pages[1]), int(pages[2]), Text.join(parts), order))
    return found


def _number(outline: Outline, order: int) -> str:
    """The number of the item that a row belongs to: on the row, or on one just above it."""
    for above in range(order, max(-1, order - _REACH - 1), -1):
        if match := _ITEM.match(_flat(outline.rows[above])):
            return match[1]
    return ""


def _in_order(items: list[_Item]) -> Iterator[Relation]:
    for index, item in enumerate(items):
        before = items[index - 1] if index else None
        if before and (item.order - before.order > 30 or item.first == 1):
            before = None
        holds, message = True, f"Item {item.number} has pages {item.first} to {item.last}."
        if item.last < item.first:
            holds, message = (
                False,
                f"Item {item.number} is given pages {item.first} to {item.last}: they run backwards.",
            )
        elif before and item.first <= before.last:
            holds = False
            message = (
                f"Item {item.number} is given pages {item.first} to {item.last}, "
                f"but item {before.number} before it runs to page {before.last}."
            )
        yield _relation(item, message, holds, before)


def _begin(paper: Paper, items: list[_Item], markers: list[tuple[int, re.Match[str]]]) -> Iterator[Relation]:
    """Where "Agenda Item 5" stands over a page, against the pages of item 5."""
    numberings = read_folios(paper.document, paper.outline)
    found: list[tuple[_Item, int, int]] = []
    for order, match in markers:
        item = next((i for i in reversed(items) if i.number == match["item"] and i.order < order), None)
        span = _page(paper, order, match, numberings)
        if item and span:
            found.append((item, *span))
    agreeing = sum(low <= item.first <= high for item, low, high in found)
    for item, low, high in found:
        holds = low <= item.first <= high
        if holds or agreeing >= 2:
            where = f"on page {low}" if low == high else f"between pages {low} and {high}"
            message = f"The agenda gives item {item.number} pages {item.first} to {item.last}, but it begins {where}."
            if holds:
                message = f"Item {item.number} begins where the agenda says."
            yield _relation(item, message, holds, None)


def _page(paper: Paper, order: int, match: re.Match[str], numberings: tuple[Folios, ...]) -> tuple[int, int] | None:
    if match["page"]:
        return int(match["page"]), int(match["page"])
    pieces = paper.outline.rows[order][0].pieces
    for folios in (f for f in numberings if f.named):
        span = folios.bounds(order, pieces[0].page if pieces else 1)
        if span:
            return span
    return None


def _relation(item: _Item, message: str, holds: bool, before: _Item | None) -> Relation:
    at = item.text.locate()
    shown = f"{item.first}-{item.last}"
    stated = Figure(shown, at, label=f"item {item.number}")
    by = [Figure(f"{before.first}-{before.last}", before.text.locate())] if before else []
    quote = shorten(item.text.text, 200, placeholder=" …")
    return Relation.judged("agenda-pages", stated, holds, message, by=by, quote=quote)
