"""Sums of tables that are right, though they do not look it: roundings, growth, parts on another page."""

from __future__ import annotations

from judging import RULES, told
from test_text_tables import tables

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes


def test_the_first_year_of_a_row_may_be_a_base_year() -> None:
    heads = "Landings\n\n| Port | {} | 2018 | 2019 | 2020 | 2021 | 2022 |\n|---|---|---|---|---|---|---|\n"
    heads += "| Ayr | 1 | 2 | 3 | 4 | 5 | 6 |\n"
    assert told(heads.format(2010), "RC377") == []
    assert told(heads.format(2018), "RC377") == [
        "The heads run 2018, 2018, 2019, 2020, 2021, 2022: 2018 is out of its place, it should be 2017."
    ]


def test_a_whole_may_have_parts_on_another_page() -> None:
    table = "| Scheme | Cost | Before | Year 1 | Year 2 |\n|---|---|---|---|---|\n"
    sound = [("Slipway", 4200, 1100, 1700, 1400), ("Winch", 950, 0, 310, 640), ("Mooring", 2860, 564, 1298, 998)]
    sound += [("Ramp", 1730, 800, 530, 400), ("Shed", 640, 0, 340, 300), ("Fence", 518, 118, 250, 150)]
    rows = "".join(f"| {' | '.join(map(str, row))} |\n" for row in sound)
    assert told(table + rows + "| Crane | 9526 | 234 | 1292 | 1100 |\n", "RC101", "RC102") == []
    assert len(told(table + rows + "| Crane | 2726 | 234 | 1292 | 1100 |\n", "RC101", "RC102")) == 1


def test_a_sum_has_no_more_digits_than_its_coarsest_part() -> None:
    text = (
        "The harbours recorded claims totalling £1.67 billion, yet payments amounted to £916.99 million, "
        "resulting in an outstanding balance of £763.93 million.\n"
    )
    assert told(text, "RC146") == [
        "The sentence says £763.93 million, but £1.67 billion - £916.99 million is £750 million."
    ]


def test_growth_begins_in_the_second_column() -> None:
    rows = "Boats 2018 2019 2020 2021\nTrawlers 4,447 4,885 5,015 5,111\nCanoes 2,028 2,321 2,501 2,622\n"
    assert tables(rows + "Growth % 11.3 4.3 2.9\n")[0][-1] == ["Growth %", "", "11.3", "4.3", "2.9"]


def test_one_off_over_rounded_amounts_is_no_error() -> None:
    heads = "| Port | 2023 | 2024 |\n|---|---|---|\n"
    rows = "| Ayr | 14,230 | 15,120 |\n| Troon | 12,156 | 11,871 |\n| Total | 26,386 | {} |\n| Rent | 4,100 | 4,210 |\n"
    rows += "| Fees | 3,312 | 2,908 |\n| Total income | 33,798 | 34,109 |\n"
    assert told(heads + rows.format("26,992"), "RC101", "RC102", "RC103") == []
    assert len(told(heads + rows.format("26,791"), "RC101", "RC102", "RC103")) == 1


CREWS = """
| Coast | People (mn) | Boats (000) | People per boat |
|---|---|---|---|
| North | 372.3 | 3237 | 115 |
| East | 125.1 | 1621 | 77 |
| West | 81.9 | 415 | 197 |
| South | 263.1 | 1530 | {} |
"""


def test_a_quotient_that_is_cut_off_casts_no_doubt_on_its_parts() -> None:
    rules = [rule for rule in RULES if rule.id == "RC105"]
    (cut,) = audit_document(extract_bytes(CREWS.format(171).encode(), "paper.txt", "text"), rules).findings
    assert cut.message == "People per boat for South is printed as 171, but 263.1 ÷ 1530 is 172."
    assert cut.suggestion is None
    assert audit_document(extract_bytes(CREWS.format(172).encode(), "paper.txt", "text"), rules).findings == ()
