"""`reportcheck accept` and `reportcheck baseline`: findings that people know of."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from reportcheck.model import Finding


def accept(
    paper: Annotated[Path, typer.Argument(metavar="PAPER", help="The paper, as it was audited.")],
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="The finding's, as reports show it.")],
    reason: Annotated[str, typer.Option(help="Why it is right as it is; asked for.")] = "",
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="2027-03-31", help="When to look at it again."),
    ] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who says so.")] = "",
) -> None:
    """Say that a finding is right as it is: it is counted apart from then on.

    It is written to reportcheck.accepted.toml beside the paper.
    """
    from reportcheck.archive.accepting import add
    from reportcheck.archive.known import Accepted, accepted_file
    from reportcheck.errors import UsageError
    from reportcheck.report.safe import safe

    if not reason.strip():
        raise UsageError("--reason is missing: say why the finding is right as it is.")
    if not fingerprint.strip():
        raise UsageError("FINGERPRINT is empty: give the finding's, as reports show it (--format csv).")
    finding = _finding(paper, fingerprint)
    day = until.date() if until else None
    entry = Accepted(paper.name, finding.fingerprint, reason.strip(), by.strip(), date.today(), day, finding.message)
    file = accepted_file(str(paper))
    add(file, entry)
    typer.echo(f"accepted in {safe(str(file))}: {safe(finding.message)}")


def baseline(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Papers, folders of papers, patterns, or - .")],
    output: Annotated[str, typer.Option(metavar="FILE", help="Write it here.")] = "reportcheck.baseline.json",
) -> None:
    """Write down all findings there are, so that `audit --baseline` tells only what is new."""
    from reportcheck.archive.known import baseline_text
    from reportcheck.archive.papers import asked_for
    from reportcheck.archive.run import audit_source
    from reportcheck.archive.store import write_atomically
    from reportcheck.cli.output import make_room
    from reportcheck.cli.plan import Plan
    from reportcheck.cli.request import plain_request
    from reportcheck.cli.say import say
    from reportcheck.report.places import plural
    from reportcheck.report.safe import safe

    papers = asked_for(paths, Path(output)).papers
    make_room(output, None, papers, "json", False)
    plan = Plan(plain_request(paths))
    plan.prepare(papers)
    outcomes = [audit_source(paper, plan.rules(paper.name), plan.of(paper.name).options) for paper in papers]
    reports = [outcome.report for outcome in outcomes if outcome.report is not None]
    write_atomically(Path(output), baseline_text(reports))
    for outcome in outcomes:
        if outcome.failed:
            say(outcome.error)
    count = sum(len(report.findings) for report in reports)
    typer.echo(f"{plural(count, 'finding')} of {plural(len(reports), 'paper')} are in {safe(output)}")
    raise typer.Exit(2 if any(outcome.failed for outcome in outcomes) else 0)


def _finding(paper: Path, fingerprint: str) -> Finding:
    """The finding of the paper with that fingerprint, or that begins so. UsageError where there is none."""
    from reportcheck.archive.papers import Source
    from reportcheck.archive.run import audit_source
    from reportcheck.cli.plan import Plan
    from reportcheck.cli.request import plain_request
    from reportcheck.errors import UsageError

    plan, name = Plan(plain_request([str(paper)])), str(paper)
    outcome = audit_source(Source(name), plan.rules(name), plan.of(name).options)
    report = outcome.report
    if report is None:
        raise UsageError(outcome.error)
    fit = [finding for finding in report.findings if finding.fingerprint.startswith(fingerprint.lower())]
    if len(fit) == 1:
        return fit[0]
    if fit:
        raise UsageError(f"{fingerprint} begins {len(fit)} fingerprints of {paper}. Give more of it.")
    raise UsageError(f"{paper} has no finding with the fingerprint {fingerprint}. Its report shows them: --format csv.")
