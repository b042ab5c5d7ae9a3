"""What is to be written, and where: the formats and files of a command line, paired."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from reportcheck.errors import UsageError
from reportcheck.records import record
from reportcheck.report.formats import BY_SUFFIX


@record(frozen=True, slots=True)
class Wanted:
    """A format, and the file or folder that it goes to; empty for standard output."""

    format: str
    output: str = ""


def wanted(formats: Sequence[str], outputs: Sequence[str]) -> tuple[Wanted, ...]:
    """Each format with its output. Without one, the output's name tells it. UsageError where they do not pair."""
    if not outputs:
        if len(formats) > 1:
            raise UsageError("only one --format can go to standard output. Give an --output for each.")
        return (_to_stdout(formats[0] if formats else "text"),)
    if not formats:
        return tuple(Wanted(BY_SUFFIX.get(Path(output).suffix.lower(), "text"), output) for output in outputs)
    if len(formats) != len(outputs):
        said = f"--format is given {_times(len(formats))} and --output {_times(len(outputs))}"
        raise UsageError(f"{said}. Give one --output for each --format.")
    return tuple(Wanted(format, output) for format, output in zip(formats, outputs, strict=True))


def _to_stdout(format: str) -> Wanted:
    if format == "xlsx" and sys.stdout.isatty():
        raise UsageError("--format xlsx writes a workbook, which no terminal shows. Name a file with --output.")
    return Wanted(format)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
