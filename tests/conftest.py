"""What all tests share."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`reportcheck ARGS` in a process of its own, in an empty folder."""

    def started(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        import os

        kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
        command = [sys.executable, "-m", "reportcheck", *args]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, env={**kept, **env}, timeout=120)

    return started
