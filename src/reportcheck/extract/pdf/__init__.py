"""PDF -> pages of lines and tables: count, read any pages, join what belongs together over pages."""

from __future__ import annotations

from collections.abc import Sequence

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.extract.pdf.pdfium import opened, pdfium
from reportcheck.extract.pdf.plumber import plumb_pages
from reportcheck.model import Page


def count_pages(data: bytes, name: str, password: str | None = None) -> int:
    """How many pages a PDF has; PaperError where it is no PDF, damaged, locked or without pages."""
    if not data:
        raise PaperError(name, "the file is empty.", "Save it again, or leave it out.")
    with opened(data, name, password) as handle:
        count: int = pdfium()[1].FPDF_GetPageCount(handle)
    if count < 1:
        raise PaperError(name, "is damaged: it has no pages.", "Get a whole copy, or save it again as PDF.")
    return count


def read_pages(data: bytes, name: str, numbers: Sequence[int], options: Options) -> list[Page]:
    """The pages of those numbers (from 1), each read alone: what goes wrong on one is that page's `problem`."""
    return plumb_pages(data, numbers, options.password)


def join_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Pages in order -> the paper's pages: tables joined over pages, running heads gone, printed numbers known."""
    return tuple(pages)


def read_pdf(data: bytes, name: str, options: Options) -> tuple[Page, ...]:
    """The wanted pages of a PDF; PaperError where it is damaged or locked."""
    wanted = [n for n in range(1, count_pages(data, name, options.password) + 1) if options.wants(n)]
    return join_pages(read_pages(data, name, wanted, options))
