"""What a killed or hanging worker, or a killed run, costs a batch: a try, a paper, nothing that was done."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from batched import LIMITS, WRONG, asked
from conftest import Run
from written import CLEAN, write

from reportcheck.past.workers import Answer, Limits, Task, answers

needs_proc = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")


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


def test_a_worker_whose_run_is_gone_ends_without_a_word(tmp_path: Path) -> None:
    asked = {"file_seconds": 60, "memory_mb": 2048, "rules": "", "select": [], "ignore": [], "given": []}
    task = {"source": "wrong.txt", "at": str(write(tmp_path, "wrong.txt", WRONG))}
    command = [sys.executable, "-m", "reportcheck.cli.worker"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        assert worker.stderr is not None
        worker.stdout.close()
        worker.stdin.write(f"{json.dumps(asked)}\n{json.dumps(task)}\n".encode())
        worker.stdin.flush()
        assert worker.stderr.read() == b""


def served(tmp_path: Path, begin: str, memory: int, *papers: str) -> tuple[list[str], bytes]:
    """Why papers could not be audited by a worker that begins with those lines of Python, and its stderr."""
    asked = {"file_seconds": 60, "memory_mb": memory, "rules": "", "select": [], "ignore": [], "given": []}
    lines = [asked, *({"source": paper, "at": str(tmp_path / paper)} for paper in papers)]
    done = subprocess.run(
        [sys.executable, "-c", f"from reportcheck.cli import worker\n{begin}\nworker.main()"],
        input="".join(json.dumps(line) + "\n" for line in lines).encode(), capture_output=True, check=True,
    )  # fmt: skip
    return [json.loads(line)["error"] for line in done.stdout.splitlines()], done.stderr


def test_an_error_that_nobody_foresaw_costs_its_paper_and_prints_no_traceback(tmp_path: Path) -> None:
    write(tmp_path, "odd.txt")
    write(tmp_path, "wrong.txt", WRONG)
    stumble = (
        "told = worker._told\nworker._told = lambda outcome: told(outcome) if 'odd' not in outcome.name else {}[1]"
    )
    bug = (
        "odd.txt: this is a bug in reportcheck (KeyError: 1, at <string>:3). "
        "Please report this line where you got reportcheck from, with the paper if you may."
    )
    assert served(tmp_path, stumble, 2048, "odd.txt", "wrong.txt") == ([bug, ""], b"")


def test_more_memory_than_can_be_counted_is_no_limit(tmp_path: Path) -> None:
    write(tmp_path, "wrong.txt", WRONG)
    assert served(tmp_path, "", 99_999_999_999_999, "wrong.txt") == ([""], b"")
