"""The format of a rule's file -> its JSON Schema, made from the records that a rule is built of."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from typing import Any

from reportcheck.checks import KINDS, params_of, sentence_of
from reportcheck.model import Example
from reportcheck.patterns import Words
from reportcheck.rulepack.records import SIGNS

_TOLD = {
    "id": "Capital letters and three digits, such as LC001. Each rule has its own.",
    "name": "Small letters and hyphens; the file is called so too.",
    "kind": "What looks at the paper: `reportcheck rules --kinds` lists them.",
    "severity": "Of its findings.",
    "why": "Why a reader should care, in a sentence or two.",
    "examples": "One text that is found, with the whole messages, and one that is right.",
}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    Words: {"type": "string", "pattern": "^(?!.*" + SIGNS.pattern + ")", "description": "Plain words; | parts others."},
}


def _example() -> dict[str, Any]:
    """An example has a text, or the papers of a rule across papers."""
    return _record(Example) | {"oneOf": [{"required": ["text"]}, {"required": ["papers"]}]}


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule's file, for editors: the parameters are those of its kind."""
    texts: dict[str, Any] = {name: {"type": "string", "description": told} for name, told in _TOLD.items()}
    properties = {
        **texts,
        "kind": texts["kind"] | {"oneOf": [{"const": kind, "description": sentence_of(kind)} for kind in KINDS]},
        "severity": texts["severity"] | {"enum": ["error", "warning", "note"]},
        "params": {},
        "examples": {"type": "array", "items": _example(), "description": _TOLD["examples"]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of reportcheck",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "name", "kind", "severity", "why"],
        "properties": properties,
        "allOf": [_of_kind(kind) for kind in KINDS],
    }


def _of_kind(kind: str) -> dict[str, Any]:
    """What a rule of a kind may say further, and must."""
    params = params_of(kind)
    record = _record(params)
    then: dict[str, Any] = {"properties": {"params": {**record, "type": ["object", "null"]}}}
    if record.get("required"):
        then = {"properties": {"params": record}, "required": ["params"]}
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}


def _record(record: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(record)
    needed = [name for name in record._fields if name not in record._field_defaults]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _type(hints[name]) for name in record._fields},
        **({"required": needed} if needed else {}),
    }


def _type(kind: Any) -> dict[str, Any]:
    """What a value of a type looks like in YAML."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType or origin is typing.Union:
        several = [_type(arg) for arg in args if arg is not types.NoneType]
        return {"anyOf": [*several, {"type": "null"}]} if types.NoneType in args else several[0]
    if origin is tuple:
        return {"type": "array", "items": _type(args[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(args[1])}
    if origin is typing.Literal:
        return {"enum": list(args)}
    return _record(kind) if hasattr(kind, "_fields") else _PLAIN[kind]
