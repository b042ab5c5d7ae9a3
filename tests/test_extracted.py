"""Tables as they were read, for people: CSV, Excel, Markdown, and a page drawn with what was read on it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from reportcheck.extract import extract, extract_bytes
from reportcheck.extract.pictures import PictureOptions, page_pictures
from reportcheck.read import read
from reportcheck.report.drawing import drawn_page
from reportcheck.report.tables import pages_markdown, tables_csv, tables_workbook

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
TEXT = b"Table 1: Costs\n\n| Item | =cmd |\n| --- | --- |\n| Rent | 1,200 |\n| Total | 1,200 |\n"


def test_csv_has_each_table_under_its_name() -> None:
    rows = list(csv.reader(io.StringIO(tables_csv([extract_bytes(TEXT, "a.md", "text")]).decode("utf-8-sig"))))
    assert rows == [["a.md, page 1, table 1: Table 1: Costs"], ["Item", "'=cmd"], ["Rent", "1,200"], ["Total", "1,200"]]


def test_a_workbook_has_a_sheet_a_table_and_one_that_lists_them() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl reads it back: pip install 'reportcheck[test]'")
    book = openpyxl.load_workbook(io.BytesIO(tables_workbook([extract_bytes(TEXT, "a.md", "text")])))
    assert book.sheetnames == ["Tables", "1 page 1"]
    assert [[cell.value for cell in row] for row in book["1 page 1"].iter_rows()] == [
        ["Item", "=cmd"],
        ["Rent", "1,200"],
        ["Total", "1,200"],
    ]


def test_markdown_reads_back_as_the_same_table() -> None:
    document = extract_bytes(TEXT, "a.md", "text")
    again = extract_bytes(pages_markdown([document]), "b.md", "text")
    (before,), (after,) = document.tables, again.tables
    assert [(c.row, c.column, c.text.text) for c in after.cells] == [
        (c.row, c.column, c.text.text) for c in before.cells
    ]


def test_a_page_is_drawn_with_its_table_and_figures_outlined() -> None:
    from PIL import Image

    path = FIXTURES / "scrutiny-pack.pdf"
    paper = read(extract(path), 1)
    picture = page_pictures(path.read_bytes(), str(path), [4], PictureOptions(format="png", width=600))[4]
    with Image.open(io.BytesIO(drawn_page(paper, 4, picture))) as drawn:
        assert drawn.width == 600
        colours = {colour for _, colour in drawn.convert("RGB").getcolors(2**20) or []}
    assert {(20, 90, 180), (200, 120, 0), (20, 130, 60), (150, 60, 150)} <= colours


def test_pages_that_cannot_be_drawn_are_left_out() -> None:
    path = FIXTURES / "scrutiny-pack.pdf"
    options = PictureOptions(width=100)
    assert set(page_pictures(path.read_bytes(), "a.pdf", [1, 99], options)) == {1}
    assert page_pictures(b"no pdf", "a.pdf", [1], options) == {}
    assert page_pictures(path.read_bytes(), "a.pdf", [], options) == {}
