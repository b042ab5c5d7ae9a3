"""Guards of checks that keep them quiet: each beside the nearest paper that is told of."""

from __future__ import annotations

import pytest

from reportcheck import audit


def told(text: str, rule: str) -> list[str]:
    return [finding.message for finding in audit(text.encode(), name="a.md", select=[rule]).findings]


def held(text: str, rule: str) -> list[str]:
    return [relation.message for _, relation in audit(text.encode(), name="a.md", select=[rule]).held]


MONTHS = "April May June July August September October November December January February March".split()
ROWS = "".join(f"| {month} | {80 + at % 3}.2% | {83 + at % 3}.4% |\n" for at, month in enumerate(MONTHS))
TABLE = f"Table 4: Rate of lettings in time\n\n| Month | 2022/23 | 2023/24 |\n|---|---|---|\n{ROWS}"
SAID = (
    "The average rate of lettings in time between April 2023 and March 2024 was 84.4%, against {} in the previous year."
)


@pytest.mark.parametrize(
    ("before", "found"), [("77.2%", True), ("81.2%", False), ("412 homes", False), ("77 complaints", False)]
)
def test_only_a_percentage_is_last_years_average_of_percentages(before: str, found: bool) -> None:
    assert bool(told(f"{SAID.format(before)}\n\n{TABLE}", "RC246")) == found


@pytest.mark.parametrize(
    ("old", "found"), [("20 to 70", True), ("20 to 40", False), ("0 to 40", False), ("-20 to 40", False)]
)
def test_nothing_is_twice_of_nought(old: str, found: bool) -> None:
    assert bool(told(f"The number of berths doubled from {old}.", "RC132")) == found


RATES = "| Berths | May | June | July | August |\n|---|---|---|---|---|\n"


@pytest.mark.parametrize(("last", "found"), [("70.4%", True), ("70.5%", False), ("75.9%", False)])
def test_a_rate_that_no_law_found_right_is_no_rate_cut_off(last: str, found: bool) -> None:
    """What is far from its counts is for the laws to tell, and not a matter of the last digit."""
    rows = f"| Let | 33 | 29 | 25 | 31 |\n| All | 64 | 52 | 47 | 44 |\n| Share let | 51.6% | 55.8% | 53.2% | {last} |\n"
    assert bool(told(RATES + rows, "RC110")) == found


@pytest.mark.parametrize(
    ("amount", "total", "found"),
    [("£431.88", "£413.88", True), ("£431.88", "€413.88", False), ("431", "413", False), ("£431.88", "£431.88", False)],
)
def test_a_lone_total_is_of_the_money_of_its_amount(amount: str, total: str, found: bool) -> None:
    text = f"| Payments agreed | Sum |\n|---|---|\n| Ferry, cheque 2207 | {amount} |\n| TOTAL | {total} |\n"
    assert bool(told(text, "RC111")) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("The pier will cost £239.477 million.", True),
        ("The pier will cost £239.477 million and the dock £95,000 million.", False),
        ("The pier will cost £112.3 million.", False),
        ("The pier will cost £239,477 million.", False),
    ],
)
def test_a_comma_for_a_point_needs_the_same_amount_and_none_so_large(other: str, found: bool) -> None:
    assert bool(told(f"The estimate for the harbour is £239,477 million.\n\n{other}", "RC403")) == found


def amounts(odd: str) -> str:
    sizes = ("2,104", "3,418", "1,766", "2,950", "4,012", "3,377", odd, "2,208", "1,845", "3,019")
    return "| Berth | Fees |\n|---|---|\n" + "".join(
        f"| Quay {at} | {size} |\n" for at, size in enumerate(sizes, start=1)
    )


@pytest.mark.parametrize(("odd", "found"), [("2615", True), ("2,615", False), ("1998", False), ("2024", False)])
def test_what_may_be_a_year_needs_no_comma(odd: str, found: bool) -> None:
    assert bool(told(amounts(odd), "RC404")) == found


def test_an_error_of_a_sheet_is_told_by_its_row_and_the_heads_of_its_table() -> None:
    text = "| Berth | Days | Fees |\n|---|---|---|\n| North quay | 12 | #DIV/0! |\n| South quay | 31 | 2,104 |\n"
    (finding,) = audit(text.encode(), name="a.md", select=["RC417"]).findings
    assert finding.relation.evidence[0].figure.label == "North quay"
    assert finding.relation.evidence[0].figure.period == "Fees"


@pytest.mark.parametrize(("third", "missing"), [("14", "24/013"), ("13", "")])
def test_a_number_that_is_left_out_is_written_as_its_fellows_are(third: str, missing: str) -> None:
    numbers = ("011", "012", f"0{third}", f"0{int(third) + 1}", f"0{int(third) + 2}")
    titles = ("APOLOGIES", "MINUTES", "FINANCE", "PLANNING", "HARBOUR")
    text = "\n\n".join(
        f"24/{number} {title}\n\nThe report was noted by all." for number, title in zip(numbers, titles, strict=True)
    )
    found = told(text, "RC312")
    assert [missing in message for message in found] == ([True] if missing else [])


FAR = "The chair thanked all who had come through the storm. "


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("", True),
        (FAR * 8, True),
        ("Minutes of the harbour committee of 4 May, which are yet to be put to the trustees at 9.00 pm.\n\n", False),
    ],
)
def test_a_meeting_ends_after_it_begins_unless_another_is_told_between(between: str, found: bool) -> None:
    text = f"The trustees met and the meeting opened at 7.00 pm.\n\n{between}\n\nThe meeting closed at 6.40 pm."
    assert bool(told(text, "RC385")) == found
