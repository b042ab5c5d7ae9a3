"""`reportcheck extract`: what is on paper, before any meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from reportcheck.cli.choices import (
    Engine,
    FileSeconds,
    Jobs,
    Memory,
    Ocr,
    OnlyJson,
    Pages,
    PageSeconds,
    Password,
    PdfEngine,
)


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Papers, folders of papers, patterns, or - .")],
    format: Annotated[OnlyJson, typer.Option(help="How it is written.")] = OnlyJson.json,
    pages: Pages = "",
    jobs: Jobs = 0,
    password: Password = None,
    ocr: Ocr = False,
    pdf_engine: PdfEngine = Engine.pdfium,
    memory: Memory = 2048,
    page_seconds: PageSeconds = 30.0,
    file_seconds: FileSeconds = 600.0,
) -> None:
    """Print what is on paper, before any meaning: pages, lines and tables."""
    import sys

    from reportcheck.archive.papers import asked_for
    from reportcheck.archive.run import read_source
    from reportcheck.cli.request import page_ranges
    from reportcheck.cli.say import say
    from reportcheck.extract import Options
    from reportcheck.report.extraction import extraction_json

    options = Options(
        pages=page_ranges(pages),
        jobs=jobs,
        password=password,
        pdf_engine=str(pdf_engine),
        ocr=ocr,
        memory_mb=memory,
        page_seconds=page_seconds,
        file_seconds=file_seconds,
    )
    documents, errors = [], []
    for source in asked_for(paths).papers:
        document, error = read_source(source, options)
        if document is None:
            say(error)
            errors.append({"path": source.name, "pages": [], "tables": [], "errors": [error]})
        else:
            documents.append(document)
    sys.stdout.flush()
    sys.stdout.buffer.write(extraction_json(documents, errors).encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
    raise typer.Exit(2 if errors else 0)
