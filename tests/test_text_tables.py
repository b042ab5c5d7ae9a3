"""Tables of texts that were made from papers: single blanks, rows that fall short, bars, boxes, values with commas."""

from __future__ import annotations

import json
from itertools import zip_longest

import pytest
from read_tables import tables

from reportcheck.extract import extract_bytes
from reportcheck.extract.text import read_text
from reportcheck.model import Line
from reportcheck.report.extraction import extraction_json


def lines(text: str) -> list[str]:
    pages = read_text(text.encode(), "paper.txt")
    return [b.text.text for page in pages for b in page.blocks if isinstance(b, Line)]


SPENT = [
    ["Spending", "2023/24", "2024/25"],
    ["Parks and gardens", "£4,120", "£4,380"],
    ["Play areas", "£1,060", "£990"],
    ["Total", "£5,180", "£5,370"],
]


def test_single_blanks_part_the_columns() -> None:
    """Words, then as many figures in every row: a table, its headings told by their years."""
    text = (
        "What was spent\nSpending 2023/24 2024/25\nParks and gardens £4,120 £4,380\nPlay areas £1,060 £990\n"
        "Total £5,180 £5,370\n\nThe committee noted the report.\n"
    )
    assert tables(text) == [SPENT]
    assert lines(text) == ["What was spent", "The committee noted the report."]


def test_sentences_that_end_in_figures_are_no_table() -> None:
    """Dates and amounts at the ends of running lines stand in no column."""
    text = (
        "The clerk reported that the meeting of 12 March\n2024 had agreed a precept of £41,200 and that a grant of\n"
        "£1,500 would be paid before the end of March 2025.\nThe next meeting is on 4 June 2024\n"
    )
    assert tables(text) == []


def test_figures_before_their_labels() -> None:
    """Ledgers print the amounts first and the account after them: a row is read from its account."""
    text = (
        "      debit     credit      total\n---------------------------------\n"
        " 900.00 USD  50.00 USD 850.00 USD  Assets\n"
        "          0  12.50 USD -12.50 USD    Cash box\n 900.00 USD  37.50 USD 862.50 USD    Main account\n"
        "---------------------------------\n 900.00 USD  50.00 USD 850.00 USD\n"
    )
    (grid,) = tables(text)
    assert grid[1:3] == [
        ["Assets", "900.00 USD", "50.00 USD", "850.00 USD"],
        ["Cash box", "0", "12.50 USD", "-12.50 USD"],
    ]
    assert grid[-1] == ["", "900.00 USD", "50.00 USD", "850.00 USD"]


@pytest.mark.parametrize(
    "text",
    [
        "┌────────┬───────┬───────┐\n│ Fund   │ In    │ Out   │\n├────────┼───────┼───────┤\n"
        "│ Roads  │ 4,100 │ 3,900 │\n"
        "│ Total  │ 4,100 │ 3,900 │\n└────────┴───────┴───────┘\n",
        "+-------+-------+-------+\n| Fund  | In    | Out   |\n+=======+=======+=======+\n| Roads | 4,100 | 3,900 |\n"
        "+-------+-------+-------+\n| Total | 4,100 | 3,900 |\n+-------+-------+-------+\n",
        '"Fund","In","Out"\n"Roads","4,100","3,900"\n"Total","4,100","3,900"\n',
        "Fund;In;Out\nRoads;4,100;3,900\nTotal;4,100;3,900\n",
        "| Fund | In | Out |\r|---|--:|--:|\r| Roads | 4,100 | 3,900 |\r| Total | 4,100 | 3,900 |\r",
    ],
    ids=["box", "grid", "commas", "semicolons", "old line ends"],
)
def test_one_table_in_many_dresses(text: str) -> None:
    """The same table, however its cells are parted."""
    assert tables(text) == [[["Fund", "In", "Out"], ["Roads", "4,100", "3,900"], ["Total", "4,100", "3,900"]]]


def test_sentences_with_commas_are_no_values() -> None:
    """Words with commas between them are words."""
    text = "Parks, halls, 2024\nRoads, lanes, 2023\nTrees, hedges, 2022\n"
    assert tables(text) == []


def test_lines_that_are_only_set_in_are_no_table() -> None:
    """A tab before every line of a paper makes no columns; one cell a line is still a table."""
    cells = "Tier|2024|2025|One|£70.20|£72.10|Two|£81.00|£83.50|All|£151.20|£155.60"
    text = "\tMINUTES\n\tThe board met.\n" + "".join(f"\t\t\t{cell}\n" for cell in cells.split("|"))
    assert lines(text) == ["MINUTES", "The board met.", "Tier"]
    assert tables(text)[0][-1] == ["All", "£151.20", "£155.60"]


def test_extract_shows_what_each_page_was_read_as() -> None:
    """Headings, passages and tables in reading order, running heads, and what was left out."""
    page = "=== Page {} ===\nREPORT OF THE TREASURER\n# Part {}\n\nThe {} fund and\nmore words.\n\n"
    text = "".join(page.format(n, n, name) for n, name in enumerate(("road", "hall", "tree"), start=1))
    text += "Fund In Out\nRoads 4,100 3,900\nHalls 200 300\nTotal 4,300 4,200\n"
    document = extract_bytes(text.encode() + b"9" * 30_000, "paper.md", "text")
    shown = json.loads(extraction_json([document]))["documents"][0]["pages"][0]
    assert [part["kind"] for part in shown["read_as"]][-4:] == ["passage", "heading", "passage", "table"]
    assert shown["read_as"][-1]["rows"] == 4
    assert shown["running"][:2] == ["=== Page 1 ===", "REPORT OF THE TREASURER"]
    assert shown["left_out"] == ["line 26 has more than 20,000 characters without a blank, which were not read"]


def test_a_row_with_one_blank_before_its_figures_stands_under_the_others() -> None:
    text = (
        "                          2024   2023\nTotal assets             4,103  3,918\n"
        "Accounts payable         1,020    877\nNet assets               3,083  3,041\n"
        "Liabilities & net assets 4,103  3,918\n"
    )
    assert tables(text)[0][-1] == ["Liabilities & net assets", "4,103", "3,918"]
    single = text.replace("4,103  3,918\n", "4,103 3,918 \n").replace("  3,918 ", " 3,918 ")
    assert tables(single.replace("  3,041", " 3,041"))[0][-1] == ["Liabilities & net assets", "4,103", "3,918"]


def test_a_title_with_a_year_is_no_row_of_a_table_between_bars() -> None:
    text = "| Fund | Spent |\n|---|---|\n| Roads | 4,100 |\n| Halls | 200 |\n"
    text += "Balance sheet at 31 March 2024\n| Cash | 310 |\n"
    assert tables(text)[0] == [["Fund", "Spent"], ["Roads", "4,100"], ["Halls", "200"]]


def test_two_tables_beside_each_other() -> None:
    """The labels of the right one, a total among them, begin at one place behind the figures of the left one."""
    left = [["Receipts", "2024", "2025"], ["Rents", "400", "410"], ["Hire", "85", "90"], ["Total", "485", "500"]]
    right = [["Payments", "Sum"], ["Wages", "310.00"], ["Light and heat", "64.20"], ["4010 Ink", "9.80"]]
    right = [*right, ["Total", "384.00"]]
    sides = [f"{a:<10}{b:>6}{c:>6}" for a, b, c in left], [f"{a:<16}{b:>8}" for a, b in right]
    text = "\n".join(f"{a:<30}{b}" for a, b in zip_longest(*sides, fillvalue=""))
    assert tables(text) == [left, right]
    torn = text.replace("\nHire", "\n" + " " * 15 + "-\nHire")  # A row of which nothing but a dash is left.
    assert tables(torn)[1] == right
    assert [row[0] for row in tables(torn)[0] if row[0]] == ["Receipts", "Rents", "Hire", "Total"]
    officers = [("Parks", "400", "A. Moss", "410"), ("Roads", "85", "B. Lee", "90"), ("Total", "485", "", "500")]
    (whole,) = tables("\n".join(f"{a:<10}{b:>6}     {c:<12}{d:>6}" for a, b, c, d in officers))
    assert whole == [list(row) for row in officers]


def test_values_between_strokes() -> None:
    """Strokes with a blank on both sides part cells, as many in every row; those within words part nothing."""
    rows = [["04/06", "K. Aske", "Ink/paper", "12.40"], ["11/06", "Fen & Co", "Gate", "60.00"]]
    rows = [*rows, ["", "", "Total", "72.40"]]
    assert tables("\n".join(" / ".join(row) for row in rows) + "\n\nAgreed.\n") == [rows]
    assert tables("Rents and/or fees 12 / 40\nHire of 3 / 4 rooms\nIn 2023 / 24 we met\n") == []


GROUPS = """\
                        Budget      Spent

Indoors
Lamps                    1,200      1,150
Heating                    900        875

Outdoors
Mowing                   2,400      2,600
Hedges                     300        310

Total                    4,800      4,935
"""


def test_headings_of_groups_are_rows_of_their_table() -> None:
    """So are the heads over them; a caption or a sentence is none, and over other columns stands another table."""
    (whole,) = tables(GROUPS)
    assert [row[0] for row in whole] == [
        "", "Indoors", "Lamps", "Heating", "Outdoors", "Mowing", "Hedges", "Total",
    ]  # fmt: skip
    assert len(tables(GROUPS.replace("\nOutdoors", "\nTable 2 Outdoors"))) == 2
    assert len(tables(GROUPS.replace("\nOutdoors", "\nThese are the costs outdoors."))) == 2
    moved = GROUPS.replace("Mowing  ", "Mowing").replace("Hedges  ", "Hedges")
    assert len(tables(moved)) == 2


def test_a_sum_alone_stands_under_the_figures_that_make_it() -> None:
    text = "Scouts               120.50\nLunch club            88.00\nClock                 41.25\n"
    (whole,) = tables(f"{text}                     249.75\n\nAgreed.\n")
    assert whole[-1] == ["", "249.75"]
    (whole,) = tables(f"{text}                         12\n\nAgreed.\n")
    assert whole[-1] == ["Clock", "41.25"]


def test_dots_that_lead_to_two_figures() -> None:
    rows = [["Lamps", "1,029", "69"], ["Gate", "156", "437"], ["Total", "1,185", "506"]]
    assert tables("\n".join(f"{a + ' ':.<24}{b:>9}{c:>9}" for a, b, c in rows) + "\n") == [rows]
    contents = ("Minutes", "Accounts", "Grants", "Hall", "Fields", "Next year")
    assert tables("\n".join(f"{a + ' ':.<24}{b:>4}" for b, a in enumerate(contents, 2)) + "\n") == []


def test_a_total_alone_on_the_next_page_under_its_running_head() -> None:
    first = "Long Lane Trust\n\nLamps         120.50\nGate           88.00\n" + "\n" * 3 + f"{'Page 1 of 2':>70}\n"
    (whole,) = tables(f"{first}\fLong Lane Trust\n\nTotal         208.50\n\nAgreed.\n\n{'Page 2 of 2':>70}\n")
    assert whole == [["Lamps", "120.50"], ["Gate", "88.00"], ["Total", "208.50"]]
    (whole,) = tables(f"{first}\fThe other trust\n\nTotal         208.50\n\nAgreed.\n\n{'Page 2 of 2':>70}\n")
    assert whole == [["Lamps", "120.50"], ["Gate", "88.00"]]


def test_dashes_that_lead_to_sums_are_no_minus() -> None:
    rows = [["Lamps", "120.50"], ["Gate", "88.00"], ["Total", "208.50"]]
    assert tables("\n".join(f"{a:-<30}{b}" for a, b in rows) + "\n") == [rows]
