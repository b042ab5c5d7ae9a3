"""Shipped rules as they were parsed, kept as Python keeps its modules: in __pycache__, for as long as no file changes.

To read the YAML of all of them, and the library that reads it, would take an eighth of a one-page audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportcheck import pycache
from reportcheck.rulepack import rulefile
from reportcheck.version import VERSION

Parsed = list[tuple[str, dict[str, Any]]]
"""Where each rule stands under the folder of rules, and its keys and values, found to be right."""


def key_of(files: Sequence[Path]) -> list[object]:
    """What changes whenever a file of rules, or the module that reads it, does."""
    stats = ((path.as_posix(), path.stat()) for path in (*files, Path(rulefile.__file__)))
    return [VERSION, *((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)]


def find(key: list[object]) -> Parsed | None:
    """The rules that were kept under this key; None where there are none."""
    found: Parsed | None = pycache.find("rules", key)
    return found


def keep(key: list[object], rules: Parsed) -> None:
    """Keep the rules."""
    pycache.keep("rules", key, rules)
