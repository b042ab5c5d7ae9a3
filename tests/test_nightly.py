"""A folder of results over many nights: no narrower run and no end in the middle loses a thing, and news are told."""

from __future__ import annotations

import csv
import importlib.resources
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Run
from written import write

WRONG = "In the year 31 of the 82 children (48%) waited less than 14 months.\n"
FORMS = ("--format", "json", "--output", "results/")
SCHEMA = json.loads((importlib.resources.files("reportcheck") / "report" / "summary-1.json").read_text("utf-8"))


@pytest.fixture
def past(tmp_path: Path) -> Path:
    write(tmp_path, "past/a.txt", WRONG.encode())
    write(tmp_path, "past/b.txt", (WRONG + "\n" + WRONG.replace("31", "35")).encode())
    write(tmp_path, "past/c.txt", WRONG.replace("48", "38").encode())
    return tmp_path / "past"


def summary(folder: Path) -> dict[str, Any]:
    data = json.loads((folder / "results/summary.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    return data  # type: ignore[no-any-return]


def paths(folder: Path) -> list[str]:
    return [paper["path"] for paper in summary(folder)["papers"]]


def index(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "results/index.csv").read_text("utf-8"))))


def test_a_narrower_run_keeps_the_papers_that_it_was_not_asked_for(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", *FORMS)
    alone = run("audit", "past/a.txt", *FORMS)
    assert b"1 unchanged" in alone.stdout
    assert paths(tmp_path) == ["past/a.txt", "past/b.txt", "past/c.txt"]
    assert summary(tmp_path)["totals"]["papers"] == 3
    assert b"3 unchanged" in run("audit", "past", *FORMS).stdout


def test_papers_that_are_gone_leave_the_summary(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", *FORMS)
    (past / "b.txt").unlink()
    run("audit", "past/a.txt", *FORMS)
    assert paths(tmp_path) == ["past/a.txt", "past/c.txt"]
    assert [row["paper"] for row in index(tmp_path)] == ["past/a.txt", "past/c.txt"]


def test_other_rules_for_one_paper_leave_the_others_as_they_were(run: Run, tmp_path: Path, past: Path) -> None:
    run("audit", "past", *FORMS)
    assert b"0 unchanged" in run("audit", "past/a.txt", *FORMS, "--ignore", "RC120").stdout
    assert [paper["findings"]["error"] for paper in summary(tmp_path)["papers"]] == [0, 2, 0]
    assert b"2 unchanged" in run("audit", "past", *FORMS).stdout


@pytest.mark.parametrize(("option", "kept"), [("--quiet", b"3 unchanged"), ("--verbose", b"0 unchanged")])
def test_what_does_not_change_a_report_for_programs_means_no_other_audit(
    run: Run, tmp_path: Path, past: Path, option: str, kept: bytes
) -> None:
    """To them `--verbose` also tells what holds."""
    run("audit", "past", *FORMS, option)
    assert kept in run("audit", "past", *FORMS).stdout
    run("audit", "past", "--output", "texts/", option)
    assert b"0 unchanged" in run("audit", "past", "--output", "texts/").stdout


def test_the_report_of_a_paper_keeps_its_place_and_takes_no_others(run: Run, tmp_path: Path) -> None:
    for name in ("x/a.txt", "x/y/a.txt", "x/y/z/a.txt"):
        write(tmp_path, name, WRONG.encode())
    os.chdir(tmp_path / "x/y")
    run("audit", "../a.txt", *FORMS)
    run("audit", "a.txt", *FORMS)
    told = {paper["path"]: paper["report"] for paper in summary(tmp_path / "x/y")["papers"]}
    assert told == {"../a.txt": "a.txt.json", "a.txt": "a.txt-2.json"}
    assert b"2 unchanged" in run("audit", "a.txt", "../a.txt", *FORMS).stdout


def test_a_line_for_each_paper_with_findings_and_what_is_new(run: Run, tmp_path: Path, past: Path) -> None:
    first = run("audit", "past", *FORMS)
    assert first.stdout.decode().splitlines()[:2] == ["past/b.txt: 2 errors", "past/a.txt: 1 error"]
    assert b"new since" not in first.stdout
    (past / "c.txt").write_text(WRONG + "\n" + WRONG.replace("31", "37"), "utf-8")
    (past / "a.txt").write_text("A new beginning.\n\n" + WRONG, "utf-8")
    again = run("audit", "past", *FORMS)
    assert again.stdout.decode().splitlines()[:3] == [
        "past/b.txt: 2 errors",
        "past/c.txt: 2 errors (2 new since the last run)",
        "past/a.txt: 1 error",
    ]
    assert b"  2 new since the last run; 1 unchanged; reports are in results" in again.stdout
    assert run("audit", "past", *FORMS, "--quiet").stdout.decode().splitlines() == [
        "past/b.txt: 2 errors",
        "past/c.txt: 2 errors",
        "past/a.txt: 1 error",
    ]


def test_the_index_is_worst_first_and_harmless(run: Run, tmp_path: Path, past: Path) -> None:
    write(tmp_path, "past/=HYPERLINK(1).txt", b"")
    run("audit", "past", *FORMS)
    rows = index(tmp_path)
    assert [row["paper"] for row in rows] == ["past/=HYPERLINK(1).txt", "past/b.txt", "past/a.txt", "past/c.txt"]
    assert rows[1] == {
        "paper": "past/b.txt", "report": "past/b.txt.json", "errors": "2", "warnings": "0", "notes": "0",
        "pages": "1", "figures": rows[1]["figures"], "verified": "2", "challenged": "2",
        "untested": rows[1]["untested"], "tables": "0", "problem": "",
    }  # fmt: skip
    assert rows[0]["problem"].endswith("the file is empty. Save it again, or leave it out.")
    os.chdir(past)
    run("audit", "=HYPERLINK(1).txt", *FORMS)
    assert index(past)[0]["paper"] == "'=HYPERLINK(1).txt"


def test_of_a_great_many_papers_the_worst_are_listed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportcheck.cli.collect._MOST_LINES", 2)
    for number in range(5):
        write(tmp_path, f"p/{number}.txt", WRONG.encode())
    told = run("audit", "p", *FORMS).stdout.decode().splitlines()
    assert told[:3] == ["p/0.txt: 1 error", "p/1.txt: 1 error", "3 more papers with findings: see results/index.csv"]


def _heeds_interrupts() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so would what the tests start there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
@pytest.mark.parametrize(("number", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130), ("SIGKILL", -9)])
def test_an_end_in_the_middle_keeps_what_is_done(tmp_path: Path, number: str, code: int) -> None:
    """The third paper asks for the end itself, so that it comes in the middle however busy the machine is."""
    for paper in range(20):
        write(tmp_path, f"p/{paper:03}.txt", f"Paper {paper}.\n\n{WRONG}".encode())
    ended = (
        "import os, signal\n"
        "from reportcheck import auditing\n"
        "kept = auditing.audit_document\n"
        "def audited(document, *rest):\n"
        "    if document.path.endswith('002.txt'):\n"
        f"        os.kill(os.getpid(), signal.{number})\n"
        "    return kept(document, *rest)\n"
        "auditing.audit_document = audited\n"
        "from reportcheck.cli import command\n"
        "command()\n"
    )
    night = subprocess.run(
        [sys.executable, "-c", ended, "audit", "p", "--no-cache", *FORMS],
        cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_heeds_interrupts, check=False,
    )  # fmt: skip
    assert night.returncode == code
    done = summary(tmp_path)["totals"]["papers"]
    if code > 0:
        assert night.stderr.decode() == "reportcheck: stopped after 2 of 20; run again to go on.\n"
        assert done == 2
    else:
        assert done in (1, 2)  # What it had not yet written down is done again.
    command = [sys.executable, "-m", "reportcheck", "audit", "p/000.txt", *FORMS]
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert b"  1 unchanged" in again.stdout
    assert summary(tmp_path)["totals"]["papers"] == done


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
@pytest.mark.parametrize(("extra", "told"), [((), ""), (("--output", "all.json"), "; nothing was written to all.json")])
def test_an_end_without_a_folder_of_results_is_told_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: tuple[str, ...], told: str
) -> None:
    """The second paper asks for the end itself."""
    from reportcheck import auditing

    kept = auditing.audit_document

    def audited(document: Any, *rest: Any) -> Any:
        if document.path == "b.txt":
            os.kill(os.getpid(), signal.SIGTERM)
        return kept(document, *rest)

    monkeypatch.setattr(auditing, "audit_document", audited)
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, name)
    done = run("audit", "a.txt", "b.txt", "c.txt", "--no-cache", "--format", "json", *extra)
    assert done.returncode == 143
    assert done.stderr.decode() == f"reportcheck: stopped after 1 of 3{told}.\n"
    assert not (tmp_path / "all.json").exists()
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
