"""Opening, in, out and closing in words: which figure is which, and what is left alone."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = tuple(rule for rule in load_rules() if rule.id == "RC145")


def told(text: str) -> tuple[list[str], list[str]]:
    report = audit_document(extract_bytes(text.encode(), "page.txt", "text"), RULES)
    return [finding.relation.sum for finding in report.findings], [relation.sum for _, relation in report.held]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (
            "Of the 12 risks at the start of the quarter, one was closed and two were added, so the "
            "register now holds 14.",
            "12 - one + two = 13",
        ),
        (
            "The register opened the year with 12 risks. Three were closed, two were de-escalated and four were added. "
            "There are now 12 risks.",
            "12 - three - two + four = 11",
        ),
        (
            "At 1 April 2024 there were 193 households. In the year 20 were approved and 22 ceased. On 31 "
            "March 2025 there "
            "were 190 households.",
            "193 + 20 - 22 = 191",
        ),
        (
            "The reserve fund balance on 7/31/2024 was $42,915.18, receipts for August were $725.00, interest was "
            "$91.73, disbursements were $4,013.30. Leaving a balance of $39,781.61 on 8/31/24.",
            "$42,915.18 + $725.00 + $91.73 - $4,013.30 = $39,718.61",
        ),
        (
            "The hall account opened the month with a balance of £2,408.11. Deposits in the month totalled £310.40 "
            "and payments in the month totalled £118.95, leaving a closing balance of £2,599.65.",
            "£2,408.11 + £310.40 - £118.95 = £2,599.56",
        ),
        ("Twelve risks at the start, two new, one closed, leaving fifteen.", "twelve + two - one = 13"),
        ("We started with eight homes, opened two and closed one, making ten.", "eight + two - one = nine"),
        (
            "There were 82 complaints brought forward. 40 were received and 51 resolved, leaving 72 open at "
            "the end of May.",
            "82 + 40 - 51 = 71",
        ),
    ],
)
def test_what_does_not_roll(text: str, done: str) -> None:
    assert told(text) == ([done], [])


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (
            "At the start of the year, 14 audits were open. Nine audits were completed and 3 new audits "
            "were added, leaving "
            "8 open.",
            "14 - nine + 3 = 8",
        ),
        (
            "The fund has an opening balance of £4.2m. Receipts of £1.1m and payments of £0.9m left a "
            "balance of £4.4m.",
            "£4.2m + £1.1m - £0.9m = £4.4m",
        ),
    ],
)
def test_what_rolls(text: str, done: str) -> None:
    assert told(text) == ([], [done])


@pytest.mark.parametrize(
    "text",
    [
        "At the beginning of the year there were 8 vacancies. We recruited 12 people and 9 left, leaving 5 vacancies.",
        "At the start of the year there were 12 cases. Two new cases came from Ward 4. There are now 15 cases.",
        "There were 30 homes at the start of the year, of which 12 are small. Two opened and one "
        "closed, leaving 31 homes.",
        "At the start of the year we had 30 homes. Ten new homes opened, and at the end of the year "
        "1,412 children lived in "
        "them.",
        "At the start of the year 40 carers were approved. Of the 12 who left, two joined an agency, leaving 28.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert told(text) == ([], [])
