"""One fact told twice: what is read of charts and of tables that print one cell a line, and what is compared."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Paper, Report
from reportcheck.read import read
from reportcheck.rulepack import load_rules


def paper(text: str) -> Paper:
    """A text read."""
    return read(extract_bytes(text.encode(), "paper.md", "text"))


def report(text: str) -> Report:
    """A text under all rules."""
    return audit_document(extract_bytes(text.encode(), "paper.md", "text"), load_rules())


def lines(*words: str) -> str:
    """One cell a line, with a blank line after each."""
    return "\n\n".join(words) + "\n"


def told(read_as: Paper) -> list[tuple[str, str, str]]:
    """The figures of tables and charts by label, heading and text."""
    return [(s.figure.label, s.figure.period, s.figure.text) for s in read_as.statements if s.source == "table"]


CHART = ("412", "430", "455", "1204", "1190", "1180", "2020", "2021", "2022")


def test_a_chart_is_read_series_by_series() -> None:
    """Values, then times, then the title and the names of the series."""
    found = told(paper(lines("Chart 1 follows.", *CHART, "People on our books", "On a pension", "Employed", "5")))
    assert ("On a pension", "2020", "412") in found
    assert ("Employed", "2022", "1180") in found
    assert len(found) == 6


def test_values_that_are_no_whole_number_of_series_are_left() -> None:
    """A value that was lost shifts all others."""
    assert told(paper(lines("Chart 1 follows.", *CHART[1:], "People on our books", "On a pension", "Employed"))) == []


def test_values_taken_in_turn_are_left() -> None:
    """Printed time by time they would be read as the wrong series."""
    turned = ("412", "1204", "430", "1190", "455", "1180")
    assert told(paper(lines("Chart 1 follows.", *turned, *CHART[6:], "On a pension", "Employed"))) == []


def test_steps_of_an_axis_are_no_values() -> None:
    """0, 100, 200 beside three years say nothing."""
    assert told(paper(lines("Chart 1 follows.", "100", "200", "300", "2020", "2021", "2022", "Visits"))) == []


COLUMNS = (
    "Indicator",
    "Target",
    "2022/23",
    "2023/24",
    "Respondents who were content",
    "95%",
    "92%",
    "93%",
    "(all sites)",
    "Formal complaints from patients",
    "No Target",
    "146",
    "151",
    "Mixed wards",
    "0",
    "1",
)


def test_whole_numbers_are_figures_where_there_are_as_many_as_years() -> None:
    """A number alone on a line may be a page's, unless the row has one for each heading."""
    found = told(paper(lines(*COLUMNS)))
    assert ("Formal complaints from patients", "2023/24", "151") in found


def test_a_table_of_one_cell_a_line_leaves_its_heading_alone() -> None:
    """The numbered heading and the caption over it are no cells."""
    text = lines(
        "3.3 STAFF", "We employ many people in many places, and they are listed by group in the table that follows.",
        "3.4 MEN AND WOMEN", "Table 4 - Men and women at 31 March 2025", "Group", "Male", "Female", "Total",
        "Directors", "4", "9", "13", "Managers", "197", "380", "577", "Employees", "700", "2069", "2769",
        "3.5 PAY", "The gender split of our whole workforce is 75% female and 25% male.",
    )  # fmt: skip
    messages = [f.relation.message for f in report(text).findings]
    assert messages == [
        "The shares are printed as 75% and 25%, but by the table at line 21 they are 73% and 27%: "
        "2,458 ÷ 3,359 = 73.2%; 75% and 25% are those of the row “Employees” alone."
    ]


def test_a_figure_for_several_months_is_none_of_them() -> None:
    """The rate from April to March is not that of March."""
    table = "\n\nTable 4: Call answering rate\n\nMonth\t2022/23\t2023/24\nJanuary\t77.2%\t84.1%\nFebruary\t78.0%\t83.5%\nMarch\t79.4%\t81.4%\n"  # fmt: skip  # noqa: E501
    assert report(f"The call answering rate was 83.5% for March 2024.{table}").findings
    assert not report(f"The call answering rate between April 2023 and March 2024 was 83.5%.{table}").findings
    assert not report(f"The national call answering rate was 83.5% for March 2024.{table}").findings
    assert not report(f"The call answering rate for Wales was 83.5% for March 2024.{table}").findings


def found(text: str, rule: str) -> list[str]:
    """What one rule says of a text."""
    return [f.relation.message for f in report(text).findings if f.rule.id == rule]


STAFF = "Head count\t2018\t2020\t2022\t2023\nLibrary staff\t240\t228\t206\t212\nMuseum staff\t61\t60\t58\t57\n"


def test_a_change_is_put_to_the_row_it_names_and_to_no_other() -> None:
    """Staff of another kind, other years and another place are other changes."""
    assert found(f"There has been a 14% reduction in library staff between 2018 and 2023.\n\n{STAFF}", "RC217")
    assert not found(f"There has been a 14% reduction in staff between 2018 and 2023.\n\n{STAFF}", "RC217")
    assert not found(f"There has been a 14% reduction in library staff between 2018 and 2022.\n\n{STAFF}", "RC217")
    assert not found(f"There has been a 14% reduction in library visits between 2018 and 2023.\n\n{STAFF}", "RC217")


def test_a_change_the_other_way_is_said_to_be_one() -> None:
    """A rise of what fell has no size that would mend it."""
    (message,) = found(f"There has been a 12% rise in library staff between 2018 and 2023.\n\n{STAFF}", "RC217")
    assert "where the figures go the other way" in message


def test_a_count_without_a_time_is_that_of_a_day_only_where_the_paper_counts_such_things_again_and_again() -> None:
    """Two gatherings of some sixty people are two; the homes of a paper on homes are one stock."""
    assert found("On 3 May 2025 there were 62 people at lunch.\n\nThe talk ended with 60 people.\n", "RC211") == []
    stock = "At 31 March 2025 there were 412 homes.\n\nWe go on with 421 homes.\n\n"
    more = "".join(f"In {year} we sold {number} homes.\n\n" for year, number in ((2021, 3), (2022, 5), (2023, 4)))
    assert found(stock, "RC211") == []
    assert found(stock + more + "Repairs in 7 homes cost more.\n", "RC211") == [
        "421 homes here, but 412 homes at 31 March 2025 on line 1."
    ]


def test_counts_of_two_owners_of_two_chapters_and_of_some_that_are_picked_out_are_two() -> None:
    said = "At 31 March 2025 the society had 412 homes.\n\n"
    assert found(said + "The society had 421 homes at 31 March 2025.\n", "RC211")
    for other in (
        "The trust had 421 homes at 31 March 2025.",
        "There were 421 homes at 31 March 2025 that needed a roof.",
        "There were 421 hours at 31 March 2025.",
    ):
        assert found(f"{said}{other}\n", "RC211") == [], other
    for head in ("Homes of the society", "Lets in the port"):
        chapters = (
            f"# The society's homes\n\nThere were 412 homes in 2024.\n\n# {head}\n\nThere were 421 homes in 2024.\n"
        )
        told = audit_document(extract_bytes(chapters.encode(), "a.md", "text"), load_rules()).findings
        assert ("RC211" in [f.rule.id for f in told]) == ("society" in head)


def test_a_kind_that_the_paper_is_not_about_is_a_part() -> None:
    """Adult members are some of the members; fostering households are all there are in a report on fostering."""
    stock = "At 31 March 2025 there were 412 homes.\n\nRents come from the 405 rented homes at 31 March 2025.\n\n"
    assert found(stock, "RC211") == []
    topic = "".join(f"Of the rented ones, {number} were painted in {1990 + number}.\n\n" for number in range(3, 30))
    assert found(stock + topic, "RC211") == [
        "412 homes at 31 March 2025 here, but 405 rented homes at 31 March 2025 on line 3."
    ]


def test_counts_of_one_place_or_of_those_who_came_are_no_whole() -> None:
    stock = "At 31 March 2025 the society had 412 homes.\n\n"
    assert found(stock + "Rents come from the 421 homes at 31 March 2025.\n", "RC211")
    for other in (
        "In Hexworth there were 421 homes at 31 March 2025.",
        "At 31 March 2025 there were 421 new homes.",
        "At 31 March 2025 there were 421 homes in the north.",
        "At 31 March 2025 the society had let 421 homes.",
        "At 31 March 2024 the society had 421 homes.",
        "At 31 March 2025 the society had 450 homes.",
    ):
        assert found(f"{stock}{other}\n", "RC211") == [], other


def test_balances_of_years_that_do_not_follow_or_were_restated_are_left() -> None:
    """What is brought forward into 2023 was carried forward in 2022 and in no other year."""
    rows = "Balances brought forward\t3,104\t2,911\nReceipts\t4,510\t4,575\nPayments\t4,953\t4,276\nBalances carried forward\t2,661\t3,210\n"  # fmt: skip  # noqa: E501
    assert found(f"Return\t31 March 2021\t31 March 2022\n{rows}", "RC247")
    assert not found(f"Return\t31 March 2020\t31 March 2022\n{rows}", "RC247")
    assert not found(f"Return\t31 March 2021\t31 March 2022 restated\n{rows}", "RC247")


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("Opening balance", "Closing balance"),
        ("Fund balance, beginning", "Fund balance, ending"),
        ("Balance at the start", "Balance at the end"),
        ("Cash at beginning of year", "Cash at end of year"),
        ("Balance b/f", "Balance c/f"),
    ],
)
def test_an_account_opens_and_closes_in_many_words(opens: str, closes: str) -> None:
    rows = f"{opens}\t3,104\t2,911\nReceipts\t4,510\t4,575\nPayments\t4,953\t4,276\n{closes}\t2,661\t3,210\n"
    assert found(f"Return\t31 March 2021\t31 March 2022\n{rows}", "RC247")
    assert not found(f"Return\t31 March 2021\t31 March 2022\n{rows.replace('2,911', '2,661')}", "RC247")


def test_a_label_that_takes_away_is_not_one_that_says_its_sum() -> None:
    """ "Less cheques" opens with the word; the sum is of two rows that are named."""
    rows = "Receipts\t£\nGrant\t4,200.00\nTotal receipts\t4,200.00\nLess cheques not presented\t116.42\nSub-total\t4,083.58\n"  # fmt: skip  # noqa: E501
    assert not found(rows, "RC143")
    assert found(rows + "Total receipts less cheques\t4,100.00\n", "RC143") == []


def test_forecasts_headed_by_years_with_a_letter_are_read() -> None:
    """2014, 2015f, 2016f: the first looks like a value and is a heading."""
    rows = ("GDP", "+5.2%", "+6.2%", "+4.3%", "GNP", "+6.9%", "+5.5%", "+3.9%", "Exports", "+12.1%", "+11.9%", "+6.9%")
    words = "Real GDP should grow by over 6% in 2015, and growth of 4.5% can be expected for 2016."
    text = lines(words, "Table 1 gives the forecasts.", "Table 1: Forecasts", "2014", "2015f", "2016f", *rows)
    assert found(text, "RC218") == [
        "4.5% is given for 2016 here, but the row “GDP”, column “2016f” (line 19) has +4.3%."
    ]
    assert not found(text.replace("4.5%", "4.3%"), "RC218")


ILLNESS = "\n\nMeasure\t2022/23\t2023/24\nSickness (days per person)\t9.8\t8.7\nTurnover\t13.1%\t12.4%\n"


def test_the_end_of_a_change_is_put_to_the_row_that_its_beginning_names() -> None:
    """ "from 9.8 days in 2022/23 to 8.1 days in 2023/24": the row is named once; in brackets it has its unit."""
    said = "Sickness fell from 9.8 days in 2022/23 to 8.1 days in 2023/24."
    assert found(said + ILLNESS, "RC218") == [
        "8.1 is given for 2023/24 here, but the row “Sickness (days per person)”, column “2023/24” (line 4) has 8.7."
    ]
    for right in (
        said.replace("8.1", "8.7"),
        said.replace("Sickness", "Sickness in Hexworth"),
        said.replace("2023/24", "2024/25"),
        said.replace("Sickness", "Absence"),
        said.replace("Sickness", "Long-term sickness"),
        said.replace("days", "weeks"),
    ):
        assert found(right + ILLNESS, "RC218") == [], right
    assert found(said + ILLNESS.replace("days per person", "short-term"), "RC218") == []


ACCOUNT = """
Scheme	Budget £000	Outturn £000	Variance £000
Pump renewal	6,204	7,576	1,372
Mains	11,530	10,812	(718)
Metering	2,117	2,390	273
Total	19,851	20,778	927
"""


def test_an_overspend_in_brackets_is_the_difference_of_its_row() -> None:
    text = "The largest overspend is on pump renewal (£1,732k).\n" + ACCOUNT
    place = "in the row “Pump renewal”, column “Variance £000” (line 4)"
    (finding,) = report(text).findings
    assert (finding.rule.id, finding.message) == ("RC201", f"£1,732k here, but 1,372 {place}.")
    assert finding.suggestion == "£1,372k"
    assert found(text.replace("1,732k", "1,372k"), "RC201") == []


def test_whole_thousands_are_put_to_a_table_in_thousands() -> None:
    text = "Mains are forecast to underspend by £781,000.\n" + ACCOUNT
    place = "in the row “Mains”, column “Variance £000” (line 5)"
    assert found(text, "RC201") == [f"£781,000 here, but (718) {place}."]
    assert found(text.replace("781", "718"), "RC201") == []


def test_an_account_of_no_row_is_that_of_the_total() -> None:
    text = "The outturn was £20.78 million, against a budget of £18.95 million.\n" + ACCOUNT
    assert found(text, "RC201") == [
        "£18.95 million here, but 19,851 in the row “Total”, column “Budget £000” (line 7)."
    ]
    assert found(text.replace("18.95", "19.85"), "RC201") == []


def test_an_account_of_something_that_the_table_does_not_list_is_another() -> None:
    text = "The budget of the reservoir at Hexworth is £18.95 million.\n" + ACCOUNT
    assert found(text, "RC201") == []


def test_a_noun_that_no_table_uses_does_not_make_it_another_count() -> None:
    table = "\n\nFaculty	Autumn 2022	Autumn 2023\nEngineering	3,677	3,816\nLaw	1,022	1,047\n"
    text = "Enrolment in Engineering rose to 3,861 students in autumn 2023."
    place = "in the row “Engineering”, column “Autumn 2023” (line 4)"
    assert found(text + table, "RC201") == [f"3,861 here, but 3,816 {place}."]
    assert found(text + table.replace("Law", "Students of law"), "RC201") == []


def test_what_is_over_its_budget_is_a_difference() -> None:
    place = "in the row “Pump renewal”, column “Variance £000” (line 4)"
    text = "The largest overspend is on pump renewal, £1,732k over its budget.\n" + ACCOUNT
    assert found(text, "RC201") == [f"£1,732k here, but 1,372 {place}."]
    assert found(text.replace("1,732k", "1,372k"), "RC201") == []


def test_the_take_of_a_similar_period_before_is_another() -> None:
    text = "".join(f"Toll receipts of the bridge were £4.{n} million in the quarter.\n\n" for n in ("38", "38", "38"))
    assert found(text + "Toll receipts of the bridge of £4.18 million were banked.", "RC208") != []
    assert found(text + "Toll receipts rose from £4.18 million in a similar period.", "RC208") == []
