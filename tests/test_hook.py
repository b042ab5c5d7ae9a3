"""The pre-commit hook, with the real tools: a bad draft is not committed and a good one is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
BAD = "# Draft\n\nIn the year 31 of the 82 children (48%) waited less than 14 months.\n"
GOOD = BAD.replace("48%", "38%")
HERE = f"""\
        language: system
        entry: "{sys.executable} -m reportcheck audit --quiet"
"""

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A git repository of drafts in which the hook is installed."""

    def __init__(self, root: Path, override: str) -> None:
        self.root = root / "drafts"
        self.env = {
            **os.environ,
            "PRE_COMMIT_HOME": str(root / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{
                f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
            },
        }
        hooks = root / "hooks"
        self.git(hooks, "init", "--quiet")
        for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(PROJECT / name, hooks / name)
        for name in ("src", "rules"):
            shutil.copytree(PROJECT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        self.git(hooks, "add", "--all")
        self.git(hooks, "commit", "--quiet", "-m", "The hook")
        rev = self.git(hooks, "rev-parse", "HEAD").stdout.strip()
        self.git(self.root, "init", "--quiet")
        config = f"repos:\n  - repo: {hooks}\n    rev: {rev}\n    hooks:\n      - id: reportcheck\n{override}"
        (self.root / ".pre-commit-config.yaml").write_text(config, "utf-8")
        self.start(sys.executable, "-m", "pre_commit", "install", where=self.root)

    def start(self, *command: str, where: Path) -> subprocess.CompletedProcess[str]:
        where.mkdir(parents=True, exist_ok=True)
        return subprocess.run(command, cwd=where, env=self.env, capture_output=True, text=True, check=False)

    def git(self, where: Path, *args: str) -> subprocess.CompletedProcess[str]:
        return self.start("git", *args, where=where)

    def commit(self, name: str, text: str) -> subprocess.CompletedProcess[str]:
        (self.root / name).write_text(text, "utf-8")
        self.git(self.root, "add", "--all")
        return self.git(self.root, "commit", "-m", "A draft")

    def commits(self) -> int:
        return len(self.git(self.root, "log", "--oneline").stdout.splitlines())


def check(drafts: Repository) -> None:
    """A bad draft stays out with its finding shown, a good one gets in, and other files are let alone."""
    bad = drafts.commit("draft.md", BAD)
    assert bad.returncode != 0, bad.stdout + bad.stderr
    assert "RC120" in bad.stdout + bad.stderr
    assert "31 of 82 is printed as 48%" in bad.stdout + bad.stderr
    assert drafts.commits() == 0
    good = drafts.commit("draft.md", GOOD)
    assert good.returncode == 0, good.stdout + good.stderr
    assert drafts.commits() == 1
    other = drafts.commit("photo.jpg", BAD)
    assert other.returncode == 0, other.stdout + other.stderr


def test_a_bad_draft_is_not_committed_and_a_good_one_is(tmp_path: Path) -> None:
    """With this Python in place of an environment of the hook's own, which takes long to fill."""
    check(Repository(tmp_path, HERE))


@pytest.mark.slow
def test_the_hook_installs_itself(tmp_path: Path) -> None:
    check(Repository(tmp_path, ""))
