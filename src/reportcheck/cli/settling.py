"""Outcomes -> outcomes without the findings that people know of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reportcheck.archive.papers import STDIN, Source
from reportcheck.archive.run import Outcome
from reportcheck.cli.request import Request
from reportcheck.errors import ReportcheckError


class Settling:
    """Takes known findings out of each paper's report; a file of accepted findings that is wrong costs its papers."""

    def __init__(self, request: Request) -> None:
        from reportcheck.archive.known import read_baseline

        self._baseline = read_baseline(request.baseline) if request.baseline else None
        self._today = date.today()

    def __call__(self, outcome: Outcome) -> Outcome:
        from reportcheck.archive.known import settled
        from reportcheck.cli.writers import bytes_again

        report = outcome.report
        if report is None:
            return outcome
        try:
            own = report.document.format in ("text", "html") and report.document.path != STDIN
            data = bytes_again(report.document) if own and report.findings else None
            return replace(outcome, report=settled(report, self._baseline, self._today, data))
        except ReportcheckError as problem:
            return replace(outcome, error=outcome.error or str(problem))

    def key(self, papers: Iterable[Source]) -> str:
        """What changes a report besides its paper: the baseline, what was accepted, the day if that expires."""
        from reportcheck.archive.known import accepted_file, read_accepted

        digest = hashlib.sha256(repr(self._baseline and sorted(self._baseline.papers.items())).encode())
        expires = False
        for file in sorted({accepted_file(paper.name) for paper in papers if paper.name != STDIN}):
            if file.is_file():
                digest.update(file.read_bytes())
                expires |= any(entry.until for entry in read_accepted(file))
        return digest.hexdigest()[:16] + (self._today.isoformat() if expires else "")
