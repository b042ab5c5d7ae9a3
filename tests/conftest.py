"""What all tests share."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from peers import absent, program
from written import write

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, request: Any) -> None:
    """Each test keeps results in a folder of its own."""
    name = hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:16]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / f"cache-{name}"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`reportcheck ARGS` in an empty folder, within this process, which saves its start."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def called(*args: str, stdin: bytes = b"", encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
        from reportcheck.cli import main

        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["reportcheck", *args])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding, write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding, write_through=True))
            with pytest.raises(SystemExit) as ended:
                main()
            return subprocess.CompletedProcess(args, int(ended.value.code or 0), out.getvalue(), err.getvalue())

    return called


@pytest.fixture
def run_apart(tmp_path: Path) -> Run:
    """`reportcheck ARGS` in a process of its own, in an empty folder."""

    def started(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
        command = [sys.executable, "-m", "reportcheck", *args]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, env={**kept, **env}, timeout=120)

    return started


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright is not installed: pip install 'reportcheck[test]'")
    flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program("chromium"), args=flags)
        yield opened
        opened.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of two papers, one of which is wrong."""
    write(tmp_path, "papers/clean.txt")
    write(tmp_path, "papers/wrong.txt", b"Of the 82 replies, 31 (83%) were in favour.\n")
    return tmp_path / "papers"
