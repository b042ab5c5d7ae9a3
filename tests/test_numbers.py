"""The grammar of printed figures: what is an amount, what only looks like one, and what is malformed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportcheck.read.mentions.numbers import scan


def amounts(text: str, cell: bool = False) -> list[tuple[str, str, str | None]]:
    """The figures of a text: printed form, value, unit."""
    return [(m.text, f"{m.quantity.value:f}", m.quantity.unit) for m in scan(text, cell=cell) if m.quantity]


def kinds(text: str) -> list[tuple[str, str]]:
    """What the text's marks are."""
    return [(m.kind, m.text) for m in scan(text)]


@pytest.mark.parametrize(
    ("cell", "value", "unit", "step"),
    [
        ("1,234", "1234", None, "1"), ("1234", "1234", None, "1"), ("1 234", "1234", None, "1"),
        ("1\u00a0234\u00a0567", "1234567", None, "1"), ("1 ,832,982", "1832982", None, "1"),
        ("(1,234)", "-1234", None, "1"), ("-1,234", "-1234", None, "1"), ("\u22121,234", "-1234", None, "1"),
        ("–1,234", "-1234", None, "1"), ("1,234-", "-1234", None, "1"), ("1,234 CR", "-1234", None, "1"),
        ("1,234 DR", "1234", None, "1"), ("- 1.868", "-1.868", None, "0.001"), (".5", "0.5", None, "0.1"),
        ("£1,234", "1234", "GBP", "1"), ("(£1,234)", "-1234", "GBP", "1"), ("£(1,234)", "-1234", "GBP", "1"),
        ("$ (5.3)", "-5.3", "USD", "0.1"), ("€3.4m", "3400000", "EUR", "100000"),
        ("EUR 2bn", "2000000000", "EUR", "1000000000"),
        ("£1.5 m", "1500000", "GBP", "100000"), ("50p", "0.50", "GBP", "0.01"),
        ("£12 thousand", "12000", "GBP", "1000"),
        ("12.5%", "12.5", "percent", "0.1"), ("(12.5)%", "-12.5", "percent", "0.1"), ("+5.2%", "5.2", "percent", "0.1"),
        ("12.5 per cent", "12.5", "percent", "0.1"), ("2.0 percentage points", "2.0", "points", "0.1"),
        ("30 bps", "30", "bps", "1"), ("122 days", "122", "days", "1"), ("1,234*", "1234", None, "1"),
    ],
)  # fmt: skip
def test_printed_forms(cell: str, value: str, unit: str | None, step: str) -> None:
    """Every printed form of a figure in a cell."""
    (mark,) = scan(cell, cell=True)
    assert mark.quantity is not None
    assert mark.quantity.value == Decimal(value)
    assert mark.quantity.unit == unit
    assert mark.quantity.step == Decimal(step)
    assert cell[mark.start : mark.end] == mark.text


@pytest.mark.parametrize(
    ("cell", "blank"),
    [("-", "dash"), ("–", "dash"), ("£-", "dash"), ("nil", "nil"), ("Nil", "nil"), ("n/a", "not available"),
     ("N/A", "not available"), ("c", "suppressed"), ("*", "suppressed"), ("<5", "suppressed")],
)  # fmt: skip
def test_blanks(cell: str, blank: str) -> None:
    """A cell that prints no figure says why."""
    (mark,) = scan(cell, cell=True)
    assert mark.quantity is not None
    assert (mark.quantity.blank, mark.quantity.value) == (blank, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("38% (31 of 82)", [("38%", "38", "percent"), ("31", "31", None), ("82", "82", None)]),
        ("12% (any contact) 41% (interest)", [("12%", "12", "percent"), ("41%", "41", "percent")]),
        ("5 (3%)", [("5", "5", None), ("3%", "3", "percent")]),
        ("(5) (3)", [("(5)", "-5", None), ("(3)", "-3", None)]),
    ],
)
def test_several_in_a_cell(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """Words' brackets make nothing negative."""
    assert amounts(text, cell=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2024/25, 22 households ceased, 6 more than before.", ["22", "6"]),
        ("an underspend of (£111.6m) on 31/3/25", ["£111.6m"]),
        ("rose by £1.2 million, or 12.5 per cent", ["£1.2 million", "12.5 per cent"]),
        ("a move of -£3.4m – 3 more than in May 2024", ["-£3.4m", "3"]),
        ("section 17 of the Children Act 1989 and Regulation 35, Standard 25.7, Form 7B", []),
        ("Tables 1, 2 and 3, pages 9 - 20 (Pages 3 8), Appendix 4, Minute 12, IFRS 16, CHQ 1215, Chq No 1218", []),
        ("Covid-19, AT7, #FCF24, a 12-week plan, an 11-year-old, S151, CV1 5RS", []),
        ("at 10.30am, 10.00 am on Thursday, 16th October, 2025, 14:05 and 7.15 p.m.", []),
        ("Tel: (024) 76971402 or 02476 978470 or 07970465027", []),
        ("aged 8-17, rated 4.7 out of 5, a 5-4 vote, open 24/7, the 60th, the 1990s", []),
        ("see https://example.org/watch?v=2Mg7 or a12@example.org", []),
        ("23 out of 55 carers", ["23", "55"]),
        ("approved by the Scrutiny Board (2) in Q3 2024", []),
        ("2 nd May, June 4 th 2024, 15-17 October 2024, 1 and 2 March", []),
        ("(2022-23), 2020 - 2021, 23-24, 2024-2025 and mid-2024", []),
        ("from 28TH OCT to 4TH NOV 2024, 18 MAR, and 5 Sept 2024", []),
        ("28 OCTETS and 4 NOVELS", ["28", "4"]),
        ("over 2000 people", ["2000"]),
        ("twelve of the two hundred and five", ["twelve", "two hundred and five"]),
        ("one of the homes, no one, one another, a two-day course", []),
        ("One child and eleven young people", ["One", "eleven"]),
        ("about half of them and a third of the rest", ["half", "a third"]),
        ("In the year 22 households left, 8 more than the previous year, 16", ["22", "8", "16"]),
        ("split 50:50, a pay ratio of 7.88:1, as at November 2024-25", ["7.88:1"]),
        ("Starts -3,041.1 - - - - 3,041.1", ["-3,041.1", "3,041.1"]),
        ("the code 0042 and £000", []),
    ],
)
def test_prose(text: str, found: list[str]) -> None:
    """What a sentence says in amounts, and nothing else."""
    assert [text for text, _, _ in amounts(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paid £723.79.48 in all", "£723.79.48"), ("a loan of £265,77m", "£265,77m"), ("raising €50,0000", "€50,0000"),
        ("approximately 836, 987 people", "836, 987"), ("a sum of 2.978,478", "2.978,478"), ("12,5% of it", "12,5%"),
    ],
)  # fmt: skip
def test_malformed(text: str, found: str) -> None:
    """A figure that cannot be read is marked as such, and has no value."""
    (mark,) = scan(text)
    assert (mark.kind, mark.text, mark.quantity) == ("malformed", found, None)


@pytest.mark.parametrize(
    "text",
    [
        "wards 1,2 and 3",
        "1121 - £100,1122 - £100",
        "1121 - £100.00,1128 - £25.00",
        "of 836, 987 were seen",
        "in 2019, 250 came",
        "version 3.2.1",
    ],
)
def test_not_malformed(text: str) -> None:
    """Lists, years and version numbers are no slips."""
    assert "malformed" not in [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize(
    ("text", "approximate"),
    [("about £5m", True), ("c£3m", True), ("c. 20", True), ("~30", True), ("more than 5%", True),
     ("up to £5,000", True),
     ("almost 9%", True), ("100+ people", True), ("exactly 30", False), ("6 more than 5", False)],
)  # fmt: skip
def test_approximations(text: str, approximate: bool) -> None:
    """Words before a figure can round it."""
    found = [m.quantity.approximate for m in scan(text) if m.quantity]
    assert found[0] is approximate


def test_years_can_be_figures() -> None:
    """A column of counts can hold 2016."""
    assert scan("2016", cell=True)[0].kind == "year"
    assert scan("2016", cell=True, years=False)[0].quantity is not None


def test_start_skips_what_stands_before() -> None:
    """A paragraph's own number is no figure of its text."""
    assert [m.text for m in scan("5.2 There are 7 homes", start=4)] == ["7"]
