"""What must agree by the words of accounts: two sides of a balance, one year and the next, parts set under a row."""

from __future__ import annotations

import pytest
from judging import judged, verdicts

from reportcheck.model import Relation


def broken(text: str) -> list[Relation]:
    return [r for r in judged(text) if r.verdict == "broken"]


SHEET = """\
Balance sheet	2024 £	2023 £
Tangible assets	18,204	20,115
Debtors	1,360	905
Cash at bank	31,417	27,642
Creditors due within one year	(2,981)	(3,160)
Net assets	48,000	45,502
Restricted funds	11,250	9,870
Unrestricted funds	36,750	35,632
Total funds	48,000	45,502
"""


def test_net_assets_and_funds_agree() -> None:
    assert verdicts(SHEET)["broken"] == 0
    swapped = SHEET.replace("Total funds	48,000	45,502", "Total funds	48,000	45,052")
    (wrong,) = broken(swapped)
    assert wrong.suggestion is not None
    assert wrong.suggestion.text == "45,502"


def test_two_sides_that_differ_by_no_slip_are_told_without_a_suggestion() -> None:
    """The funds are made of one part alone, and what they are is not what the assets are."""
    text = SHEET.replace("Restricted funds	11,250	9,870\nUnrestricted funds	36,750	35,632\n", "")
    (wrong,) = broken(text.replace("Total funds	48,000	45,502", "Total funds	48,000	41,937"))
    assert wrong.message == (
        "Total funds for 2023 £ is printed as 41,937, but Net assets, which must be the same, is 45,502."
    )
    assert wrong.suggestion is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Total assets", "Total liabilities and net assets"),
        ("TOTAL ASSETS", "TOTAL LIABILITIES & FUND BALANCE"),
        ("Total assets", "Total equity and liabilities"),
        ("Total assets employed", "Total taxpayers' equity"),
        ("Net balances at 31 March 2024", "Closing balance per cash book at 31 March 2024"),
    ],
)
def test_sides_by_their_names(one: str, two: str) -> None:
    text = f"Fund	2024	2023\nFirst	4,103	3,918\n{one}	61,204	58,377\n"
    text += f"Last	3,011	2,764\n{two}	61,204	58,377\n"
    assert broken(text) == []
    assert len(broken(text.replace(f"{two}	61,204", f"{two}	61,240"))) == 1


@pytest.mark.parametrize("two", ["Total funds available", "Total funds raised", "Total reserves used"])
def test_other_totals_are_no_other_side(two: str) -> None:
    text = "Fund	2024	2023\nFirst	4,103	3,918\nNet assets	61,204	58,377\n"
    text += f"Last	3,011	2,764\n{two}	61,240	58,377\n"
    assert broken(text) == []


YEARS = """\
Fund	Total 2024 £	Total 2023 £
Income	9,406	8,871
Expenditure	(7,113)	(8,020)
Net movement in funds	2,293	851
Total funds brought forward	24,377	23,526
Total funds carried forward	26,670	24,377
"""


def test_a_year_opens_as_the_one_before_closed() -> None:
    """The movement stands before the balance that is brought forward, as charities print it."""
    assert broken(YEARS) == []
    later = YEARS.replace("24,377	23,526", "24,737	23,526").replace("26,670", "27,030")
    (wrong,) = broken(later)
    assert "24,737" in wrong.message
    assert broken(later.replace("2023 £", "2023 £ restated")) == []


PARENTS = """\
Heading	£
Employees	64,317
- Salaries	52,460
- Pensions	11,857
Premises	21,745
- Rent	17,300
- Energy	4,445
Total	86,062
"""


def test_rows_under_a_dash_are_the_parts_of_the_row_over_them() -> None:
    assert broken(PARENTS) == []
    for old, new in (("64,317", "63,417"), ("11,857", "18,157"), ("86,062", "86,602")):
        (wrong,) = broken(PARENTS.replace(old, new))
        assert wrong.suggestion is not None
        assert wrong.suggestion.text == old


def test_rows_under_a_dash_that_are_but_some_of_the_parts_prove_nothing() -> None:
    text = PARENTS.replace("- Salaries	52,460", "- Salaries	40,000").replace(
        "- Rent	17,300", "- Rent	9,000"
    )
    assert broken(text) == []


TREE = """\
                       £
Spending          71,904
  Grounds         12,860
  Staff           52,317
    Wages         40,206
    Pensions       8,114
    Training       3,997
  Insurance        6,727
Income            80,450
  Precept         74,200
  Lettings         6,250
"""


def test_rows_set_in_are_the_parts_of_the_nearest_row_that_is_set_in_less() -> None:
    assert broken(TREE) == []
    for old, new in (("71,904", "79,104"), ("52,317", "53,217"), ("8,114", "8,411"), ("6,250", "6,520")):
        (wrong,) = broken(TREE.replace(old, new))
        assert new in {each.figure.text for each in wrong.evidence}


def test_what_is_outstanding_on_average_is_no_balance() -> None:
    text = (
        "Shares	Year 2024	Year 2023\nAverage shares outstanding, basic	44.8	45.1\nEffect of options	1.9	1.7\n"
        "Average shares outstanding, diluted	46.7	46.8\n"
    )
    assert broken(text) == []


@pytest.mark.parametrize("heads", ["2024 £	2023 £", "£ 2024	£ 2023", "2024 £000	2023 £000"])
def test_years_with_their_money_are_headings(heads: str) -> None:
    text = f"Fund	{heads}\nHall	18,204	20,115\nField	1,360	905\nTotal	19,564	21,020\n"
    (total,) = {r.evidence[0].figure.period for r in judged(text) if r.evidence[0].figure.text == "19,564"}
    assert total == heads.partition("	")[0]


ARREARS = """\
Body	Arrears at 1 July 2023	Settled in the year	Incurred in the year	Outstanding arrears at 30 June 2024
Offices	912,347,118	445,176,208	214,508,331	681,679,241
Roads	504,118,233	239,224,871	59,976,289	324,869,651
Halls	4,204,711	3,614,108	5,247,902	5,838,505
Parks	5,118,204	5,010,117	88,004	196,091
"""


def test_columns_from_one_days_balance_to_anothers() -> None:
    """What was settled is taken off, and what was incurred is added, though no sign says so."""
    assert broken(ARREARS) == []
    (wrong,) = broken(ARREARS.replace("681,679,241", "681,769,241"))
    assert wrong.kind == "roll-forward"
    assert wrong.suggestion is not None
    assert wrong.suggestion.text == "681,679,241"


def test_such_an_account_may_fail_in_one_row_more_than_it_holds_in() -> None:
    text = ARREARS.replace("681,679,241", "677,381,379").replace("324,869,651", "312,450,137")
    three = text.replace("5,838,505", "5,114,286")
    assert [len(broken(each)) for each in (text, three)] == [2, 0]


def test_the_numbers_of_the_rows_of_a_form_are_no_amounts() -> None:
    rows = [("Tangible assets", "802", "18,204"), ("Debtors", "807", "1,360"), ("Cash at bank", "809", "31,417")]
    rows += [("Total net assets", "816", "50,981"), ("Unrestricted", "819", "50,981"), ("Total funds", "821", "50,981")]
    text = "Balance sheet	Box	2024 £\n" + "".join("	".join(row) + "\n" for row in rows)
    assert broken(text) == []


OWED = """\
Owed to us by	Short £000	Owing £000
Balances with local authorities	5	37
Balances with hospitals	5,562	5,192
Within government	5,567	5,229
Balances with others	6,999	36,131
"""


def test_balances_with_somebody_are_no_balances_of_an_account() -> None:
    assert broken(OWED) == []


PROGRAMME = """\
Row	Scheme	Total cost	Before	2025-26	2026-27	2027-28	2028-29
1	Rolling repairs	2,500		250	250	250	250
2	Total rolling schemes	2,500		250	250	250	250
3	Day centre	4,415	3,903	273	239	0	0
4	Software	88	36	26	26	0	0
5	Total single schemes	4,503	3,939	299	265	0	0
6	Total	7,003	3,939	549	515	250	250
"""


def test_a_total_cost_whose_later_years_stand_elsewhere_accuses_no_row() -> None:
    assert broken(PROGRAMME) == []
