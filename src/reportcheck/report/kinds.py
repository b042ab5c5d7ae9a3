"""Kinds of rule -> what who writes a rule reads about them: a sentence, the parameters, and a rule as an example."""

from __future__ import annotations

import ast
import inspect
import typing
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from rich.console import Console
from rich.text import Text

from reportcheck.checks import KINDS, params_of, sentence_of
from reportcheck.model import Rule
from reportcheck.report.console import write_wrapped
from reportcheck.report.safe import safe


def kinds_listing(to: Console) -> None:
    """A line a kind: its name and its sentence."""
    for kind in KINDS:
        write_wrapped(to, Text().append(kind, style="figure").append(f": {sentence_of(kind)}"), 0, 4)


def explain_kind(to: Console, kind: str, rules: Sequence[Rule]) -> None:
    """One kind: its sentence, its parameters, and the shipped rules of that kind."""
    write_wrapped(to, Text(kind, style="paper"), 0)
    write_wrapped(to, Text(sentence_of(kind)), 2)
    params = params_of(kind)
    hints = typing.get_type_hints(params)
    write_wrapped(to, Text("params:" if params._fields else "It takes no params.", style="figure"), 2)
    meant = _meanings(params) if params._fields else {}
    if params._fields:
        write_wrapped(to, Text(" ".join((params.__doc__ or "").split())), 4)
    for name in params._fields:
        default = params._field_defaults.get(name, ...)
        told = "needed" if default is ... else f"{_value(default)} where it is left out"
        more = f". {meant[name]}" if name in meant else ""
        write_wrapped(to, Text(f"{name}: {_type(hints[name])}; {told}{more}"), 4, 8)
    shown = [rule for rule in rules if rule.kind == kind]
    if shown:
        write_wrapped(to, Text(f"for example {shown[0].id} ({safe(shown[0].source)}):", style="figure"), 2)
        for name, value in zip(params._fields, typing.cast(tuple[Any, ...], shown[0].params), strict=True):
            if value != params._field_defaults.get(name, ...):
                write_wrapped(to, Text(f"{name}: {_value(value)}"), 4, 8)
        others = ", ".join(rule.id for rule in shown[1:])
        if others:
            write_wrapped(to, Text(f"also {others}", style="quiet"), 2)
    to.print()


def _meanings(params: type[Any]) -> dict[str, str]:
    """A parameter -> what the string under it says; most are told together, by the docstring of them all."""
    (record,) = (
        node
        for node in ast.parse(inspect.getsource(inspect.getmodule(params) or params)).body
        if isinstance(node, ast.ClassDef) and node.name == params.__name__
    )
    return {
        field.target.id: " ".join(said.value.value.split())
        for field, said in pairwise(record.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }


def _type(kind: Any) -> str:
    """A type as one says it: "a list of words", "one of rows, columns"."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return f"one of {', '.join(map(str, args))}"
    if origin is tuple:
        return f"a list, each {_type(args[0])}"
    if args:
        return " or ".join(_type(arg) for arg in args if arg is not type(None))
    if hasattr(kind, "_fields"):
        return f"a record of {', '.join(kind._fields)}"
    names = {
        "int": "a whole number",
        "float": "a number",
        "Decimal": "a number",
        "bool": "true or false",
        "str": "text",
    }
    return names.get(kind.__name__, "plain words, alternatives parted by |")


def _value(value: Any) -> str:
    """A value as YAML has it, on one line."""
    if hasattr(value, "_fields"):
        kept = {k: v for k, v in value._asdict().items() if v != value._field_defaults.get(k, ...)}
        return "{" + ", ".join(f"{key}: {_value(item)}" for key, item in kept.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
