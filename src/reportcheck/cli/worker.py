"""The process that audits papers of a batch: a line of JSON in for each, a line out; whatever happens to it costs that
paper. A line can also name a body, whose papers are then compared as the ledger has them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportcheck.archive.papers import Source
from reportcheck.archive.run import Outcome, audit_source, mishap
from reportcheck.cli.plan import Plan
from reportcheck.cli.request import Request, plain_request
from reportcheck.cli.settling import Settling
from reportcheck.errors import ReportcheckError
from reportcheck.extract import Options
from reportcheck.model import Coverage, Document, Finding, Report, Rule


def main() -> None:
    """Serve until stdin ends, as it does when whoever gave the work is gone."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # Nothing that is printed on the way is an answer.
    asked = json.loads(sys.stdin.readline())
    _limit(asked["memory_mb"])
    plan = Plan(batch_request(asked))
    settle = Settling(plan)
    for line in sys.stdin:
        task = json.loads(line)
        try:
            told = _compared(plan, settle, task) if task.get("ledger") else _audited(plan, settle, task)
        except ReportcheckError as problem:  # Settings that cannot be used.
            told = {"error": str(problem)}
        except Exception as problem:
            told = {"error": f"{task['source']}: {mishap(problem)}"}
        try:
            answers.write(json.dumps({"error": "", "counts": {}, "findings": [], "kept": None, **told}) + "\n")
            answers.flush()
        except BrokenPipeError:
            os._exit(0)  # Whoever gave the work is gone, and nobody is left to tell.


def batch_request(asked: Mapping[str, Any]) -> Request:
    """What is asked of every paper of a batch; its settings may say more."""
    options = Options(jobs=1, memory_mb=asked["memory_mb"], file_seconds=asked["file_seconds"])
    return replace(
        plain_request(()),
        options=options,
        select=tuple(asked["select"]),
        ignore=tuple(asked["ignore"]),
        rules=(Path(asked["rules"]),) if asked["rules"] else (),
        given=frozenset(asked["given"]),
        fail_on=asked.get("fail_on", "warning"),
    )


def _limit(memory_mb: int) -> None:
    """Take at most so much memory, where the system can hold one to that."""
    with suppress(ImportError, ValueError, OSError, OverflowError):
        import resource

        most = memory_mb * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _audited(plan: Plan, settle: Settling, task: Mapping[str, Any]) -> dict[str, Any]:
    source = Source(task["source"], at=task["at"])
    options = replace(plan.of(source.name).options, jobs=1)
    outcome = audit_source(source, plan.rules(source.name), options, keep=True)
    return _told(settle(outcome) if source.at == source.name else outcome)


def _told(outcome: Outcome) -> dict[str, Any]:
    from reportcheck.past.keeping import fact_rows, paper_row
    from reportcheck.report.json import document

    report = outcome.report
    if report is None:
        return {"error": outcome.error}
    tested = report.coverage
    counts = {"pages": report.pages, "held": len(report.held)}
    counts |= {name: getattr(tested, name) for name in ("figures", "verified", "challenged", "untested")}
    kept = {"paper": paper_row(report.kept), "facts": fact_rows(report.kept)} if report.kept else None
    return {"error": outcome.error, "counts": counts, "findings": document(report)["findings"], "kept": kept}


def _compared(plan: Plan, settle: Settling, task: Mapping[str, Any]) -> dict[str, Any]:
    """The findings across papers of a body, each with the paper that it is told in."""
    from reportcheck.archive.together import across_findings
    from reportcheck.past.bodies import kept_of
    from reportcheck.past.ledger import Ledger
    from reportcheck.report.json import document

    def rules(paper: str) -> tuple[Rule, ...]:
        with suppress(ReportcheckError):  # It costs those papers only, beside which the settings are wrong.
            return plan.rules(paper).get()
        return ()

    with Ledger(task["ledger"], change=False) as ledger:
        kept = kept_of(ledger, task["source"])
    found = across_findings(kept, rules)
    told: list[dict[str, Any]] = []
    for path in sorted(found):
        outcome = Outcome(path, _only(path, found[path]))
        outcome = outcome if "://" in path else settle(outcome)  # Beside a far paper nothing says what is accepted.
        told += [{"paper": path, **f} for f in document(outcome.report)["findings"]] if outcome.report else []
    return {"findings": told}


def _only(path: str, findings: tuple[Finding, ...]) -> Report:
    """A report on a paper that has these findings and nothing else."""
    return Report(Document(path, "", ()), findings, (), Coverage())


if __name__ == "__main__":
    main()
