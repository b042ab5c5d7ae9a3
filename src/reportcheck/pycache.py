"""What is worked out once and kept as Python keeps its modules: in __pycache__, for as long as its key is the same."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any


def kept(name: str) -> Path:
    """Where what is called so is kept."""
    return Path(__file__).with_name("__pycache__") / f"{name}.{sys.implementation.cache_tag}"


def find(name: str, key: list[Any]) -> Any:
    """What was kept under this key; None where there is nothing."""
    try:
        held = marshal.loads(kept(name).read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return held[1] if isinstance(held, tuple) and len(held) == 2 and held[0] == key else None


def keep(name: str, key: list[Any], value: Any) -> None:
    """Keep plain values, whole or not at all; not where Python keeps nothing either."""
    if sys.dont_write_bytecode:
        return
    place = kept(name)
    part = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError, ValueError):  # A value that cannot be kept so is worked out again.
        data = marshal.dumps((key, value))
        place.parent.mkdir(exist_ok=True)
        try:
            part.write_bytes(data)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
