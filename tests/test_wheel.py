"""An installed wheel, outside the checkout, finds its rules and its schema."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked into a folder of its own; its dependencies are those of this Python."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", str(PROJECT), "--no-deps", "--quiet", "-w", str(folder)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode and "hatchling" in made.stderr:
        pytest.skip("hatchling cannot be fetched here")
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("reportcheck-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def start(installed: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "reportcheck", *args]
    return subprocess.run(command, capture_output=True, text=True, cwd=installed, env=env, check=False)


def test_it_finds_its_rules(installed: Path) -> None:
    listed = start(installed, "rules")
    assert listed.returncode == 0, listed.stderr
    shipped = len(list((PROJECT / "rules").rglob("*.yaml")))
    assert sum(line.startswith("RC") for line in listed.stdout.splitlines()) == shipped


def test_it_audits(installed: Path) -> None:
    done = start(installed, "audit", str(PROJECT / "fixtures" / "performance.md"), "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    assert json.loads(done.stdout)["documents"][0]["coverage"]["figures"] > 20


def test_it_holds_what_it_should_and_nothing_else(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert {"reportcheck/py.typed", "reportcheck/report/schema-1.json"} <= names
    assert all(name.startswith(("reportcheck/", "reportcheck-")) for name in names)
    assert not any("__pycache__" in name for name in names)
