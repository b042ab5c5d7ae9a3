"""Which rows of a text are no part of what it says: marks of pages, their numbers, and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportcheck.extract.text.source import Row
from reportcheck.extract.text.stacked import page_numbers
from reportcheck.patterns import pattern

_MARK = pattern(
    r"\s*(?:[=\-_*#<\[{(!~]{0,6}\s*)(?:pdf\s+)?page\s*:?\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*[=\-_*#>\]})~:]{0,6}\s*$",
    re.IGNORECASE,
)
_PAGED = pattern(r"\bpage\s+\d{1,4}\b", re.IGNORECASE)
_DIGITS = pattern(r"\d+")
_REACH = 4
"""Rows from the edge of a page, within which its running heads and feet stand."""
_FEWEST = 3


def furniture(rows: list[Row]) -> frozenset[int]:
    """The rows (by index) of page marks, page numbers and running heads."""
    found = set(page_numbers(rows))
    marks = [i for i, row in enumerate(rows) if len(row.text.strip()) < 60 and _MARK.match(row.text)]
    if len(marks) > 1 or any(rows[i].text.strip()[:1] in "=-<[" for i in marks):
        found.update(marks)
    beside = [i for mark in marks for i in range(mark - 2, mark + 3) if 0 <= i < len(rows)]
    found.update(i for i in beside if i not in found and rows[i].text.strip().isdecimal())
    edges = sorted({*found, *(i for i, row in enumerate(rows) if i and row.page != rows[i - 1].page)})
    near: dict[str, set[int]] = {}
    times: Counter[str] = Counter()
    for number, edge in enumerate(edges):
        stop = edges[number + 1] if number + 1 < len(edges) else len(rows)
        seen = set()
        for index in [*_next(rows, edge, stop), *_before(rows, edge, edges[number - 1] if number else -1)]:
            text = _DIGITS.sub("0", " ".join(rows[index].text.split()).lower())
            near.setdefault(text, set()).add(index)
            seen.add(text)
        times.update(seen)
    for text, indices in near.items():
        if times[text] >= _FEWEST and times[text] * 2 >= len(edges) and any(ch.isalpha() for ch in text):
            found |= indices
    return frozenset(found.union(_alike(rows)))


def _alike(rows: list[Row]) -> Iterator[int]:
    """The first rows of two pages, one after the other, that say the same in one piece, or but for the page."""
    firsts: dict[int, int] = {}
    for index, row in enumerate(rows):
        if row.page not in firsts and not row.blank:
            firsts[row.page] = index
    for page, index in firsts.items():
        text, above = rows[index].text.strip(), firsts.get(page - 1)
        if above is None or not _may_run(text) or ("  " in text and not _PAGED.search(text)):
            continue
        if _PAGED.sub("", text) == _PAGED.sub("", rows[above].text.strip()):
            yield from (above, index)


def _next(rows: list[Row], edge: int, stop: int) -> list[int]:
    """The first rows of a page that print something."""
    near = range(edge, min(edge + 3 * _REACH, stop))
    return [i for i in near if _may_run(rows[i].text)][:_REACH]


def _before(rows: list[Row], edge: int, stop: int) -> list[int]:
    """The last rows of the page before that print something."""
    near = range(edge - 1, max(edge - 1 - 3 * _REACH, stop), -1)
    return [i for i in near if _may_run(rows[i].text)][:2]


def _may_run(text: str) -> bool:
    """Whether a row can be a running head: words, no mark of a page, and nothing that the source calls a heading."""
    return bool(text.strip()) and not text.startswith("#") and _MARK.match(text) is None
