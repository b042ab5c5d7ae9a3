"""A paper that was not read or tested in full is told in a line, also where only findings are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from written import write

RIGHT = "In the year 31 of the 82 children (38%) waited less than 14 months.\n"
ALONE = "There were 31 children, 14 foxes and 9 hens.\n"
SOME = RIGHT + "\n" + ALONE.replace("9", "19") + "\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write(tmp_path, "p/right.txt", RIGHT.encode())
    write(tmp_path, "p/alone.txt", ALONE.encode())
    write(tmp_path, "p/some.txt", SOME.encode())
    write(tmp_path, "p/words.txt", b"Nothing was decided.\n")
    write(tmp_path, "p/blind.txt", (RIGHT + "\f\n\f \n").encode())
    return tmp_path / "p"


DOUBTS = [
    "p/alone.txt: 0 of 3 figures could be tested",
    "p/blind.txt: 2 pages without text, NOT audited: 2-3",
    "p/some.txt: 3 of 7 figures could be tested",
    "p/words.txt: holds no figures, so nothing was tested",
]


@pytest.mark.parametrize("form", ["text", "json"])
def test_quiet_is_not_silent_about_what_was_not_tested(run: Run, papers: Path, form: str) -> None:
    done = run("audit", "p", "--quiet", "--format", form)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [f"reportcheck: {doubt}" for doubt in DOUBTS]
    assert run("audit", "p/right.txt", "--quiet").stderr == b""
    assert run("audit", "p", "--format", form).stderr == b""


@pytest.mark.parametrize("extra", [(), ("--quiet",)])
def test_a_folder_of_results_tells_it_every_night(run: Run, papers: Path, extra: tuple[str, ...]) -> None:
    told = [DOUBTS[0], DOUBTS[1], DOUBTS[3]]
    told.append("of 1 paper less than three quarters of the figures could be tested: see the index")
    for _ in range(2):
        done = run("audit", "p", "--output", "results/", *extra)
        assert done.returncode == 0
        assert done.stderr.decode().splitlines() == [f"reportcheck: {doubt}" for doubt in told]


@pytest.mark.parametrize("extra", [(), ("--quiet",), ("--output", "results/"), ("--output", "all.txt")])
def test_fail_under_makes_too_little_tested_a_failure(run: Run, papers: Path, extra: tuple[str, ...]) -> None:
    assert run("audit", "p/some.txt", *extra).returncode == 0
    assert run("audit", "p/some.txt", "--fail-under", "40", *extra).returncode == 0
    done = run("audit", "p/some.txt", "--fail-under", "50", *extra)
    assert done.returncode == 1
    assert done.stderr.decode() == "reportcheck: p/some.txt: 3 of 7 figures could be tested, under --fail-under 50\n"
    assert run("audit", "p/words.txt", "--fail-under", "50", *extra).returncode == 0
    assert run("audit", "p/some.txt", "p/gone.txt", "--fail-under", "50", *extra).returncode == 2


def test_fail_under_takes_a_percentage(run: Run, papers: Path) -> None:
    assert run("audit", "p/right.txt", "--fail-under", "101").returncode == 2
    assert run("audit", "p/right.txt", "--fail-under", "74.5").returncode == 0
