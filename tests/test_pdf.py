"""PDF pages as people see them: their lines, what is left out, and files that cannot be read."""

from __future__ import annotations

import pytest
from drawing import Sheet, pdf
from drawn import BODY, EXPECTED, HEAD, XS, lines_of, pages_of, tables_of, texts

from reportcheck.errors import PaperError
from reportcheck.extract import Options
from reportcheck.extract.pdf import count_pages, join_pages, read_pages, read_pdf
from reportcheck.model import Line


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
