"""`reportcheck batch`: every paper once into the ledger, whatever happens to a paper, a worker or the run."""

from __future__ import annotations

import os
import pwd
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from written import CLEAN, write

from reportcheck.past.workers import Answer, Limits, Task, answers

pytest.importorskip("sqlalchemy", reason="the extra reportcheck[batch] is not installed")

WRONG = b"Of the 82 replies, 31 (83%) were in favour.\n"
needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
LIMITS = Limits(file_seconds=60, memory_mb=2048)


def asked(ledger: Path, question: str) -> list[Any]:
    with sqlite3.connect(ledger) as link:
        return link.execute(question).fetchall()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    write(tmp_path, "papers/clean.txt")
    write(tmp_path, "papers/wrong.txt", WRONG)
    return tmp_path / "papers"


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
    ],
)
def test_a_ledger_that_cannot_be_used_is_told(run: Run, papers: Path, ledger: str, told: str) -> None:
    done = run("batch", "papers", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"reportcheck: {told}Name a file, or a database by its address.\n"


def workers_of(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, check=False)
    return [int(pid) for pid in listed.stdout.split()]


def started(process: int) -> bool:
    """Whether a process is a worker; what lists the processes is one too, and soon gone."""
    try:
        return "reportcheck.cli.worker" in Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return False


def struck(tmp_path: Path, times: int, blow: signal.Signals, limits: Limits = LIMITS) -> Answer:
    """The answer to a paper where so many workers, one after another, are sent a signal as they start."""
    task = Task("slow", str(write(tmp_path, "slow.txt", WRONG)), "", "")

    def strike() -> None:
        hit: set[int] = set()
        while len(hit) < times:
            for worker in set(workers_of(os.getpid())) - hit:
                if started(worker):
                    os.kill(worker, blow)
                    hit.add(worker)

    thread = threading.Thread(target=strike, daemon=True)
    thread.start()
    (answer,) = answers(iter([task]), 1, limits)
    thread.join()
    return answer


@needs_proc
def test_a_worker_that_is_killed_costs_a_second_try(tmp_path: Path) -> None:
    answer = struck(tmp_path, 1, signal.SIGKILL)
    assert (answer.error, answer.lost, answer.task.tries) == ("", False, 2)
    assert [finding["message"] for finding in answer.findings] == ["31 of 82 is printed as 83%, but it is 38%."]


@needs_proc
def test_a_worker_that_is_killed_twice_loses_its_paper(tmp_path: Path) -> None:
    answer = struck(tmp_path, 2, signal.SIGKILL)
    assert (answer.lost, answer.task.tries) == (True, 2)
    assert answer.error == (
        "slow: made the process that audited it end (signal 9), twice. Audit it alone, in parts with --pages."
    )


@needs_proc
def test_a_worker_that_hangs_is_ended(tmp_path: Path) -> None:
    answer = struck(tmp_path, 2, signal.SIGSTOP, Limits(file_seconds=0.5, memory_mb=2048, grace=0.5))
    assert (answer.lost, answer.task.tries) == (True, 2)
    assert answer.error == (
        "slow: took longer than 1.5 s, twice. Audit it alone, in parts with --pages, or allow it more."
    )


def test_a_run_that_is_killed_is_gone_on_with(run: Run, tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, f"papers/{number:02}.txt", WRONG if number % 3 == 0 else CLEAN)
    ledger = tmp_path / "ledger.db"
    command = [sys.executable, "-m", "reportcheck", "batch", "papers", "--ledger", "ledger.db", "--jobs", "1", "-q"]
    recorded = 0
    for least in (2, 6):
        started = subprocess.Popen(command, cwd=tmp_path)
        while recorded < least and started.poll() is None:
            time.sleep(0.01)
            try:
                recorded = asked(ledger, "select count(*) from papers")[0][0]
            except sqlite3.OperationalError:
                continue  # The tables are being made.
        started.send_signal(signal.SIGKILL)
        started.wait()
    recorded = asked(ledger, "select count(*) from papers")[0][0]
    done = run("batch", "papers", "--ledger", "ledger.db", "--jobs", "1")
    assert done.stdout.decode().splitlines()[0] == (
        f"12 papers: {recorded} unchanged, 0 not audited; 4 errors, 0 warnings, 0 notes"
    )
    assert asked(ledger, "select count(*), count(distinct source) from papers") == [(12, 12)]
    assert asked(ledger, "select count(*) from findings") == [(4,)]


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


@pytest.fixture
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the test."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found and os.environ.get("CI") != "true":
        pytest.skip("PostgreSQL's server is not installed (Debian: postgresql)")
    if not Path(os.devnull).is_char_device() and os.environ.get("CI") != "true":
        pytest.skip(f"this system has no {os.devnull}, without which PostgreSQL's initdb cannot work")
    tools, folder = found[-1].parent, Path("/tmp") / f"reportcheck-postgres-{os.getpid()}"
    folder.mkdir(mode=0o700)
    who: dict[str, Any] = {}
    if os.getuid() == 0:  # It refuses to be started by root.
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def tool(name: str, *args: str) -> None:
        subprocess.run([tools / name, *args], check=True, cwd=folder, stdout=subprocess.DEVNULL, **who)

    data = str(folder / "data")
    tool("initdb", "-D", data, "-A", "trust", "-U", "clerk", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    tool("pg_ctl", "-D", data, "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql://clerk@127.0.0.1:{port}/postgres"
    finally:
        tool("pg_ctl", "-D", data, "-m", "immediate", "stop")
        subprocess.run(["rm", "-rf", str(folder)], check=True)


def test_a_ledger_in_postgresql(run: Run, papers: Path, postgres: str) -> None:
    import psycopg

    write(papers, "broken.pdf", b"no PDF")
    assert run("batch", "papers", "--ledger", postgres, "--jobs", "1").returncode == 2
    kept = run("batch", "papers", "--ledger", postgres, "--jobs", "1")
    assert kept.stdout == b"3 papers: 3 unchanged, 1 not audited; 1 error, 0 warnings, 0 notes\n"
    with psycopg.connect(postgres) as link:
        assert link.execute("select count(*) from papers").fetchall() == [(3,)]
        assert link.execute("select rule, whole->>'message' from findings").fetchall() == [
            ("RC120", "31 of 82 is printed as 83%, but it is 38%."),
        ]


def test_facts_bodies_and_history_in_postgresql(run: Run, tmp_path: Path, postgres: str) -> None:
    import psycopg

    write(tmp_path, "town/minutes-2024-04.txt", APRIL)
    write(tmp_path, "town/minutes-2024-05.txt", MAY)
    done = run("batch", "town", "--ledger", postgres, "--jobs", "1", "--site", "out")
    assert done.stdout.startswith(b"2 papers: 0 unchanged, 0 not audited; 0 errors, 1 warning, 0 notes\n")
    with psycopg.connect(postgres) as link:
        assert link.execute("select value, low, high from facts where unit = 'GBP' order by value").fetchall() == [
            (Decimal("1904.10"), Decimal("1904.095"), Decimal("1904.105")),
            (Decimal("2118.75"), Decimal("2118.745"), Decimal("2118.755")),
        ]
        assert link.execute("select rule, across from findings").fetchall() == [("RC605", True)]
    told = run("history", "cheques paid", "--ledger", postgres)
    assert (told.returncode, told.stdout.count(b"minutes-2024-0")) == (0, 2)
    assert b"1,904.10" in told.stdout
    write(tmp_path, "town/minutes-2024-04.txt", APRIL.replace(b"1212", b"1214"))
    again = run("batch", "town", "--ledger", postgres, "--jobs", "1")
    assert again.stdout.startswith(b"2 papers: 1 unchanged, 0 not audited; 0 errors, 0 warnings, 0 notes\n")


APRIL = b"Minutes of the meeting held on 8 April 2024\n\nCheques 1201 to 1212, \xc2\xa31,904.10 in all, were paid.\n"
MAY = b"Minutes of the meeting held on 13 May 2024\n\nCheques 1215 to 1226, \xc2\xa32,118.75 in all, were paid.\n"


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


def test_a_cluster_does_the_same_work_and_survives_a_lost_worker(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra reportcheck[dask] is not installed")
    from reportcheck.past import dasked

    for number in range(12):
        write(tmp_path, f"{number:02}.txt", WRONG if number % 3 == 0 else CLEAN)
    tasks = [Task(path.name, str(path), "", "") for path in sorted(tmp_path.glob("*.txt"))]
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50, local_directory=str(tmp_path / "d")
    ) as cluster:
        heard = dasked.answers(iter(tasks), cluster.scheduler_address, LIMITS)
        found = [next(heard)]
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        found += heard
    assert sorted(answer.task.source for answer in found) == [task.source for task in tasks]
    assert [answer.error for answer in found] == [""] * 12
    assert sum(len(answer.findings) for answer in found) == 4


def test_a_cluster_that_is_not_there_is_told(run: Run, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra reportcheck[dask] is not installed")
    from reportcheck.past import dasked

    monkeypatch.setattr(dasked, "_SECONDS", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    done = run("batch", "papers", "--ledger", "ledger.db", "--engine", "dask", "--scheduler", address)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"reportcheck: --scheduler {address}: no scheduler answers there (OSError). "
        "Start one with `dask scheduler`, and workers with `dask worker`.\n"
    )
    alone = run("batch", "papers", "--ledger", "ledger.db", "--engine", "dask")
    assert alone.stderr == (
        b"reportcheck: --engine dask and --scheduler go together: name the scheduler of the cluster.\n"
    )


def test_an_engine_that_is_not_installed_is_told(run: Run, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = run("batch", "papers", "--ledger", "ledger.db", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert (done.returncode, done.stderr) == (
        2, b"reportcheck: --engine dask needs distributed: pip install 'reportcheck[dask]'.\n",
    )  # fmt: skip
