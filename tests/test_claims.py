"""Sentences -> claims and their judgement: what is read, what is left alone, and that no text can stall it."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Claim
from reportcheck.read import read
from reportcheck.rulepack import load_rules

RULES = tuple(rule for rule in load_rules() if "RC120" <= rule.id <= "RC159")


def claims(text: str, kind: str) -> list[Claim]:
    paper = read(extract_bytes(text.encode(), "page.txt", "text"))
    return [claim for claim in paper.claims if claim.kind == kind]


def roles(claim: Claim) -> dict[str, str]:
    return {role: f.text.strip("()") for role, f in zip(claim.roles, claim.figures, strict=True)}


def messages(text: str) -> list[str]:
    report = audit_document(extract_bytes(text.encode(), "page.txt", "text"), RULES)
    return [finding.relation.message for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "percent", "part", "base"),
    [
        ("The target was met for 38% (31 of 82) of them.", "38%", "31", "82"),
        ("In all 31 of the 82 children (38%) waited.", "38%", "31", "82"),
        ("That is 27 out of 372, or 7%.", "7%", "27", "372"),
        ("We recorded 429 (33%) of 1,301 detentions.", "33%", "429", "1,301"),
        ("We agreed to 25% of the grant of £8.4m = £2.1m.", "25%", "£2.1m", "£8.4m"),
        ("In all £85.3m out of £209.6m (40.7%) of growth was demand.", "40.7%", "£85.3m", "£209.6m"),
    ],
)
def test_fractions(text: str, percent: str, part: str, base: str) -> None:
    (told,) = (claim.reckoning for claim in claims(text, "reckoned") if claim.reckoning and claim.reckoning.sure > 2)
    assert told.stated.figure.text.strip("()") == percent
    assert [term.figure.text.strip("()") for term in told.inputs] == [part, base]


@pytest.mark.parametrize(
    ("text", "way", "expected"),
    [
        ("The wait decreased by 114 days from 540 to 426.", "down", {"by": "114", "from": "540", "to": "426"}),
        ("We had 249 requests, a rise from 238 in 2023/24.", "up", {"to": "249", "from": "238"}),
        ("In all 22 left us, 6 more than the previous year, 16.", "up", {"to": "22", "by": "6", "from": "16"}),
        ("Use of the beds fell slightly from 78% on 30/6/24 to 66%.", "down", {"from": "78%", "to": "66%"}),
        ("Cases rose to 44% compared to 34% in 2023/24.", "up", {"to": "44%", "from": "34%"}),
        ("A deficit of £23.9m in 2025-26 reducing to £8.3m in 2026-27.", "down", {"from": "£23.9m", "to": "£8.3m"}),
        ("Vacancies were down to 6.4% from a high of 18% in 2011.", "down", {"to": "6.4%", "from": "18%"}),
        ("The growth rate of earnings fell from 4.6% to 4.0%.", "down", {"from": "4.6%", "to": "4.0%"}),
        ("Costs rose from £121.9m (4.5% of the budget) to £127.5m.", "up", {"from": "£121.9m", "to": "£127.5m"}),
        ("Income increased to £277.4m (£256.9m in 2023/24).", "up", {"to": "£277.4m", "from": "£256.9m"}),
    ],
)
def test_changes(text: str, way: str, expected: dict[str, str]) -> None:
    (claim,) = claims(text, "change")
    assert roles(claim) == expected
    assert claim.words[0] == way


@pytest.mark.parametrize(
    "text",
    [
        "Attendance was 74% in 2024 and 26% declared it in 2023.",
        "The vote went from 5-4 to 8-1 as four members swung back.",
        "Returns were £6.9m (3.85%) and £2.4m (1.36%) on holdings of £174.6m.",
        "The fund of £19.2m includes £6.0m of loans made (£2.8m received).",
        "Up to 90% of the 40 ratepayers pay less than €20,000 a year.",
        "Prices rose by 3% and allowances by 6.3% from 2023/2024 levels.",
        "Membership stood at 13,907 with 20 more than in 2016.",
        "Two carers of a household of three support up to 3 children for 12 months.",
        "Total spending of £5m was offset by £3m and £4m from other funds.",
        "The position moved from -£3m to -£5m, so the deficit rose from -£3m to -£5m.",
        "The net position fell from -£3m to -£5m over the year.",
        "Sickness fell to 5.2% compared with 4.8% nationally, and turnover was 12%, above the regional average of 10%.",
        "Costs fell from £6 to £5 million, and completion from two weeks to 10 days.",
        "Turnout was 34.2%, down from 36.0% in 2021 and up from 31.5% in 2017.",
        "There are 12 members: eight Labour, three Conservative and one Green.",
        "Of the 82 children, 31 (38%) waited; 20 (65%) of those were boys.",
        "A person of two or more of the following groups: North, South, East and West.",
        "Growth of 2.9%, and average rates of between 1.5% and 2%, were the norm.",
        "We had 1,240 contacts, up 12% on last year, of which 310 (25%) became referrals.",
        "The number of carers fell by 22 and rose by 20, from 193 to 191.",
        "Of the 40% of tenants who replied, 73% agreed and the remaining 27% did not. 61% women and 58% men voted.",
        "One in three (34%) of the 120 agreed. Just under half (49.6%) came, more than half (50.4%) did not.",
        "Adults has an overspend of £2.3m. Elsewhere the underspend has grown.",
        "The 14 authorities (Northtown, Easton, Weston, Southam) joined.",
        "Our four goals are described below. There are 12 components, which are divided as:\n\n- A: one\n- B: two\n",
        "We work with four partners, including:\n\n- the police\n- the health board\n",
        "1.2 Reserves are held for three years as follows:\n\n- general\n- earmarked\n",
    ],
)
def test_what_is_right_or_unsure_is_left_alone(text: str) -> None:
    assert messages(text) == []


def test_two_sizes_in_one_paragraph() -> None:
    text = "Letters fell by 10% over the year from 500 to 450. Loans of books increased by {}, from 400 to 436."
    assert messages(text.format("9%")) == []
    assert messages(text.format("12%")) == ["“increased by 12%” does not fit 400 to 436, which is an increase of 9%."]


def test_a_size_told_in_the_next_sentence() -> None:
    text = "Loans show a modest rise from 985,590 in 2011 to 1,063,996 in 2017. That is {} per cent rise."
    assert messages(text.format("an eight")) == []
    assert messages(text.format("an eighteen")) == [
        "“rise of eighteen per cent” does not fit 985,590 to 1,063,996, which is an increase of eight per cent."
    ]


def test_basis_points_are_hundredths_of_a_point() -> None:
    assert messages("The rate fell from 5.00% to 4.50%, a cut of 50 basis points.") == []
    assert messages("The rate fell from 5.00% to 4.50%, a cut of 75 basis points.") == [
        "“cut of 75 basis points” does not fit 5.00% to 4.50%, which is a decrease of 0.50 percentage points."
    ]


def test_brackets_hold_the_parts_of_what_stands_before_them() -> None:
    text = "Reserves are £391m (£37m general, £271m earmarked and £{}m other)."
    assert messages(text.format(83)) == []
    assert messages(text.format(38)) == ["The sentence says £391m, but £37m + £271m + £38m is £346m."]
    # Without "and" the brackets need not hold all.
    assert messages("Reserves are £391m (£37m general, £271m earmarked).") == []


def test_what_brackets_tell_of_a_part_is_no_part_beside_it() -> None:
    text = "The {} saw 410 visitors, of which {} for beginners ({}) and {} for families ({})."
    assert messages(text.format("25 sessions", 15, 230, 10, 180)) == []
    assert messages(text.format("year", 230, "15 groups", 190, "10 groups")) == [
        "The sentence says 410, but 230 + 190 is 420."
    ]


def test_some_of_those_are_no_further_part() -> None:
    assert messages("Six homes were seen: five were good, one of them in all, and one was poor.") == []
    assert messages("Six homes were seen: five were good, two in all, and one was poor.") == [
        "The sentence says six, but five + two + one is eight."
    ]


def test_percentages_that_make_a_whole_are_verified_by_each_other() -> None:
    text = b"There are 606 boys (65.5%) and 319 girls (34.5%) in the schools.\n"
    report = audit_document(extract_bytes(text, "page.txt", "text"), RULES)
    assert [(rule.id, told.message) for rule, told in report.held if rule.id == "RC120"] == [
        ("RC120", "65.5% is right: 606 beside 34.5% for 319 = 65.5%."),
    ]


def test_an_amount_a_year_is_no_change_of_a_bill() -> None:
    text = "An increase of £2,174 or 13%. This would increase the bill from £41.75 to £47.07, an increase of £5.32."
    assert messages(text) == []


def test_a_rounded_percentage_is_an_interval() -> None:
    assert messages("In all 85.4% (41 of 48) came. Almost 70% (41 of 60) stayed, over 60% (41 of 66) went home.") == []


def test_almost_is_not_more() -> None:
    assert messages("Almost 60% (41 of 66) went home.") == ["41 of 66 is printed as 60%, but it is 62%."]


def test_a_sentence_cut_up_by_a_small_table() -> None:
    lines = "We saw hardly any change in numbers,|Year|2022-23|Concerns|544|342|a 46% decrease in|Praise|965|933"
    text = "\n\n".join([*lines.split("|"), "concerns and few complaints."])
    assert messages(text) == ["“decrease of 46%” does not fit 544 to 342, which is a decrease of 37%."]


def test_a_list_that_goes_on_after_a_page_foot_is_whole() -> None:
    text = "We have four aims:\n\n- One thing\n- Two things\n\n19\n\n# Annual report\n\n- Three things\n- Four things\n"
    assert messages(text) == []


def test_a_claim_knows_where_its_figures_stand() -> None:
    report = audit_document(
        extract_bytes(b"First line.\n\nThe rate was 27 out of 372, or 5%.\n", "page.txt", "text"), RULES
    )
    (finding,) = report.findings
    assert (finding.location.line, finding.location.start) == (3, 31)
    assert finding.relation.suggestion is not None
    assert finding.relation.suggestion.text == "7%"
    assert [e.figure.text for e in finding.relation.evidence if e.suspect] == ["5%"]
    assert finding.relation.quote == "The rate was 27 out of 372, or 5%."


@pytest.mark.parametrize(
    "text",
    [
        "1 of 2 (" * 4000,
        "rose from 1 to " * 3000,
        "increase " * 8000 + "from 3 to 4",
        "5% " * 9000,
        "£5m (5%) " * 3000,
        "of 5 " * 8000,
        "one two three four " * 3000 + ":",
        "(" * 30000 + "5% of 4",
        "the underspend has " * 5000 + "5",
        "- item 5\n" * 4000,
        "nearly half " * 5000 + "(45%)",
        "12 areas and " * 4000 + ":\n\n- a\n- b\n",
        "breaks off here 5 and\n\n" * 4000,
    ],
)
def test_no_text_can_stall_it(text: str) -> None:
    paper = read(extract_bytes(text.encode(), "page.txt", "text"))
    assert len(paper.claims) < 10_000


def test_a_sum_is_shown_with_the_decimals_of_its_parts() -> None:
    """ "$932.99", as a calculator has it, beside a total in whole dollars; and a comma where the total needs none."""
    assert messages(
        "In all $935 was paid: $210 for chairs, $652.80 for tables, $44.20 for cups and $25.99 for tea."
    ) == ["The sentence says $935, but $210 + $652.80 + $44.20 + $25.99 is $932.99."]
    assert messages("The total of £990m is made up of £400.3m and £641.2m.") == [
        "The sentence says £990m, but £400.3m + £641.2m is £1,041.5m."
    ]
    assert (
        messages("In all $933 was paid: $210 for chairs, $652.80 for tables, $44.20 for cups and $25.99 for tea.") == []
    )
