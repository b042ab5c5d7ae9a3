"""Constants and guards of checks, read and laws, changed one at a time: which changes no test notices.

  python benchmarks/survivors.py --number 200 --seed 1 [--only checks/dates]

A constant becomes another size, a guard never holds, a comparison is moved by one step. Each change is made in a copy
of the package, with which the tests that concern its module are run until one fails: of a check the examples of its
rules and the files that speak of it, of a law those of the laws, of what reads those that import it and all examples;
the small papers of tests/cases/ always.
A change that these do not notice is tried with all quick tests (`--near` leaves that out). One that no test notices is
printed with its place: give it a test on either side of it, or take it out. Some cannot be noticed (a guard that only
saves time): they count as survivors all the same.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "reportcheck"
ROOMS = ("checks", "read", "laws")
_SKIPPED = {
    "test_rules", "test_ocr", "test_threads", "test_hostile", "test_hostile_pdf", "test_nightly", "test_browser",
    "test_hook", "test_wheel", "test_workers", "test_annotate", "test_laws_properties", "test_numbers_properties",
    "test_batch", "test_batch_addresses", "test_batch_ledger", "test_batch_settings", "test_rule_pages",
    "test_right_papers", "test_layers",
}  # fmt: skip
"""Files that take long and say nothing of a single constant."""
_RULES = "tests/test_rules.py"
_CASES = "tests/test_cases.py"
"""Small papers of all topics: quick, and tried for every module."""
_ID = re.compile(r"^id: (RC\d+)$", re.M)
_SWAPS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
}  # fmt: skip


class Change(NamedTuple):
    """One change of a module: what stands at a place, and what shall stand there."""

    path: str
    line: int
    start: int
    end: int
    """Places in the bytes of the line; only what stands on one line is changed."""
    new: str
    sort: str


def main() -> None:
    """Try changes, and say which lived."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="modules with this in their path")
    parser.add_argument("--seconds", type=float, default=300.0, help="the most time for the tests of one change")
    parser.add_argument("--near", action="store_true", help="only the tests that concern the module of a change")
    args = parser.parse_args()
    changes = [c for path in _modules() if args.only in str(path) for c in _changes(path)]
    random.Random(args.seed).shuffle(changes)
    tally: Counter[str] = Counter()
    for change in changes[: args.number]:
        ended = _try(change, args.seconds, near=args.near)
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
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for value in _numbers(node.targets[0], node.value):
                new = str(value.value * 3 + 1 if isinstance(value.value, float | int) and value.value else 2)
                yield _change(shown, value, new, "constant")
    for part in ast.walk(tree):
        if isinstance(part, ast.If) and part.test.lineno == part.test.end_lineno and _leaves(part):
            yield _change(shown, part.test, "False", "guard")
        elif isinstance(part, ast.Compare) and len(part.ops) == 1 and type(part.ops[0]) in _SWAPS:
            found = _operator(path, part)
            if found is not None:
                yield Change(shown, part.lineno, *found, "comparison")


def _numbers(target: ast.expr, value: ast.expr) -> Iterator[ast.Constant]:
    """The numbers that a statement gives to names: `_NEAR = 40`, `_BACK, _ON = 60, 40`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=False):
            yield from _numbers(one, its)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Constant) and type(value.value) in (int, float):
        yield value


def _leaves(node: ast.If) -> bool:
    """Whether a guard ends something: its block returns, goes on, breaks or raises."""
    return not node.orelse and isinstance(node.body[-1], ast.Return | ast.Continue | ast.Break | ast.Raise)


def _change(path: str, node: ast.expr, new: str, sort: str) -> Change:
    return Change(path, node.lineno, node.col_offset, node.end_col_offset or 0, new, sort)


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


def _try(change: Change, seconds: float, *, near: bool) -> str:
    """How a change ended: "noticed" or "lived"."""
    with tempfile.TemporaryDirectory(prefix="survivors-") as folder:
        copy = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copy)
        (Path(folder) / "rules").symlink_to(ROOT / "rules")
        changed = copy / "reportcheck" / change.path
        text = changed.read_bytes().splitlines(keepends=True)
        line = text[change.line - 1]
        text[change.line - 1] = line[: change.start] + change.new.encode() + line[change.end :]
        changed.write_bytes(b"".join(text))
        lived = _passes(_tests_of(change.path), copy, seconds) and (near or _passes(_quick(), copy, seconds))
        return "lived" if lived else "noticed"


def _passes(tests: list[str], source: Path, seconds: float) -> bool:
    """Whether all these tests pass with another copy of the package; what takes too long does not."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", "--tb=no", *tests]
    env = {**os.environ, "PYTHONPATH": str(source)}
    try:
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=seconds).returncode == 0
    except subprocess.TimeoutExpired:
        return False


# Which tests concern a module


def _tests_of(path: str) -> list[str]:
    """Arguments of pytest: a kind's rules and the files that speak of it; of a room, its own files and all rules."""
    room, *_, name = path.removesuffix(".py").split("/")
    named = {name, name.replace("_", "-")} - {"__init__"}
    ids = [_ID.findall(text)[0] for text in _texts("rules", "*.yaml") if f"kind: {name.replace('_', '-')}\n" in text]
    if room == "checks" and ids:
        files = [f for f in _files() if any(re.search(rf"\b{word}\b", f.read_text("utf-8")) for word in (*ids, name))]
        chosen = [*(f"tests/{f.name}" for f in files if f.stem not in _SKIPPED and f.name not in _CASES), _CASES]
        return [*chosen, "tests/test_rules.py", "-k", " or ".join([*ids, *(f.removeprefix("tests/") for f in chosen)])]
    if room == "laws":
        return [*(f"tests/{f.name}" for f in _files() if "laws" in f.stem and f.stem not in _SKIPPED), _RULES]
    files = [f for f in _files() if any(f".{word} import" in f.read_text("utf-8") for word in named)]
    return [*(f"tests/{f.name}" for f in files if f.stem not in _SKIPPED), _CASES, _RULES]


def _quick() -> list[str]:
    """All files of tests that do not take long, over two processes."""
    return ["-n", "2", *(f"tests/{f.name}" for f in _files() if f.stem not in _SKIPPED)]


def _files() -> list[Path]:
    return sorted((ROOT / "tests").glob("test_*.py"))


def _texts(folder: str, names: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((ROOT / folder).rglob(names))]


if __name__ == "__main__":
    main()
