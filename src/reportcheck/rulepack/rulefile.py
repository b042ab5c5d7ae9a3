"""One YAML file -> a Rule, with its reason and its examples. No rule file can run code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportcheck.checks import ACROSS, KINDS, params_of
from reportcheck.errors import RuleError, meant
from reportcheck.model import Example, Rule
from reportcheck.rulepack.records import build

_TEXTS = ("id", "name", "kind", "severity", "why")
_KEYS = {*_TEXTS, "params", "examples"}


def load_rule(path: Path, root: Path | None = None, examples: bool = True) -> Rule:
    """The rule in one YAML file, without its examples if they are not wanted. RuleError names the line of a fault.

    The file is called by its place under `root`, or as it was given.
    """
    shown = called(path, root)
    data, lines = checked(path, shown, examples)
    return made(data, shown, lines)


def called(path: Path, root: Path | None) -> str:
    """A rule file by its place under `root`, or as it was given."""
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.as_posix()


def checked(path: Path, shown: str, examples: bool) -> tuple[dict[str, Any], dict[str, int]]:
    """The file's keys and values, which are those of a rule, and the line that each key stands on."""
    data, lines = _parse(path, shown, examples)
    _check(data, lines, shown)
    return data, lines


def made(data: dict[str, Any], shown: str, lines: dict[str, int]) -> Rule:
    """The rule of such keys and values."""
    params = _record(params_of(data["kind"]), data.get("params") or {}, shown, lines.get("params", 1), "params")
    tried = tuple(_record(Example, item, shown, lines["examples"], "examples") for item in data.get("examples") or ())
    for number, example in enumerate(tried, start=1):
        wanted = "papers" if data["kind"] in ACROSS else "text"
        if bool(example.text) == bool(example.papers) or not getattr(example, wanted):
            raise RuleError(shown, lines["examples"], f"examples: the {_nth(number)} needs {wanted!r}, and no other.")
    why = " ".join(data["why"].split())
    return Rule(data["id"], data["name"], data["kind"], data["severity"], why, params, tried, shown)


def _nth(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")


def _parse(path: Path, shown: str, examples: bool) -> tuple[dict[str, Any], dict[str, int]]:
    """The file's keys and values, and the line that each key stands on."""
    import yaml

    # The C loader is forty times as fast, and as safe; where PyYAML was built without it the other one serves.
    make: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = path.read_text(encoding="utf-8")
        loader = make(text if examples else text.partition("\nexamples:")[0])
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except OSError as problem:
        raise RuleError(shown, 1, f"cannot be opened ({problem.strerror}).") from None
    except UnicodeDecodeError:
        raise RuleError(shown, 1, "is not UTF-8 text. Save it as UTF-8.") from None
    except (yaml.YAMLError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        raise RuleError(shown, mark.line + 1 if mark else 1, f"is not YAML: {problem}") from None
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        raise RuleError(shown, 1, "a rule is a mapping with id, name, kind, severity, why, params and examples.")
    _refuse_twice(node, shown)
    return data, {str(key.value): key.start_mark.line + 1 for key, _ in node.value}


def _refuse_twice(node: Any, shown: str) -> None:
    """RuleError where a key stands twice in one place: YAML would take the last without a word."""
    if node.id == "sequence":
        for item in node.value:
            _refuse_twice(item, shown)
    if node.id == "mapping":
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                raise RuleError(shown, key.start_mark.line + 1, f"{key.value!r} stands here twice. Leave one out.")
            seen.add(str(key.value))
            _refuse_twice(value, shown)


def _check(data: dict[str, Any], lines: dict[str, int], shown: str) -> None:
    """Refuse unknown keys, missing ones, unknown kinds and severities."""
    for key in data:
        if key not in _KEYS:
            said = f"unknown key {key!r}{meant(str(key), _KEYS)}. A rule has: {', '.join(sorted(_KEYS))}."
            raise RuleError(shown, lines[str(key)], said)
    for key in _TEXTS:
        if not isinstance(data.get(key), str):
            raise RuleError(shown, lines.get(key, 1), f"{key!r} is missing or is no text.")
    if data["kind"] not in KINDS:
        said = f"unknown kind {data['kind']!r}{meant(data['kind'], KINDS)}. `reportcheck rules --kinds` lists them."
        raise RuleError(shown, lines["kind"], said)
    if data["severity"] not in ("error", "warning", "note"):
        raise RuleError(shown, lines["severity"], "severity is error, warning or note.")
    if not isinstance(data.get("examples") or [], list):
        raise RuleError(shown, lines["examples"], "examples is a list.")


def _record(make: type[Any], data: object, shown: str, line: int, part: str) -> Any:
    try:
        return build(make, data)
    except (TypeError, ValueError) as problem:
        raise RuleError(shown, line, f"{part}: {problem}") from None
