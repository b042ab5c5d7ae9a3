"""What sentences count, leave over, and bring back to nothing."""

from __future__ import annotations

import pytest
from judging import told


def test_the_length_of_a_time_is_no_end_of_a_change() -> None:
    text = "In the year to June the wardens stopped 61,940 boats, a fall of {} the previous {}.\n"
    assert told(text.format("6% on", "12 months"), "RC121", "RC123") == []
    assert told(text.format("6% on the 70,850 of", "year"), "RC123") == [
        "“fall by 6%” does not fit 70,850 to 61,940, which is a decrease of 13%."
    ]


def test_a_list_of_numbers_of_sections_is_not_counted() -> None:
    text = "The return is made up of four sections:\n\n- {} by the harbour office\n- Section {} by the auditor\n"
    assert told(text.format("Sections 1 and 2 are filled in", "3"), "RC133") == []
    assert told(text.format("Section 1 is filled in", "2"), "RC133") == [
        "The sentence announces four sections, but two are listed."
    ]


def test_whole_pounds_beside_pence_are_exact_in_what_is_said() -> None:
    text = "Spending was £9,477.54 compared with the budgeted amount of £9,292 which is £{} higher than budget.\n"
    assert told(text.format("185.54"), "RC146") == []
    assert told(text.format("188.50"), "RC146") == [
        "The sentence says £188.50 higher, but £9,477.54 - £9,292 is £185.54."
    ]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "message"),
    [
        (
            "The budget for repairs was £16.122m. The cost of repairs was £15.747m. This gave an underspend"
            " of £{} on the year.\n",
            "0.375m", "0.357m", "The sentence says £0.357m, but £16.122m - £15.747m is £0.375m.",
        ),
        (
            "The closing balance of the quay reserve is £81.4m. After deducting the planned use of £20.9m for the pier,"
            " this leaves £{} in it.\n",
            "60.5m", "65.0m", "The sentence says £65.0m, but £81.4m - £20.9m is £60.5m.",
        ),
        (
            "The port collected $23,469,567 in dues and has disbursed $20,615,957 in all, for a carryover of ${}.\n",
            "2,853,610", "2,835,610", "The sentence says $2,835,610, but $23,469,567 - $20,615,957 is $2,853,610.",
        ),
    ],
)  # fmt: skip
def test_what_is_left_over_sentences(text: str, right: str, wrong: str, message: str) -> None:
    assert told(text.format(right), "RC146") == []
    assert told(text.format(wrong), "RC146") == [message]


def test_a_sentence_that_goes_back_to_nothing_leaves_nothing() -> None:
    text = "The budget for repairs was £16.122m. The cost of repairs was £15.747m. Harwich gave a grant of £0.357m.\n"
    assert told(text, "RC146") == []


def test_what_rose_before_it_fell_has_three_ends() -> None:
    text = "The stock of boats rose to 7,716 in February 1997, {} 5,839 in September 2000.\n"
    assert told(text.format("before falling to"), "RC152") == []
    assert told("The stock of boats rose to 5,839 in September 2000 from 7,716 in February 1997.\n", "RC152", "RC121")
