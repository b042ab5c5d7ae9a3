"""A finding -> the plain words that every format says it in."""

from __future__ import annotations

from reportcheck.model import Finding, Report
from reportcheck.report.places import place_words
from reportcheck.report.printed import Printed
from reportcheck.report.safe import safe


def advice(finding: Finding) -> str:
    """What the suspect should read, and why: "should read 12,060 (Two digits swapped explains the difference.)"."""
    suggestion = finding.relation.suggestion
    if suggestion is None:
        return ""
    told = f"{'should read' if suggestion.sure else 'perhaps meant'} {safe(suggestion.text)}"
    return f"{told} ({safe(suggestion.reason)})" if suggestion.reason else told


def place(finding: Finding, report: Report, printed: Printed) -> str:
    """Where it stands: "page 7, row Total, column Budget"."""
    at = finding.location
    return ", ".join(filter(None, (place_words(at, report.document, printed), safe(at.where))))


def sentence(finding: Finding) -> str:
    """What is wrong, the working and the advice, a line each."""
    working = safe(finding.relation.sum)
    lines = (safe(finding.relation.message), f"working: {working}" if working else "", advice(finding))
    return "\n".join(filter(None, lines))
