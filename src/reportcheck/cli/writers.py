"""Outcomes -> reports in the formats and places that are wanted, each as soon as it can be."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Protocol

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.papers import STDIN
from reportcheck.archive.run import Outcome
from reportcheck.archive.store import write_atomically
from reportcheck.cli.request import Request
from reportcheck.cli.wanted import Wanted
from reportcheck.errors import PaperError, ReportcheckError
from reportcheck.extract import Options
from reportcheck.model import Document, Report, Rule


class Writer(Protocol):
    """Takes outcomes in, and writes what is left when all are in."""

    def add(self, outcome: Outcome) -> None:
        """One paper is audited."""

    def close(self) -> None:
        """All are."""


def writer_of(wanted: Wanted, request: Request, rules: Ahead[tuple[Rule, ...]]) -> Writer:
    """The writer of one of the formats that are wanted."""
    if wanted.format == "text":
        return _TextWriter(wanted.output, request)
    if wanted.format == "json":
        return _JsonWriter(wanted.output, request.verbose)
    return _WholeWriter(wanted, request, rules)


class _TextWriter:
    """Each report as soon as it is there."""

    def __init__(self, output: str, request: Request) -> None:
        self._output, self._request = output, request
        self._kept = io.StringIO() if output else None
        self._to: Any = None
        self._tally: Any = None

    def add(self, outcome: Outcome) -> None:
        from reportcheck.report.terminal import write_report

        self._begin()
        if outcome.report is not None:
            write_report(self._to, outcome.report, verbose=self._request.verbose, quiet=self._request.quiet)
        self._tally.add(outcome.report, outcome.failed)

    def close(self) -> None:
        from reportcheck.report.summary import write_total

        self._begin()
        if not self._request.quiet:
            write_total(self._to, self._tally)
        if self._kept is not None:
            write_atomically(Path(self._output), self._kept.getvalue().encode("utf-8", "backslashreplace"))

    def _begin(self) -> None:
        """What is imported here is made ready in the background while the first paper is read."""
        from reportcheck.report.console import console
        from reportcheck.report.summary import Tally

        if self._to is None:
            stream: IO[str] = self._kept if self._kept is not None else sys.stdout
            self._to, self._tally = console(stream), Tally()


class _JsonWriter:
    """All reports as one JSON object; of a report no more is kept than that shows."""

    def __init__(self, output: str, verbose: bool) -> None:
        self._output, self._verbose = output, verbose
        self._documents: list[dict[str, Any]] = []

    def add(self, outcome: Outcome) -> None:
        from reportcheck.report.json import of_outcome

        self._documents.append(of_outcome(outcome.name, outcome.report, outcome.error, self._verbose))

    def close(self) -> None:
        from reportcheck.report.json import whole

        put(whole(self._documents).encode("utf-8", "backslashreplace"), self._output)


class _WholeWriter:
    """All reports in one file, when the last is in."""

    def __init__(self, wanted: Wanted, request: Request, rules: Ahead[tuple[Rule, ...]]) -> None:
        self._wanted, self._request, self._rules = wanted, request, rules
        self._outcomes: list[Outcome] = []

    def add(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)

    def close(self) -> None:
        put(rendered(self._wanted.format, self._outcomes, self._request, self._rules), self._wanted.output)
        if self._request.show and self._wanted.format == "html" and self._wanted.output:
            import webbrowser

            webbrowser.open(Path(self._wanted.output).resolve().as_uri())


def rendered(format: str, outcomes: list[Outcome], request: Request, rules: Ahead[tuple[Rule, ...]]) -> bytes:
    """Outcomes in a format other than text."""
    from reportcheck.report.formats import Means, rendered
    from reportcheck.report.told import Told

    told = [Told(outcome.name, outcome.report, outcome.error) for outcome in outcomes]
    means = Means(rules.get(), _Painter(request.options), request.all_pages, request.verbose)
    return rendered(format, told, means)


class _Painter:
    """Draws pages of papers that can be opened again and are still what was audited."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def __call__(self, report: Report, pages: tuple[int, ...]) -> Mapping[int, bytes]:
        from reportcheck.extract.pictures import PictureOptions, page_pictures

        try:
            data = bytes_again(report.document)
            turns = {page.number: page.turn for page in report.document.pages if page.turn}
            wish = PictureOptions(password=self._options.password, seconds=self._options.file_seconds, turns=turns)
            return page_pictures(data, report.document.path, pages, wish)
        except ReportcheckError:
            return {}


def bytes_again(document: Document) -> bytes:
    """The paper's bytes once more. PaperError where it cannot be read again, or has changed since it was audited."""
    import hashlib

    from reportcheck.extract.intake import file_bytes

    name = document.path
    if name == STDIN:
        raise PaperError(name, "came through a pipe and cannot be read again.", "Save it to a file first.")
    data = file_bytes(Path(name), name, document.format)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise PaperError(name, "was changed while it was audited.", "Audit it again.")
    return data


def put(data: bytes, output: str) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if output:
        write_atomically(Path(output), data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
