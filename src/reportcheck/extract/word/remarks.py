"""What a reader of a Word paper should know: whose tracked changes were read how, and which words were not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from reportcheck.extract.word.package import W
from reportcheck.extract.word.runs import Revisions

_CHANGES = frozenset(W + tag for tag in ("ins", "del", "moveFrom", "moveTo"))
_READ = {"final": "read as if accepted", "original": "read as if rejected"}
_MOST = 3
"""Authors that are named; the others are counted."""


def changes(body: Element, revisions: Revisions) -> str:
    """ "4 tracked changes by A Officer: read as if accepted"; empty where there are none."""
    authors = Counter(
        element.get(W + "author", "").strip() or "somebody"
        for element in body.iter()
        if element.tag in _CHANGES and any(text.text and text.text.strip() for text in _words(element))
    )
    count = authors.total()
    if not count:
        return ""
    named = [author for author, _ in authors.most_common(_MOST)]
    named += [f"{len(authors) - _MOST} more"] if len(authors) > _MOST else []
    who = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"{count} tracked change{'s' * (count > 1)} by {who}: {_READ[revisions]}"


def unread_row(row: Element) -> list[tuple[str, str]]:
    """Who takes a row of a table away, or adds it, and what stands in it; nothing of a row that is merely hidden."""
    settings = row.find(W + "trPr")
    marks = [mark for tag in ("del", "ins") if settings is not None and (mark := settings.find(W + tag)) is not None]
    words = " ".join(" ".join("".join(text.text or "" for text in _words(cell)) for cell in row.iter(W + "tc")).split())
    return [(marks[0].get(W + "author", "").strip() or "somebody", words)] if marks and words else []


def unread_edges(edges: Iterable[Element]) -> str:
    """What is said of headers and footers with figures in them, which are not read; empty where there are none."""
    held = any(any(map(str.isdigit, text.text or "")) for edge in edges for text in edge.iter(W + "t"))
    return "headers and footers were not read" if held else ""


def _words(element: Element) -> Iterator[Element]:
    yield from element.iter(W + "t")
    yield from element.iter(W + "delText")
