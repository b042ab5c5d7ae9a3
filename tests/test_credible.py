"""A law that the rest of the table does not bear out accuses no figure."""

from __future__ import annotations

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Report
from reportcheck.rulepack import load_rules

ROWS = ("Buses\t512\t130\t382", "Roads\t845\t210\t635", "Parks\t377\t95\t282", "Waste\t918\t402\t516")


def audited(*lines: str) -> Report:
    text = "\n".join(("Savings in £000", "", *lines)) + "\n"
    return audit_document(extract_bytes(text.encode(), "savings.txt", "text"), load_rules())


def test_columns_that_happen_to_differ_by_a_third_are_not_held_to_it() -> None:
    head = "Service\tTarget\tUndeliverable\tFuture years"
    report = audited(head, *ROWS, "Culture\t300\t110\t54", "Sport\t264\t90\t20")
    assert [f.severity for f in report.findings if f.severity != "note"] == []


def test_a_column_called_a_variance_is() -> None:
    report = audited("Service\tBudget\tActual\tVariance", *ROWS, "Culture\t300\t110\t198")
    (finding,) = [f for f in report.findings if f.severity != "note"]
    assert [e.figure.text for e in finding.relation.evidence] == ["198", "300", "110"]
