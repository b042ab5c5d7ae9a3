"""Workbooks and separated values: what is shown in a cell, where it stands, and what its formula takes."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from sheets import opendocument, saved, workbook

from reportcheck.errors import PaperError
from reportcheck.extract import extract_bytes
from reportcheck.extract.sheet.shown import shown
from reportcheck.model import Document, Line, Table

ROWS = [
    ("Larkfield Council",),
    ("Costs by service",),
    (),
    ("Service", "Budget", "Actual"),
    ("Libraries", 1200, 1250),
    ("Parks", 800, 790),
    ("Roads", 2400, 2390),
    ("Total", "=SUM(B5:B7)", "=SUM(C5:C7)"),
]
SMALL = [
    ("Service", "Budget", "Actual"),
    ("Libraries", 1200, 1250),
    ("Parks", 800, 790),
    ("Roads", 2400, 2390),
    ("Total", 4400, 4340),
]
CSV = "\n".join(",".join(map(str, row)) for row in SMALL)


def read(data: bytes, name: str = "a.xlsx") -> Document:
    return extract_bytes(data, name, "sheet")


def cells(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text.text for cell in table.cells}


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1234.5, "General", "1234.5"),
        (19980.010000000002, "General", "19980.01"),
        (1234.5, "#,##0", "1,235"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (-1234.5, "#,##0.00", "-1,234.50"),
        (0, '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)', "$-"),
        (-7, '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)', "$(7)"),
        (0, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"??_)', "$-"),
        (0, "#,###", ""),
        (7, "#,###", "7"),
        (0.4, "#.00", ".40"),
        (1234.5, "#,##0.##", "1,234.5"),
        (1234, "#,##0.0#", "1,234.0"),
        (0.125, "0.0%", "12.5%"),
        (12, "[$£-809]#,##0", "£12"),
        (12, '0 "days"', "12 days"),
        (1234567, "#,##0,", "1,235"),
        (True, "General", "TRUE"),
        (date(2025, 4, 1), "dd/mm/yyyy", "1 April 2025"),
        ("as typed", "@", "as typed"),
        (None, "General", ""),
        (float("nan"), "0", "nan"),
    ],
)
def test_a_value_is_read_as_it_is_shown(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


def test_a_sheet_is_a_page_of_lines_and_a_table() -> None:
    (page,) = read(saved(workbook(ROWS), {"B8": 4400, "C8": 4430})).pages
    assert page.label == "Summary"
    first, second, table = page.blocks
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.text.text, second.text.text) == ("Larkfield Council", "Costs by service")
    assert isinstance(table, Table)
    assert cells(table)[4, 1] == "4400"
    total = next(cell for cell in table.cells if (cell.row, cell.column) == (4, 2))
    assert total.entry == "=SUM(C5:C7)"
    assert total.text.locate().line == 8


def test_a_formula_without_a_stored_value_is_said_and_not_guessed() -> None:
    (page,) = read(saved(workbook(ROWS))).pages
    assert page.problem == (
        "2 formulas have no stored value and cannot be read (B8, C8); "
        "open the file in a spreadsheet program and save it"
    )
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert not any(cell.row == 4 and cell.column for cell in table.cells)


def test_what_is_hidden_is_read_and_named() -> None:
    book = workbook(ROWS)
    book.active.row_dimensions[5].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.create_sheet("Notes").append(["An old note", 1])
    book["Notes"].sheet_state = "hidden"
    pages = read(saved(book, {"B8": 4400, "C8": 4430})).pages
    assert pages[0].notice == "hidden rows are read: 5; hidden columns are read: C"
    assert pages[1].notice == "this sheet is hidden"
    assert any(isinstance(block, Table) and "1,250" not in cells(block).values() for block in pages[0].blocks)


def test_a_finding_names_sheet_and_cell(run: Run, tmp_path: Path) -> None:
    (tmp_path / "costs.xlsx").write_bytes(saved(workbook([*ROWS[:7], ("Total", 4400, 4340)])))
    done = run("audit", "costs.xlsx")
    assert done.returncode == 1
    assert b"RC101 error total-disagrees  cell Summary!C8, row Total, column Actual" in done.stdout
    assert b"4340" in done.stdout


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", CSV.replace("2400", '"2,400"').encode()),
        ("a.tsv", CSV.replace(",", "\t").encode()),
        ("b.csv", CSV.replace(",", ";").encode()),
        ("c.csv", CSV.replace("Budget", "Budget £").encode("cp1252")),
        ("a.ods", opendocument(SMALL)),
        ("a.xlsx", saved(workbook(SMALL))),
        ("a.xlsm", saved(workbook(SMALL))),
    ],
)
def test_a_wrong_total_is_found_in_every_kind(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    done = run("audit", name)
    assert done.returncode == 1, done.stderr
    assert b"C5, row Total, column Actual" in done.stdout
    assert b"but its 3 parts add up to 4" in done.stdout


def test_tables_side_by_side_are_two() -> None:
    rows: list[tuple[Any, ...]] = [
        ("Income", "2025", None, "Costs", "2025"),
        ("Fees", 10, None, "Rent", 7),
        ("Grants", 20, None, "Heat", 8),
        ("Total", 30, None, "Total", 15),
    ]
    (page,) = read(saved(workbook(rows))).pages
    assert [(t.rows, t.columns) for t in page.blocks if isinstance(t, Table)] == [(4, 2), (4, 2)]


def test_blank_rows_and_words_part_two_tables() -> None:
    rows: list[tuple[Any, ...]] = [("Item", "2025"), ("Rent", 7), (), (), (), ("Item", "2024"), ("Rent", 6)]
    (page,) = read(saved(workbook(rows))).pages
    assert len([block for block in page.blocks if isinstance(block, Table)]) == 2
    rows = [("Item", "2025"), ("Rent", 7), (), ("Item", 6), ("Heat", 6)]
    (page,) = read(saved(workbook(rows))).pages
    assert len([block for block in page.blocks if isinstance(block, Table)]) == 1


def _zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 no zip file", "a.xlsx: is not a workbook, or is damaged. Save it again as .xlsx."),
        (
            _zipped(**{"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b" " * (60 * 2**20)}),
            "a.xlsx: unpacks to 60 MB in 2 parts, which is more than can be audited. "
            "Save the sheets that matter to a file of their own.",
        ),
        (
            _zipped(**{"xl/workbook.xml": b"<x/>"}),
            "a.xlsx: cannot be read as a workbook (KeyError). Save it again as .xlsx.",
        ),
        (saved(workbook([()])), "a.xlsx: has no cell with anything in it. Save it again, or leave it out."),
        (
            b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            "a.xlsx: is an old Word or Excel file (.doc, .xls) and not text. Save it as PDF or as .docx.",
        ),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(PaperError) as refused:
        read(data)
    assert str(refused.value) == told


def test_an_xml_bomb_is_no_harm() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"lol" * 1000 + b'"><!ENTITY b "' + b"&a;" * 1000 + b'">]><x>&b;</x>'
    with pytest.raises(PaperError) as refused:
        read(_zipped(**{"xl/workbook.xml": bomb, "[Content_Types].xml": bomb}))
    assert str(refused.value).startswith("a.xlsx: cannot be read as a workbook")


@pytest.mark.parametrize("library", ["openpyxl", "python_calamine"])
def test_a_missing_library_is_told_with_its_command(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from reportcheck.extract.sheet import read_sheets

    monkeypatch.setitem(sys.modules, library, None)
    data = saved(workbook(ROWS)) if library == "openpyxl" else opendocument(ROWS)
    with pytest.raises(PaperError, match=r"pip install 'reportcheck\[sheets\]'"):
        read_sheets(data, "a.xlsx")


def test_rules_check_reads_an_example_in_its_own_format() -> None:
    from reportcheck.cli.trying import differences
    from reportcheck.rulepack import load_rules

    (rule,) = (rule for rule in load_rules() if rule.id == "RC521")
    assert list(differences(rule)) == []
