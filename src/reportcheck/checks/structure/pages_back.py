"""The pages of a contents page, or of an agenda, that rise but for one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from reportcheck.model import Entry, Figure, Relation

_LEAST = 5
"""So many entries must rise before one of them is called wrong."""


def back_on(group: tuple[Entry, ...]) -> Iterator[Relation]:
    """The one entry whose page lies before that of the entry above it, or behind that of the entry below it."""
    pages = [entry.printed_page for entry in group]
    if len(group) < _LEAST or _rising(pages):
        return
    odd = [n for n in range(1, len(pages) - 1) if _rising(pages[:n] + pages[n + 1 :])]
    if len(odd) != 1:
        return
    at = odd[0]
    entry, low, high = group[at], pages[at - 1], pages[at + 1]
    meant = [page for page in range(low, high + 1) if _slipped(page, pages[at])]
    named = f"{entry.number} {entry.title}".strip()
    message = f"The contents page gives page {pages[at]} for “{named}”, between page {low} and page {high}."
    yield Relation.judged(
        "page-reference", _figure(entry), False, message, by=(_figure(group[at - 1]), _figure(group[at + 1])),
        better=str(meant[0]) if len(meant) == 1 else "", why="between its neighbours", sure=False,
        quote=" ".join(entry.text.text.split()),
    )  # fmt: skip


def _rising(pages: list[int]) -> bool:
    return all(a <= b for a, b in itertools.pairwise(pages))


def _slipped(page: int, printed: int) -> bool:
    """Whether a printed page is another with one digit wrong, lost or too many, or with two that changed places."""
    one, two = sorted((str(page), str(printed)), key=len)
    if len(one) < len(two):
        return any(two[:n] + two[n + 1 :] == one for n in range(len(two)))
    return sorted(one) == sorted(two) or sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _figure(entry: Entry) -> Figure:
    page = str(entry.printed_page)
    start = entry.text.text.rfind(page)
    return Figure(page, entry.text.locate(start, start + len(page)), label=f"{entry.number} {entry.title}".strip())
