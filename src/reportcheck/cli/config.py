"""`reportcheck config`: what is in force for a paper, and which file says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer


def config(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A paper, or a folder of papers; here, without.")] = ".",
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the settings, for editors.")
    ] = False,
) -> None:
    """Show the settings that are in force for a paper, and where each comes from.

    They stand under [tool.reportcheck] in pyproject.toml, or in reportcheck.toml, in the paper's folder or above it.
    """
    from reportcheck.settings.keys import KEYS, json_schema

    if schema:
        typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
        return
    from reportcheck.errors import UsageError
    from reportcheck.report.safe import safe
    from reportcheck.settings import of_paper

    asked = Path(path)
    if not asked.exists():
        raise UsageError(f"{path}: there is no such file or folder.")
    values = of_paper(str(asked / "any") if asked.is_dir() else path, {})
    for name, key in KEYS.items():
        chosen = values.get(name)
        written = safe(_toml(chosen.value if chosen else key.default))
        typer.echo(f"{name} = {written:40} # {safe(chosen.origin) if chosen else 'the default'}")


def _toml(value: Any) -> str:
    if value is None:
        return '""'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value) if isinstance(value, int) else json.dumps(str(value), ensure_ascii=False)
