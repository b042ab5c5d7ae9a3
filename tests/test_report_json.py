"""The JSON report keeps to its schema, for what is found, for what is clean and for what cannot be audited."""

from __future__ import annotations

import importlib.resources
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Run
from reports import boxed, report, total

from reportcheck.model import Page
from reportcheck.report.json import document, failure, whole

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SCHEMA = json.loads((importlib.resources.files("reportcheck") / "report" / "schema-1.json").read_text("utf-8"))


def valid(data: Any) -> Any:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    return data


NOWHERE = {"heading": "", "table": "", "paragraph": ""}


def test_a_finding_has_all_that_the_design_asks_for() -> None:
    data = valid(json.loads(whole([document(report(total(), boxed(1)))])))
    found = data["documents"][0]["findings"][0]
    assert found["location"] == {"page": 1, "printed_page": None, "line": 4, "bbox": None, "where": "", **NOWHERE}
    assert found["suggestion"] == {"text": "46", "reason": "the sum of its parts", "sure": True, "cell": ""}
    marks = [{"start": 8, "end": 10, "suspect": False}, {"start": 13, "end": 15, "suspect": True}]
    assert found["rows"] == [{"text": "Total | 46 | 52", "marks": marks}]
    assert found["also"] == []
    assert found["figures"][0] == {
        "text": "52", "value": "52", "unit": None, "scale": 1, "role": "stated",
        "page": 1, "line": 4, "start": 9, "end": 11, "bbox": None, "suspect": True,
    }  # fmt: skip


def test_a_printed_page_and_a_rounded_box() -> None:
    data = document(report(boxed(2), path="p.pdf", pages=(Page(1), Page(2, label="28"))))
    assert data["findings"][0]["location"] == {
        "page": 2, "printed_page": "28", "line": None, "bbox": [100.12, 200, 120, 210], "where": "Table 1, row Total",
        **NOWHERE,
    }  # fmt: skip


def test_what_cannot_be_audited_has_an_entry() -> None:
    data = valid(json.loads(whole([failure("gone.pdf", "gone.pdf: there is no such file. Check the name.")])))
    assert data["documents"][0]["errors"] == ["gone.pdf: there is no such file. Check the name."]


@pytest.mark.parametrize("name", ["scrutiny-pack.pdf", "scrutiny-pack.md", "clean.pdf", "scanned.pdf", "accounts.txt"])
def test_whole_papers_keep_to_the_schema(run: Run, name: str) -> None:
    done = run("audit", str(FIXTURES / name), "--format", "json")
    data = valid(json.loads(done.stdout))
    assert done.returncode == (2 if name == "scanned.pdf" else int(bool(data["documents"][0]["findings"])))


@pytest.mark.parametrize("name", ["scrutiny-pack.pdf", "budget-monitoring.md"])
def test_the_same_paper_gives_the_same_bytes_again(run_apart: Run, name: str) -> None:
    first, again = (
        run_apart("audit", str(FIXTURES / name), "--format", "json", "--verbose", PYTHONHASHSEED=seed) for seed in "12"
    )
    assert first.stdout == again.stdout
    assert first.stdout


def test_places_in_a_text_are_those_of_the_figures(run: Run) -> None:
    path = FIXTURES / "scrutiny-pack.md"
    lines = path.read_text("utf-8").split("\n")
    data = json.loads(run("audit", str(path), "--format", "json").stdout)
    figures = [f for finding in data["documents"][0]["findings"] for f in finding["figures"]]
    assert figures
    for figure in figures:
        assert lines[figure["line"] - 1][figure["start"] : figure["end"]] == figure["text"]


def test_nothing_in_a_report_acts_on_a_terminal_and_nothing_is_lost() -> None:
    text = "a\x1b[2J \x9b31m \u202egnp\u2069 \U000e0041 £5 – ÷"
    written = whole([document(report(total(quote=text)))])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\U000e0041]", written)
    assert "£5 – ÷" in written
    assert json.loads(written)["documents"][0]["findings"][0]["quote"] == text
