"""The pages of the site about the rules are those that the rules make."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_the_pages_are_those_that_the_rules_make() -> None:
    spec = importlib.util.spec_from_file_location("rule_pages", DOCS / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    pages = made.pages()
    there = {path.name: path.read_text("utf-8") for path in (DOCS / "site/rules").glob("*.md")}
    assert there == pages, "write them again: python docs/rule_pages.py"
    assert "## RC101 total-disagrees" in pages["arithmetic.md"]
