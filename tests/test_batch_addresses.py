"""Where the papers of a batch are fetched from, and what they are called."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from batched import WRONG, asked
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
