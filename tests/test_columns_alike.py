"""A year's column that is another's once more."""

from __future__ import annotations

import pytest

from reportcheck import audit

TABLE = """\
{over}

| | {one} | {two} |
|---|---|---|
| Members | 3,812 | 3,812 |
| Hall | 1,947 | 1,947 |
| Interest | 86 | 86 |
| Sales | 541 | 541 |
| Total | 6,386 | 6,386 |
"""


def told(text: str) -> list[str]:
    return [f.message for f in audit(text.encode(), name="paper.md", select="RC265").findings]


@pytest.mark.parametrize(("one", "two"), [("2023", "2022"), ("Actual 2022/23", "Actual 2023/24")])
def test_whichever_year_stands_first(one: str, two: str) -> None:
    assert len(told(TABLE.format(over="Accounts", one=one, two=two))) == 1


@pytest.mark.parametrize(
    ("over", "one", "two"),
    [
        ("Charges for the hall", "2022", "2023"),
        ("Accounts", "Budget 2022", "Budget 2023"),
        ("Accounts", "Budget 2022", "Actual 2023"),
        ("Accounts", "Hall", "Field"),
        ("Accounts", "2023", "2023"),
    ],
)
def test_what_may_stay_as_it_was(over: str, one: str, two: str) -> None:
    assert told(TABLE.format(over=over, one=one, two=two)) == []


def test_one_figure_of_its_own_is_enough() -> None:
    assert told(TABLE.format(over="Accounts", one="2022", two="2023").replace("541 | 541", "541 | 514")) == []
