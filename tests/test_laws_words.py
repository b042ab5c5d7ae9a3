"""What the words of an account promise: what is taken off, what is owed, who is counted once, what was damaged."""

from __future__ import annotations

import pytest
from judging import judged

BANK = """\
| Reconciliation | €  |
|---|---|
| Balance as per statement | 9,318.40 |
| Less unpaid cheques: | |
| 2201 | 410.00 |
| 2207 | 62.15 |
| Add: lodgements | 275.00 |
| Balance per cash book | {0} |
"""
PRECEPT = """\
| Estimate | 2025 |
|---|---|
| Gross cost of services | 71,880 |
| Less: rents | 6,420 |
| Less: use of balances | 4,000 |
| Requirement | {0} |
"""
POSITION = """\
| Position | £ |
|---|---|
| Buildings | 61,200 |
| Debtors | 2,480 |
| Bank | 18,735 |
| Current assets | 21,215 |
| Creditors: within one year | 3,640 |
| Net current assets | {0} |
| Total assets less current liabilities | 78,775 |
"""
PAYMENTS = """\
| Club account | $ |
|---|---|
| Receipts of the year | 14,906 |
| Payments of the year | 12,318 |
| Net surplus | {0} |
"""


def told(text: str) -> list[str]:
    return [r.message for r in judged(text) if r.verdict == "broken"]


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        (BANK, "9,121.25", "9,211.25"),
        (PRECEPT, "61,460", "64,160"),
        (POSITION, "17,575", "17,755"),
        (PAYMENTS, "2,588", "2,858"),
    ],
)
def test_what_is_left_is_what_there_was_less_what_is_taken_off(table: str, right: str, wrong: str) -> None:
    assert told(table.format(right)) == []
    (message,) = told(table.format(wrong))
    assert right in message
    assert wrong in message


def test_what_is_left_of_something_else_is_left_alone() -> None:
    assert told(PAYMENTS.format("5,120")) == []
    assert told(PRECEPT.format("52,917")) == []


VISITS = """\
| Service | Visits | {0} |
|---|---|---|
| Lending | 4,210 | 1,870 |
| Study room | 1,150 | 640 |
| Computers | 2,305 | 815 |
| Total | 7,665 | 2,410 |
"""


@pytest.mark.parametrize("head", ["Individuals", "Unique visitors", "Different households", "Users"])
def test_who_comes_to_several_services_is_counted_once(head: str) -> None:
    assert told(VISITS.format(head)) == []


def test_other_columns_under_a_total_add_up() -> None:
    (message,) = told(VISITS.format("Loans"))
    assert message.startswith("Total for Loans is printed as 2,410, but its 3 parts add up to 3,325")


TWICE = """\
| Service | Budget 2023 | Budget 2024 | Actual 2023 | Actual 2024 |
|---|---|---|---|---|
| Housing | 41,250 | 43,118 | 41,250 | 43,118 |
| Roads | 12,905 | 12,412 | 12,905 | 12,412 |
| Parks | 2,774 | 2,590 | 2,774 | 2,590 |
| Total | 56,929 | {0} | 56,929 | {0} |
"""


def test_a_wrong_total_is_not_borne_out_by_a_column_that_repeats_it() -> None:
    assert told(TWICE.format("58,120")) == []
    assert sorted(message[:46] for message in told(TWICE.format("58,210"))) == [
        "Total for Actual 2024 is printed as 58,210, bu",
        "Total for Budget 2024 is printed as 58,210, bu",
    ]


DAMAGED = """\
| Service | 2023 | 2024 |
|---|---|---|
| Housing | 41,250 | 43,118 |
| Roads | 12,905 | {0} |
| Parks | 2,774 | 2,590 |
| Total | 56,929 | {1} |
"""


@pytest.mark.parametrize("printed", ["12,4I2", "12.412,", "12,,412", "12,41O"])
def test_a_damaged_figure_costs_only_itself(printed: str) -> None:
    total = "58,118" if printed.endswith("O") else "58,120"
    assert told(DAMAGED.format(printed, total)) == []


def test_a_sum_over_a_damaged_figure_is_put_to_the_test() -> None:
    (message,) = told(DAMAGED.format("12,4I2", "58,210"))
    assert message.startswith("Total for 2024 is printed as 58,210, but its 3 parts add up to 58,120")


FUNDS = """\
| Statement | 2023 | 2022 |
|---|---|---|
| Cash | 412,306 | 388,912 |
| Grants due | 85,003 | 61,507 |
| Total assets | 497,309 | 450,419 |
| Payables | 38,215 | 41,021 |
| Deferred income | 22,501 | 30,004 |
| Total liabilities | 60,716 | 71,025 |
| Free funds | 295,093 | 237,394 |
| Tied funds | 141,500 | 142,000 |
| Total funds | 436,593 | 379,394 |
| Total liabilities and funds | 497,309 | {0} |
"""


def test_what_others_leave_of_a_total_does_not_stand_in_for_its_own_parts() -> None:
    assert told(FUNDS.format("450,419")) == []
    (message,) = told(FUNDS.format("450,194"))
    assert message.startswith("Total liabilities and funds for 2022 is printed as 450,194, but")
