"""Reports -> SARIF 2.1.0, which code hosts and editors read (OASIS standard, 27 March 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reportcheck.model import Finding, Location, Report, Rule
from reportcheck.report.jsontext import json_text
from reportcheck.report.printed import printed_pages
from reportcheck.report.safe import safe
from reportcheck.report.told import Told
from reportcheck.report.words import place, sentence
from reportcheck.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(papers: Iterable[Told], rules: Sequence[Rule]) -> bytes:
    """One run over all papers. SARIF has no region for the pages and rows of PDFs and Word: the message says them."""
    told = list(papers)
    ids = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "reportcheck",
                "semanticVersion": VERSION,
                "informationUri": "https://pypi.org/project/reportcheck/",
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(paper) for paper in told],
        "invocations": [_invocation(told)],
        "results": [
            result
            for number, paper in enumerate(told)
            if paper.report
            for result in _results(paper.report, number, ids)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log).encode("utf-8", "backslashreplace")


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.why.split())
    told = {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name.replace('-', ' ').capitalize()}."},
        "fullDescription": {"text": why},
        "defaultConfiguration": {"level": rule.severity},
    }
    finds = next((example for example in rule.examples if example.finds), None)
    help_text = f"{why}\n\nFor example: {finds.finds[0]}" if finds else why
    return {**told, "help": {"text": help_text}}


def _artifact(paper: Told) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(paper.path)}}
    if paper.report:
        artifact["hashes"] = {"sha-256": paper.report.document.sha256}
    return artifact


def _invocation(papers: Sequence[Told]) -> dict[str, Any]:
    unread = [(number, problem) for number, paper in enumerate(papers) for problem in paper.problems]
    return {
        "executionSuccessful": not any(paper.error for paper in papers),
        "toolExecutionNotifications": [
            {
                "level": "error" if papers[number].error else "warning",
                "message": {"text": safe(problem)},
                "locations": [{"physicalLocation": {"artifactLocation": _at(papers[number].path, number)}}],
            }
            for number, problem in unread
        ],
    }


def _results(report: Report, number: int, ids: dict[str, int]) -> Iterable[dict[str, Any]]:
    printed = printed_pages(report)
    for finding in report.findings:
        where = place(finding, report, printed)
        yield {
            "ruleId": finding.rule.id,
            **({"ruleIndex": ids[finding.rule.id]} if finding.rule.id in ids else {}),
            "level": finding.severity,
            "message": {"text": f"{where[:1].upper()}{where[1:]}: {sentence(finding)}"},
            "locations": [_location(report, number, finding.location, where)],
            "relatedLocations": _related(report, number, finding),
            "partialFingerprints": {"reportcheckFinding/v1": finding.fingerprint},
            "properties": {"page": finding.location.page, "confidence": finding.relation.confidence},
        }


def _related(report: Report, number: int, finding: Finding) -> list[dict[str, Any]]:
    """Each figure that takes part, the suspect first."""
    figures = sorted(finding.relation.evidence, key=lambda evidence: not evidence.suspect)
    return [
        {
            **_location(report, number, evidence.figure.location, f"page {evidence.figure.location.page}"),
            "message": {"text": f"{safe(evidence.figure.text) or '(blank)'}{', which is in doubt' * evidence.suspect}"},
        }
        for evidence in figures
    ]


def _location(report: Report, number: int, at: Location, where: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _at(report.document.path, number)}
    if at.line is not None and report.document.format == "text":
        physical["region"] = _region(at)
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": where}]}


def _region(at: Location) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": at.line}
    if at.start is not None and at.end is not None:
        region |= {"startColumn": at.start + 1, "endColumn": at.end + 1}
    return region


def _at(path: str, number: int) -> dict[str, Any]:
    return {"uri": _uri(path), "index": number}


def _uri(path: str) -> str:
    """A path as a relative reference, or a file URI where it is absolute."""
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix().encode("utf-8", "surrogateescape"), safe="/")
