"""Reports -> files, each written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`: whoever reads it meanwhile sees the old file or the new one, never a part."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # A device or a pipe: to put a file in its place would take it away.
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        with suppress(FileNotFoundError):  # A signal may come when it has its place already.
            os.unlink(name)
        raise
