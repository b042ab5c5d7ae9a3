"""Lines that go on for pages -> parts of a page's length, cut where sentences end: some writers never end a line."""

from __future__ import annotations

import re
from itertools import pairwise

from reportcheck.model import Line

PART = 8_000
"""Characters: about two pages. What claims are looked for in must be short, or the time grows with its square."""
_SENTENCE = re.compile(r"[.;:!?][\"'”’)]?\s+(?=[A-Z0-9£$€(“\"])")


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
