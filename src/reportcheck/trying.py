"""A rule x one of its examples -> what it says there, and whether it put anything to the test."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.across import audit_across
from reportcheck.auditing import audit_document
from reportcheck.checks import ACROSS
from reportcheck.extract import extract_bytes
from reportcheck.model import Example, Kept, Rule


def tried(rule: Rule, example: Example) -> tuple[tuple[str, ...], bool]:
    """The messages in their order, and whether a relation was found, held or broken."""
    if rule.kind in ACROSS:
        papers = tuple(_kept(rule, example))
        found, held = audit_across(papers, [rule])
        said = tuple(f.message for paper in papers for f in found.get(paper.path, ()))
        return said, bool(held or said)
    report = audit_document(extract_bytes(example.text.encode(), "example", example.format), [rule])
    return tuple(f.message for f in report.findings), bool(report.held or report.findings)


def _kept(rule: Rule, example: Example) -> Iterator[Kept]:
    for name, text in example.papers.items():
        report = audit_document(extract_bytes(text.encode(), f"body/{name}", "text"), [rule], keep=True)
        if report.kept is not None:
            yield report.kept
