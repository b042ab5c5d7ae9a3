"""Settings, and what is accepted, in a batch."""

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


def test_settings_and_what_is_accepted_hold_in_a_batch(run: Run, tmp_path: Path, papers: Path) -> None:
    run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    ledger = tmp_path / "ledger.db"
    ((found,),) = asked(ledger, "select fingerprint from findings")
    assert run("accept", "papers/wrong.txt", found, "--reason", "It is so.").returncode == 0
    accepted = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert accepted.stdout.startswith(b"2 papers: 0 unchanged, 0 not audited; 0 errors")  # Both lie beside the file.
    assert asked(ledger, "select count(*) from findings") == [(0,)]
    (papers / "reportcheck.accepted.toml").unlink()
    write(papers, "reportcheck.toml", b'ignore = ["RC120"]\n')
    ignored = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert ignored.stdout.startswith(b"2 papers: 0 unchanged, 0 not audited; 0 errors")
    write(papers, "reportcheck.toml", b'fail-on = "never"\n')
    never = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert (never.returncode, never.stdout.splitlines()[0]) == (
        0, b"2 papers: 0 unchanged, 0 not audited; 1 error, 0 warnings, 0 notes",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ignore = " + "7" * 5000, "is not TOML (a number has too many digits). Mend it, or move it away."),
        ("ignor = []", "unknown key 'ignor' (did you mean ignore?). Keys are: "),
        (
            'fail-on = "never"\nbaseline = "gone.json"',
            "baseline city/gone.json: cannot be read (No such file or directory).",
        ),
    ],
)
def test_settings_that_are_wrong_cost_the_papers_beside_them(
    run: Run, tmp_path: Path, papers: Path, text: str, told: str
) -> None:
    write(tmp_path, "city/wrong.txt", WRONG)
    write(tmp_path, "city/reportcheck.toml", text.encode())
    done = run("batch", "city", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"reportcheck: city/reportcheck.toml: {told}")
    assert done.stderr.count(b"\n") == 1
    assert done.stdout.startswith(b"3 papers: 0 unchanged, 1 not audited; 1 error")
    (tmp_path / "city/reportcheck.toml").write_text("")
    mended = run("batch", "city", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert (mended.returncode, mended.stderr) == (1, b"")
    assert mended.stdout.startswith(b"3 papers: 2 unchanged, 0 not audited; 2 errors")


def test_settings_that_are_wrong_leave_the_other_papers_of_a_body_compared(run: Run, tmp_path: Path) -> None:
    for name, paper in (("2024-04", APRIL), ("2024-05", MAY), ("2024/06", APRIL)):
        write(tmp_path, f"town/{name}.txt", paper)
    run("batch", "town", "--ledger", "ledger.db", "--jobs", "1", "--ignore", "RC6")
    write(tmp_path, "town/2024/reportcheck.toml", b"ignor = []\n")
    done = run("batch", "town", "--ledger", "ledger.db", "--jobs", "1")
    assert done.returncode == 2
    assert done.stderr.startswith(b"reportcheck: town/2024/reportcheck.toml: unknown key 'ignor'")
    assert done.stderr.count(b"\n") == 1
    assert asked(tmp_path / "ledger.db", "select rule, source from findings join papers on papers.id = paper") == [
        ("RC605", "town/2024-05.txt")
    ]
