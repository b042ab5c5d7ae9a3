"""Printed page numbers -> for each row of a paper, the page numbers that it can stand on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from reportcheck.model import Document, Outline
from reportcheck.patterns import pattern
from reportcheck.read.once import once
from reportcheck.records import record

_ALONE = pattern(r"(?:(page)\s+)?[-–|]?\s*(\d{1,3})(?:\s+(?:of|/)\s+\d{1,3})?\s*[-–|]?(?:\s+(\d{1,3}))?$", re.I)
_NAMED = pattern(r"\bpage\s+(\d{1,3})\b(?:\s+of\s+\d{1,3}\b)?", re.I)
_EDGE = 3
_FAR = 12
_STEP = 4
"""Page numbers of a text are often lost on the way: a next one may be up to this much higher."""


@record(frozen=True, slots=True)
class Folios:
    """One numbering of a paper's pages: the row where each printed number stands, in reading order."""

    orders: tuple[int, ...]
    numbers: tuple[int, ...]
    paged: bool
    """Whether each row's page is known from the file; otherwise only the order of rows is known."""
    pages: tuple[int, ...] = ()
    """The page of the file that each number stands on."""

    def bounds(self, order: int, page: int) -> tuple[int, int] | None:
        """The lowest and the highest printed number of the page that a row stands on; None where unknown.

        In a text the number may stand at the head or at the foot of its page, or out of place: either will do.
        """
        if self.paged:
            at = bisect_left(self.pages, page)
            found = at < len(self.pages) and self.pages[at] == page
            return (self.numbers[at], self.numbers[at]) if found else None
        at = bisect_left(self.orders, order)
        low = self.numbers[at - 1] if at else 1
        high = self.numbers[at] if at < len(self.numbers) else 999
        return (low, high) if at or at < len(self.numbers) else None


@once
def read_folios(document: Document, outline: Outline) -> tuple[Folios, ...]:
    """The numberings of a paper's pages, each by itself: a pack's own, and a report's inside the pack."""
    if len(document.pages) > 1:
        return tuple(_paged(document))
    named: list[tuple[int, int]] = []
    bare: list[tuple[int, int]] = []
    for order, parts in enumerate(outline.rows):
        if len(parts) > 1 or len(parts[0].text) > 24:
            continue
        match = _ALONE.match(parts[0].text.replace("*", "").strip())
        if match:
            (named if match[1] else bare).append((order, int(match[2])))
            if match[1] and match[3]:
                bare.append((order, int(match[3])))
    found = []
    for marks, step in ((named, _FAR), (bare, _STEP)):
        chain = _chain(marks, step)
        if len(chain) >= 3:
            orders, numbers = tuple(o for o, _ in chain), tuple(n for _, n in chain)
            found.append(Folios(orders, numbers, paged=False))
    return tuple(found)


def _paged(document: Document) -> Iterable[Folios]:
    """Numberings of a file with pages: what is printed alone at the head or the foot, or said by the reader."""
    kinds: dict[str, dict[int, int]] = {"label": {}, "own": {}, "named": {}, "bare": {}}
    for page in document.pages:
        if page.label.isdecimal():
            kinds["label"][page.number] = int(page.label)
        for folio in page.folios[1:2]:
            kinds["own"][page.number] = int(folio)
        texts = [b.text.text for b in page.blocks[:_EDGE] + page.blocks[-_EDGE:] if not hasattr(b, "cells")]
        for text in texts:
            short = text.strip()
            if len(short) > 100:
                continue
            if match := _ALONE.match(short):
                kinds["named" if match[1] else "bare"].setdefault(page.number, int(match[2]))
            elif (match := _NAMED.search(short)) and (match.end() == len(short) or match.start() == 0):
                kinds["named"].setdefault(page.number, int(match[1]))
    for numbers in kinds.values():
        if len(numbers) >= 2:
            pages = tuple(sorted(numbers))
            yield Folios((), tuple(numbers[p] for p in pages), paged=True, pages=pages)


def _chain(marks: list[tuple[int, int]], furthest: int) -> list[tuple[int, int]]:
    """The longest run of numbers that rise by a little: page numbers among all the bare numbers of a text."""
    best: dict[int, tuple[int, int]] = {}
    back: list[int] = []
    for index, (_, number) in enumerate(marks):
        length, origin = 0, -1
        for step in range(1, furthest + 1):
            held = best.get(number - step)
            if held and held[0] > length:
                length, origin = held
        back.append(origin)
        if number not in best or best[number][0] <= length:
            best[number] = (length + 1, index)
    at = max(best.values(), default=(0, -1))[1]
    chain = []
    while at >= 0:
        chain.append(marks[at])
        at = back[at]
    return chain[::-1]
