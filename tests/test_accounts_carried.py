"""Funds one under another: what each opens with in one column is what it closed with in another."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = [rule for rule in load_rules() if rule.kind == "carried"]
HEADS = ["", "Actual 2022", "Actual 2023", "Budget 2024"]
ROADS = [
    ["Road fund beginning balance", "14,210", "15,890", "16,405"],
    ["Levy", "9,300", "9,450", "9,700"],
    ["Repairs", "7,620", "8,935", "9,100"],
    ["Road fund ending balance", "15,890", "16,405", "17,005"],
]
PARKS = [
    ["Park fund beginning balance", "2,118", "2,034", "1,977"],
    ["Hire", "410", "395", "400"],
    ["Planting", "494", "452", "470"],
    ["Park fund ending balance", "2,034", "1,977", "1,907"],
]
WATER = [
    ["Water fund beginning balance", "30,040", "{}", "33,312"],
    ["Charges", "21,500", "22,080", "22,500"],
    ["Pumps", "19,804", "20,504", "21,000"],
    ["Water fund ending balance", "31,736", "33,312", "34,812"],
]


def paper(rows: list[list[str]], kind: str) -> tuple[bytes, str, str]:
    if kind == "html":
        body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        return f"<html><body><table>{body}</table></body></html>".encode(), "a.html", "html"
    if kind == "md":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]).encode(), "a.md", "text"
    return "\n".join("\t".join(row) for row in rows).encode(), "a.txt", "text"


def told(rows: list[list[str]], kind: str = "txt") -> list[str]:
    report = audit_document(extract_bytes(*paper(rows, kind)), RULES)
    return [finding.message for finding in report.findings]


def funds(opening: str) -> list[list[str]]:
    return [HEADS, *ROADS, *PARKS, *([cell.format(opening) for cell in row] for row in WATER)]


@pytest.mark.parametrize("kind", ["txt", "md", "html"])
def test_one_fund_that_does_not_go_on_is_told(kind: str) -> None:
    assert told(funds("31,736"), kind) == []
    assert told(funds("31,376"), kind) == [
        "“Water fund beginning balance” for Actual 2023 is 31,376, but “Water fund ending balance” for Actual 2022 is "
        "31,736: what is brought forward is what was carried forward."
    ]


def test_the_latest_year_may_stand_first() -> None:
    rows = [[row[0], *row[:0:-1]] for row in funds("31,376")]
    (message,) = told(rows)
    assert message.startswith("“Water fund beginning balance” for Actual 2023 is 31,376, but")


def test_a_budget_may_go_on_from_the_year_before_last() -> None:
    names = ["", "Actual", "Budget", "Proposed"]
    rows = [names]
    for fund, opening, closing in (("Road", "4,120", "4,377"), ("Park", "812", "901"), ("Hall", "2,650", "2,431")):
        rows += [[f"{fund}: opening balance", opening, opening, closing], [f"{fund} receipts", "300", "310", "320"]]
        rows += [[f"{fund}: closing balance", closing, "3,000", "3,100"]]
    assert told(rows) == []
    rows[-3][3] = "2,341"
    assert told(rows) == [
        "“Hall: opening balance” for Proposed is 2,341, but “Hall: closing balance” for Actual is 2,431: what is "
        "brought forward is what was carried forward."
    ]


def test_a_fund_that_goes_on_over_two_tables_is_one() -> None:
    rows = [[cell.format("31,376") for cell in row] for row in WATER]
    text = "\n".join("\t".join(row) for row in [HEADS, *ROADS, *PARKS, *rows[:2]])
    text += "\f" + "\n".join("\t".join(row) for row in [HEADS, *rows[2:]]) + "\n"
    report = audit_document(extract_bytes(text.encode(), "a.txt", "text"), RULES)
    (finding,) = report.findings
    assert finding.message.startswith("“Water fund beginning balance” for Actual 2023 is 31,376, but")


def test_two_funds_alone_tell_nothing() -> None:
    assert told([row for row in funds("31,376") if "Park" not in row[0] and row[0] not in ("Hire", "Planting")]) == []


def test_a_restated_balance_may_be_another() -> None:
    rows = funds("31,376")
    rows[-4][0] += ", as restated"
    assert told(rows) == []


def test_budgets_that_were_set_before_the_year_closed_are_left_alone() -> None:
    rows = funds("31,376")
    rows[1][2], rows[5][2] = "15,500", "2,100"
    assert told(rows) == []
