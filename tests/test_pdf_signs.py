"""Signs at the far edge of their cell, and letters that stand apart without a blank between, in drawn PDFs."""

from __future__ import annotations

import pytest
from drawing import HEIGHT, Sheet
from drawn import lines_of, only_table, pages_of, texts

COSTS = (
    ("Service", "2023", "2024", "Change"),
    ("Roads", "3,120", "3,480", "360"),
    ("Parks", "910", "702", "208"),
    ("Sport", "455", "410", "45"),
    ("Total", "4,485", "4,592", "107"),
)
XS = (60.0, 250.0, 350.0, 480.0)


def _signed(sign: str, rows: tuple[int, ...]) -> list[list[str]]:
    """What is read of the table with that sign at the left edge of the last column in those rows."""
    sheet = Sheet().rows(100, 16, XS, COSTS)
    for row in rows:
        sheet.text(400, 100 + 16 * row, sign)
    return texts(only_table(sheet))


@pytest.mark.parametrize("sign", ["-", "–", "£", "-£", "$", "€"])
def test_a_sign_at_the_far_edge_of_its_cell_belongs_to_the_figure(sign: str) -> None:
    expected = [list(row) for row in COSTS]
    for row in (2, 3):
        expected[row][3] = sign + expected[row][3]
    assert _signed(sign, (2, 3)) == expected


def test_a_currency_sign_may_stand_before_every_figure() -> None:
    assert [row[3] for row in _signed("£", (1, 2, 3, 4))] == ["Change", "£360", "£208", "£45", "£107"]


def test_dashes_under_a_head_of_their_own_stand_for_nothing() -> None:
    sheet = Sheet().rows(100, 16, (60.0, 250.0, 350.0, 420.0, 480.0), [(*r[:3], "", r[3]) for r in COSTS])
    sheet.text(420, 100, "Grant", right=True)
    for row in (2, 3):
        sheet.text(420, 100 + 16 * row, "-", right=True)
    assert [row[3:] for row in texts(only_table(sheet))] == [
        ["Grant", "Change"], ["", "360"], ["-", "208"], ["-", "45"], ["", "107"],
    ]  # fmt: skip


def test_dashes_without_a_figure_to_their_right_stand_for_nothing() -> None:
    rows = [("Roads", "12", "", "12"), ("Parks", "9", "-", ""), ("Sport", "4", "-", ""), ("Total", "25", "", "12")]
    assert [row[2] for row in texts(only_table(Sheet().rows(100, 16, XS, rows)))] == ["", "-", "-", ""]


def _spaced(x: float, y: float, text: str, between: float) -> str:
    return f"BT /Fr 9 Tf {between} Tc 1 0 0 1 {x} {HEIGHT - y} Tm ({text}) Tj 0 Tc ET"


def test_digits_far_apart_are_of_two_cells() -> None:
    xs, ys = (50.0, 150.0, 210.0, 270.0), (88.0, 106.0, 124.0, 142.0)
    sheet = (
        Sheet()
        .grid(xs, ys)
        .rows(100, 18, (60.0, 200.0, 260.0), [("Elm", "", ""), ("Oak", "14", "20"), ("Ash", "", "")])
    )
    sheet.raw(_spaced(195, 100, "70", 55)).raw(_spaced(195, 136, "25", 55))
    assert texts(only_table(sheet)) == [["Elm", "7", "0"], ["Oak", "14", "20"], ["Ash", "2", "5"]]


def test_digits_far_apart_are_of_two_columns_without_rules() -> None:
    sheet = Sheet().rows(100, 16, (60.0, 200.0, 260.0), [("Elm", "81", "40"), ("Oak", "", ""), ("Ash", "14", "20")])
    sheet.raw(_spaced(195, 116, "70", 55))
    assert texts(only_table(sheet))[1] == ["Oak", "7", "0"]


def test_a_heading_set_wide_stays_one_word() -> None:
    sheet = Sheet().raw(_spaced(60, 100, "BUDGET", 6)).text(60, 130, "Spending rose to 1,234,567 pounds.")
    assert lines_of(pages_of(sheet)[0]) == ["BUDGET", "Spending rose to 1,234,567 pounds."]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_digits_far_apart_are_two_words_on_a_turned_page(turn: int) -> None:
    matrix = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 -247 842"}[turn]
    sheet = Sheet().text(60, 100, "Elm and Oak").raw(_spaced(195, 100, "70", 55))
    assert lines_of(pages_of(Sheet(0, [f"q {matrix} cm", *sheet.ops, "Q"]))[0]) == ["Elm and Oak 7 0"]


@pytest.mark.parametrize("white", [2.2, 3.0, 4.0])
def test_figures_that_nearly_touch_are_of_two_columns(white: float) -> None:
    right = 200 + 36.2 + white  # "112,400" in ten points is 36.1 wide.
    rows = (("Fees", "112,400", "112,400"), ("Fines", "98,150", "101,303"), ("Total", "210,550", "213,703"))
    sheet = Sheet().rows(100, 14, (60.0, 200.0, right), rows)
    assert texts(only_table(sheet)) == [list(row) for row in rows]
