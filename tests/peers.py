"""Other people's readers, schemas and browsers, by which the tests judge what reportcheck writes.

`.ci/peers` fetches them into build/peers. A test that needs one is skipped with the reason where it is absent, and
fails where CI says that it must be there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

PEERS = Path(__file__).resolve().parents[1] / "build" / "peers"


def peer(name: str) -> Path:
    """The file that `.ci/peers` fetched under that name."""
    path = PEERS / name
    if not path.exists():
        absent(f"build/peers/{name} is not there: .ci/peers fetches it")
    return path


def program(name: str) -> str:
    """Where a program of Debian's stands."""
    found = shutil.which(name)
    if found is None:
        absent(f"{name} is not installed: .ci/peers installs it")
        raise AssertionError
    return found


def absent(reason: str) -> None:
    """Skip the test, or fail it where CI is true."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
