"""Tables of PDF pages as people see them: drawn, half drawn and not drawn, over pages and side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from drawing import HEIGHT, Sheet
from drawn import BODY, EXPECTED, HEAD, XS, lines_of, only_table, pages_of, tables_of, texts


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


def test_a_table_over_two_pages_is_one_and_its_head_is_not_repeated() -> None:
    first = Sheet().rows(700, 15, XS, (HEAD, *BODY[:2]), font="b").text(480, 820, "Page 1 of 2", size=8)
    second = Sheet().rows(60, 15, XS, (HEAD, *BODY[2:]), font="b").text(480, 820, "Page 2 of 2", size=8)
    pages = pages_of(first, second)
    assert [texts(t) for t in tables_of(pages[0])] == [EXPECTED]
    assert tables_of(pages[1]) == []
    assert [page.label for page in pages] == ["1", "2"]


def test_a_label_that_the_pages_end_cuts_in_two_is_one() -> None:
    first = Sheet().rows(700, 15, XS, (*BODY[:2], ("Roads, bridges and", "", "", "")))
    second = Sheet().rows(60, 15, XS, (("footpaths", "10,400", "10,900", "500"), BODY[3]))
    for y in (690, 705, 720, 745):
        first.line(50, y, 470, y)
    for y in (50, 65, 80):
        second.line(50, y, 470, y)
    assert texts(only_table(first, second))[2] == ["Roads, bridges and footpaths", "10,400", "10,900", "500"]


def test_captions_and_units_are_tied_to_their_table() -> None:
    sheet = Sheet().text(60, 80, "Table 3: Budget by service", font="b").text(420, 95, "£000")
    table = only_table(sheet.rows(111, 15, XS, (HEAD, *BODY)))
    assert table.caption == "Table 3: Budget by service"
    assert texts(table)[0][-1] == "£000 Variance"


def test_a_list_of_contents_is_no_table() -> None:
    sheet = Sheet().text(60, 80, "Contents", font="b")
    titles = ("Introduction", "Revenue budget", "Capital budget", "Reserves", "Treasury", "Appendices")
    for at, title in enumerate(titles):
        sheet.text(60, 110 + 15 * at, title).text(500, 110 + 15 * at, str(3 + 4 * at), right=True)
    page = pages_of(sheet)[0]
    assert tables_of(page) == []
    assert "Revenue budget 7" in lines_of(page)


def test_a_paragraph_with_figures_is_no_table() -> None:
    sheet = Sheet()
    for at in range(5):
        sheet.text(
            60, 100 + 13 * at, f"The council spent £{at + 3}.4 million on roads and £{at + 1} million on schools."
        )
    assert tables_of(pages_of(sheet)[0]) == []


def test_two_tables_side_by_side_keep_their_rows() -> None:
    sheet = Sheet().grid((50, 130, 200), (100, 115, 130, 145)).grid((300, 380, 450), (100, 115, 130, 145))
    sheet.rows(111, 15, (55, 195), (("Parks", "10"), ("Roads", "20"), ("Total", "30")))
    sheet.rows(111, 15, (305, 445), (("Staff", "1"), ("Fees", "2"), ("Total", "3")))
    tables = tables_of(pages_of(sheet)[0])
    assert [texts(t) for t in tables] == [
        [["Parks", "10"], ["Roads", "20"], ["Total", "30"]],
        [["Staff", "1"], ["Fees", "2"], ["Total", "3"]],
    ]


def test_a_total_that_hangs_under_the_last_rule_is_a_row_of_its_table() -> None:
    columns = (55, 305, 385, 465)
    drawn = Sheet().grid((50, 220, 310, 390, 470), (100, 115, 130, 145, 160)).rows(111, 15, columns, (HEAD, *BODY[:3]))
    told = Sheet(0, list(drawn.ops)).rows(175, 15, columns, BODY[3:]).text(60, 200, "Forecast of 13,110 at month 6.")
    assert texts(only_table(told)) == EXPECTED
    bare = Sheet(0, list(drawn.ops)).rows(175, 15, columns, (("", *BODY[3][1:]),))
    assert texts(only_table(bare))[-1] == ["", *BODY[3][1:]]
    for other in (("", "2023", "2024", "2025"), ("Staff in post", "310", "320", "10"), ("", "", "7", "")):
        assert texts(only_table(Sheet(0, list(drawn.ops)).rows(175, 15, columns, (other,)))) == EXPECTED[:-1]


def test_a_figure_under_a_rule_of_its_own_is_the_total_of_its_column() -> None:
    drawn = Sheet().rows(111, 15, XS, (HEAD, *BODY[:3]))
    assert len(texts(only_table(Sheet(0, list(drawn.ops)).text(300, 171, "12,580", right=True)))) == 4
    summed = drawn.line(262, 160, 302, 160).text(300, 171, "12,580", right=True)
    assert texts(only_table(summed))[-1] == ["", "12,580", "", ""]


def _on_its_side(turn: int) -> str:
    return {90: "0 1 -1 0 1000 150", 180: "-1 0 0 -1 560 1150", 270: "0 -1 1 0 -471 710"}[turn]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_table_on_its_side_under_upright_text_is_read(turn: int) -> None:
    drawn = Sheet().rows(111, 15, XS, (HEAD, *BODY))
    sheet = Sheet().raw(f"q {_on_its_side(turn)} cm").raw("\n".join(drawn.ops)).raw("Q")
    for at in range(20):
        sheet.text(60, 40 + 14 * at if at < 10 else 560 + 14 * at, "The members had the figures before them.")
    page = pages_of(sheet)[0]
    (table,) = tables_of(page)
    assert texts(table) == EXPECTED
    assert len(lines_of(page)) == 20
    box = next(cell.text.pieces[0].bbox for cell in table.cells if cell.text.text == "10,400")
    assert box is not None
    assert (box.bottom - box.top > box.x1 - box.x0) == (turn != 180)
    assert 0 <= box.x0 < box.x1 <= 595
    assert 0 <= box.top < box.bottom <= 842


def test_heads_set_upright_over_level_figures_are_heads() -> None:
    sheet = Sheet().rows(180, 15, XS, BODY)
    for x, words in zip(XS[1:], HEAD[1:], strict=True):
        sheet.raw(f"BT /Fr 10 Tf 0 1 -1 0 {x - 4} {HEIGHT - 168} Tm ({words}) Tj ET")
    assert texts(only_table(sheet)) == [["", *HEAD[1:]], *EXPECTED[1:]]


def test_words_that_run_up_the_margin_are_no_part_of_a_line() -> None:
    sheet = (
        Sheet().text(60, 400, "Spending rose.").raw(f"BT /Fr 8 Tf 0 1 -1 0 30 {HEIGHT - 400} Tm (Town Council) Tj ET")
    )
    assert lines_of(pages_of(sheet)[0]) == ["Spending rose."]


def test_a_figure_on_the_line_of_each_row_is_its_though_no_rule_parts_them() -> None:
    rows = (("Fees", "0.3%", "500"), ("Fines", "0.1%", "160"), ("Gifts", "0.2%", "310"))
    ys = (88.0, 106.0, 124.0, 142.0)
    sheet = Sheet().grid((50.0, 150.0, 210.0, 270.0), (ys[0], ys[-1])).rows(100, 18, (60.0, 200.0, 260.0), rows)
    for x0, x1 in ((50, 150), (210, 270)):
        sheet.line(x0, ys[1], x1, ys[1]).line(x0, ys[2], x1, ys[2])
    sheet.line(150, ys[2], 210, ys[2])
    assert texts(only_table(sheet)) == [list(row) for row in rows]


@pytest.mark.parametrize("label", ["Total", "Highways", ""])
def test_a_row_alone_at_the_head_of_the_next_page_goes_on_with_the_table(label: str) -> None:
    first = Sheet().rows(700, 15, XS, (HEAD, *BODY[:-1])).text(60, 800, "Council budget, 4 May")
    last = Sheet().rows(60, 15, XS, [(label, *BODY[-1][1:])]).text(60, 100, "The Council is asked to note this.")
    last.text(60, 800, "Council budget, 4 May")
    pages = pages_of(first, last)
    assert texts(tables_of(pages[0])[0]) == [*EXPECTED[:-1], [label, *BODY[-1][1:]]]
    assert lines_of(pages[1]) == ["The Council is asked to note this.", "Council budget, 4 May"]


@pytest.mark.parametrize(
    "row",
    [
        ("Total", "12,580", "13,110", ""),  # Two figures and a total's name: taken.
        ("Highways", "12,580", "", ""),  # One figure, and no total.
        ("At 31 March 2025 the Council had", "", "", ""),
    ],
)
def test_a_line_with_few_figures_at_the_head_of_the_next_page_is_a_row_where_it_is_a_total(
    row: tuple[str, ...],
) -> None:
    first, last = Sheet().rows(700, 15, XS, (HEAD, *BODY[:-1])), Sheet().rows(60, 15, XS, [row])
    assert tables_of(pages_of(first, last)[0])[0].rows == (5 if row[0] == "Total" else 4)


def test_figures_out_of_line_with_the_table_before_are_no_row_of_it() -> None:
    first = Sheet().rows(700, 15, XS, (HEAD, *BODY[:-1]))
    last = Sheet().text(60, 60, "Parks").text(200, 60, "12,580").text(270, 60, "13,110").text(420, 60, "53")
    assert tables_of(pages_of(first, last)[0])[0].rows == 4


def test_last_rows_that_stand_apart_are_rows_of_their_table() -> None:
    sheet = (
        Sheet()
        .grid((50, 220, 310, 390, 470), (100, 115, 130, 145))
        .rows(111, 15, (55, 305, 385, 465), (HEAD, *BODY[:2]))
    )
    sheet.grid((50, 220, 310, 390, 470), (165, 180, 195)).rows(176, 15, (55, 305, 385, 465), BODY[2:])
    assert texts(only_table(sheet)) == EXPECTED


def test_a_table_with_a_head_of_its_own_stays_by_itself() -> None:
    sheet = (
        Sheet()
        .grid((50, 220, 310, 390, 470), (100, 115, 130, 145))
        .rows(111, 15, (55, 305, 385, 465), (HEAD, *BODY[:2]))
    )
    sheet.grid((50, 220, 310, 390, 470), (165, 180, 195, 210))
    sheet.rows(176, 15, (55, 305, 385, 465), (("Grant", "Asked", "Given", "Left"), *BODY[2:]))
    assert [table.rows for table in tables_of(pages_of(sheet)[0])] == [3, 3]


def test_a_total_apart_from_its_table_is_its_last_row() -> None:
    sheet = Sheet().rows(100, 15, XS, (HEAD, *BODY[:-1])).rows(188, 15, XS, BODY[-1:])
    assert texts(only_table(sheet)) == EXPECTED


def test_a_total_set_out_of_line_is_a_row_where_it_has_a_figure_for_each_column() -> None:
    words = Sheet().rows(100, 14, XS, [HEAD, *BODY[:-1]])
    apart = Sheet().text(60, 60, "Total 12,580 13,110 530")
    assert texts(only_table(words, apart)) == EXPECTED
    fewer = Sheet().text(60, 60, "Total 12,580 13,110")
    assert lines_of(pages_of(words, fewer)[1]) == ["Total 12,580 13,110"]


def test_a_label_that_runs_on_over_empty_places_swallows_no_column() -> None:
    rows = (
        ("Heading", "2022", "2023", "2024"), ("Wages", "9,000", "9,200", "9,500"),
        ("Contribution to the reserve for the neighbourhood plan", "", "", "2,000"),
        ("Total", "9,000", "9,200", "11,500"),
    )  # fmt: skip
    assert texts(only_table(Sheet().rows(100, 15, (60.0, 230.0, 310.0, 390.0), rows))) == [list(row) for row in rows]


def test_tables_side_by_side_that_are_not_level_share_no_cell() -> None:
    left, right = (
        (("Fees", "120"), ("Sales", "85"), ("Total", "205")),
        (("Rent", "70"), ("Print", "31"), ("Total", "101")),
    )
    sheet = Sheet().rows(100, 15, (50.0, 200.0), left).rows(106, 15, (300.0, 450.0), right)
    found = [texts(table) for table in tables_of(pages_of(sheet)[0])]
    assert found == [list(map(list, left)), list(map(list, right))]


LEFT = (
    ("Income", "2025"),
    ("Precept", "14,200.00"),
    ("Interest", "61.35"),
    ("Plots", "418.50"),
    ("Total", "14,679.85"),
)
RIGHT = (
    ("Payments", "2025"),
    ("Clerk", "9,120.40"),
    ("Mowing", "2,310.00"),
    ("Hall", "640.00"),
    ("Paint", "88.15"),
    ("Total", "12,158.55"),
)


def test_level_tables_side_by_side_are_two_where_each_has_a_total() -> None:
    sheet = Sheet().rows(100, 15, (50.0, 250.0), LEFT).rows(100, 15, (290.0, 480.0), RIGHT)
    assert [texts(table) for table in tables_of(pages_of(sheet)[0])] == [list(map(list, LEFT)), list(map(list, RIGHT))]


def test_a_table_whose_second_label_has_no_total_over_it_stays_one() -> None:
    rows = (
        ("North", "12", "Desks", "340"),
        ("South", "15", "Chairs", "210"),
        ("East", "11", "Lamps", "75"),
        ("", "", "Total", "625"),
    )
    assert texts(only_table(Sheet().rows(100, 15, (50.0, 180.0, 230.0, 400.0), rows))) == [list(row) for row in rows]


def _in_a_line(rows: Sequence[Sequence[str]]) -> Sheet:
    """Rows whose cells are parted by single blanks."""
    sheet = Sheet()
    for at, row in enumerate(rows):
        sheet.text(60, 100 + 15 * at, " ".join(row))
    return sheet


BLANKS = (
    ("Mowing", "1,204.50", "1,310.00"),
    ("Clerk", "8,400.00", "8,652.25"),
    ("Hall hire", "96.00", "104.00"),
    ("Total", "9,700.50", "10,966.25"),
)


def test_cells_parted_by_single_blanks_are_a_table_where_a_column_comes_to_its_total() -> None:
    assert texts(only_table(_in_a_line(BLANKS))) == [list(row) for row in BLANKS]


def test_years_over_such_cells_are_heads_though_a_word_stands_before_them() -> None:
    rows = (("Item", "2024", "2025"), *BLANKS)
    assert texts(only_table(_in_a_line(rows))) == [list(row) for row in rows]


def test_cells_parted_by_single_blanks_are_no_table_where_no_column_does() -> None:
    assert not tables_of(pages_of(_in_a_line((*BLANKS[:3], ("Total", "9,800.50", "10,966.25"))))[0])


def test_a_head_over_other_columns_begins_another_table() -> None:
    upper = (("Income", "2022", "2023"), ("Fees", "100", "120"), ("Total", "100", "120"))
    lower = (("Staff", "Full", "Part", "All"), ("North", "10", "11", "21"), ("South", "4", "4", "8"))
    sheet = Sheet().rows(100, 15, (60.0, 300.0, 400.0), upper).rows(145, 15, (60.0, 240.0, 350.0, 470.0), lower)
    assert [texts(t) for t in tables_of(pages_of(sheet)[0])] == [[list(r) for r in upper], [list(r) for r in lower]]


PARAGRAPH = (
    "The fair was held on the green in fine", "weather and drew more visitors than in any",
    "year since the hall was built, so that we", "could give more than we had thought to the",
    "funds of the school and of the band, which", "now has a new drum.",
)  # fmt: skip


def test_a_table_beside_running_text_takes_none_of_it() -> None:
    rows = (("Stall", "2022", "2023"), ("Cakes", "212", "248"), ("Plants", "160", "175"), ("Total", "372", "423"))
    sheet = Sheet().rows(112, 12, (320.0, 440.0, 500.0), rows)
    for at, words in enumerate(PARAGRAPH):
        sheet.text(60, 100 + 12 * at, words)
    page = pages_of(sheet)[0]
    assert (lines_of(page), texts(tables_of(page)[0])) == (list(PARAGRAPH), [list(row) for row in rows])


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


LISTED = (
    ("Hire of the hall, quarter 2", "310.00"),
    ("Light bulbs for the porch and the yard", "14.40"),
    ("Repair of the stove", "1,096.00"),
    ("Total", "1,420.40"),
)


def test_a_list_in_no_columns_is_a_table_with_its_total() -> None:
    """As minutes list payments; lines that end in sums without a total stay lines."""
    sheet = Sheet().text(60, 80, "Payments were agreed.")
    for at, (label, amount) in enumerate(LISTED):
        sheet.text(60, 100 + 14 * at, f"{label} {amount}")
    assert texts(only_table(sheet.text(60, 180, "Noted."))) == [list(row) for row in LISTED]
    sheet = Sheet()
    for at, (label, amount) in enumerate(LISTED[:3]):
        sheet.text(60, 100 + 14 * at, f"{label} {amount}")
    assert lines_of(pages_of(sheet)[0]) == [" ".join(row) for row in LISTED[:3]]


def test_a_label_and_the_words_beside_it_go_on_in_the_next_line() -> None:
    """Both are wrapped: one row; where only a label stands under a row it may be a heading."""
    sheet = Sheet().rows(100, 20, (60.0, 480.0), [("Payee", "Sum"), ("Lovell and", "310.00"), ("Cox", "96.00")])
    sheet.text(200, 100, "What for").text(200, 120, "Railings by the").text(200, 140, "Stove")
    sheet.text(60, 131, "Sons").text(200, 131, "mill bridge")
    sheet.rows(160, 20, (60.0, 480.0), [("Total", "406.00")])
    assert texts(only_table(sheet)) == [
        ["Payee", "What for", "Sum"],
        ["Lovell and Sons", "Railings by the mill bridge", "310.00"],
        ["Cox", "Stove", "96.00"],
        ["Total", "", "406.00"],
    ]
