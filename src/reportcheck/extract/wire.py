"""Pages <-> bytes: how pages cross from a reading process to the one that audits, compactly and harmlessly.

The texts, the pieces and the boxes of a page cross in columns: half of the time that records within records take.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from itertools import islice, repeat
from operator import attrgetter
from typing import Any

from reportcheck.model import BBox, Block, Cell, Line, Page, Piece, Table, Text

_ABOUT_PAGE = attrgetter(*[name for name in Page.__match_args__ if name not in ("number", "blocks")])
_ABOUT_TABLE = attrgetter("page", "rows", "columns", "caption", "above")
_NEW: Any = tuple.__new__
"""Makes a named tuple of a tuple, in half of the time of its class."""


class _Unpacker(pickle.Unpickler):
    """Makes lists, tuples, strings and numbers, and nothing else: bytes from a reading process are not trusted."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a page")


def pack_opened(said: int | tuple[str, str]) -> bytes:
    """How many pages a file has, or what is wrong with it and what to do, as bytes."""
    return pickle.dumps(said, protocol=5)


def unpack_opened(data: bytes) -> int | tuple[str, str]:
    """What those bytes say; ValueError where they say nothing of the kind."""
    try:
        said = _Unpacker(io.BytesIO(data)).load()
    except Exception as problem:
        raise ValueError("not a word on a file") from problem
    match said:
        case int():
            return said
        case (str(what), str(remedy)):
            return what, remedy
    raise ValueError("not a word on a file")


def pack(page: Page) -> bytes:
    """A page as bytes."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True  # What is twice in a page is sent twice, so that no note need be kept of what went before.
    pickler.dump((page.number, _ABOUT_PAGE(page), [_about(block) for block in page.blocks], *_columns(page)))
    return out.getvalue()


def _about(block: Block) -> tuple[Any, ...] | list[Any]:
    """All of a line, in a tuple, or of a table and its cells, in a list, but their texts."""
    if isinstance(block, Line):
        return block[1:]
    cells = [(cell[:2], cell[3:]) for cell in block.cells]
    return [cells, block.bbox and tuple(block.bbox), _ABOUT_TABLE(block)]


def _columns(page: Page) -> tuple[list[str], list[int], list[Any]]:
    """The texts of a page, how many pieces each has, and the columns of all their pieces."""
    texts: list[Text] = []
    for block in page.blocks:
        if isinstance(block, Line):
            texts.append(block.text)
        else:
            texts += [cell.text for cell in block.cells]
    pieces = [piece for text in texts for piece in text.pieces]
    columns: list[Any] = list(zip(*pieces, strict=True))
    if columns:
        columns[5] = [box and tuple(box) for box in columns[5]]
    return [text.text for text in texts], [len(text.pieces) for text in texts], columns


def unpack(data: bytes) -> Page:
    """The page of those bytes; ValueError where they are not a page's."""
    try:
        number, about, blocks, texts, counts, columns = _Unpacker(io.BytesIO(data)).load()
        each = _texts(texts, counts, columns)
        return Page(number, tuple([_block(block, each) for block in blocks]), *about)
    except Exception as problem:
        raise ValueError("not a page") from problem


def _texts(texts: list[str], counts: list[int], columns: list[Any]) -> Iterator[Text]:
    if columns:
        columns[5] = [box and _NEW(BBox, box) for box in columns[5]]
    pieces = map(_NEW, repeat(Piece), zip(*columns, strict=True))
    rows = [(text, tuple(islice(pieces, count))) for text, count in zip(texts, counts, strict=True)]
    return map(_NEW, repeat(Text), rows)


def _block(about: tuple[Any, ...] | list[Any], texts: Iterator[Text]) -> Block:
    if isinstance(about, tuple):
        return Line(next(texts), *about)
    cells, box, (page, rows, columns, caption, above) = about
    found = [_NEW(Cell, (*place, text, *rest)) for (place, rest), text in zip(cells, texts)]  # noqa: B905
    return Table(page, rows, columns, tuple(found), box and BBox(*box), caption, above)
