"""The database that a batch keeps: what it may be, and what is told where it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from batched import asked, change
from conftest import Run


@pytest.fixture(autouse=True)
def no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """How far a run is does not depend on how busy the machine is."""
    monkeypatch.setattr("reportcheck.cli.batch._EVERY", float("inf"))


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
