"""The rules -> pages of the site, and the formats of rules and settings -> their JSON Schemas for editors.

`python docs/rule_pages.py` writes docs/site/rules/ and docs/site/schemas/, and a test keeps them true.
"""

from __future__ import annotations

import json
from pathlib import Path

from reportcheck.model import Example, Rule
from reportcheck.rulepack import load_rules
from reportcheck.rulepack.ruleschema import rule_schema
from reportcheck.settings.keys import json_schema

SITE = Path(__file__).parent / "site"


def pages() -> dict[str, str]:
    """Each file that is made, by its place in the site: a page a topic, and the schemas."""
    topics: dict[str, list[Rule]] = {}
    for rule in load_rules():
        topics.setdefault(rule.source.split("/")[0], []).append(rule)
    schemas = {"schemas/rule.json": rule_schema(), "schemas/settings.json": json_schema()}
    return {
        **{f"rules/{topic}.md": _page(topic, rules) for topic, rules in sorted(topics.items())},
        **{name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()},
    }


def _page(topic: str, rules: list[Rule]) -> str:
    return "\n".join([f"# Rules: {topic}", "", *(line for rule in rules for line in _rule(rule))]).rstrip() + "\n"


def _rule(rule: Rule) -> list[str]:
    """A rule under its heading: why it is there, what it finds, what it leaves alone."""
    lines = [f"## {rule.id} {rule.name}", "", f"*{rule.severity}* {rule.why}", ""]
    for example in rule.examples:
        lines += ["Found:" if example.finds else "Tested, and right:", "", *_shown(example), ""]
        lines += [f"- {_plain(message)}" for message in example.finds]
        lines += [""] if example.finds else []
    return lines


def _shown(example: Example) -> list[str]:
    return ["~~~text", *example.shown.replace("\t", "  |  ").replace("\f", "\n").rstrip().split("\n"), "~~~"]


def _plain(message: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>" else sign for sign in message)


def main() -> None:
    """Write them."""
    for name, text in pages().items():
        (SITE / name).parent.mkdir(parents=True, exist_ok=True)
        (SITE / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
