"""A file -> a Document: which reader takes which file. A reader knows a format and nothing about meaning."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from reportcheck.errors import PaperError
from reportcheck.model import Document, Page


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

    def wants(self, page: int) -> bool:
        """Whether page (1-based) is asked for."""
        return not self.pages or any(first <= page <= last for first, last in self.pages)


SUFFIXES = {
    ".pdf": "pdf", ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".tsv": "text",
    ".html": "html", ".htm": "html", ".docx": "word",
}  # fmt: skip
"""The format that a file's name promises."""


def extract(path: Path, options: Options | None = None, name: str | None = None) -> Document:
    """Read the paper at `path`; `name` is what reports call it. PaperError where it cannot be read."""
    chosen = options or Options()
    shown = name or str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise PaperError(shown, "there is no such file.", "Check the name.") from None
    except OSError as problem:
        raise PaperError(shown, f"cannot be opened ({problem.strerror}).", "Check its permissions.") from None
    return extract_bytes(data, shown, SUFFIXES.get(path.suffix.lower(), "text"), chosen, path)


def extract_bytes(
    data: bytes, name: str, kind: str, options: Options | None = None, path: Path | None = None
) -> Document:
    """Read a paper of format `kind` ("pdf", "text", "html", "word") from its bytes."""
    chosen = options or Options()
    if not data:
        raise PaperError(name, "the file is empty.", "Save it again, or leave it out.")
    digest = hashlib.sha256(data).hexdigest()
    if kind == "pdf":
        from reportcheck.extract.pdf import read_pdf

        pages: tuple[Page, ...] = read_pdf(data, name, chosen)
    elif kind == "html":
        from reportcheck.extract.html import read_html

        pages = read_html(data, name)
    elif kind == "word":
        from reportcheck.extract.word import read_word

        pages = read_word(data, name)
    else:
        from reportcheck.extract.text import read_text

        pages = read_text(data, name)
    kept = tuple(page for page in pages if chosen.wants(page.number))
    return Document(path=name, sha256=digest, pages=kept, format=kind)
