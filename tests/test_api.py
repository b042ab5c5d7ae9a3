"""From Python: what goes in, what comes out, and what is refused as the command refuses it."""

from __future__ import annotations

import copy
import importlib.resources
import inspect
import io
import json
import pickle
import subprocess
import sys
import typing
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from conftest import Run
from written import write

import reportcheck
from reportcheck import Finding, Options, PaperError, Report, RuleError, UsageError, audit

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PACK = FIXTURES / "scrutiny-pack.pdf"
WRONG = "In the year 31 of the 82 children (48%) waited less than 14 months.\n"
SCHEMA = json.loads((importlib.resources.files("reportcheck") / "report" / "schema-1.json").read_text("utf-8"))


@pytest.fixture
def wrong(tmp_path: Path) -> Report:
    return audit(write(tmp_path, "a.txt", WRONG.encode()))


def test_a_finding_says_what_one_asks_of_it(wrong: Report) -> None:
    (finding,) = wrong.findings
    assert isinstance(finding, Finding)
    assert finding.message == "31 of 82 is printed as 48%, but it is 38%."
    assert (finding.page, finding.where) == (1, "line 1")
    assert (finding.suggestion, finding.suspects) == ("38%", ("48%",))
    assert repr(finding) == "<error RC120 on page 1: 31 of 82 is printed as 48%, but it is 38%.>"
    assert wrong.path.endswith("a.txt")


def test_a_report_is_written_as_the_command_writes_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", WRONG.encode())
    report = audit("a.txt")
    assert report.to_json().encode() == run("audit", "a.txt", "--format", "json").stdout
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(report.to_json()))
    assert report.to_dict() == json.loads(report.to_json())["documents"][0]


def test_rows_for_a_data_frame(wrong: Report) -> None:
    (row,) = wrong.rows()
    assert row == {
        "path": wrong.path, "page": 1, "where": "line 1", "rule": "RC120", "name": "fraction-percent",
        "severity": "error", "confidence": "high", "message": "31 of 82 is printed as 48%, but it is 38%.",
        "suspects": "48%", "suggestion": "38%", "fingerprint": wrong.findings[0].fingerprint,
    }  # fmt: skip


def test_a_report_is_short_on_screen_and_a_table_in_a_notebook() -> None:
    report = audit(PACK)
    assert len(report.findings) > 3
    assert repr(report).startswith(f"<Report on {str(PACK)!r}: {len(report.findings)} findings, ")
    assert len(repr(report)) < 200 + len(str(PACK))
    assert len(repr(report.document)) < 100 + len(str(PACK))
    assert all(len(repr(finding)) < 600 for finding in report.findings)
    assert report._repr_html_().count("<tr>") == len(report.findings) + 1


def test_what_a_paper_says_does_not_act_in_a_notebook() -> None:
    report = audit(WRONG.encode(), name="<b>.txt")
    (finding,) = report.findings
    relation = replace(finding.relation, message="<script>alert(1)</script> \x1b[2J")
    shown = replace(report, findings=(replace(finding, relation=relation),))._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \\x1b[2J" in shown
    assert "&lt;b&gt;.txt" in shown
    assert "<script>" not in shown
    assert "<b>" not in shown


@pytest.mark.parametrize("name", ["scrutiny-pack.pdf", "performance.md"])
def test_a_path_bytes_or_an_open_file(name: str) -> None:
    path = FIXTURES / name
    told = [finding.message for finding in audit(path).findings]
    assert told
    assert [finding.message for finding in audit(path.read_bytes()).findings] == told
    assert [finding.message for finding in audit(io.BytesIO(path.read_bytes()), name=name).findings] == told
    with path.open("rb") as file:
        report = audit(file)
    assert [finding.message for finding in report.findings] == told
    assert report.path == str(path)
    assert audit(path.read_bytes()).path == "paper"
    with path.open(encoding="latin-1") as text, pytest.raises(UsageError, match="Open it in binary mode"):
        audit(text)  # type: ignore[arg-type]


def test_one_rule_as_a_string_or_several() -> None:
    assert {f.rule.id for f in audit(PACK, select="RC120").findings} <= {"RC120"}
    assert audit(PACK, select="RC120,RC101") == audit(PACK, select=["RC120", "RC101"])
    assert not audit(WRONG.encode(), ignore="fraction-percent").findings
    with pytest.raises(UsageError, match=r"--select RC999: no rule has this id or name"):
        audit(PACK, select="RC999")


def test_what_the_command_refuses_is_raised(run: Run, tmp_path: Path) -> None:
    scanned = FIXTURES / "scanned.pdf"
    write(tmp_path, "blank.txt", b"\n \n")
    for path in ("gone.pdf", "blank.txt", str(scanned)):
        with pytest.raises(PaperError) as refusal:
            audit(path)
        assert f"reportcheck: {refusal.value}\n" == run("audit", path).stderr.decode()
    with pytest.raises(PaperError, match="has no page among those"):
        audit(PACK, options=Options(pages=((700, 900),)))
    write(tmp_path, "own/bad.yaml", b"id: XX1\n")
    with pytest.raises(RuleError):
        audit(PACK, rules=tmp_path / "own")


def test_pages_that_were_not_read_are_named() -> None:
    report = audit((WRONG + "\f\n\f" + WRONG).encode())
    assert report.audited
    assert report.unread == (2,)
    assert ", 1 pages not read" in repr(report)
    whole = audit(WRONG.encode())
    assert (whole.audited, whole.unread) == (True, ())


def test_reports_can_be_copied_sent_and_compared(wrong: Report) -> None:
    assert pickle.loads(pickle.dumps(wrong)) == wrong == copy.deepcopy(wrong)
    assert isinstance(pickle.loads(pickle.dumps(wrong)), Report)


def test_types_can_be_asked_for() -> None:
    hints = typing.get_type_hints(audit)
    assert hints["return"] is Report
    assert {"path", "name", "options", "select", "ignore", "rules"} == set(hints) - {"return"}
    assert all(typing.get_type_hints(kind) is not None for kind in (Report, Finding, Options))


def test_all_that_is_promised_is_there_and_told() -> None:
    for name in reportcheck.__all__:
        assert hasattr(reportcheck, name)
        assert name in dir(reportcheck)
    assert not hasattr(reportcheck, "nothing_of_the_kind")
    readme = (FIXTURES.parent / "README.md").read_text("utf-8")
    for name in ("PaperError", "RuleError", "UsageError", "Options", "Report", "Finding"):
        assert f"`{name}`" in readme
    assert inspect.getdoc(audit)


def test_the_package_itself_imports_nothing() -> None:
    script = "import sys, reportcheck; print([name for name in sys.modules if name.startswith('reportcheck.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['reportcheck.version']"
