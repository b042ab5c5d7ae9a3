"""Accounts in one column, lists under one total, rows of which, finer columns, and laws that are weak alone."""

from __future__ import annotations

import pytest
from judging import judged, verdicts

from reportcheck.model import Relation
from reportcheck.read.grids.cells import is_plain


def wrong(text: str) -> Relation:
    """The one relation of a table that is broken."""
    (relation,) = [r for r in judged(text) if r.verdict == "broken"]
    return relation


CASH = """\
Movement	£
Balance at 1 April 2022	18,310
Add: precept and hire	4,226
Less: payments	(3,845)
Balance at 31 March 2023	18,691
"""


@pytest.mark.parametrize("payments", ["(3,845)", "3,845"])
def test_an_account_in_one_column_is_rolled_forward(payments: str) -> None:
    text = CASH.replace("(3,845)", payments)
    assert verdicts(text) == {"held": 1, "doubtful": 0, "broken": 0}
    told = wrong(text.replace("18,691", "18,961")).message
    assert told.startswith("Balance at 31 March 2023 for £ is printed as 18,961, but the opening balance and the")


def test_what_is_left_after_what_is_less_is_put_to_the_test() -> None:
    text = "Calculation\t£\nNet budget\t604,915\nLess: grant\t(88,217)\nLess: fund surplus\t(3,109)\n"
    text += "Council tax requirement\t513,589\nTax base\t3,906.5\n"
    assert verdicts(text)["broken"] == 0
    assert wrong(text.replace("513,589", "531,589")).suggestion is not None


BANKS = """\
Held with	Principal £
Bank A	4,000,000
Bank B	1,500,000
Fund C	3,500,000
Council D	2,500,000
Total	11,500,000
"""


def test_a_total_under_a_list_of_round_sums_is_put_to_the_test() -> None:
    assert verdicts(BANKS) == {"held": 1, "doubtful": 0, "broken": 0}
    assert "its 4 parts add up to 11,500,000" in wrong(BANKS.replace("11,500,000", "15,100,000")).message


def test_a_total_of_persons_who_are_counted_once_is_no_sum() -> None:
    text = BANKS.replace("Held with", "Service").replace("Principal £", "Users")
    text = text.replace("Total\t11,500,000", "Total (each person counted once)\t10,500,000")
    assert verdicts(text)["broken"] == 0


OF_WHICH = """\
Service	2022/23	2023/24
Libraries	3,118	3,240
Roads	7,905	8,212
of which: staff	2,014	2,106
Museums	1,266	1,305
of which: staff	844	871
Waste	5,027	5,190
Total	17,316	17,947
"""


def test_rows_of_which_are_no_parts_of_the_total() -> None:
    assert verdicts(OF_WHICH) == {"held": 2, "doubtful": 0, "broken": 0}
    assert "its 4 parts add up to 17,947" in wrong(OF_WHICH.replace("17,947", "19,747")).message


def test_the_total_of_a_finer_column_is_put_to_the_test_where_a_slip_explains_it() -> None:
    text = "Team\tPosts\tFull time\nLegal\t92\t74.6\nRoads\t264\t231.9\nParks\t118\t101.3\nWaste\t205\t188.4\n"
    right = text + "Total\t679\t596.2\n"
    assert verdicts(right) == {"held": 2, "doubtful": 0, "broken": 0}
    assert "add up to 596.2" in wrong(right.replace("596.2", "569.2")).message
    # A price under a total is no sum, and no slip leads from one to the other.
    assert verdicts(text + "Total\t679\t149.0\n")["broken"] == 0


def test_a_total_of_one_part_beside_a_dash_is_put_to_the_test() -> None:
    text = "Holding\t2022\t2023\nAt cost\t2,310\t1,480\nIn shares\t6,500\t-\nTotal holdings\t8,810\t1,480\n"
    assert verdicts(text)["broken"] == 0
    assert (
        "but its only part is 1,480" in wrong(text.replace("holdings\t8,810\t1,480", "holdings\t8,810\t1,840")).message
    )
    # What is blank may not have been read.
    assert (
        verdicts(text.replace("\t-", "\t").replace("holdings\t8,810\t1,480", "holdings\t8,810\t1,840"))["broken"] == 0
    )


def test_two_weak_laws_are_believed_where_one_slip_mends_both() -> None:
    text = "£m\t2022\t2023\tMore / (less)\nOffice costs\t$21.7\t$26.4\t$(4.7)\nDepreciation\t0.3\t0.3\t-\n"
    text += "Loss from services\t$(22.0)\t$(26.7)\t$4.7\n"
    assert verdicts(text)["broken"] == 0
    relation = wrong(text.replace("$(26.7)", "$(76.7)"))
    assert [e.figure.text for e in relation.evidence if e.suspect] == ["$(76.7)"]


def test_all_other_is_a_part_and_no_total() -> None:
    text = "Group\t2022\t2023\nSchools\t5,310\t5,422\nCare\t1,905\t2,011\nAll other\t238\t301\nTotal\t7,453\t7,734\n"
    assert "its 3 parts add up to 7,734" in wrong(text.replace("7,734", "7,374")).message


def test_a_total_over_many_rows_that_rounding_cannot_explain_is_wrong() -> None:
    rows = "".join(f"Item {n}\t{40 + 7 * n % 31}\t{120 + 90 * n % 510}\n" for n in range(30))
    sums = [sum(40 + 7 * n % 31 for n in range(30)), sum(120 + 90 * n % 510 for n in range(30))]
    assert "its 30 parts add up to" in wrong(f"£\tPaid\tAsked\n{rows}Total\t{sums[0]}\t{sums[1] + 120}\n").message
    # Pence that are cut off and not rounded leave the parts short by a half each.
    assert verdicts(f"£\tPaid\tAsked\n{rows}Total\t{sums[0] + 14}\t{sums[1]}\n")["broken"] == 0


def test_a_total_that_fails_in_half_of_its_columns_is_told_in_each() -> None:
    text = "Line\t2019\t2020\t2021\t2022\t2023\t2024\nPay\t61,204\t62,911\t64,050\t65,380\t66,912\t68,004\n"
    text += "Books\t12,310\t11,876\t12,455\t13,020\t12,764\t13,377\nHeat\t3,118\t3,240\t4,012\t5,230\t4,871\t4,466\n"
    sums = [76_632, 78_027, 80_517, 83_630, 84_547, 85_847]
    total = "Total\t" + "\t".join(f"{v:,}" for v in sums)
    assert verdicts(text + total + "\n")["broken"] == 0
    wrong_in = [v + (1_730 if c in (2, 4, 5) else 0) for c, v in enumerate(sums)]
    told = [r for r in judged(text + "Total\t" + "\t".join(f"{v:,}" for v in wrong_in) + "\n") if r.verdict == "broken"]
    assert len(told) == 3


LEDGER = """\
\tdebit\tcredit\ttotal
Equity: restricted\t0.00\t16,611.73\t16,611.73
Expenses: bank fees\t0.41\t0.00\t-0.41
Income: donations\t0.50\t10.00\t9.50
\t0.91\t16,621.73\t16,620.82
"""


def test_some_lines_of_a_sum_that_holds_make_no_sum_that_breaks() -> None:
    assert verdicts(LEDGER)["broken"] == 0
    told = wrong(LEDGER.replace("0.91", "0.19")).message
    assert told == "debit is printed as 0.19, but 16,621.73 - 16,620.82 is 0.91."


@pytest.mark.parametrize(("part", "plain"), [("15,000.00-", True), ("15,000.00 -", False)])
def test_a_dash_after_a_blank_is_no_minus(part: str, plain: bool) -> None:
    """Of two rows that were read as one, the second has the dash."""
    assert is_plain(part) is plain
    text = f"\tBudget\tNext\nFood\t20,000.00\t21,000.00\nRent\t{part}\t15,000.00\nTotal\t35,000.00\t36,000.00\n"
    assert verdicts(text)["broken"] == 0


BANK = """\
Cash of the harbour club	$
Statement balance	8,412.60
Less 3 outstanding checks	{}
Ending book balance	{}
"""


@pytest.mark.parametrize("checks", ["-318.45", "318.45"])
def test_what_is_taken_off_may_be_printed_with_its_sign(checks: str) -> None:
    assert verdicts(BANK.format(checks, "8,094.15"))["held"] == 1
    told = wrong(BANK.format(checks, "8,049.15")).message
    assert told == (
        "Ending book balance for $ is printed as 8,049.15, but the opening balance and the movements come to 8,094.15."
    )


def test_what_is_not_said_to_be_taken_off_leaves_nothing() -> None:
    text = BANK.replace("Statement balance", "Boats").replace("Less 3 outstanding checks", "Sails")
    assert verdicts(text.replace("Ending book balance", "Oars").format("-318.45", "8,049.15"))["broken"] == 0


def test_ninths_of_a_tax_are_no_days_of_balances() -> None:
    rows = "".join(
        f"Band {band} ({ninths}/9)\t{round(11153 * ninths / 9) / 100:.2f}\n"
        for band, ninths in zip("ABCDEFG", (6, 7, 8, 9, 11, 13, 15), strict=True)
    )
    assert not [r for r in judged(f"Council tax\t£\n{rows}") if r.kind == "roll-forward"]
