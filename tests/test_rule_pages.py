"""The pages of the site about the rules, and the schemas for editors, are those that the rules and the code make."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run
from jsonschema import Draft202012Validator

from reportcheck.errors import RuleError
from reportcheck.rulepack import rules_folder
from reportcheck.rulepack.rulefile import load_rule
from reportcheck.rulepack.ruleschema import rule_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_the_pages_are_those_that_the_rules_make() -> None:
    spec = importlib.util.spec_from_file_location("rule_pages", DOCS / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    pages = made.pages()
    site = DOCS / "site"
    files = [*(site / "rules").glob("*.md"), *(site / "schemas").glob("*.json")]
    there = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in files}
    assert there == pages, "write them again: python docs/rule_pages.py"
    assert "## RC101 total-disagrees" in pages["rules/arithmetic.md"]


SCHEMA = Draft202012Validator(rule_schema())
RULE = {
    "id": "LC001",
    "name": "own-rule",
    "kind": "table",
    "severity": "note",
    "why": "Why not.",
    "params": {"laws": ["total"]},
}


@pytest.mark.parametrize("path", sorted(rules_folder().rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_rule_fits_the_schema(path: Path) -> None:
    assert list(SCHEMA.iter_errors(yaml.safe_load(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "tabel"},
        {"severity": "grave"},
        {"whi": "x"},
        {"params": {"lows": ["total"]}},
        {"params": {"laws": ["totl"]}},
        {"params": {"laws": "total"}},
        {"kind": "schema", "params": {"known_by": ["(bu[dg]et"], "fields": []}},
        {"kind": "schema", "params": {"known_by": ["budget"]}},
        {
            "kind": "schema",
            "params": {"known_by": ["budget"], "fields": [{"name": "a", "label": "a", "unit": "stones"}]},
        },
        {"examples": [{"finds": ["x"]}]},
        {"id": None},
    ],
)
def test_the_schema_refuses_what_the_reader_of_rules_refuses(tmp_path: Path, change: dict[str, Any]) -> None:
    path = tmp_path / "own-rule.yaml"
    path.write_text(yaml.safe_dump(RULE), "utf-8")
    assert SCHEMA.is_valid(RULE)
    assert load_rule(path).id == "LC001"
    wrong = {key: value for key, value in {**RULE, **change}.items() if value is not None}
    path.write_text(yaml.safe_dump(wrong), "utf-8")
    assert not SCHEMA.is_valid(wrong)
    with pytest.raises(RuleError):
        load_rule(path)


def test_the_command_prints_the_schema(run: Run) -> None:
    assert json.loads(run("rules", "--schema").stdout) == rule_schema()
