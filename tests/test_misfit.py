"""Cells that are nearly figures, beside cells that are printed so on purpose."""

from __future__ import annotations

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

RULES = [r for r in load_rules() if r.id == "RC418"]


def found(
    cell: str, head: str = "£", fellows: tuple[str, ...] = ("1,310.00", "512.50", "88.10", "640.25")
) -> list[str]:
    rows = "".join(f"| {name} | {text} |\n" for name, text in zip("ABCDEF", (cell, *fellows), strict=False))
    text = f"| Firm | {head} |\n|---|---|\n{rows}"
    report = audit_document(extract_bytes(text.encode(), "paper.md", "text"), RULES)
    return [finding.message.partition(" are: ")[2] or finding.message for finding in report.findings]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("2.240.00", "it has two points; it should be 2,240.00."),
        ("(512.50", "a bracket is missing; it should be (512.50)."),
        ("512.50)", "a bracket is missing; it should be (512.50)."),
        ("--95.00", "a sign is printed twice; it should be -95.00."),
        ("£ £95.00", "a sign is printed twice; it should be £95.00."),
        ("9S.00", "a letter stands for a digit; it should be 95.00."),
        ("1;310.00", "; stands for a comma; it should be 1,310.00."),
        ("$95.00", "its column is in £; it should be 95.00."),
        ("612.50%", "no other figure of its column is a percentage; it should be 612.50."),
        ("1,310.00,", "it ends in a separator; it should be 1,310.00."),
    ],
)
def test_a_cell_that_is_nearly_a_figure_is_told(cell: str, message: str) -> None:
    assert found(cell) == [message]


@pytest.mark.parametrize(
    "cell",
    ["2,240.00", "(512.50)", "-95.00", "n/a", "12/04/2024", "see note 3", "95.00*", "512.50 (2)", "12-14", "B12"],
)
def test_cells_that_are_meant_so_are_left_alone(cell: str) -> None:
    assert found(cell) == []
    assert found("2.240.00") != []


def test_other_columns_have_other_ways() -> None:
    assert found("3.2.1", "Clause", ("3.2.2", "3.2.3", "3.2.4")) == []
    assert found("12:30", "Time", ("13:30", "14:30", "15:30")) == []
