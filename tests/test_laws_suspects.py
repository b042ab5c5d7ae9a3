"""Which figure of a broken law is the wrong one, and what it should be."""

from __future__ import annotations

from judging import judged, verdicts

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
    assert (relation.suggestion.text, relation.suggestion.sure) == ("7,647", False)
    assert relation.suggestion.reason == (
        "a copy of the line above explains the difference, if the other figures are right"
    )
