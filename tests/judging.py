"""A table in text -> the relations that the laws find in it."""

from __future__ import annotations

from reportcheck import laws
from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Relation
from reportcheck.read import read
from reportcheck.rulepack import load_rules


def judged(text: str) -> list[Relation]:
    paper = read(extract_bytes(text.encode(), "table.txt", "text"))
    return list(laws.arithmetic(paper))


def verdicts(text: str) -> dict[str, int]:
    found = judged(text)
    return {v: sum(r.verdict == v for r in found) for v in ("held", "doubtful", "broken")}


RULES = tuple(load_rules())


def told(text: str, *rules: str) -> list[str]:
    """What these rules say of a text, above a note."""
    document = extract_bytes(text.encode(), "paper.txt", "text")
    report = audit_document(document, [rule for rule in RULES if rule.id in rules])
    return [finding.message for finding in report.findings if finding.severity != "note"]
