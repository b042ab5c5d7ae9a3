"""Outcomes -> outcomes without the findings that people know of."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reportcheck.archive.papers import STDIN
from reportcheck.archive.run import Outcome
from reportcheck.cli.plan import Plan
from reportcheck.cli.request import Request
from reportcheck.errors import ReportcheckError

if TYPE_CHECKING:
    from reportcheck.archive.known import Baseline


class Settling:
    """Takes known findings out of each paper's report; a file of accepted findings that is wrong costs its papers."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._baselines: dict[Path, Baseline] = {}
        self._today = date.today()
        for asked in (plan.request, *plan.asked.values()):
            self._baseline(asked)  # One that cannot be read is told before a paper is.

    def _baseline(self, asked: Request) -> Baseline | None:
        """The baseline that a paper is held to. UsageError where it cannot be read."""
        from reportcheck.archive.known import read_baseline

        path = asked.baseline
        if path is not None and path not in self._baselines:
            self._baselines[path] = read_baseline(path, asked.origins.get("baseline", "--baseline"))
        return self._baselines[path] if path is not None else None

    def __call__(self, outcome: Outcome) -> Outcome:
        from reportcheck.archive.known import settled
        from reportcheck.cli.writers import bytes_again

        report = outcome.report
        if report is None:
            return outcome
        try:
            own = report.document.format in ("text", "html") and report.document.path != STDIN
            data = bytes_again(report.document) if own and report.findings else None
            return replace(
                outcome, report=settled(report, self._baseline(self._plan.of(outcome.name)), self._today, data)
            )
        except ReportcheckError as problem:
            return replace(outcome, error=outcome.error or str(problem))

    def key(self, paper: str) -> str:
        """What changes its report besides the paper: the baseline, what was accepted, the day if that expires."""
        from reportcheck.archive.known import accepted_file, read_accepted

        baseline = self._baseline(self._plan.of(paper))
        digest = hashlib.sha256(repr(baseline and sorted(baseline.papers.items())).encode())
        expires = False
        file = accepted_file(paper)
        if paper != STDIN and file.is_file():
            with suppress(ReportcheckError, OSError):  # What is wrong in it is told when the paper is settled.
                digest.update(file.read_bytes())
                expires = any(entry.until for entry in read_accepted(file))
        return digest.hexdigest()[:16] + (self._today.isoformat() if expires else "")
