"""Reports -> the JSON report, schema 1."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from reportcheck.model import Coverage, Evidence, Finding, Location, Report
from reportcheck.version import VERSION


def as_json(reports: Iterable[Report], errors: Iterable[dict[str, Any]] = ()) -> str:
    """All reports as one JSON object, with what could not be audited after them."""
    documents = [document(report) for report in reports] + list(errors)
    whole = {"schema": 1, "tool": {"name": "reportcheck", "version": VERSION}, "documents": documents}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def document(report: Report) -> dict[str, Any]:
    """One paper's part of the report."""
    return {
        "path": report.document.path,
        "pages": len(report.document.pages),
        "sha256": report.document.sha256,
        "coverage": {
            **_coverage(report.coverage),
            "tables": report.coverage.tables,
            "pages_without_text": list(report.coverage.pages_without_text),
        },
        "findings": [_finding(finding) for finding in report.findings],
        "errors": list(report.problems),
    }


def _coverage(coverage: Coverage) -> dict[str, int]:
    return {
        "figures": coverage.figures,
        "verified": coverage.verified,
        "challenged": coverage.challenged,
        "untested": coverage.untested,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    relation = finding.relation
    suggestion = relation.suggestion
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "severity": finding.severity,
        "confidence": relation.confidence,
        "message": relation.message,
        "sum": relation.sum,
        "quote": relation.quote,
        "location": _location(relation.location),
        "figures": [_figure(e) for e in relation.evidence],
        "suggestion": {"text": suggestion.text, "reason": suggestion.reason} if suggestion else None,
        "fingerprint": finding.fingerprint,
    }


def _location(at: Location) -> dict[str, Any]:
    return {"page": at.page, "line": at.line, "bbox": _box(at), "where": at.where}


def _box(at: Location) -> list[float] | None:
    box = at.bbox
    return [round(v, 2) for v in (box.x0, box.top, box.x1, box.bottom)] if box else None


def _figure(evidence: Evidence) -> dict[str, Any]:
    figure, quantity = evidence.figure, evidence.figure.quantity
    at = figure.location
    return {
        "text": figure.text,
        "value": format(quantity.value.normalize(), "f") if quantity else None,
        "unit": quantity.unit if quantity else None,
        "scale": quantity.scale if quantity else None,
        "role": evidence.role,
        "page": at.page,
        "line": at.line,
        "start": at.start,
        "end": at.end,
        "bbox": _box(at),
        "suspect": evidence.suspect,
    }
