"""Printed times, in every dress and with their defects; made-up papers that are right stay silent."""

from __future__ import annotations

import pytest
from right_papers import RIGHT

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.read.outline.items import read_outline
from reportcheck.read.times.grammar import near_month, times_in
from reportcheck.read.times.paper import Times
from reportcheck.rulepack import load_rules

RULES = [r for r in load_rules() if r.source.startswith(("dates/", "structure/"))]


def found(text: str, *rules: str) -> list[str]:
    """The messages of the rules about dates and numbers on a text."""
    chosen = [r for r in RULES if not rules or r.id in rules]
    report = audit_document(extract_bytes(text.encode(), "paper.txt", "text"), chosen)
    return [finding.relation.message for finding in report.findings]


@pytest.mark.parametrize(
    ("printed", "form", "values"),
    [
        ("3 March 2025", "day", (2025, 3, 3)),
        ("3rd of March, 2025", "day", (2025, 3, 3)),
        ("March 3rd, 2025", "day", (2025, 3, 3)),
        ("21-Apr-2014", "day", (2014, 4, 21)),
        ("21/Apr/2014", "day", (2014, 4, 21)),
        ("2014/04/21", "day", (2014, 4, 21)),
        ("2014-04-21", "day", (2014, 4, 21)),
        ("21 April 14", "day", (2014, 4, 21)),
        ("13/04/24", "day", (2024, None, None)),
        ("Feb 2025", "month", (2025, 2, None)),
        ("Apr '20", "month", (2020, 4, None)),
        ("2024-25", "years", (2024, None, None)),
        ("2024–2025", "years", (2024, None, None)),
        ("FY22/23", "years", (2022, None, None)),
        ("FY23", "year", (2023, None, None)),
        ("2025", "year", (2025, None, None)),
    ],
)
def test_a_time_is_read_in_every_dress(printed: str, form: str, values: tuple[int | None, ...]) -> None:
    times = list(times_in(f"It was so (as at {printed})."))
    assert [(t.text, t.form, (t.year, t.month, t.day)) for t in times] == [(printed, form, values)]


@pytest.mark.parametrize("text", ["£2,025", "2025.5 km", "12.5.1 Loans", "no 20251", "paid 2025%", "chapter 11.12"])
def test_what_is_no_time_is_left(text: str) -> None:
    assert list(times_in(text)) == []


@pytest.mark.parametrize(("word", "month"), [("Octobr", 10), ("Febuary", 2), ("Setpember", 9), ("Augst", 8)])
def test_a_month_with_a_letter_wrong_is_known(word: str, month: int) -> None:
    assert near_month(word) == month


@pytest.mark.parametrize("word", ["March", "Marshal", "Mayor", "Junction", "People", "Decimal"])
def test_another_word_is_no_month(word: str) -> None:
    assert near_month(word) is None


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Paid 13/02/2025 and 02/03/2025.", "day"),
        ("Paid 02/13/2025 and 02/03/2025.", "month"),
        ("On March 3, 2025 and April 7, 2025 we paid; 02/03/2025.", "month"),
        ("Paid 02/03/2025.", ""),
    ],
)
def test_which_comes_first_is_worked_out_from_the_paper(text: str, order: str) -> None:
    times = Times.of(read_outline(extract_bytes(text.encode(), "paper.txt", "text")))
    assert times.order == order


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The lease ends on 29-Feb-2023 at noon.", "There is no 29 February in 2023: February has 28 days."),
        ("The return is due on 2025-06-31 at noon.", "There is no 31 June: June has 30 days."),
        ("The panel met on 3 Octobr 2025.", "“3 Octobr 2025” is no date: there is no month “Octobr”."),
        ("Of 2023: signed on 3 May 2203 by both.", "“3 May 2203” is no date: its year cannot be."),
        ("Paid on 12/032024 in cash.", "12/032024 is no date: it has a digit or a stroke too many or too few."),
        ("Paid on 12/03/20244 in cash.", "12/03/20244 is no date: it has a digit or a stroke too many or too few."),
        ("Balance on April 1, 202X is 40.", "“202X” stands for a year that was never filled in."),
    ],
)
def test_a_date_with_a_defect_is_told_where_it_stands(text: str, message: str) -> None:
    assert found(text, "RC352") == [message]


@pytest.mark.parametrize(
    "text",
    ["Item 60 June 2026 is a forecast.", "Ordinance 2023-23 was read.", "Score 31:9:10", "Part 12/032 of the file"],
)
def test_what_only_looks_like_a_defect_is_left(text: str) -> None:
    assert found(text, "RC352", "RC356") == []


@pytest.mark.parametrize(
    "printed",
    ["Monday, 13/2/2020", "Mon. 13 Feb 2020", "Monday the 13th of February 2020", "13 February 2020 (Monday)"],
)
def test_a_weekday_is_put_to_the_calendar_in_every_dress(printed: str) -> None:
    assert found(f"The forum met on {printed} at noon.", "RC351") == ["13 February 2020 is a Thursday, not a Monday."]


def test_a_weekday_that_fits_one_reading_of_a_date_is_right() -> None:
    assert found("The forum met on Tuesday 3/3/2020 and on Thursday 2/4/2020.", "RC351") == []
    assert found("The forum met on Monday 2/4/2020.", "RC351") == ["2/4/2020 is a Thursday or a Tuesday, not a Monday."]


HEADS = "Loans\n\n| {} |\n|{}|\n| 1 | 2 | 3 | 4 |\n"


@pytest.mark.parametrize(
    ("heads", "better"),
    [
        (("2021-22", "2022-23", "2022-23", "2024-25"), "2023-24"),
        (("Q1", "Q1", "Q3", "Q4"), "Q2"),
        (("FY24", "FY23", "FY23", "FY21"), "FY22"),
    ],
)
def test_a_head_that_repeats_its_neighbour_is_told(heads: tuple[str, ...], better: str) -> None:
    messages = found(HEADS.format(" | ".join(heads), "---|" * 3 + "---"), "RC377")
    assert [m.rpartition(" ")[2] for m in messages] == [f"{better}."]


def test_two_budgets_of_one_year_leave_no_gap_among_the_heads() -> None:
    text = "Budget and forecast of the mill\n\n| Works | {} |\n|{}|\n| Revised cost | 1 | 2 | 3 | 4 | 5 |\n"
    heads = ("2029-30", "2029-30", "{}", "{}", "{}")
    gap, none = ("2031-32", "2032-33", "2033-34"), ("2030-31", "2031-32", "2032-33")
    page = text.format(" | ".join(heads), "---|" * 5 + "---")
    assert len(found(page.format(*gap), "RC377")) == 1
    assert found(page.format(*none), "RC377") == []


@pytest.mark.parametrize("heads", [("2021", "2021", "2022", "2022"), ("2023", "2024", "2023", "2024")])
def test_heads_in_pairs_are_right(heads: tuple[str, ...]) -> None:
    assert found(HEADS.format(" | ".join(heads), "---|" * 3 + "---"), "RC377") == []


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_paper_that_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("1", "2", "4", "4", "5"), "Number 4 stands twice: for “Item c” and for “Item d”; the first should be 3."),
        (("1", "2", "2", "4", "5"), "Number 2 stands twice: for “Item b” and for “Item c”; the second should be 3."),
        (("7.1", "7.2", "8.3", "7.4"), "“8.3 Item c” stands between 7.2 and 7.4: its number should be 7.3."),
        (
            ("101/19", "102/19", "102/19", "104/19"),
            "Number 102/19 stands twice: for “Item b” and for “Item c”; the second should be 103/19.",
        ),
        (
            ("2625", "2626", "2626", "2628"),
            "Number 2626 stands twice: for “Item b” and for “Item c”; the second should be 2627.",
        ),
        (("(1)", "(2)", "(2)", "(4)"), "Number 2 stands twice: for “Item b” and for “Item c”; the second should be 3."),
        (("a.", "b.", "d.", "d."), "Number d) stands twice: for “Item c” and for “Item d”; the first should be c)."),
    ],
)
def test_a_wrong_number_is_known_by_what_goes_on_after_it(numbers: tuple[str, ...], message: str) -> None:
    stops = (n if n[-1] in ".)" or "/" in n else f"{n}." for n in numbers)
    text = "\n\n".join(f"{number} Item {letter}" for number, letter in zip(stops, "abcdefg", strict=False))
    assert found(text, "RC311") == [message]


@pytest.mark.parametrize(
    "numbers",
    [("1.", "2.", "3.", "1.", "2."), ("a)", "b)", "a)", "b)"), ("7.1", "7.2", "8.1", "8.2"), ("h)", "i)", "j)", "k)")],
)
def test_lists_that_begin_again_are_right(numbers: tuple[str, ...]) -> None:
    text = "\n\n".join(f"{number} Item {letter}" for number, letter in zip(numbers, "abcdefg", strict=False))
    assert found(text, "RC311", "RC312") == []


def test_a_run_of_two_heads_is_known_by_the_same_heads_elsewhere() -> None:
    table = "\n\n| {} | {} |\n|---|---|\n| 1 | 2 |\n\nText between.\n"
    right = table.format(2017, 2018) * 2
    assert found(right + table.format(2018, 2018), "RC377") == [
        "The heads run 2018, 2018: 2018 is out of its place, it should be 2017."
    ]
    assert found(table.format(2018, 2018), "RC377") == []
