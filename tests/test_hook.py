"""The pre-commit hook, with the real tools: a bad draft is not committed and a good one is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from sheets import saved, workbook
from test_word_comments import draft, p

from reportcheck.extract import SUFFIXES

PROJECT = Path(__file__).resolve().parent.parent
BAD = "# Draft\n\nIn the year 31 of the 82 children (48%) waited less than 14 months.\n"
GOOD = BAD.replace("48%", "38%")
README = (PROJECT / "README.md").read_text("utf-8")
SNIPPET = next(block for block in re.findall(r"```yaml\n(.*?)```", README, re.S) if block.startswith("repos:"))
HERE = "        language: system\n        additional_dependencies: []\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A git repository of drafts in which the hook is installed."""

    def __init__(self, root: Path, override: str) -> None:
        self.root = root / "drafts"
        self.env = {
            **os.environ,
            "PRE_COMMIT_HOME": str(root / "cache"),
            "PATH": f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}",
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
        (tag,) = re.findall(r"rev: (\S+)", SNIPPET)
        self.git(hooks, "tag", tag)
        command = root / "bin" / "reportcheck"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportcheck "$@"\n', "utf-8")
        command.chmod(0o755)
        self.git(self.root, "init", "--quiet")
        config = re.sub(r"repo: .*", f"repo: {hooks}", SNIPPET) + override
        (self.root / ".pre-commit-config.yaml").write_text(config, "utf-8")
        self.start(sys.executable, "-m", "pre_commit", "install", where=self.root)

    def start(self, *command: str, where: Path) -> subprocess.CompletedProcess[str]:
        where.mkdir(parents=True, exist_ok=True)
        return subprocess.run(command, cwd=where, env=self.env, capture_output=True, text=True, check=False)

    def git(self, where: Path, *args: str) -> subprocess.CompletedProcess[str]:
        return self.start("git", *args, where=where)

    def commit(self, name: str, draft: str | bytes) -> subprocess.CompletedProcess[str]:
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / name).write_bytes(draft.encode() if isinstance(draft, str) else draft)
        self.git(self.root, "add", "--all")
        return self.git(self.root, "commit", "-m", "A draft")

    def commits(self) -> int:
        return len(self.git(self.root, "log", "--oneline").stdout.splitlines())


def check(drafts: Repository) -> None:
    """A bad draft stays out with its finding shown, a good one gets in, and other files are let alone."""
    bad = drafts.commit("drafts/draft.md", BAD)
    assert bad.returncode != 0, bad.stdout + bad.stderr
    assert "RC120" in bad.stdout + bad.stderr
    assert "31 of 82 is printed as 48%" in bad.stdout + bad.stderr
    assert drafts.commits() == 0
    good = drafts.commit("drafts/draft.md", GOOD)
    assert good.returncode == 0, good.stdout + good.stderr
    assert drafts.commits() == 1
    for number, name in enumerate(("drafts/photo.jpg", "drafts/slides.pptx", "notes.md"), start=2):
        other = drafts.commit(name, BAD)
        assert other.returncode == 0, other.stdout + other.stderr
        assert drafts.commits() == number
    shouted = drafts.commit("drafts/DRAFT.MD", BAD)
    assert shouted.returncode != 0
    assert "RC120" in shouted.stdout + shouted.stderr


def check_other_formats(drafts: Repository) -> None:
    """Sheets and Word drafts are audited too: what is wrong in them stays out."""
    rows = [("Service", "Budget", "Actual"), ("Parks", 800, 790), ("Roads", 2400, 2390), ("Halls", 310, 305)]
    bad = drafts.commit("drafts/costs.xlsx", saved(workbook([*rows, ("Total", 3510, 3845)])))
    assert bad.returncode != 0
    assert "cell Summary!C5, row Total, column Actual" in bad.stdout + bad.stderr
    good = drafts.commit("drafts/costs.xlsx", saved(workbook([*rows, ("Total", 3510, 3485)])))
    assert good.returncode == 0, good.stdout + good.stderr
    sentence = BAD.splitlines()[2]
    wrong = drafts.commit("drafts/report.docx", draft(p(sentence)))
    assert wrong.returncode != 0
    assert "31 of 82 is printed as 48%" in wrong.stdout + wrong.stderr
    right = drafts.commit("drafts/report.docx", draft(p(sentence.replace("48%", "38%"))))
    assert right.returncode == 0, right.stdout + right.stderr


def check_doubts(drafts: Repository) -> None:
    """A draft in which nothing could be tested gets in, but not in silence."""
    done = drafts.commit("drafts/list.md", "There were 31 children, 14 foxes and 9 hens in 2024.\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "drafts/list.md: 0 of 3 figures could be tested" in done.stdout + done.stderr


def check_known(drafts: Repository) -> None:
    """What was accepted gets in, and so does what a baseline holds; what is new beside them does not."""
    assert drafts.commit("drafts/known.md", BAD).returncode != 0
    done = drafts.start("reportcheck", "audit", "drafts/known.md", "--format", "json", where=drafts.root)
    (finding,) = json.loads(done.stdout)["documents"][0]["findings"]
    accept = ("reportcheck", "accept", "drafts/known.md", finding["fingerprint"], "--reason", "as the Chair put it")
    assert drafts.start(*accept, where=drafts.root).returncode == 0
    accepted = drafts.commit("drafts/known.md", BAD)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert drafts.commit("drafts/old.md", BAD).returncode != 0
    drafts.start("reportcheck", "baseline", "drafts/old.md", "--output", "old.json", where=drafts.root)
    (drafts.root / "reportcheck.toml").write_text('baseline = "old.json"\n', "utf-8")
    old = drafts.commit("drafts/old.md", BAD)
    assert old.returncode == 0, old.stdout + old.stderr
    new = drafts.commit("drafts/old.md", BAD + "\nOf 50 foxes 20 (45%) were red.\n")
    assert new.returncode != 0
    assert "45%" in new.stdout + new.stderr
    assert "48%" not in new.stdout + new.stderr


def test_a_bad_draft_is_not_committed_and_a_good_one_is(tmp_path: Path) -> None:
    """With this Python in place of an environment of the hook's own, which takes long to fill."""
    drafts = Repository(tmp_path, HERE)
    check(drafts)
    drafts.git(drafts.root, "rm", "--quiet", "--cached", "--force", "drafts/DRAFT.MD")
    (drafts.root / "drafts/DRAFT.MD").unlink()
    check_doubts(drafts)
    check_other_formats(drafts)


def test_the_hook_installs_what_sheets_need_and_takes_every_kind_that_is_read() -> None:
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert hook["additional_dependencies"] == extras["sheets"]
    left_out = re.compile(hook["exclude"])
    assert [suffix for suffix in SUFFIXES if left_out.search(f"drafts/a{suffix}")] == []
    assert left_out.search("drafts/a.jpg")


def test_what_is_known_is_committed_and_what_is_new_is_not(tmp_path: Path) -> None:
    check_known(Repository(tmp_path, HERE))


@pytest.mark.slow
def test_the_hook_installs_itself(tmp_path: Path) -> None:
    check(Repository(tmp_path, ""))
