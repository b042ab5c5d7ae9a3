"""Folders of rule files -> the rules of an audit: those that ship with the package, one's own, those selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from reportcheck.errors import RuleError, UsageError, meant
from reportcheck.model import Rule, Severity
from reportcheck.rulepack import parsed
from reportcheck.rulepack.rulefile import called, checked, load_rule, made


def rules_folder() -> Path:
    """Where the rules that come with the package stand: in the wheel, or beside `src` in a checkout."""
    shipped = Path(__file__).resolve().parents[1] / "rules"
    return shipped if shipped.is_dir() else Path(__file__).resolve().parents[3] / "rules"


def _files(root: Path) -> list[Path]:
    """The rule files under a folder, or the one file. RuleError where there is none, or one is passed over."""
    if root.is_file():
        return [root]
    for path in sorted(root.rglob("*.yml")):
        raise RuleError(path.as_posix(), 1, "the names of rules end in .yaml. Rename it.")
    found = sorted(root.rglob("*.yaml"))
    if not found:
        raise RuleError(root.as_posix(), 1, "this folder holds no rule. A rule is a file whose name ends in .yaml.")
    return found


def _shipped(root: Path) -> list[Rule]:
    """The shipped rules without their examples, from what was kept where no file has changed."""
    files = _files(root)
    key = parsed.key_of(files)
    found = parsed.find(key)
    if found is not None:
        with suppress(KeyError, TypeError, ValueError, AttributeError, RuleError):  # It was written over.
            return [made(data, shown, {}) for shown, data in found]
    read = [(called(path, root), *checked(path, called(path, root), False)) for path in files]
    rules = [made(data, shown, lines) for shown, data, lines in read]
    parsed.keep(key, [(shown, data) for shown, data, _ in read])
    return rules


def load_rules(folder: Path | None = None, examples: bool = True) -> tuple[Rule, ...]:
    """All rules under `folder` (the shipped ones by default), ordered by id. RuleError where one is wrong.

    Without `examples`, which are most of the rules' text and which an audit has no use for, it takes half the time.
    """
    root = folder or rules_folder()
    if folder is None and not examples:
        rules = _shipped(root)
    else:
        rules = [load_rule(path, None if folder else root, examples) for path in _files(root)]
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(rule.source, 1, f"the id {rule.id} is taken by {seen[rule.id].source}. Choose another.")
        seen[rule.id] = rule
    return tuple(sorted(rules, key=lambda rule: rule.id))


def rules_for(
    extra: Path | Sequence[Path] | None,
    select: Sequence[str],
    ignore: Sequence[str],
    examples: bool = False,
    severity: Mapping[str, Severity] = MappingProxyType({}),
    options: tuple[str, str, str, str] = ("--rules", "--select", "--ignore", "severity"),
) -> tuple[Rule, ...]:
    """The shipped rules and those in the folders `extra`; of them those selected and not ignored.

    Rules are named by id, by the start of an id ("RC1") or by name. UsageError where a name fits none; it names the
    one of the `options` that the name was given with. Where several names of `severity` fit a rule, the longest counts.
    One's own rules are read whole, so that a mistake in their examples is told; the shipped ones with `examples` only.
    """
    shipped = rules = load_rules(examples=examples)
    for path in (extra,) if isinstance(extra, Path) else extra or ():
        if not path.exists():
            said = f"{options[0]} {path}: there is no such file or folder. Name one that holds rules as YAML."
            raise UsageError(said)
        rules = _with_own(rules, load_rules(path), shipped)
    for option, names in zip(options[1:], (select, ignore, severity), strict=True):
        for name in names:
            if not any(_named(rule, name) for rule in rules):
                close = meant(name, [rule.name for rule in rules])
                raise UsageError(
                    f"{option} {name}: no rule has this id or name{close}. `reportcheck rules` lists them."
                )
    chosen = [r for r in rules if not select or any(_named(r, name) for name in select)]
    return tuple(_graded(r, severity) for r in chosen if not any(_named(r, name) for name in ignore))


def _with_own(rules: tuple[Rule, ...], own: tuple[Rule, ...], shipped: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Rules with one's own among them, by their ids. RuleError where an id is taken."""
    taken = {rule.id: rule for rule in rules}
    for rule in own:
        if rule.id in taken:
            other = "a shipped rule" if taken[rule.id] in shipped else taken[rule.id].source
            raise RuleError(rule.source, 1, f"the id {rule.id} is taken by {other}. Choose another.")
    return tuple(sorted((*rules, *own), key=lambda rule: rule.id))


def _graded(rule: Rule, severity: Mapping[str, Severity]) -> Rule:
    fit = [name for name in severity if _named(rule, name)]
    return replace(rule, severity=severity[max(fit, key=len)]) if fit else rule


def _named(rule: Rule, name: str) -> bool:
    return rule.name == name or rule.id.startswith(name.upper())
