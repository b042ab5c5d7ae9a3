"""Tables that are right though they do not add up: figures that are all round, and totals that are no sums."""

from __future__ import annotations

import random

import pytest
from judging import judged, verdicts

TENS = """\
Ward	2021	2022
Ash	3,210	3,460
Birch	1,840	1,790
Cedar	920	970
Elder	2,660	2,580
Total	8,620	8,810
"""


def test_a_total_of_figures_rounded_to_tens_may_be_a_ten_off() -> None:
    assert verdicts(TENS) == {"held": 2, "doubtful": 0, "broken": 0}


def test_a_total_of_figures_rounded_to_tens_may_not_be_a_hundred_off() -> None:
    (relation,) = [r for r in judged(TENS.replace("8,620", "8,260")) if r.verdict == "broken"]
    assert relation.message.startswith("Total for 2021 is printed as 8,260, but its 4 parts add up to 8,630")


def test_one_figure_that_is_not_round_leaves_the_others_round() -> None:
    rows = "".join(f"Ward {n}\t{1000 + 370 * n % 900:,}\n" for n in range(1, 9))
    parts = [1000 + 370 * n % 900 for n in range(1, 9)]
    text = f"Ward\tHomes\n{rows}Not known\t13\nTotal\t{sum(parts) + 20:,}\n"
    assert verdicts(text)["broken"] == 0


def test_pounds_printed_in_pence_are_exact() -> None:
    text = "Item\tJan\tFeb\nRent\t310.00\t320.00\nHeat\t85.00\t95.00\nPost\t40.00\t45.00\nTotal\t435.00\t460.00\n"
    assert verdicts(text) == {"held": 2, "doubtful": 0, "broken": 0}
    assert verdicts(text.replace("460.00", "406.00"))["broken"] == 1


CALLS = """\
Month	Calls	{0}
May	3,112	47
June	2,908	51
July	3,250	38
August	2,871	42
Total	12,141	{1}
"""


@pytest.mark.parametrize(
    ("head", "total"),
    [
        ("Open cases", "42"),
        ("Longest wait", "51"),
        ("Fewest staff", "38"),
        ("Minutes", "44.5"),
        ("Typical minutes", "45"),
    ],
)
def test_what_stands_under_a_total_may_be_no_sum(head: str, total: str) -> None:
    assert verdicts(CALLS.format(head, total))["broken"] == 0


def test_a_total_is_no_part_where_the_same_column_of_another_year_adds_up() -> None:
    text = "Service\tPaid 2023\tPaid 2024\nRoads\t3,112\t3,390\nParks\t908\t951\nWaste\t1,250\t1,338\n"
    text += "Total\t5,270\t3,390\n"
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    assert relation.message.startswith("Total for Paid 2024 is printed as 3,390, but its 3 parts add up to 5,679")


BANDS = """\
Band	A	B	C	D	E	F	G	H
2023/24	1,184.67	1,382.12	1,579.56	1,777.01	2,171.90	2,566.79	2,961.68	3,554.02
2024/25	1,243.79	1,451.08	1,658.38	1,865.68	2,280.28	2,694.87	3,109.47	3,731.36
Increase	59.12	68.96	78.82	88.67	108.38	128.08	147.79	177.34
"""


def test_bands_that_are_multiples_of_one_another_are_no_parts_of_one_another() -> None:
    assert verdicts(BANDS)["broken"] == 0
    (relation,) = [r for r in judged(BANDS.replace("128.08", "128.80")) if r.verdict == "broken"]
    assert relation.message.startswith("Increase for F is printed as 128.80")


def test_rates_near_a_hundred_are_not_the_difference_of_one_another() -> None:
    text = "School\tExcluded %\tEntered %\tPassed %\n"
    text += "Ash\t6\t94\t88\nBirch\t3\t97\t95\nCedar\t8\t93\t85\nElder\t4\t100\t100\n"
    assert verdicts(text)["broken"] == 0


def test_shares_that_should_make_a_hundred_do_not() -> None:
    text = "Source\t2021\t2022\t2023\nGrants\t61%\t58%\t63%\nFees\t39%\t42%\t37%\nTotal\t100%\t100%\t100%\n"
    assert verdicts(text)["broken"] == 0
    assert verdicts(text.replace("58%", "85%"))["broken"] == 1


def test_numbers_of_funds_are_no_amounts() -> None:
    text = "Line\tFund\tAsked\tBudget\nTaxes\t-07\t102,830\t102,830\nBooks\t-14\t26,000\t26,000\n"
    text += "Water\t-07\t1,850\t1,850\nHeat\t0\t3,410\t3,410\nPost\t0\t2,260\t2,260\n"
    assert verdicts(text)["broken"] == 0


GRANTS = """\
Scheme	Award
Night shelter	1,500,000
Legal advice	8,650,000
Tenant helpline	505,000
Law centre	300,000
Court desk	2,250,000
Total	{0}
"""


def test_grants_are_round_because_somebody_chose_them_and_add_up_exactly() -> None:
    assert verdicts(GRANTS.format("13,205,000")) == {"held": 1, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(GRANTS.format("13,208,000")) if r.verdict == "broken"]
    assert relation.message.startswith("Total for Award is printed as 13,208,000, but its 5 parts add up to 13,205,000")


CHEQUES = """\
Cheque	Payee	Paid
1228	Garden Centre	389.98
1229	J Harries	476.98
1230	Post Office	12.40
	Total	879.3{0}
"""


def test_what_was_paid_is_exact_to_the_penny() -> None:
    assert verdicts(CHEQUES.format(6)) == {"held": 1, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(CHEQUES.format(7)) if r.verdict == "broken"]
    assert relation.message.startswith("Total for Paid is printed as 879.37, but its 3 parts add up to 879.36")


def test_shares_of_a_sum_may_be_a_penny_off() -> None:
    text = CHEQUES.format(7).replace("Cheque\tPayee", "Area\tName")
    assert verdicts(text)["broken"] == 0


@pytest.mark.parametrize("label", ["Total (each person once)", "Total unique users", "All, without double counting"])
def test_a_total_that_counts_each_once_is_no_sum(label: str) -> None:
    text = "Service\tUsers\nRoads\t3,112\nParks\t908\nWaste\t1,250\nTotal\t5,720\n"
    assert verdicts(text)["broken"] == 1
    assert verdicts(text.replace("Total", label))["broken"] == 0


def pounds(columns: int, off: int) -> str:
    """Twenty-six lines in whole pounds; the Total of the first column is off, those of the others are exact."""
    dice = random.Random(1)
    lines = [[dice.randint(1_000, 90_000) for _ in range(columns)] for _ in range(26)]
    totals = [sum(column) for column in zip(*lines, strict=True)]
    rows: list[list[object]] = [[f"Line {n}", *line] for n, line in enumerate(lines, 1)]
    rows.append(["Total", totals[0] + off, *totals[1:]])
    head = "\t".join(["Line", *(f"{2010 + n}" for n in range(columns))])
    return "\n".join([head, *("\t".join([str(row[0]), *(format(q, ",") for q in row[1:])]) for row in rows), ""])


@pytest.mark.parametrize(("columns", "broken"), [(4, 0), (5, 1)])
def test_two_pounds_off_are_told_where_too_many_columns_are_exact_for_rounding(columns: int, broken: int) -> None:
    assert verdicts(pounds(columns, 2))["broken"] == broken
