"""A folder of results: one report a paper, a summary, nothing audited twice, and one bad paper costs itself."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from written import write

from reportcheck.archive.batch import _report_name
from reportcheck.archive.papers import sniff
from reportcheck.archive.store import write_atomically

WRONG = "In the year 31 of the 82 children (48%) waited less than 14 months.\n"


@pytest.fixture
def past(tmp_path: Path) -> Path:
    folder = tmp_path / "past"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "june.txt").write_text(WRONG, "utf-8")
    (folder / "clean.txt").write_text(WRONG.replace("48", "38"), "utf-8")
    (folder / "broken.pdf").write_bytes(b"no PDF at all")
    return folder


def summary(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "summary.json").read_text("utf-8"))  # type: ignore[no-any-return]


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def test_a_report_for_each_paper_and_a_summary(run: Run, tmp_path: Path, past: Path) -> None:
    done = run("audit", "past", "--format", "json", "--output", "results/")
    assert done.returncode == 2
    assert b"broken.pdf" in done.stderr
    assert b"3 papers, 1 could not be audited" in done.stdout
    names = ["index.csv", "past/2024/june.txt.json", "past/broken.pdf.json", "past/clean.txt.json", "summary.json"]
    assert list(files(tmp_path / "results")) == names
    told = summary(tmp_path / "results")
    assert [paper["path"] for paper in told["papers"]] == ["past/2024/june.txt", "past/broken.pdf", "past/clean.txt"]
    assert told["totals"]["papers"] == 3
    assert told["totals"]["not_audited"] == 1
    assert told["totals"]["findings"]["error"] == 1
    assert told["papers"][1]["errors"]
    one = json.loads((tmp_path / "results/past/2024/june.txt.json").read_bytes())
    assert one["documents"][0]["findings"][0]["rule"] == "RC120"


def test_what_has_not_changed_is_not_audited_again(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", "--format", "json", "--output", "results/")
    before = files(tmp_path / "results")
    (past / "clean.txt").write_text(WRONG.replace("48", "28"), "utf-8")
    again = run("audit", "past", "--format", "json", "--output", "results/")
    after = files(tmp_path / "results")
    assert b"1 unchanged" in again.stdout
    assert again.returncode == 2
    assert before["past/2024/june.txt.json"] == after["past/2024/june.txt.json"]
    assert before["past/clean.txt.json"][0] != after["past/clean.txt.json"][0]
    assert summary(tmp_path / "results")["totals"]["findings"]["error"] == 2


def test_the_same_run_again_leaves_the_same_bytes(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", "--format", "json", "--output", "results/")
    before = files(tmp_path / "results")
    run("audit", "past", "--format", "json", "--output", "results/")
    after = files(tmp_path / "results")
    assert {name: data for name, (data, _) in before.items()} == {name: data for name, (data, _) in after.items()}


def test_other_rules_or_a_lost_report_mean_another_audit(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", "--format", "json", "--output", "results/")
    chosen = run("audit", "past", "--format", "json", "--output", "results/", "--ignore", "RC120")
    assert b"0 unchanged" in chosen.stdout
    assert summary(tmp_path / "results")["totals"]["findings"]["error"] == 0
    (tmp_path / "results/past/clean.txt.json").unlink()
    again = run("audit", "past", "--format", "json", "--output", "results/", "--ignore", "RC120")
    assert b"1 unchanged" in again.stdout
    assert (tmp_path / "results/past/clean.txt.json").exists()


def test_a_damaged_summary_costs_an_audit_and_no_more(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", "--format", "json", "--output", "results/")
    (tmp_path / "results/summary.json").write_text('{"papers": [{"path": 1}', "utf-8")
    again = run("audit", "past", "--format", "json", "--output", "results/")
    assert again.returncode == 2
    assert summary(tmp_path / "results")["totals"]["papers"] == 3


def test_the_exit_code_remembers_what_was_skipped(run: Run, tmp_path: Path, past: Path) -> None:
    (past / "broken.pdf").unlink()
    assert run("audit", "past", "--format", "json", "--output", "results/").returncode == 1
    assert run("audit", "past", "--format", "json", "--output", "results/").returncode == 1
    assert run("audit", "past", "--format", "json", "--output", "results/", "--fail-on", "never").returncode == 0


def test_reports_for_people_go_to_a_folder_too_and_are_no_papers(run: Run, tmp_path: Path, past: Path) -> None:
    (past / "broken.pdf").unlink()
    run("audit", "past", "--output", "past/results/")
    assert (tmp_path / "past/results/past/2024/june.txt.txt").read_text("utf-8").startswith("past/2024/june.txt\n")
    run("audit", "past", "--output", "past/results/")
    assert summary(tmp_path / "past/results")["totals"]["papers"] == 2


def test_quiet_says_nothing_when_nothing_is_wrong(run: Run, past: Path) -> None:
    (past / "broken.pdf").unlink()
    (past / "2024/june.txt").unlink()
    done = run("audit", "past", "--format", "json", "--output", "results/", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_names_of_reports_stay_in_the_folder_and_apart() -> None:
    taken: set[str] = set()
    named = [
        _report_name(p, ".json", taken) for p in ("../a.pdf", "a.pdf", "/etc/x/../a.pdf", "-", "summary", "x" * 250)
    ]
    assert named[:5] == ["a.pdf.json", "a.pdf-2.json", "etc/x/a.pdf.json", "stdin.json", "summary-2.json"]
    assert len(named[5]) < 100


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deep" / "report.json"
    write_atomically(path, b"first")

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="the disk is full"):
        write_atomically(path, b"second")
    assert path.read_bytes() == b"first"
    assert [p.name for p in path.parent.iterdir()] == ["report.json"]


def test_an_end_just_after_a_file_took_its_place_is_that_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def stopped(*paths: Any) -> None:
        replace(*paths)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "report.json", b"whole")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("report.json", b"whole")]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.4", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
        (b"PK\x03\x04", "word"),
        (b"<!DOCTYPE html>", "html"),
        (b"  <HTML>", "html"),
        (b"Minutes", "text"),
    ],
)
def test_bytes_without_a_name_are_known_by_their_start(start: bytes, kind: str) -> None:
    assert sniff(start) == kind


@pytest.mark.parametrize("command", [("audit", ""), ("batch", "", "--ledger", "ledger.db", "--quiet")])
def test_a_name_that_a_script_has_not_filled_in_is_no_folder(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    if command[0] == "batch":
        pytest.importorskip("sqlalchemy", reason="the extra reportcheck[batch] is not installed")
    write(tmp_path, "a.txt")
    done = run(*command)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b'reportcheck: "": names no paper. Check what the command is given.\n'
