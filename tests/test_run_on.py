"""Minutes of small bodies whose line breaks were lost: one paragraph with items, prose and lists of payments."""

from __future__ import annotations

import pytest
from read_tables import tables

from reportcheck import audit
from reportcheck.extract import extract_bytes
from reportcheck.extract.text import read_text
from reportcheck.model import Line
from reportcheck.read import read


def messages(text: str) -> list[str]:
    return [f.message for f in audit(text.encode(), name="paper.md").findings if f.severity != "note"]


def lines(text: str) -> list[str]:
    return [b.text.text for page in read_text(text.encode(), "paper.md") for b in page.blocks if isinstance(b, Line)]


PAID = [
    ["Mr D. Finch verge cutting", "£140.00", "£28.00", "£168.00"],
    ["Larkfield Electrics Ltd lamp in Dyke Road", "£61.50", "£12.30", "£73.80"],
    ["HMRC PAYE quarter 2", "£96.40", "£0.00", "£96.40"],
    ["Total", "£297.90", "£40.30", "£338.20"],
]
RUN = " ".join(cell for row in PAID for cell in row)
BEFORE = "The Chair thanked all who came. Mr Finch said the new bench had cost £212.50 and the old one £88.00. "


@pytest.mark.parametrize(
    "lead",
    ["It was resolved to pay: ", "Accounts for payment ", "The following payments were approved. ", "9. Finance "],
)
def test_rows_of_three_amounts(lead: str) -> None:
    """What stands before the first payee is no part of its name, if anything tells where that begins."""
    text = f"{BEFORE}{lead}{RUN} The meeting closed at 9.15pm."
    (found,) = tables(text)
    assert [row[1:] for row in found] == [row[1:] for row in PAID]
    assert found[1:] == PAID[1:]
    assert found[0][0].endswith("Finch verge cutting")
    assert messages(text) == []


def test_headings_of_the_columns_run_on_too() -> None:
    text = f"{BEFORE}Payments Payee Details Net VAT Gross {RUN}"
    assert tables(text) == [[["Payee Details", "Net", "VAT", "Gross"], *PAID]]
    assert messages(text) == []
    assert messages(text.replace("£338.20", "£383.20")) == [
        "Gross for Total is printed as £383.20, but its 2 parts add up to 338.20."
    ]


def test_a_row_without_tax_has_its_amount_under_the_sums() -> None:
    """Blank, dash or nought between: where net and tax make the sum, what stands alone is a sum."""
    text = (
        "Payments: A. Reeve clearing gutters 50.00 10.00 60.00 B. Holm hall hire 24.00 Wexley Print 30.00 6.00 36.00 "
        "St John's School field 45.00 - 45.00 Total 125.00 16.00 165.00"
    )
    assert tables(text) == [
        [
            ["A. Reeve clearing gutters", "50.00", "10.00", "60.00"],
            ["B. Holm hall hire", "", "", "24.00"],
            ["Wexley Print", "30.00", "6.00", "36.00"],
            ["St John's School field", "45.00", "-", "45.00"],
            ["Total", "125.00", "16.00", "165.00"],
        ]
    ]
    assert messages(text) == []


def test_numbers_and_days_tell_where_a_line_begins() -> None:
    """Every other line begins with a cheque or a day, so the first does."""
    for codes in (("100231", "100232", "100233"), ("4 May", "12 May", "13 May"), ("BACS", "BACS", "BACS")):
        named = [f"{code} {row[0]}" for code, row in zip(codes, PAID, strict=False)]
        body = " ".join(" ".join([name, *row[1:]]) for name, row in zip(named, PAID, strict=False))
        (found,) = tables(f"{BEFORE}Seven members voted for it {body}")
        assert [row[0] for row in found] == named


def test_a_total_without_a_word() -> None:
    """Twice as many amounts as in the rows before: the last of the rows, and what they make."""
    text = "Payments: " + RUN.replace("Total ", "")
    assert tables(text) == [[*PAID[:3], ["", *PAID[3][1:]]]]
    assert messages(text.replace("£40.30", "£41.30")) == [
        "The unlabelled figure is printed as £41.30, but £338.20 - £297.90 is 40.30."
    ]


def test_two_lists_and_balances_in_one_paragraph() -> None:
    text = (
        f"Payments {RUN} Receipts: Allotment rents £85.00 Burial fee £120.00 Total £205.00 "
        "Bank balances as at 31st May 2014 Current account £1,306.12 Deposit account £4,410.00 Total £5,716.12 Noted."
    )
    paid, received, balances = tables(text)
    assert paid == PAID
    assert received == [["Allotment rents", "£85.00"], ["Burial fee", "£120.00"], ["Total", "£205.00"]]
    assert balances == [["Current account", "£1,306.12"], ["Deposit account", "£4,410.00"], ["Total", "£5,716.12"]]
    assert messages(text.replace("£5,716.12", "£5,761.12")) == [
        "Total is printed as £5,761.12, but its 2 parts add up to 5,716.12."
    ]


def test_words_of_a_sentence_in_a_list_whose_total_holds() -> None:
    """The sum tells that it is a list, whatever its words; with another total it is read as sentences."""
    text = "Paid: Gate which fell £30.00 Share of cost of fence £12.50 Refund to be sent £8.00 Total £50.50"
    assert tables(text) == [
        [
            ["Gate which fell", "£30.00"],
            ["Share of cost of fence", "£12.50"],
            ["Refund to be sent", "£8.00"],
            ["Total", "£50.50"],
        ]
    ]
    assert tables(text.replace("£50.50", "£60.50")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bench was £350.00 and the gate had been £412.50 which left £87.50 for paint and £20.00 for the sign.",
        "Of £500.00 in hand, £120.00 went on the hall, £60.00 on the field, £40.00 on the path and £30.00 on keys.",
        "First prize £50.00 to Ann Lee of Ash Road Second prize £30.00 to Bea Orr of Elm Road Third £20.00 to Cy Ray.",
        "Income £1,240.00. The hall was let for £310.00. A grant of £250.00 came in May. Costs of £95.00 were met.",
    ],
)
def test_prose_with_amounts_is_one_passage(text: str) -> None:
    assert tables(text) == []
    assert lines(text) == [text]


def test_columns_of_whole_numbers_too_are_left_alone() -> None:
    """Their rows cannot be told apart: the numbers behind the amounts would begin the next label."""
    text = "Health 4,212.60 600.00 86 68 Education 787.03 237.00 106 24 Water 214.49 103.95 115 32 Roads 5.00 2.00 9 8"
    assert tables(text) == []


def test_items_that_run_on_are_items() -> None:
    """Three and more, each number one more than the last; lists within them stay whole."""
    text = f"11. Apologies Mr Orr. 12. Finance Payments: {RUN} 13. Planning No objection. 14. Close At 9.15pm."
    assert lines(text) == [
        "11. Apologies Mr Orr.",
        "12. Finance Payments:",
        "13. Planning No objection.",
        "14. Close At 9.15pm.",
    ]
    assert tables(text) == [PAID]
    outline = read(extract_bytes(text.encode(), "paper.md", "text")).outline
    assert [item.number for item in outline.items] == ["11", "12", "13", "14"]


@pytest.mark.parametrize(
    "text",
    [
        "Lights at 3. Mill Lane and at 7. The Green are out.",
        "Phase 1. Roofs came first. Phase 2. Walls came next. Phase 3. Floors came last.",
        "He asked for 1. Paint, 2. Brushes, 3. Ladders, and left.",
    ],
)
def test_numbers_in_prose_are_no_items(text: str) -> None:
    assert lines(text) == [text]


def test_a_long_paragraph_is_cut_between_lists_only() -> None:
    """A line that goes on for pages is read in parts; a list is never cut by one."""
    prose = "Councillors spoke about the path at length and agreed to look at it again in the spring. "
    text = prose * 88 + f"Payments: {RUN} " + prose * 90
    assert tables(text) == [PAID]
    assert max(map(len, lines(text))) <= 8_000


def test_payments_padded_apart_by_any_number_of_blanks() -> None:
    """A paragraph each, the cells parted by no-break spaces: nothing stands in line, the amounts are counted."""
    pads = (4, 17, 9), (11, 5, 21), (6, 6, 30), (25, 13, 8)
    rows = [
        "".join(cell + "\u00a0" * pad for cell, pad in zip(row, (*pad, 0), strict=True))
        for row, pad in zip(PAID, pads, strict=True)
    ]
    assert tables("Payments made:\n\n" + "\n\n".join(rows) + "\n\nThe meeting closed.\n") == [PAID]


def test_how_an_amount_was_paid_stands_behind_it() -> None:
    """A word or the number of a cheque is a column by itself, also where no total has one."""
    rows = [
        ["A. Reeve clearing gutters", "50.00", "10.00", "60.00", "BACS"],
        ["Hall trust hire", "24.00", "0.00", "24.00", "100417"],
        ["Wexley Print newsletters", "30.00", "6.00", "36.00", "DD"],
    ]
    gaps = (3, 14, 6, 9), (11, 4, 17, 5), (7, 19, 3, 12)
    lines = [
        "".join(cell + "\u00a0" * gap for cell, gap in zip(row, (*pads, 0), strict=True))
        for row, pads in zip(rows, gaps, strict=True)
    ]
    total = "Total" + "\u00a0" * 8 + "104.00" + "\u00a0" * 21 + "16.00" + "\u00a0" * 4 + "120.00"
    text = "Payments:\n\n" + "\n\n".join([*lines, total]) + "\n\nAgreed.\n"
    assert tables(text) == [[*rows, ["Total", "104.00", "16.00", "120.00", ""]]]
    assert messages(text) == []
    assert len(messages(text.replace("120.00", "102.00"))) == 1
    prose = "He paid 50.00 by card.\nThey sent 24.00 in cash\nWe owe 30.00 by cheque.\n"
    assert tables(prose) == []


def test_how_each_was_paid_in_a_list_that_runs_on() -> None:
    """What stands before every line but the first, or before the total, belongs to the line before."""
    ways = ["BACS", "100417", "DD"]
    paid = [[*row, way] for row, way in zip(PAID, ways, strict=False)]
    body = " ".join(cell for row in paid for cell in row)
    assert tables(f"Payments: {body} {' '.join(PAID[3])}") == [[*paid, [*PAID[3], ""]]]
    assert tables(f"Payments: {body} The meeting closed.") == [paid]
    led = " ".join(cell for row in PAID[:3] for cell in ("BACS " + row[0], *row[1:]))
    assert tables(f"Payments: {led} {' '.join(PAID[3])}") == [[*(["BACS " + r[0], *r[1:]] for r in PAID[:3]), PAID[3]]]
