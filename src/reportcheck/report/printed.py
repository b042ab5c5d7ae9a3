"""A Document -> the page numbers that are printed in it, for each page of the file or each line of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from reportcheck.model import Document, Line, Location, Outline, Report
from reportcheck.read.outline.folios import read_folios
from reportcheck.records import record

_ALONE = re.compile(r"[*_]*page\s+(\d{1,4})(?:\s+of\s+\d{1,4})?[*_]*", re.I)
_FEWEST = 2


@record(frozen=True, slots=True)
class Printed:
    """Printed page numbers: by page, or in a text without pages by the lines on which they stand."""

    pages: dict[int, str]
    lines: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()

    def at(self, place: Location) -> str | None:
        """The number of the page that something stands on: "28", or "28-30" where a text leaves it open."""
        if place.line is None or not self.lines:
            return self.pages.get(place.page)
        after = bisect_right(self.lines, place.line)
        low = self.numbers[after - 1] if after else None
        high = self.numbers[after] if after < len(self.numbers) else None
        if low is None:
            return f"up to {high}"
        if high is None or high < low:
            return f"{low} or after"
        return f"{low}-{high}"


def printed_pages(report: Report) -> Printed:
    """The page numbers that are printed in a paper."""
    document = report.document
    if report.folios:
        return Printed({}, tuple(line for line, _ in report.folios), tuple(number for _, number in report.folios))
    if len(document.pages) == 1 and document.format != "pdf":
        return _in_text(document)
    pages = {page.number: page.label for page in document.pages if page.label}
    for folios in read_folios(document, Outline()) if not pages and len(document.pages) > 1 else ():
        steps = Counter(number - page for page, number in zip(folios.pages, folios.numbers, strict=True))
        step, count = steps.most_common(1)[0]
        if 2 * count > len(folios.pages) and 2 * count > len(document.pages):
            pages = {page: str(n) for page, n in zip(folios.pages, folios.numbers, strict=True) if n - page == step}
            break
    return Printed(pages)


def _in_text(document: Document) -> Printed:
    """Lines of their own that say "Page 28": whether they stand at the head or the foot is not known."""
    found: list[tuple[int, int]] = []
    for block in document.pages[0].blocks:
        if (
            isinstance(block, Line)
            and len(block.text.text) < 24
            and (match := _ALONE.fullmatch(block.text.text.strip()))
        ):
            line = block.text.locate().line
            if line is not None and (not found or int(match[1]) > found[-1][1]):
                found.append((line, int(match[1])))
    if len(found) < _FEWEST:
        return Printed({})
    return Printed({}, tuple(line for line, _ in found), tuple(number for _, number in found))
