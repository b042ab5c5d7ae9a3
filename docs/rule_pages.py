"""The rules -> pages of the site: `python docs/rule_pages.py` writes docs/site/rules/, and a test keeps them true."""

from __future__ import annotations

from pathlib import Path

from reportcheck.model import Example, Rule
from reportcheck.rulepack import load_rules

FOLDER = Path(__file__).parent / "site" / "rules"


def pages() -> dict[str, str]:
    """The name of each topic's page, and its text."""
    topics: dict[str, list[Rule]] = {}
    for rule in load_rules():
        topics.setdefault(rule.source.split("/")[0], []).append(rule)
    return {f"{topic}.md": _page(topic, rules) for topic, rules in sorted(topics.items())}


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
    return ["~~~text", *example.text.replace("\t", "  |  ").replace("\f", "\n").rstrip().split("\n"), "~~~"]


def _plain(message: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>" else sign for sign in message)


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
