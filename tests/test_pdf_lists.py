"""Lists of a PDF whose figures stand in no columns."""

from __future__ import annotations

from collections.abc import Sequence

from drawing import Sheet
from drawn import lines_of, only_table, pages_of, tables_of, texts


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
