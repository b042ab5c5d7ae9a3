"""A value printed in any dress is read back: in cells and in sentences, in every currency and notation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Grid, Report
from reportcheck.read import read
from reportcheck.read.grids.cells import plain_figure
from reportcheck.read.mentions.numbers import scan
from reportcheck.rulepack import load_rules
from reportcheck.words.notation import notation_of, plain, western, written

RULES = load_rules()
VALUES = st.decimals(min_value=1, max_value=10**9, places=2, allow_nan=False)
MONEY = {
    "£": "GBP", "$": "USD", "US$": "USD", "€": "EUR", "Kshs.": "KES", "KES ": "KES", "Ksh ": "KES", "Rs ": "INR",
    "Rs.": "INR", "₹": "INR", "Php ": "PHP", "₱": "PHP", "CHF ": "CHF", "kr ": "SEK", "A$": "AUD", "NZ$": "NZD",
    "R": "ZAR", "R ": "ZAR", "RM": "MYR",
}  # fmt: skip
NEGATIVE = ["-{}", "−{}", "–{}", "({})", "- {}", "{}-", "{} CR", "[{}]", "-  {}"]
NOTES = ["{}", "{}*", "{}†", "{} r", "{}r", "{} (est.)", "{}¹", "{} [1]", "{} (a)", "{}(p)", "{} e", " {} "]


def indian(value: Decimal) -> str:
    """12,34,567.00"""
    whole, _, rest = f"{value:f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail]) + "." + rest


PRINTED = [lambda v: f"{v:,f}", lambda v: f"{v:f}", lambda v: f"{v:,f}".replace(",", "\u00a0"), indian,
           lambda v: f"{v:,f}".replace(",", "\u202f")]  # fmt: skip


@given(
    VALUES, st.sampled_from(sorted(MONEY)), st.sampled_from(PRINTED), st.sampled_from(NEGATIVE), st.sampled_from(NOTES)
)
@settings(max_examples=300, deadline=None)
def test_a_cell_in_any_dress(value: Decimal, sign: str, printed: object, form: str, note: str) -> None:
    number = printed(value)  # type: ignore[operator]
    if form in ("{}-", "{} CR") and note != "{}":
        note = "{}"
    text = note.format(form.format(f"{sign}{number}"))
    mark = plain_figure(text)
    assert mark is not None, text
    assert mark.quantity is not None
    assert (mark.quantity.value, mark.quantity.unit) == (-value, MONEY[sign]), text
    assert text[mark.start : mark.end] == mark.text


@given(VALUES, st.sampled_from(sorted(MONEY)))
@settings(max_examples=150, deadline=None)
def test_a_sentence_in_any_money(value: Decimal, sign: str) -> None:
    marks = [m for m in scan(f"The fund holds {sign}{value:,f} at the end of the day.") if m.quantity]
    assert [(m.quantity.value, m.quantity.unit) for m in marks if m.quantity] == [(value, MONEY[sign])]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,250 €", "1250", "EUR"), ("500 kr", "500", "SEK"), ("12,000 EUR", "12000", "EUR"), ("75 zł", "75", "PLN"),
        ("Rs. 2.5 crore", "25000000", "INR"), ("Kshs.9.76 billion", "9760000000", "KES"),
        ("Sh412 million", "412000000", "KES"), ("R1.2m", "1200000", "ZAR"),
    ],
)  # fmt: skip
def test_money_after_and_in_words(text: str, value: str, unit: str) -> None:
    (mark,) = (m for m in scan(f"We paid {text} in all.") if m.quantity)
    assert mark.quantity is not None
    assert (mark.quantity.value, mark.quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["risk R12 is high", "see P5 and K9", "the Rs of it", "Mar 5", "sections 5 and 6"])
def test_letters_that_are_no_money(text: str) -> None:
    assert [m.quantity.unit for m in scan(text) if m.quantity and m.quantity.unit] == []


@pytest.mark.parametrize("text", ["-", "–", "—", "£ -", "Kshs. -", "R -", "(-)", "- %", "-  -"])
def test_a_dash_alone_is_nothing(text: str) -> None:
    from reportcheck.read.grids.cells import blank_of

    assert plain_figure(text) is None
    assert blank_of(text) == "dash"


ROWS = [("Roads", 41250, 43118), ("Parks", 12905, 12412), ("Waste", 2774, 2590), ("Grants", 613, 710), ("Arts", 87, 95)]


def table(dress: object, wrong: int = 0) -> str:
    """Five rows and their total, each figure in the dress; the total of the second year is wrong by so much."""
    rows = [*ROWS, ("Total", sum(a for _, a, _ in ROWS), sum(b for *_, b in ROWS) + wrong)]
    lines = [f"| {name} | {dress(a)} | {dress(b)} |" for name, a, b in rows]  # type: ignore[operator]
    return "\n".join(["# Report", "", "| Service | 2023/24 | 2024/25 |", "|---|---:|---:|", *lines, ""])


def audited(text: str) -> Report:
    return audit_document(extract_bytes(text.encode(), "x.md", "text"), RULES)


SCRIPTS = {"arabic": "٠١٢٣٤٥٦٧٨٩", "full width": "０１２３４５６７８９", "devanagari": "०१२३४५६७८९"}
PLAIN = {
    **{ord(digit): str(n) for digits in SCRIPTS.values() for n, digit in enumerate(digits)},
    **dict.fromkeys((0x200B, 0x200E, 0x200F), ""), ord("'"): "’", 0x2009: " ",
}  # fmt: skip
"""What is told is in plain digits, and without what has no width."""
UNLIKE = ("zero width", "left to right", "notes", "typed apostrophes", *SCRIPTS)
DRESSES = {
    "western": lambda n: f"{n:,}",
    "points": lambda n: f"{n:,}".replace(",", "."),
    "points and cents": lambda n: f"{n:,}".replace(",", ".") + ",00",
    "apostrophes": lambda n: f"{n:,}".replace(",", "’"),
    "typed apostrophes": lambda n: f"{n:,}".replace(",", "'"),
    "thin blanks": lambda n: f"{n:,}".replace(",", "\u2009"),
    "zero width": lambda n: "\u200b" + f"{n:,}"[:2] + "\u200b" + f"{n:,}"[2:],
    "left to right": lambda n: f"\u200e{n:,}\u200f",
    "shillings": lambda n: f"Kshs. {n:,}",
    "kronor": lambda n: f"{n:,} kr",
    "notes": lambda n: f"{n:,} (r)",
    **{
        name: lambda n, d=digits: f"{n:,}".translate(str.maketrans("0123456789", d)) for name, digits in SCRIPTS.items()
    },
}


@pytest.mark.parametrize("name", DRESSES)
def test_right_tables_are_silent_and_tested(name: str) -> None:
    report = audited(table(DRESSES[name]))
    assert [f.relation.message for f in report.findings] == []
    assert report.coverage.verified >= 10


@pytest.mark.parametrize("name", DRESSES)
def test_a_wrong_total_is_told_as_it_is_printed(name: str) -> None:
    report = audited(table(DRESSES[name], 90))
    told = [f.relation for f in report.findings if f.rule.id == "RC101"]
    assert len(told) == 1
    suggestion = told[0].suggestion
    assert DRESSES[name](59015).removesuffix(" (r)").translate(PLAIN) in told[0].message.translate(PLAIN)
    if (
        suggestion is not None
        and name not in SCRIPTS
        and name not in ("zero width", "left to right", "notes", "typed apostrophes")
    ):
        number = int("".join(c for c in suggestion.text.removesuffix(",00") if c.isdigit()))
        assert suggestion.text == DRESSES[name](number)


@pytest.mark.parametrize("name", ["points and cents", "apostrophes"])
def test_what_else_speaks_for_it_is_told_as_it_is_printed(name: str) -> None:
    """The message, the rows that are shown with the places of their figures, and the lines under "also"."""
    dress = DRESSES[name]
    lines = [("Roads", 41250, 43118, 84368), ("Parks", 12905, 12412, 25317), ("Total", 54155, 55620, 109685)]
    rows = ["| Service | 2023 | 2024 | Total |", "|---|---:|---:|---:|"]
    rows += [f"| {label} | {' | '.join(dress(figure) for figure in figures)} |" for label, *figures in lines]
    (told,) = (f.relation for f in audited("\n".join(["# Report", "", *rows, ""])).findings if f.rule.id == "RC101")
    assert dress(55530) in told.message
    assert told.also == (f"The column says the same: {dress(43118)} + {dress(12412)} = {dress(55530)}.",)
    (row,) = told.rows
    assert row.text == f"Total | {dress(54155)} | {dress(55620)} | {dress(109685)}"
    assert [row.text[begin:end] for begin, end, _ in row.figures] == [dress(n) for n in (54155, 55620, 109685)]


@given(st.sampled_from(["points and cents", "apostrophes"]), st.integers(1, 10**8))
@settings(max_examples=40, deadline=None)
def test_notations_there_and_back(name: str, value: int) -> None:
    printed = DRESSES[name](value)
    notation = notation_of([table(DRESSES[name])])
    assert notation is not None
    there = western(printed, notation)
    assert len(there) == len(printed)
    assert Decimal(there.replace(",", "")) == value
    assert written(there, notation) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Rates of 0.125, 12.905 and 3.250 per unit", "12.905 and 3.250 and 4.125",
        "On 12.05.2024, rule 3.2.1 took £1,234.56",
        "wards 1,2 and 3,4", "a loan of £265,77m of £1,200.00 and £3,400.00 at 4.5% and 3.1%",
    ],
)  # fmt: skip
def test_no_continental_paper(text: str) -> None:
    """Three decimals are decimals, and one slip makes no notation."""
    assert notation_of([text]) != "1.234,5"


def test_dates_and_sections_keep_their_points() -> None:
    assert western("am 12.05.2024 nach 3.2.1: 1.250,75", "1.234,5") == "am 12.05.2024 nach 3.2.1: 1,250.75"
    assert plain("\uf02d٥٨٫٥") == "-58.5"


def grid_of(rows: list[tuple[str, ...]]) -> Grid:
    lines = ["| " + " | ".join(row) + " |" for row in (rows[0], tuple("---" for _ in rows[0]), *rows[1:])]
    return read(extract_bytes(("# R\n\n" + "\n".join(lines) + "\n").encode(), "x.md", "text")).grids[0]


PAID = ["120.50", "84.20", "96.75", "310.00", "45.10"]


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("Cheque", ["1278", "1279", "1281", "1284", "1290"]), ("Account No.", ["4001", "4105", "4210", "4400", "4990"]),
        ("Fund", ["01", "02", "07", "01", "07"]), ("Nominal", ["0401", "0520", "0533", "0611", "0702"]),
        ("", ["1", "2", "3", "4", "5"]), ("Dept", ["600", "600", "600", "600", "600"]),
        ("Invoice", ["77", "12", "51", "9", "80"]),
        ("EIN", ["7259702", "2921483", "2921499", "3691890", "1104219"]),
    ],
)  # fmt: skip
def test_codes_are_no_figures(head: str, codes: list[str]) -> None:
    grid = grid_of([("Payee", head, "Paid"), *((f"Firm {chr(65 + n)}", codes[n], PAID[n]) for n in range(5))])
    assert [cell.figures for row in grid.cells for cell in row[1:2]] == [()] * 6
    assert all(row[2].figure for row in grid.cells[1:])


@pytest.mark.parametrize(
    ("head", "counts"),
    [
        ("Items", ["77", "12", "51", "9", "80"]), ("Number of members", ["40", "41", "45", "48", "52"]),
        ("Visits", ["7", "7", "7", "7", "7"]), ("Account balance", ["4001", "4105", "4210", "4400", "4990"]),
        ("No.", ["12", "40", "31", "8", "22"]), ("Fund total", ["120", "450", "300", "280", "610"]),
    ],
)  # fmt: skip
def test_counts_are_figures(head: str, counts: list[str]) -> None:
    grid = grid_of([("Service", head, "Paid"), *((f"Firm {chr(65 + n)}", counts[n], PAID[n]) for n in range(5))])
    assert all(row[1].figure for row in grid.cells[1:])


def test_a_row_that_numbers_the_columns_is_a_head() -> None:
    grid = grid_of([("Service", "Budget", "Spent", "Left"), ("(1)", "(2)", "(3)", "(4)"), ("Roads", "410", "390", "20"), ("Parks", "120", "100", "20")])  # fmt: skip  # noqa: E501
    assert grid.header_rows == (0, 1)


def test_arrows_are_signs_in_a_column_of_changes_only() -> None:
    rows = [
        ("Measure", "Now", "Change"),
        ("Seen", "↓ 81.5%", "▼ 3.2%"),
        ("Met", "↑ 77.1%", "▲ 1.4%"),
        ("Late", "12.0%", "0.5%"),
    ]
    grid = grid_of(rows)
    values = [[str(f.quantity.value) for c in row for f in c.figures if f.quantity] for row in grid.cells[1:]]
    assert values == [["81.5", "-3.2"], ["77.1", "1.4"], ["12.0", "0.5"]]
