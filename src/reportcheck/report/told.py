"""What a writer is given of each paper: its report, or why there is none."""

from __future__ import annotations

from reportcheck.model import Finding, Report
from reportcheck.records import record


@record(frozen=True, slots=True)
class Told:
    """A paper by the path as it was given; `error` says why it, or all of its text, could not be audited."""

    path: str
    report: Report | None = None
    error: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its findings, in the order of the paper."""
        return self.report.findings if self.report else ()

    @property
    def problems(self) -> tuple[str, ...]:
        """All that was not read: the paper itself, or pages and parts of it."""
        return (*((self.error,) if self.error else ()), *(self.report.problems if self.report else ()))
