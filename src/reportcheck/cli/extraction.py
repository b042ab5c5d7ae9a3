"""What is on papers -> standard output or a file, in the format that is wanted; or a page drawn as it was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportcheck.archive.papers import Source, asked_for
from reportcheck.archive.run import read_source
from reportcheck.cli.output import make_room
from reportcheck.cli.say import say
from reportcheck.cli.writers import bytes_again, put
from reportcheck.errors import PaperError, UsageError
from reportcheck.extract import Options
from reportcheck.model import Document
from reportcheck.records import record


@record(frozen=True, slots=True)
class Extraction:
    """One run of `reportcheck extract`."""

    paths: tuple[str, ...]
    options: Options
    format: str
    output: str
    force: bool
    page: int
    draw: str


def extracted(request: Extraction) -> int:
    """Write what is asked for: 0, or 2 where a paper could not be read."""
    papers = asked_for(request.paths).papers
    for option, output in (("--output", request.output), ("--draw", request.draw)):
        if output:
            make_room(output, None, papers, request.format, request.force, option)
    if request.draw:
        _refuse_drawing(request, papers)
    documents: list[Document] = []
    errors: list[dict[str, Any]] = []
    for source in papers:
        document, error = read_source(source, request.options)
        if document is None:
            say(error)
            errors.append({"path": source.name, "pages": [], "tables": [], "errors": [error]})
        else:
            documents.append(document)
    if request.draw:
        for document in documents:
            put(_drawn(document, request), request.draw)
    if request.output or not request.draw:
        put(_rendered(request.format, documents, errors), request.output)
    return 2 if errors else 0


def _rendered(format: str, documents: Sequence[Document], errors: Sequence[dict[str, Any]]) -> bytes:
    from reportcheck.report import tables
    from reportcheck.report.extraction import extraction_json

    match format:
        case "csv":
            return tables.tables_csv(documents)
        case "xlsx":
            return tables.tables_workbook(documents)
        case "markdown":
            return tables.pages_markdown(documents)
    return extraction_json(documents, errors).encode("utf-8", "backslashreplace")


def _refuse_drawing(request: Extraction, papers: Sequence[Source]) -> None:
    if len(papers) != 1 or not request.page:
        raise UsageError("--draw draws one page of one paper: name the paper, and its page with --page.")


def _drawn(document: Document, request: Extraction) -> bytes:
    """The page with what was read on it. PaperError where it cannot be drawn."""
    from reportcheck.extract.pictures import PictureOptions, page_pictures
    from reportcheck.read import read
    from reportcheck.report.drawing import drawn_page

    if document.format != "pdf":
        raise PaperError(document.path, "has no pages that can be drawn.", "Only a PDF has.")
    turns = {page.number: page.turn for page in document.pages if page.turn}
    wish = PictureOptions(1600, "png", request.options.password, request.options.file_seconds, turns)
    data = bytes_again(document)
    pictures = page_pictures(data, document.path, [request.page], wish)
    if request.page not in pictures:
        raise PaperError(document.path, f"page {request.page} cannot be drawn.", "Save the PDF again.")
    return drawn_page(read(document, 1), request.page, pictures[request.page])
