"""Shipped rules as they were parsed, kept as Python keeps its modules: in __pycache__, for as long as no file changes.

To read the YAML of all of them, and the library that reads it, would take an eighth of a one-page audit.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportcheck.rulepack import rulefile
from reportcheck.version import VERSION

Parsed = list[tuple[str, dict[str, Any]]]
"""Where each rule stands under the folder of rules, and its keys and values, found to be right."""


def _kept() -> Path:
    return Path(__file__).with_name("__pycache__") / f"rules.{sys.implementation.cache_tag}"


def key_of(files: Sequence[Path]) -> list[object]:
    """What changes whenever a file of rules, or the module that reads it, does."""
    stats = ((path.as_posix(), path.stat()) for path in (*files, Path(rulefile.__file__)))
    return [VERSION, *((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)]


def find(key: list[object]) -> Parsed | None:
    """The rules that were kept under this key; None where there are none."""
    try:
        held = marshal.loads(_kept().read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return held[1] if isinstance(held, tuple) and len(held) == 2 and held[0] == key else None


def keep(key: list[object], rules: Parsed) -> None:
    """Keep the rules, whole or not at all; not where Python keeps nothing either."""
    if sys.dont_write_bytecode:
        return
    place = _kept()
    part = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError, ValueError):  # A value that cannot be kept so is read again.
        data = marshal.dumps((key, rules))
        place.parent.mkdir(exist_ok=True)
        try:
            part.write_bytes(data)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
