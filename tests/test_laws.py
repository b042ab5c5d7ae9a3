"""The engine on tables of the shapes that councils print."""

from __future__ import annotations

import pytest

from reportcheck import laws
from reportcheck.extract import extract_bytes
from reportcheck.laws.slips import slips
from reportcheck.model import Relation
from reportcheck.read import read


def judged(text: str) -> list[Relation]:
    paper = read(extract_bytes(text.encode(), "table.txt", "text"))
    return list(laws.arithmetic(paper))


def verdicts(text: str) -> dict[str, int]:
    found = judged(text)
    return {v: sum(r.verdict == v for r in found) for v in ("held", "doubtful", "broken")}


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


def test_percentages_of_several_bases_in_one_cell() -> None:
    text = (
        "Measure\t2021/22\t2022/23\t2023/24\t2024/25\nContacts\t804\t912\t667\t731\nReferrals\t212\t188\t174\t203\n"
        "Assessed\t77\t83\t69\t90\n"
        "Share assessed\t10% (contacts) 36% (referrals)\t9% (contacts) 44% (referrals)\t"
        "10% (contacts) 40% (referrals)\t15% (contacts) 44% (referrals)\n"
    )
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    assert "printed as 15%, but 90 ÷ 731 is 12%" in relation.message


def test_growth_from_year_to_year() -> None:
    text = (
        "Spend\t2020\t2021\t2022\t2023\t2024\nTotal spend\t264.1\t299.4\t334.0\t365.2\t391.7\n"
        "Rate of increase\t-\t13.4%\t11.6%\t9.9%\t7.3%\n"
    )
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    assert "from 334.0 to 365.2 is a change of 9.3%" in relation.message


def test_prices_are_never_added() -> None:
    text = (
        "Fee\tNumber\tPrice per licence\nTaxi\t412\t185.00\nPrivate hire\t377\t160.00\nOperator\t28\t495.00\n"
        "Total\t817\t184.09\n"
    )
    assert {r.kind for r in judged(text)} == {"total", "average"}
    assert verdicts(text)["broken"] == 0


def test_rounding_is_no_error_and_a_column_of_roundings_is_a_doubt() -> None:
    rows = "".join(f"Ward {n}\t{40 + 7 * n % 31}\t{55 + 5 * n % 23}\n" for n in range(20))
    sums = [sum(40 + 7 * n % 31 for n in range(20)), sum(55 + 5 * n % 23 for n in range(20))]
    text = f"£000\t2023\t2024\n{rows}Total\t{sums[0] + 1}\t{sums[1] - 1}\n"
    assert verdicts(text) == {"held": 2, "doubtful": 0, "broken": 0}
    assert verdicts(f"£000\t2023\t2024\n{rows}Total\t{sums[0]}\t{sums[1] - 4}\n")["doubtful"] == 1


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


def test_a_cell_that_holds_its_own_fraction_is_tested() -> None:
    text = (
        "Indicator\tTarget\t2022/23\t2023/24\t2024/25\nFirst visit after (days)\t40 days\t52 days\t47 days\t39 days\n"
        "Visited in time (number and %)\t40 days\t61% (54 of 88)\t68% (63 of 93)\t75% (72 of 96)\n"
    )
    assert verdicts(text) == {"held": 3, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(text.replace("68%", "86%")) if r.verdict == "broken"]
    assert relation.suggestion is not None
    assert relation.suggestion.text == "68%"


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


EXITS = """\
Band	Compulsory	Agreed	Total
Less than £10,000	2	9	11
£10,001 - £25,000	4	12	16
£25,001 - £50,000	1	1	2
£50,001 - £100,000	1	0	1
Total	8	22	30
"""


def test_counts_that_are_one_off_along_the_row_and_down_the_column_are_wrong() -> None:
    """One of the two could be rounding in a table of thousands; both at one figure, in a table of people, cannot."""
    assert verdicts(EXITS)["broken"] == 0
    (relation,) = [r for r in judged(EXITS.replace("1\t1\t2", "1\t1\t1")) if r.verdict == "broken"]
    assert [e.figure.text for e in relation.evidence if e.suspect] == ["1"]
    assert relation.suggestion is not None
    assert relation.suggestion.text == "2"


GRANTS = """\
Grant	Ours 2024/25	All 2024/25	Ours 2023/24	All 2023/24
Settlement	222.0	16,841.0	215.8	16,562.7
Care	137.1	5,924.0	117.0	5,044.0
Floor	0.0	121.5	0.0	268.6
Homes	1.9	290.0	2.1	290.8
Total grants	361.0	23,176.5	334.9	22,166.1
"""


def test_a_total_that_leaves_out_a_part_is_wrong_where_the_part_is_counted_elsewhere() -> None:
    """A gap that is a part's own figure is no coincidence; it is meant only where no other column counts the part."""
    assert verdicts(GRANTS)["broken"] == 0
    (relation,) = [r for r in judged(GRANTS.replace("23,176.5", "23,055.0")) if r.verdict == "broken"]
    assert relation.message == (
        "Total grants for All 2024/25 is printed as 23,055.0, but its 4 parts add up to 23,176.5; "
        "it leaves out Floor, 121.5."
    )
    assert relation.suggestion is not None
    assert relation.suggestion.text == "23,176.5"


def test_a_nought_in_a_column_of_changes_is_a_formula_that_was_not_copied() -> None:
    text = (
        "Line\tFY25\tFY26\tCHANGE ($)\nSalaries\t$41,025\t$43,576\t$2,551\nStamps\t$2,000\t$2,040\t$40\n"
        "Reserve\t$66,144\t$60,000\t$0\nInsurance\t$14,320\t$15,617\t$1,297\nFuel\t$9,400\t$9,952\t$552\n"
    )
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    assert relation.message == "CHANGE ($) for Reserve is printed as $0, but $60,000 - $66,144 is -6144."
    assert [e.figure.text for e in relation.evidence if e.suspect] == ["$0"]


def test_last_years_amounts_before_the_labels_are_figures() -> None:
    """Small councils print: last year, what it is, this year."""
    text = (
        "2017\t\t2018\n£\t\t£\n60,473\tDebtors\t52,602\n1,354,007\tCash at bank\t2,291,650\n"
        "1,414,480\tTotal current assets\t2,344,252\n105,354\tCreditors\t304,483\n"
    )
    assert verdicts(text)["held"] == 2
    (relation,) = [r for r in judged(text.replace("1,414,480", "1,414,840")) if r.verdict == "broken"]
    assert relation.message.startswith("Total current assets for 2017 £ is printed as 1,414,840")
    numbered = "1,001\tDebtors\t52,602\n1,002\tCash at bank\t2,291,650\n1,003\tTotal assets\t2,344,252\n"
    assert verdicts(numbered) == {"held": 1, "doubtful": 0, "broken": 0}


CHANGES = """\
Service	2023/24	2024/25	Change
Roads	1,204	1,310	8.8%
Parks	812	795	-2.1%
Waste	2,075	2,190	5.5%
Homes	3,020	3,011	-0.3%
Libraries	411	400	-2.7%
"""


def test_a_percentage_with_the_wrong_sign_among_signed_ones_is_wrong() -> None:
    assert verdicts(CHANGES) == {"held": 5, "doubtful": 0, "broken": 0}
    (relation,) = [r for r in judged(CHANGES.replace("-2.1%", "2.1%")) if r.verdict == "broken"]
    assert relation.message == "Change for Parks is printed as 2.1%, but from 812 to 795 is a change of -2.1%."
    assert relation.suggestion is not None
    assert relation.suggestion.text == "-2.1%"
    unsigned = CHANGES.replace("\t-", "\t")
    assert verdicts(unsigned)["broken"] == 0
    assert verdicts(CHANGES.replace("-2.1%", "2.1%").replace("Change", "Variance"))["broken"] == 0


COPIED = """\
Capital	£k
Buildings	1,621
Equipment	480
Systems	2,473
Sub-total bought	4,574
Cars	485
Leases: new	3,210
Leases: valued again	7,647
Ended	(42)
Sub-total leased	11,300
Total capital	15,874
"""


def test_a_figure_copied_from_the_line_above_is_told_from_the_sub_total_that_it_breaks() -> None:
    """One column alone: the sub-total says of itself that it is one, and the same figure twice is no chance."""
    assert verdicts(COPIED)["broken"] == 0
    (relation,) = [r for r in judged(COPIED.replace("7,647", "3,210")) if r.verdict == "broken"]
    assert relation.message == (
        "Sub-total leased for £k is printed as 11,300, but its 4 parts add up to 6,863; "
        "Leases: valued again, printed as 3,210, would fit as 7,647."
    )
    assert relation.suggestion is not None
    assert relation.suggestion.reason == "A copy of the line above explains the difference."
