"""Heads of tables that no rules draw, and labels that stand around their figures."""

from __future__ import annotations

from drawing import Sheet
from drawn import lines_of, only_table, pages_of, texts

XS = (60.0, 250.0, 330.0, 410.0, 490.0)
FIGURES = (
    ("Oysters", "1,410", "1,204", "1,633", "1,090"),
    ("Mussels", "902", "871", "944", "1,020"),
    ("Total", "2,312", "2,075", "2,577", "2,110"),
)


def test_years_in_the_middle_over_two_columns_each_span_them() -> None:
    sheet = Sheet().rows(115, 15, XS, [("Kind", "Landed", "Sold", "Landed", "Sold"), *FIGURES])
    sheet.text(280, 100, "2021", right=True).text(440, 100, "2022", right=True)
    table = only_table(sheet)
    assert texts(table)[1:] == [["Kind", "Landed", "Sold", "Landed", "Sold"], *(list(row) for row in FIGURES)]
    assert [(c.text.text, c.column, c.columns) for c in table.cells if c.row == 0] == [("2021", 1, 2), ("2022", 3, 2)]


def test_years_over_each_column_are_its_head() -> None:
    sheet = Sheet().rows(100, 15, XS, [("", "2019", "2020", "2021", "2022"), *FIGURES])
    assert texts(only_table(sheet)) == [["", "2019", "2020", "2021", "2022"], *(list(row) for row in FIGURES)]


def test_headings_between_the_head_and_the_figures_are_rows() -> None:
    head = ("", "2019", "2020", "Plan", "Change")
    sheet = Sheet().rows(100, 15, XS, [head, ("Ordinary income",), ("Harbour",), *FIGURES])
    found = texts(only_table(sheet))
    assert found[:3] == [list(head), ["Ordinary income", "", "", "", ""], ["Harbour", "", "", "", ""]]
    assert found[3:] == [list(row) for row in FIGURES]


def test_headings_under_no_head_are_headings_of_the_page() -> None:
    sheet = Sheet().text(60, 80, "Harbour committee").rows(100, 15, XS, [("Ordinary income",), *FIGURES])
    assert lines_of(pages_of(sheet)[0]) == ["Harbour committee", "Ordinary income"]


def test_figures_left_of_their_labels_have_heads_too() -> None:
    xs = (60.0, 200.0, 400.0)
    rows = [("210", "", "240"), ("90", "", "75"), ("300", "", "315")]
    sheet = Sheet().text(60, 160, "Income").rows(145, 15, (110.0, 200.0, 400.0), [])
    for at, (last, _, this) in enumerate([("2022", "", "2023"), ("£", "", "£"), ("", "", ""), *rows]):
        sheet.text(110, 100 + 15 * at, last, right=True).text(xs[2], 100 + 15 * at, this, right=True)
    sheet.ops = [op for op in sheet.ops if "(Income)" not in op and "()" not in op]
    for at, label in ((2, "Income"), (3, "Fees"), (4, "Gifts"), (5, "Total")):
        sheet.text(170, 100 + 15 * at, label)
    assert texts(only_table(sheet)) == [
        ["2022 £", "", "2023 £"], ["", "Income", ""],
        ["210", "Fees", "240"], ["90", "Gifts", "75"], ["300", "Total", "315"],
    ]  # fmt: skip


def test_the_first_label_may_begin_over_its_figures() -> None:
    sheet = Sheet().rows(100, 15, XS[:3], [("Part", "Life", "Cost")])
    sheet.text(60, 118, "Resurfacing of the").text(60, 130, "car park").rows(124, 15, XS[:3], [("", "20", "48,500")])
    sheet.rows(146, 15, XS[:3], [("Roof", "25", "31,000"), ("Total", "", "79,500")])
    assert texts(only_table(sheet)) == [
        ["Part", "Life", "Cost"], ["Resurfacing of the car park", "20", "48,500"],
        ["Roof", "25", "31,000"], ["Total", "", "79,500"],
    ]  # fmt: skip


def test_two_totals_without_labels_are_two_rows() -> None:
    rows = (("Fees", "1,875", ""), ("Gifts", "565", ""), ("", "", "2,440"), ("", "", "7,842"), ("Rent", "480", ""))
    sheet = Sheet().rows(100, 13, XS[:3], (("Opening balance", "", "5,402"), *rows, ("Closing balance", "", "7,362")))
    assert texts(only_table(sheet))[1:6] == [list(row) for row in rows]


def test_a_rule_under_several_heads_makes_none_of_them_wide() -> None:
    sheet = Sheet().rows(100, 15, XS, [("Kind", "Gross", "Income", "Net", "Note")]).line(200, 103, 495, 103)
    sheet.rows(118, 15, XS, FIGURES)
    assert texts(only_table(sheet))[0] == ["Kind", "Gross", "Income", "Net", "Note"]


def test_digits_in_groups_of_three_are_one_figure() -> None:
    rows = [tuple(cell.replace(",", " ") for cell in row) for row in FIGURES]
    assert texts(only_table(Sheet().rows(100, 15, XS, rows))) == [list(row) for row in rows]


def test_heads_stand_over_the_heading_of_a_group_whose_rows_have_codes() -> None:
    columns = (50.0, 150.0, 300.0, 380.0, 460.0)
    head = ("GL number", "Description", "Budget", "Spent", "Used")
    rows = (
        ("101-265-702.00", "Lamps", "1,200.00", "481.20", "40.10"),
        ("101-265-712.00", "Gate", "310.00", "38.75", "12.50"),
        ("101-265-722.00", "Gas", "95.00", "8.55", "9.00"),
    )
    sheet = Sheet().rows(100, 12, columns, (head,)).text(50, 129, "Dept 265 Hall").rows(141, 12, columns, rows)
    assert " ".join(texts(only_table(sheet))[0]) == " ".join(head)
