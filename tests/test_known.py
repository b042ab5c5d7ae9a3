"""Findings that people know of: accepted, said in the paper, in a baseline; what fits nothing any more is told."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from reportcheck.archive.ignored import ignored
from reportcheck.archive.known import read_accepted

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
TABLE = """| Service | Budget | Actual |
|---|---|---|
| Libraries | 1,200 | 1,250 |
| Parks | 800 | 790 |
| Roads | 2,400 | 2,390 |
| Total | 4,400 | 4,340 |
"""
PAPER = f"# Spending\n\nTable 1: Spending by service\n\n{TABLE}\nThe meeting is on Monday, 12 June 2025.\n"
MESSAGE = "12 June 2025 is a Thursday, not a Monday."


def found(run: Run, paper: str, *options: str) -> dict[str, Any]:
    done = run("audit", paper, "--format", "json", *options)
    assert done.returncode in (0, 1), done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    return dict(document)


def prints(document: dict[str, Any]) -> dict[str, str]:
    return {finding["message"]: finding["fingerprint"] for finding in document["findings"]}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(PAPER, "utf-8")
    return path


def test_an_accepted_finding_is_counted_apart_with_its_reason(run: Run, paper: Path) -> None:
    before = prints(found(run, "paper.md"))
    done = run("accept", "paper.md", before[MESSAGE], "--reason", "Moved by the Chair", "--by", "A Clerk")
    assert (done.returncode, done.stdout.decode()) == (0, f"accepted in reportcheck.accepted.toml: {MESSAGE}\n")
    after = found(run, "paper.md")
    assert set(prints(after)) == set(before) - {MESSAGE}
    (known,) = after["known"]
    today = date.today()
    assert known["reason"] == f"agreed by A Clerk on {today.day} {today:%B %Y}: Moved by the Chair"
    told = run("audit", "paper.md", "--verbose").stdout.decode()
    assert "  known findings: 1 accepted\n" in told
    assert f"    RC351 page 1: {MESSAGE} (agreed by A Clerk" in told


def test_a_reason_is_required_and_the_finding_must_be_there(run: Run, paper: Path) -> None:
    done = run("accept", "paper.md", "0" * 16)
    assert done.stderr.decode() == "reportcheck: --reason is missing: say why the finding is right as it is.\n"
    done = run("accept", "paper.md", "0" * 16, "--reason", "x")
    assert done.stderr.decode() == (
        f"reportcheck: paper.md has no finding with the fingerprint {'0' * 16}. Its report shows them: --format csv.\n"
    )
    assert not (paper.parent / "reportcheck.accepted.toml").exists()


def test_what_has_expired_or_fits_nothing_is_told(run: Run, paper: Path) -> None:
    mark = prints(found(run, "paper.md"))[MESSAGE]
    run("accept", "paper.md", mark, "--reason", "Moved", "--until", "2020-01-31")
    document = found(run, "paper.md")
    assert MESSAGE in prints(document)
    assert document["stale"] == [f"reportcheck.accepted.toml: {mark} ({MESSAGE}) was accepted until 31 January 2020"]
    paper.write_text(PAPER.replace("Monday", "Thursday"), "utf-8")
    document = found(run, "paper.md")
    assert document["stale"] == [f"reportcheck.accepted.toml: {mark} ({MESSAGE}) fits no finding any more: take it out"]
    assert "fits no finding any more" in " ".join(run("audit", "paper.md").stdout.decode().split())


def test_comments_in_the_file_are_kept_and_an_entry_is_replaced(run: Run, paper: Path) -> None:
    mark = prints(found(run, "paper.md"))[MESSAGE]
    run("accept", "paper.md", mark, "--reason", "First")
    file = paper.parent / "reportcheck.accepted.toml"
    file.write_text("# ours\n" + file.read_text("utf-8"), "utf-8")
    run("accept", "paper.md", mark[:8], "--reason", "Second")
    text = file.read_text("utf-8")
    assert text.startswith("# ours\n")
    assert text.count("[[accepted]]") == 1
    assert 'reason = "Second"' in text


OTHER = '{paper = "other.md", fingerprint = "ab", reason = "Agreed"}'


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("accepted = []\n", 0),
        ("# ours\naccepted = [ # of this year\n]\n", 0),
        (f"accepted = [{OTHER}]\n", 1),
        (f"accepted = [\n  {OTHER},\n  # and more\n]", 1),
    ],
)
def test_a_list_within_brackets_is_added_to_and_replaced_in(run: Run, paper: Path, text: str, others: int) -> None:
    mark = prints(found(run, "paper.md"))[MESSAGE]
    file = paper.parent / "reportcheck.accepted.toml"
    file.write_text(text, "utf-8")
    for reason in ("First", "Second"):
        done = run("accept", "paper.md", mark, "--reason", reason, "--by", 'A "Clerk"', "--until", "2099-01-31")
        assert (done.returncode, done.stderr) == (0, b"")
        entries = read_accepted(file)
        assert len(entries) == others + 1
        assert (entries[-1].fingerprint, entries[-1].reason, entries[-1].by) == (mark, reason, 'A "Clerk"')
    assert all(line in file.read_text("utf-8") for line in text.splitlines() if line.startswith("#"))
    assert MESSAGE not in prints(found(run, "paper.md"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("accepted = 3", "accepted is a list of entries, each under [[accepted]]."),
        ('[[accepted]]\npaper = "a"\nfingerprint = "b"', "entry 1: 'reason' is missing or empty."),
        ('[[accepted]]\npaper = "a"\nfingerprint = "b"\nreason = " "', "entry 1: 'reason' is missing or empty."),
        (
            '[[accepted]]\npaper = "a"\nfingerprint = "b"\nreason = "c"\nuntil = "soon"',
            "entry 1: 'until' is a date such as 2027-03-31, without quotes.",
        ),
        (
            '[[accepted]]\npaper = "a"\nwhy = "b"',
            "entry 1: unknown key 'why'. An entry has: by, fingerprint, message, on, paper, reason, until.",
        ),
    ],
)
def test_a_wrong_file_is_told_with_its_entry(run: Run, paper: Path, text: str, told: str) -> None:
    (paper.parent / "reportcheck.accepted.toml").write_text(text, "utf-8")
    done = run("audit", "paper.md")
    assert done.returncode == 2
    assert told in done.stderr.decode()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("accepted = " + "7" * 5000, "a number has too many digits"),
        ("accepted = " + "[" * 5000, "too many brackets lie within each other"),
        ("accepted = [", "Invalid value (at end of document)"),
    ],
)
def test_a_file_that_is_no_toml_costs_the_papers_beside_it(run: Run, paper: Path, text: str, why: str) -> None:
    name = "other/reportcheck.accepted.toml"
    (paper.parent / "other").mkdir()
    (paper.parent / "other/paper.md").write_text(PAPER, "utf-8")
    (paper.parent / name).write_text(text, "utf-8")
    asked = ("other/paper.md", "paper.md")
    told = f"reportcheck: {name}: is not TOML ({why}). Mend it, or move it away.\n"
    for more in ((), ("--output", "results/")):
        done = run("audit", *asked, "--format", "csv", *more)
        assert (done.returncode, done.stderr.decode().splitlines(keepends=True)[0]) == (2, told)
    batched = run("batch", *asked, "--ledger", "ledger.db", "--jobs", "1", "--quiet")
    assert (batched.returncode, batched.stderr.decode()) == (2, told)


def test_a_comment_in_the_paper_speaks_of_the_block_below(run: Run, paper: Path) -> None:
    whole = set(prints(found(run, "paper.md")))
    assert MESSAGE in whole
    note = "<!-- reportcheck: ignore RC351 The Chair moved it -->\n"
    paper.write_text(PAPER.replace("The meeting", note + "The meeting"), "utf-8")
    document = found(run, "paper.md")
    assert set(prints(document)) == whole - {MESSAGE}
    assert document["known"][0]["reason"] == "said in the paper: The Chair moved it"
    paper.write_text(PAPER.replace("# Spending", note + "# Spending"), "utf-8")
    document = found(run, "paper.md")
    assert MESSAGE in prints(document), "it speaks of another block"
    assert document["stale"] == ["line 1: reportcheck: ignore RC351 fits no finding any more: take it out"]
    paper.write_text(PAPER.replace("The meeting", note.replace(" The Chair moved it", "") + "The meeting"), "utf-8")
    document = found(run, "paper.md")
    assert MESSAGE in prints(document)
    assert document["stale"][0].endswith("gives no reason, so it is not followed")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n<!-- reportcheck: ignore RC101 it is so -->\nb\nc\n\nd", [("RC101", "it is so", 2, 4)]),
        ("<!--reportcheck:ignore total-disagrees\n  it is\n  so-->", [("total-disagrees", "it is so", 1, 3)]),
        ("a <!-- reportcheck: ignore RC101 --> b", [("RC101", "", 1, 1)]),
        ("<!-- reportcheck: ignore RC101-->\n\n\nb\n-->", [("RC101", "", 1, 5)]),
        ("<!-- reportcheck: ignore RC101: so --> <!-- reportcheck: ignore RC102 it is -->\n", [
            ("RC101", ": so", 1, 1), ("RC102", "it is", 1, 1),
        ]),
        ("<!-- reportcheck: ignore RC101 it is so", []),
        ("<!-- reportcheck: ignore -->", []),
    ],
)  # fmt: skip
def test_the_forms_of_a_comment(text: str, told: list[tuple[str, str, int, int]]) -> None:
    assert [(mark.rule, mark.reason, mark.first, mark.last) for mark in ignored(text.encode())] == told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<!-- reportcheck: ignore RC101" + " " * 20_000 + "x", 0),
        ("<!-- reportcheck: ignore RC101 so\n" * 100_000, 0),
        ("a line <!-- reportcheck: ignore RC101 so -->\n" * 100_000, 100_000),
    ],
)
def test_comments_without_end_and_without_number_are_read_at_once(text: str, count: int) -> None:
    """Each of these took minutes."""
    marks = ignored(text.encode())
    assert len(marks) == count
    assert {mark.last for mark in marks} <= {count}


def test_a_baseline_leaves_only_what_is_new(run: Run, tmp_path: Path) -> None:
    """Thirty papers with findings; one is changed, and only its new finding is told."""
    for number in range(30):
        (tmp_path / f"papers/{number:02}.md").parent.mkdir(exist_ok=True)
        (tmp_path / f"papers/{number:02}.md").write_text(PAPER, "utf-8")
    done = run("baseline", "papers", "--output", "old.json")
    assert done.returncode == 0
    assert done.stdout.decode().endswith(" of 30 papers are in old.json\n")
    assert run("audit", "papers", "--baseline", "old.json", "--quiet").stdout == b""
    changed = tmp_path / "papers/07.md"
    changed.write_text("An added line.\n\n" + PAPER + "\nThe next is on Friday, 3 July 2025.\n", "utf-8")
    done = run("audit", "papers", "--baseline", "old.json", "--format", "csv")
    lines = done.stdout.decode("utf-8-sig").splitlines()
    assert done.returncode == 1
    assert len(lines) == 2
    assert "3 July 2025 is a Thursday, not a Friday." in lines[1]


def test_an_empty_fingerprint_is_nobody_s(run: Run, paper: Path) -> None:
    done = run("accept", "paper.md", " ", "--reason", "x")
    told = "FINGERPRINT is empty: give the finding's, as reports show it (--format csv)."
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"reportcheck: {told}\n")


def test_what_is_no_baseline_is_told(run: Run, paper: Path) -> None:
    (paper.parent / "b.json").write_text("{}", "utf-8")
    for name, told in (
        ("b.json", "--baseline b.json: is no baseline. Write one with: reportcheck baseline PAPERS."),
        ("c.json", "--baseline c.json: cannot be read (No such file or directory). Check the name."),
    ):
        done = run("audit", "paper.md", "--baseline", name)
        assert (done.returncode, done.stderr.decode()) == (2, f"reportcheck: {told}\n")


def test_fingerprints_outlive_moves_and_tell_tables_apart(run: Run, paper: Path) -> None:
    before = prints(found(run, "paper.md"))
    paper.write_text("\f".join(["Cover.\n", "Some lines\n\nthat are new.\n\n" + PAPER]), "utf-8")
    assert prints(found(run, "paper.md")) == before
    twice = PAPER + "\nTable 2: Spending last year\n\n" + TABLE
    paper.write_text(twice, "utf-8")
    both = [f["fingerprint"] for f in found(run, "paper.md")["findings"] if f["rule"] == "RC101"]
    paper.write_text(twice.replace("Table 1: Spending by service\n\n" + TABLE, ""), "utf-8")
    second = [f["fingerprint"] for f in found(run, "paper.md")["findings"] if f["rule"] == "RC101"]
    assert len(both) == 2
    assert second == both[1:], "the first is mended, and the second is still itself"


def test_a_baseline_has_papers_whose_names_are_not_utf_8_and_accept_says_that_it_cannot(run: Run, paper: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (paper.parent / name).write_text(PAPER, "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no name that is not UTF-8")
    assert run("baseline", name, "--output", "old.json").returncode == 0
    assert run("audit", name, "--baseline", "old.json", "--quiet").returncode == 0
    done = run("accept", name, prints(found(run, name))[MESSAGE], "--reason", "It is so.")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"reportcheck: caf\\udce9.md: its name, or what is said of it, is not UTF-8. Rename it.\n"
    assert not (paper.parent / "reportcheck.accepted.toml").exists()


def test_a_results_folder_knows_what_was_accepted(run: Run, paper: Path) -> None:
    run("audit", "paper.md", "--format", "json", "--output", "results/")
    mark = prints(found(run, "paper.md"))[MESSAGE]
    run("accept", "paper.md", mark, "--reason", "Moved")
    done = run("audit", "paper.md", "--format", "json", "--output", "results/")
    assert b"0 unchanged" in done.stdout
    (document,) = json.loads((paper.parent / "results/paper.md.json").read_bytes())["documents"]
    assert len(document["known"]) == 1
