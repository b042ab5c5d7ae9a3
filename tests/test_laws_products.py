"""Columns of how many, at what price, and what that comes to."""

from __future__ import annotations

import pytest
from judging import judged, verdicts

CHAIRS = """\
Item	Qty	Unit price	Amount
Chairs	40	24.50	980.00
Tables	12	85.00	1,020.00
Lamps	15	18.20	{0}
Screens	4	112.00	448.00
"""
PLOTS = """\
Site	Fee due	Plots	Fee a plot
North	1,512	36	42
River	{0}	27	38
Mill	1,935	45	43
Chapel	799	17	47
"""
HOURS = """\
Officer	Hours	Rate	Cost (€)
Clerk	412.5	21.40	8,827.50
Ranger	230	18.75	{0}
Cleaner	96	14.10	1,353.60
"""


@pytest.mark.parametrize(
    ("table", "right", "wrong", "message"),
    [
        (CHAIRS, "273.00", "237.00", "Amount for Lamps is printed as 237.00, but 15 x 18.20 is 273.00"),
        (PLOTS, "1,026", "1,062", "Fee due for River is printed as 1,062, but 27 x 38 is 1,026"),
        (HOURS, "4,312.50", "4,321.50", "Cost (€) for Ranger is printed as 4,321.50, but 230 x 18.75 is 4,312.50"),
    ],
)
def test_a_product_that_is_wrong_in_one_row_is_told(table: str, right: str, wrong: str, message: str) -> None:
    assert verdicts(table.format(right))["broken"] == 0
    (relation,) = [r for r in judged(table.format(wrong)) if r.verdict == "broken"]
    assert relation.message.startswith(message)


def test_products_are_verified() -> None:
    held = [r.sum for r in judged(CHAIRS.format("273.00")) if r.kind == "ratio" and r.verdict == "held"]
    assert held == ["40 x 24.50 = 980.00", "12 x 85.00 = 1,020.00", "15 x 18.20 = 273.00", "4 x 112.00 = 448.00"]


def test_columns_that_are_no_products_tell_nothing() -> None:
    text = CHAIRS.format("273.00").replace("980.00", "931.00").replace("448.00", "420.00")
    assert verdicts(text)["broken"] == 0


SHARES = """\
Earnings	2021	2022	2023
Surplus of the year	4,566	4,274	3,847
Members	1,344	1,290	1,353
Surplus a member	3.40	{0}	2.84
"""


def test_a_finer_row_is_so_much_for_each() -> None:
    assert verdicts(SHARES.format("3.31"))["held"] == 3
    (relation,) = [r for r in judged(SHARES.format("3.13")) if r.verdict == "broken"]
    assert relation.message == "Surplus a member for 2022 is printed as 3.13, but 4,274 ÷ 1,290 is 3.31."
