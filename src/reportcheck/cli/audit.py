"""`reportcheck audit`: papers in, reports out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportcheck.cli.choices import Engine, FailOn, Format


def audit(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Papers, folders of papers, patterns such as '2024/*.pdf', or - ."),
    ],
    format: Annotated[Format, typer.Option(help="text for people, json for programs.")] = Format.text,
    output: Annotated[
        str,
        typer.Option(
            metavar="FILE|FOLDER", help="Write here: a file, or a folder with one report a paper and a summary."
        ),
    ] = "",
    select: Annotated[
        list[str], typer.Option(metavar="RULE", help="Only these rules: an id, the start of one (RC1), or a name.")
    ] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option(metavar="RULE", help="All rules but these.")] = [],  # noqa: B006
    fail_on: Annotated[FailOn, typer.Option(help="The mildest finding that makes the exit code 1.")] = FailOn.warning,
    pages: Annotated[str, typer.Option(metavar="3-8", help="Only these pages, such as 3-8 or 1,4,10-.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only, no summary.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also list what holds, and rules with nothing to test.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=0, help="How many processes; 0 is one for each core.")] = 0,
    password: Annotated[str | None, typer.Option(help="The password of a locked PDF.")] = None,
    rules: Annotated[Path | None, typer.Option(metavar="FOLDER", help="More rules, as YAML files.")] = None,
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
    """Put the figures of papers to the test.

    The exit code is 0 where nothing is wrong, 1 where there are findings, 2 where a paper could not be audited.
    """
    from reportcheck.cli.request import Request, page_ranges
    from reportcheck.cli.work import work
    from reportcheck.extract import Options

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
    request = Request(
        paths=tuple(paths),
        options=options,
        format=str(format),
        output=output,
        select=_names(select),
        ignore=_names(ignore),
        rules=rules,
        fail_on=str(fail_on),
        quiet=quiet,
        verbose=verbose,
    )
    raise typer.Exit(work(request))


def _names(given: list[str]) -> tuple[str, ...]:
    """Rule names, given one by one or parted by commas."""
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())
