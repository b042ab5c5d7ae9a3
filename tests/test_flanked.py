"""Rows with last year's figures before their words and this year's after them: on one line, or a cell a line."""

from __future__ import annotations

import re

import pytest
from judging import judged, verdicts
from test_text_tables import lines, tables

YEARS = """\
Receipts and payments

2023/24 2024/25
£ £
31,500.00 Precept 33,250.00
412.75 Hire of the hall 398.50
1,208.00 Grants 640.00
33,120.75 Total receipts 34,288.50
9,430.20 Wages 10,115.85
2,765.40 Insurance 2,804.10
12,195.60 Total payments 12,919.95
"""
TOWER = re.sub(r"(?m)^([\d,.]+) (.*) ([\d,.]+)$", "\\1\n\n\\2\n\n\\3\n", YEARS).replace(
    "\n2023/24 2024/25\n", "2023/24\n2024/25\n"
)


@pytest.mark.parametrize("text", [YEARS, TOWER])
def test_figures_on_both_sides_of_the_words(text: str) -> None:
    (table,) = tables(text)
    assert [head.removesuffix(" £") for head in table[0]] == ["2023/24", "", "2024/25"]
    assert ["33,120.75", "Total receipts", "34,288.50"] in table
    assert lines(text)[0] == "Receipts and payments"
    assert verdicts(text)["broken"] == 0


@pytest.mark.parametrize("text", [YEARS, TOWER])
@pytest.mark.parametrize(("old", "new"), [("33,120.75", "33,210.75"), ("2,804.10", "2,840.10")])
def test_each_year_is_added_up(text: str, old: str, new: str) -> None:
    (wrong,) = [r for r in judged(text.replace(old, new)) if r.verdict == "broken"]
    assert wrong.suggestion is not None
    assert wrong.suggestion.text == old


def test_words_and_then_last_years_figure_and_this_years() -> None:
    """The same figures in the usual order: each word has its two figures after it."""
    text = re.sub(r"(?m)^([\d,.]+) (.*) ([\d,.]+)$", "\\2\n\\1\n\\3", YEARS).replace("£ £\n", "")
    (table,) = tables(text.replace("2023/24 2024/25", "2023/24\n2024/25"))
    assert ["Total receipts", "33,120.75", "34,288.50"] in table


def test_numbers_before_words_are_no_figures() -> None:
    """Cheque numbers and item numbers stand before what was paid; no sums hold in them."""
    text = "Paid since\n400123 Clerk 310.50\n400124 Hall 40.00\n400125 Stamps 9.50\n400126 Grass 120.00\nTotal 480.00\n"
    assert [row[-1] for row in tables(text)[0][1:]] == ["310.50", "40.00", "9.50", "120.00", "480.00"]


NOTED = """\
Notes 2024 2023
Subscriptions 1 4,210 3,980
Fees for courses 2 1,765 1,820
Rents 640 655
Total income 6,615 6,455
Printing 3 310 295
Hall hire 2,140 2,085
Postage 4 88 120
Total expenditure 2,538 2,500
"""


def test_the_number_of_a_note_is_no_column() -> None:
    (table,) = tables(NOTED)
    assert ["Printing 3", "310", "295"] in table
    assert verdicts(NOTED)["broken"] == 0
    assert verdicts(NOTED.replace("2,538", "2,583"))["broken"] == 1


def test_a_column_of_small_counts_is_no_note() -> None:
    """Counts that fall and rise again stand in a column of their own."""
    text = "Ward Posts Pay Fees\nNorth 3 4,210 980\nSouth 1 1,765 820\nEast 2 640 655\nTotal 6 6,615 2,455\n"
    assert tables(text)[0][-1] == ["Total", "6", "6,615", "2,455"]


CLOSED = """\
Year ended | Notes | |||
2024 £ |
2025 £ |
Boxes are in whole pounds. | ||
1. | Balances brought forward |
6,205 | 8,114 | As box 7 of last year |
2. | (+) Precept | 5,300 | 5,450 | What was received |
3. | (+) Total other receipts | 812 | 377 | All but the precept |
4. | (-) Staff costs | 1,940 | 2,015 | Wages and pensions |
5. | (-) All other payments | 2,263 | 3,158 | All but staff |
6. | (=) Balances carried forward | 8,114 | 8,768 | 1 + 2 + 3 less 4 and 5 |
"""


def test_an_annual_return_of_boxes_is_added_up() -> None:
    """Its cells are closed by bars and broken over lines; its signs stand in brackets before the words."""
    assert verdicts(CLOSED)["broken"] == 0
    for old, new in (("5,300", "5,030"), ("8,768", "8,678"), ("6,205", "6,250")):
        (wrong,) = [r for r in judged(CLOSED.replace(old, new)) if r.verdict == "broken"]
        assert wrong.suggestion is not None
        assert wrong.suggestion.text == old


def test_a_blank_first_cell_of_rows_that_bars_only_close() -> None:
    text = (
        "Code | Income | 2024 | 2025 |\nA | Precept | 2,310 | 2,400 |\nB | Interest | 15 | 12 |\n"
        "| Grant | 500 | 0 |\nTotal | | 2,825 | 2,412 |\n"
    )
    assert tables(text)[0][3] == ["", "Grant", "500", "0"]
    assert verdicts(text)["broken"] == 0


def test_what_was_disbursed_is_taken_off() -> None:
    text = (
        "Treasurer's report: beginning balance June 1, 2024 $61,305.18\nReceipts 8,412.60\nDisbursements 5,377.09\n"
        "Ending balance June 30, 2024 $64,340.69\n"
    )
    assert verdicts(text) == {"held": 1, "doubtful": 0, "broken": 0}
    assert verdicts(text.replace("5,377.09", "5,737.09"))["broken"] == 1


def test_units_over_a_column_are_no_figures_before_the_first_label() -> None:
    """A cell a line, each label before its two years; the number of the next note stands behind the last."""
    text = "2025\n2024\n**£000**\n£000\nLosses in the market\n848\n2,540\nReversals\n(429)\n(5)\n"
    text += "At 31 March\n419\n2,535\n15\n"
    assert verdicts(text + "Capital commitments\n")["broken"] == 0
