"""A request whose results go to a folder: one report a paper, a summary, and a line for each paper that is new."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.batch import Done, Results, batch
from reportcheck.archive.ledger import Entry, made_with
from reportcheck.archive.ours import INDEX
from reportcheck.archive.papers import Source
from reportcheck.archive.run import Outcome
from reportcheck.cli.auditing import Audits
from reportcheck.cli.doubts import doubt_entries
from reportcheck.cli.plan import Plan
from reportcheck.cli.progress import Watch
from reportcheck.cli.request import Request, fails
from reportcheck.cli.say import Complaints
from reportcheck.cli.settling import Settling
from reportcheck.cli.stopping import told_if_stopped
from reportcheck.model import Rule

if TYPE_CHECKING:
    from rich.console import Console

_MOST_LINES = 50


def collect(plan: Plan, papers: Sequence[Source], folder: Path, watch: Watch) -> int:
    """Audit the papers that are new or changed, and bring the folder up to date. The exit code."""
    from reportcheck.report.console import console, write_line
    from reportcheck.report.formats import SUFFIXES
    from reportcheck.report.safe import safe
    from reportcheck.report.summary import Tally, write_total

    request = plan.request
    form = request.writes[0].format
    settle, audits = Settling(plan), Audits(plan)
    key = partial(_key, plan, settle, {})
    results = Results(folder, SUFFIXES[form], key)
    numbers = {source.name: number for number, source in enumerate(papers, start=1)}

    def audit(source: Source) -> Outcome:
        watch.paper(numbers[source.name], source.name)
        return settle(audits(source, watch.pages))

    render = partial(_as_text, request) if form == "text" else partial(_as_whole, request, Ahead(plan.every_rule))
    to, tally, done, complaints = console(sys.stdout), Tally(), list[Done](), Complaints()
    with (
        told_if_stopped(lambda: f"{len(done)} of {len(papers)}; run again to go on"),
        closing(batch(papers, results, audit, render)) as outcomes,
    ):
        for each in outcomes:
            done.append(each)
            entry = each.entry
            for error in entry.errors:
                watch.hide()
                complaints.say(entry.path, error)
            tally.count(entry.pages, entry.findings, entry.coverage, bool(entry.errors))
    watch.hide()
    audits.close()
    complaints.close()
    _write_papers(to, done, folder)
    if not request.quiet:
        write_total(to, tally, always=True)
        new = sum(each.new for each in done)
        told = f"{new:,} new since the last run; " if new else ""
        kept = f"{sum(each.kept for each in done):,} unchanged"
        write_line(to, f"  {told}{kept}; reports are in {safe(str(folder))}, listed in {INDEX}", "quiet")
    doubted = doubt_entries(plan.of, [each.entry for each in done])
    return max([doubted, *(_exit_code(each.entry, plan.of(each.entry.path).fail_on) for each in done)])


def _write_papers(to: Console, done: Sequence[Done], folder: Path) -> None:
    """A line for each paper with findings, worst first; of a great many, those."""
    from reportcheck.archive.index import worst_first
    from reportcheck.report.console import write_line
    from reportcheck.report.places import plural
    from reportcheck.report.safe import safe

    found = [each for each in done if any(each.entry.findings.values())]
    found.sort(key=lambda each: worst_first(each.entry))
    for each in found[:_MOST_LINES]:
        told = each.entry.findings
        counts = ", ".join(plural(told[kind], kind) for kind in ("error", "warning", "note") if told.get(kind))
        style = next(kind for kind in ("error", "warning", "note") if told.get(kind))
        new = f" ({each.new:,} new since the last run)" if each.new else ""
        write_line(to, f"{safe(each.entry.path)}: {counts}{new}", style)
    if len(found) > _MOST_LINES:
        more = plural(len(found) - _MOST_LINES, "more paper")
        write_line(to, f"{more} with findings: see {safe(str(folder / INDEX))}", "warning")


def _key(plan: Plan, settle: Settling, made: dict[str, str], paper: str) -> str:
    """What a paper's report is made with; `made` keeps what is the same for many papers."""
    asked = plan.of(paper)
    alike = repr((asked.rules, asked.select, asked.ignore, asked.severity, asked.options))
    if alike not in made:
        made[alike] = made_with(plan.rules(paper).get(), asked.rules, asked.options, _form(plan.request))
    return f"{made[alike]} {settle.key(paper)}"


def _form(request: Request) -> str:
    """What changes the bytes of a report besides the paper: nothing does for programs."""
    form = request.writes[0].format
    if form != "text":
        return f"{form} {request.verbose and form == 'json'} {request.all_pages}"
    return f"text {request.verbose} {request.quiet} {os.environ.get('COLUMNS', '')}"


def _exit_code(entry: Entry, fail_on: str) -> int:
    if entry.errors:
        return 2
    return int(any(count and fails(severity, fail_on) for severity, count in entry.findings.items()))


def _as_whole(request: Request, rules: Ahead[tuple[Rule, ...]], outcome: Outcome) -> bytes:
    from reportcheck.cli.writers import rendered

    return rendered(request.writes[0].format, [outcome], request, rules)


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
