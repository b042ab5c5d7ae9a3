"""A request -> reports written and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.papers import STDIN, Source, asked_for
from reportcheck.archive.run import Outcome
from reportcheck.cli.auditing import Audits
from reportcheck.cli.doubts import doubt_report, tell_left_alone
from reportcheck.cli.output import make_room, results_folder
from reportcheck.cli.plan import Plan, rules_of
from reportcheck.cli.progress import Watch
from reportcheck.cli.request import Request, fails
from reportcheck.cli.say import Complaints
from reportcheck.cli.settling import Settling
from reportcheck.cli.stopping import told_if_stopped
from reportcheck.errors import UsageError


def work(request: Request) -> int:
    """Audit what is asked for, write the reports, and say how it went: 0 clean, 1 findings, 2 not audited."""
    plan = Plan(request)
    if request.rules or request.select or request.ignore:
        rules_of(request)  # A mistake in what was asked for is told before a paper is looked for.
    asked = asked_for(request.paths, _written_to(request))
    papers = asked.papers
    _make_room(request, papers)
    folder = results_folder(request.writes[0].output, len(papers))
    plan.prepare(papers)
    tell_left_alone(asked, request.quiet)
    watch = Watch(len(papers))
    try:
        if folder is not None:
            from reportcheck.cli.collect import collect

            return collect(plan, papers, folder, watch)
        return _written(plan, papers, watch)
    finally:
        watch.hide()


def _written_to(request: Request) -> Path | None:
    """The file or folder of the first report, in which no papers are looked for."""
    output = request.writes[0].output
    return Path(output) if output else None


def _make_room(request: Request, papers: Sequence[Source]) -> None:
    """Make the folders that are written to. UsageError where what is asked for cannot be written."""
    for wanted in request.writes:
        folder = results_folder(wanted.output, len(papers))
        if folder is not None and len(request.writes) > 1:
            raise UsageError(f"--output {wanted.output} is a folder. Write one format to it, or several to files.")
        if wanted.output:
            make_room(wanted.output, folder, papers, wanted.format, request.force)
    for option, copy, form in (("--annotate", request.annotate or None, "pdf"), ("--comment", request.comment, "docx")):
        if copy is None:
            continue
        if len(papers) != 1 or results_folder(request.writes[0].output) is not None:
            raise UsageError(f"{option} takes one paper, and a report of its own. Give the papers one after another.")
        make_room(copy or reviewed(papers[0].name), None, papers, form, request.force, option)


def _written(plan: Plan, papers: Sequence[Source], watch: Watch) -> int:
    """Audit the papers and write the reports as they are wanted. The exit code."""
    from reportcheck.cli.writers import writer_of

    request = plan.request
    writers = [writer_of(wanted, request, Ahead(plan.every_rule)) for wanted in request.writes]
    codes: list[int] = []
    complaints = Complaints()
    files = ", ".join(wanted.output for wanted in request.writes if wanted.output)
    with told_if_stopped(lambda: _how_far(len(codes), len(papers), files)):
        for outcome in _outcomes(plan, papers, watch):
            for writer in writers:
                writer.add(outcome)
            if outcome.failed:
                sys.stdout.flush()
                complaints.say(outcome.name, outcome.error)
            own = plan.of(outcome.name)
            codes.append(max(exit_code(outcome, own.fail_on), doubt_report(own, outcome)))
            if request.annotate:
                _annotate(request, outcome)
            if request.comment is not None:
                _comment(own, outcome)
        complaints.close()
        for writer in writers:
            writer.close()
    return max(codes, default=0)


def _annotate(request: Request, outcome: Outcome) -> None:
    """Write the annotated copy; a paper that could not be audited has none."""
    from reportcheck.cli.writers import bytes_again, put
    from reportcheck.report.annotate import annotated

    if outcome.report is not None:
        put(annotated(outcome.report, bytes_again(outcome.report.document), ticks=request.ticks), request.annotate)


def _comment(request: Request, outcome: Outcome) -> None:
    """Write the commented copy of a Word draft."""
    from reportcheck.cli.writers import bytes_again, put
    from reportcheck.report.comment import commented

    if outcome.report is not None and request.comment is not None:
        copy = commented(outcome.report, bytes_again(outcome.report.document), request.options.revisions)
        put(copy, request.comment or reviewed(outcome.name))


def reviewed(paper: str) -> str:
    """Where the commented copy of a paper goes where nobody says: beside it, "draft.reviewed.docx"."""
    return str(Path(paper).with_suffix(".reviewed.docx")) if paper != STDIN else "reviewed.docx"


def _how_far(done: int, papers: int, files: str) -> str:
    return f"{done} of {papers}" + (f"; nothing was written to {files}" if files else "")


def exit_code(outcome: Outcome, fail_on: str) -> int:
    """What one paper adds to the exit code."""
    if outcome.failed:
        return 2
    from reportcheck.auditing import worst

    found = worst(outcome.report.findings) if outcome.report else None
    return int(found is not None and fails(found, fail_on))


def _outcomes(plan: Plan, papers: Sequence[Source], watch: Watch) -> Iterator[Outcome]:
    settle, names = Settling(plan), [source.name for source in papers]
    if len(names) == 1:
        yield from map(settle, _audited(plan, papers, watch, frozenset()))
        return
    from reportcheck.archive.together import companions, together

    audited = _audited(plan, papers, watch, companions(names))
    yield from map(settle, together(audited, names, lambda paper: plan.rules(paper).get()))


def _audited(plan: Plan, papers: Sequence[Source], watch: Watch, keep: frozenset[str]) -> Iterator[Outcome]:
    audit = Audits(plan)
    for number, source in enumerate(papers, start=1):
        watch.paper(number, source.name)
        outcome = audit(source, watch.pages, source.name in keep)
        watch.hide()
        yield outcome
    audit.close()
