"""Totals that have the name of another group, and names that come again with their groups."""

from __future__ import annotations

from reportcheck import audit
from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = [r for r in load_rules() if r.id == "RC419"]


def found(*rows: tuple[str, str]) -> list[str]:
    table = "| Account | £ |\n|---|---|\n" + "".join(f"| {label} | {figure} |\n" for label, figure in rows)
    report = audit_document(extract_bytes(table.encode(), "paper.md", "text"), RULES)
    return [finding.message for finding in report.findings]


BOATS = (("Boats", ""), ("Paint", "40"), ("Oars", "60"), ("Total Boats", "100"))


def test_a_total_with_the_name_of_the_group_before_is_told() -> None:
    sheds = (("Sheds", ""), ("Slates", "20"), ("Nails", "5"))
    assert found(*BOATS, *sheds, ("Total Sheds", "25")) == []
    assert found(*BOATS, *sheds, ("Total for boats", "25")) == [
        "“Total for boats” stands twice, and the second closes the group “Sheds”, which has no total."
    ]


def test_groups_that_come_again_are_left_alone() -> None:
    assert found(*BOATS, ("River club", ""), *BOATS) == []


def test_a_total_said_again_at_the_end_is_left_alone() -> None:
    assert found(*BOATS, ("Total Boats", "100")) == []


def test_the_head_of_a_group_may_say_its_sign() -> None:
    """Its total does not repeat "Less", also where another table of the paper has the same group."""
    table = "| Account | 2023 |\n|---|---|\n| Ferry | |\n| Diesel | 410 |\n| Ropes | 90 |\n| Total Ferry | 500 |\n"
    again = table.replace("| Ferry |", "| {} |")
    for head, found in (("Less Ferry:", []), ("Jetty", ["RC419"])):
        report = audit((table + "\n\n" + again.format(head)).encode(), name="a.md", select=["RC419"])
        assert [f.rule.id for f in report.findings] == found
