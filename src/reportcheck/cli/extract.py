"""`reportcheck extract`: what is on paper, before any meaning."""

from __future__ import annotations

from typing import Annotated

import typer

from reportcheck.cli.choices import (
    Engine,
    ExtractFormat,
    FileSeconds,
    Jobs,
    Memory,
    Ocr,
    Pages,
    PageSeconds,
    Password,
    PdfEngine,
)


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Papers, folders of papers, patterns, or - .")],
    format: Annotated[
        ExtractFormat, typer.Option(help="json has all that is on paper; csv and xlsx its tables.")
    ] = ExtractFormat.json,
    output: Annotated[str, typer.Option(metavar="FILE", help="Write to this file.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Let a file be replaced that is not ours.")] = False,
    page: Annotated[int, typer.Option(min=0, help="Only this page; with --draw the one that is drawn.")] = 0,
    draw: Annotated[
        str, typer.Option(metavar="FILE.png", help="Draw a page of a PDF with what was read on it outlined.")
    ] = "",
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
    from reportcheck.cli.extraction import Extraction, extracted
    from reportcheck.cli.request import page_ranges
    from reportcheck.extract import Options

    options = Options(
        pages=((page, page),) if page else page_ranges(pages),
        jobs=jobs,
        password=password,
        pdf_engine=str(pdf_engine),
        ocr=ocr,
        memory_mb=memory,
        page_seconds=page_seconds,
        file_seconds=file_seconds,
    )
    raise typer.Exit(extracted(Extraction(tuple(paths), options, str(format), output, force, page, draw)))
