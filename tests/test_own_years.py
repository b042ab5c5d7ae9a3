"""Days of a report that are another report's, and those that only look so."""

from __future__ import annotations

import pytest
from test_times import found

REPORT = "Fund report for 7.31.23\n\nRevenue through 7.31.23 is $145, up from 7.31.22 (last year) by $8.\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (
            "Cash is $12 more than 12.31.23.",
            "12.31.23 is told as past, but the paper speaks of 31 July 2023 and of no later day.",
        ),
        (
            "Dues are up from 6.30.22 (last year).",
            "6.30.22 is called last year's day, but elsewhere 31 July 2022 is, and the paper's is 31 July 2023.",
        ),
    ],
)
def test_a_day_of_another_report_is_told(sentence: str, message: str) -> None:
    assert found(REPORT.format(sentence), "RC388") == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cash is $12 more than 12.31.22.",
        "Cash will be more than that as of 12.31.23.",
        "Dues are up from 6.30.22.",
        "Cash is $12 more than 12.31.23. On 3.31.24 the fund closes.",
    ],
)
def test_days_of_this_report_are_left_alone(sentence: str) -> None:
    assert found(REPORT.format(sentence), "RC388") == []
