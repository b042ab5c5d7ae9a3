"""Papers that a test writes, and the documents of a JSON report."""

from __future__ import annotations

import json
from pathlib import Path

CLEAN = b"Minutes of a meeting.\n\nNothing was decided.\n"


def write(folder: Path, name: str, data: bytes = CLEAN) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def documents(out: bytes) -> list[dict[str, object]]:
    return json.loads(out)["documents"]  # type: ignore[no-any-return]
