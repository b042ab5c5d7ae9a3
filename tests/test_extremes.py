"""Highest and lowest in words: which series, or which column, of a table is meant, and what is left alone."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = tuple(rule for rule in load_rules() if rule.id in ("RC232", "RC233"))
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


SPENT = (
    "\n\nService\tBudget £m\tVariance £m\nOlder People\t82.6\t2.1\nDisability\t60.0\t2.0\nAdult Care\t142.6\t4.1\n"
    "Placements\t98.4\t5.7\nSchools\t61.2\t-0.7\nCorporate\t23.7\t-1.4\n"
)


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("The largest overspend is in Disability (£2.0m).", 1),
        ("Disability is overspent by £2.0m, the largest.", 1),
        ("The second largest overspend is in Placements (£5.7m).", 1),
        ("The largest overspend is in Placements (£5.7m).", 0),
        ("Disability has the second largest overspend, of £2.0m.", 1),
        ("In Adult Care the largest overspend is in Older People (£2.1m).", 0),
        ("One of the largest overspends is in Older People (£2.1m).", 0),
        ("The largest increase is in Older People (£2.1m).", 0),
    ],
)
def test_places_in_a_column(text: str, finds: int) -> None:
    assert len(told(text + SPENT)[0]) == finds


BOATS = "\n\nHarbour\tBoats\nHexworth\t14\nRedmouth\t17\nSorrel Bay\t9\nTotal\t40\n"


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        (
            "Hexworth has the most boats (14).",
            ["14 is said to be the most, but in the column “Boats” (line 4) “Redmouth” (17) comes before it."],
        ),
        ("Redmouth has the most boats (17), Sorrel Bay the fewest (9).", []),
        ("Hexworth has the most recent boats (14).", []),
        ("Hexworth has the most boats per berth (14).", []),
        ("Of the tidal harbours Hexworth has the most boats (14).", []),
        ("Most of the boats of Hexworth (14) are blue.", []),
        (
            "The fewest boats lie in Hexworth (14).",
            ["14 is said to be the fewest, but in the column “Boats” (line 4) “Sorrel Bay” (9) comes before it."],
        ),
    ],
)
def test_the_most_and_the_fewest(text: str, finds: list[str]) -> None:
    assert told(text + BOATS)[0] == finds


def test_what_is_left_over_has_no_place() -> None:
    """ "Other harbours" together have more boats than any of those that are named."""
    said = "Hexworth has the most boats (14)."
    assert told(said + BOATS.replace("Redmouth", "Other harbours"))[0] == []
    assert told(said + BOATS)[0]
