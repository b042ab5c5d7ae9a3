"""What other tools read: each format against its own reader or schema, and with a paper that means harm."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from peers import peer
from reports import RULE, boxed, report, total

from reportcheck.model import Page, Report
from reportcheck.report.github import github
from reportcheck.report.junit import junit
from reportcheck.report.listed import COLUMNS, csv_text, harmless
from reportcheck.report.markdown import markdown
from reportcheck.report.sarif import sarif
from reportcheck.report.told import Told
from reportcheck.report.workbook import workbook

HARM = (
    '=HYPERLINK("x") <script>alert(1)</script> ]]> </style> \x1b[31m \u202eabc @someone #98765 %0A::error::x `a` | b '
    + "w" * 10_000
)


def told(made: Report) -> Told:
    return Told(made.document.path, made)


def papers() -> list[Told]:
    pdf = report(boxed(2), path="packs/january.pdf", pages=(Page(1), Page(2)))
    return [
        told(report(total(where="row Total"))),
        told(pdf),
        Told("lost.pdf", error="lost.pdf: is damaged. Get a whole copy."),
    ]


def hostile() -> list[Told]:
    return [told(report(total(message=HARM, quote=HARM, where=HARM), path="=a,b\n.txt")), Told(HARM, error=HARM)]


def test_sarif_says_rule_place_and_fingerprint() -> None:
    log = json.loads(sarif(papers(), [RULE]))
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["RC101"]
    first, second = run["results"]
    assert first["message"]["text"] == (
        "Line 4, row Total: Total for 2024/25 is printed as 52, but its 2 parts add up to 46.\n"
        "sum: 30 + 16 = 46\n52 should read 46 (the sum of its parts)"
    )
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 4, "startColumn": 10, "endColumn": 12}
    assert first["partialFingerprints"] == {"reportcheckFinding/v1": "0" * 16}
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert second["message"]["text"].startswith("Page 2, Table 1, row Total: Total is printed as 52")
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("lost.pdf: is damaged.")


@pytest.mark.parametrize("given", [papers, hostile])
def test_sarif_is_valid_for_its_own_validator(given: object, tmp_path: Path) -> None:
    """Microsoft's multitool holds the official schema; what it calls an error is one."""
    tool = peer("sarif/Sarif.Multitool")
    path = tmp_path / "report.sarif"
    path.write_bytes(sarif(given(), [RULE]))  # type: ignore[operator]
    done = subprocess.run(
        [str(tool), "validate", str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert "1 files scanned" in done.stdout, done.stdout + done.stderr
    assert ": error " not in done.stdout, done.stdout


def test_junit_counts_what_failed() -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(junit(papers()))
    assert root.attrib == {"name": "reportcheck", "tests": "6", "failures": "2", "errors": "1"}
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["paper.txt", "packs/january.pdf", "lost.pdf"]
    failure = suites[0].find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "Total for 2024/25 is printed as 52, but its 2 parts add up to 46."
    assert failure.text is not None
    assert failure.text.splitlines()[0] == "line 4, row Total"


@pytest.mark.parametrize("given", [papers, hostile])
def test_junit_fits_the_schema_of_jenkins(given: object) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml reads the schema: pip install 'reportcheck[test]'")
    schema = etree.XMLSchema(etree.parse(str(peer("junit-10.xsd"))))
    schema.assertValid(etree.fromstring(junit(given())))  # type: ignore[operator]


def test_github_has_a_command_a_finding_and_no_text_ends_one() -> None:
    lines = github(papers()).decode().splitlines()
    assert lines[0] == (
        "::error file=paper.txt,line=4,title=RC101 total-disagrees::line 4, row Total: Total for 2024/25 is printed "
        "as 52, but its 2 parts add up to 46.%0Asum: 30 + 16 = 46%0A52 should read 46 (the sum of its parts)"
    )
    assert lines[1].startswith(
        "::error file=packs/january.pdf,title=RC101 total-disagrees::page 2, Table 1, row Total: "
    )
    assert lines[2] == "::error file=lost.pdf,title=not audited::lost.pdf: is damaged. Get a whole copy."
    harmed = github(hostile()).decode().splitlines()
    assert len(harmed) == 2
    assert [line.partition(",title")[0] for line in harmed[:1]] == ["::error file==a%2Cb .txt,line=4"]
    assert harmed[1].startswith("::error file==HYPERLINK(")
    assert "%250A::error::x" in harmed[0]


def test_csv_is_one_finding_a_row_and_no_cell_is_a_formula() -> None:
    text = csv_text([*papers(), *hostile()])
    assert text.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][:8] == ["paper.txt", "1", "", "4", "row Total", "error", "RC101", "total-disagrees"]
    assert rows[1][8:12] == [
        "Total for 2024/25 is printed as 52, but its 2 parts add up to 46.",
        "30 + 16 = 46",
        "52",
        "52 should read 46 (the sum of its parts)",
    ]
    assert rows[3][5] == "not read"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_begins_as_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless(cell.lstrip("=+-@\t\r")) == cell.lstrip("=+-@\t\r")


def test_excel_opens_to_texts() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl reads it back: pip install 'reportcheck[test]'")
    book = openpyxl.load_workbook(io.BytesIO(workbook([*papers(), *hostile()])))
    rows = list(book["Findings"].iter_rows())
    assert [cell.value for cell in rows[0]] == list(COLUMNS)
    assert rows[1][8].value == "Total for 2024/25 is printed as 52, but its 2 parts add up to 46."
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    assert workbook(papers()) == workbook(papers())


def test_excel_has_no_formula_in_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(hostile()))) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_markdown_is_short_and_opens() -> None:
    text = markdown(papers()[:1]).decode()
    assert text.startswith("## reportcheck: 1 error in 1 paper\n\n### paper.txt\n")
    sentence = "Total for 2024/25 is printed as 52, but its 2 parts add up to 46."
    assert f"<summary>error RC101, line 4, row Total: {sentence}</summary>" in text
    assert "- working: 30 \\+ 16 = 46" in text


def test_markdown_of_a_hostile_paper_is_only_words() -> None:
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark", {"html": True}).render(markdown(hostile()).decode())
    assert "<script>" not in page
    assert "@someone" not in page
    assert "#98765" not in page
    assert "<code>a</code>" not in page


@pytest.mark.parametrize("write", [github, junit, csv_text, markdown, lambda made: sarif(made, [RULE])])
def test_nothing_acting_is_written(write: object) -> None:
    text = write(hostile()).decode()  # type: ignore[operator]
    assert not set(text) & set("\x1b\x07\u202e\x00")
    assert write(hostile()) == write(hostile())  # type: ignore[operator]
