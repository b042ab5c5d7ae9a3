"""The house style that a machine can hold: imports go one way, and modules stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "reportcheck"
ORDER = (
    ("version", "errors", "records", "pycache", "programs", "patterns"),
    ("quantity",), ("model",), ("words",), ("sharing",), ("extract",),
    ("read",), ("laws",), ("checks",), ("rulepack",),
    ("advising", "placing", "edits", "coverage", "auditing", "fingerprints"), ("across", "trying"), ("report",),
    ("archive", "settings"), ("past",), ("api", "cli"),
)  # fmt: skip
LEVEL = {name: level for level, names in enumerate(ORDER) for name in names}
FLOORS = {
    "read": (("once", "mentions"), ("times",), ("grids", "prose", "outline"), ("facts", "claims"), ("keep",)),
    "checks": (("judging",), ("arithmetic", "agreement", "structure", "dates", "presentation", "tables", "across")),
}
"""Within a layer, from below: a folder imports those under its own floor and none beside it."""
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 250


def layer(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[tuple[str, ...]]:
    """What of reportcheck a module imports, wherever in it: ("read", "grids", "cells")."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = (name.split(".") for name in names)
    return {tuple(p[1:]) for p in parts if p[0] == "reportcheck" and len(p) > 1}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    here = layer(path)
    if here in ("__init__", "__main__"):
        return
    assert here in LEVEL, f"{here} has no place in the one-way flow: give it one in docs/design.md and here"
    for other, *_ in imported(path):
        assert LEVEL.get(other, -1) <= LEVEL[here], f"{path.relative_to(SOURCE)} imports reportcheck.{other}"


@pytest.mark.parametrize("layer", FLOORS)
def test_folders_of_a_layer_stand_on_each_other_and_import_no_neighbour(layer: str) -> None:
    floor = {name: height for height, names in enumerate(FLOORS[layer]) for name in names}
    for path in (SOURCE / layer).glob("*/*.py"):
        mine = path.parent.name
        for other in {parts[1] for parts in imported(path) if parts[0] == layer and len(parts) > 1} - {mine}:
            assert floor[other] < floor[mine], f"{path.relative_to(SOURCE)} imports reportcheck.{layer}.{other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_is_and_can_be_read_at_once(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)) is not None
    assert len(text.splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_matches_are_told_by_their_pattern(path: Path) -> None:
    """A pattern that is compiled when first asked is not the `re` of its matches."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Compare) and any(isinstance(way, ast.Is | ast.IsNot) for way in node.ops):
            assert not (isinstance(node.left, ast.Attribute) and node.left.attr == "re"), f"{path}:{node.lineno}"


DOORS = ("model", "words", "checks/judging", "read/facts", "read/prose", "read/times")


@pytest.mark.parametrize("door", DOORS)
def test_a_door_gives_what_is_asked_for_and_no_more(door: str) -> None:
    """The names that a folder's `__init__` imports for others are each asked for through it."""
    inside = SOURCE / door / "__init__.py"
    given = {parts[-1] for parts in imported(inside) if len(parts) > len(Path(door).parts)}
    asked = {
        parts[-1]
        for path in (*MODULES, *Path(__file__).parent.rglob("*.py"))
        if path != inside
        for parts in imported(path)
        if parts[:-1] == Path(door).parts
    }
    assert given - asked == set()
