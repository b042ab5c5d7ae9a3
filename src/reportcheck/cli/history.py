"""`reportcheck history`: every figure of a measure, over all papers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportcheck.cli.choices import FileSeconds, Jobs, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportcheck.extract import Options
    from reportcheck.model import Fact, Kept
    from reportcheck.past.history import Series

_MOST = 12
"""So many series are shown in a terminal."""
_BAR = 40
_COLUMNS = ("series", "time", "until", "text", "value", "low", "high", "unit", "paper", "page", "line", "revised")
_NUMBERS = ("value", "low", "high")


class HistoryFormat(StrEnum):
    """How a history is written."""

    text = "text"
    csv = "csv"
    json = "json"
    html = "html"


def history(
    measure: Annotated[str, typer.Argument(metavar="MEASURE", help="Its words: 'fostering households'.")],
    papers: Annotated[list[str], typer.Argument(metavar="[PAPER]", help="Papers, folders or patterns.")] = [],  # noqa: B006
    ledger: Annotated[
        str, typer.Option(metavar="FILE|URL", help="In place of papers, the ledger of `reportcheck batch`.")
    ] = "",
    body: Annotated[str, typer.Option(help="Of a ledger only bodies whose folder has these words.")] = "",
    format: Annotated[
        HistoryFormat | None, typer.Option(help="text, csv, json or html; the output's name tells it.")
    ] = None,
    output: Annotated[str, typer.Option(metavar="FILE", help="Write to this file.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Let a file be replaced that is not ours.")] = False,
    jobs: Jobs = 0,
    memory: Memory = 2048,
    file_seconds: FileSeconds = 600.0,
) -> None:
    """Show every figure of a measure over all papers, in order of time; what was revised is marked.

    The exit code is 0 where there is one, 1 where there is none, 2 where a paper could not be read.
    """
    from pathlib import Path

    from reportcheck.archive.papers import asked_for
    from reportcheck.cli.output import make_room
    from reportcheck.cli.writers import put
    from reportcheck.errors import UsageError
    from reportcheck.extract import Options
    from reportcheck.past.history import history as history_of
    from reportcheck.past.history import in_ledger

    if bool(papers) == bool(ledger):
        raise UsageError("history: give papers, or the --ledger of `reportcheck batch`.")
    suffix = Path(output).suffix.lower().lstrip(".")
    form = str(format) if format else suffix if suffix in ("csv", "json", "html") else "text"
    if output:
        make_room(output, None, asked_for(papers).papers, form, force)
    failed = False
    if ledger:
        from reportcheck.past.ledger import Ledger

        with Ledger(ledger, change=False) as book:
            series = history_of(measure, in_ledger(book, measure, body))
    else:
        read = list(_read(papers, Options(jobs=jobs, memory_mb=memory, file_seconds=file_seconds)))
        failed = None in read
        series = history_of(measure, [(paper, facts) for each in read if each for paper, facts in [each]])
    put(_written(measure, series, form), output)
    raise typer.Exit(2 if failed else int(not series))


def _read(names: Sequence[str], options: Options) -> Iterator[tuple[Kept, Sequence[Fact]] | None]:
    """What is kept of the papers; None for one that cannot be read, which is told."""
    from reportcheck.archive.papers import asked_for
    from reportcheck.cli.compare import kept_of
    from reportcheck.cli.say import say
    from reportcheck.errors import ReportcheckError

    for source in asked_for(names).papers:
        try:
            kept = kept_of(source.name, options)
        except ReportcheckError as problem:
            say(str(problem))
            yield None
            continue
        yield kept, kept.facts


def _written(measure: str, series: Sequence[Series], form: str) -> bytes:
    from reportcheck.past.history import as_json
    from reportcheck.report.jsontext import json_text

    if form == "json":
        return json_text(as_json(measure, series)).encode("utf-8", "backslashreplace")
    if form == "html":
        from reportcheck.past.pages import page

        told = as_json(measure, series)
        for shown, each in zip(told["series"], series, strict=True):
            shown["shares"] = _shares(each)
        return page("history.html.j2", told=told)
    text = _csv(series) if form == "csv" else _text(measure, series)
    return text.encode("utf-8", "backslashreplace")


def _shares(series: Series) -> list[int]:
    """Each figure as a share of the greatest, in per cent."""
    from reportcheck.past.history import value_of

    values = [abs(value_of(point)) for point in series.points]
    most = max(values, default=0) or 1
    return [int(100 * value / most) for value in values]


def _csv(series: Sequence[Series]) -> str:
    import csv
    import io

    from reportcheck.past.history import point_json

    made = io.StringIO()
    rows = csv.writer(made, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for each in series:
        for point in each.points:
            told = {"series": each.name, **point_json(point)}
            rows.writerow([_cell(name, told[name]) for name in _COLUMNS])
    return "\ufeff" + made.getvalue()


def _cell(column: str, value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; our own numbers stay numbers, those below nought too."""
    from reportcheck.report.listed import harmless
    from reportcheck.report.safe import safe

    if value is None:
        return ""
    return harmless(safe(value)) if isinstance(value, str) and column not in _NUMBERS else value


def _text(measure: str, series: Sequence[Series]) -> str:
    from reportcheck.report.places import plural
    from reportcheck.report.safe import safe

    if not series:
        return f"No figure of {safe(measure)} was found.\n"
    lines: list[str] = []
    for each in series[:_MOST]:
        times = len({point.time for point in each.points})
        lines.append(f"{safe(each.name)}  ({plural(times, 'time')})")
        lines += _rows(each)
        lines.append("")
    if len(series) > _MOST:
        lines.append(f"{len(series) - _MOST:,} more series: see --format csv.")
    return "\n".join(lines).rstrip() + "\n"


def _rows(series: Series) -> Iterator[str]:
    """A line for each figure, with a bar where there are several: a shaded one for what is below nought."""
    from pathlib import PurePath

    from reportcheck.past.history import value_of
    from reportcheck.report.safe import safe

    several = len(series.points) > 1
    times = max(len(point.time) for point in series.points)
    texts = max(len(safe(point.fact.figure.text)) for point in series.points)
    for point, share in zip(series.points, _shares(series), strict=True):
        at = point.fact.figure.location
        sign = "▒" if value_of(point) < 0 else "█"
        bar = f"  {sign * round(share * _BAR / 100):<{_BAR}}" if several else ""
        where = f"{safe(PurePath(point.paper).name)}, {f'line {at.line}' if at.line is not None else f'page {at.page}'}"
        note = f"  REVISED, was {safe(point.revised)}" if point.revised else ""
        note = note or (f"  (the same in {point.others} more)" if point.others else "")
        yield f"  {point.time:<{times}}  {safe(point.fact.figure.text):>{texts}}{bar}  {where}{note}"
