"""A request -> reports written and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportcheck.archive.papers import sources
from reportcheck.archive.run import Outcome, audit_sources
from reportcheck.archive.store import write_atomically
from reportcheck.auditing import worst
from reportcheck.cli.progress import watched
from reportcheck.cli.request import Request
from reportcheck.cli.say import say
from reportcheck.rulepack import rules_for

_RANK = {"error": 0, "warning": 1, "note": 2}


def work(request: Request) -> int:
    """Audit what is asked for, write the reports, and say how it went: 0 clean, 1 findings, 2 not audited."""
    rules = rules_for(request.rules, request.select, request.ignore)
    papers = sources(request.paths)
    outcomes = watched(audit_sources(papers, rules, request.options), len(papers))
    code = 0
    write = _json if request.format == "json" else _text
    for outcome in write(request, outcomes):
        code = max(code, exit_code(outcome, request.fail_on))
    return code


def exit_code(outcome: Outcome, fail_on: str) -> int:
    """What one paper adds to the exit code."""
    if outcome.failed:
        return 2
    found = worst(outcome.report.findings) if outcome.report else None
    return int(found is not None and fail_on != "never" and _RANK[found] <= _RANK[fail_on])


def _json(request: Request, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """All reports as one JSON object, when the last is in."""
    from reportcheck.report.json import document, failure, whole

    documents: list[dict[str, Any]] = []
    for outcome in outcomes:
        if outcome.failed:
            say(outcome.error)
        if outcome.report is None:
            documents.append(failure(outcome.name, outcome.error))
        else:
            documents.append(document(outcome.report, (outcome.error,) if outcome.error else ()))
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
    import io

    from reportcheck.report.console import console
    from reportcheck.report.summary import Tally, write_total
    from reportcheck.report.terminal import write_report

    kept = io.StringIO() if request.output else None
    to = console(kept or sys.stdout)
    tally = Tally()
    for outcome in outcomes:
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
