"""Tables and words that lie on their side or stand upright in a PDF."""

from __future__ import annotations

import pytest
from drawing import HEIGHT, Sheet
from drawn import BODY, EXPECTED, HEAD, XS, lines_of, only_table, pages_of, tables_of, texts


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
