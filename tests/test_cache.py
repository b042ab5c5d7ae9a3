"""Results kept from run to run: the same bytes as without, anew where anything changed, and never too many."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from reportcheck.archive.cache import Cache, cache_folder, made_by
from reportcheck.archive.run import Outcome
from reportcheck.extract import Options

PAPER = """# Spending

Page 3

In the year 31 of the 82 children (48%) waited less than 14 months.

| Service | Budget | Actual |
|---|---|---|
| Libraries | 1,200 | 1,250 |
| Parks | 800 | 790 |
| Total | 2,000 | 2,140 |

Page 4
"""
LIGHT = ("text", "json", "sarif", "github", "csv", "xlsx", "markdown")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(PAPER, "utf-8")
    return path


def forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on whatever is not kept fails."""

    def fail(*_: object) -> Outcome:
        return Outcome("paper.md", error="audited again")

    monkeypatch.setattr("reportcheck.cli.auditing.audit_source", fail)


@pytest.mark.parametrize("form", LIGHT)
def test_what_is_kept_is_told_in_the_same_bytes(
    run: Run, paper: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = run("audit", "paper.md", "--format", form, "--no-cache")
    assert without.returncode == 1
    assert not cache_folder().exists()
    first = run("audit", "paper.md", "--format", form)
    forbid(monkeypatch)
    second = run("audit", "paper.md", "--format", form)
    for done in (first, second):
        assert (done.returncode, done.stdout, done.stderr) == (1, without.stdout, without.stderr)
    assert run("audit", "paper.md", "--no-cache").stderr == b"reportcheck: audited again\n"


@pytest.mark.parametrize("options", [("--verbose",), ("--format", "html"), ("--format", "junit")])
def test_reports_that_show_more_than_is_kept_are_made_anew(
    run: Run, paper: Path, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    without = run("audit", "paper.md", *options, "--no-cache").stdout
    run("audit", "paper.md")
    assert run("audit", "paper.md", *options).stdout == without
    forbid(monkeypatch)
    assert run("audit", "paper.md", *options).returncode == 2


def test_a_paper_by_another_name_is_the_same_paper(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("audit", "paper.md", "--format", "json")
    (paper.parent / "moved").mkdir()
    paper.rename(paper.parent / "moved/renamed.md")
    whole = run("audit", "moved/renamed.md", "--format", "json", "--no-cache").stdout
    forbid(monkeypatch)
    assert run("audit", "moved/renamed.md", "--format", "json").stdout == whole
    (paper.parent / "moved/renamed.md").rename(paper.parent / "page.html")
    assert run("audit", "page.html").returncode == 2, "what its name promises is another kind"


def test_whatever_changes_the_result_is_audited_anew(run: Run, paper: Path) -> None:
    assert b"48%" in run("audit", "paper.md").stdout
    assert b"48%" not in run("audit", "paper.md", "--ignore", "RC120").stdout
    (paper.parent / "reportcheck.toml").write_text('severity = {RC120 = "note"}\n', "utf-8")
    assert b"RC120 note" in run("audit", "paper.md").stdout
    paper.write_text(PAPER.replace("48%", "38%"), "utf-8")
    assert b"RC120" not in run("audit", "paper.md").stdout
    assert b"only the pages that were asked for" in run("audit", "paper.md", "--pages", "1").stdout


def test_own_rules_are_part_of_the_key(tmp_path: Path) -> None:
    rule = tmp_path / "own.yaml"
    rule.write_text("id: XX001\n", "utf-8")
    before = made_by((rule,), (), Options())
    assert made_by((rule,), (), Options(jobs=7)) == before, "how many processes is no matter"
    assert made_by((rule,), (), Options(pages=((1, 2),))) != before
    assert made_by((), (), Options()) != before
    rule.write_text("id: XX002\n", "utf-8")
    assert made_by((rule,), (), Options()) != before


def test_settings_may_turn_it_off(run: Run, paper: Path) -> None:
    (paper.parent / "reportcheck.toml").write_text("cache = false\n", "utf-8")
    run("audit", "paper.md")
    assert not cache_folder().exists()
    run("audit", "paper.md", "--cache")
    assert cache_folder().exists()


def test_accepted_findings_are_taken_out_of_what_is_kept(run: Run, paper: Path) -> None:
    lines = run("audit", "paper.md", "--format", "csv").stdout.decode("utf-8-sig").splitlines()
    mark = next(line for line in lines if "48%" in line).split(",")[-1]
    assert run("accept", "paper.md", mark, "--reason", "as the Chair put it").returncode == 0
    assert b"48%" not in run("audit", "paper.md", "--quiet").stdout


def kept() -> list[Path]:
    return sorted(path for path in cache_folder().rglob("*") if path.is_file())


def test_what_is_damaged_or_written_by_others_is_audited_anew(run: Run, paper: Path, tmp_path: Path) -> None:
    whole = run("audit", "paper.md").stdout
    (path,) = kept()
    good = path.read_bytes()
    harm = tmp_path / "harm"

    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(harm),)

    evil = pickle.dumps(Evil())
    for data in (b"", good[:-7], good[:40] + b"\0" + good[41:], hashlib.sha256(evil).digest() + evil):
        path.write_bytes(data)
        assert run("audit", "paper.md").stdout == whole
        assert path.read_bytes() == good, "it is kept again"
    assert not harm.exists()


def test_a_paper_that_failed_is_tried_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("", "utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 no more")
    assert run("audit", "empty.md", "bad.pdf").returncode == 2
    assert kept() == []


def test_where_nothing_can_be_kept_the_audit_goes_on(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (paper.parent / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(paper.parent / "file"))
    done = run("audit", "paper.md")
    assert (done.returncode, done.stderr) == (1, b"")


def test_what_was_not_asked_for_longest_goes_first(run: Run, paper: Path) -> None:
    for number in range(4):
        paper.write_text(PAPER + f"\nNumber {number}.\n", "utf-8")
        run("audit", "paper.md")
    files = kept()
    for age, path in enumerate(files):
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    left = cache_folder() / "ab" / ".x.part"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"half")
    os.utime(left, (1_000, 1_000))
    cache = Cache(cache_folder(), most=sum(path.stat().st_size for path in files[:3]) - 1)
    cache.close()
    assert len(kept()) == 5, "it has written nothing"
    paper.write_text(PAPER, "utf-8")
    cache._wrote = True
    cache.close()
    assert kept() == sorted(files[:2])


def test_cache_says_what_it_holds_and_clears_it(run: Run, paper: Path) -> None:
    assert run("cache").stdout.decode() == f"{cache_folder()}: 0 results, 0.0 MB\n"
    run("audit", "paper.md")
    assert run("cache").stdout.decode() == f"{cache_folder()}: 1 result, 0.0 MB\n"
    assert run("cache", "clear").stdout.decode() == "1 result, 0.0 MB taken away\n"
    assert not cache_folder().exists()
    done = run("cache", "claer")
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "reportcheck: reportcheck cache claer: there is no such word (did you mean clear?). It takes: clear.\n",
    )


def test_several_processes_at_once_disturb_no_one(paper: Path) -> None:
    command = [sys.executable, "-m", "reportcheck", "audit", "paper.md", "--format", "json"]
    started = [subprocess.Popen(command, cwd=paper.parent, stdout=subprocess.PIPE) for _ in range(4)]
    told = {process.communicate(timeout=120)[0] for process in started}
    assert len(told) == 1
    assert len(kept()) == 1
