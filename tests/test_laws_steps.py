"""Items in one column and their sum in the next."""

from __future__ import annotations

import pytest
from judging import judged as read_as_text

from reportcheck.model import Relation


def judged(text: str) -> list[Relation]:
    """The relations of a table, its cells between tabs, as a Markdown table."""
    rows = ["| " + " | ".join(line.split("\t")) + " |" for line in text.splitlines()]
    return read_as_text("\n".join([rows[0], "|---" * (rows[0].count("|") - 1) + "|", *rows[1:]]) + "\n")


def verdicts(text: str) -> dict[str, int]:
    found = judged(text)
    return {v: sum(r.verdict == v for r in found) for v in ("held", "doubtful", "broken")}


PARENTS = """\
Account	Budget	Itemised
Postage	5,390
		600	Stamps
		2,430	Newsletters
		2,360	Permits
Automation	{0}
		7,500	Catalogue
		1,200	Licences
		3,450	Switches
Legal notices	1,400	1,400
Security	4,775
		700	Alarm
		3,650	Cameras
		425	Valves
"""
ACCOUNT = """\
Receipts and payments	£	£
Receipts
Precept	12,400.00
Hall hire	1,835.50
Allotment rents	412.25
		{0}
Payments
Clerk's salary	6,204.18
Grass cutting	2,950.00
Insurance	811.47
		9,965.65
Surplus		4,682.10
"""
LAST = """\
Fund	Detail	Total
Restricted
Choir tour	3,120
Organ appeal	14,655	17,775
Unrestricted
General	8,210
Bequests	5,040
Hall	1,975	{0}
Endowed
Bursary	22,400
Prizes	1,310	23,710
"""


@pytest.mark.parametrize(
    ("table", "right", "wrong", "message"),
    [
        (PARENTS, "12,150", "11,250", "Automation for Budget is printed as 11,250, but its 3 parts add up to 12,150"),
        (
            ACCOUNT,
            "14,647.75",
            "14,467.75",
            "The unlabelled total for £ is printed as 14,467.75, but its 2 parts add up to 14,647.75",
        ),
        (LAST, "15,225", "15,522", "Hall for Total is printed as 15,522, but its 3 parts add up to 15,225"),
    ],
)
def test_items_add_up_to_the_figure_in_the_next_column(table: str, right: str, wrong: str, message: str) -> None:
    assert verdicts(table.format(right))["broken"] == 0
    broken = [r for r in judged(table.format(wrong)) if r.verdict == "broken"]
    assert len(broken) == 1
    assert message in broken[0].message


def test_a_wrong_item_is_told_by_its_sum() -> None:
    broken = [r for r in judged(PARENTS.format("12,150").replace("3,650", "3,560")) if r.verdict == "broken"]
    assert [r.message for r in broken] == [
        "Security for Budget is printed as 4,775, but its 3 parts add up to 4,685; one part, printed as 3,560, would "
        "fit as 3,650."
    ]


def test_columns_that_are_no_sums_of_one_another_tell_nothing() -> None:
    text = PARENTS.format("12,150").replace("2,430", "2,340").replace("3,650", "3,560")
    assert verdicts(text)["broken"] == 0


BOOK = (
    "Date\tPayee\tReceived\tPaid\tBalance\n1 April\tOpening\t\t\t12,410.55\n3 April\tRate\t9,500.00\t\t21,910.55\n"
    "9 April\tMower\t\t1,263.18\t20,647.37\n15 April\tHall hire\t85.00\t\t20,732.37\n"
    "20 April\tClerk\t\t{clerk}\t{balance}\n28 April\tInsurance\t\t720.13\t19,400.84\n"
)


def test_a_running_balance_is_put_to_the_test_row_by_row() -> None:
    assert verdicts(BOOK.format(clerk="611.40", balance="20,120.97")) == {"held": 5, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(BOOK.format(clerk="611.40", balance="20,102.97")) if r.verdict == "broken"]
    assert relation.message == (
        "20 April Clerk for Balance is printed as 20,102.97, but the opening balance and the movements come to "
        "20,120.97."
    )
    (relation,) = [r for r in judged(BOOK.format(clerk="641.40", balance="20,120.97")) if r.verdict == "broken"]
    assert [e.figure.text for e in relation.evidence if e.suspect] == ["641.40"]


def test_a_column_that_no_other_moves_is_no_running_balance() -> None:
    loose = BOOK.replace("21,910.55", "14,022.18").replace("20,647.37", "18,330.90")
    assert verdicts(loose.format(clerk="611.40", balance="20,102.97"))["broken"] == 0


def test_one_amount_that_is_printed_twice_is_the_same_to_the_last_digit() -> None:
    """What a year opens with is what the last one closed with, however both were rounded: sums may be one off."""
    text = (
        "£000\t2023\t2024\nBalance at 1 April\t3,412\t{}\nPaid in\t1,206\t1,318\nPaid out\t(1,161)\t(1,204)\n"
        "Balance at 31 March\t3,457\t3,571\n"
    )
    assert verdicts(text.format("3,457"))["broken"] == 0
    (relation,) = [r for r in judged(text.format("3,458")) if r.verdict == "broken"]
    assert relation.message == (
        "Balance at 1 April for 2024 is printed as 3,458, but the balance carried into it is 3,457."
    )
