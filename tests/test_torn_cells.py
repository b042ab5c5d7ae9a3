"""Cells of texts that were torn, glued, damaged or set apart, and the sums that they stand in."""

from __future__ import annotations

from judging import told
from test_text_tables import tables


def test_figures_set_about_a_middle_are_one_column() -> None:
    rows = [
        "Scheme                      Cost        Year 1       Year 2",
        "Slipway                     73,237      12,567       60,670",
        "Winch                          113          76           37",
        "Mooring                      2,862         564        2,298",
        "Total                       76,212      13,207       63,005",
    ]
    assert [len(row) for row in tables("\n".join(rows))[0]] == [4] * 5
    owed = [
        "Payee                         Owed            Paid",
        "Smith                        1,200                ",
        "Jones                                          450",
        "Brown                          300                ",
        "Total                        1,500             450",
    ]
    assert [len(row) for row in tables("\n".join(owed))[0]] == [3] * 5


def test_two_stars_that_nothing_opened_are_the_mark_of_a_note() -> None:
    table = "| Fuel | FY19** | FY18** | FY18*** |\n|---|---|---|---|\n| Oil | 1 | 2 | 3 |\n"
    assert tables(table)[0][0] == ["Fuel", "FY19**", "FY18**", "FY18***"]
    assert tables(table.replace("Fuel", "**Fuel**"))[0][0][0] == "Fuel"


def test_a_figure_that_is_glued_to_a_word_is_not_cut_at_its_comma() -> None:
    text = "The moorings account1,301.73£ was agreed.\n\n" + "The quay was swept.\n\n" * 9
    assert told(text + "The balance of the moorings account is £1,301.73 as agreed.\n", "RC202", "RC401") == []
    assert len(told(text + "The balance of the moorings account is £1,801.73 as agreed.\n", "RC202")) == 1


def test_lakhs_are_parted_by_twos() -> None:
    assert told("Nets cost Rs. 1,20,34,567 and twine Rs. 12,34,567.50 in the year.\n", "RC401") == []
    assert told("| Nets | Twine |\n|---|---|\n| 12,34,567 | 1,20,000 |\n", "RC401") == []
    assert told("Nets cost £12,34,567 in the year.\n", "RC401") == [
        "£12,34,567 is not a number: its commas are not where thousands end."
    ]


def test_a_figure_at_the_end_of_a_cut_line_may_have_its_million_in_the_next() -> None:
    text = "".join(f"The port spent £{n}.4m on quays.\n\n" for n in range(2, 20))
    cut = "It is foreseen that this work will draw matching funds from the ministry of some £4.6"
    assert told(f"{text}{cut}\n", "RC402") == []
    assert len(told(f"{text}{cut} in all.\n", "RC402")) == 1


def test_a_note_behind_an_amount_is_no_cell() -> None:
    rows = [
        "Item                     Claimed       Refused        Paid",
        "Nets                     175,000       107,000 (2)  68,000",
        "Twine                    148,000       148,000 (2)",
        "Buoys                     94,000                    94,000",
        "Total                    417,000       255,000     162,000",
    ]
    assert [row[1:3] for row in tables("\n".join(rows))[0]][1:3] == [["175,000", "107,000"], ["148,000", "148,000"]]
    variance = "Item Budget Actual Over\nNets 1,204 1,202 (2)\nTwine 980 991 11\nTotal 2,184 2,193 9\n"
    assert tables(variance)[0][1] == ["Nets", "1,204", "1,202", "(2)"]


DUES = """Balances were read out.

- Quay Fund $1,204.50
- Crane Fund {}
- Buoy Fund $310.25
- TOTAL {}
"""


def test_a_damaged_amount_counts_as_what_it_must_be() -> None:
    assert told(DUES.format("$2.418.10", "$3,932.85"), "RC126") == []
    assert told(DUES.format("$2.418.10", "$3,912.85"), "RC126") == [
        "Total is printed as $3,912.85, but the 3 amounts above it add up to $3,932.85."
    ]


DUES_PAID = """| Paid to | Amount |
|---|---|
| Sailmaker | £318.20 |
| Chandler | £96.45 |
| Ropeworks | £1,204.10 |
| Painter | £88.30 |
| Pilot | £71.15 |
| Ferryman | {} |
| Sub Total | £1,778.20{} |
"""


def test_an_amount_that_stands_apart_twice_has_not_lost_its_sign() -> None:
    assert told(DUES_PAID.format("21.42", " 21.42"), "RC416") == []
    assert told(DUES_PAID.format("21.42", ""), "RC416") == [
        "21.42 has no currency sign, unlike the other 6 figures of the column “Amount”: it should read £21.42."
    ]


def test_a_bracket_in_a_cell_of_its_own_was_torn_off_and_not_forgotten() -> None:
    rows = [("Sold", "(14)"), ("Lost", "(21)"), ("Found", "18"), ("Given", "(36)"), ("Made", "90"), ("Let", "(11)")]
    text = "| Boats | | |\n|---|---|---|\n" + "".join(f"| {name} | - | {count} |\n" for name, count in rows)
    assert told(text + "| Spent | l ) | (12 |\n", "RC418") == []
    assert told(text + "| Spent | - | (12 |\n", "RC418") == [
        "(12 is no figure as the others of its column are: a bracket is missing; it should be (12)."
    ]


STROKED = """Receipts of the quay
Balance b/f as at 20/01/2017 / 3,292.91
01/02/2017 / Bank / Interest / 0.12
01/03/2017 / Bank / Interest / 0.14
05/04/2017 / County / Harbour grant / 1,851.00
Total income / {}
"""


def test_a_list_between_strokes_keeps_its_total() -> None:
    assert told(STROKED.format("1,851.26"), "RC101") == []
    assert len(told(STROKED.format("1,815.26"), "RC101")) == 1
