"""PDF -> pages of lines and tables: count, read any pages, join what belongs together over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.extract.pdf.furniture import without_furniture
from reportcheck.extract.pdf.joining import tables_joined
from reportcheck.extract.pdf.pages import page_of
from reportcheck.extract.pdf.pdfium import opened, pdfium
from reportcheck.extract.pdf.rows_apart import with_rows_apart
from reportcheck.extract.pdf.sheets import PageLost, load_sheet
from reportcheck.extract.pdf.shells import names, refuse_shell
from reportcheck.model import Line, Page, Table, Text

UNMAPPED = 0.15
"""Where the file tells of more characters than this share not what they mean, pdfminer is asked."""


def warm() -> None:
    """Load what reading needs, so that a process that forks from this one has it."""
    pdfium()


def count_pages(data: bytes, name: str, password: str | None = None) -> int:
    """How many pages a PDF has; PaperError where it is no PDF, damaged, locked or without pages."""
    if not data:
        raise PaperError(name, "the file is empty.", "Save it again, or leave it out.")
    with opened(data, name, password) as handle:
        refuse_shell(handle, data, name)
        count: int = pdfium()[1].FPDF_GetPageCount(handle)
    if count < 1:
        raise PaperError(name, "is damaged: it has no pages.", "Get a whole copy, or save it again as PDF.")
    return count


def each_page(data: bytes, name: str, numbers: Iterable[int], options: Options) -> Iterator[Page]:
    """The pages of those numbers (from 1), each when it is asked for: what goes wrong is that page's `problem`."""
    if options.pdf_engine == "pdfplumber":
        from reportcheck.extract.pdf.plumber import plumb_pages

        yield from plumb_pages(data, numbers, options.password)
        return
    layers = b"/Encrypt" in data or names(data, b"/OCProperties")
    with opened(data, name, options.password) as handle:
        for number in numbers:
            yield _asked_again(_read(handle, number, layers), data, options)


def read_pages(data: bytes, name: str, numbers: Sequence[int], options: Options) -> list[Page]:
    """The pages of those numbers (from 1), all at once."""
    return list(each_page(data, name, numbers, options))


def _read(handle: Any, number: int, layers: bool) -> Page:
    try:
        sheet = load_sheet(handle, number, layers)
        if sheet.unread > UNMAPPED:
            return Page(number, problem=_MUTE, has_text=False)
        return page_of(sheet)
    except PageLost:
        return Page(number, problem="the page is damaged and cannot be opened", has_text=False)
    except (ArithmeticError, LookupError, ValueError, MemoryError, RecursionError) as problem:
        return Page(number, problem=f"the page could not be read ({type(problem).__name__})", has_text=False)


_MUTE = "the file does not tell what its characters mean"


def _asked_again(page: Page, data: bytes, options: Options) -> Page:
    """A page whose characters pdfium cannot name, as pdfminer reads it where that names them."""
    if page.problem != _MUTE:
        return page
    from reportcheck.extract.pdf.plumber import plumb_pages

    try:
        other = next(plumb_pages(data, [page.number], options.password))
    except MemoryError:
        raise
    except Exception:  # Whatever pdfminer says of a file that is damaged as well.
        return page
    return other if other.has_text and not other.problem and not _nameless(other) else page


def _nameless(page: Page) -> bool:
    """Whether pdfminer gives numbers for characters, "(cid:57)", that would be taken for figures."""
    return any("(cid:" in t.text for b in page.blocks for t in ([b.text] if isinstance(b, Line) else _texts(b)))


def _texts(table: Table) -> list[Text]:
    return [cell.text for cell in table.cells]


def join_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Pages in order -> the paper's pages: tables joined over pages, running heads gone, printed numbers known."""
    return tuple(tables_joined(with_rows_apart(without_furniture(pages))))


def read_pdf(data: bytes, name: str, options: Options) -> tuple[Page, ...]:
    """The wanted pages of a PDF; PaperError where it is damaged or locked."""
    wanted = [n for n in range(1, count_pages(data, name, options.password) + 1) if options.wants(n)]
    return join_pages(read_pages(data, name, wanted, options))
