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


USD = """\
# Report

<pre>
       debit        credit         total
----------------------------------------
 650.00 USD    40.25 USD    609.75 USD  Income
 250.00 USD            0    250.00 USD    Gifts
 400.00 USD    40.25 USD    359.75 USD    Sales
</pre>

Grants of 1,250.00 EUR and 310 EUR were paid.
"""


def test_figures_are_those_that_a_person_would_count() -> None:
    """With their currency behind, in preformatted lines, and in sentences."""
    report = audit_document(extract_bytes(USD.encode(), "paper.md", "text"), load_rules())
    (table,) = report.table_coverage
    assert (table.coverage.figures, table.coverage.verified) == (9, 9)
    assert (report.coverage.figures, report.coverage.verified, report.coverage.challenged) == (11, 9, 0)
