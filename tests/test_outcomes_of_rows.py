"""What is said of one row of a table, and of its place in a column: what is found and what is left alone."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = tuple(rule for rule in load_rules() if rule.id in ("RC231", "RC233", "RC234"))
RATED = (
    "\n\nTable 3: Measures\n\nMeasure\tTarget\tResult\tMet\nCalls answered in time\t90%\t92%\tYes\n"
    "Repairs done in time\t85%\t83%\tNo\nBins missed\t120\t118\tYes\n"
)
SPENT = (
    "\n\nService\tBudget £m\tVariance £m\nOlder People\t82.6\t2.1\nDisability\t60.0\t2.0\nAdult Care\t142.6\t4.1\n"
    "Placements\t98.4\t5.7\nSchools\t61.2\t-0.7\nCorporate\t23.7\t-1.4\n"
)


def told(text: str) -> tuple[list[str], int]:
    report = audit_document(extract_bytes(text.encode(), "page.txt", "text"), RULES)
    return [f"{finding.rule.id} {finding.relation.evidence[0].figure.text}" for finding in report.findings], len(
        report.held
    )


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("The target for repairs done in time was met.", ["RC234 was met"]),
        ("Calls answered in time have not met their target.", ["RC234 have not met their target"]),
        ("Two of the four measures were met.", ["RC231 Two"]),
        ("All three measures were met.", ["RC231 three"]),
    ],
)
def test_rows_and_counts(text: str, finds: list[str]) -> None:
    assert told(text + RATED) == (finds, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Calls answered in time met their target, but repairs done in time did not.",
        "In the last quarter repairs done in time met their target.",
        "Repairs done in time are expected to be on target in March.",
        "Repairs done in time in the north of the city by our own team met their target.",
        "Two of the 14 measures were met in full in Housing.",
        "Some 12 repairs done in time met the standard.",
    ],
)
def test_rows_left_alone(text: str) -> None:
    assert told(text + RATED)[0] == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("The largest overspend is in Disability (£2.0m).", ["RC233 £2.0m"]),
        ("Disability is overspent by £2.0m, the largest.", ["RC233 £2.0m"]),
        ("The second largest overspend is in Placements (£5.7m).", ["RC233 £5.7m"]),
        ("The largest overspend is in Placements (£5.7m).", []),
        ("Disability has the second largest overspend, of £2.0m.", ["RC233 £2.0m"]),
        ("In Adult Care the largest overspend is in Older People (£2.1m).", []),
        ("One of the largest overspends is in Older People (£2.1m).", []),
        ("The largest increase is in Older People (£2.1m).", []),
    ],
)
def test_places_in_a_column(text: str, finds: list[str]) -> None:
    assert told(text + SPENT)[0] == finds
