"""Tables as converters write them into Markdown: bold and escaped figures, line breaks, bullets, columns in a cell."""

from __future__ import annotations

import pytest
from read_tables import tables as tables_named

from reportcheck.extract import extract_bytes
from reportcheck.extract.text import read_text
from reportcheck.model import Cell, Line, Table
from reportcheck.read import read
from reportcheck.read.mentions.numbers import scan


def tables(text: str) -> list[list[list[str]]]:
    return tables_named(text, "paper.md")


HEAD = "# Fenwick Parish Council\n\n**12. Payments**\n\n"
PAID = [["Marsh Hedging", "£310.00"], ["B Cole, mowing May", "£148.50"], ["Total", "£458.50"]]


def blocks(text: str) -> list[Line | Table]:
    return [block for page in read_text(text.encode(), "minutes.md") for block in page.blocks]


@pytest.mark.parametrize(
    "text",
    [
        "Marsh Hedging £310.00  \nB Cole, mowing May £148.50  \nTotal £458.50  \n",
        "Marsh Hedging £310.00\\\nB Cole, mowing May £148.50\\\nTotal £458.50\n",
        "Marsh Hedging £310.00<br>B Cole, mowing May £148.50<br />Total £458.50\n",
        "> Marsh Hedging £310.00\n> B Cole, mowing May £148.50\n>\n> Total £458.50\n",
        "**Marsh Hedging** **£310.00**\n\n**B Cole, mowing May** £148.50\n\n**Total £458.50**\n",
        "Marsh Hedging £310\\.00\nB Cole, mowing May £148\\.50\nTotal £458\\.50\n",
        "Marsh Hedging&nbsp;&nbsp;&nbsp;£310.00\n\nB Cole, mowing May&nbsp;&nbsp;£148.50\n\nTotal&nbsp;&nbsp;£458.50\n",
        "Marsh Hedging\u2003£310.00\nB Cole, mowing May\u2003£148.50\nTotal\u2003£458.50\n",
        "| Marsh Hedging £310.00 |\n| --- |\n| B Cole, mowing May £148.50 |\n| Total £458.50 |\n",
        "|  |  |\n|---|---|\n|  | Marsh Hedging £310.00 |\n|  | B Cole, mowing May £148.50 |\n|  | Total £458.50 |\n",
        "| | |\n|---|---|\n| Marsh Hedging | £310.00 |\n\n| B Cole, mowing May | £148.50 |\n\n| Total | £458.50 |\n",
        "| | |\n|---|---|\n| Marsh Hedging\n| £310.00 |\n| B Cole, mowing May | £148.50 |\n| Total | £458.50 |\n",
        "Marsh Hedging£310.00\nB Cole, mowing May£148.50\nTotal£458.50\n",
    ],
    ids=[
        "hard breaks", "strokes", "br", "quoted", "bold", "escaped", "nbsp", "em spaces", "one column", "in cells",
        "blank rows between", "broken row", "glued",
    ],
)  # fmt: skip
def test_payments_in_many_dresses(text: str) -> None:
    """The same list, whatever a converter made of it."""
    found = [[row for row in rows if any(row)] for rows in tables(HEAD + text + "\n**13. Planning**\n\nNone.\n")]
    assert found == [PAID]


def test_figures_with_their_currency_behind() -> None:
    """Also where nothing parts them from the word before."""
    text = "Current account1,301.73£\nDeposit account410.20£\nTotal1,711.93£\n"
    assert tables(text) == [[["Current account", "1,301.73£"], ["Deposit account", "410.20£"], ["Total", "1,711.93£"]]]
    assert tables("See section3.10\nand section4.10\nand table7.10\nand table8.20\n") == []


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "1. "])
def test_payments_with_bullets(sign: str) -> None:
    """Each ends in a sum of money, after a few words; sentences that end in figures stay sentences."""
    text = f"{sign}Marsh Hedging – £310.00\n{sign}B Cole – £148.50\n{sign}Hall hire – £36.00\n{sign}Total – £494.50\n"
    assert [[row[-1] for row in rows] for rows in tables(HEAD + text)] == [["£310.00", "£148.50", "£36.00", "£494.50"]]
    told = f"{sign}The number of homes that were let in the year fell to 231\n{sign}Rent lost was 1.4%\n" * 2
    assert tables(HEAD + told) == []


def test_columns_that_stand_in_one_row() -> None:
    """Line under line in each cell: as many labels as figures, and a heading over them."""
    text = "| Fund | 2023 | 2024 |\n|---|---|---|\n| Roads<br>Halls<br>Total | 40<br>25<br>65 | 44<br><br>44 |\n"
    assert tables(text) == [
        [["Fund", "2023", "2024"], ["Roads", "40", "44"], ["Halls", "25", ""], ["Total", "65", "44"]]
    ]
    headed = "|  |  |\n|---|---|\n| Fund<br>Roads<br>Halls<br>Total | Spent<br>40<br>25<br>65 |\n"
    rows = [["Fund", "Spent"], ["Roads", "40"], ["Halls", "25"], ["Total", "65"]]
    assert [[row for row in table if any(row)] for table in tables(headed)] == [rows]


def test_figures_in_one_cell_whose_labels_cannot_be_told_apart() -> None:
    """They are rows where the figure under them is their sum, and stay as they are where it is not."""
    text = "| Paid to | £ |\n|---|---|\n| B Cole Hall hire Audit | 148.50 36.00 210.00 |\n| Total | {} |\n"
    assert tables(text.format("394.50")) == [
        [["Paid to", "£"], ["B Cole Hall hire Audit", "148.50"], ["", "36.00"], ["", "210.00"], ["Total", "394.50"]]
    ]
    assert tables(text.format("401.00"))[0][1] == ["B Cole Hall hire Audit", "148.50 36.00 210.00"]


def test_a_cell_of_two_lines_is_one_row() -> None:
    """A label that is broken over lines has no figure for each of them."""
    text = "| Fund | 2024 |\n|---|---|\n| Roads and<br>paths | 40 |\n| Halls | 25 |\n"
    assert tables(text) == [[["Fund", "2024"], ["Roads and paths", "40"], ["Halls", "25"]]]


def test_commas_of_thousands_part_no_values() -> None:
    """A row whose only commas stand in figures is none of values."""
    text = "  Roads        7,400     7,658\n  Halls        4,950     4,615\n  Total       12,350    12,273\n"
    rows = [["Roads", "7,400", "7,658"], ["Halls", "4,950", "4,615"], ["Total", "12,350", "12,273"]]
    assert tables(text) == [rows]
    assert tables("Fund,2023,2024\nRoads,740,765\nHalls,495,461\n") == [
        [["Fund", "2023", "2024"], ["Roads", "740", "765"], ["Halls", "495", "461"]]
    ]


def test_words_that_look_like_dates_and_prepositions() -> None:
    """A month before an amount is what was paid for; a day after it is a date."""
    text = "E.ON 255.60 12.78 268.38\nMowing May 410.00 82.00 492.00\nTotal 665.60 94.78 760.38\n"
    assert [row[0] for row in tables(text)[0]] == ["E.ON", "Mowing May", "Total"]
    assert tables("The council meets on 12 May\nand on 9 June\nand then on 14 July\nand on 4 August\n") == []


def test_marks_that_are_taken_away_leave_the_place() -> None:
    """A figure without its stars stands where it stands in the source."""
    table = next(
        block
        for block in blocks(HEAD + "**Roads:** **£40.00**\n\n**Halls:** £25.00\n\n**Total:** **£65.00**\n")
        if isinstance(block, Table)
    )
    cell: Cell = next(cell for cell in table.cells if cell.text.text == "£40.00")
    place = cell.text.locate()
    assert (place.line, place.start, place.end) == (5, 13, 19)


def test_a_cell_a_line_with_the_number_of_a_cheque_first() -> None:
    """Four cells a row, then a total that has two."""
    cells = "No.|Payee|For|£|2041|Marsh Hedging|hedges|310.00|2042|B Cole|mowing|148.50|2043|Fenwick Hall|hire|36.00"
    cells += "|Total|494.50"
    (rows,) = tables(HEAD + cells.replace("|", "\n"))
    assert rows[-4:] == [
        ["2041 Marsh Hedging hedges", "310.00"],
        ["2042 B Cole mowing", "148.50"],
        ["2043 Fenwick Hall hire", "36.00"],
        ["Total", "494.50"],
    ]


def test_a_cell_a_line_where_some_are_blank() -> None:
    """The sums tell where the figures of a short row belong."""
    cells = "Payee|Net|VAT|Gross|Marsh|310.00|62.00|372.00|Cole|148.50|148.50|Hall|36.00|7.20|43.20"
    cells += "|Total|494.50|69.20|563.70"
    (rows,) = tables(HEAD + cells.replace("|", "\n\n"))
    assert rows[0] == ["Payee", "Net", "VAT", "Gross"]
    assert ["Cole", "148.50", "", "148.50"] in rows


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_column_by_column(gap: str) -> None:
    """All labels, then all figures of a column: as many of each, and the sums hold."""
    cells = ["Roads", "Halls", "Play areas", "Total", "2023/24", "4,100", "2,250", "950", "7,300", "2024/25", "4,300"]
    text = gap.join([*cells, "2,400", "900", "7,600"])
    assert tables(HEAD + text + "\n\nThe estimates were agreed.\n") == [
        [
            ["", "2023/24", "2024/25"],
            ["Roads", "4,100", "4,300"],
            ["Halls", "2,250", "2,400"],
            ["Play areas", "950", "900"],
            ["Total", "7,300", "7,600"],
        ]
    ]


def test_a_table_without_its_first_rows_is_none() -> None:
    """Where the beginning cannot be read, its total would be held to the rest."""
    opening = "Balance, with all that was set aside in earlier years for the hall and for the roads of the parish"
    text = f"Fund\n\n{opening}\n\n9,000\n\nAdded\n\n1,200\n\nInterest\n\n300\n\nBalance\n\n10,500\n"
    assert tables(HEAD + text) == []


def test_lines_of_a_paragraph_between_cells_are_no_labels() -> None:
    """A table beside a paragraph, whose lines alternate in the source: neither is read as the other."""
    text = (
        "Letters\n\n965\n\n933\n\nfewer than before, which is a change of 3% in\n\nCalls\n\n544\n\n342\n\n"
        "a fall of 37% in calls\n\nVisits\n\n145\n\n144\n"
    )
    assert tables(HEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Clerk £310.00 Chq 1301\n\nWater £148.50 Chq 1302\n\nHall £36.00 Chq 1303\n\n**Total £494.50**\n",
        "£310.00 to Clerk\n£148.50 to Water board\n£36.00 to Fenwick Hall\nTotal £494.50\n",
        "Clerk £310.00 for her salary\nWater £148.50 for the plots\nHall £36.00 for hire\nTotal £494.50 in all\n",
    ],
    ids=["cheques", "sums first", "what for"],
)
def test_payments_whose_sum_does_not_end_the_line(text: str) -> None:
    """They are a list where they have a total or are alike."""
    assert [[row[1] for row in rows] for rows in tables(HEAD + text)] == [["£310.00", "£148.50", "£36.00", "£494.50"]]


def test_sentences_with_one_sum_are_no_payments() -> None:
    """Neither a total nor one way to be written."""
    text = "The grant of £500.00 was noted.\nRent of £240.00 is due in May.\nA gift of £75.00 came from the fete.\n"
    assert tables(HEAD + text) == []


def test_a_row_of_tabs_that_falls_short() -> None:
    """Its one figure stands under figures, not under words, also where blank lines part the rows."""
    text = "Payee\tFor\t£\n\nMarsh\thedges\t310.00\n\nCole\tmowing\t148.50\n\nTotal\t458.50\n"
    assert tables(text) == [
        [["Payee", "For", "£"], ["Marsh", "hedges", "310.00"], ["Cole", "mowing", "148.50"], ["Total", "", "458.50"]]
    ]


def test_a_form_feed_at_the_end_begins_no_page() -> None:
    """It ends the last one."""
    assert len(read_text(b"One\fTwo\n\f", "paper.txt")) == 2
    assert len(read_text(b"One\f\f", "paper.txt")) == 2
    assert len(read_text(b"One\f\n", "paper.txt")) == 2


@pytest.mark.parametrize("dress", ["PhP {}", "£{}.-", "£{}.–", "{}/=", "Rs. {}/-", "{}£", "{} CHF"])
def test_amounts_in_the_dress_of_their_country(dress: str) -> None:
    """Signs before and after, and what stands for no cents."""
    rows = [("Roads", "4,100"), ("Halls", "2,250"), ("Total", "6,350")]
    text = "| Fund | 2024 |\n|---|---|\n" + "".join(f"| {label} | {dress.format(size)} |\n" for label, size in rows)
    (grid,) = read(extract_bytes(text.encode(), "paper.md", "text")).grids
    assert [int(f.quantity.value) for row in grid.cells for cell in row for f in cell.figures] == [4100, 2250, 6350]
    in_lines = "\n".join(f"{label}  {dress.format(size)}" for label, size in rows)
    assert tables(in_lines) == [[[label, dress.format(size)] for label, size in rows]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Current account1,301.73£ at the bank", "1,301.73"), ("In all12,400 homes were let", "12,400")],
)
def test_an_amount_that_is_glued_to_a_word(text: str, shown: str) -> None:
    """Its thousands or its currency tell it from a code."""
    assert [(mark.kind, mark.text) for mark in scan(text)] == [("figure", shown)]


def test_a_code_is_no_amount_that_is_glued_to_a_word() -> None:
    """Neither thousands nor a currency."""
    assert [mark.kind for mark in scan("see item3.10 and form27 and ABC1")] == ["code", "code", "code"]


def test_row_by_row_goes_before_column_by_column() -> None:
    """Where both are readings, rows are likelier, unless years or kinds of money head the columns."""
    cells = "Tier|Cost to council|Cost to member|Cost in all|Single|400|50|450|Couple|700|90|790|Family|900|120|1,020"
    (rows,) = tables(HEAD + cells.replace("|", "\n"))
    assert rows[-3:] == [
        ["Single", "400", "50", "450"],
        ["Couple", "700", "90", "790"],
        ["Family", "900", "120", "1,020"],
    ]


def test_wide_gaps_that_stand_askew() -> None:
    """No-break spaces of any number part cells that stand under nothing: the gaps tell."""
    rows = [
        ("Gifts", 9, "05/05/2023", 4, "£10.00"), ("Bucket collection", 30, "31/05/2023", 12, "£265.00"),
        ("Parish share", 14, "28/06/2023", 25, "£900.00"), ("Training", 5, "21/07/2023", 31, "£12.50"),
    ]  # fmt: skip
    gap = "\u00a0"
    lines = [f"{a}{gap * b}{c}{gap * d}{e}" for a, b, c, d, e in rows]
    text = "\n\n".join([*lines, f"**Service**{gap * 12}direct", f"**Sub Total{gap * 22}£1,187.50**"])
    assert tables(HEAD + text) == [
        [
            *([a, c, e] for a, _, c, _, e in rows),
            ["Service", "direct", ""],
            ["Sub Total", "", "£1,187.50"],
        ]
    ]


WIDE = """
Head                    Budget      Actual    Forecast       Spent
Salaries                12,000      11,850      12,100       98.8%
Training                   500                     480
Printing and postage       250         410         400      164.0%
4020   Paper               300         275                   91.7%
Insurance                  800         815         815      101.9%
"""


def test_a_row_that_falls_short_of_a_wide_table_keeps_its_columns() -> None:
    """One cell that touches its neighbour does not make the places of the others worthless."""
    (table,) = tables(WIDE)
    assert table[2] == ["Training", "500", "", "480", ""]


def test_stars_that_open_nothing_are_marks_of_notes() -> None:
    rows = "Emissions\tFY19**\tFY18**\tFY17***\nGas\t40\t52\t61\nFuel\t12\t15\t19\nTotal\t52\t67\t80\n"
    (table,) = tables(rows)
    assert table[0] == ["Emissions", "FY19**", "FY18**", "FY17***"]
    (bold,) = tables(rows.replace("FY19**", "**FY19**").replace("FY18**", "**FY18**").replace("FY17***", "**FY17**"))
    assert bold[0] == ["Emissions", "FY19", "FY18", "FY17"]
