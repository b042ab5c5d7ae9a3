"""Other people's drafts: each is read, and tables hold what LibreOffice shows of them, which was read by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcheck.extract import extract
from reportcheck.model import Table

SHARED = Path(__file__).resolve().parents[2] / "shared"
DRAFTS, PAPERS = SHARED / "corpus/drafts", SHARED / "corpus2/docs"
KINDS = ("*.docx", "*.xlsx", "*.csv", "*.ods")
FILES = sorted(path for root in (DRAFTS, PAPERS) for kind in KINDS for path in root.rglob(kind))

pytestmark = pytest.mark.skipif(not FILES, reason="../shared is not here")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_draft_is_read(path: Path) -> None:
    pages = extract(path).pages
    assert any(page.has_text for page in pages)
    assert any(page.blocks for page in pages)


def tables(path: Path) -> list[Table]:
    return list(extract(path).tables)


def rows(table: Table) -> list[list[str]]:
    """The cells of each row; one that goes on over others is in its first row and column."""
    found = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = cell.text.text
    return found


def spans(table: Table) -> dict[str, tuple[int, int]]:
    """The rows and columns of the cells that are larger than one."""
    return {c.text.text: (c.rows, c.columns) for c in table.cells if (c.rows, c.columns) != (1, 1)}


def test_merged_cells_stand_where_they_begin() -> None:
    *_, across, down, both = tables(DRAFTS / "docling_word_tables.docx")
    assert rows(across)[1] == ["Cell 1.0", "Merged Cell 1.1 1.2", "", "Cell 1.3"]
    assert rows(down)[1:3] == [["Cell 1.0", "Merged Cell 1.1 2.1", "Cell 1.2"], ["Cell 2.0", "", "Cell 2.2"]]
    assert rows(both)[4] == ["Cell 4.0", "", "Cell 4.2", "", "Merged Cell 4.4 5.4"]
    assert rows(both)[5:8] == [["", "", "", "", ""]] * 3
    assert rows(both)[8] == ["", "", "", "", "Cell 8.4"]
    assert spans(both) == {
        "Merged Cell 1.1 2.1": (2, 1), "Merged Cell 3.1 4.1": (2, 1), "Merged Cell 4.4 5.4": (2, 1),
    }  # fmt: skip


def test_a_table_in_a_cell_is_a_table() -> None:
    simple, outer, inner, merged = tables(DRAFTS / "unstructured_docx-tables.docx")
    assert rows(simple) == [["Header Col 1", "Header Col 2"], ["Lorem ipsum", "A link example"]]
    assert rows(outer) == [["a", ">b<", "c"], ["d", "", "i"], ["j", "k", "l"]]
    assert rows(inner) == [["e", "f"], ["g&t", "h"]]
    assert rows(merged) == [["a", "b", ""], ["", "c", "d"], ["e", "", ""]]
    assert spans(merged) == {"a": (2, 1), "b": (1, 2), "d": (2, 1), "e": (1, 2)}


def test_rows_that_lack_cells_keep_those_that_they_have_in_their_columns() -> None:
    found = tables(DRAFTS / "unstructured_tables-with-incomplete-rows.docx")
    assert rows(found[1]) == [["a", ""], ["b", "c"]]
    assert rows(found[2]) == [["a", "", ""], ["b", "c", "d"]]
    assert rows(found[3]) == [["a", "b", ""], ["", "c", "d"]]
    assert rows(found[4]) == [["a", "", "b", "c"], ["", "d", "", ""], ["e", "", "", "f"], ["", "", "", ""]]


@pytest.mark.skipif(not PAPERS.is_dir(), reason="../shared has no other papers")
def test_a_table_of_a_ministry_holds_what_is_shown() -> None:
    found = tables(PAPERS / "dswd-philippines/covid-report-2-mar-2020.docx")
    first, *_ = found
    figures = {row[0]: row[1:] for row in rows(first)}
    assert (first.rows, first.columns) == (22, 8)
    assert figures["TOTAL"] == [
        "1,293,580,076.99", "280,618", "103,800,469.13", "168,359,996.90", "431,020,017.14", "599,380,014.04",
        "1,996,760,560.16",
    ]  # fmt: skip
    assert figures["NRLMB - NROC"] == [
        "-", "84,898", "30,734,440.00", "25,033,896.34", "196,090,074.48", "221,123,970.82", "251,858,410.82",
    ]  # fmt: skip
    assert figures["VIII"] == [
        "3,000,550.00", "318", "119,145.06", "2,658,560.88", "12,351,635.08", "15,010,195.96", "18,129,891.02",
    ]  # fmt: skip
    inside = next(table for table in found if "AMOUNT" in rows(table)[0])
    assert [row[1] for row in rows(inside)[1:]] == [
        "29,588,451.00", "248,451.00", "248,451.00", "29,340,000.00", "6,840,000.00", "1,500,000.00", "21,000,000.00",
    ]  # fmt: skip


@pytest.mark.skipif(not PAPERS.is_dir(), reason="../shared has no other papers")
def test_a_workbook_holds_what_is_shown() -> None:
    """Stored are 351813.4704 and the like, and a nought that is shown as "-" behind its sign."""
    pages = extract(PAPERS / "owasp-foundation/draft-budget-2022-01.xlsx").pages
    shown = [cell.text.text for table in pages[0].blocks if isinstance(table, Table) for cell in table.cells]
    money = [text for text in shown if text.startswith("$")]
    assert money[:8] == ["$1,335,000", "$40,000", "$550,000", "$106,000", "$80,000", "$4,000", "$40,000", "$2,155,000"]
    assert money[8:11] == ["$351,813", "$883,140", "$108,009"]
    detail = extract(PAPERS / "owasp-foundation/draft-budget-summary-2021-03.xlsx").pages[1]
    labelled = {row[0]: row[1:] for t in detail.blocks if isinstance(t, Table) for row in map(_filled, rows(t)) if row}
    assert labelled["Interest"] == ["$-"]


def _filled(row: list[str]) -> list[str]:
    return [text for text in row if text]
