"""Pages <-> bytes: how pages cross from a reading process to the one that audits, compactly and harmlessly."""

from __future__ import annotations

import io
import pickle
from typing import Any

from reportcheck.model import BBox, Cell, Line, Page, Piece, Table, Text
from reportcheck.records import taker

_NOUNS = (Page, Line, Table, Cell, Text, Piece, BBox)
_NAMED = {(noun.__module__, noun.__qualname__): noun for noun in _NOUNS}


class _Packer(pickle.Pickler):
    """Records go as the arguments that make them: a quarter of the time of what a slotted dataclass does itself."""

    dispatch_table = {noun: taker(noun) for noun in _NOUNS}  # noqa: RUF012


class _Unpacker(pickle.Unpickler):
    """Makes pages and what they are made of, and nothing else: bytes from a reading process are not trusted."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _NAMED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a page") from None


def pack(page: Page) -> bytes:
    """A page as bytes."""
    out = io.BytesIO()
    _Packer(out, protocol=5).dump(page)
    return out.getvalue()


def unpack(data: bytes) -> Page:
    """The page of those bytes; ValueError where they are not a page's."""
    try:
        page = _Unpacker(io.BytesIO(data)).load()
    except Exception as problem:
        raise ValueError("not a page") from problem
    if not isinstance(page, Page):
        raise ValueError("not a page")
    return page
