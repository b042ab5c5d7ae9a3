"""`reportcheck batch`: every paper once into the ledger, whatever happens to a paper, a worker or the run."""

from __future__ import annotations

from pathlib import Path

import pytest
from batched import APRIL, MAY, WRONG, asked
from conftest import Run
from written import write


@pytest.fixture(autouse=True)
def no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """How far a run is does not depend on how busy the machine is."""
    monkeypatch.setattr("reportcheck.cli.batch._EVERY", float("inf"))


def test_papers_are_recorded_with_what_was_found(run: Run, tmp_path: Path, papers: Path) -> None:
    done = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout == (
        b"2 papers: 0 unchanged, 0 not audited; 1 error, 0 warnings, 0 notes\n  recorded in ledger.db\n"
    )
    ledger = tmp_path / "ledger.db"
    assert asked(ledger, "select source, error, tries from papers order by source") == [
        ("papers/clean.txt", "", 1), ("papers/wrong.txt", "", 1),
    ]  # fmt: skip
    assert asked(ledger, "select rule, severity, page, message from findings") == [
        ("RC120", "error", 1, "31 of 82 is printed as 83%, but it is 38%."),
    ]
    assert asked(ledger, "pragma journal_mode") == [("wal",)]
    assert asked(ledger, "select count(*) from runs where ended is not null") == [(1,)]


def test_what_has_not_changed_is_not_audited_again(run: Run, tmp_path: Path, papers: Path) -> None:
    run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    kept = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert (kept.returncode, kept.stdout.splitlines()[0]) == (
        1, b"2 papers: 2 unchanged, 0 not audited; 1 error, 0 warnings, 0 notes",
    )  # fmt: skip
    write(papers, "wrong.txt", WRONG.replace(b"83%", b"38%"))
    changed = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert (changed.returncode, changed.stdout.splitlines()[0]) == (
        0, b"2 papers: 1 unchanged, 0 not audited; 0 errors, 0 warnings, 0 notes",
    )  # fmt: skip
    assert asked(tmp_path / "ledger.db", "select count(*) from findings") == [(0,)]
    other = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1", "--select", "RC1")
    assert other.stdout.startswith(b"2 papers: 0 unchanged")


def test_a_paper_that_cannot_be_audited_costs_itself_and_is_recorded(run: Run, tmp_path: Path, papers: Path) -> None:
    write(papers, "broken.pdf", b"no PDF")
    done = run("batch", "papers", "gone.txt", "--ledger", "ledger.db", "--jobs", "1")
    why = "papers/broken.pdf: is not a PDF, although it is named as one. Save it as a PDF again."
    assert done.returncode == 2
    assert done.stdout.startswith(b"4 papers: 0 unchanged, 2 not audited; 1 error")
    told = done.stderr.decode().splitlines()
    assert f"reportcheck: {why}" in told
    assert (
        "reportcheck: gone.txt: cannot be read (No such file or directory). Check its name and its permissions." in told
    )
    ledger = tmp_path / "ledger.db"
    assert asked(ledger, "select error from papers where error != ''") == [(why,)]
    assert run("batch", "papers", "--ledger", "ledger.db").stdout.startswith(b"3 papers: 3 unchanged, 1 not audited")
    again = run("batch", "papers", "--ledger", "ledger.db", "--again")
    assert again.stdout.startswith(b"3 papers: 2 unchanged, 1 not audited")


def test_figures_are_kept_with_what_they_are_of(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "town/2024/minutes-2024-04.txt", APRIL)
    run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    ledger = tmp_path / "ledger.db"
    assert asked(ledger, "select body, title, day, met from papers") == [
        ("town", "Minutes of the meeting held on 8 April 2024", "2024-04-08", 1)
    ]
    facts = asked(ledger, "select measure, value, low, high, unit, page, text from facts where unit = 'GBP'")
    assert facts == [
        ("Cheques 1201 to 1212, … in all, were paid.", "1904.10", "1904.095", "1904.105", "GBP", 1, "£1,904.10")
    ]


def test_papers_of_a_body_are_compared_and_again_where_one_changed(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "town/minutes-2024-04.txt", APRIL)
    first = run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    assert (first.returncode, first.stdout.splitlines()[0]) == (
        0, b"1 paper: 0 unchanged, 0 not audited; 0 errors, 0 warnings, 0 notes",
    )  # fmt: skip
    write(tmp_path, "town/minutes-2024-05.txt", MAY)
    second = run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    assert (second.returncode, second.stdout.splitlines()[0]) == (
        1, b"2 papers: 1 unchanged, 0 not audited; 0 errors, 1 warning, 0 notes",
    )  # fmt: skip
    ledger = tmp_path / "ledger.db"
    assert asked(ledger, "select rule, across, source from findings join papers on papers.id = paper") == [
        ("RC605", 1, "town/minutes-2024-05.txt")
    ]
    third = run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    assert third.stdout.splitlines()[0] == b"2 papers: 2 unchanged, 0 not audited; 0 errors, 1 warning, 0 notes"
    write(tmp_path, "town/minutes-2024-04.txt", APRIL.replace(b"1212", b"1214"))
    fourth = run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    assert fourth.stdout.splitlines()[0] == b"2 papers: 1 unchanged, 0 not audited; 0 errors, 0 warnings, 0 notes"
    assert asked(ledger, "select count(*) from findings") == [(0,)]
