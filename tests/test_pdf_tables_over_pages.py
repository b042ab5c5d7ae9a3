"""Tables that go on over the end of a page, and what stands at the head of the next."""

from __future__ import annotations

import pytest
from drawing import Sheet
from drawn import BODY, EXPECTED, HEAD, XS, lines_of, only_table, pages_of, tables_of, texts


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


def test_a_table_with_a_head_of_its_own_stays_by_itself() -> None:
    sheet = (
        Sheet()
        .grid((50, 220, 310, 390, 470), (100, 115, 130, 145))
        .rows(111, 15, (55, 305, 385, 465), (HEAD, *BODY[:2]))
    )
    sheet.grid((50, 220, 310, 390, 470), (165, 180, 195, 210))
    sheet.rows(176, 15, (55, 305, 385, 465), (("Grant", "Asked", "Given", "Left"), *BODY[2:]))
    assert [table.rows for table in tables_of(pages_of(sheet)[0])] == [3, 3]
