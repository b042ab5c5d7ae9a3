"""A Document -> what its lines look like as a rule: how large running text is, what every page repeats."""

from __future__ import annotations

import re
from collections import Counter

from reportcheck.model import Document, Line, Page
from reportcheck.patterns import pattern
from reportcheck.records import record

_FOLIO = pattern(
    r"[-–|\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s+\d{1,4})?[-–|\s]*(?:page)?$", re.IGNORECASE
)
_DIGITS = pattern(r"\d+")
_EDGE = 2
_TITLE = 100


@record(frozen=True, slots=True)
class Layout:
    """What is common in a document: the size of its running text, whether bold means anything, what pages repeat."""

    size: float
    bold_is_rare: bool
    running: frozenset[str]

    def is_furniture(self, line: Line) -> bool:
        """Whether a line is a page number or a running head: printed on the page and no part of what it says."""
        text = line.text.text
        if len(text) > 120:
            return False
        opening = text[:1]
        if opening.isalpha() and opening not in "pP":
            return bool(self.running) and _key(text) in self.running
        return _FOLIO.match(text) is not None or (bool(self.running) and _key(text) in self.running)

    def is_title(self, line: Line) -> bool:
        """Whether a line is set like a heading: marked as one, bold or large among plain lines, or in capitals."""
        text = line.text.text
        if line.heading:
            return True
        if len(text) > _TITLE or text.endswith((".", ";", ",")):
            return False
        bold, large = line.bold and self.bold_is_rare, self.size > 0 and line.size > self.size * 1.12
        shout = len(text) > 5 and text.isupper() and text[:1].isalnum()
        return (bold or large or shout) and any(c.isalpha() for c in text)


def layout_of(document: Document) -> Layout:
    """The layout that a document follows."""
    printed: Counter[float] = Counter()
    lines = bold = 0
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                length = len(block.text.text)
                lines += length
                bold += length if block.bold else 0
                printed[block.size] += length
    sizes: Counter[float] = Counter()
    for size, length in printed.items():
        sizes[round(size, 1)] += length
    common = sizes.most_common(1)[0][0] if sizes else 0.0
    return Layout(common, bold < lines * 0.3, _running(document.pages))


def _running(pages: tuple[Page, ...]) -> frozenset[str]:
    """Lines that stand at the edge of page after page, whatever number is in them."""
    if len(pages) < 4:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        texts = [b.text.text for b in (*page.blocks[:_EDGE], *page.blocks[-_EDGE:]) if isinstance(b, Line)]
        seen.update({_key(text) for text in texts if len(text) < 120})
    return frozenset(key for key, times in seen.items() if times >= max(3, len(pages) * 0.4))


def _key(text: str) -> str:
    return _DIGITS.sub("#", text)
