"""What a meeting's paper tells as past or as next against its own day, and the hours that it prints."""

from __future__ import annotations

import pytest
from test_times import found

MINUTES = "Minutes of the meeting of the Oar Club held on Monday 13 May 2024 at 7.30 pm\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("The grant was received on 20 May 2024.", "20 May 2024 is told as past, but the meeting was on 13 May 2024."),
        ("A letter dated 3 June 2024 was read.", "3 June 2024 is told as past, but the meeting was on 13 May 2024."),
        (
            "Cash at bank as at 31 May 2024: £410.20.",
            "31 May 2024 is told as past, but the meeting was on 13 May 2024.",
        ),
        (
            "The treasurer's report for the month of April 2023 was accepted.",
            "April 2023 is a year old on 13 May 2024: April 2024 would be the last.",
        ),
        ("Next meeting: 10 May 2024", "The next meeting is dated 10 May 2024, before this one, on 13 May 2024."),
        ("Date of next meeting\n\n13 May 2024", "The next meeting is dated 13 May 2024, the day of this one."),
    ],
)
def test_a_day_on_the_wrong_side_of_the_meeting_is_told(sentence: str, message: str) -> None:
    assert found(MINUTES.format(sentence), "RC382", "RC383") == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "The grant was received on 6 May 2024.",
        "The regatta was moved to 20 May 2024.",
        "The clerk was asked to send the letter on 20 May 2024.",
        "The forecast balance as at 31 May 2024 is £410.20.",
        "These minutes were approved and signed on 10 June 2024.",
        "The treasurer's report for the month of April 2024 was accepted.",
        "Next meeting: 10 June 2024",
        "The minutes of the next to last meeting, 8 April 2024, were read.",
        "Minutes of the meeting of the Oar Club held on 10 June 2024\n\nThe boat was sold on 3 June 2024.",
    ],
)
def test_days_on_the_right_side_are_left_alone(sentence: str) -> None:
    assert found(MINUTES.format(sentence), "RC382", "RC383") == []


def test_minutes_a_year_old_are_told_unless_the_meeting_is_yearly() -> None:
    text = MINUTES.format("The minutes of 8 April 2023 were approved.")
    assert found(text, "RC380") == [
        "Minutes of 8 April 2023 were more than a year old on 13 May 2024: the year may be 2024."
    ]
    assert found(text.replace("the meeting", "the annual general meeting"), "RC380") == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("The meeting closed at 6.50 pm.", "The meeting opened at 7.30 pm and closed at 6.50 pm, before it opened."),
        ("Rowing is from 5 pm to 3 pm.", "From 5 pm to 3 pm: it ends before it begins."),
        ("The bar is open until 24:70.", "24:70 is no time of day: an hour has no 70 minutes."),
    ],
)
def test_hours_that_cannot_be_are_told(sentence: str, message: str) -> None:
    assert found(MINUTES.format(sentence), "RC384", "RC385") == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting closed at 8.50 pm.",
        "The meeting closed at 12.10 am.",
        "Rowing is from 11 am to 3 pm.",
        "The bar is open until 23:30.",
        "The vote was 25:10.",
        "Lunch is 12:30 to 1:30.",
    ],
)
def test_hours_that_can_be_are_left_alone(sentence: str) -> None:
    assert found(MINUTES.format(sentence), "RC384", "RC385") == []


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The boathouse will be closed in June 2023 for repairs.", "June 2024"),
        ("The accounts are to be laid on 3 June 2023.", "3 June 2024"),
    ],
)
def test_what_is_to_come_a_year_ago_is_told_with_the_year_that_fits(sentence: str, meant: str) -> None:
    assert [m.endswith(f"; {meant} would be.") for m in found(MINUTES.format(sentence), "RC374")] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The boathouse will be closed in June 2024 for repairs.",
        "The club will keep to the rules adopted in June 2023.",
        "The club will review the accounts of 3 June 2023.",
    ],
)
def test_what_is_to_come_in_time_is_left_alone(sentence: str) -> None:
    assert found(MINUTES.format(sentence), "RC374") == []


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        (
            "The mill was shut from 12 June to 9 June 2023.",
            "RC355",
            "“12 June to 9 June 2023” runs backwards: its last day is before its first.",
        ),
        (
            "| Peat | £ |\n|---|---|\n| Opening balance 1 May 2022 | 4 |\n| Closing balance 30 April 2022 | 7 |\n",
            "RC386",
            "An account that opens on 1 May 2022 closes on 30 April 2023, not on 30 April 2022.",
        ),
        (
            "Next meeting: Monday 18 June",
            "RC351",
            "18 June 2024 is a Tuesday, not a Monday.",
        ),
        ("It was built on Octobor 3, 2020.", "RC352", "“Octobor 3, 2020” is no date: there is no month “Octobor”."),
        (
            "It was built on March 1~2, 2020.",
            "RC352",
            "“March 1~2, 2020” is no date: ~ stands in its day, which may be 12.",
        ),
        (
            "On 7.31.22 and 6.30.22 they paid, not on 7.3130.22.",
            "RC352",
            "7.3130.22 is no date, as 2 others of the paper are: it has a digit too many.",
        ),
        (
            "They meet on 3 May, 7 June, 5 July, 1 August and 6 September 2024, and on 4 October 2024.",
            "RC387",
            "",
        ),
    ],
)
def test_days_against_one_another(text: str, rule: str, message: str) -> None:
    assert found(MINUTES.format(text), rule) == ([message] if message else [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The mill was shut from 9 June to 12 June 2023.", "RC355"),
        ("The mill was shut from 12 December to 9 January 2024.", "RC355"),
        ("Rent rose, comparing 31 March 2024 to 31 March 2023.", "RC355"),
        (
            "| Peat | £ |\n|---|---|\n| Closing balance 30 April 2022 | 7 |\n| Opening balance 1 May 2022 | 7 |\n",
            "RC386",
        ),
        ("Next meeting: Tuesday 18 June", "RC351"),
        ("We met on Monday 18 September", "RC351"),  # It was one in 2023.
        ("They live at Main Street 12, 2019.", "RC352"),
        ("| Month | Days |\n|---|---|\n| April | 31 |\n| February | 30 |\n", "RC352"),
    ],
)
def test_days_that_agree_are_left_alone(text: str, rule: str) -> None:
    assert found(MINUTES.format(text), rule) == []
