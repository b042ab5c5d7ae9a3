"""`reportcheck rules`: what is checked, and why; the kinds of rule; and whether one's own do what they promise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from reportcheck.model import Rule


def rules(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE|WORD|check PATH|new NAME]...",
            help="Rules to explain, words to look for, `check` and rules to try, or `new` and a name; none lists all.",
        ),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--rules", metavar="FILE|FOLDER", help="More rules, as YAML files.")
    ] = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="Of which kind a new rule is.")] = "",
    kinds: Annotated[bool, typer.Option("--kinds", help="List the kinds of rule, or explain those named.")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a rule, for editors.")] = False,
) -> None:
    """List the rules, explain one (rules RC101), or look for some (rules total).

    One's own are begun with `rules new NAME --kind KIND`, and tried with `rules check PATH`.
    """
    given = tuple(names or ())
    if schema:
        import json

        from reportcheck.rulepack.ruleschema import rule_schema

        typer.echo(json.dumps(rule_schema(), indent=2, ensure_ascii=False))
    elif kinds:
        _kinds(given)
    elif given and given[0] == "check":
        raise typer.Exit(_check(given[1:]))
    elif given and given[0] == "new":
        _new(given[1:], kind)
    else:
        _rules(given, folder)


def _rules(names: tuple[str, ...], folder: Path | None) -> None:
    import sys

    from reportcheck.report.console import console
    from reportcheck.report.explain import explain, listing
    from reportcheck.rulepack import rules_for

    every = rules_for(folder, (), (), examples=True)
    to = console(sys.stdout)
    if not names:
        listing(to, every)
    named = {name: _named(every, name) for name in names}
    for name in (name for name in names if not named[name]):
        named[name] = _told(every, name)
    one = len(names) == 1 and len(named[names[0]]) > 1
    chosen = [rule for rule in every if any(rule in found for found in named.values())]
    if one:
        listing(to, chosen)
    for rule in () if one else chosen:
        explain(to, rule)


def _named(rules: Sequence[Rule], name: str) -> list[Rule]:
    """The rules that an id, the start of one, or a name names."""
    return [rule for rule in rules if rule.name == name or rule.id.startswith(name.upper())]


def _told(rules: Sequence[Rule], word: str) -> list[Rule]:
    """The rules whose name, kind, reason or messages have the word. UsageError where none has."""
    from reportcheck.errors import UsageError, meant

    low = word.lower()
    for texts in (
        lambda rule: f"{rule.name} {rule.kind}",
        lambda rule: rule.why,
        lambda rule: " ".join(message for example in rule.examples for message in example.finds),
    ):
        found = [rule for rule in rules if low in texts(rule).lower()]
        if found:
            return found
    close = meant(word, [rule.name for rule in rules])
    raise UsageError(f"{word}: no rule has this id or name{close}. None speaks of it; `reportcheck rules` lists them.")


def _kinds(names: tuple[str, ...]) -> None:
    import sys

    from reportcheck.checks import KINDS
    from reportcheck.errors import UsageError, meant
    from reportcheck.report.console import console
    from reportcheck.report.kinds import explain_kind, kinds_listing
    from reportcheck.rulepack import load_rules

    for name in names:
        if name not in KINDS:
            said = f"--kinds {name}: no kind has this name{meant(name, KINDS)}. `reportcheck rules --kinds` lists them."
            raise UsageError(said)
    to = console(sys.stdout)
    if not names:
        kinds_listing(to)
    rules = load_rules(examples=False) if names else ()
    for name in names:
        explain_kind(to, name, rules)


def _new(names: tuple[str, ...], kind: str) -> None:
    """Write a rule to fill in, as NAME.yaml, here or in the folder that stands before the name."""
    from reportcheck.archive.store import write_atomically
    from reportcheck.checks import KINDS
    from reportcheck.errors import UsageError, meant
    from reportcheck.report.safe import safe
    from reportcheck.rulepack.newrule import new_rule

    if len(names) != 1 or not kind:
        raise UsageError("rules new takes a name and a kind: reportcheck rules new pupils-add-up --kind label-sum")
    if kind not in KINDS:
        raise UsageError(f"--kind {kind}: no kind has this name{meant(kind, KINDS)}. See `reportcheck rules --kinds`.")
    path = Path(names[0].removesuffix(".yaml") + ".yaml")
    if path.exists():
        raise UsageError(f"{path} is there already. Name another rule.")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: there is no such folder. Make it first.")
    write_atomically(path, new_rule(path.stem, kind, path.parent).encode())
    typer.echo(f"{safe(str(path))} is written: fill it in, then try it with: reportcheck rules check {safe(str(path))}")


def _check(paths: tuple[str, ...]) -> int:
    """Try the examples of rules: 0 where all say what they promise, 1 where not. RuleError where one cannot be read."""
    import sys

    from rich.text import Text

    from reportcheck.cli.trying import differences
    from reportcheck.errors import UsageError
    from reportcheck.report.console import console, write_line, write_wrapped
    from reportcheck.report.places import plural
    from reportcheck.report.safe import safe
    from reportcheck.rulepack import rules_for

    if not paths:
        raise UsageError(
            "rules check: name the file or the folder of rules to try, as in: reportcheck rules check my-rules/"
        )
    to, wrong, tried = console(sys.stdout), 0, 0
    for path in paths:
        shipped = {rule.id for rule in rules_for(None, (), ())}
        for rule in (rule for rule in rules_for(Path(path), (), (), examples=True) if rule.id not in shipped):
            tried += 1
            told = list(differences(rule))
            wrong += bool(told)
            for line in told:
                write_wrapped(to, Text(f"{safe(rule.source)}: {safe(rule.id)}: {safe(line)}"), 0, 4)
    write_line(to, f"{plural(tried, 'rule')}: {tried - wrong} as promised, {wrong} not", "warning" if wrong else "good")
    return int(wrong > 0)
