"""The ledger of `reportcheck batch` in a PostgreSQL server that the test starts."""

from __future__ import annotations

import os
import pwd
import socket
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from batched import APRIL, MAY
from conftest import Run
from written import write


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
