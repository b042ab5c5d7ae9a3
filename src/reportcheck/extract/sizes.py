"""Bytes of a paper -> a refusal where they hold more than a paper can, and would be read for hours."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from reportcheck.errors import PaperError
from reportcheck.extract.packed import damages
from reportcheck.patterns import pattern

MOST_CELLS = 500_000
"""Cells of all tables or sheets; a sheet of 200,000 takes some seconds."""
LONGEST_PARAGRAPH = 2**20
"""Characters: half of a pack of 500 pages."""
_CHUNK = 2**20
_LARGEST = 2**28
"""Bytes of a part; one that is larger is refused for that."""
_CELL = pattern(rb"<(?:td|th)\b", re.IGNORECASE)
_PARTS = {"word": (b"<w:p>", b"<w:p "), "sheet": (b"<c ", b"<table:table-cell ", b"<table:table-cell>")}


def refuse_large(data: bytes, name: str, kind: str) -> None:
    """PaperError where a paper has more cells, or a longer paragraph, than any that is written for people."""
    if len(data) > LONGEST_PARAGRAPH and kind in ("text", "html"):
        refuse_paragraph(_longest(data, kind), name)
    cells = _cells(data, kind)
    if cells > MOST_CELLS:
        what = "paragraphs and cells" if kind == "word" else "cells in its tables"
        said = f"has some {round(cells, -3):,} {what}, and papers are read up to {MOST_CELLS:,}."
        raise PaperError(name, said, "Save what matters to a file of its own.")


def refuse_paragraph(characters: int, name: str) -> None:
    """PaperError where one paragraph is too long."""
    if characters > LONGEST_PARAGRAPH:
        said = f"has a paragraph of {characters:,} characters, and they are read up to {LONGEST_PARAGRAPH:,}."
        raise PaperError(name, said, "Leave it out, or part it.")


def _longest(data: bytes, kind: str) -> int:
    """The bytes of the longest line of a text, or between two tags of a page."""
    return max(map(len, data.split(b"<" if kind == "html" else b"\n")))


def _cells(data: bytes, kind: str) -> int:
    """How many cells there are, by the signs that part or begin them."""
    if len(data) < MOST_CELLS and not data.startswith(b"PK"):
        return 0
    if kind == "text":
        return max(data.count(b"\t"), data.count(b"|"))
    if kind == "html":
        return sum(1 for _ in _CELL.finditer(data))
    if kind in _PARTS and data.startswith(b"PK"):
        return sum(sum(map(chunk.count, _PARTS[kind])) for chunk in _unpacked(data))
    return max(map(data.count, (b",", b";", b"\t"))) if kind == "sheet" else 0


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The parts of a package that hold cells, piece by piece; what cannot be unpacked is for its reader to tell."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            held = part.filename.startswith("xl/worksheets/") or part.filename in ("content.xml", "word/document.xml")
            if not held or part.flag_bits & 1 or not MOST_CELLS <= part.file_size <= _LARGEST:
                continue
            try:
                with archive.open(part) as unpacked:
                    while chunk := unpacked.read(_CHUNK):
                        yield chunk
            except damages():
                return
