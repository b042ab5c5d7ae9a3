"""Whole papers: what was read in them by hand is found, and nothing else is."""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportcheck.auditing import audit_document
from reportcheck.extract import extract, extract_bytes
from reportcheck.model import Figure, Finding, Paper, Report
from reportcheck.read import read
from reportcheck.rulepack import load_rules

FOLDER = Path(__file__).resolve().parent.parent / "fixtures"
NAMES = sorted(path.name for suffix in ("pdf", "md", "txt") for path in FOLDER.glob(f"*.{suffix}"))
RULES = load_rules()


@dataclass(frozen=True)
class Truth:
    """What a person found in a paper with a calculator."""

    pages: int
    findings: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    holds: list[dict[str, Any]]
    unreadable: bool


@cache
def truth(name: str) -> Truth:
    data = yaml.safe_load((FOLDER / f"{Path(name).stem}.truth.yaml").read_text(encoding="utf-8"))
    unreadable = bool(data.get("unreadable")) and name.endswith(".pdf")
    return Truth(data["pages"], data["findings"], data["figures"], data["holds"], unreadable)


@cache
def report(name: str) -> Report:
    return audit_document(extract(FOLDER / name), RULES)


@cache
def paper(name: str) -> Paper:
    return read(extract(FOLDER / name))


def cases(part: str) -> list[Any]:
    """One case a row of the truth; a row that no rule finds yet says why in `later`, and may be found."""
    rows = [(name, row) for name in NAMES if not truth(name).unreadable for row in getattr(truth(name), part)]
    return [
        pytest.param(
            name,
            row,
            id=f"{part} {name} p{row['page']} {row.get('printed') or row['text']}",
            marks=[pytest.mark.xfail(reason=row["later"])] if row.get("later") else [],
        )
        for name, row in rows
    ]


def tells(finding: Finding, row: dict[str, Any]) -> bool:
    """Whether a finding is about what a person found."""
    pages = {finding.location.page} | {e.figure.location.page for e in finding.relation.evidence}
    if not pages & set(row.get("pages", [row["page"]])):
        return False
    texts = " ".join(e.figure.text for e in finding.relation.evidence) + " " + finding.relation.message
    return any(re.search(rf"(?<![\w.,]){re.escape(t)}(?![\w]|[.,]\d)", texts, re.I) for t in row["figures"])


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_read(name: str) -> None:
    pages = report(name).document.pages
    assert len(pages) == truth(name).pages
    assert all(page.has_text != truth(name).unreadable for page in pages)


@pytest.mark.parametrize(("name", "row"), cases("findings"))
def test_what_is_wrong_is_found(name: str, row: dict[str, Any]) -> None:
    found = [f for f in report(name).findings if f.severity != "note" and tells(f, row)]
    assert found, f"not found: {row['printed']} ({row['why']})"
    if "should" in row:
        said = [f"{f.relation.message} {f.relation.suggestion.text if f.relation.suggestion else ''}" for f in found]
        assert any(str(row["should"]) in text for text in said), said


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_found(name: str) -> None:
    rows = truth(name).findings
    told = [f for f in report(name).findings if f.severity != "note"]
    alarms = [
        f"p{f.location.page} {f.rule.id}: {f.relation.message}" for f in told if not any(tells(f, r) for r in rows)
    ]
    assert alarms == []


@pytest.mark.parametrize(("name", "row"), cases("figures"))
def test_figures_are_read_with_their_worth(name: str, row: dict[str, Any]) -> None:
    same = [f for f in paper(name).figures if f.location.page == row["page"] and f.text == row["text"]]
    worths = {(f.quantity.value, f.quantity.unit) for f in same if f.quantity}
    wanted = (Decimal(str(row["value"])), row.get("unit"))
    assert wanted in worths or (row.get("unit") is None and wanted[0] in {value for value, _ in worths}), worths


@pytest.mark.parametrize(("name", "row"), cases("holds"))
def test_what_is_right_is_verified(name: str, row: dict[str, Any]) -> None:
    def same(figure: Figure) -> bool:
        return figure.location.page == row["page"] and figure.text == row["text"]

    assert any(same(e.figure) for _, relation in report(name).held for e in relation.evidence)


def test_the_drawings_are_made_of_the_words() -> None:
    """Drawing a paper again gives the file that stands in the folder."""
    pytest.importorskip("reportlab")
    spec = importlib.util.spec_from_file_location("make", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    sys.modules["make"] = make
    spec.loader.exec_module(make)
    for drawn in make.PAPERS:
        stored, again = (FOLDER / f"{drawn.name}.pdf").read_bytes(), make.draw(drawn)
        assert again == make.draw(drawn)
        assert extract_bytes(again, "x", "pdf").pages == extract_bytes(stored, "x", "pdf").pages
