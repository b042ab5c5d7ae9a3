"""Tables of very many cells: their sums are put to the test, and it is told that nothing else is."""

from __future__ import annotations

import pytest

from reportcheck import audit
from reportcheck.read import massive

ROWS = [f"Line {n},{n * n * 37 % 900 + 10},{n * n * 53 % 800 + 20},{n * n * 71 % 700 + 30}" for n in range(12)]
SUMS = [sum(int(row.split(",")[c]) for row in ROWS) for c in (1, 2, 3)]
GOOD = "\n".join(["Service,North,South,East", *ROWS, f"Total,{SUMS[0]},{SUMS[1]},{SUMS[2]}"])
BAD = GOOD.replace(f"Total,{SUMS[0]},", f"Total,{SUMS[0] + 90},")
TOLD = (
    "the table at line 1 has 56 cells: its arithmetic and its formulas are put to the test, "
    "and not what is said of it elsewhere"
)


def test_the_sums_of_a_massive_table_are_put_to_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [finding.message for finding in audit(BAD.encode(), name="a.csv").findings]
    assert [message for message in before if message.startswith("Total for North is printed as")]
    monkeypatch.setattr(massive, "MASSIVE", 50)
    report = audit(BAD.encode(), name="a.csv")
    assert [finding.message for finding in report.findings] == before
    assert report.notices == (TOLD,)
    assert audit(GOOD.encode(), name="a.csv").findings == ()


def test_what_is_said_of_it_elsewhere_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    said = f"The total for North was {SUMS[0] + 1_000}.\n\n| Service | North | South |\n|---|---|---|\n"
    table = "".join(f"| {row.rsplit(',', 1)[0].replace(',', ' | ')} |\n" for row in GOOD.splitlines()[1:])
    paper = said + table
    small = audit(paper.encode(), name="a.md")
    assert small.coverage.figures == 27
    monkeypatch.setattr(massive, "MASSIVE", 20)
    large = audit(paper.encode(), name="a.md")
    assert large.coverage.figures == 27
    assert large.findings == ()
