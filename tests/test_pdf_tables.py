"""Tables of a PDF that stand on one page: what rules, gutters, grounds and labels make rows and columns of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from drawing import HEIGHT, Sheet
from drawn import BODY, EXPECTED, HEAD, XS, only_table, pages_of, tables_of, texts


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    sheet = Sheet().grid((50, 220, 310, 390, 470), (100, 115, 130, 145, 160, 175)).rows(111, 15, XS, (HEAD, *BODY))
    assert texts(only_table(sheet)) == EXPECTED


def test_level_rules_alone_part_the_rows() -> None:
    sheet = Sheet().rows(111, 15, XS, (HEAD, *BODY))
    for y in (100, 115, 130, 145, 160, 175):
        sheet.line(50, y, 470, y)
    assert texts(only_table(sheet)) == EXPECTED


def test_white_gutters_alone_part_the_columns() -> None:
    assert texts(only_table(Sheet().rows(111, 15, XS, (HEAD, *BODY)))) == EXPECTED


def test_drawn_columns_with_rows_that_are_not_are_cut_into_rows() -> None:
    sheet = Sheet().grid((50, 220, 310, 390, 470), (100, 115, 175)).rows(111, 15, XS, (HEAD, *BODY))
    assert texts(only_table(sheet)) == EXPECTED


def test_labels_beside_a_grid_belong_to_it() -> None:
    sheet = Sheet().grid((220, 310, 390, 470), (100, 115, 130, 145, 160, 175)).rows(111, 15, XS, (HEAD, *BODY))
    assert texts(only_table(sheet)) == EXPECTED


def test_a_heading_over_two_columns_spans_them() -> None:
    sheet = Sheet().grid((50, 220, 310, 390), (115, 130, 145))
    sheet.line(50, 100, 390, 100).line(50, 100, 50, 115).line(220, 100, 220, 115).line(390, 100, 390, 115)
    sheet.text(280, 111, "2024/25").rows(126, 15, XS, (("Service", "Budget", "Actual"), ("Parks", "10", "12")))
    cell = next(c for c in only_table(sheet).cells if c.text.text == "2024/25")
    assert (cell.row, cell.column, cell.columns) == (0, 1, 2)


def test_a_label_that_wraps_is_one_row_with_its_figures() -> None:
    rows = (("Parks and", "", ""), ("open spaces", "10", "12"), ("Libraries", "20", "22"), ("Total", "30", "34"))
    table = only_table(Sheet().rows(111, 12, XS, rows))
    assert texts(table) == [["Parks and open spaces", "10", "12"], ["Libraries", "20", "22"], ["Total", "30", "34"]]


def test_figures_level_with_the_middle_of_a_wrapped_label_are_its() -> None:
    sheet = Sheet()
    for y in (100, 125, 150, 175):
        sheet.line(50, y, 470, y)
    sheet.text(60, 110, "Children and").text(60, 121, "young people").text(300, 115.5, "430.6", right=True)
    sheet.text(380, 115.5, "420.8", right=True)
    sheet.rows(140, 25, XS, (("Transport", "202.9", "209.2"), ("Total", "633.5", "630.0")))
    assert texts(only_table(sheet))[0] == ["Children and young people", "430.6", "420.8"]


def test_payments_stand_in_line_although_a_label_runs_up_to_its_amount() -> None:
    sheet = Sheet().text(60, 100, "The following were agreed for payment:")
    sheet.text(60, 115, "i) Hall hire, April to June").text(500, 115, "50.00", right=True)
    sheet.text(60, 130, "ii) Clerk's salary for the month of September with arrears as agreed in July")
    sheet.text(500, 130, "375.00", right=True)
    sheet.text(400, 145, "TOTAL", font="b").text(500, 145, "425.00", right=True, font="b")
    assert texts(only_table(sheet))[-1] == ["TOTAL", "425.00"]


def test_captions_and_units_are_tied_to_their_table() -> None:
    sheet = Sheet().text(60, 80, "Table 3: Budget by service", font="b").text(420, 95, "£000")
    table = only_table(sheet.rows(111, 15, XS, (HEAD, *BODY)))
    assert table.caption == "Table 3: Budget by service"
    assert texts(table)[0][-1] == "£000 Variance"


def test_a_figure_on_the_line_of_each_row_is_its_though_no_rule_parts_them() -> None:
    rows = (("Fees", "0.3%", "500"), ("Fines", "0.1%", "160"), ("Gifts", "0.2%", "310"))
    ys = (88.0, 106.0, 124.0, 142.0)
    sheet = Sheet().grid((50.0, 150.0, 210.0, 270.0), (ys[0], ys[-1])).rows(100, 18, (60.0, 200.0, 260.0), rows)
    for x0, x1 in ((50, 150), (210, 270)):
        sheet.line(x0, ys[1], x1, ys[1]).line(x0, ys[2], x1, ys[2])
    sheet.line(150, ys[2], 210, ys[2])
    assert texts(only_table(sheet)) == [list(row) for row in rows]


def test_a_label_that_runs_on_over_empty_places_swallows_no_column() -> None:
    rows = (
        ("Heading", "2022", "2023", "2024"), ("Wages", "9,000", "9,200", "9,500"),
        ("Contribution to the reserve for the neighbourhood plan", "", "", "2,000"),
        ("Total", "9,000", "9,200", "11,500"),
    )  # fmt: skip
    assert texts(only_table(Sheet().rows(100, 15, (60.0, 230.0, 310.0, 390.0), rows))) == [list(row) for row in rows]


def test_a_table_in_a_cell_of_minutes_is_a_table() -> None:
    rows = (("", "Budget", "Actual"), ("Wages", "2,400", "2,310"), ("Rent", "640", "655"), ("Total", "3,040", "2,965"))
    sheet = (
        Sheet().grid((50, 90, 450, 540), (82, 100, 200)).text(55, 95, "No").text(95, 95, "Minute").text(455, 95, "For")
    )
    sheet.text(55, 115, "14.2").text(95, 115, "The clerk gave the figures of the half year:").text(455, 115, "Clerk")
    sheet.rows(130, 12, (110.0, 300.0, 380.0), rows).text(95, 190, "It was resolved to accept the report.")
    outer, inner = tables_of(pages_of(sheet)[0])
    assert texts(inner) == [list(row) for row in rows]
    said = "The clerk gave the figures of the half year: It was resolved to accept the report."
    assert texts(outer) == [["No", "Minute", "For"], ["14.2", said, "Clerk"]]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_text_about_each_row_is_a_column_of_the_table(ruled: bool) -> None:
    notes = (
        ("Prices of food rose by more than", "had been thought when the budget", "was set in the spring."),
        ("Fewer hours were worked, as two", "posts stood empty from May until", "the end of the year."),
        ("The roof was mended in April and", "the gutters with it, which had", "been put off for years."),
    )
    sheet = Sheet().rows(100, 14, (60.0, 200.0, 260.0), [("Item", "Plan", "Spent")]).text(300, 100, "Reason")
    for at, (row, note) in enumerate(
        zip((("Food", "310", "365"), ("Wages", "820", "790"), ("Roof", "95", "140")), notes, strict=True)
    ):
        sheet.rows(120 + 42 * at, 14, (60.0, 200.0, 260.0), [row])
        for line, words in enumerate(note):
            sheet.text(300, 120 + 42 * at + 12 * line, words)
        if ruled:
            sheet.line(55, 110 + 42 * at, 480, 110 + 42 * at)
    (table,) = tables_of(pages_of(sheet.line(55, 236, 480, 236) if ruled else sheet)[0])
    assert [row[:3] for row in texts(table) if row[1]] == [
        ["Item", "Plan", "Spent"], ["Food", "310", "365"], ["Wages", "820", "790"], ["Roof", "95", "140"],
    ]  # fmt: skip


def _striped(rows: Sequence[Sequence[str]], shaded: Sequence[int]) -> Sheet:
    """A table without rules, some rows of which stand on a grey ground, cell by cell."""
    sheet = Sheet()
    for row in shaded:
        for x0, x1 in pairwise((52, 250, 320, 400, 470)):
            sheet.raw(f"0.9 g {x0} {HEIGHT - 104 - 16 * row} {x1 - x0} 16 re f 0 g")
    return sheet.rows(100, 16, XS, rows)


@pytest.mark.parametrize("shaded", [(2, 4), (1, 3)])
def test_stripes_part_no_head_from_its_rows(shaded: Sequence[int]) -> None:
    """The head and the first row share a ground with one stripe and not with the other: they are two rows in both."""
    assert texts(only_table(_striped(EXPECTED, shaded))) == EXPECTED


def test_the_dark_ground_of_a_head_is_no_table_of_its_own() -> None:
    """White words on a dark ground over rows without rules: one table, its total on such a ground as well."""
    sheet = Sheet()
    for row in (0, 4):
        for x0, x1 in pairwise((52, 250, 320, 400, 470)):
            sheet.raw(f"0.1 g {x0} {HEIGHT - 104 - 16 * row} {x1 - x0} 16 re f 0 g")
    sheet.raw("1 g").rows(100, 16, XS, EXPECTED[:1]).raw("0 g").rows(116, 16, XS, EXPECTED[1:4])
    sheet.raw("1 g").rows(164, 16, XS, EXPECTED[4:])
    assert texts(only_table(sheet)) == EXPECTED


def test_a_year_that_a_long_label_ends_in_is_no_figure_of_the_inner_column() -> None:
    """It ends where no figure of the column does; an amount there is its figure."""
    rows = (("Balance brought forward", "", "21.00"), ("Rents", "412.00", ""), ("Fairs", "9.50", "421.50"))
    sheet = Sheet().rows(100, 15, (60.0, 225.0, 400.0), rows)
    for label, expected in (
        ("Balance carried forward into the year 2026", ["Balance carried forward into the year 2026", "", "442.50"]),
        ("Balance carried forward into the year 26.50", ["Balance carried forward into the year", "26.50", "442.50"]),
    ):
        drawn = Sheet(0, list(sheet.ops)).text(60, 145, label).text(400, 145, "442.50")
        assert texts(only_table(drawn))[-1] == expected
