"""Lines that go on for pages -> parts of a page's length, cut where sentences end: some writers never end a line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportcheck.extract.intake import LONGEST_LINE
from reportcheck.model import Block, Line, Page
from reportcheck.patterns import pattern

PART = 8_000
"""Characters: about two pages. What claims are looked for in must be short, or the time grows with its square."""
_SENTENCE = pattern(r"[.;:!?][\"'”’)]?\s+(?=[A-Z0-9£$€(“\"])")


def cuts(text: str) -> list[int]:
    """Where to cut a text into parts: at the ends of sentences, or else at blanks; nowhere in one without any."""
    found: list[int] = []
    at = 0
    while len(text) - at > PART:
        ends = [match.end() for match in _SENTENCE.finditer(text, at + PART // 2, at + PART)]
        cut = ends[-1] if ends else text.rfind(" ", at + 1, at + PART) + 1
        if cut <= at:
            cut = text.find(" ", at + PART) + 1
            if not cut:
                break
        found.append(cut)
        at = cut
    return found


def in_parts(line: Line) -> list[Line]:
    """A line in parts, each a paragraph of its own."""
    bounds = [0, *cuts(line.text.text), len(line.text.text)]
    parts = [line.text.part(a, b) for a, b in pairwise(bounds)]
    return [line._replace(text=part, gap=line.gap or index > 0) for index, part in enumerate(parts)]


def without_data(page: Page) -> Page:
    """The page without what is too long to be print: it is data, and would be read for hours."""
    if not any(map(_endless, page.blocks)):
        return page
    parts = (part for block in page.blocks for part in (in_parts(block) if isinstance(block, Line) else [block]))
    every = tuple(parts)
    kept = tuple(block for block in every if not _endless(block))
    if len(kept) == len(every):
        return replace(page, blocks=kept)
    said = f"text that runs on for more than {LONGEST_LINE:,} characters was not read"
    return replace(page, blocks=kept, problem=f"{page.problem}; {said}" if page.problem else said)


def _endless(block: Block) -> bool:
    if isinstance(block, Line):
        return len(block.text.text) > LONGEST_LINE
    return any(len(cell.text.text) > LONGEST_LINE for cell in block.cells)
