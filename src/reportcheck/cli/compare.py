"""`reportcheck compare`: the figures that changed between two versions of a paper."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportcheck.cli.choices import FileSeconds, Jobs, Memory, Ocr, PageSeconds, Password

if TYPE_CHECKING:
    from reportcheck.extract import Options
    from reportcheck.model import Kept
    from reportcheck.past.comparing import Change, Comparison


class CompareFormat(StrEnum):
    """How a comparison is written."""

    text = "text"
    json = "json"
    html = "html"


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older version.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version.")],
    format: Annotated[
        CompareFormat | None, typer.Option(help="text, json or html; the output's name tells it.")
    ] = None,
    output: Annotated[str, typer.Option(metavar="FILE", help="Write to this file.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Let a file be replaced that is not ours.")] = False,
    jobs: Jobs = 0,
    password: Password = None,
    ocr: Ocr = False,
    memory: Memory = 2048,
    page_seconds: PageSeconds = 30.0,
    file_seconds: FileSeconds = 600.0,
) -> None:
    """List the figures that changed between two versions of a paper, by row and sentence, whatever page they are on.

    The exit code is 0 where all figures are the same, 1 where some differ, 2 where a paper could not be read.
    """
    from pathlib import Path

    from reportcheck.archive.papers import asked_for
    from reportcheck.cli.output import make_room
    from reportcheck.cli.writers import put
    from reportcheck.extract import Options
    from reportcheck.past.comparing import compared

    options = Options(
        jobs=jobs, password=password, ocr=ocr, memory_mb=memory, page_seconds=page_seconds, file_seconds=file_seconds
    )
    suffix = Path(output).suffix.lower().lstrip(".")
    form = str(format) if format else "html" if suffix in ("html", "htm") else "json" if suffix == "json" else "text"
    if output:
        make_room(output, None, asked_for([old, new]).papers, form, force)
    found = compared(kept_of(old, options), kept_of(new, options))
    put(_written(found, form), output)
    raise typer.Exit(int(bool(found.changes)))


def kept_of(name: str, options: Options) -> Kept:
    """What is kept of a paper that is read now. UsageError or PaperError where it cannot be read, or has no text."""
    from reportcheck.archive.papers import Source
    from reportcheck.archive.run import read_source, refuse_blind
    from reportcheck.errors import UsageError
    from reportcheck.read import read
    from reportcheck.read.keep import keep

    document, error = read_source(Source(name), options)
    if document is None:
        raise UsageError(error)
    refuse_blind(document, options)
    return keep(read(document))


def _written(found: Comparison, form: str) -> bytes:
    from reportcheck.past.comparing import as_json
    from reportcheck.report.jsontext import json_text

    if form == "json":
        return json_text(as_json(found)).encode("utf-8", "backslashreplace")
    if form == "html":
        from reportcheck.past.pages import page

        return page("compare.html.j2", told=as_json(found), summary=_summary(found))
    return _text(found).encode("utf-8", "backslashreplace")


def _summary(found: Comparison) -> str:
    from reportcheck.report.places import plural

    figures = sum(len(c.figures) for c in found.changes if c.sort == "changed")
    rows = sum(c.sort == "changed" for c in found.changes)
    told = [f"{plural(figures, 'figure')} changed in {plural(rows, 'place')}"]
    told += [f"{n} {sort}" for sort in ("added", "removed") if (n := sum(c.sort == sort for c in found.changes))]
    told.append(f"{plural(found.same, 'place')} the same")
    outside = [
        f"{count:,} with figures stand only in {name}, before or after what the two have in common"
        for name, count in ((found.old, found.outside_old), (found.new, found.outside_new))
        if count
    ]
    return "; ".join([", ".join(told), *outside]) + "."


def _text(found: Comparison) -> str:
    from reportcheck.report.safe import safe

    lines: list[str] = []
    for change in found.changes:
        lines.append(f"{change.sort} {_where(change)}  {safe(_short(change.name))}")
        for moved in change.figures:
            column = f"{safe(_short(moved.column))}: " if moved.column else ""
            difference = f" ({moved.difference})" if moved.difference else ""
            lines.append(
                f"    {column}{safe(moved.old) or '(nothing)'} -> {safe(moved.new) or '(nothing)'}{difference}"
            )
    return "\n".join([*lines, *([""] if lines else []), safe(_summary(found))]) + "\n"


def _where(change: Change) -> str:
    def place(at: Any) -> str:
        return f"line {at[1]}" if at[1] is not None else f"page {at[0]}"

    return " -> ".join(place(at) for at in (change.old, change.new) if at is not None)


def _short(text: str) -> str:
    from reportcheck.words.names import short

    return short(text)
