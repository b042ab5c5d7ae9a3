"""Tables beside each other, and beside running text."""

from __future__ import annotations

from drawing import Sheet
from drawn import lines_of, only_table, pages_of, tables_of, texts


def test_two_tables_side_by_side_keep_their_rows() -> None:
    sheet = Sheet().grid((50, 130, 200), (100, 115, 130, 145)).grid((300, 380, 450), (100, 115, 130, 145))
    sheet.rows(111, 15, (55, 195), (("Parks", "10"), ("Roads", "20"), ("Total", "30")))
    sheet.rows(111, 15, (305, 445), (("Staff", "1"), ("Fees", "2"), ("Total", "3")))
    tables = tables_of(pages_of(sheet)[0])
    assert [texts(t) for t in tables] == [
        [["Parks", "10"], ["Roads", "20"], ["Total", "30"]],
        [["Staff", "1"], ["Fees", "2"], ["Total", "3"]],
    ]


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
