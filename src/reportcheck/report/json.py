"""Reports -> the JSON report, schema 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportcheck.model import (
    Coverage,
    Elsewhere,
    Evidence,
    Finding,
    Location,
    Relation,
    Report,
    Rule,
    Suggestion,
    TableCoverage,
    Whereabouts,
)
from reportcheck.report.jsontext import json_text
from reportcheck.report.printed import Printed, printed_pages
from reportcheck.report.quote import Quote, quotes
from reportcheck.version import VERSION


def whole(documents: Iterable[dict[str, Any]]) -> str:
    """All papers as one JSON object."""
    report = {"schema": 1, "tool": {"name": "reportcheck", "version": VERSION}, "documents": list(documents)}
    return json_text(report)


def document(report: Report, errors: Iterable[str] = (), verbose: bool = False) -> dict[str, Any]:
    """One paper's part of the report; with `verbose` also what holds."""
    printed = printed_pages(report)
    return {
        "path": report.document.path,
        "pages": report.pages,
        "sha256": report.document.sha256,
        "coverage": _coverage(report.coverage),
        "tables": [_table(table) for table in report.table_coverage],
        "findings": [_finding(finding, printed, report.whereabouts) for finding in report.findings],
        "errors": [*errors, *report.problems],
        **_known(report, printed),
        **(
            {"held": [_held(rule, relation, printed, report.whereabouts) for rule, relation in report.held]}
            if verbose
            else {}
        ),
    }


def _known(report: Report, printed: Printed) -> dict[str, Any]:
    """The findings that people know of and why, and what was accepted to no purpose, where there are any."""
    places = report.whereabouts
    known = [{**_finding(k.finding, printed, places), "reason": k.reason, "sort": k.sort} for k in report.known]
    return {**({"known": known} if known else {}), **({"stale": list(report.stale)} if report.stale else {})}


def _held(rule: Rule, relation: Relation, printed: Printed, places: Whereabouts) -> dict[str, Any]:
    """A relation that holds, with its figures: those that are verified."""
    return {
        "rule": rule.id,
        "name": rule.name,
        "sum": relation.sum,
        "location": _location(relation.location, printed.at(relation.location), places),
        "figures": [_figure(e, False) for e in relation.evidence],
    }


def of_outcome(path: str, report: Report | None, error: str, verbose: bool = False) -> dict[str, Any]:
    """The part of a paper whether or not it could be audited."""
    if report is None:
        return failure(path, error)
    return document(report, (error,) if error else (), verbose)


def failure(path: str, error: str) -> dict[str, Any]:
    """The part of a paper that could not be audited."""
    return {
        "path": path,
        "pages": 0,
        "sha256": None,
        "coverage": _coverage(Coverage()),
        "tables": [],
        "findings": [],
        "errors": [error],
    }


def _table(table: TableCoverage) -> dict[str, Any]:
    return {"name": table.name, "page": table.page, **_tested(table.coverage)}


def _tested(coverage: Coverage) -> dict[str, int]:
    return {
        "figures": coverage.figures,
        "verified": coverage.verified,
        "challenged": coverage.challenged,
        "untested": coverage.untested,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        **_tested(coverage),
        "tables": coverage.tables,
        "pages_without_text": list(coverage.pages_without_text),
        "pages_from_pictures": list(coverage.pages_from_pictures),
    }


def _finding(finding: Finding, printed: Printed, places: Whereabouts) -> dict[str, Any]:
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
        "location": _location(relation.location, printed.at(relation.location), places),
        "rows": [_row(shown) for shown in quotes(relation)],
        "figures": [_figure(e, e in relation.suspects) for e in relation.evidence],
        "suggestion": _suggestion(suggestion) if suggestion else None,
        "also": list(relation.also),
        "fingerprint": finding.fingerprint,
        **({"elsewhere": [_elsewhere(place) for place in relation.elsewhere]} if relation.elsewhere else {}),
    }


def _elsewhere(place: Elsewhere) -> dict[str, Any]:
    return {"path": place.path, "page": place.page, "line": place.line, "text": place.text}


def _row(shown: Quote) -> dict[str, Any]:
    marks = [{"start": m.start, "end": m.end, "suspect": m.suspect} for m in shown.marks]
    return {"text": shown.text, "marks": marks}


def _suggestion(made: Suggestion) -> dict[str, Any]:
    return {"text": made.text, "reason": made.reason, "sure": made.sure, "cell": made.cell}


def _location(at: Location, printed: str | None, places: Whereabouts) -> dict[str, Any]:
    return {
        "page": at.page,
        "printed_page": printed,
        "line": at.line,
        "bbox": _box(at),
        "where": at.where,
        "heading": places.heading(at.line),
        "table": places.table(at.line),
        "paragraph": places.paragraph(at.line),
    }


def _box(at: Location) -> list[float] | None:
    box = at.bbox
    return [round(v, 2) for v in (box.x0, box.top, box.x1, box.bottom)] if box else None


def _figure(evidence: Evidence, suspect: bool) -> dict[str, Any]:
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
        "suspect": suspect,
    }
