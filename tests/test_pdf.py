"""PDF pages as people see them: tables drawn, half drawn and not drawn; lines; what is left out and said so."""

from __future__ import annotations

import pytest
from drawing import HEIGHT, Sheet, pdf

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.extract.pdf import count_pages, join_pages, read_pages, read_pdf
from reportcheck.extract.pdf.draft import joined
from reportcheck.extract.pdf.sheet import Word
from reportcheck.model import Line, Page, Table

XS = (60.0, 300.0, 380.0, 460.0)
HEAD = ("Service", "Budget", "Forecast", "Variance")
BODY = (
    ("Parks", "1,200", "1,250", "50"),
    ("Libraries", "980", "960", "(20)"),
    ("Highways", "10,400", "10,900", "500"),
    ("Total", "12,580", "13,110", "530"),
)


def pages_of(*sheets: Sheet) -> tuple[Page, ...]:
    return read_pdf(pdf(*sheets), "drawn.pdf", Options())


def tables_of(page: Page) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def lines_of(page: Page) -> list[str]:
    return [block.text.text for block in page.blocks if isinstance(block, Line)]


def texts(table: Table) -> list[list[str]]:
    grid = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text.text
    return grid


def only_table(*sheets: Sheet) -> Table:
    found = [table for page in pages_of(*sheets) for table in tables_of(page)]
    assert len(found) == 1
    return found[0]


EXPECTED = [list(HEAD), *(list(row) for row in BODY)]


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


def test_bold_italic_and_indents_are_kept() -> None:
    sheet = Sheet().text(60, 111, "Services").text(72, 126, "Parks").text(60, 141, "Total", font="b")
    sheet.text(300, 111, "30", right=True).text(300, 126, "10", right=True).text(300, 141, "40", right=True, font="b")
    table = only_table(sheet)
    assert [c.bold for c in table.cells if c.column == 1] == [False, False, True]
    assert [c.indent for c in table.cells if c.column == 0] == [0.0, 12.0, 0.0]


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


def test_running_heads_and_page_numbers_are_left_out() -> None:
    sheets = [
        Sheet()
        .text(60, 40, "Cabinet, 3 March", size=8)
        .text(60, 200, f"Text of its own {n * 7}.")
        .text(290, 820, str(n))
        for n in (11, 12, 13)
    ]
    pages = pages_of(*sheets)
    assert [lines_of(page) for page in pages] == [[f"Text of its own {n * 7}."] for n in (11, 12, 13)]
    assert [page.label for page in pages] == ["11", "12", "13"]


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


def test_running_text_in_columns_is_read_column_by_column() -> None:
    sheet = Sheet()
    for at in range(6):
        sheet.text(60, 100 + 13 * at, f"left column, the text of its line {at}")
        sheet.text(320, 104 + 13 * at, f"right column, the text of its line {at}")
    read = lines_of(pages_of(sheet)[0])
    assert [line.split(",")[0] for line in read] == ["left column"] * 6 + ["right column"] * 6


def test_lines_know_their_gaps_size_and_weight() -> None:
    sheet = (
        Sheet().text(60, 100, "Savings", size=16, font="b").text(60, 130, "They fell by 4").text(60, 142, "this year.")
    )
    blocks = pages_of(sheet)[0].blocks
    found = [(b.text.text, b.gap, b.bold, b.size) for b in blocks if isinstance(b, Line)]
    assert found == [
        ("Savings", True, True, 16.0),
        ("They fell by 4", True, False, 10.0),
        ("this year.", False, False, 10.0),
    ]


def test_a_figure_in_a_sentence_knows_its_place() -> None:
    line = pages_of(Sheet().text(60, 100, "Spending rose to 1,250 this year"))[0].blocks[0]
    assert isinstance(line, Line)
    at = line.text.text.index("1,250")
    box = line.text.locate(at, at + 5).bbox
    assert box is not None
    assert 130 < box.x0 < 145
    assert 155 < box.x1 < 172


def test_a_footnote_mark_is_not_glued_to_its_figure() -> None:
    sheet = Sheet().text(60, 100, "There were 38").text(122.8, 96, "1", size=6).text(130, 100, "of them")
    assert lines_of(pages_of(sheet)[0]) == ["There were 38¹ of them"]


def test_bold_made_by_drawing_twice_is_read_once() -> None:
    sheet = Sheet().text(60, 100, "Total").text(60.3, 100, "Total").text(300, 100, "12", right=True)
    assert lines_of(pages_of(sheet)[0]) == ["Total 12"]


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


def test_two_tables_side_by_side_keep_their_rows() -> None:
    sheet = Sheet().grid((50, 130, 200), (100, 115, 130, 145)).grid((300, 380, 450), (100, 115, 130, 145))
    sheet.rows(111, 15, (55, 195), (("Parks", "10"), ("Roads", "20"), ("Total", "30")))
    sheet.rows(111, 15, (305, 445), (("Staff", "1"), ("Fees", "2"), ("Total", "3")))
    tables = tables_of(pages_of(sheet)[0])
    assert [texts(t) for t in tables] == [
        [["Parks", "10"], ["Roads", "20"], ["Total", "30"]],
        [["Staff", "1"], ["Fees", "2"], ["Total", "3"]],
    ]


def test_pages_without_words_are_known() -> None:
    page = pages_of(Sheet().grid((50, 100, 150), (50, 100)))[0]
    assert not page.has_text
    assert page.blocks == ()


def test_pages_are_counted_read_alone_and_joined() -> None:
    data = pdf(Sheet().text(60, 100, "One"), Sheet().text(60, 100, "Two"), Sheet().text(60, 100, "Three"))
    assert count_pages(data, "three.pdf") == 3
    pages = read_pages(data, "three.pdf", [3, 1], Options())
    assert [(page.number, lines_of(page)) for page in pages] == [(3, ["Three"]), (1, ["One"])]
    assert [page.number for page in join_pages(pages[::-1])] == [1, 3]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty."),
        (b"Minutes of a meeting", "is not a PDF, although it is named as one."),
        (b"%PDF-1.7\nnothing follows", "is damaged: its pages cannot be found."),
        (pdf(), "is damaged: it has no pages."),
    ],
)
def test_files_that_cannot_be_read_say_why(data: bytes, problem: str) -> None:
    with pytest.raises(PaperError) as told:
        count_pages(data, "paper.pdf")
    assert told.value.problem == problem
    assert told.value.remedy


def test_pdfplumbers_own_reading_stays() -> None:
    sheet = Sheet().grid((50, 220, 310, 390, 470), (100, 115, 130, 145, 160, 175)).rows(111, 15, XS, (HEAD, *BODY))
    page = read_pdf(pdf(sheet), "drawn.pdf", Options(pdf_engine="pdfplumber"))[0]
    assert [texts(t) for t in tables_of(page)] == [EXPECTED]


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
    read = joined([line], 1)
    assert read.text == "\u05e1\u05da \u05d4\u05db\u05dc 2,160"
    box = read.locate(7, 12).bbox
    assert box is not None
    assert (box.x0, box.x1) == (60, 80)
    assert joined([[word("Total", 60), word("2,160\u2019", 100)]], 1).text == "Total 2,160\u2019"
