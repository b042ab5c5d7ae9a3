"""The day of a meeting and the days of the minutes before it: what is told stands beside what is left alone."""

from __future__ import annotations

import pytest
from test_times import found

PAST = " is told as past, but the meeting was on 9 October 2023."
NEXT = "The next meeting is dated 11 September, before this one, on 9 October 2023."
HEAD = "Minutes of the meeting of the Tollgate trustees held on Monday 9 October 2023\n\n{}\n"
AGENDA = "TOLLGATE TRUSTEES\n\nAgenda for the meeting on Monday 9 October 2023\n\n{}\n"


@pytest.mark.parametrize(
    ("paper", "message"),
    [
        (
            AGENDA.format("3. Minutes of the meeting held on 11 December 2023"),
            "Minutes of 11 December 2023 cannot have been approved on 9 October 2023, the paper's own date.",
        ),
        (
            HEAD.format("3. MINUTES OF THE MEETING HELD ON 11 SEPTEMBER 2024\n\nThe minutes were approved."),
            "Minutes of 11 SEPTEMBER 2024 cannot have been approved on 9 October 2023, the paper's own date.",
        ),
        (
            HEAD.format("3. Approval of minutes of meetings of 7 August and 24 October 2023: signed."),
            "Minutes of 24 October 2023 cannot have been approved on 9 October 2023, the paper's own date.",
        ),
        (
            "TOLL BOARD 1/9/23 REGULAR MEETING: opened. The minutes for the 12/19/23 meeting were approved.\n"
            "\nPaid on 1/3/23 and 1/30/23.\n",
            "Minutes of 12/19/23 cannot have been approved on 9 January 2023, the paper's own date.",
        ),
        (
            HEAD.replace("Monday 9 October 2023", "9 October 2022").format(
                "3. The minutes of the meeting of 5 June 2023 were approved.\n\n"
                "4. The minutes of the meeting of 7 August 2023 were approved."
            ),
            "The meeting is dated 9 October 2022, but it has the minutes of 5 June 2023 and of 7 August 2023 "
            "before it: its year may be 2023.",
        ),
    ],
)  # fmt: skip
def test_minutes_of_a_meeting_to_come_are_told_wherever_they_are_named(paper: str, message: str) -> None:
    assert found(paper, "RC380") == [message]


@pytest.mark.parametrize(
    "paper",
    [
        AGENDA.format("3. Minutes of the meeting held on 11 September 2023"),
        HEAD.format("3. Approval of minutes of meetings of 7 August and 24 September 2023: signed."),
        # The head has the weekday of another day: what it is wrong in is told once, and nothing is told by it.
        HEAD.replace("9 October 2023", "9 October 2022").format("3. Minutes of the meeting held on 11 September 2023"),
        # The only day of a paper is that of minutes before it.
        "## 1. Minutes\n\nThe minutes of the meeting held on 8 February 2023 were approved.\n",
        HEAD.format("Draft minutes of the meeting held on 11 December 2023 will be posted."),
        # A list of meetings is the minutes of none of them.
        "Date Meeting\n\n"
        + "".join(f"{day} Board minutes {day}\n\n" for day in ("20 May 2023", "18 July 2023", "8 October 2023")),
    ],
)  # fmt: skip
def test_minutes_of_an_earlier_meeting_are_left_alone(paper: str) -> None:
    assert found(paper, "RC380", "RC383", "RC390", "RC391") == []


def test_the_own_day_with_another_year_is_told_and_last_years_day_is_not() -> None:
    agenda = "Agenda of the Tollgate trustees' meeting on 12 April 2023\n\n1. To open the {} meeting\n"
    message = "The meeting is dated 12 April 2023 at the head of the paper, and 12 April 2022 here."
    assert found(agenda.format("12 April 2022"), "RC390") == [message]
    assert found(agenda.format("12 April 2023"), "RC390") == []
    annual = (
        "Minutes of the annual meeting held on 12 April 2023\n\n2. Minutes of the annual meeting of 12 April 2022\n"
    )
    assert found(annual, "RC390") == []


@pytest.mark.parametrize(
    ("resolved", "messages"),
    [
        ("15 September 2023", ["The minutes are those of 16 September 2023, and of 15 September 2023 here."]),
        ("16 August 2023", ["The minutes are those of 16 September 2023, and of 16 August 2023 here."]),
        ("16 September", []),
        ("4 August 2023", []),
    ],
)
def test_minutes_of_one_item_have_one_day(resolved: str, messages: list[str]) -> None:
    head = "3. Minutes of the meeting held on 16 September 2023"
    item = f"{head}\n\nThe minutes of the meeting held on {resolved} were approved."
    assert found(HEAD.format(item), "RC391") == messages


def test_a_row_that_names_two_meetings_is_left_alone() -> None:
    item = (
        "3. Minutes of the meetings of 8 July and 8 August 2023\n\nThe minutes of 8 July and of 8 August were approved."
    )
    assert found(HEAD.format(item), "RC391") == []
    assert len(found(HEAD.format(item.replace("The minutes of 8 July", "The minutes of 9 July")), "RC391")) == 1


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        ("Next meeting: Monday 11 September at 7 pm", [NEXT]),
        ("Next meeting: 11 September at 7 pm", [NEXT]),
        ("Next meeting: Monday 13 November at 7 pm", []),
        ("Next meeting: 8 January", []),
        ("Next meeting: 14 July", []),
        ("The agenda was posted at the gate on 12 October 2023.", ["12 October 2023" + PAST]),
        ("The agenda was posted at the gate on 2 October 2023.", []),
        ("As at 9 November 2023 there was a balance of £412.10 in the bank.", ["9 November 2023" + PAST]),
        ("As at 9 November 2023 there should be a balance of £412.10 in the bank.", []),
    ],
)  # fmt: skip
def test_what_is_to_come_and_what_is_past(sentence: str, messages: list[str]) -> None:
    assert found(HEAD.format(sentence), "RC382", "RC383") == messages


def test_a_notice_calls_its_own_meeting_the_next_and_minutes_do_not() -> None:
    notice = "The next meeting of the trustees will be held on Monday 9 October 2023 at 7 pm."
    assert found(AGENDA.format(notice), "RC382") == []
    assert found(HEAD.format("Date of next meeting: 9 October 2023"), "RC382") == [
        "The next meeting is dated 9 October 2023, the day of this one."
    ]


def test_a_day_by_which_most_of_a_paper_is_late_is_not_its_own() -> None:
    late = "\n\n".join(f"A letter dated {day} November 2023 was read." for day in (2, 7, 9))
    assert found(HEAD.format(late), "RC383") == []
    told = ["2 November 2023" + PAST]
    assert found(HEAD.format("A letter dated 2 November 2023 was read."), "RC383") == told


def test_a_slip_in_a_month_without_a_day_is_told_and_a_place_is_not() -> None:
    assert found("Receipts 6\n\nJauary 2020: none\n", "RC352") == [
        "“Jauary 2020” is no date: there is no month “Jauary”."
    ]
    assert found("The choir of Augusta 2020 and Marsh 2020 sang.\n", "RC352") == []


@pytest.mark.parametrize(
    ("paper", "messages"),
    [
        (
            "Treasurer's report, May 16, 2024\n\nThe loan was paid back within a day of notice on May 17, 2024.\n",
            ["May 17, 2024 is told as past, but the paper is of 16 May 2024."],
        ),
        ("Treasurer's report, May 16, 2024\n\nThe loan was paid back within a day of notice on May 7, 2024.\n", []),
        # An account of a month can be told of in the next.
        ("Treasurer's report 31 May 2024\n\nThe loan was paid back in full on 7 June 2024.\n", []),
        (
            HEAD.format("2024 was the first year that the trustees met four times."),
            ["2024 is told as past, but the paper is of 9 October 2023."],
        ),
        (HEAD.format("2023 was the first year that the trustees met four times."), []),
        (HEAD.format("The budget for 2024 was passed."), []),
        (HEAD.format("A notice was sent about the walk on 20 October 2023."), []),
    ],
)  # fmt: skip
def test_what_a_dated_report_tells_as_past(paper: str, messages: list[str]) -> None:
    assert found(paper, "RC383") == messages


def test_the_year_in_a_title_is_that_of_the_account() -> None:
    rows = ("Beginning balance 1/1/2017 $410.20", "Dues $96.00", "Ending balance 12/31/2017 $506.20")
    account = "Mill Association\n\n{} Treasurer's Report\n\n" + "\n\n".join(rows)
    message = "The title says 2018, but the account runs from 1/1/2017 to 12/31/2017."
    assert found(account.format(2018), "RC379") == [message]
    assert found(account.format(2017), "RC379") == []
    assert found(account.format("2018 meeting:"), "RC379") == []


def test_a_report_that_goes_to_a_meeting_may_call_it_the_next() -> None:
    report = "Bills for the meeting of the trustees on 9 October 2023\n\nReed 4.00\n\n{}\n"
    paid = "To be passed at the next meeting on 9 October 2023"
    assert found(report.format(paid), "RC382") == []
    assert len(found(HEAD.format("Next meeting: 9 October 2023"), "RC382")) == 1
