"""Every rule's examples are its tests: one that finds, and one that is put to the test and is clean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportcheck import checks
from reportcheck.checks import KINDS, RESTING
from reportcheck.model import Example, Rule
from reportcheck.rulepack import load_rules, rules_for
from reportcheck.trying import tried

RULES = load_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    """The example's messages are said whole; a clean one is tested and passes."""
    said, tested = tried(rule, example)
    assert said == example.finds
    assert tested, "the rule met nothing to test in an example that should be clean"


def test_an_audit_reads_all_of_a_rule_but_its_examples() -> None:
    """What is left out to save time is the examples, and nothing else."""
    assert rules_for(None, (), ()) == tuple(replace(rule, examples=()) for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_found_by_its_name(rule: Rule) -> None:
    """Its file is called as the rule, and stands in the folder of the topic that its kind's module is in."""
    topic = KINDS[rule.kind].split(".")[-2]
    assert rule.source == f"{topic}/{rule.name}.yaml"


def test_a_kind_is_found_by_its_name() -> None:
    """A kind is called as its module, and every module that yields relations is a kind."""
    folder = Path(checks.__file__).parent
    modules = {path.stem: path for path in folder.glob("*/*.py") if "\ndef relations(" in path.read_text("utf-8")}
    assert {kind.replace("-", "_") for kind in KINDS} == set(modules)
    assert {kind: path.parent.name for kind, path in modules.items()} == {
        kind.replace("-", "_"): module.split(".")[-2] for kind, module in KINDS.items()
    }


def test_what_reads_the_arithmetic_of_tables_comes_after_it_was_worked_out() -> None:
    """A kind that is not in RESTING sees a paper whose tables have no arithmetic yet."""
    folder = Path(checks.__file__).parents[2]
    modules = {kind: folder / f"{module.replace('.', '/')}.py" for kind, module in KINDS.items()}
    assert {kind for kind, path in modules.items() if "paper.arithmetic" in path.read_text("utf-8")} == RESTING
