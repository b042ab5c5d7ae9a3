"""Tables as converters write them into Markdown and text: Pandoc, html2text, MarkItDown, and whoever cuts pages."""

from __future__ import annotations

from read_tables import tables as tables_named

from reportcheck import audit


def tables(text: str) -> list[list[list[str]]]:
    return tables_named(text, "paper.md")


def messages(text: str) -> list[str]:
    return [finding.message for finding in audit(text.encode(), name="paper.md").findings]


HUT = [
    ["Scout hut", "Budget", "Spent"],
    ["Roof", "1,400", "1,385"],
    ["Heating and light", "620", "655"],
    ["Total", "2,020", "2,040"],
]


def test_figures_in_italics_are_figures() -> None:
    """Stars and strokes set a cell in italics, in pairs; one star behind a figure is the mark of a note."""
    bars = "\n".join("| " + " | ".join(f"*{cell}*" for cell in row) + " |" for row in HUT)
    assert tables(bars) == [HUT]
    assert tables(bars.replace("*", "_")) == [HUT]
    assert tables("| Roof | 1,385* |\n|---|---|\n| Light | 655 |\n")[0][0] == ["Roof", "1,385*"]


def test_whatever_sign_is_escaped_is_itself() -> None:
    """Writers of Markdown put a stroke before signs that could be markup."""
    assert tables("| Hire \\(net\\) | Sum |\n|--|--|\n| Hall\\, A\\/B | \\$1\\,400\\.00 |\n")[0] == [
        ["Hire (net)", "Sum"],
        ["Hall, A/B", "$1,400.00"],
    ]


def test_no_bar_opens_a_row() -> None:
    """A first cell that is blank stays one, and a row wrapped like a paragraph is one row."""
    text = (
        "Payee| For| Sum  \n---|---|---  \nB. Lovell| Painting of the railings by the mill\nbridge| 310.00  \n"
        "Post Office| Stamps| 14.40  \n | Total| 324.40  \n  \nNoted.\n"
    )
    assert tables(text) == [
        [
            ["Payee", "For", "Sum"],
            ["B. Lovell", "Painting of the railings by the mill bridge", "310.00"],
            ["Post Office", "Stamps", "14.40"],
            ["", "Total", "324.40"],
        ]
    ]


def _cut(between: str, *, headed: bool) -> str:
    head, *body = ["| " + " | ".join(row) + " |" for row in HUT]
    again = [head, "|---|---|---|"] if headed else []
    return "\n".join([head, "|---|---|---|", *body[:1], "", between, "", *again, *body[1:], ""])


def test_a_table_goes_on_behind_a_page() -> None:
    """The number of a page, a rule or a comment stands between two parts, the second with the headings or without."""
    for between in ("Page 2 of 3", "---", "<!-- page 2 -->"):
        for headed in (True, False):
            assert tables(_cut(between, headed=headed)) == [HUT], (between, headed)
    assert messages(_cut("---", headed=True).replace("2,040", "2,140")) == [
        "Total for Spent is printed as 2,140, but its 2 parts add up to 2,040: "
        "either it is wrong or one of its parts is."
    ]


def test_words_between_two_tables_keep_them_apart() -> None:
    """A caption names another table, though its headings are the same."""
    assert len(tables(_cut("Guides' hut", headed=True))) == 2


def test_lines_without_bars_inside_a_table_are_rows() -> None:
    """MarkItDown leaves the headings of rows, and rows that it cannot part, as lines."""
    text = (
        "| Scout hut | Budget | Spent |\n| --- | --- | --- |\n| Roof | 1,400 | 1,385 |\nHeating and light 620 655\n"
        "| Total | 2,020 | 2,040 |\n| --- | --- | --- |\nGuides\n| Tents | 300 | 310 |\n| --- | --- | --- |\n"
    )
    assert tables(text) == [[*HUT, ["Guides", "", ""], ["Tents", "300", "310"]]]


def test_columns_in_one_cell_are_two() -> None:
    """Where every row of figures has as many in a cell, and a dash stands before the figure of the next column."""
    text = (
        "| Loans | May June | July |\n|---|---|---|\n| Books | 1,200 1,150 | 1,300 |\n| Maps | 40 35 | 52 |\n"
        "\n\n| Fund | In | Out |\n|---|---|---|\n| Hall | 120 | (30) |\n| Field | | - 2,250 |\n| Well | 75 | (10) |\n"
    )
    assert tables(text) == [
        [["Loans", "May", "June", "July"], ["Books", "1,200", "1,150", "1,300"], ["Maps", "40", "35", "52"]],
        [["Fund", "In", "Out"], ["Hall", "120", "(30)"], ["Field", "-", "2,250"], ["Well", "75", "(10)"]],
    ]


def test_dashes_show_the_columns() -> None:
    """Pandoc's tables: words that touch the next column stay in theirs, and a wrapped cell is one."""
    text = (
        "  ---------------------------------------\n  Payee        What for          Sum (£)\n"
        "  ------------ --------------- ----------\n  Lovell and   Painting the        310.00\n"
        "  Sons         railings\n\n  **Total**                    **310.00**\n"
        "  ---------------------------------------\n\nNoted.\n"
    )
    assert tables(text) == [
        [
            ["Payee", "What for", "Sum (£)"],
            ["Lovell and Sons", "Painting the railings", "310.00"],
            ["Total", "", "310.00"],
        ]
    ]


def test_dashes_under_figures_alone_show_no_columns() -> None:
    """A line over a total, under figures, is drawn by hand: the words beside it stand in no column of it."""
    text = (
        "Roof             1,400     1,385\nHeating            620       655\n"
        "               -------   -------\nTotal            2,020     2,040\n"
    )
    assert tables(text) == [[["Roof", "1,400", "1,385"], ["Heating", "620", "655"], ["Total", "2,020", "2,040"]]]


CLUB = [
    ["Hire of the hall, quarter 2", "310.00"],
    ["Light bulbs x 12", "14.40"],
    ["Repair of the stove", "1,096.00"],
    ["Total", "1,420.40"],
]


def test_a_list_whose_words_end_in_numbers() -> None:
    """What few rows have before their sum belongs to the words; dashes, dots and bullets only lead to it."""
    for parting in (" ", " £", " – £", " - ", " ....... ", "………"):
        found = tables("\n".join(label + parting + amount for label, amount in CLUB) + "\n\nNoted.\n")
        assert [[label, amount.strip("£")] for label, amount in found[0]] == CLUB, parting


def test_a_list_whose_every_line_is_as_far_apart() -> None:
    """Editors of web pages leave paragraphs of a wide blank between the lines of a list."""
    assert tables("\n\n\u00a0\n\n".join(f"{label} £{amount}" for label, amount in CLUB)) == [
        [[label, f"£{amount}"] for label, amount in CLUB]
    ]
    apart = "Hire of the hall £310.00\n\nLight bulbs £14.40\n\n\n\nRepair of the stove £1,096.00\n\nPaint £20.00\n"
    assert tables(apart) == []


def test_wide_blanks_as_wide_in_every_row_show_no_columns() -> None:
    """Where no two figures stand in line, each row is its words and its sum."""
    wide = "\u00a0" * 9
    assert tables("\n\n".join(f"{label}{wide}£{amount}" for label, amount in CLUB)) == [
        [[label, f"£{amount}"] for label, amount in CLUB]
    ]


def test_a_list_that_runs_together_to_its_total() -> None:
    """Line breaks that a converter has lost; the words before the list stay, and its total is put to the test."""
    text = "Balances: Current account £1,301.73 Deposit £2,418.06 Petty cash £23.10 Total £3,742.89 Noted."
    assert tables(text) == [
        [["Current account", "£1,301.73"], ["Deposit", "£2,418.06"], ["Petty cash", "£23.10"], ["Total", "£3,742.89"]]
    ]
    assert messages(text.replace("3,742", "3,792")) == [
        "Total is printed as £3,792.89, but its 3 parts add up to 3,742.89: either it is wrong or one of its parts is."
    ]
    assert tables("The hall cost £1,300.00, the field £400.00, the hut £200.00 and in total £1,900.00 was spent.") == []
    assert tables(text.replace(" Deposit", ", Deposit").replace(" Petty", ", Petty").replace(" Total", ", Total")) == []


def test_a_list_whose_lines_are_sentences_of_a_few_words() -> None:
    """A full stop behind the sum; longer sentences that end in sums are no list."""
    assert tables("".join(f"{label} £{amount}.\n" for label, amount in CLUB)) == [
        [[label, f"£{amount}"] for label, amount in CLUB]
    ]
    text = "The clerk was asked to pay the contractor who had mended the roof of the hall a further £{}.\n\n"
    assert tables("".join(text.format(amount) for amount in ("310.00", "14.40", "20.00", "55.00"))) == []


def test_sums_before_their_words_with_a_heading_between() -> None:
    """A treasurer's report is one table from its first balance to its last."""
    text = (
        "$ 1,600.00 – Opening balance\n$ -400.00 – Less cheques\n$ 1,200.00 – Cash book\nMay\n$ 30.00 – Deposits\n"
        "$ 1,230.00 – Closing balance\n\nThe report was accepted.\n"
    )
    assert tables(text) == [
        [
            ["Opening balance", "$ 1,600.00"],
            ["Less cheques", "$ -400.00"],
            ["Cash book", "$ 1,200.00"],
            ["May", ""],
            ["Deposits", "$ 30.00"],
            ["Closing balance", "$ 1,230.00"],
        ]
    ]
