"""Rules -> what a person reads about them: a list, or one with its reason and its examples."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from reportcheck.model import Example, Rule
from reportcheck.report.console import write_wrapped
from reportcheck.report.safe import safe, safe_lines


def listing(to: Console, rules: Iterable[Rule]) -> None:
    """A rule after the other: its id, severity, name and reason."""
    for rule in rules:
        head = Text().append(f"{rule.id} ", style="figure").append(f"{rule.severity:<8}", style=rule.severity)
        told = Text(f"{safe(rule.name)}: ").append(safe(rule.why), style="quiet")
        for number, row in enumerate(told.wrap(to, max(to.width - len(head) - 1, 20))):
            row.rstrip()
            start = head.copy() if not number else Text(" " * len(head))
            to.print(start.append_text(row), soft_wrap=True)


def explain(to: Console, rule: Rule) -> None:
    """A rule in its own words: what it is called, why it is there, what it finds and what it leaves alone."""
    head = (
        Text().append(f"{rule.id} {safe(rule.name)}", style="paper").append(f" ({rule.severity})", style=rule.severity)
    )
    write_wrapped(to, head, 0)
    to.print()
    write_wrapped(to, Text(safe(rule.why)), 2)
    to.print()
    for example in rule.examples:
        _example(to, example)
    write_wrapped(to, Text(f"kind: {rule.kind}; file: {safe(rule.source)}", style="quiet"), 2)
    to.print()


def _example(to: Console, example: Example) -> None:
    title = "This is found:" if example.finds else "This is tested and right:"
    write_wrapped(to, Text(title, style="figure"), 2)
    for line in safe_lines(example.shown.replace("\t", "  |  ").rstrip()).split("\n"):
        write_wrapped(to, Text(line), 6, 8)
    for message in example.finds:
        write_wrapped(to, Text("-> ", style="warning").append(safe(message)), 4, 7)
    to.print()
