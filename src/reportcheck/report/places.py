"""Where something stands, in words: "page 28 (printed page 26)", "line 812, page 30"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportcheck.model import COLUMN, Document, Location, Report, cell_name
from reportcheck.report.printed import Printed
from reportcheck.report.safe import safe


def page_words(page: int, printed: str | None) -> str:
    """A page by the file's count, and by the number printed on it where that is another."""
    return f"page {page} (printed page {printed})" if printed and printed != str(page) else f"page {page}"


def place_words(at: Location, report: Report, printed: Printed) -> str:
    """Where to look: line, heading and page of a text; in Word heading, table and paragraph, for nobody sees lines."""
    label, document, places = printed.at(at), report.document, report.whereabouts
    if document.format == "sheet":
        return sheet_place(at, document)
    if at.line is None:
        return page_words(at.page, label)
    parts = [] if document.format == "word" else [f"line {at.line}"]
    heading = safe(places.heading(at.line))
    if heading:
        parts.append(f"under “{heading}”")
    if len(document.pages) > 1:
        parts.append(page_words(at.page, label))
    elif label:
        parts.append(f"printed page {label}")
    if document.format == "word":
        words = places.paragraph(at.line)
        parts.append(safe(places.table(at.line)) or (f"paragraph “{safe(words)}”" if words else ""))
    return ", ".join(filter(None, parts))


def sheet_place(at: Location, document: Document) -> str:
    """A cell as a spreadsheet writes it, with its sheet where that has a name: "Summary!F12"."""
    if at.line is None or at.start is None:
        return page_words(at.page, None)
    name = next((page.label for page in document.pages if page.number == at.page), "")
    cell = cell_name(at.line - 1, at.start // COLUMN)
    quoted = f"'{safe(name)}'" if re.search(r"[^\w.]", name) else name
    return f"cell {quoted}!{cell}" if name else f"cell {cell}"


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
