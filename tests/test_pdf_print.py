"""The print of PDF pages: weight, footnote marks, turned, white, hidden, askew, leftward or without a meaning."""

from __future__ import annotations

import pytest
from drawing import HEIGHT, Sheet
from drawn import BODY, EXPECTED, HEAD, XS, lines_of, only_table, pages_of, texts

from reportcheck.extract.pdf.draft import joined
from reportcheck.extract.pdf.rows import set_out
from reportcheck.extract.pdf.sheet import Word


def test_bold_italic_and_indents_are_kept() -> None:
    sheet = Sheet().text(60, 111, "Services").text(72, 126, "Parks").text(60, 141, "Total", font="b")
    sheet.text(300, 111, "30", right=True).text(300, 126, "10", right=True).text(300, 141, "40", right=True, font="b")
    table = only_table(sheet)
    assert [c.bold for c in table.cells if c.column == 1] == [False, False, True]
    assert [c.indent for c in table.cells if c.column == 0] == [0.0, 12.0, 0.0]


def test_a_footnote_mark_is_not_glued_to_its_figure() -> None:
    sheet = Sheet().text(60, 100, "There were 38").text(122.8, 96, "1", size=6).text(130, 100, "of them")
    assert lines_of(pages_of(sheet)[0]) == ["There were 38¹ of them"]


def test_a_footnote_mark_of_a_browser_is_not_glued_to_its_figure() -> None:
    """It is raised by less than half of its size, and larger than printers set it."""
    sheet = Sheet().text(60, 100, "There were 38").text(122.8, 96.7, "1", size=8.33).text(130, 100, "of them")
    assert lines_of(pages_of(sheet)[0]) == ["There were 38¹ of them"]


def test_bold_made_by_drawing_twice_is_read_once() -> None:
    sheet = Sheet().text(60, 100, "Total").text(60.3, 100, "Total").text(300, 100, "12", right=True)
    assert lines_of(pages_of(sheet)[0]) == ["Total 12"]


def test_words_that_are_set_outside_the_page_are_not_read() -> None:
    sheet = Sheet().text(60, 100, "Within").text(700, 100, "beside").text(60, -40, "over").text(60, 900, "under")
    assert lines_of(pages_of(sheet)[0]) == ["Within"]
    assert lines_of(pages_of(Sheet().text(60, 100, "Within").text(560, 100, "partly"))[0]) == ["Within partly"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_and_turned_tables_are_read_level(turn: int) -> None:
    drawn = Sheet().rows(111, 15, XS, (HEAD, *BODY))
    assert texts(only_table(Sheet(turn, list(drawn.ops)))) == EXPECTED
    matrix = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 -247 842", 0: "1 0 0 1 0 0"}
    assert texts(only_table(Sheet(0, [f"q {matrix[turn]} cm", *drawn.ops, "Q"]))) == EXPECTED


def test_words_askew_are_a_watermark() -> None:
    sheet = Sheet().text(60, 100, "Spending rose.").raw("BT /Fr 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET")
    assert lines_of(pages_of(sheet)[0]) == ["Spending rose."]


def test_text_that_nobody_can_see_is_told_and_not_read() -> None:
    sheet = (
        Sheet().text(60, 100, "Seen").raw("3 Tr").text(60, 120, "Unseen").raw("0 Tr 1 1 1 rg").text(60, 140, "White")
    )
    page = pages_of(sheet)[0]
    assert lines_of(page) == ["Seen"]
    assert page.problem == "text was left out that nobody can see: 1 hidden word and 1 word in white on white"


def test_white_words_on_a_dark_ground_are_read() -> None:
    sheet = Sheet().raw(f"0 0 0.5 rg 50 {HEIGHT - 110} 200 20 re f 1 1 1 rg").text(60, 103, "Budget")
    assert lines_of(pages_of(sheet)[0]) == ["Budget"]


def test_a_level_watermark_is_no_word_of_the_table_under_it() -> None:
    sheet = Sheet().raw("0.9 g BT /Fr 80 Tf 1 0 0 1 150 650 Tm (DRAFT) Tj ET 0 g").rows(111, 15, XS, (HEAD, *BODY))
    assert texts(only_table(sheet)) == EXPECTED
    title = Sheet().text(60, 60, "Budget", size=36).rows(111, 15, XS, (HEAD, *BODY))
    assert lines_of(pages_of(title)[0]) == ["Budget"]


def test_a_page_on_its_side_tells_how_it_was_turned() -> None:
    drawn = Sheet().rows(111, 15, XS, (HEAD, *BODY))
    assert [pages_of(Sheet(turn, list(drawn.ops)))[0].turn for turn in (0, 90, 180, 270)] == [0, 270, 180, 90]
    level = pages_of(Sheet(0, ["q 0 1 -1 0 842 0 cm", *drawn.ops, "Q"]))[0]
    assert (level.turn, level.width, level.height) == (90, 842, 595)


def coded(words: str) -> Sheet:
    """Words in a font whose characters are numbers without a meaning, as a broken subset writes them."""
    codes = "".join(f"\\{ord(c) - 29:03o}" for c in words)
    return Sheet().raw(f"BT /Fr 10 Tf 1 0 0 1 60 700 Tm ({codes}) Tj ET")


def test_a_page_whose_characters_have_no_meaning_is_said_to_be_unread() -> None:
    page = pages_of(coded("The budget rose from 1,200 to 1,250 in the year."))[0]
    assert page.problem == "the file does not tell what its characters mean"
    assert not page.has_text


def test_words_that_run_leftward_are_read_from_the_right() -> None:
    def word(text: str, x0: float) -> Word:
        return Word(text, x0, 90, x0 + 20, 100, 98, 10.0)

    line = [word("2,160", 60), word("\u05d4\u05db\u05dc", 100), word("\u05e1\u05da", 130)]
    read = joined([set_out(line)[1]], 1)
    assert read.text == "\u05e1\u05da \u05d4\u05db\u05dc 2,160"
    box = read.locate(7, 12).bbox
    assert box is not None
    assert (box.x0, box.x1) == (60, 80)
    level = set_out([word("Total", 60), word("2,160\u2019", 100)])[1]
    assert joined([level], 1).text == "Total 2,160\u2019"
