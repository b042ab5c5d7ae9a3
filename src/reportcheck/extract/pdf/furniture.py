"""Pages in order -> the same pages without running heads and feet, with the page numbers that were printed there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reportcheck.model import Line, Page
from reportcheck.patterns import pattern

EDGE = 0.14
"""Heads and feet stand in this part of a page's height, at its top or its bottom."""
NEAR_PAGES = 2
"""A running line stands on a page at most this far away too."""
_DIGITS = pattern(r"\d+")
_NAMED = pattern(r"\bpage[:\s]*(\d{1,4})\b(?:\s*(?:of|/)\s*\d{1,4}\b)?", re.I)
_ALONE = pattern(r"^[-–—|\s]*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*$")
_AT_END = pattern(r"(?:^|\s)(\d{1,4})(?:\s*/\s*\d{1,4})?$|^(\d{1,4})\s")


class Edge(NamedTuple):
    """A line at the top or the bottom of a page."""

    page: int
    at: int
    key: tuple[str, int]
    """Its words, a mark in place of each number, and its height."""
    text: str

    @property
    def numbered(self) -> bool:
        """Whether there is a number in it."""
        return self.key[0] != self.text


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages, each with its label, and without the lines that only run along."""
    edges = [edge for page in pages for edge in _edges(page)]
    numbers = _numbers(edges)
    running = _running(edges)
    gone: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if edge in running or _is_number(edge, numbers.get(edge.page, ())):
            gone[edge.page].add(edge.at)
    done = []
    for page in pages:
        drop = gone.get(page.number)
        found = tuple(str(n) for n in numbers.get(page.number, ()))
        if drop or found:
            blocks = tuple([b for i, b in enumerate(page.blocks) if i not in drop]) if drop else page.blocks
            label, along = found[0] if found else page.label, _texts(page, drop or set())
            page = replace(page, blocks=blocks, label=label, folios=found, running=along)
        done.append(page)
    return done


def _texts(page: Page, drop: set[int]) -> tuple[str, ...]:
    """What the lines say that only run along."""
    return tuple(b.text.text for i, b in enumerate(page.blocks) if i in drop and isinstance(b, Line))


def _edges(page: Page) -> list[Edge]:
    found = []
    upper, lower = EDGE * page.height, (1 - EDGE) * page.height
    for index, block in enumerate(page.blocks):
        if isinstance(block, Line):
            text, pieces = block.text
            box = pieces[0].bbox if pieces and len(text) <= 160 else None
            if box is not None and (box.bottom <= upper or box.top >= lower):
                found.append(Edge(page.number, index, (_DIGITS.sub("#", text), round(box.top / 4)), text))
    return found


def _running(edges: Sequence[Edge]) -> set[Edge]:
    """The lines that stand at the same height, in the same words but for numbers, on three pages near each other."""
    heights: dict[str, dict[int, set[int]]] = defaultdict(dict)
    for page, _, (words, height), _ in edges:
        heights[words].setdefault(page, set()).add(height)
    return {edge for edge in edges if len(heights[edge.key[0]]) >= 3 and _on_pages(edge, heights[edge.key[0]]) >= 3}


def _on_pages(edge: Edge, heights: dict[int, set[int]]) -> int:
    """On how many of the pages near by, its own among them, the words of a line stand at its height."""
    height = edge.key[1]
    level = {height - 1, height, height + 1}
    near = range(edge.page - NEAR_PAGES, edge.page + NEAR_PAGES + 1)
    return sum([not level.isdisjoint(heights.get(page, ())) for page in near])


def _numbers(edges: Sequence[Edge]) -> dict[int, tuple[int, ...]]:
    """The page numbers printed on each page: those that count on from page to page, the commonest count first."""
    seen: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for edge in edges:
        if edge.numbered:
            seen[edge.page] += _may_be_numbers(edge.text)
    counts = Counter(number - page for page, found in seen.items() for number in {n for n, _ in found})
    numbers: dict[int, tuple[int, ...]] = {}
    for page, found in seen.items():
        kept = [
            (counts[n - page], named, n)
            for n, named in dict(found).items()
            if named or _counts_on(n - page, page, seen)
        ]
        if kept:
            numbers[page] = tuple(dict.fromkeys(n for _, _, n in sorted(kept, reverse=True)))
    return numbers


def _may_be_numbers(text: str) -> list[tuple[int, bool]]:
    """The numbers in a line that may be its page's, and whether it says so."""
    named = [(int(m[1]), True) for m in _NAMED.finditer(text)] if "page" in text.lower() else []
    if named:
        return named
    alone = _ALONE.match(text)
    if alone:
        return [(int(alone[1]), False)]
    at_end = text[:1].isdecimal() or text.rstrip()[-1:].isdecimal()
    return [(int(m[1] or m[2]), False) for m in _AT_END.finditer(text)] if at_end else []


def _counts_on(offset: int, page: int, seen: dict[int, list[tuple[int, bool]]]) -> bool:
    """Whether a page near by prints the number that this count leads one to expect there."""
    return any(
        any(n - other == offset for n, _ in seen.get(other, ())) for other in (page - 2, page - 1, page + 1, page + 2)
    )


def _is_number(edge: Edge, numbers: Sequence[int]) -> bool:
    """Whether a line is a page number and no more."""
    if not edge.numbered:
        return False
    alone = _ALONE.match(edge.text)
    if alone:
        return int(alone[1]) in numbers
    named = _NAMED.search(edge.text)
    return named is not None and len(edge.text) - len(named[0]) <= 3
