"""Where something stands, in words: "page 28 (printed page 26)", "line 812, page 30"."""

from __future__ import annotations

from collections.abc import Iterable

from reportcheck.model import Document, Location


def labels(document: Document) -> dict[int, str]:
    """The page numbers that are printed on the pages, where they are not the file's own."""
    return {page.number: page.label for page in document.pages if page.label and page.label != str(page.number)}


def page_words(page: int, printed: dict[int, str]) -> str:
    """A page by the file's count, and by the number printed on it where that is another."""
    label = printed.get(page)
    return f"page {page} (printed page {label})" if label else f"page {page}"


def place_words(at: Location, document: Document, printed: dict[int, str]) -> str:
    """Where to look: text sources have lines, and pages only where the text has more than one."""
    if at.line is None:
        return page_words(at.page, printed)
    if len(document.pages) > 1:
        return f"line {at.line}, {page_words(at.page, printed)}"
    label = printed.get(at.page)
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
