"""Plain text and Markdown: pages, lines, tables in all their shapes, and where everything stands."""

from __future__ import annotations

import pytest
from read_tables import tables

from reportcheck.errors import PaperError
from reportcheck.extract import extract_bytes
from reportcheck.extract.text import read_text
from reportcheck.model import Line, Page, Table
from reportcheck.read import read


def pages(text: str) -> tuple[Page, ...]:
    return read_text(text.encode(), "paper.txt")


def lines(text: str) -> list[str]:
    return [b.text.text for page in pages(text) for b in page.blocks if isinstance(b, Line)]


def test_offsets_are_those_of_the_file() -> None:
    """A form feed ends a page and counts as a character of its line."""
    text = "First\n\fName\t12\t(30)\nOther\t**45**\t6\n"
    (first, second) = pages(text)
    assert (first.number, second.number) == (1, 2)
    source = text.split("\n")
    (table,) = [b for b in second.blocks if isinstance(b, Table)]
    for cell in table.cells:
        at = cell.text.locate()
        assert at.page == 2
        assert at.line is not None
        assert at.start is not None
        assert source[at.line - 1][at.start : at.end] == cell.text.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """The pound sign survives."""
    (page,) = read_text("Costs were £5m – or so.".encode(encoding), "paper.txt")
    assert isinstance(page.blocks[0], Line)
    assert page.blocks[0].text.text == "Costs were £5m – or so."
    assert page.blocks[0].text.locate().start == 0


def test_binary_is_refused() -> None:
    """A file of bytes is named, not guessed at."""
    with pytest.raises(PaperError, match="binary"):
        read_text(b"MZ\x00\x01\x02", "paper.txt")


def test_a_page_break_cuts_no_table() -> None:
    """Rows go on after a blank line or a page number; a label cut in two is one again."""
    text = "\t2023/24\t2024/25\nRate – stage\t36%\t48%\n\nPage 7\n\n2 to approval\t\t\nCount\t5\t6\n"
    assert tables(text) == [
        [["", "2023/24", "2024/25"], ["Rate – stage 2 to approval", "36%", "48%"], ["Count", "5", "6"]]
    ]


def test_a_new_heading_begins_a_new_table() -> None:
    """Two tables with as many columns stay two."""
    text = "\t2023\t2024\nA\t1\t2\n\f\t2021\t2022\nB\t3\t4\n"
    assert len(tables(text)) == 2


def test_repeated_headings_are_left_out() -> None:
    """A table that prints its headings on each page has them once."""
    text = "Name\tCount\tCost\nA\t1\t2\n\nName\tCount\tCost\nB\t3\t4\n"
    assert tables(text) == [[["Name", "Count", "Cost"], ["A", "1", "2"], ["B", "3", "4"]]]


def test_shares_with_their_bases_over_two_rows() -> None:
    """A cell of two shares that was cut into two rows is one cell."""
    text = "\t2023/24\t2024/25\nRate\t12% (calls)\t8% (calls)\nof visits\t41% (letters)\t81% (letters)\nAll\t5\t6\n"
    assert tables(text)[0][1] == ["Rate of visits", "12% (calls) 41% (letters)", "8% (calls) 81% (letters)"]


def test_pipes() -> None:
    """A pipe table, with its rule left out, with and without outer pipes."""
    expected = [[["Name", "Cost"], ["A | B", "1"], ["Total", "1"]]]
    assert tables("| Name | Cost |\n|:--|--:|\n| A \\| B | 1 |\n| **Total** | **1** |\n") == expected
    assert tables("Name | Cost\n--- | ---\nA \\| B | 1\nTotal | 1\n") == expected


def test_columns_of_spaces() -> None:
    """Columns are where figures stand under each other; a blank cell stays blank."""
    text = (
        "Table 1: Spending\n"
        "                     Budget    Actual   Change\n"
        "                       £000      £000     £000\n"
        "Adult care            1,200     1,250       50\n"
        "Children and young\n"
        "people's services       800       780      (20)\n"
        "Reserves                                    12\n"
        "Total                 2,000     2,030       30\n"
        "\nA sentence.  And another one.  And a third.\n"
    )
    (grid,) = tables(text)
    assert grid[0] == ["", "Budget", "Actual", "Change"]
    assert ["Adult care", "1,200", "1,250", "50"] in grid
    assert ["Reserves", "", "", "12"] in grid
    assert grid[-1] == ["Total", "2,000", "2,030", "30"]
    assert lines(text)[-1] == "A sentence.  And another one.  And a third."


def test_one_cell_a_line() -> None:
    """A table that an extractor printed one cell a line."""
    cells = "Wages|2023/24|2022/23|£000|£000|Pay|121|117|Tax|12|13|**Total**|**133**|130"
    text = cells.replace("|", "\n\n")
    assert tables(text) == [
        [
            ["", "2023/24", "2022/23"],
            ["", "£000", "£000"],
            ["Pay", "121", "117"],
            ["Tax", "12", "13"],
            ["Total", "133", "130"],
        ]
    ]


def test_one_cell_a_line_with_a_cell_lost_is_no_table() -> None:
    """Nothing is put under a heading that it may not belong to."""
    text = "Pay\n\n121\n\n117\n\nTax\n\n12\n\nOther\n\n3\n\n4\n\nMore\n\n5\n\n6\n\nTotal\n\n133\n\n130\n"
    assert tables(text) == []


def test_contents_are_lines() -> None:
    """A list of contents is no table."""
    text = "Contents\n\n1\tIntroduction\t3\n2\tPurpose\t3\n2.1\tScope\t7\n"
    assert tables(text) == []
    assert len(lines(text)) == 4


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**Bold** and *slanted* words", "Bold and slanted words"),
        ("5* rated and 3 * 4", "5* rated and 3 * 4"),
        ("<u>Under</u> the 2<sup>nd</sup> of 12<sup>1</sup>", "Under the 2nd of 12"),
        ("a \\(b\\) &amp; £5&nbsp;m", "a (b) & £5\u00a0m"),
        ("snake_case stays, _this_ goes", "snake_case stays, this goes"),
        ("## **Spending**", "Spending"),
    ],
)
def test_markup_is_left_out(raw: str, shown: str) -> None:
    """Emphasis is no part of the words."""
    assert lines(raw) == [shown]


def test_markup_keeps_places() -> None:
    """After markup that was left out, offsets are still those of the file."""
    (page,) = pages("The **total** was **£1,234** in all")
    (line,) = page.blocks
    assert isinstance(line, Line)
    start = line.text.text.index("£1,234")
    at = line.text.locate(start, start + 6)
    assert (at.start, at.end) == (20, 26)


def test_page_numbers_are_no_cells() -> None:
    """A page number that falls into a table printed one cell a line is left out of it."""
    pages = "".join(f"Words of page {n} that say nothing.\n\n{n}\n\n" for n in range(30, 37))
    table = "Plan\n\nPay\n\n121\n\n117\n\nTax\n\n12\n\n13\n\n37\n\nRent\n\n5\n\n6\n\n"
    text = pages + "Last words before the table of page 37, which are long enough to stand by themselves.\n\n" + table
    assert tables(text + "38\n") == [[["Pay", "121", "117"], ["Tax", "12", "13"], ["Rent", "5", "6"]]]


def test_one_column_with_subtotals() -> None:
    """A label and one value a line, brackets escaped as Markdown does; a chart's mixed labels are no table."""
    cells = "£k|Roads|621|Parks|1,480|**Sub-total**|**2,101**|Sales|\\(42\\)|Rent|910|**Total**|**2,969**"
    (grid,) = tables(cells.replace("|", "\n\n"))
    assert grid[0] == ["", "£k"]
    assert grid[-1] == ["Total", "2,969"]
    assert ["Sales", "(42)"] in grid
    assert tables("Tax|29%|Rates|1,200|Fees|3,400|Rent|4,700".replace("|", "\n\n")) == []


def test_dots_and_rules_are_no_cells() -> None:
    """Dots that lead to a sum, and lines under headings and over totals."""
    text = (
        "Rents  .........   £4,200\nGrants .........   £1,100\n                   ------\nTotal  .........   £5,300\n"
    )
    assert tables(text) == [[["Rents", "£4,200"], ["Grants", "£1,100"], ["Total", "£5,300"]]]
    assert tables("Summary ........ 3\nCosts .......... 4\nAnnex .......... 9\n") == []


def test_a_year_with_a_note_mark_heads_its_column() -> None:
    text = "| Item | 2023¹ | 2024* |\n|---|---|---|\n| Parks | 38¹ | 40 |\n| Roads² | 2 | 4³ |\n| Total | 40 | 44 |\n"
    grid = read(extract_bytes(text.encode(), "notes.md", "text")).grids[0]
    assert grid.header_rows == (0,)
    assert [[f.text for cell in row for f in cell.figures] for row in grid.cells[1:]] == [
        ["38", "40"], ["2", "4"], ["40", "44"]
    ]  # fmt: skip
