"""YAML -> rules: one file a rule, with its reason and its examples. No rule file can run code."""

from __future__ import annotations

import dataclasses
import importlib.resources
import types
import typing
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from reportcheck.checks import KINDS, params_of
from reportcheck.errors import RuleError, UsageError
from reportcheck.model import Example, Rule

_KEYS = {"id", "name", "kind", "severity", "why", "params", "examples"}


def rules_folder() -> Path:
    """Where the rules that come with the package stand: in the wheel, or beside `src` in a checkout."""
    shipped = Path(str(importlib.resources.files("reportcheck"))) / "rules"
    return shipped if shipped.is_dir() else Path(__file__).resolve().parents[2] / "rules"


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """All rules under `folder` (the shipped ones by default), ordered by id. RuleError where one is wrong."""
    root = folder or rules_folder()
    rules = [load_rule(path, root) for path in sorted(root.rglob("*.yaml"))]
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(rule.source, 1, f"the id {rule.id} is taken by {seen[rule.id].source}. Choose another.")
        seen[rule.id] = rule
    return tuple(sorted(rules, key=lambda rule: rule.id))


def rules_for(extra: Path | None, select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The shipped rules and those in the folder `extra`; of them those selected and not ignored.

    Rules are named by id, by the start of an id ("RC1") or by name. UsageError where a name fits none.
    """
    rules = load_rules()
    if extra is not None:
        if not extra.is_dir():
            raise UsageError(f"--rules {extra}: there is no such folder. Name a folder that holds rules as YAML files.")
        own = load_rules(extra)
        taken = {rule.id: rule for rule in rules}
        for rule in own:
            if rule.id in taken:
                raise RuleError(rule.source, 1, f"the id {rule.id} is taken by a shipped rule. Choose another.")
        rules = tuple(sorted((*rules, *own), key=lambda rule: rule.id))
    for option, names in (("--select", select), ("--ignore", ignore)):
        for name in names:
            if not any(_named(rule, name) for rule in rules):
                raise UsageError(f"{option} {name}: no rule has this id or name. `reportcheck rules` lists them.")
    chosen = [r for r in rules if not select or any(_named(r, name) for name in select)]
    return tuple(r for r in chosen if not any(_named(r, name) for name in ignore))


def _named(rule: Rule, name: str) -> bool:
    return rule.name == name or rule.id.startswith(name.upper())


def load_rule(path: Path, root: Path | None = None) -> Rule:
    """The rule in one YAML file. RuleError names the line of what is wrong in it."""
    shown = path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.name
    text = path.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise RuleError(shown, mark.line + 1 if mark else 1, f"is not YAML: {problem}") from None
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        raise RuleError(shown, 1, "a rule is a mapping with id, name, kind, severity, why, params and examples.")
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    for key in data:
        if key not in _KEYS:
            raise RuleError(shown, lines[key], f"unknown key {key!r}. A rule has: {', '.join(sorted(_KEYS))}.")
    for key in ("id", "name", "kind", "severity", "why"):
        if not isinstance(data.get(key), str):
            raise RuleError(shown, lines.get(key, 1), f"{key!r} is missing or is no text.")
    kind = data["kind"]
    if kind not in KINDS:
        raise RuleError(shown, lines["kind"], f"unknown kind {kind!r}. Kinds are: {', '.join(sorted(KINDS))}.")
    if data["severity"] not in ("error", "warning", "note"):
        raise RuleError(shown, lines["severity"], "severity is error, warning or note.")
    params_line = lines.get("params", 1)
    try:
        params = build(params_of(kind), data.get("params") or {})
    except (TypeError, ValueError) as problem:
        raise RuleError(shown, params_line, f"params: {problem}") from None
    try:
        examples = tuple(build(Example, item) for item in data.get("examples") or ())
    except (TypeError, ValueError) as problem:
        raise RuleError(shown, lines["examples"], f"examples: {problem}") from None
    return Rule(
        data["id"],
        data["name"],
        kind,
        data["severity"],
        " ".join(data["why"].split()),
        params,
        examples,
        shown,
    )


def build(record: type[Any], data: object) -> Any:
    """A record from YAML's plain data: unknown keys and wrong types are refused by name."""
    if not isinstance(data, dict):
        raise TypeError(f"expected keys and values, found {data!r}")
    hints = typing.get_type_hints(record)
    known = {f.name: f for f in dataclasses.fields(record)}
    for key in data:
        if key not in known:
            raise ValueError(f"unknown key {key!r}; known are {', '.join(known)}")
    values = {key: _convert(hints[key], value, key) for key, value in data.items()}
    for name, f in known.items():
        bare = f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        if name not in values and bare:
            raise ValueError(f"{name!r} is missing")
    return record(**values)


def _convert(kind: Any, value: Any, key: str) -> Any:
    """A YAML value as the type that the record asks for."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType or origin is typing.Union:
        options = [a for a in args if a is not types.NoneType]
        if value is None and len(options) < len(args):
            return None
        return _convert(options[0], value, key)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(f"{key!r} takes a list, found {value!r}")
        return tuple(_convert(args[0], item, key) for item in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise TypeError(f"{key!r} takes keys and values, found {value!r}")
        return {str(k): _convert(args[1], v, f"{key}.{k}") for k, v in value.items()}
    if origin is typing.Literal:
        if value not in args:
            raise ValueError(f"{key!r} is one of {', '.join(map(str, args))}, found {value!r}")
        return value
    if dataclasses.is_dataclass(kind):
        return build(typing.cast(type[Any], kind), value)
    if kind is Decimal and isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    if isinstance(value, bool) != (kind is bool) or not isinstance(value, kind):
        raise TypeError(f"{key!r} takes {kind.__name__}, found {value!r}")
    return value
