"""The command: what goes in, what comes out, and the exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from written import CLEAN, documents, write


def test_a_clean_paper_gives_0(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    done = run("audit", "a.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"a.txt\n")


def test_a_folder_is_read_whole_sorted_and_without_hidden_or_unknown_files(run: Run, tmp_path: Path) -> None:
    for name in ("p/b.txt", "p/a/z.md", "p/.git/c.txt", "p/photo.jpg", "p/.d.txt", "p/a.txt"):
        write(tmp_path, name)
    done = run("audit", "p", "--format", "json")
    assert [d["path"] for d in documents(done.stdout)] == ["p/a/z.md", "p/a.txt", "p/b.txt"]


def test_a_pattern_is_expanded_and_no_paper_is_audited_twice(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        write(tmp_path, name)
    done = run("audit", "*.txt", "a.txt", "--format", "json")
    assert [d["path"] for d in documents(done.stdout)] == ["a.txt", "b.txt"]


def test_standard_input_is_read_and_its_kind_seen(run: Run) -> None:
    done = run("audit", "-", "--format", "json", stdin=CLEAN)
    assert done.returncode == 0
    assert documents(done.stdout)[0]["path"] == "-"
    broken = run("audit", "-", stdin=b"%PDF-1.7 and then nothing")
    assert broken.returncode == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("gone.pdf", "gone.pdf: there is no such file"),
        ("empty", "empty: this folder holds no papers"),
        ("*.nope", "*.nope: no file fits this pattern"),
        ("nought.txt", "nought.txt: the file is empty"),
        ("text.pdf", "text.pdf: "),
    ],
)
def test_what_cannot_be_audited_costs_itself(run: Run, tmp_path: Path, asked: str, told: str) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, "nought.txt", b"")
    write(tmp_path, "text.pdf", b"This is no PDF.")
    write(tmp_path, "good.txt")
    done = run("audit", asked, "good.txt", "--format", "json")
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    first, second = documents(done.stdout)
    assert first["path"] == asked
    assert first["errors"]
    assert second["path"] == "good.txt"
    assert second["errors"] == []


@pytest.mark.parametrize(
    "args",
    [
        ("--select", "RC999"),
        ("--ignore", "no-such-rule"),
        ("--pages", "8-3"),
        ("--pages", "0"),
        ("--pages", "x"),
        ("--rules", "nowhere"),
    ],
)
def test_a_request_that_cannot_be_is_refused_in_one_line(run: Run, tmp_path: Path, args: tuple[str, str]) -> None:
    write(tmp_path, "a.txt")
    done = run("audit", "a.txt", *args)
    assert done.returncode == 2
    assert done.stderr.startswith(f"reportcheck: {args[0]} {args[1]}".encode())
    assert done.stderr.count(b"\n") == 1


def test_pages_that_a_paper_has_not_are_an_error_not_a_clean_paper(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    done = run("audit", "a.txt", "--pages", "7-9")
    assert done.returncode == 2
    assert b"has no page among those that --pages asks for" in done.stderr


def test_a_paper_without_text_is_not_clean(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "blank.txt", b"\n \n\f\n")
    done = run("audit", "blank.txt")
    assert done.returncode == 2
    assert b"no page has text that can be read" in done.stderr


def test_the_function_does_the_same_again_and_again(tmp_path: Path) -> None:
    """A module named like the function would hide it after the first call."""
    path = write(tmp_path, "a.txt")
    script = (
        "import sys\nfor _ in range(2):\n    from reportcheck import audit\n    print(audit(sys.argv[1]).document.path)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split() == [str(path)] * 2


def test_the_function_raises_what_the_command_tells() -> None:
    script = (
        "from reportcheck import audit\nfrom reportcheck.errors import PaperError, UsageError\n"
        "for kind, options in ((PaperError, {}), (UsageError, {'select': ['RC999']})):\n"
        "    try:\n        audit('gone.txt', **options)\n    except kind as problem:\n        print(problem)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[0].startswith("gone.txt: there is no such file")
    assert done.stdout.splitlines()[1].startswith("--select RC999: no rule")


def test_rules_are_listed_and_explained(run: Run) -> None:
    listed = run("rules")
    assert listed.returncode == 0
    assert b"RC101" in listed.stdout
    told = run("rules", "rc101").stdout.decode()
    assert told.startswith("RC101 ")
    unknown = run("rules", "RC999")
    assert unknown.returncode == 2
    assert unknown.stderr.startswith(b"reportcheck: RC999: no rule has this id or name.")


def test_a_rule_of_ones_own_is_used_and_a_wrong_one_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    rule = "id: XX1\nname: mine\nkind: table\nseverity: note\nwhy: Because.\nparams:\n  laws: [total]\n"
    write(tmp_path, "own/mine.yaml", rule.encode())
    assert run("audit", "a.txt", "--rules", "own", "--select", "XX1").returncode == 0
    write(tmp_path, "own/wrong.yaml", rule.replace("XX1", "XX2").replace("params", "parms").encode())
    wrong = run("audit", "a.txt", "--rules", "own")
    assert wrong.returncode == 2
    assert b"wrong.yaml, line 6: unknown key 'parms'" in wrong.stderr


def test_help_is_plain_and_names_the_options(run: Run) -> None:
    told = run("audit", "--help").stdout.decode()
    for option in (
        "--format", "--output", "--select", "--ignore", "--fail-on", "--pages", "--quiet", "--verbose",
        "--jobs", "--password", "--rules", "--ocr", "--pdf-engine",
    ):  # fmt: skip
        assert option in told


HEAVY = "{'yaml', 'polars', 'pandera', 'pdfplumber', 'pypdfium2', 'numpy', 'pydantic', 'rapidfuzz'}"


@pytest.mark.parametrize("args", [["--help"], ["audit", "nothing.pdf"]])
def test_starting_a_command_imports_nothing_heavy(tmp_path: Path, args: list[str]) -> None:
    script = (
        "import sys\nfrom reportcheck.cli import main\n"
        f"sys.argv = ['reportcheck', *{args}]\n"
        f"try:\n    main()\nexcept SystemExit:\n    print(sorted({HEAVY} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_bug_of_ours_is_one_line_and_costs_one_paper(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt")
    script = (
        "import sys, reportcheck.auditing as run\n"
        "kept = run.audit_document\n"
        "def broken(document, rules, jobs, *keep):\n"
        "    if document.path == 'a.txt':\n        raise KeyError('boom\\x1b[2J')\n"
        "    return kept(document, rules, jobs, *keep)\n"
        "run.audit_document = broken\n"
        "sys.argv = ['reportcheck', 'audit', 'a.txt', 'b.txt', '--format', 'json']\n"
        "from reportcheck.cli import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert b"a.txt: this is a bug in reportcheck (KeyError" in done.stderr
    assert b"\x1b" not in done.stderr
    first, second = documents(done.stdout)
    assert first["errors"]
    assert not second["errors"]


def test_the_exit_code_follows_fail_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"In the year 31 of the 82 children (48%) waited less than 14 months.\n")
    codes = {
        level: run("audit", "a.txt", "--fail-on", level).returncode for level in ("error", "warning", "note", "never")
    }
    assert codes == {"error": 1, "warning": 1, "note": 1, "never": 0}
    assert run("audit", "a.txt", "--ignore", "RC1").returncode == 0
    assert run("audit", "a.txt", "--select", "fraction-percent").returncode == 1
    assert run("audit", "a.txt", "gone.txt").returncode == 2
