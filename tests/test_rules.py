"""Every rule's examples are its tests: one that finds, and one that is put to the test and is clean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Example, Rule
from reportcheck.rulepack import load_rules, rules_for

RULES = load_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    """The example's messages are said whole; a clean one is tested and passes."""
    report = audit_document(extract_bytes(example.text.encode(), "example.txt", "text"), [rule])
    said = tuple(finding.relation.message for finding in report.findings)
    assert said == example.finds
    if not example.finds:
        assert report.held, "the rule met nothing to test in an example that should be clean"


def test_an_audit_reads_all_of_a_rule_but_its_examples() -> None:
    """What is left out to save time is the examples, and nothing else."""
    assert rules_for(None, (), ()) == tuple(replace(rule, examples=()) for rule in RULES)
