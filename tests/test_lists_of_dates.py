"""Lists of dates, of months and of years: one that is out of its place is told, and what only looks so is not."""

from __future__ import annotations

import pytest
from test_times import found

WALKS = [
    "26 October",
    "28 October",
    "31 October",
    "1 November",
    "2 November",
    "4 November",
    "10 November",
    "13 November",
]


def listed(days: list[str]) -> str:
    return "The reeve walked on\n\n" + "\n\n".join(f"• {day} - Toll gate {n} was seen" for n, day in enumerate(days))


def test_a_list_without_years_is_in_order_but_for_one() -> None:
    message = "4 October stands between 2 November and 10 November: its date should be 4 November."
    assert found(listed(["4 October" if day == "4 November" else day for day in WALKS]), "RC378") == [message]
    assert found(listed(WALKS), "RC378") == []
    winter = ["26 October", "9 November", "23 November", "7 December", "21 December", "4 January", "18 January"]
    assert found(listed(winter), "RC378") == []


def test_an_entry_dated_after_the_meeting_is_of_the_year_before() -> None:
    rows = "Rent 8/4/2011 £5|Grant 9/8/2011 £4|Gift {} £3|Flour 12/12/2011 £2|Bran 13/11/2011 £1|Rye 22/3/2012 £6"
    page = "Minutes of the mill trust held on 4 May 2012\n\n" + rows.replace("|", "\n\n")
    message = (
        "22/9/2012 is after the paper's own date, 4 May 2012; the 5 other dates of the list are not, "
        "and 22 September 2011 is among them."
    )
    assert found(page.format("22/9/2012"), "RC378") == [message]
    assert found(page.format("22/9/2011"), "RC378") == []
    assert found(page.format("22/6/2013"), "RC378") == []
    assert found(page.format("22/9/2012").replace("Gift", "Next service"), "RC378") == []


def test_days_with_st_and_th_are_of_one_list() -> None:
    days = ["31 May 2024", "2nd June 2024", "11th June 2024", "21st June 2023", "3rd July 2024", "12th July 2024"]
    message = "21st June 2023 stands between 11th June 2024 and 3rd July 2024: its year should be 2024."
    assert found(listed(days), "RC378") == [message]
    assert found(listed([day.replace("2023", "2024") for day in days]), "RC378") == []


def test_where_two_days_may_be_the_wrong_one_none_is_suggested() -> None:
    sentence = "The trustees meet on 12 April, 10 May (in the mill), {} and 11 October, all at 7 pm."
    right = "14 June, 12 July, 9 August, 13 September"
    message = "14 July stands between 10 May and 12 June, where the other dates of the list are in order."
    assert found(sentence.format(right.replace("14 June, 12 July", "14 July, 12 June")), "RC378") == [message]
    assert found(sentence.format(right), "RC378") == []


def test_months_with_years_count_on() -> None:
    months = ["March 2024", "April 2024", "May 2024", "June 2024", "July 2024", "August 2024"]
    rows = "\n\n".join(f"{month}: toll of the gate" for month in months)
    message = "“May 2023” is out of its place: here May 2024 should stand."
    assert found(rows.replace("May 2024", "May 2023"), "RC315") == [message]
    assert found(rows, "RC315") == []


def test_years_with_a_stroke_are_one_label() -> None:
    rows = "\n\n".join(
        f"Levy {year} = £{10 + n},410" for n, year in enumerate(("2021-2022", "2022-2023", "2023-2024", "2024-2025"))
    )
    message = "“Levy 2022-2023” stands twice and there is no Levy 2023-2024: the second should be Levy 2023-2024."
    assert found(rows.replace("2023-2024", "2022-2023"), "RC315") == [message]
    assert found(rows, "RC315") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Officers for the 2023-2025 year were chosen.", "2023-2025"),
        ("The 2016-18 annual report was adopted.", "2016-18"),
        ("Bills for the FY 2016/2018 were paid.", "FY 2016/2018"),
        ("Accounts for 2018/19 were laid. The audit of 2018/20 is done.", "2018/20"),
        ("Officers for the 2023-2025 term were chosen.", ""),
        ("The 2016-18 business plan was adopted.", ""),
        ("The 2017-19 biennial budget was passed.", ""),
        ("Spending in FY 2021-2023 is below.", ""),
    ],
)
def test_a_financial_year_is_one_year(text: str, told: str) -> None:
    messages = found(text, "RC356")
    assert [m.split(" is no financial year")[0] for m in messages] == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Laid on 30.20.2018 in the hall.", ["30.20.2018 is no date: its day and month cannot be."]),
        ("Laid on 31.4.2018.", ["31.4.2018 is no date: there is no 31 April: April has 30 days."]),
        ("Laid on 30.4.2018 in the hall.", []),
        ("On 4.9.18, 31.9.18 and 24.10.18.", ["31.9.18 is no date: there is no 31 September: September has 30 days."]),
        ("Held on 4.9.18, 30.9.18 and 24.10.18.", []),
        ("31.9.18 Gates and 24.10.18 Tolls are paragraphs.", []),
    ],
)  # fmt: skip
def test_dates_with_points(text: str, messages: list[str]) -> None:
    assert found(text, "RC352") == messages


def test_a_clock_ends_at_24_00() -> None:
    assert found("The gate shuts at 24:30.", "RC384") == ["24:30 is no time of day: a day has no hour 24."]
    assert found("The gate shuts at 24:00.", "RC384") == []


def test_the_12th_of_a_list_is_no_year() -> None:
    assert found("They meet on 14 June, 12 July, 14th August, 12th September and 31 June.", "RC352") == [
        "There is no 31 June: June has 30 days."
    ]
