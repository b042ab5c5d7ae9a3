"""A file that cannot be read page by page -> its pages: Word, sheets and HTML."""

from __future__ import annotations

from reportcheck.model import Page


def read_whole(data: bytes, name: str, kind: str, revisions: str) -> tuple[Page, ...]:
    """All pages of a file of format "word", "sheet" or "html". PaperError where it cannot be read."""
    if kind == "word":
        from reportcheck.extract.word import read_word

        return read_word(data, name, "original" if revisions == "original" else "final")
    if kind == "sheet":
        from reportcheck.extract.sheet import read_sheets

        return read_sheets(data, name)
    from reportcheck.extract.html import read_html

    return read_html(data, name)
