"""The examples in docs/schedules/: what they run is run, and what they are is checked by what reads them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from written import write

pytest.importorskip("sqlalchemy", reason="the extra reportcheck[batch] is not installed")

SCHEDULES = Path(__file__).resolve().parents[1] / "docs" / "schedules"
SOURCE = Path(__file__).resolve().parents[1] / "src"
WRONG = b"Of the 82 replies, 31 (83%) were in favour.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of papers, one of which cannot be read, and a reportcheck beside it."""
    write(tmp_path, "past-papers/wrong.txt", WRONG)
    write(tmp_path, "past-papers/broken.pdf", b"no PDF")
    tool = write(tmp_path, "bin/reportcheck", f'#!/bin/sh\nexec "{sys.executable}" -m reportcheck "$@"\n'.encode())
    tool.chmod(0o755)
    return tmp_path


def done(place: Path, command: str) -> int:
    """The exit code of a command that an example runs, with its folders in their place here."""
    here = command.replace("/srv/papers", str(place)).replace("/opt/reportcheck/bin", str(place / "bin"))
    paths = {"PATH": f"{place / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(SOURCE)}
    ended = subprocess.run(
        ["sh", "-ec", here], cwd=place, env={**os.environ, **paths}, check=False, capture_output=True
    )
    assert (place / "site" / "index.html").is_file(), ended.stderr
    assert (place / "ledger.db").is_file()
    return ended.returncode


@pytest.mark.skipif(shutil.which("flock") is None, reason="flock is not installed (Debian: util-linux)")
def test_the_line_of_the_crontab(place: Path) -> None:
    (line,) = [line for line in (SCHEDULES / "batch.cron").read_text().splitlines() if line[:1].isdigit()]
    *when, command = line.split(None, 5)
    assert when == ["0", "2", "*", "*", "*"]
    assert "%" not in command, "cron takes it for the end of a line"
    assert done(place, command) == 2
    assert "2 papers: 0 unchanged, 1 not audited" in (place / "batch.log").read_text()


def test_the_service_of_the_timer(place: Path) -> None:
    lines = (SCHEDULES / "reportcheck-batch.service").read_text().splitlines()
    (command,) = [line.removeprefix("ExecStart=") for line in lines if line.startswith("ExecStart=")]
    assert done(place, command) == 2
    assert "SuccessExitStatus=2" in lines


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(place: Path) -> None:
    for name in ("reportcheck-batch.service", "reportcheck-batch.timer"):
        text = (SCHEDULES / name).read_text()
        (place / name).write_text(text.replace("/opt/reportcheck/bin", str(place / "bin")))
    units = [str(place / "reportcheck-batch.service"), str(place / "reportcheck-batch.timer")]
    verified = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, check=False, timeout=60)
    told = [line for line in verified.stderr.decode().splitlines() if "reportcheck-batch" in line]
    assert (verified.returncode, told) == (0, [])


def test_the_steps_of_the_workflow(place: Path) -> None:
    workflow = yaml.safe_load((SCHEDULES / "batch-workflow.yml").read_text())
    steps = [step["run"] for step in workflow["jobs"]["batch"]["steps"] if "run" in step]
    assert steps[0].startswith("pip install 'reportcheck[batch]")
    assert done(place, steps[1]) == 0
