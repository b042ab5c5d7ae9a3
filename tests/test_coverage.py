"""Coverage: what holds is verified, what a finding suspects is challenged, the rest is untested; table by table too."""

from __future__ import annotations

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

PAPER = """\
Homes for children

Service\t2021/22\t2022/23\t2023/24\t2024/25
Fostering\t108\t113\t120\t131
Adoption\t39\t47\t42\t29
Residential\t31\t36\t35\t61
Total\t178\t196\t197\t211

We spoke to 17 families.
"""


def test_each_table_and_the_paper() -> None:
    report = audit_document(extract_bytes(PAPER.encode(), "paper.txt", "text"), load_rules())
    (table,) = report.table_coverage
    assert table.page == 1
    (finding,) = report.findings
    accused = [e for e in finding.relation.evidence if e.suspect] or finding.relation.evidence
    assert (table.coverage.figures, table.coverage.verified, table.coverage.challenged) == (16, 12, len(accused))
    assert (report.coverage.figures, report.coverage.verified) == (17, 12)
    assert "211" in [e.figure.text for e in finding.relation.evidence]
