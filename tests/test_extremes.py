"""Highest and lowest in words: which series of a table is meant, and what is left alone."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = tuple(rule for rule in load_rules() if rule.id == "RC232")
TABLE = (
    "\n\nTable 2: Sickness absence\n\nMonth\t2023/24\t2024/25\nMarch\t1.1\t2.8\nApril\t2.2\t2.2\nMay\t2.3\t2.1\n"
    "June\t2.4\t2.0\nJuly\t2.5\t1.9\n"
)


def told(text: str) -> tuple[list[str], int]:
    report = audit_document(extract_bytes(text.encode(), "page.txt", "text"), RULES)
    return [finding.relation.message for finding in report.findings], len(report.held)


@pytest.mark.parametrize(
    "text",
    [
        "Sickness absence in Housing peaked in April.",
        "Long-term sickness absence peaked in April.",
        "The highest sickness absence in April was in Housing.",
        "Sickness absence was the second highest in April.",
        "Visits were highest in April.",
        "Sickness absence is expected to be highest in April 2026.",
    ],
)
def test_what_the_table_does_not_speak_of(text: str) -> None:
    assert told(text + TABLE) == ([], 0)


def test_any_year_that_fits_will_do() -> None:
    assert told("Sickness absence peaked in July." + TABLE) == ([], 1)


def test_the_year_that_is_named_is_the_one_looked_at() -> None:
    said = "March 2025 is said to be the highest, but"
    assert told("Sickness absence peaked in March 2025." + TABLE)[1] == 1
    assert told("Sickness absence was lowest in March 2025." + TABLE)[0] == [
        f"{said.replace('highest', 'lowest')} in the table July 2024 is, with 1.9 (line 10)."
    ]
