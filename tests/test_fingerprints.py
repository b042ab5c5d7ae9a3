"""What a finding is known by outlives moved pages, paragraphs in front of it and edits elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from test_word import p
from test_word_comments import BODY, ROWS, draft, tbl

from reportcheck import Report, audit

KENT = Path(__file__).resolve().parents[2] / "shared/corpus/papers/kent"
TOTAL = tbl(*ROWS, ("Total", "4,400", "4,340"))


def prints(report: Report) -> dict[str, str]:
    return {finding.message: finding.fingerprint for finding in report.findings}


def word(body: str) -> Report:
    return audit(draft(body), name="draft.docx")


def test_paragraphs_in_front_of_a_word_draft_change_nothing() -> None:
    before = prints(word(BODY))
    assert len(before) == 3
    front = p("Larkfield Council") + p("For the meeting of the council, with the leave of the Chair.") * 40
    assert prints(word(front + BODY)) == before
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    assert prints(word(front + page + BODY)) == before
    table = tbl(("Member", "Ward"), ("A Clerk", "North"), ("B Chair", "South"))
    assert prints(word(p("Table 7: Members") + table + BODY + p("Noted."))) == before


def test_what_changes_in_a_finding_is_another_finding() -> None:
    before = prints(word(BODY))
    after = prints(word(BODY.replace("48%", "49%")))
    assert len(set(before.values()) & set(after.values())) == 2


def test_equal_findings_in_two_tables_of_a_draft_are_two() -> None:
    twice = p("Table 1: Spending") + TOTAL + p("Table 2: Spending last year") + TOTAL
    found = [f.fingerprint for f in word(twice).findings if f.rule.id == "RC101"]
    assert len(set(found)) == 2
    second = word(p("Table 2: Spending last year") + TOTAL)
    assert [f.fingerprint for f in second.findings if f.rule.id == "RC101"] == found[1:]


def test_a_baseline_of_a_draft_holds_when_it_grows(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(draft(BODY))
    assert run("baseline", "draft.docx", "--output", "old.json").returncode == 0
    path.write_bytes(draft(p("A summary in front.") + BODY + p("The next is on Friday, 3 July 2025.")))
    done = run("audit", "draft.docx", "--baseline", "old.json", "--format", "json")
    found = json.loads(done.stdout)["documents"][0]["findings"]
    assert [finding["message"] for finding in found] == ["3 July 2025 is a Thursday, not a Friday."]


@pytest.mark.skipif(not KENT.is_dir(), reason="../shared is not here")
def test_the_january_draft_of_an_appendix_and_the_february_one_have_a_finding_in_common(
    run: Run, tmp_path: Path
) -> None:
    """Rows came and went between the two; the total that is wrong in both is one finding, and old in February."""
    january = KENT / "2025-01-30-draft-budget-appendix-b.pdf"
    february = KENT / "2025-02-13-final-budget-appendix-b.pdf"
    old = {f.fingerprint: f.rule.id for f in audit(january).findings}
    new = {f.fingerprint: f.rule.id for f in audit(february).findings}
    assert "RC101" in {rule for mark, rule in new.items() if mark in old}
    for path in (january, february):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    run("baseline", january.name, "--output", "january.json")
    told = json.loads((tmp_path / "january.json").read_text("utf-8"))
    told["baseline"][february.name] = told["baseline"].pop(january.name)
    (tmp_path / "january.json").write_text(json.dumps(told), "utf-8")
    done = run("audit", february.name, "--baseline", "january.json", "--format", "json")
    (document,) = json.loads(done.stdout)["documents"]
    assert {finding["fingerprint"] for finding in document["findings"]} == new.keys() - old.keys()
    assert {known["fingerprint"] for known in document["known"]} == new.keys() & old.keys()
