"""Coverage: what holds is verified, what a finding suspects is challenged, the rest is untested; table by table too."""

from __future__ import annotations

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

PAPER = """\
Homes for children

Service\t2023/24\t2024/25
Fostering\t120\t131
Adoption\t42\t29
Residential\t35\t61
Total\t197\t211

We spoke to 17 families.
"""


def test_each_table_and_the_paper() -> None:
    report = audit_document(extract_bytes(PAPER.encode(), "paper.txt", "text"), load_rules())
    (table,) = report.table_coverage
    assert table.page == 1
    assert (table.coverage.figures, table.coverage.verified, table.coverage.challenged) == (8, 4, 1)
    assert report.coverage.figures == 9
    assert report.coverage.untested == 4
    (finding,) = report.findings
    assert [e.figure.text for e in finding.relation.evidence if e.suspect] == ["211"]
