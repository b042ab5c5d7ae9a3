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


ACCOUNT = (
    "Bills\tOutstanding at 1 April 2023\tPaid in 2023/24\tIncurred in 2023/24\tOutstanding at 31 March 2024",
    "Roads\t52,819\t15,576\t4,660\t{}",
    "Schools\t17,211\t4,946\t1,289\t{}",
    "Parks\t12,104\t9,714\t15,662\t{}",
    "Waste\t88,340\t61,225\t7,918\t{}",
)


def accounts(*left: str) -> list[str]:
    rows = [row.format(each) for row, each in zip(ACCOUNT[1:], left, strict=True)]
    return [f.message for f in audited(ACCOUNT[0], *rows).findings]


def test_an_account_that_comes_out_in_one_row_is_held_against_rows_that_miss_it_by_little() -> None:
    assert accounts("41,903", "13,554", "18,052", "35,033") == []
    start = "Outstanding at 31 March 2024 for {} is printed as {}, but the opening balance and the movements come to {}"
    assert [message.partition(":")[0].rstrip(".") for message in accounts("41,093", "13,745", "18,052", "35,330")] == [
        start.format("Roads", "41,093", "41,903"),
        start.format("Schools", "13,745", "13,554"),
        start.format("Waste", "35,330", "35,033"),
    ]


def test_rows_that_miss_it_by_much_have_other_movements() -> None:
    assert accounts("61,093", "13,745", "18,052", "55,330") == []


def listed(total: str) -> list[str]:
    rows = ("Roads\t4,312.55", "Parks\t2,870.40", "Schools\t9,164.15", "Halls\t1,208.90")
    return [f.message for f in audited("Service\t£", *rows, f"Total\t{total}").findings if f.severity != "note"]


def test_a_total_that_misses_all_rows_over_it_by_a_fiftieth_is_told_though_no_slip_explains_it() -> None:
    assert listed("17,556.00") == []
    assert listed("17,631.87") == [
        "Total for £ is printed as 17,631.87, but its 4 parts add up to 17,556.00: either it is wrong or one of its "
        "parts is."
    ]


def test_one_that_misses_them_by_more_may_have_left_out_rows() -> None:
    assert listed("19,231.87") == []
