"""A request whose results go to a folder: one report a paper, a summary, and a line for each paper that is new."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.batch import Results, batch
from reportcheck.archive.ledger import Entry, made_with
from reportcheck.archive.papers import Source
from reportcheck.archive.run import Outcome, audit_source
from reportcheck.cli.output import SUFFIXES
from reportcheck.cli.progress import Watch
from reportcheck.cli.request import Request, fails
from reportcheck.cli.say import say
from reportcheck.model import Rule


def collect(
    request: Request, rules: Ahead[tuple[Rule, ...]], papers: Sequence[Source], folder: Path, watch: Watch
) -> int:
    """Audit the papers that are new or changed, and bring the folder up to date. The exit code."""
    from reportcheck.report.console import console, write_line
    from reportcheck.report.summary import Tally, write_total

    key = made_with(rules.get(), request.rules, request.options, f"{request.format} {request.verbose} {request.quiet}")
    results = Results(folder, SUFFIXES[request.format], key)
    numbers = {source.name: number for number, source in enumerate(papers, start=1)}

    def audit(source: Source) -> Outcome:
        watch.paper(numbers[source.name], source.name)
        return audit_source(source, rules, request.options, watch.pages)

    render = _as_json if request.format == "json" else partial(_as_text, request)
    to, tally, code, kept_papers = console(sys.stdout), Tally(), 0, 0
    for entry, kept in batch(papers, results, audit, render):
        kept_papers += kept
        for error in entry.errors:
            watch.hide()
            say(error)
        code = max(code, _exit_code(entry, request.fail_on))
        tally.count(entry.pages, entry.findings, entry.coverage, bool(entry.errors))
    watch.hide()
    if not request.quiet:
        write_total(to, tally, always=True)
        write_line(to, f"  {kept_papers} unchanged; reports are in {folder}", "quiet")
    return code


def _exit_code(entry: Entry, fail_on: str) -> int:
    if entry.errors:
        return 2
    return int(any(count and fails(severity, fail_on) for severity, count in entry.findings.items()))


def _as_json(outcome: Outcome) -> bytes:
    from reportcheck.report.json import of_outcome, whole

    return whole([of_outcome(outcome.name, outcome.report, outcome.error)]).encode("utf-8", "backslashreplace")


def _as_text(request: Request, outcome: Outcome) -> bytes:
    from reportcheck.report.console import console
    from reportcheck.report.safe import safe
    from reportcheck.report.terminal import write_report

    stream = io.StringIO()
    if outcome.report is not None:
        write_report(console(stream), outcome.report, verbose=request.verbose, quiet=request.quiet)
    if outcome.error:
        stream.write(safe(outcome.error) + "\n")
    return stream.getvalue().encode("utf-8", "backslashreplace")
