"""`reportcheck batch`: a great many papers, unattended, into a ledger."""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportcheck.cli.choices import FailOn, FileSeconds, Jobs, Memory

if TYPE_CHECKING:
    from reportcheck.past.going import Engine, Gone

_EVERY = 10.0
"""Seconds between two lines of progress."""


class BatchEngine(StrEnum):
    """Who audits the papers of a batch."""

    local = "local"
    dask = "dask"


def batch(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Papers, folders, patterns, or addresses such as s3://bucket/papers."),
    ],
    ledger: Annotated[
        str, typer.Option(metavar="FILE|URL", help="The ledger: a file of SQLite, or a database's address.")
    ],
    select: Annotated[
        list[str], typer.Option(metavar="RULE", help="Only these rules: an id, the start of one (RC1), or a name.")
    ] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option(metavar="RULE", help="All rules but these.")] = [],  # noqa: B006
    rules: Annotated[Path | None, typer.Option(metavar="FOLDER", help="More rules, as YAML files.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The mildest finding that makes the exit code 1.")] = FailOn.warning,
    again: Annotated[bool, typer.Option("--again", help="Try papers again that could not be audited.")] = False,
    site: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Keep a site of the ledger here: index, search, reports.")
    ] = None,
    engine: Annotated[BatchEngine, typer.Option(help="Who does the work: this machine, or a Dask cluster.")] = (
        BatchEngine.local
    ),
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The scheduler of the cluster: tcp://host:8786.")
    ] = "",
    jobs: Jobs = 0,
    memory: Memory = 2048,
    file_seconds: FileSeconds = 600.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what could not be audited.")] = False,
) -> None:
    """Audit what is new or changed among many papers, and record it; a run that was ended is gone on with.

    The exit code is 0 where nothing is wrong, 1 where there are findings, 2 where a paper could not be audited.
    """
    from functools import partial

    from reportcheck.cli.audit import given
    from reportcheck.cli.batching import Keys, run, update_site
    from reportcheck.cli.request import rule_names
    from reportcheck.errors import UsageError
    from reportcheck.past.sources import addresses
    from reportcheck.past.workers import Limits, answers
    from reportcheck.report.safe import safe
    from reportcheck.sharing import cores

    limits = Limits(
        file_seconds, memory, str(rules or ""), rule_names(select), rule_names(ignore), tuple(sorted(given(context)))
    )
    if (engine == BatchEngine.dask) != bool(scheduler):
        raise UsageError("--engine dask and --scheduler go together: name the scheduler of the cluster.")
    work: Engine = partial(answers, jobs=jobs or cores(), limits=limits)
    if engine == BatchEngine.dask:
        from reportcheck.past import dasked

        work = partial(dasked.answers, scheduler=scheduler, limits=limits)
    keys = Keys(limits, str(fail_on))
    papers = addresses(sources)
    seen = Seen(len(papers), quiet)
    run(papers, ledger, keys, work, again, seen)
    seen.close(ledger)
    if site is not None:
        written = update_site(ledger, site)
        if not quiet:
            at = f"site in {site}: open {site / 'index.html'}"
            typer.echo(f"  {safe(at)} ({written:,} pages new or changed)")
    raise typer.Exit(seen.code)


class Seen:
    """How far a run is, and how it went."""

    def __init__(self, papers: int, quiet: bool) -> None:
        from reportcheck.cli.say import Complaints

        self.done = self.kept = self.failed = self.code = 0
        self._papers, self._quiet = papers, quiet
        self._found = dict.fromkeys(("error", "warning", "note"), 0)
        self._begun = self._told = time.monotonic()
        self._complaints = Complaints()

    def paper(self, gone: Gone, fail_on: str) -> None:
        """Count a paper; tell of it where it could not be audited."""
        from reportcheck.cli.request import fails

        self.done += 1
        self.kept += gone.kept
        for severity, count in gone.findings.items():
            self._found[severity] += count
        if gone.error:
            self.failed += 1
            self._complaints.say(gone.source, gone.error)
        found = any(count and fails(severity, fail_on) for severity, count in gone.findings.items())
        self.code = max(self.code, 2 if gone.error else int(found))
        if not self._quiet and time.monotonic() - self._told >= _EVERY:
            self._progress()

    def across(self, severity: str, count: int, fail_on: str) -> None:
        """Count findings that rest on other papers."""
        from reportcheck.cli.request import fails

        self._found[severity] += count
        self.code = max(self.code, int(fails(severity, fail_on)))

    def body(self, problem: str) -> None:
        """Tell why the papers of a body could not be compared."""
        self._complaints.say("", problem)
        self.code = 2

    def close(self, ledger: str) -> None:
        """The summary."""
        from reportcheck.past.ledger import shown
        from reportcheck.report.places import plural
        from reportcheck.report.safe import safe

        self._complaints.close()
        if self._quiet:
            return
        counts = ", ".join(plural(count, severity) for severity, count in self._found.items())
        typer.echo(f"{plural(self.done, 'paper')}: {self.kept:,} unchanged, {self.failed:,} not audited; {counts}")
        if shown(ledger) == ledger:
            typer.echo(f"  recorded in {safe(ledger)}")

    def _progress(self) -> None:
        from reportcheck.cli.say import say

        self._told = time.monotonic()
        rate = (self.done - self.kept or self.done) / (self._told - self._begun)
        left = (self._papers - self.done) / rate
        time_left = f"{left / 60:,.0f} min" if left >= 90 else f"{left:.0f} s"
        say(
            f"{self.done:,} of {self._papers:,} papers, {rate:.1f} a second, "
            f"{self.failed:,} not audited, about {time_left} left"
        )
