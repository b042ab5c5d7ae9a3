"""Pages in order -> the same pages without running heads and feet, with the page numbers that were printed there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportcheck.model import Line, Page

EDGE = 0.14
"""Heads and feet stand in this part of a page's height, at its top or its bottom."""
NEAR_PAGES = 2
"""A running line stands on a page at most this far away too."""
_DIGITS = re.compile(r"\d+")
_NAMED = re.compile(r"\bpage[:\s]*(\d{1,4})\b(?:\s*(?:of|/)\s*\d{1,4}\b)?", re.I)
_ALONE = re.compile(r"^[-–—|\s]*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*$")
_AT_END = re.compile(r"(?:^|\s)(\d{1,4})(?:\s*/\s*\d{1,4})?$|^(\d{1,4})\s")


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at the top or the bottom of a page."""

    page: int
    index: int
    key: tuple[str, int]
    text: str


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages, each with its label, and without the lines that only run along."""
    edges = [edge for page in pages for edge in _edges(page)]
    numbers = _numbers(edges)
    running = _running(edges)
    gone: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if edge in running or _is_number(edge, numbers.get(edge.page, ())):
            gone[edge.page].add(edge.index)
    done = []
    for page in pages:
        drop = gone.get(page.number)
        found = tuple(str(n) for n in numbers.get(page.number, ()))
        if drop or found:
            blocks = tuple(b for i, b in enumerate(page.blocks) if not drop or i not in drop)
            page = replace(page, blocks=blocks, label=found[0] if found else page.label, folios=found)
        done.append(page)
    return done


def _edges(page: Page) -> list[Edge]:
    found = []
    for index, block in enumerate(page.blocks):
        if isinstance(block, Line) and block.text.pieces and len(block.text.text) <= 160:
            box = block.text.pieces[0].bbox
            if box is not None and (box.bottom <= EDGE * page.height or box.top >= (1 - EDGE) * page.height):
                text = block.text.text
                found.append(Edge(page.number, index, (_DIGITS.sub("#", text), round(box.top / 4)), text))
    return found


def _running(edges: Sequence[Edge]) -> set[Edge]:
    """The lines that stand at the same height, in the same words but for numbers, on three pages near each other."""
    by_text: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_text[edge.key[0]].append(edge)
    found: set[Edge] = set()
    for same in by_text.values():
        if len({e.page for e in same}) < 3:
            continue
        for edge in same:
            near = {
                e.page for e in same if 0 < abs(e.page - edge.page) <= NEAR_PAGES and abs(e.key[1] - edge.key[1]) <= 1
            }
            if len(near) >= 2:
                found.add(edge)
    return found


def _numbers(edges: Sequence[Edge]) -> dict[int, tuple[int, ...]]:
    """The page numbers printed on each page: those that count on from page to page, the commonest count first."""
    seen: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for edge in edges:
        named = [(int(m[1]), True) for m in _NAMED.finditer(edge.text)]
        alone = _ALONE.match(edge.text)
        ends = [(int(m[1] or m[2]), False) for m in _AT_END.finditer(edge.text)] if not named else []
        seen[edge.page] += named or ([(int(alone[1]), False)] if alone else ends)
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


def _counts_on(offset: int, page: int, seen: dict[int, list[tuple[int, bool]]]) -> bool:
    """Whether a page near by prints the number that this count leads one to expect there."""
    return any(
        any(n - other == offset for n, _ in seen.get(other, ())) for other in (page - 2, page - 1, page + 1, page + 2)
    )


def _is_number(edge: Edge, numbers: Sequence[int]) -> bool:
    """Whether a line is a page number and no more."""
    alone = _ALONE.match(edge.text)
    if alone:
        return int(alone[1]) in numbers
    named = _NAMED.search(edge.text)
    return named is not None and len(edge.text) - len(named[0]) <= 3
