"""Where something stands, in words: "page 28 (printed page 26)", "line 812, page 30"."""

from __future__ import annotations

from collections.abc import Iterable

from reportcheck.model import Document, Location
from reportcheck.report.printed import Printed


def page_words(page: int, printed: str | None) -> str:
    """A page by the file's count, and by the number printed on it where that is another."""
    return f"page {page} (printed page {printed})" if printed and printed != str(page) else f"page {page}"


def place_words(at: Location, document: Document, printed: Printed) -> str:
    """Where to look: text sources have lines, and pages only where the text has more than one."""
    label = printed.at(at)
    if at.line is None:
        return page_words(at.page, label)
    if len(document.pages) > 1:
        return f"line {at.line}, {page_words(at.page, label)}"
    return f"line {at.line}, printed page {label}" if label else f"line {at.line}"


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as people list them: "3-5, 9"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs)


def plural(count: int, noun: str) -> str:
    """A count and its noun: "1 paper", "2 papers"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
