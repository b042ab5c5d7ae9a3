"""The settings there are: what each takes, what it is good for, and how a wrong one is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from reportcheck.errors import UsageError, meant
from reportcheck.patterns import pattern
from reportcheck.quantity import MONEY
from reportcheck.records import record

PER_FILE = "per-file"
_YEAR = pattern(r"((?:19|20)\d\d)(?:[-/](\d\d|(?:19|20)\d\d))?")
SEVERITIES = ("error", "warning", "note")
WEEK = 604_800.0
"""Seconds: longer than anybody waits for a paper, and less than clocks and timers can count."""


@record(frozen=True, slots=True)
class Key:
    """A setting: `default` is what is in force where nobody sets it."""

    takes: Literal["names", "choice", "number", "whole", "file", "flag", "severities", "year"]
    told: str
    default: Any
    choices: tuple[str, ...] = ()
    least: float = 0
    most: float = float("inf")


KEYS: Mapping[str, Key] = {
    "select": Key("names", "Only these rules: an id, the start of one, or a name.", ()),
    "ignore": Key("names", "All rules but these.", ()),
    "severity": Key("severities", "The severity of a rule, by its id, the start of one, or its name.", {}, SEVERITIES),
    "rules": Key("names", "More rules: files or folders, beside the file of settings.", ()),
    "fail-on": Key("choice", "The mildest finding that makes the exit code 1.", "warning", (*SEVERITIES, "never")),
    "fail-under": Key("number", "Also 1 where less of a paper's figures could be tested, per cent.", 0, most=100),
    "baseline": Key("file", "Keep quiet what `reportcheck baseline` wrote to this file.", None),
    "revisions": Key(
        "choice", "Which side of a Word draft's tracked changes is read.", "final", ("final", "original", "both")
    ),
    "year": Key("year", "The year that papers report on where they do not say: 2024-25, or 2025 to its December.", ""),
    "currency": Key("choice", "What $, kr or Rs stands for where papers do not say.", "", ("", *sorted(MONEY))),
    "date-order": Key("choice", "What comes first in dates such as 3/4/2025.", "", ("", "day", "month")),
    "ocr": Key("flag", "Read pages that are pictures.", False),
    "pdf-engine": Key("choice", "What reads PDFs.", "pdfium", ("pdfium", "pdfplumber")),
    "cache": Key("flag", "Use what earlier runs have kept of papers that are unchanged.", True),
    "jobs": Key("whole", "How many processes; 0 is one for each core.", 0),
    "memory": Key("whole", "The most memory that each process that reads a file may take, in MB.", 2048, least=128),
    "page-seconds": Key("number", "The most time for one page.", 30.0, least=0.1, most=WEEK),
    "file-seconds": Key(
        "number", "The most time for reading one file, and for auditing it.", 600.0, least=0.1, most=WEEK
    ),
}


def checked(data: Mapping[str, Any], where: str, part: bool = False) -> dict[str, Any]:
    """The settings of a table, with lists as tuples. UsageError names the key or the value that is wrong."""
    known = [*KEYS, *([] if part else [PER_FILE])]
    for name in data:
        if name not in KEYS:
            raise UsageError(f"{where}: unknown key {name!r}{meant(name, known)}. Keys are: {', '.join(known)}.")
    return {name: _value(KEYS[name], value, f"{where}: {name}") for name, value in data.items()}


def _value(key: Key, value: Any, where: str) -> Any:
    if key.takes == "severities":
        return _severities(key, value, where)
    if key.takes == "names":
        return _names(value, where)
    if key.takes == "choice":
        return _choice(key, value, where)
    if key.takes == "year":
        return _year(value, where)
    if key.takes == "flag" and isinstance(value, bool):
        return value
    if key.takes == "file" and isinstance(value, str) and value:
        return value
    if key.takes in ("number", "whole") and _is_number(key, value):
        return value if key.takes == "whole" else float(value)
    raise UsageError(f"{where} takes {_wanted(key)}, and not {_toml(value)}.")


def _names(value: Any, where: str) -> tuple[str, ...]:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list) or not all(isinstance(each, str) and each.strip() for each in several):
        raise UsageError(f'{where} takes names, such as ["RC101", "RC351"], and not {_toml(value)}.')
    return tuple(each.strip() for each in several)


def _choice(key: Key, value: Any, where: str) -> str:
    folded = {choice.casefold(): choice for choice in key.choices}
    if isinstance(value, str) and value.casefold() in folded:
        return folded[value.casefold()]
    close = meant(value, folded) if isinstance(value, str) else ""
    raise UsageError(f"{where} is one of {', '.join(filter(None, key.choices))}, and not {_toml(value)}{close}.")


def _severities(key: Key, value: Any, where: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise UsageError(f'{where} is a table of rules, such as RC351 = "note", and not {_toml(value)}.')
    return {rule: _choice(key, each, f"{where}: {rule}") for rule, each in value.items()}


def _year(value: Any, where: str) -> str:
    """A year as people write it, 2025 or "2024-25"."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    match = _YEAR.fullmatch(text)
    if (text or value != "") and (not match or (match[2] and int(match[2][-2:]) != (int(match[1]) + 1) % 100)):
        raise UsageError(f'{where} is a year, such as 2025 or "2024-25", and not {_toml(value)}.')
    return text


def _is_number(key: Key, value: Any) -> bool:
    fits = isinstance(value, int) or (key.takes == "number" and isinstance(value, float))
    return fits and not isinstance(value, bool) and key.least <= value <= key.most


def _wanted(key: Key) -> str:
    if key.takes in ("flag", "file"):
        return {"flag": "true or false", "file": "the name of a file"}[key.takes]
    sort = "a whole number" if key.takes == "whole" else "a number"
    return f"{sort} from {key.least:g}" + ("" if key.most == float("inf") else f" to {key.most:g}")


def _toml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of reportcheck.toml, and of [tool.reportcheck], for editors."""
    properties = {name: _schema(key) for name, key in KEYS.items()}
    parts = {"type": "object", "additionalProperties": False, "properties": properties}
    told = "Settings for papers whose path fits a pattern."
    every = {**properties, PER_FILE: {"type": "object", "description": told, "additionalProperties": parts}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The settings of reportcheck",
        "type": "object",
        "additionalProperties": False,
        "properties": every,
    }


def _schema(key: Key) -> dict[str, Any]:
    told: dict[str, Any] = {"description": key.told}
    if key.takes == "names":
        return told | {"type": ["array", "string"], "items": {"type": "string", "pattern": r"\S"}, "default": []}
    if key.takes == "severities":
        return told | {"type": "object", "additionalProperties": {"enum": list(key.choices)}}
    if key.takes == "choice":
        return told | {"enum": list(key.choices), "default": key.default}
    if key.takes == "year":
        return told | {
            "type": ["string", "integer"],
            "pattern": f"^({_YEAR.pattern})?$",
            "minimum": 1900,
            "maximum": 2099,
        }
    if key.takes == "flag":
        return told | {"type": "boolean", "default": key.default}
    if key.takes == "file":
        return told | {"type": "string", "minLength": 1}
    sort = {"type": "integer" if key.takes == "whole" else "number", "minimum": key.least, "default": key.default}
    return told | sort | ({} if key.most == float("inf") else {"maximum": key.most})
