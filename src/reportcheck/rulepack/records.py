"""Plain data from YAML -> named tuples: unknown keys, missing ones and wrong types are refused by name."""

from __future__ import annotations

import functools
import re
import types
import typing
from decimal import Decimal
from typing import Any

from reportcheck.errors import meant
from reportcheck.patterns import Words

SIGNS = re.compile(r"[\[\]{}*+?\\^]")
"""The signs of patterns: whoever writes them expects what plain words do not do."""


def build(record: type[Any], data: object) -> Any:
    """A named tuple from YAML's plain data: unknown keys and wrong types are refused by name."""
    if not isinstance(data, dict):
        raise TypeError(f"expected keys and values, found {data!r}")
    known: tuple[str, ...] = record._fields
    for key in data:
        if key not in known:
            raise ValueError(f"unknown key {key!r}{meant(str(key), known)}; known are {', '.join(known) or 'none'}")
    hints = _hints(typing.cast(typing.Hashable, record)) if data else {}
    values = {key: _convert(hints[key], value, key) for key, value in data.items()}
    for name in known:
        if name not in values and name not in record._field_defaults:
            raise ValueError(f"{name!r} is missing")
    return record(**values)


@functools.cache
def _hints(record: typing.Hashable) -> dict[str, Any]:
    """The types of a record's fields, read once for all the rules of its kind: they are evaluated from text."""
    return typing.get_type_hints(record)


def _convert(kind: Any, value: Any, key: str) -> Any:
    """A YAML value as the type that the record asks for."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType or origin is typing.Union:
        options = [a for a in args if a is not types.NoneType]
        return None if value is None and len(options) < len(args) else _convert(options[0], value, key)
    if origin in (tuple, dict):
        return _collected(origin, args, value, key)
    if origin is typing.Literal:
        if value not in args:
            raise ValueError(f"{key!r} is one of {', '.join(map(str, args))}, found {value!r}{meant(str(value), args)}")
        return value
    if kind is Words:
        return _words(value, key)
    if hasattr(kind, "_fields"):
        return build(kind, value)
    if kind is Decimal and isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    if isinstance(value, bool) != (kind is bool) or not isinstance(value, kind):
        raise TypeError(f"{key!r} takes {kind.__name__}, found {value!r}")
    return value


def _collected(origin: Any, args: tuple[Any, ...], value: Any, key: str) -> Any:
    """A YAML list or mapping, each of its values as the type that the record asks for."""
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(f"{key!r} takes a list, found {value!r}")
        return tuple(_convert(args[0], item, key) for item in value)
    if not isinstance(value, dict):
        raise TypeError(f"{key!r} takes keys and values, found {value!r}")
    return {str(k): _convert(args[1], v, f"{key}.{k}") for k, v in value.items()}


def _words(value: Any, key: str) -> str:
    if not isinstance(value, str) or SIGNS.search(value) or value.count("(") != value.count(")"):
        raise ValueError(f"{key!r} takes plain words, alternatives parted by |, and no pattern; found {value!r}")
    return value
