"""summary.json: what became of each paper of a folder of results, and what need not be audited again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, field
from pathlib import Path, PurePath
from typing import Any

from reportcheck.archive.ours import SUMMARY
from reportcheck.archive.store import write_atomically
from reportcheck.extract import Options
from reportcheck.model import Rule
from reportcheck.records import record
from reportcheck.report.jsontext import json_text
from reportcheck.rulepack import rules_folder
from reportcheck.version import VERSION

_COUNTS = ("figures", "verified", "challenged", "untested", "tables")
_SEVERITIES = ("error", "warning", "note")


@record(frozen=True, slots=True)
class Entry:
    """What became of one paper."""

    path: str
    report: str
    """Its report, within the folder of results."""
    sha256: str | None = None
    pages: int = 0
    coverage: dict[str, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    """How many of each severity."""
    unread: str = ""
    """What of it was not read, in words; empty where all was."""
    errors: list[str] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)
    """Of its findings, in order: what is new since an earlier run is told by them."""
    made_with: str = ""
    """What it was made with: see `made_with`."""


def made_with(rules: Iterable[Rule], extra: Iterable[Path], options: Options, form: str) -> str:
    """What a result depends on besides its paper: the tool, the rules that are used, how papers are read."""
    digest = hashlib.sha256()
    said = (options.year, options.currency, options.date_order)
    asked = (options.pages, options.pdf_engine, options.ocr, options.revisions, said, form)
    digest.update(repr((VERSION, [(rule.id, rule.severity) for rule in rules], asked)).encode())
    for folder in (rules_folder(), *extra):
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*.yaml")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def load(folder: Path) -> dict[str, Entry]:
    """The entries of earlier runs, by path; none where they cannot be used."""
    try:
        data = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
        entries = [Entry(**item) for item in data["papers"]]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return {entry.path: entry for entry in entries}


def save(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the summary: each paper's entry, by path, and what they come to."""
    papers = sorted(entries, key=lambda entry: PurePath(entry.path).parts)
    totals: dict[str, Any] = {
        "papers": len(papers),
        "not_audited": sum(bool(entry.errors) for entry in papers),
        "pages": sum(entry.pages for entry in papers),
        "coverage": {name: sum(e.coverage.get(name, 0) for e in papers) for name in _COUNTS},
        "findings": {name: sum(e.findings.get(name, 0) for e in papers) for name in _SEVERITIES},
    }
    summary = {
        "schema": 1,
        "tool": {"name": "reportcheck", "version": VERSION},
        "totals": totals,
        "papers": [asdict(entry) for entry in papers],
    }
    write_atomically(folder / SUMMARY, json_text(summary).encode("utf-8", "backslashreplace"))
