"""How much of a paper was read and tested -> a line for whoever sees no report: silence must not look clean."""

from __future__ import annotations

from reportcheck.model import Report
from reportcheck.report.places import plural, ranges


def unread(report: Report) -> str:
    """What of a paper was not read; empty where all was."""
    blind = report.coverage.pages_without_text
    parts = [f"{plural(len(blind), 'page')} without text, NOT audited: {ranges(blind)}"] if blind else []
    parts += [f"not read in full: {problem}" for problem in report.problems[:1]]
    if len(report.problems) > 1:
        parts[-1] += f", and {len(report.problems) - 1:,} more"
    return "; ".join(parts)


def untested(figures: int, tested: int) -> str:
    """That little of a paper was put to the test; empty where three quarters of its figures were."""
    if not figures:
        return "holds no figures, so nothing was tested"
    return f"{tested:,} of {plural(figures, 'figure')} could be tested" if 4 * tested < 3 * figures else ""
