"""A Document as it is printed -> one in plain characters and in the notation 1,234.5, every character in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportcheck.model import Block, Document, Line, Text
from reportcheck.patterns import pattern
from reportcheck.quantity import Notation
from reportcheck.words.notation import WESTERN, notation_of, plain, western

_UNSEEN = pattern("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]+")
"""What has no width: nobody sees it, and figures are cut by it. What turns the reading round stays, and is told."""


def legible(document: Document) -> tuple[Document, Notation]:
    """The document to be read, and how the paper as a whole writes its numbers; a table may have a way of its own."""
    clean = _seen_in(document)
    whole = notation_of(clean.texts)
    tables = {id(t): own for t in clean.tables if (own := notation_of(c.text.text for c in t.cells))}
    if (whole or WESTERN) == WESTERN and all(own == WESTERN for own in tables.values()):
        return clean, WESTERN

    def read(block: Block) -> Block:
        notation = tables.get(id(block)) or whole or WESTERN
        if notation == WESTERN:
            return block
        return _changed(block, lambda text: text._replace(text=western(text.text, notation)))

    pages = tuple(replace(page, blocks=tuple(map(read, page.blocks))) for page in clean.pages)
    first = next((notation for notation in tables.values() if notation != WESTERN), WESTERN)
    return replace(clean, pages=pages), whole or first


def _seen(text: Text) -> Text:
    """The text without what has no width, in plain characters."""
    cuts = [m.span() for m in _UNSEEN.finditer(text.text)]
    if cuts:
        begins, ends = [0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text.text)]
        text = Text.join([text.part(a, b) for a, b in zip(begins, ends, strict=True) if b > a], "")
    shown = plain(text.text)
    return text if shown == text.text else text._replace(text=shown)


def _seen_in(document: Document) -> Document:
    """The document with each text as it is seen; the very same where none is otherwise."""
    pages = []
    for page in document.pages:
        blocks = tuple(block if _plain(block) else _changed(block, _seen) for block in page.blocks)
        same = all(one is other for one, other in zip(blocks, page.blocks, strict=True))
        pages.append(page if same else replace(page, blocks=blocks))
    same = all(one is other for one, other in zip(pages, document.pages, strict=True))
    return document if same else replace(document, pages=tuple(pages))


def _plain(block: Block) -> bool:
    if isinstance(block, Line):
        return block.text.text.isascii()
    return all(cell.text.text.isascii() for cell in block.cells)


def _changed(block: Block, change: Callable[[Text], Text]) -> Block:
    if isinstance(block, Line):
        text = change(block.text)
        return block if text is block.text else block._replace(text=text)
    cells = tuple(c if (text := change(c.text)) is c.text else c._replace(text=text) for c in block.cells)
    same = all(one is other for one, other in zip(cells, block.cells, strict=True))
    return block if same else replace(block, cells=cells)
