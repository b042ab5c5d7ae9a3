"""Totals that stand apart from their table, under a rule or out of line."""

from __future__ import annotations

from drawing import Sheet
from drawn import BODY, EXPECTED, HEAD, XS, lines_of, only_table, pages_of, texts


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


def test_last_rows_that_stand_apart_are_rows_of_their_table() -> None:
    sheet = (
        Sheet()
        .grid((50, 220, 310, 390, 470), (100, 115, 130, 145))
        .rows(111, 15, (55, 305, 385, 465), (HEAD, *BODY[:2]))
    )
    sheet.grid((50, 220, 310, 390, 470), (165, 180, 195)).rows(176, 15, (55, 305, 385, 465), BODY[2:])
    assert texts(only_table(sheet)) == EXPECTED


def test_a_total_apart_from_its_table_is_its_last_row() -> None:
    sheet = Sheet().rows(100, 15, XS, (HEAD, *BODY[:-1])).rows(188, 15, XS, BODY[-1:])
    assert texts(only_table(sheet)) == EXPECTED


def test_a_total_set_out_of_line_is_a_row_where_it_has_a_figure_for_each_column() -> None:
    words = Sheet().rows(100, 14, XS, [HEAD, *BODY[:-1]])
    apart = Sheet().text(60, 60, "Total 12,580 13,110 530")
    assert texts(only_table(words, apart)) == EXPECTED
    fewer = Sheet().text(60, 60, "Total 12,580 13,110")
    assert lines_of(pages_of(words, fewer)[1]) == ["Total 12,580 13,110"]
