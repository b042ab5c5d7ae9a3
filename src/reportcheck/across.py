"""Papers of one body x rules across papers -> the findings of each paper, by its path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportcheck.auditing import findings_of, in_order
from reportcheck.checks import ACROSS, across_of
from reportcheck.model import Finding, Kept, Relation, Report, Rule

Found = Mapping[str, tuple[Finding, ...]]
"""The findings of each paper that has any, by its path."""


def across_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that look at several papers."""
    return tuple(rule for rule in rules if rule.kind in ACROSS)


def by_body(papers: Iterable[Kept]) -> dict[str, list[Kept]]:
    """The papers of each body in order of their days, those without one by their years and names."""
    found: dict[str, list[Kept]] = defaultdict(list)
    for paper in papers:
        found[paper.body].append(paper)
    return {body: sorted(each, key=_order) for body, each in found.items()}


def audit_across(papers: Sequence[Kept], rules: Iterable[Rule]) -> tuple[Found, int]:
    """What papers say of one another, body by body, and how many relations hold."""
    told: dict[str, list[tuple[Rule, Relation]]] = defaultdict(list)
    rules, held = across_rules(rules), 0
    for own in by_body(papers).values():
        for rule in rules if len(own) > 1 else ():
            for at, relation in across_of(rule.kind)(own, rule.params):
                if relation.verdict == "held":
                    held += 1
                else:
                    told[own[at].path].append((rule, relation))
    return {path: findings_of(broken) for path, broken in told.items()}, held


def with_findings(report: Report, found: Iterable[Finding]) -> Report:
    """A report with what other papers say of it, in its place."""
    found = tuple(found)
    return replace(report, findings=in_order((*report.findings, *found))) if found else report


def _order(paper: Kept) -> tuple[date, str]:
    return paper.day or date(paper.year or 1, 1, 1), paper.path
