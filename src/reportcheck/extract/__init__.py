"""A file -> a Document: which reader takes which file. A reader knows a format and nothing about meaning."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reportcheck.extract.intake import file_bytes, in_utf8, no_such_pages, refuse, without_long_lines
from reportcheck.extract.sizes import refuse_large
from reportcheck.model import Assumed, Document, Page

Progress = Callable[[int, int], None]
"""Told, as pages come in, how many of how many are done."""


@dataclass(frozen=True, slots=True)
class Options:
    """How papers are read: which pages (1-based, inclusive), how many processes, the password of a locked PDF."""

    pages: tuple[tuple[int, int], ...] = ()
    jobs: int = 0
    """0 is one for each core."""
    password: str | None = None
    pdf_engine: str = "pdfium"
    ocr: bool = False
    memory_mb: int = 2048
    page_seconds: float = 30.0
    file_seconds: float = 600.0
    revisions: str = "final"
    """Which side of a Word draft's tracked changes is read: "final", "original", or "both", one after the other."""
    year: str = ""
    """The year that a paper reports on where it does not say: "2024-25", or "2025" for the year to 31 December."""
    currency: str = ""
    """What $, kr or Rs stands for where the paper does not say: a code such as "AUD"."""
    date_order: str = ""
    """ "day" or "month": which comes first in dates of digits that can be read either way."""

    def wants(self, page: int) -> bool:
        """Whether page (1-based) is asked for."""
        return not self.pages or any(first <= page <= last for first, last in self.pages)


SUFFIXES = {
    ".pdf": "pdf", ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".docx": "word", ".docm": "word",
    ".xlsx": "sheet", ".xlsm": "sheet", ".ods": "sheet", ".csv": "sheet", ".tsv": "sheet",
}  # fmt: skip
"""The format that a file's name promises."""


def extract(
    path: Path, options: Options | None = None, name: str | None = None, progress: Progress | None = None
) -> Document:
    """Read the paper at `path`; `name` is what reports call it. PaperError where it cannot be read."""
    shown = name or str(path)
    kind = SUFFIXES.get(path.suffix.lower(), "text")
    return extract_bytes(file_bytes(path, shown, kind), shown, kind, options, path, progress)


def extract_bytes(
    data: bytes,
    name: str,
    kind: str,
    options: Options | None = None,
    path: Path | None = None,
    progress: Progress | None = None,
) -> Document:
    """Read a paper of format `kind` ("pdf", "text", "html", "word", "sheet") from its bytes, as a stranger's."""
    chosen = options or Options()
    digest = hashlib.sha256(data).hexdigest()
    data = in_utf8(data, name, kind)
    refuse(data, name, kind)
    refuse_large(data, name, kind)
    pages = _text(data, name) if kind == "text" else _guarded(data, name, kind, chosen, progress)
    kept = tuple(page for page in pages if chosen.wants(page.number))
    if pages and not kept:
        raise no_such_pages(name, len(pages))
    assumed = Assumed(chosen.year, chosen.currency, chosen.date_order)
    return Document(path=name, sha256=digest, pages=kept, format=kind, partial=bool(chosen.pages), assumed=assumed)


def _text(data: bytes, name: str) -> tuple[Page, ...]:
    from reportcheck.extract.text import read_text

    printed, left_out = without_long_lines(data)
    pages = read_text(printed, name)
    if left_out:
        return tuple(replace(p, problem=left_out.get(p.number, p.problem)) for p in pages)
    return pages


def _guarded(data: bytes, name: str, kind: str, options: Options, progress: Progress | None) -> tuple[Page, ...]:
    from reportcheck.extract.workers import read_safely

    if options.ocr and kind == "pdf":
        from reportcheck.extract.ocr import require

        require()
    pages = read_safely(data, name, kind, options, progress)
    if kind != "pdf":
        return pages
    from reportcheck.extract.pdf import join_pages

    return join_pages(pages)
