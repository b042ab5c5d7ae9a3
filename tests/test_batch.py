"""`reportcheck batch`: every paper once into the ledger, whatever happens to a paper, a worker or the run."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from batched import APRIL, MAY, WRONG, asked, change
from conftest import Run
from written import write

from reportcheck.past.going import go_through
from reportcheck.past.ledger import Ledger
from reportcheck.past.sources import addresses
from reportcheck.past.workers import Answer, Task


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


@pytest.mark.parametrize(
    ("ledger", "told"),
    [
        ("papers", "--ledger papers: cannot be used (unable to open database file). "),
        ("papers/wrong.txt", "--ledger papers/wrong.txt: cannot be used (file is not a database). "),
        ("odd://u:secret@h/x", "--ledger odd://...: cannot be used (Can't load plugin: sqlalchemy.dialects:odd). "),
        (
            "odd://h/x?password=secret",
            "--ledger odd://...: cannot be used (Can't load plugin: sqlalchemy.dialects:odd). ",
        ),
        (
            "sqlite:///gone/x.db?timeout=secret",
            "--ledger sqlite://...: cannot be used (could not convert string to float: '...'). ",
        ),
        (
            "postgresql://u@h:abc/db",
            "--ledger postgresql://...: cannot be used (invalid literal for int() with base 10: 'abc'). ",
        ),
    ],
)
def test_a_ledger_that_cannot_be_used_is_told(run: Run, papers: Path, ledger: str, told: str) -> None:
    done = run("batch", "papers", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"reportcheck: {told}Name a file, or a database by its address.\n"


@pytest.mark.parametrize("ledger", ["", ":memory:", "sqlite://", "sqlite:///:memory:"])
def test_a_ledger_that_is_kept_nowhere_is_refused(run: Run, papers: Path, ledger: str) -> None:
    done = run("batch", "papers", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"reportcheck: --ledger {ledger}: is kept nowhere. Name a file.\n"


@pytest.mark.parametrize("ledger", ["l?x=1.db", "a#b%20.db", "sqlite:///own.db"])
def test_a_ledger_may_be_called_anything(run: Run, tmp_path: Path, papers: Path, ledger: str) -> None:
    done = run("batch", "papers", "--ledger", ledger, "--jobs", "1")
    assert (done.returncode, done.stderr) == (1, b"")
    name = ledger.removeprefix("sqlite:///")
    assert asked(tmp_path / name, "select count(*) from papers") == [(2,)]
    assert run("history", "homes", "--ledger", ledger).stdout == b"No figure of homes was found.\n"


def test_a_ledger_of_a_newer_version_is_told(run: Run, tmp_path: Path, papers: Path) -> None:
    run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    change(tmp_path / "ledger.db", "update alembic_version set version_num = '9999'")
    done = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == (
        b"reportcheck: --ledger ledger.db: was made by a newer reportcheck. "
        b"Bring reportcheck up to date, or name another ledger.\n"
    )


def test_a_ledger_that_fails_on_the_way_is_told(run: Run, tmp_path: Path, papers: Path) -> None:
    run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    change(
        tmp_path / "ledger.db",
        "create trigger full before update on papers begin select raise(abort, 'no room is left'); end",
    )
    done = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1", "--select", "RC1")
    assert done.returncode == 2
    assert done.stderr == (
        b"reportcheck: --ledger ledger.db: cannot be used (no room is left). "
        b"Name a file, or a database by its address.\n"
    )


def test_a_database_of_others_is_only_read_by_history(run: Run, tmp_path: Path) -> None:
    change(tmp_path / "theirs.db", "create table plants (name)")
    before = (tmp_path / "theirs.db").read_bytes()
    done = run("history", "homes", "--ledger", "theirs.db")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"reportcheck: --ledger theirs.db: holds no ledger. `reportcheck batch` makes one.\n"
    assert (tmp_path / "theirs.db").read_bytes() == before
    assert asked(tmp_path / "theirs.db", "pragma journal_mode") == [("delete",)]


def test_a_paper_whose_name_is_not_utf_8_costs_itself(run: Run, tmp_path: Path, papers: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        write(papers, name, WRONG)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no name that is not UTF-8")
    done = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert done.returncode == 2
    assert done.stderr == b"reportcheck: papers/caf\\udce9.txt: its name is not UTF-8. Rename it.\n"
    assert done.stdout.startswith(b"3 papers: 0 unchanged, 1 not audited; 1 error")
    assert asked(tmp_path / "ledger.db", "select source from papers order by source") == [
        ("papers/clean.txt",), ("papers/wrong.txt",),
    ]  # fmt: skip


def test_papers_at_an_address_are_fetched(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="the extra reportcheck[batch] is not installed")
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/council/2024/wrong.txt", WRONG)
    memory.pipe("/council/logo.gif", b"GIF8")
    try:
        done = run("batch", "memory://council", "--ledger", "ledger.db", "--jobs", "1")
        assert (done.returncode, done.stderr) == (1, b"")
        assert asked(tmp_path / "ledger.db", "select source from papers") == [("memory:///council/2024/wrong.txt",)]
        kept = run("batch", "memory://council/*/*.txt", "--ledger", "ledger.db", "--jobs", "1")
        assert kept.stdout.startswith(b"1 paper: 1 unchanged")
        none = run("batch", "memory://other", "--ledger", "ledger.db", "--jobs", "1")
        assert none.returncode == 2
        assert none.stderr == (
            b"reportcheck: memory://other: no paper is at this address. Check the bucket and the name.\n"
        )
    finally:
        memory.rm("/council", recursive=True)


@pytest.mark.parametrize("name", ["./papers/wrong.txt", "papers//wrong.txt", "./papers/w*.txt", "papers/./wrong.txt"])
def test_a_paper_stays_however_its_name_is_written_and_what_was_accepted_in_it_holds(
    run: Run, tmp_path: Path, papers: Path, name: str
) -> None:
    first = run("batch", name, "--ledger", "ledger.db", "--jobs", "1")
    assert first.stdout.startswith(b"1 paper: 0 unchanged, 0 not audited; 1 error")
    assert (papers / "wrong.txt").read_bytes() == WRONG
    ((found,),) = asked(tmp_path / "ledger.db", "select fingerprint from findings")
    run("accept", "papers/wrong.txt", found, "--reason", "It is so.")
    accepted = run("batch", name, "--ledger", "ledger.db", "--jobs", "1")
    assert accepted.stdout.startswith(b"1 paper: 0 unchanged, 0 not audited; 0 errors")
    assert (papers / "wrong.txt").read_bytes() == WRONG


def test_the_copy_of_a_paper_that_was_fetched_is_taken_away(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="the extra reportcheck[batch] is not installed")
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/council/wrong.txt", WRONG)
    copies: list[Path] = []

    def engine(tasks: Iterator[Task]) -> Generator[Answer, None, None]:
        for task in tasks:
            copies.append(Path(task.at))
            assert copies[-1].read_bytes() == WRONG
            yield Answer(task, "", {}, [])
            assert not copies[-1].exists()

    try:
        with Ledger(str(tmp_path / "ledger.db")) as ledger:
            ledger.begin()
            gone = list(go_through(addresses(["memory://council"]), ledger, lambda _: "", engine, False))
    finally:
        memory.rm("/council", recursive=True)
    assert ([each.error for each in gone], len(copies)) == ([""], 1)


def test_papers_in_a_bucket_are_fetched(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("s3fs", reason="the extra reportcheck[s3] is not installed")
    server_of = pytest.importorskip("moto.server", reason="moto's server is not installed").ThreadedMotoServer
    import s3fs

    server = server_of(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    known = {"AWS_ACCESS_KEY_ID": "clerk", "AWS_SECRET_ACCESS_KEY": "clerk", "AWS_DEFAULT_REGION": "us-east-1"}
    for name, value in {**known, "AWS_ENDPOINT_URL": f"http://{host}:{port}"}.items():
        monkeypatch.setenv(name, value)
    try:
        bucket = s3fs.S3FileSystem()
        bucket.mkdir("council")
        bucket.pipe("council/2024/wrong.txt", WRONG)
        done = run("batch", "s3://council", "s3://nobody", "--ledger", "ledger.db", "--jobs", "1")
        assert done.returncode == 2
        assert done.stderr.startswith(b"reportcheck: s3://nobody: ")
        assert done.stderr.count(b"\n") == 1
        assert asked(tmp_path / "ledger.db", "select source from papers") == [("s3://council/2024/wrong.txt",)]
        assert asked(tmp_path / "ledger.db", "select rule from findings") == [("RC120",)]
    finally:
        server.stop()


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


def test_a_ledger_of_before_is_brought_up_to_date(run: Run, tmp_path: Path, papers: Path) -> None:
    """Papers that an older ledger has are audited again, as it has no facts of them."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    import reportcheck.past

    config = Config()
    config.set_main_option("script_location", str(Path(reportcheck.past.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{tmp_path / 'ledger.db'}")
    with engine.begin() as link:
        config.attributes["connection"] = link
        command.upgrade(config, "0001")
        link.exec_driver_sql("insert into runs (version, begun) values ('0', '2024-01-01 00:00:00')")
        link.exec_driver_sql(
            "insert into papers (run, source, sha256, made_with, error, pages, figures, verified, challenged, untested,"
            " held, tries) values (1, 'papers/wrong.txt', 'x', 'y', '', 1, 1, 1, 0, 0, 0, 1)"
        )
    engine.dispose()
    done = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert done.stdout.startswith(b"2 papers: 0 unchanged, 0 not audited; 1 error")
    assert asked(tmp_path / "ledger.db", "select count(*), count(distinct source) from papers") == [(2, 2)]
