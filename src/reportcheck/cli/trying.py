"""A rule x its examples -> where they differ from what the rule says of them."""

from __future__ import annotations

from collections.abc import Iterator

from reportcheck.model import Example, Rule


def differences(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule's examples, a line each; none where the rule says what they promise."""
    if not any(example.finds for example in rule.examples):
        yield "no example shows what it finds"
    if all(example.finds for example in rule.examples):
        yield "no example shows what it leaves alone"
    for number, example in enumerate(rule.examples, start=1):
        yield from (f"example {number}: {told}" for told in _tried(rule, example))


def _tried(rule: Rule, example: Example) -> Iterator[str]:
    from reportcheck.trying import tried

    messages, tested = tried(rule, example)
    said = [*messages]
    for message in example.finds:
        if message in said:
            said.remove(message)
        else:
            yield f"does not find: {message}"
    yield from (f"finds: {message}" for message in said)
    if not example.finds and not tested:
        yield "the rule met nothing to test in it"
