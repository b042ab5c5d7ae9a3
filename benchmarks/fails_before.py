"""The tests of what a first hour with reportcheck must not meet, put to the code of before: each must fail there.

    python benchmarks/fails_before.py [COMMIT]

Today's tests are run on the `src` of that commit, in a worktree that is taken away afterwards, and on today's. An item
whose tests all pass on the old code has a test that shows nothing; a test that passes on both guards what was right.
What the tests import and the old code has not is stood in for by a name that fails where a test uses it, so that tests
beside that one are run too. (The two tests of test_api.py that only look whether names are there pass by that.)
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BEFORE = "90b74a1"
ITEMS: dict[str, Sequence[str]] = {
    "1 nothing is written over": ("test_output_kept.py",),
    "3 threads and notebooks": ("test_threads.py",),
    "6 figures as a person counts them": (
        "test_coverage.py::test_figures_are_those_that_a_person_would_count",
        "test_notices.py::test_a_report_says_what_its_counts_do_not",
    ),
    "7, 8 and 9 the right cell, sure only with a witness, told once": ("test_advice.py",),
    "13 rules of one's own": ("test_own_rules.py",),
    "16 from Python": ("test_api.py",),
}
_OUTCOME = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED)\s+(?:\[\d+\] )?(\S.*?)(?: - (.*))?$", re.MULTILINE)


class Absent:
    """A name that the old code has not: whatever is done with it fails."""

    def __init__(self, name: str) -> None:
        vars(self)["name"] = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise AssertionError(f"there was no {self.name}")

    def __call__(self, *args: object, **options: object) -> None:
        raise AssertionError(f"there was no {self.name}")

    __iter__ = __getitem__ = __contains__ = __call__


def pytest_configure() -> None:
    """For pytest, which has this module as a plug-in: let every import of the tests succeed."""
    for path in sorted((ROOT / "tests").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "reportcheck":
                _stand_in(node.module, [alias.name for alias in node.names])


def _stand_in(module: str, names: Sequence[str]) -> None:
    try:
        there = importlib.import_module(module)
    except ImportError:
        there = sys.modules[module] = ModuleType(module)
        there.__path__ = []  # type: ignore[attr-defined]
    for name in names:
        if not hasattr(there, name):
            try:
                importlib.import_module(f"{module}.{name}")
            except ImportError:
                setattr(there, name, Absent(f"{module}.{name}"))


def outcomes(source: Path, tests: Sequence[str]) -> dict[str, str]:
    """Each test's outcome on the code in a folder, with the error's first words."""
    paths = os.pathsep.join((str(source), str(Path(__file__).parent)))
    options = ("-q", "--tb=no", "-rA", "-p", "no:cacheprovider", "-p", "fails_before")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests], cwd=ROOT / "tests",
        env={**os.environ, "PYTHONPATH": paths, "COLUMNS": "400"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {name: f"{kind} {why}".strip() for kind, name, why in _OUTCOME.findall(done.stdout) if kind != "SKIPPED"}


def main() -> None:
    """Print, for each item, how many of its tests fail before and now, and which do not fail before."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commit", nargs="?", default=BEFORE)
    commit = parser.parse_args().commit
    with tempfile.TemporaryDirectory(prefix="before-") as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "-q", "--detach", str(tree), commit], cwd=ROOT, check=True)
        try:
            for item, tests in ITEMS.items():
                before, now = outcomes(tree / "src", tests), outcomes(ROOT / "src", tests)
                held = [name for name, told in before.items() if told.startswith("PASSED")]
                broken = [name for name, told in now.items() if not told.startswith("PASSED")]
                print(
                    f"{item}: {len(before) - len(held)} of {len(before)} fail before, {len(broken)} of {len(now)} now"
                )
                for name, told in before.items():
                    print(f"    {name}: {told[:100]}", flush=True)
                for name in broken:
                    print(f"    NOW {name}: {now[name][:100]}")
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
