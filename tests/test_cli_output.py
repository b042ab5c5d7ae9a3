"""Where a command writes, and what it writes there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from written import CLEAN, documents, write


def test_output_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    done = run("audit", "a.txt", "--format", "json", "--output", "deep/report.json")
    assert (done.returncode, done.stdout) == (0, b"")
    assert documents((tmp_path / "deep/report.json").read_bytes())[0]["path"] == "a.txt"


def test_json_is_utf_8_and_whole_whatever_the_terminal_or_the_file_name(run: Run, tmp_path: Path) -> None:
    name = b"paper-\xff-\xc3\xa9.txt"
    (tmp_path / name.decode("utf-8", "surrogateescape")).write_bytes(CLEAN)
    done = run("audit", ".", "--format", "json", encoding="ascii")
    assert done.returncode == 0
    assert documents(done.stdout)[0]["path"] == "paper-\udcff-é.txt"
    assert run("audit", ".", encoding="ascii").returncode == 0


def test_a_reader_that_goes_away_is_no_bug(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    command = f"{sys.executable} -m reportcheck rules | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, check=False)
    assert b"bug" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_report_in_the_folder_of_papers_is_no_paper(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "p/a.txt")
    for _ in range(2):
        assert run("audit", "p", "--output", "p/report.txt").returncode == 0
    assert b"report.txt" not in (tmp_path / "p/report.txt").read_bytes()


def test_an_output_that_cannot_be_written_is_told_before_the_work(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    done = run("audit", "a.txt", "--output", "a.txt/report.json")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"reportcheck: a.txt: ")


def test_extract_prints_what_is_on_paper_and_names_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"Heading\n\nName\t1\nOther\t2\n")
    done = run("extract", "a.txt", "gone.txt", "--format", "json")
    assert done.returncode == 2
    assert b"gone.txt: there is no such file" in done.stderr
    read, failed = documents(done.stdout)
    assert [c["text"] for c in read["tables"][0]["cells"]] == ["Name", "1", "Other", "2"]  # type: ignore[index]
    assert failed["path"] == "gone.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_told_and_is_no_bug(tmp_path: Path, form: str) -> None:
    write(tmp_path, "a.txt")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportcheck", "audit", "a.txt", "--format", form],
            stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "reportcheck: the output could not be written (No space left on device). "
        "Make room, or write elsewhere with --output.\n"
    )
