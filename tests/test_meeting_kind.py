"""Minutes whose head and first sentence name two kinds of meeting, and minutes that speak of others."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = [r for r in load_rules() if r.id == "RC249"]
TEXT = "BOARD OF THE MILL\n\n{} MEETING OF THE BOARD\n\nThe {} meeting of the board was called to order.\n\n{}\n"


def found(*words: str) -> list[str]:
    report = audit_document(extract_bytes(TEXT.format(*words).encode(), "paper.txt", "text"), RULES)
    return [finding.message for finding in report.findings]


def test_a_head_of_another_kind_is_told() -> None:
    assert found("REGULAR", "special", "The minutes of the last regular meeting were approved.") == [
        "The head calls this meeting regular, but the minutes open a special one."
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("REGULAR", "regular monthly", "The minutes of the last special meeting were approved."),
        ("REGULAR", "special", "The regular meeting of the board was called to order."),
        ("ANNUAL", "regular", ""),
        ("MONTHLY", "ordinary", ""),
    ],
)
def test_kinds_that_can_go_together_are_left_alone(words: tuple[str, str, str]) -> None:
    assert found(*words) == []
