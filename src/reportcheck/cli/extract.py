"""`reportcheck extract`: what is on paper, before any meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from reportcheck.cli.choices import Engine, OnlyJson


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Papers, folders of papers, patterns, or - .")],
    format: Annotated[OnlyJson, typer.Option(help="How it is written.")] = OnlyJson.json,
    pages: Annotated[str, typer.Option(metavar="3-8", help="Only these pages, such as 3-8 or 1,4,10-.")] = "",
    jobs: Annotated[int, typer.Option(min=0, help="How many processes; 0 is one for each core.")] = 0,
    password: Annotated[str | None, typer.Option(help="The password of a locked PDF.")] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Read pages that are pictures (needs reportcheck[ocr]).")] = False,
    pdf_engine: Annotated[Engine, typer.Option(help="What reads PDFs.")] = Engine.pdfium,
    memory: Annotated[
        int, typer.Option(min=128, metavar="MB", help="The most memory that each process that reads a file may take.")
    ] = 2048,
    page_seconds: Annotated[
        float, typer.Option(min=0.1, help="The most time for one page; it is lost, and the others are read.")
    ] = 30.0,
    file_seconds: Annotated[
        float, typer.Option(min=0.1, help="The most time for reading one file, and for auditing it.")
    ] = 600.0,
) -> None:
    """Print what is on paper, before any meaning: pages, lines and tables."""
    import sys

    from reportcheck.archive.papers import sources
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
    for source in sources(paths):
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
