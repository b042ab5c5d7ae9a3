"""A total before its bullets: which amount of a bullet is a part of it, and which words make it another thing."""

from __future__ import annotations

import pytest
from twins import audited

LIST = """\
Since April three payments were made totalling £{total}:

- £310.00 to the roofer who mended the hall after the storm that came from the west
- {second}
- £45.50 back to the clerk for stamps, {third}
"""
PLAIN, STAMPS = "£620.25 to the painter", "including those sent from the library"


def told(total: str, second: str = PLAIN, third: str = STAMPS) -> list[str]:
    """What is said of the list."""
    return [f.message for f in audited(LIST.format(total=total, second=second, third=third)).findings]


def test_a_total_is_held_against_its_bullets_though_their_words_go_on() -> None:
    assert told("975.75") == []
    assert told("957.75") == ["The sentence says £957.75, but £310.00 + £620.25 + £45.50 is £975.75."]


@pytest.mark.parametrize(
    "second",
    [
        "a budget that went up from £620.25",
        "a mower that costs up to £620.25",
        "£620.25 per month to the painter",
        "£620.25 a week to the painter",
        "an average of £620.25 to the painter",
    ],
)
def test_what_is_no_part_leaves_the_total_untested(second: str) -> None:
    assert told("957.75", second) == []


HEADED = """\
## Spending £{total}

- Heating £5,410 (2023: £4,120)
- Repairs £6,600, including £4,800 for the roof
- Insurance of the halls £1,295, paid in May
"""


@pytest.mark.parametrize(
    ("total", "messages"),
    [
        ("13,305", []),
        ("13,350", ["The sentence says £13,350, but £5,410 + £6,600 + £1,295 is £13,305."]),
        ("48,000", []),  # The heading tells of something else.
    ],
)
def test_a_heading_that_ends_with_an_amount_is_held_against_its_bullets(total: str, messages: list[str]) -> None:
    assert [f.message for f in audited(HEADED.format(total=total)).findings] == messages


def test_amounts_of_which_there_are_several_are_no_plain_parts() -> None:
    assert (
        audited("Eight were made, USD 38,000 in all: five of USD 8,000, two of USD 14,500, one of USD 15,000.").findings
        == ()
    )
    (found,) = audited("Three were made, USD 38,000 in all: USD 8,000, USD 14,500 and USD 15,000.").findings
    assert found.message == "The sentence says USD 38,000, but USD 8,000 + USD 14,500 + USD 15,000 is USD 37,500."
