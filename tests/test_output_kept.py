"""`--output` never takes the place of a paper, nor of what somebody else wrote; reportcheck knows its own reports."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Run
from written import CLEAN, documents, write

from reportcheck.archive.ours import is_ours

WRONG = b"In the year 31 of the 82 children (48%) waited less than 14 months.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with one paper, which is also reached by a link, and by another name of the same file."""
    paper = write(tmp_path, "drafts/mine.txt", WRONG)
    (tmp_path / "link.txt").symlink_to(paper)
    os.link(paper, tmp_path / "twin.txt")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("extra", [(), ("--force",)])
@pytest.mark.parametrize(
    ("asked", "output"),
    [
        ("drafts/mine.txt", "drafts/mine.txt"),
        ("drafts/mine.txt", "drafts/../drafts/./mine.txt"),
        ("drafts/mine.txt", "link.txt"),
        ("drafts/mine.txt", "twin.txt"),
        ("link.txt", "drafts/mine.txt"),
        ("drafts", "drafts/mine.txt"),
        ("drafts/*.txt", "drafts/mine.txt"),
    ],
)
def test_a_paper_is_never_written_over(
    run: Run, drafts: Path, asked: str, output: str, extra: tuple[str, ...], form: str
) -> None:
    done = run("audit", asked, "--output", output, "--format", form, *extra)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"reportcheck: --output {output} is one of the papers. Name another file.\n"
    assert (drafts / "drafts/mine.txt").read_bytes() == WRONG
    assert (drafts / "link.txt").is_symlink()


def test_nothing_is_read_before_it_is_refused(run: Run, drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a paper was read")

    monkeypatch.setattr("reportcheck.archive.run.read_source", read)
    assert b"a paper was read" not in run("audit", "drafts/mine.txt", "--output", "link.txt").stderr
    assert b"a paper was read" in run("audit", "drafts/mine.txt", "--output", "new.txt").stderr


def test_a_report_in_a_folder_of_results_takes_no_papers_place(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", WRONG)
    write(tmp_path, "a.txt.txt", CLEAN)
    done = run("audit", "a.txt", "a.txt.txt", "--output", "./")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "reportcheck: --output ./ would write a.txt.txt, which is one of the papers. Name another folder.\n"
    )
    assert (tmp_path / "a.txt.txt").read_bytes() == CLEAN
    assert run("audit", "a.txt", "a.txt.txt", "--output", "results/").returncode == 1


@pytest.mark.parametrize("output", ["a.txt/", "a.txt/deep/", "a.txt/report.txt"])
def test_a_folder_with_a_papers_name_is_refused_in_words(run: Run, tmp_path: Path, output: str) -> None:
    write(tmp_path, "a.txt")
    done = run("audit", "a.txt", "--output", output)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "reportcheck: a.txt: this is a file, and --output needs a folder there. Name another.\n"
    )


def test_what_somebody_else_wrote_is_replaced_with_force_only(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    for name in ("letter.docx", "notes.md"):
        write(tmp_path, name, b"Dear all,\n\nfind below what we agreed.\n")
        done = run("audit", "a.txt", "--output", name)
        assert done.returncode == 2
        assert done.stderr.decode() == (
            f"reportcheck: --output {name} is there already and is no report of reportcheck. "
            "Name another file, or replace it with --force.\n"
        )
        assert (tmp_path / name).read_bytes().startswith(b"Dear all")
        assert run("audit", "a.txt", "--output", name, "--force").returncode == 0
        assert (tmp_path / name).read_bytes().startswith((b"a.txt\n", b"## reportcheck: "))
        assert run("audit", "a.txt", "--output", name).returncode == 0


def test_a_folder_of_results_replaces_its_own_reports_and_no_other_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "gone.pdf", b"")
    write(tmp_path, "results/a.txt.txt", b"Mine, and no report.\n")
    done = run("audit", "a.txt", "gone.pdf", "--output", "results/")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "reportcheck: --output results/ would write results/a.txt.txt, which is there already and is no report of "
        "reportcheck. Name another folder, or replace it with --force.\n"
    )
    assert b"2 papers" in run("audit", "a.txt", "gone.pdf", "--output", "results/", "--force").stdout
    assert b"2 papers" in run("audit", "a.txt", "gone.pdf", "--output", "results/").stdout


def test_somebody_elses_summary_is_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "results/summary.json", b'{"mine": 1}')
    done = run("audit", "a.txt", "--output", "results/")
    assert b"results/summary.json, which is there already" in done.stderr
    assert (tmp_path / "results/summary.json").read_bytes() == b'{"mine": 1}'


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
def test_a_device_is_written_to_and_not_replaced() -> None:
    """A terminal, whose folder takes no files: where this fails, the system loses no device."""
    from reportcheck.archive.store import write_atomically

    ours, theirs = os.openpty()
    device = Path(os.ttyname(theirs))
    write_atomically(device, b"x")
    assert os.read(ours, 9) == b"x"
    assert device.is_char_device()
    os.close(ours)
    os.close(theirs)


REPORTS = (
    ("audit", "bad.txt"),
    ("audit", "clean.txt"),
    ("audit", "two.txt"),
    ("audit", "bad.txt", "--quiet"),
    ("audit", "bad.txt", "--verbose"),
    ("audit", "right.txt", "--verbose"),
    ("audit", "bad.txt", "clean.txt"),
    ("audit", "gone.txt", "bad.txt"),
    ("audit", "bad.txt", "--format", "json"),
    ("audit", "gone.txt", "--format", "json"),
)


@pytest.mark.parametrize("args", REPORTS, ids=lambda args: " ".join(args[1:]))
def test_a_report_is_known_whatever_was_asked_for(run: Run, tmp_path: Path, args: tuple[str, ...]) -> None:
    write(tmp_path, "bad.txt", WRONG)
    write(tmp_path, "right.txt", WRONG.replace(b"48", b"38"))
    write(tmp_path, "clean.txt")
    write(tmp_path, "two.txt", CLEAN + b"\f" + WRONG)
    run(*args, "--output", "all.md")
    assert is_ours(tmp_path / "all.md")
    assert not any(is_ours(tmp_path / name) for name in ("bad.txt", "clean.txt", "two.txt"))


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_folder_is_not_audited_into_itself(run: Run, tmp_path: Path, form: str) -> None:
    """Reports to a folder, then to a file, of every kind of outcome: the papers stay the same."""
    write(tmp_path, "a.txt", WRONG)
    write(tmp_path, "b.md")
    write(tmp_path, "c.txt", b"\n")
    papers = ["a.txt", "b.md", "c.txt"]
    for output in ("results/", "all.txt", "./", "all.txt", "other/"):
        run("audit", ".", "--format", form, "--output", output)
    last = run("audit", ".", "--format", "json")
    assert [d["path"] for d in documents(last.stdout)] == papers
    globbed = run("audit", "**/*.txt", "--format", "json")
    assert [d["path"] for d in documents(globbed.stdout)][:1] == ["a.txt"]
    assert "all.txt" not in str(globbed.stdout)
