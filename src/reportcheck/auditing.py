"""Rules x a Paper -> a Report: what is wrong, what holds, and how much of the paper was put to the test."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from reportcheck import laws
from reportcheck.checks import check_of
from reportcheck.coverage import cover
from reportcheck.model import Document, Finding, Paper, Relation, Report, Rule, Severity
from reportcheck.read import read

_SEVERITY: dict[str, int] = {"error": 0, "warning": 1, "note": 2}


def audit_document(document: Document, rules: Iterable[Rule]) -> Report:
    """Put every figure of a document to the test under the rules."""
    paper = read(document)
    return audit_paper(replace(paper, arithmetic=tuple(laws.arithmetic(paper))), tuple(rules))


def audit_paper(paper: Paper, rules: tuple[Rule, ...]) -> Report:
    """The report on a paper that has been read."""
    broken: list[tuple[Rule, Relation]] = []
    held: list[tuple[Rule, Relation]] = []
    idle: list[str] = []
    for rule in rules:
        met = False
        for relation in check_of(rule.kind)(paper, rule.params):
            met = True
            (held if relation.verdict == "held" else broken).append((rule, relation))
        if not met:
            idle.append(rule.id)
    findings = _findings(_unsure(broken, paper.document))
    whole, tables = cover(paper, findings, held)
    return Report(
        document=paper.document,
        findings=findings,
        held=tuple(held),
        coverage=whole,
        table_coverage=tables,
        idle_rules=tuple(idle),
        problems=tuple(f"page {p.number}: {p.problem}" for p in paper.document.pages if p.problem),
    )


def _unsure(broken: list[tuple[Rule, Relation]], document: Document) -> list[tuple[Rule, Relation]]:
    """What was read from pictures may be misread: nothing that rests on it is sure."""
    pictures = {page.number for page in document.pages if page.confidence == "ocr"}
    if not pictures:
        return broken
    return [
        (rule, replace(relation, confidence="low") if _pages(relation) & pictures else relation)
        for rule, relation in broken
    ]


def _pages(relation: Relation) -> set[int]:
    return {relation.location.page, *(e.figure.location.page for e in relation.evidence)}


def _findings(broken: list[tuple[Rule, Relation]]) -> tuple[Finding, ...]:
    """Broken relations as findings in the order of the paper, each with a fingerprint of its own."""
    ordered = sorted(broken, key=lambda pair: _order(*pair))
    seen: Counter[str] = Counter()
    findings = []
    for rule, relation in ordered:
        basis = "\n".join([rule.id, *(e.figure.label + "|" + e.figure.text for e in relation.evidence), relation.quote])
        seen[basis] += 1
        digest = hashlib.sha256(f"{basis}\n{seen[basis]}".encode()).hexdigest()[:16]
        findings.append(Finding(rule, relation, _severity(rule, relation), digest))
    return tuple(findings)


def _severity(rule: Rule, relation: Relation) -> Severity:
    """A doubtful or unsure relation is told as a note: a false alarm costs more than a miss."""
    return "note" if relation.verdict == "doubtful" or relation.confidence == "low" else rule.severity


def _order(rule: Rule, relation: Relation) -> tuple[object, ...]:
    at = relation.location
    box = at.bbox
    return (
        at.page,
        at.line or 0,
        box.top if box else 0.0,
        at.start or 0,
        box.x0 if box else 0.0,
        rule.id,
        relation.message,
    )


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings."""
    return min((f.severity for f in findings), key=_SEVERITY.__getitem__, default=None)
