"""The choices that options give."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

_WEEK = 604_800.0


class Format(StrEnum):
    """How reports are written."""

    text = "text"
    json = "json"
    html = "html"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    csv = "csv"
    xlsx = "xlsx"
    markdown = "markdown"


class FailOn(StrEnum):
    """The mildest finding that makes the exit code 1."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class Engine(StrEnum):
    """What reads PDFs."""

    pdfium = "pdfium"
    pdfplumber = "pdfplumber"


class ExtractFormat(StrEnum):
    """How an extraction is written."""

    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    markdown = "markdown"


class Side(StrEnum):
    """Which side of a draft's tracked changes is read."""

    final = "final"
    original = "original"
    both = "both"


def a_number(value: float) -> float:
    """The value of an option. "nan" is neither above nor below what an option takes at least and at most."""
    if value != value:
        raise typer.BadParameter("nan is not a number.")
    return value


# How papers are read: options that more than one command takes.
Pages = Annotated[str, typer.Option(metavar="3-8", help="Only these pages, such as 3-8 or 1,4,10-.")]
Jobs = Annotated[int, typer.Option(min=0, help="How many processes; 0 is one for each core.")]
Password = Annotated[str | None, typer.Option(help="The password of a locked PDF.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Read pages that are pictures (needs reportcheck[ocr]).")]
PdfEngine = Annotated[Engine, typer.Option(help="What reads PDFs.")]
Memory = Annotated[
    int, typer.Option(min=128, metavar="MB", help="The most memory that each process that reads a file may take.")
]
PageSeconds = Annotated[
    float,
    typer.Option(
        min=0.1, max=_WEEK, callback=a_number, help="The most time for one page; it is lost, and the others are read."
    ),
]
FileSeconds = Annotated[
    float,
    typer.Option(
        min=0.1, max=_WEEK, callback=a_number, help="The most time for reading one file, and for auditing it."
    ),
]
Revisions = Annotated[
    Side, typer.Option(help="Read a Word draft as if its tracked changes were accepted, rejected, or both in turn.")
]
