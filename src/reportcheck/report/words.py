"""A finding -> the plain words that every format says it in."""

from __future__ import annotations

from reportcheck.model import Finding, Report
from reportcheck.report.advice import lines, plain, suggested
from reportcheck.report.places import place_words
from reportcheck.report.printed import Printed
from reportcheck.report.safe import safe


def advice(finding: Finding) -> str:
    """What the suspect should read, and why: "Roads should read 12,060, not 12,600 (two digits swapped ...)"."""
    relation = finding.relation
    return plain(suggested(relation, relation.suggestion)) if relation.suggestion else ""


def place(finding: Finding, report: Report, printed: Printed) -> str:
    """Where it stands: "page 7, row Total, column Budget"."""
    at = finding.location
    return ", ".join(filter(None, (place_words(at, report, printed), safe(at.where))))


def sentence(finding: Finding) -> str:
    """What is wrong, the working, the advice and what else speaks for it, a line each."""
    return "\n".join([safe(finding.relation.message), *(plain(line) for line in lines(finding.relation))])
