"""`reportcheck batch --engine dask`: the workers of a cluster do the work of a batch."""

from __future__ import annotations

import os
import signal
import socket
import sys
from pathlib import Path

import pytest
from batched import LIMITS, WRONG
from conftest import Run
from written import CLEAN, write

from reportcheck.past.workers import Task


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
