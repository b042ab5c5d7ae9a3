"""Tables of texts that were made from papers: single blanks, rows that fall short, bars, boxes, values with commas."""

from __future__ import annotations

import json
from itertools import zip_longest

import pytest
from read_tables import tables

from reportcheck.extract import extract_bytes
from reportcheck.extract.text import read_text
from reportcheck.model import Line, Table
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


def test_a_row_that_falls_short_goes_where_its_figures_belong() -> None:
    """A share stands under shares, hours under hours; where figures are alike, the sums tell."""
    text = (
        "Item Budget Staff Spent Rate\nTeaching 412,300 11.50 398,120 97%\nCleaning 38,200 36,900 97%\n"
        "Catering 51,000 2.25 49,770 98%\nGrants 12,000\nTotal 513,500 13.75 484,790 94%\n"
    )
    assert tables(text) == [
        [
            ["Item", "Budget", "Staff", "Spent", "Rate"],
            ["Teaching", "412,300", "11.50", "398,120", "97%"],
            ["Cleaning", "38,200", "", "36,900", "97%"],
            ["Catering", "51,000", "2.25", "49,770", "98%"],
            ["Grants", "12,000", "", "", ""],
            ["Total", "513,500", "13.75", "484,790", "94%"],
        ]
    ]


def test_labels_broken_over_lines() -> None:
    """The first line of a label is no row of its own, and a section is no part of a label."""
    text = (
        "Fund Held Paid\n1 Hardship fund for families in the eastern\nvillages 12,400 3,150\n2 Halls 8,000 2,750\n"
        "Restricted funds\n3 Bursaries for stu-\ndents 1,600 400\nTotal 22,000 6,300\n"
    )
    (grid,) = tables(text)
    assert [row[0] for row in grid[1:]] == [
        "1 Hardship fund for families in the eastern villages",
        "2 Halls",
        "Restricted funds",
        "3 Bursaries for students",
        "Total",
    ]


def test_a_page_break_with_its_marks_cuts_no_table() -> None:
    """Page marks, numbers and running heads between two rows belong to no row."""
    page = "=== Page {} ===\n{}\nREPORT OF THE TREASURER\n"
    body = "".join(page.format(n, n + 10) + f"Words of page {n}.\n\n" for n in (1, 2, 3))
    text = (
        body
        + page.format(4, 14)
        + "Fund In Out\nRoads 4,100 3,900\nParks 2,200 2,050\n"
        + page.format(5, 15)
        + "Fund In Out\nHalls 1,000 1,450\nTotal 7,300 7,400\n"
    )
    (grid,) = tables(text)
    assert grid == [
        ["Fund", "In", "Out"],
        ["Roads", "4,100", "3,900"],
        ["Parks", "2,200", "2,050"],
        ["Halls", "1,000", "1,450"],
        ["Total", "7,300", "7,400"],
    ]


def test_a_total_alone_on_the_next_page() -> None:
    """A row whose figures stand under those of the page before goes on with the table."""
    text = "Fund         In      Out\nRoads     4,100    3,900\nParks     2,200    2,050\n\fTotal     6,300    5,950\n"
    assert tables(text)[0][-1] == ["Total", "6,300", "5,950"]


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


def test_a_row_of_bars_that_is_broken_over_lines() -> None:
    """A cell of two lines is one cell; the row ends with its last bar."""
    text = (
        "| Event | What | Who | Plan | Actual |\n| -- | -- | -- | -- | -- |\n"
        "| Fair | Two acts  \nFree event| ~30 people  \n"
        "11 by post | $780 | $420 |\n| Walk | None | One guide | $120 | $80 |\n"
    )
    assert tables(text)[0][1:] == [
        ["Fair", "Two acts Free event", "~30 people 11 by post", "$780", "$420"],
        ["Walk", "None", "One guide", "$120", "$80"],
    ]


def test_lines_of_a_grid_cell_are_one_cell() -> None:
    """Between two rules of a grid stands one row, unless a column has two figures there."""
    rule = "+------------+-------+\n"
    rows = (
        "| Fund       | In    |\n",
        "| Roads and  | 4,100 |\n| bridges    |       |\n",
        "| Parks      | 300   |\n",
        "",
    )
    text = rule + rule.join(rows)
    assert tables(text) == [[["Fund", "In"], ["Roads and bridges", "4,100"], ["Parks", "300"]]]


def test_thousands_parted_by_blanks_that_do_not_break() -> None:
    """A blank inside a figure parts no columns."""
    text = "Fund       In       Out\nRoads   4\u00a0100    3\u00a0900\nParks   2\u202f200    2\u202f050\n"
    assert tables(text) == [
        [["Fund", "In", "Out"], ["Roads", "4\u00a0100", "3\u00a0900"], ["Parks", "2\u202f200", "2\u202f050"]]
    ]


def test_lines_that_are_only_set_in_are_no_table() -> None:
    """A tab before every line of a paper makes no columns; one cell a line is still a table."""
    cells = "Tier|2024|2025|One|£70.20|£72.10|Two|£81.00|£83.50|All|£151.20|£155.60"
    text = "\tMINUTES\n\tThe board met.\n" + "".join(f"\t\t\t{cell}\n" for cell in cells.split("|"))
    assert lines(text) == ["MINUTES", "The board met.", "Tier"]
    assert tables(text)[0][-1] == ["All", "£151.20", "£155.60"]


def test_raw_html_in_a_text() -> None:
    """Converters write tables as HTML into Markdown; each cell still knows where it stands."""
    text = (
        "# Funds\n\nAs at May:\n\n<table>\n<tr><th>Fund</th><th>In</th></tr>\n<tr><td>Roads</td><td>4,100</td></tr>\n"
        "</table>\n\nNoted.\n"
    )
    assert tables(text) == [[["Fund", "In"], ["Roads", "4,100"]]]
    assert lines(text) == ["Funds", "As at May:", "Noted."]
    (page,) = read_text(text.encode(), "paper.md")
    (table,) = [b for b in page.blocks if isinstance(b, Table)]
    at = table.cells[-1].text.locate()
    assert at.line is not None
    assert text.split("\n")[at.line - 1][at.start : at.end] == "4,100"


def test_raw_html_keeps_white_space() -> None:
    """A pre element in Markdown holds a table in columns."""
    text = "Report\n\n<pre>\nFund      In    Out\nRoads  4,100  3,900\nTotal  4,100  3,900\n</pre>\n"
    assert tables(text) == [[["Fund", "In", "Out"], ["Roads", "4,100", "3,900"], ["Total", "4,100", "3,900"]]]


def test_characters_that_nobody_sees_are_no_part_of_a_cell() -> None:
    """Marks of direction and blanks without width, as sheets and web editors put them."""
    text = "| Fund | In |\n|---|--:|\n| Roads | \u200e4,1\u200b00 |\n| Parks | 3\u00ad00 |\n"
    assert tables(text) == [[["Fund", "In"], ["Roads", "4,100"], ["Parks", "300"]]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('See [the budget](https://x.org/a_b_2024.pdf "2024") of £12.', "See the budget of £12."),
        ("![Chart of 2024](c12.png) Rents were £40.", "Rents were £40."),
        ("Rents were £40[^1] and fees ~~£12~~ £15.", "Rents were £40 and fees  £15."),
        ("[^1]: Without £5 of gifts.", "Without £5 of gifts."),
        ("Rents <!-- was 39 --> were &#163;40&nbsp;000 &minus; <del>3</del> 4.", "Rents  were £40\u00a0000 −  4."),
        ("Rents were [40] and (30)(a).", "Rents were [40] and (30)(a)."),
    ],
)
def test_markdown_prints_what_a_reader_sees(text: str, shown: str) -> None:
    """Links by their words, no pictures, no marks of notes, no struck words, no comments."""
    assert lines(text) == [shown]


def test_a_comment_over_lines_is_not_read() -> None:
    """Nothing of it is print; a comment that never ends hides nothing."""
    assert lines("Rents\n<!-- fees\n\nrose to £9\n-->\nwere £40.\n") == ["Rents", "were £40."]
    assert lines("Rents\n\n<!-- fees\n\nwere £40.\n") == ["Rents", "<!-- fees", "were £40."]


def test_a_dash_before_the_amount_is_no_cell() -> None:
    """A list of amounts in minutes, each after a dash; the dash parts it from its words."""
    text = "The rates are:\n  Homes - $ 0.250\n  Farms - $ 0.279\n  Shops - $ 0.264\n  Cars - $ 0.225\n"
    assert tables(text) == [[["Homes", "$ 0.250"], ["Farms", "$ 0.279"], ["Shops", "$ 0.264"], ["Cars", "$ 0.225"]]]


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


def test_minutes_set_in_a_table_of_markdown() -> None:
    """Cells of passages are passages, and a list of payments in one is a table; a table of outcomes stays one."""
    text = (
        "| Item | Business | Action |\n|---|---|---|\n| 1 | Apologies were received. | |\n"
        "| 2 | Agreed to pay:<br>Hall hire £40.00<br>Clerk £310.50<br>"
        "Stamps £9.50<br>Total £360.00<br>Carried. | Clerk |\n"
    )
    assert tables(text) == [[["Hall hire", "£40.00"], ["Clerk", "£310.50"], ["Stamps", "£9.50"], ["Total", "£360.00"]]]
    assert lines(text)[-3:] == ["Agreed to pay:", "Carried.", "Clerk"]
    outcomes = (
        "| Aim | Target | Actual | Met | Why |\n|---|---|---|---|---|\n| Calls | 90% | 80% | no | A<br>B<br>C |\n"
    )
    assert tables(outcomes + "| Post | 50 | 60 | yes | D<br>E<br>F |\n")[0][1][-1] == "A B C"


RESERVES = """\
Movement Hall Field Total
Balance at 31 March 2023 14,310 3,902 18,212
Surplus for 2023 / 24 (Note 10) 2,114 0 2,114
Transfers (Note 11) (500) 500 0
Increase in 2023 / 24 1,614 500 2,114
Balance at 31 March 2024 15,924 4,402 20,326
"""


def test_years_and_notes_before_figures_are_words() -> None:
    """The second of two years, and the number that closes a bracket, belong to the label."""
    (table,) = tables(RESERVES)
    assert table[2] == ["Surplus for 2023 / 24 (Note 10)", "2,114", "0", "2,114"]
    assert table[4] == ["Increase in 2023 / 24", "1,614", "500", "2,114"]


def test_a_sentence_that_ends_in_a_sum_ends_a_list() -> None:
    text = (
        "Library beginning balance June 1, 2024 $41,503.18\nReceipts $1,935.39\nDisbursements $11,677.08\n"
        "Bank balance as of 6/30/24 $31,761.49\nMotion carried.\n"
        "The township paid its bills of $15,229.22 in May and $7,079.30 in June, and the library board $11,667.08.\n"
    )
    assert tables(text)[0][-1] == ["Bank balance as of 6/30/24", "$31,761.49"]


def test_a_row_with_one_blank_before_its_figures_stands_under_the_others() -> None:
    text = (
        "                          2024   2023\nTotal assets             4,103  3,918\n"
        "Accounts payable         1,020    877\nNet assets               3,083  3,041\n"
        "Liabilities & net assets 4,103  3,918\n"
    )
    assert tables(text)[0][-1] == ["Liabilities & net assets", "4,103", "3,918"]
    single = text.replace("4,103  3,918\n", "4,103 3,918 \n").replace("  3,918 ", " 3,918 ")
    assert tables(single.replace("  3,041", " 3,041"))[0][-1] == ["Liabilities & net assets", "4,103", "3,918"]


def test_amounts_with_a_note_behind_them_are_a_list() -> None:
    """What each is for, its amount and a note: a budget as a small council prints it."""
    text = (
        "Budget 2024/25\n\nWages £41,310 Pay, pensions and insurance of the staff\n"
        "Office £6,240 Rent, telephone and post\n"
        "Play areas £9,075 Repairs and inspections\nGrants £3,500 For clubs and fairs\nBUDGET TOTAL £60,125\n"
        "PRECEPT £52,900\n"
    )
    (table,) = tables(text)
    assert table[1] == ["Office", "£6,240", "Rent, telephone and post"]
    assert table[4][:2] == ["BUDGET TOTAL", "£60,125"]


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
