"""The commands of benchmarks/, for tests that hold them to what they say."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"


def bench_called(name: str) -> ModuleType:
    """A module of benchmarks/, which import one another by their bare names."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return importlib.import_module(name)
