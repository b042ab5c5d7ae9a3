"""The bytes of a TOML file -> its tables, or one line that says why there are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportcheck.errors import UsageError


def tables(data: bytes, path: Path) -> dict[str, Any]:
    """What the file says. UsageError where it is not TOML, or more than can be read."""
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        why = str(problem)
    except ValueError:
        why = "a number has too many digits"
    except RecursionError:
        why = "too many brackets lie within each other"
    raise UsageError(f"{path}: is not TOML ({why}). Mend it, or move it away.")
