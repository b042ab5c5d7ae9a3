"""The engine on tables of the shapes that councils print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from judging import judged, verdicts

from reportcheck.laws.slips import may_differ, slips, weights
from reportcheck.quantity import Quantity

NESTED = """\
Reserve	2023/24	2024/25
Schools	3,412	3,655
Insurance	2,908	2,774
	6,320	6,429
Transformation	1,226	1,301
Winter	845	918
	2,071	2,219
Total reserves	8,391	8,648
"""


def test_subtotals_without_words_are_folded_into_the_total() -> None:
    assert verdicts(NESTED) == {"held": 6, "doubtful": 0, "broken": 0}


def test_a_wrong_subtotal_is_told_once_and_restored() -> None:
    (relation,) = [r for r in judged(NESTED.replace("6,429", "6,492")) if r.verdict == "broken"]
    assert [e.figure.text for e in relation.evidence if e.suspect] == ["6,492"]
    assert relation.suggestion is not None
    assert relation.suggestion.text == "6,429"


def test_a_total_may_stand_above_its_parts() -> None:
    text = "Type\t2023\t2024\nTotal staff\t1,482\t1,519\nTeachers\t911\t934\nSupport\t402\t396\nOther\t169\t189\n"
    assert verdicts(text)["held"] == 2
    assert verdicts(text.replace("934", "394"))["broken"] == 1


def test_what_is_less_is_taken_off() -> None:
    text = (
        "Debtors\t2023\t2024\nGross debtors\t52,118\t49,770\nLess: provision for bad debts\t4,206\t3,915\n"
        "Net debtors\t47,912\t45,855\n"
    )
    assert {r.kind for r in judged(text)} == {"difference"}
    assert verdicts(text.replace("47,912", "47,812"))["broken"] == 1


def test_offsets_that_are_added_are_no_error() -> None:
    text = (
        "Revenue\t2024\t2025\nProperty tax\t8,120,400\t8,377,950\nState aid\t611,300\t604,870\n"
        "LESS OFFSETS\t-45,211\t-47,806\nTotal revenue\t8,686,489\t8,935,014\n"
    )
    assert verdicts(text) == {"held": 2, "doubtful": 0, "broken": 0}


def test_rounding_is_no_error_and_a_column_of_roundings_is_a_doubt() -> None:
    rows = "".join(f"Ward {n}\t{40 + 7 * n % 31}\t{55 + 5 * n % 23}\n" for n in range(20))
    sums = [sum(40 + 7 * n % 31 for n in range(20)), sum(55 + 5 * n % 23 for n in range(20))]
    text = f"£000\t2023\t2024\n{rows}Total\t{sums[0] + 1}\t{sums[1] - 1}\n"
    assert verdicts(text) == {"held": 2, "doubtful": 0, "broken": 0}
    assert verdicts(f"£000\t2023\t2024\n{rows}Total\t{sums[0] + 1}\t{sums[1] - 4}\n")["doubtful"] == 1
    # Where the other column is exact, nothing shows that the table is rounded at all.
    assert verdicts(f"£000\t2023\t2024\n{rows}Total\t{sums[0]}\t{sums[1] - 4}\n")["broken"] == 1


def test_words_near_the_table_tell_which_figure_is_wrong() -> None:
    table = "Service\t2023/24\t2024/25\nLibraries\t3,412\t3,655\nLeisure\t2,908\t2,774\nParks\t1,226\t1,401\n"
    table += "Total\t7,546\t7,730\n"
    said = "Leisure cost £2,774 in the year, and £3,655 went to libraries; all three came to £7,730.\n\n"
    (relation,) = [r for r in judged(said + table) if r.verdict == "broken"]
    assert [e.figure.text for e in relation.evidence if e.suspect] == ["1,401"]
    assert relation.suggestion is not None
    assert relation.suggestion.text == "1,301"


@pytest.mark.parametrize(
    ("printed", "meant"), [("2,774", "2,874"), ("21.3%", "12.3%"), ("158", "1588"), ("0.7", "0.1")]
)
def test_slips(printed: str, meant: str) -> None:
    assert meant in {slip.text for slip in slips(printed)}


def test_a_slip_never_begins_with_a_nought() -> None:
    assert not [s for s in slips("1,204") if s.text.startswith("0")]


def test_a_list_of_round_sums_has_no_total() -> None:
    sums = (5000, 3500, 10000, 15000, 2500, 20000, 3500, 5000, 7500, 10000, 4000, 12500)
    rows = "".join(f"Group {n}\tProject {n}\t${v:,}.00\n" for n, v in enumerate(sums))
    assert verdicts(f"Name\tPurpose\tAmount\n{rows}")["broken"] == 0


def test_a_part_that_the_law_does_not_know_is_no_error() -> None:
    text = (
        "Grant\t2024\t2025\nCore\t5,924.0\t6,110.0\nSupport\t2,639.8\t2,702.4\n - of which carers\t121.5\t130.2\n"
        "Total grants\t8,563.8\t8,812.4\n"
    )
    assert verdicts(text)["broken"] == 0


def test_a_note_over_the_table_scales_every_column() -> None:
    text = "\t\t\tAll\tfigures in £m\nSpend\t2021\t2022\t2023\t2024\nTotal spend\t264\t299\t334\t365\n"
    text += "Rate of increase\t-\t13%\t12%\t9%\n"
    assert verdicts(text)["held"] == 3


def test_figures_finer_than_nine_places_are_no_bug() -> None:
    text = "Isotope\tA\tB\nAlpha\t0.000000000012\t3\nBeta\t0.000000000013\t4\nTotal\t0.000000000025\t7\n"
    assert verdicts(text)["broken"] == 0


TOTALS = """Harbour fund
A. Receipts:
Total Local Dues 1,567,040
Total Vessel Dues 101,930
Total Other Dues 7,987
Total Grants 923,112
Total Receipts {}
B. Payments:
Salaries 1,651,928
Benefits 515,878
Total Payments 2,167,806
"""


def test_a_list_of_totals_is_added_up() -> None:
    assert verdicts(TOTALS.format("2,600,069")) == {"held": 2, "doubtful": 0, "broken": 0}
    broken = [r.message for r in judged(TOTALS.format("2,600,609")) if r.verdict == "broken"]
    assert broken == ["Total Receipts is printed as 2,600,609, but its 4 parts add up to 2,600,069."]


def test_an_amount_alone_in_the_last_row_of_a_text_stands_in_its_column() -> None:
    rows = "\tFair value\tYears of use\nMowers\t37,390\tNone\nHuts\t543\tNone\nLand\t93,776\tWithout end\n\t{}\t\n"
    assert verdicts(rows.format("131,709"))["held"] == 1
    (relation,) = [r for r in judged(rows.format("131,790")) if r.verdict == "broken"]
    assert relation.message == (
        "The unlabelled total for Fair value is printed as 131,790, but its 3 parts add up to 131,709."
    )


SPENT = """Account Code Granted Spent Left %
Wages 5110 $75,036.00 $5,772.00 $69,264.00 7.69%
Crew 5111 $58,709.00 $4,778.09 $53,930.91 8.14%
Power 5211 $17,733.00{}$17,733.00 0.00%
Repairs 5240 $10,553.00 $451.00 $10,102.00 4.27%
Radio 5341 $1,150.00 $74.13 $1,075.87 6.45%
TOTAL $163,181.00 $11,075.22 {} 6.79%
"""


def test_a_row_that_breaks_over_two_lines_accuses_no_total() -> None:
    assert verdicts(SPENT.format("\n", "$152,105.78"))["broken"] == 0
    broken = [r.message for r in judged(SPENT.format(" $0.00 ", "$152,150.78")) if r.verdict == "broken"]
    assert broken
    assert all("$152,150.78" in message for message in broken)


PLAN = """General fund (millions)
Revenue 163.5
Opt out 9.1
Transfer 3.0
{}
Total expense target 176.3
Fund change -0.7
Fund 11.0
"""


def test_a_sum_that_stands_without_words_is_the_total() -> None:
    assert verdicts(PLAN.format(" 175.6"))["broken"] == 0
    broken = [r.message for r in judged(PLAN.format("")) if r.verdict == "broken"]
    assert len(broken) == 1
    assert "its 3 parts add up to 175.6" in broken[0]


NOTED = """| | | Free | Tied | Total |
|---|---|---|---|---|
| Boats | | 16,612 | 450 | 17,062 |
| Debts | | 3,077 | 115 | 3,192 |
| Cash | | 123,750 | 35 | 123,785 |
| Owed | {} | (12,660) | (210) | (12,870) |
| Net | | 130,779 | 390 | {} |
"""


def test_the_number_of_a_note_is_no_part_of_its_row() -> None:
    assert verdicts(NOTED.format("10", "131,169"))["broken"] == 0
    broken = [r.message for r in judged(NOTED.format("10", "131,196")) if r.verdict == "broken"]
    assert broken
    assert all("131,196" in message for message in broken)


INNER = """| | | 2023 | | 2022 |
|---|---|---|---|---|
| Boats | | 1,968,606 | | 1,968,606 |
| Debtors | 1,429,609 | | 1,322,210 | |
| Cash | 60,327 | | 184,319 | |
| | 1,489,936 | | 1,506,529 | |
| Creditors | (25,707) | | (18,654) | |
| Net current assets | | {} | | 1,487,875 |
| Total assets | | 3,432,835 | | 3,456,481 |
"""


def test_a_subtotal_without_words_in_an_inner_column_hides_nothing() -> None:
    assert verdicts(INNER.format("1,464,229"))["broken"] == 0
    assert verdicts(INNER.format("1,462,429"))["broken"] > 0


@pytest.mark.parametrize("text", ["7", "40", "112", "1900", "30571", "1,902", "0.45", "12.50"])
def test_what_is_asked_first_of_a_slip_rules_none_out(text: str) -> None:
    changes = weights(Quantity(text, Decimal(text.replace(",", ""))), 2)
    assert all(may_differ(text, 2, abs(change), abs(change)) for change in changes if change)
    assert not may_differ(text, 2, 2 * 10**9, 2 * 10**9)


def test_a_number_is_soon_seen_to_be_no_slip_of_another() -> None:
    assert may_differ("30571", 1, 200, 200)
    assert not may_differ("30571", 1, 202, 202)
