"""Constants and guards of checks, read and laws, changed one at a time: which changes no test notices.

  python benchmarks/survivors.py lines                    once: which tests run which lines, by coverage
  python benchmarks/survivors.py try --number 200 --seed 1 [--only checks/dates] [--tests 40]

A constant becomes another size, a guard never holds, a comparison is moved by one step. Each change is made in a copy
of the package, in which the tests that run the changed lines are run until one fails: the quickest first, `--tests` of
them at most. A change that no test notices is printed with its place: give it a test on either side of it, or take
it out. Some cannot be noticed (a guard that only saves time): they count as survivors all the same.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "reportcheck"
ROOMS = ("checks", "read", "laws")
MAP = Path(tempfile.gettempdir()) / "reportcheck-lines.json"
SLOW = ("ocr", "threads", "hostile", "hostile_pdf", "nightly", "browser", "hook", "wheel", "workers", "annotate",
        "laws_properties", "numbers_properties", "batch", "soak", "wheel", "dask", "postgres")  # fmt: skip
_SWAPS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
}  # fmt: skip


class Change(NamedTuple):
    """One change of a module: what stands at a place, what shall stand there, and the lines that tell of it."""

    path: str
    line: int
    start: int
    end: int
    """Places in the bytes of the line; only what stands on one line is changed."""
    new: str
    sort: str
    lines: tuple[int, ...]


def main() -> None:
    """Learn which tests run which lines, or try changes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("lines", "try"))
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="modules with this in their path")
    parser.add_argument("--tests", type=int, default=40, help="so many tests at most for one change")
    parser.add_argument("--seconds", type=float, default=120.0, help="the most time for the tests of one change")
    args = parser.parse_args()
    if args.what == "lines":
        sys.exit(_learn())
    known = json.loads(MAP.read_text("utf-8"))
    changes = [c for path in _modules() if args.only in str(path) for c in _changes(path)]
    random.Random(args.seed).shuffle(changes)
    tally: Counter[str] = Counter()
    for change in changes[: args.number]:
        ended = _try(change, known, args.tests, args.seconds)
        tally[ended] += 1
        if ended != "noticed":
            text = (SOURCE / change.path).read_text("utf-8").splitlines()[change.line - 1].strip()
            print(f"{ended:10} {change.path}:{change.line} {change.sort} -> {change.new!r}: {text}", flush=True)
    lived = sum(count for ended, count in tally.items() if ended != "noticed")
    print(f"{len(changes)} changes possible, {tally.total()} tried, {lived} lived: {100 * lived / tally.total():.0f}%")


def _modules() -> list[Path]:
    return [path for room in ROOMS for path in sorted((SOURCE / room).rglob("*.py"))]


# What can be changed


def _changes(path: Path) -> Iterator[Change]:
    """Every change of a module that stands on one line."""
    tree = ast.parse(path.read_text("utf-8"))
    shown = path.relative_to(SOURCE).as_posix()
    uses: dict[str, list[int]] = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            uses[node.id].append(node.lineno)
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for name, value in _numbers(node.targets[0], node.value):
                new = str(value.value * 3 + 1) if value.value else "2"
                yield _change(shown, value, new, "constant", tuple(uses[name]))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and node.test.lineno == node.test.end_lineno and _leaves(node):
            yield _change(shown, node.test, "False", "guard", (node.lineno,))
        elif isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SWAPS:
            found = _operator(path, node)
            if found is not None:
                yield Change(shown, node.lineno, *found, "comparison", (node.lineno,))


def _numbers(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.Constant]]:
    """The numbers that a statement gives to names: `_NEAR = 40`, `_BACK, _ON = 60, 40`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=False):
            yield from _numbers(one, its)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Constant) and type(value.value) in (int, float):
        yield target.id, value


def _leaves(node: ast.If) -> bool:
    """Whether a guard ends something: its block returns, goes on, breaks or raises."""
    return not node.orelse and isinstance(node.body[-1], ast.Return | ast.Continue | ast.Break | ast.Raise)


def _change(path: str, node: ast.expr, new: str, sort: str, lines: tuple[int, ...]) -> Change:
    return Change(path, node.lineno, node.col_offset, node.end_col_offset or 0, new, sort, lines)


def _operator(path: Path, node: ast.Compare) -> tuple[int, int, str] | None:
    """Where the operator of a comparison stands on its line, and the one a step beside it."""
    old, new = _SWAPS[type(node.ops[0])]
    right = node.comparators[0]
    if node.left.end_lineno != right.lineno or node.left.end_lineno != node.lineno:
        return None
    line = path.read_bytes().splitlines()[node.lineno - 1]
    at = line.find(old.encode(), node.left.end_col_offset or 0, right.col_offset)
    return None if at < 0 else (at, at + len(old), new)


# Trying


def _try(change: Change, known: dict[str, Any], most: int, seconds: float) -> str:
    """How a change ended: "noticed", "lived", or "no test" where none runs the line."""
    lines = known["lines"].get(change.path, {})
    tests = {test for line in change.lines for test in lines.get(str(line), ())}
    chosen = sorted(tests, key=lambda test: (known["seconds"].get(test, 9.0), test))[:most]
    if not chosen:
        return "no test"
    with tempfile.TemporaryDirectory(prefix="survivors-") as folder:
        copy = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("ocr.bak"))
        (Path(folder) / "rules").symlink_to(ROOT / "rules")
        changed = copy / "reportcheck" / change.path
        text = changed.read_bytes().splitlines(keepends=True)
        line = text[change.line - 1]
        text[change.line - 1] = line[: change.start] + change.new.encode() + line[change.end :]
        changed.write_bytes(b"".join(text))
        return "lived" if _passes(chosen, copy, seconds) else "noticed"


def _passes(tests: list[str], source: Path, seconds: float) -> bool:
    """Whether all these tests pass with another copy of the package; what takes too long does not."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", "--tb=no", *tests]
    env = {**os.environ, "PYTHONPATH": str(source)}
    try:
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=seconds).returncode == 0
    except subprocess.TimeoutExpired:
        return False


# Learning which tests run which lines: this module is a plugin of pytest too


def _learn() -> int:
    skipped = [f"--ignore=tests/test_{name}.py" for name in SLOW]
    path = os.pathsep.join([str(Path(__file__).parent), str(ROOT / "src")])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "survivors", "-p", "no:cacheprovider", *skipped]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path, "REPORTCHECK_LINES": "1"}
    ).returncode


class _Watch:
    """Which test runs which lines, and how long it takes."""

    def __init__(self) -> None:
        import coverage

        self.coverage = coverage.Coverage(data_file=None, source=[str(SOURCE / room) for room in ROOMS])
        self.seconds: dict[str, float] = {}
        self.began = 0.0
        self.coverage.start()

    def pytest_runtest_setup(self, item: Any) -> None:
        """Count what runs from now on for this test."""
        self.coverage.switch_context(item.nodeid)
        self.began = time.monotonic()

    def pytest_runtest_teardown(self, item: Any) -> None:
        """Note how long it took."""
        self.seconds[item.nodeid] = time.monotonic() - self.began
        self.coverage.switch_context("")

    def pytest_sessionfinish(self) -> None:
        """Write what was learned."""
        self.coverage.stop()
        data = self.coverage.get_data()
        lines = {
            Path(name).relative_to(SOURCE).as_posix(): {
                str(line): [test for test in tests if test] for line, tests in data.contexts_by_lineno(name).items()
            }
            for name in data.measured_files()
        }
        MAP.write_text(json.dumps({"lines": lines, "seconds": self.seconds}), "utf-8")


if os.environ.get("REPORTCHECK_LINES"):

    def pytest_configure(config: Any) -> None:
        """Watch the run."""
        config.pluginmanager.register(_Watch())


if __name__ == "__main__":
    main()
