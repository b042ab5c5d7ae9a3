"""Labels that say how their line is worked out, and what is said where it is not worked out so."""

from __future__ import annotations

import pytest
from judging import judged

from reportcheck.laws.formulas import Formula, formulas


@pytest.mark.parametrize(
    ("labels", "formula"),
    [
        (["Owed a", "Waived b", "Earned c", "Owed now d=a-b+c"], Formula(3, ((0, 1), (1, -1), (2, 1)))),
        (["Budget (A)", "Spent (B)", "Left C = A – B"], Formula(2, ((0, 1), (1, -1)))),
        (["(1)", "(2)", "(3)=(1)+(2)"], Formula(2, ((0, 1), (1, 1)))),
        (["Grant 1", "Fees 2", "Both (3=1+2)"], Formula(2, ((0, 1), (1, 1)))),
        (["A. Receipts", "B. Payments", "C. Surplus (A-B)"], Formula(2, ((0, 1), (1, -1)))),
        (["i", "ii", "iii = (i) - (ii)"], Formula(2, ((0, 1), (1, -1)))),
        (["Budget (A)", "Spent (B)", "Share C=B/A*100"], Formula(2, ((1, 1),), 0, hundred=True)),
        (["Last year (a)", "This year (b)", "Growth (b-a)/a %"], Formula(2, ((1, 1), (0, -1)), 0, hundred=True)),
    ],
)
def test_a_label_says_how_its_line_is_worked_out(labels: list[str], formula: Formula) -> None:
    assert list(formulas(labels)) == [formula]


@pytest.mark.parametrize(
    "labels",
    [
        ["2023-24", "2024-25", "Change (B-A)"],
        ["Ages (0-4)", "Ages (5-9)", "Ages (10-14)"],
        ["Block A", "Block A", "Rent C=A-B"],
        ["Item (a)", "Item (b)", "Item c=a*b"],
        ["Receipts A", "A+ schools", "Grade (B+)"],
    ],
)
def test_a_label_whose_names_are_not_those_of_lines_says_nothing(labels: list[str]) -> None:
    assert list(formulas(labels)) == []


TABLE = """\
Department	Budget (A)	Spent (B)	Balance C=A-B	Absorption D=B/A*100
Health	1,213	907	306	74.8
Roads	811	503	{0}	62.0
Water	617	481	136	{1}
Lands	232	181	51	78.0
"""


@pytest.mark.parametrize(
    ("balance", "share", "told"),
    [
        ("308", "78.0", []),
        ("338", "78.0", ["Balance C=A-B for Roads is printed as 338, but 811 - 503 is 308."]),
        ("308", "87.0", ["Absorption D=B/A*100 for Water is printed as 87.0, but 481 ÷ 617 is 78.0."]),
    ],
)
def test_a_column_is_held_to_the_formula_in_its_head(balance: str, share: str, told: list[str]) -> None:
    broken = [r.message for r in judged(TABLE.format(balance, share)) if r.verdict == "broken"]
    assert broken == told


NUMBERED = """\
Stream	Owed at 1 July	Waived	Paid	Earned	Owed at 30 June
	(1)	(2)	(3)	(4)	(5)=(1)-(2)-(3)+(4)
Rates	1,250,313	50,107	310,301	220,002	1,109,907
Rents	340,211	0	120,105	98,017	{0}
Stalls	25,033	1,201	12,017	9,104	20,919
"""


def test_columns_may_be_numbered_in_the_row_that_has_the_formula() -> None:
    assert {r.verdict for r in judged(NUMBERED.format("318,123"))} == {"held"}
    (broken,) = [r for r in judged(NUMBERED.format("318,213")) if r.verdict == "broken"]
    assert broken.message.endswith(
        "is printed as 318,213, but 340,211 - 0 - 120,105 + 98,017 is 318,123: one of these figures is wrong."
    )
