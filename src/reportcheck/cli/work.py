"""A request -> reports written and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.papers import Source, asked_for
from reportcheck.archive.run import Outcome, audit_source
from reportcheck.archive.store import write_atomically
from reportcheck.cli.doubts import doubt_report, tell_left_alone
from reportcheck.cli.output import make_room, results_folder
from reportcheck.cli.progress import Watch
from reportcheck.cli.request import Request, fails
from reportcheck.cli.say import say
from reportcheck.cli.stopping import told_if_stopped
from reportcheck.model import Rule


def work(request: Request) -> int:
    """Audit what is asked for, write the reports, and say how it went: 0 clean, 1 findings, 2 not audited."""
    rules = Ahead(partial(_rules, request))
    if request.rules or request.select or request.ignore:
        rules.get()  # A mistake in what was asked for is told before a paper is read.
    asked = asked_for(request.paths, Path(request.output) if request.output else None)
    papers = asked.papers
    folder = results_folder(request.output, len(papers))
    if request.output:
        make_room(request.output, folder, papers, request.format, request.force)
    tell_left_alone(asked, request.quiet)
    watch = Watch(len(papers))
    try:
        if folder is not None:
            from reportcheck.cli.collect import collect

            return collect(request, rules, papers, folder, watch)
        write = _json if request.format == "json" else _text
        codes: list[int] = []
        with told_if_stopped(lambda: _how_far(len(codes), len(papers), request.output)):
            for outcome in write(request, _outcomes(request, rules, papers, watch)):
                codes.append(max(exit_code(outcome, request.fail_on), doubt_report(request, outcome)))
        return max(codes, default=0)
    finally:
        watch.hide()


def _how_far(done: int, papers: int, output: str) -> str:
    return f"{done} of {papers}" + (f"; nothing was written to {output}" if output else "")


def exit_code(outcome: Outcome, fail_on: str) -> int:
    """What one paper adds to the exit code."""
    if outcome.failed:
        return 2
    from reportcheck.auditing import worst

    found = worst(outcome.report.findings) if outcome.report else None
    return int(found is not None and fails(found, fail_on))


def _rules(request: Request) -> tuple[Rule, ...]:
    """The rules, and with them all that an audit and its report import."""
    import reportcheck.auditing
    import reportcheck.report.terminal  # noqa: F401
    from reportcheck.rulepack import rules_for

    return rules_for(request.rules, request.select, request.ignore)


def _outcomes(
    request: Request, rules: Ahead[tuple[Rule, ...]], papers: Sequence[Source], watch: Watch
) -> Iterator[Outcome]:
    for number, source in enumerate(papers, start=1):
        watch.paper(number, source.name)
        outcome = audit_source(source, rules, request.options, watch.pages)
        watch.hide()
        yield outcome


def _json(request: Request, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """All reports as one JSON object, when the last is in."""
    from reportcheck.report.json import of_outcome, whole

    documents: list[dict[str, Any]] = []
    for outcome in outcomes:
        if outcome.failed:
            say(outcome.error)
        documents.append(of_outcome(outcome.name, outcome.report, outcome.error))
        yield outcome
    data = whole(documents).encode("utf-8", "backslashreplace")
    if request.output:
        write_atomically(Path(request.output), data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _text(request: Request, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Each report as soon as it is there."""
    first = list(islice(outcomes, 1))  # While it is read, what is imported here is made ready in the background.
    import io

    from reportcheck.report.console import console
    from reportcheck.report.summary import Tally, write_total
    from reportcheck.report.terminal import write_report

    kept = io.StringIO() if request.output else None
    to = console(kept or sys.stdout)
    tally = Tally()
    for outcome in chain(first, outcomes):
        if outcome.report is not None:
            write_report(to, outcome.report, verbose=request.verbose, quiet=request.quiet)
        if outcome.failed:
            sys.stdout.flush()
            say(outcome.error)
        tally.add(outcome.report, outcome.failed)
        yield outcome
    if not request.quiet:
        write_total(to, tally)
    if kept is not None:
        write_atomically(Path(request.output), kept.getvalue().encode("utf-8", "backslashreplace"))
