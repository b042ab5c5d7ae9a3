"""Rows and columns that two tables print, the count and price in a row's note: what differs, and what may."""

from __future__ import annotations

import pytest

from reportcheck import audit


def messages(text: str, rule: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("paper") / "paper.txt"
    path.write_text(text, encoding="utf-8")
    return [f.message for f in audit(str(path)).findings if f.rule.id == rule]


TRIPS = """Table 1: Trips by country

Country	Trips	Cost
Dubai	4	3,790,276
Rwanda	2	1,204,110
India	1	884,300

Table 2: Officers who went

Country	Officers	Cost
Dubai	6	{dubai}
Rwanda	3	1,204,110
India	2	884,300
"""
NAMED = (
    "3,790,276 in the row “Dubai”, column “Cost”, but {} in the row “Dubai”, column “Cost” (line 11), and what stands"
    " beside them is the same."
)


@pytest.mark.parametrize("dubai", ["3,790,726", "4,190,276"])
def test_a_column_told_twice_with_one_figure_that_differs(dubai: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = messages(TRIPS.format(dubai=dubai), "RC260", tmp_path_factory)
    assert found == [NAMED.format(dubai)]


@pytest.mark.parametrize(
    "text",
    [
        TRIPS.format(dubai="3,790,276"),
        # Two figures that differ are another column.
        TRIPS.format(dubai="3,790,726").replace("India	2	884,300", "India	2	912,400"),
        TRIPS.format(dubai="3,790,726")
        .replace("Trips	Cost", "Trips	Cost in 2023")
        .replace("rs	Cost", "rs	Cost in 2024"),
    ],
)
def test_columns_that_are_the_same_or_of_other_things(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert messages(text, "RC260", tmp_path_factory) == []


YEARS = """Summary

	FY17 ACTUAL	FY18 ACTUAL	FY19 ACTUAL
Total income	1,826,181	3,855,556	1,852,730
Total spending	1,606,012	3,845,215	2,157,103

Detail

	FY18 ACTUAL	FY19 ACTUAL
Total income	{}
Total spending	{}
"""


def test_a_column_with_the_figures_of_another_year(tmp_path_factory: pytest.TempPathFactory) -> None:
    shifted = YEARS.format("1,852,730	1,936,954", "2,157,103	1,892,514")
    assert messages(shifted, "RC260", tmp_path_factory) == [
        "The column “FY19 ACTUAL” has 1,852,730 and 2,157,103, which are the figures of “FY18 ACTUAL” on line 10."
    ]
    right = YEARS.format("3,855,556	1,852,730", "3,845,215	2,157,103")
    assert messages(right, "RC260", tmp_path_factory) == []


NOTES = """Item	Cost	Detail
Cutting	{}	{}
Bins	540	12 months at £45
Toilets	2,400	Cleaner
"""


@pytest.mark.parametrize(
    ("cost", "note", "found"),
    [
        ("1,860", "14 cuts at £120 per cut", "The row has 1,860, but its note says 14 cuts at £120, which is 1,680."),
        ("425", "6@$75", "The row has 425, but its note says 6@$75, which is 450."),
        ("5,600", "20 programs @ $300 + supplies", "The row has 5,600, but its note says 20 programs @ $300, which is"),
        ("2,204", "$117/mo for the copier", "The row has 2,204, but its note says $117/mo, which is 1,404."),
    ],
)
def test_a_note_that_makes_another_amount(
    cost: str, note: str, found: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = messages(NOTES.format(cost, note), "RC155", tmp_path_factory)
    assert len(told) == 1
    assert told[0].startswith(found)


@pytest.mark.parametrize(
    ("cost", "note"),
    [
        ("1,680", "14 cuts at £120 per cut"),
        ("450", "6@$75"),
        ("6,200", "20 programs @ $300 + supplies"),
        ("1,400", "$117/mo for the copier"),
        ("150", "11 discussions @ $12"),
        ("900", "6@$75 = $450 for the test, and repairs"),
        ("90,000", "6@$75"),
        ("405", "6 @ $75 less 10%"),
        ("300", "6@$75, a third from the lottery"),
    ],
)
def test_a_note_that_fits_or_is_about_something_else(
    cost: str, note: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert messages(NOTES.format(cost, note), "RC155", tmp_path_factory) == []


FUNDS = """Stockpiles and standby funds

The stockpiles and standby funds amount to {}.

Office | Standby funds | Stockpiles | Total
--- | --- | --- | ---
Central | 1,293,580,076.99 | 599,380,014.04 | 1,892,960,091.03
Regions | 0.00 | 103,800,469.13 | 103,800,469.13
TOTAL | 1,293,580,076.99 | 703,180,483.17 | 1,996,760,560.16
"""


def test_a_sum_that_is_not_its_tables_total(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert messages(FUNDS.format("1,995,272,335.32"), "RC225", tmp_path_factory) == [
        "1,995,272,335.32 here, but 1,996,760,560.16 in the row “TOTAL”, column “Total” (line 9)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        FUNDS.format("1,996,760,560.16"),
        FUNDS.format("1,892,960,091.03 at the centre"),
        # A part of it, and something else.
        FUNDS.replace("funds amount", "funds of the other islands, under repair, amount").format("1,540,272,335"),
        FUNDS.replace("The stockpiles and standby funds amount", "Wages last year came").format("1,540,272,335.32"),
    ],
)
def test_a_sum_that_is_the_total_or_another_thing(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert messages(text, "RC225", tmp_path_factory) == []


CLUB = """Treasurer's report, March 2024

Balance 1 March 2024: £4,210.35

Receipts:

- Subscriptions (14 @ £12) £168.00
- Raffle £96.50
- Donation £50.00

Total receipts £314.50

Payments:

- Hall hire (4 @ £22.50) £90.00
- Speaker £75.00
- Printing £31.20

Total payments £{}

Balance 31 March 2024: £{}
"""


@pytest.mark.parametrize(
    ("payments", "closing", "rule", "found"),
    [
        ("169.20", "4,328.65", "RC101", "Total payments is printed as £169.20, but its 3 parts add up to 196.20."),
        ("196.20", "4,382.65", "RC146", "The sentence says £4,382.65, but £4,210.35 + £314.50 - £196.20 is £4,328.65."),
    ],
)
def test_an_account_in_lines(
    payments: str, closing: str, rule: str, found: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert messages(CLUB.format(payments, closing), rule, tmp_path_factory) == [found]
    for each in ("RC126", "RC146"):
        assert messages(CLUB.format("196.20", "4,328.65"), each, tmp_path_factory) == []
        assert each == rule or messages(CLUB.format(payments, closing), each, tmp_path_factory) == []
