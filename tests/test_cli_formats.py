"""Formats by option and by name, several at once, annotated copies and drawn pages, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PACK = (FIXTURES / "scrutiny-pack.pdf").read_bytes()
TEXT = (FIXTURES / "performance.md").read_bytes()


@pytest.fixture(autouse=True)
def papers(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(PACK)
    (tmp_path / "text.md").write_bytes(TEXT)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.html", b"<!doctype html>"),
        ("r.json", b'{\n "schema": 1'),
        ("r.sarif", b'{\n "$schema": "https://docs.oasis-open.org/sarif'),
        ("r.xml", b"<?xml"),
        ("r.csv", b"\xef\xbb\xbfpaper,page"),
        ("r.xlsx", b"PK"),
        ("r.md", b"## reportcheck: 2 errors, 2 warnings in 1 paper\n"),
        ("r.txt", b"text.md\n Page 1\n"),
        ("r.other", b"text.md\n Page 1\n"),
    ],
)
def test_the_name_of_the_output_tells_the_format(run: Run, tmp_path: Path, name: str, begins: bytes) -> None:
    done = run("audit", "text.md", "--output", name)
    assert (done.returncode, done.stdout) == (1, b"")
    first = (tmp_path / name).read_bytes()
    assert first.startswith(begins)
    assert run("audit", "text.md", "--output", name).returncode == 1, "its own report may be replaced"
    assert (tmp_path / name).read_bytes() == first
    listed = json.loads(run("audit", ".", "--format", "json").stdout)["documents"]
    assert [paper["path"] for paper in listed] == ["pack.pdf", "text.md"], "no report is taken for a paper"


def test_several_formats_are_written_in_one_run(run: Run, tmp_path: Path) -> None:
    done = run(
        "audit", "pack.pdf", "--format", "html", "--output", "a.html", "--format", "sarif", "--output", "b.sarif"
    )
    assert done.returncode == 1
    assert b"data:image/webp;base64," in (tmp_path / "a.html").read_bytes()
    assert len(json.loads((tmp_path / "b.sarif").read_bytes())["runs"][0]["results"]) == 6


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ["--format", "html", "--format", "csv"],
            "only one --format can go to standard output. Give an --output for each.",
        ),
        (
            ["--format", "html", "--format", "csv", "--output", "a.html"],
            "--format is given twice and --output once. Give one --output for each --format.",
        ),
        (
            ["--format", "html", "--output", "out/", "--format", "csv", "--output", "a.csv"],
            "--output out/ is a folder. Write one format to it, or several to files.",
        ),
        (["--annotate", "pack.pdf"], "--annotate pack.pdf is one of the papers. Name another file."),
        (["--open", "--format", "csv"], "--open shows an HTML report: name its file, such as --output report.html."),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, tmp_path: Path, options: list[str], told: str) -> None:
    done = run("audit", "pack.pdf", *options)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"reportcheck: {told}\n")
    assert (tmp_path / "pack.pdf").read_bytes() == PACK


def test_annotate_takes_one_pdf(run: Run, tmp_path: Path) -> None:
    done = run("audit", ".", "--annotate", "copy.pdf")
    told = "--annotate takes one paper, and a report of its own. Give the papers one after another."
    assert (done.returncode, done.stderr.decode()) == (2, f"reportcheck: {told}\n")
    done = run("audit", "text.md", "--annotate", "copy.pdf")
    told = "--annotate takes a PDF, and text.md is none. --format html shows its lines."
    assert (done.returncode, done.stderr.decode()) == (2, f"reportcheck: {told}\n")
    assert run("audit", "pack.pdf", "--annotate", "copy.pdf", "--ticks").returncode == 1
    assert (tmp_path / "copy.pdf").read_bytes().endswith(b"% annotated by reportcheck\n")


def test_a_folder_takes_any_format(run: Run, tmp_path: Path) -> None:
    assert run("audit", ".", "--format", "html", "--output", "results/").returncode == 1
    assert sorted(path.name for path in (tmp_path / "results").glob("*.html")) == ["pack.pdf.html", "text.md.html"]
    assert b"2 unchanged" in run("audit", ".", "--format", "html", "--output", "results/").stdout


def test_verbose_json_has_what_holds(run: Run) -> None:
    (plain,) = json.loads(run("audit", "text.md", "--format", "json").stdout)["documents"]
    (whole,) = json.loads(run("audit", "text.md", "--format", "json", "--verbose").stdout)["documents"]
    assert "held" not in plain
    sums = {held["sum"] for held in whole["held"] if held["rule"] == "RC123"}
    assert "1,654 to 1,419 = 14.2%" in sums
    assert all(figure["text"] for held in whole["held"] for figure in held["figures"])


def test_extract_writes_tables_and_draws_a_page(run: Run, tmp_path: Path) -> None:
    done = run("extract", "pack.pdf", "--page", "4", "--format", "csv")
    assert done.stdout.decode("utf-8-sig").splitlines()[1] == "Mainstream carers,2021/22,2022/23,2023/24,2024/25"
    assert run("extract", "pack.pdf", "--page", "4", "--draw", "page.png").returncode == 0
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    done = run("extract", "pack.pdf", "--draw", "page.png")
    told = "--draw draws one page of one paper: name the paper, and its page with --page."
    assert (done.returncode, done.stderr.decode()) == (2, f"reportcheck: {told}\n")
    done = run("extract", "text.md", "--page", "1", "--draw", "new.png")
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "reportcheck: text.md: has no pages that can be drawn. Only a PDF has.\n",
    )


def test_open_shows_the_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    run("audit", "text.md", "--open", "--output", "r.html")
    assert opened == [(tmp_path / "r.html").as_uri()]
    run("audit", "text.md", "--open")
    assert opened[1].startswith("file://")
    assert opened[1].endswith("/report.html")
