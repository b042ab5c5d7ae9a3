"""Papers a second of `reportcheck batch`: one process, two, and a Dask cluster of two workers, in turn.

    python benchmarks/batch_speed.py [--papers 80] [--rounds 3] [--file PAPER]

The papers are copies of one file, each with a ledger of its own, so that all are audited. What is told is from the
first paper that is recorded to the last: to start takes a second, however many papers there are.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path

from reportcheck.past import dasked
from reportcheck.past.workers import Answer, Limits, Task, answers

LIMITS = Limits(file_seconds=600, memory_mb=2048)
ROOT = Path(__file__).resolve().parents[1]


def rate(tasks: list[Task], engine: Callable[[Iterator[Task]], Generator[Answer, None, None]]) -> float:
    """Papers a second, from the first answers on, one for each worker, to the last."""
    times = []
    for answer in engine(iter(tasks)):
        assert not answer.error, answer.error
        times.append(time.monotonic())
    return (len(times) - 3) / (times[-1] - times[2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=int, default=80)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--file", type=Path, default=ROOT / "fixtures" / "scrutiny-pack.pdf")
    args = parser.parse_args()
    import distributed

    os.environ["PYTHONPATH"] = str(ROOT / "src")
    with tempfile.TemporaryDirectory(prefix="speed-") as name:
        tasks = []
        for number in range(args.papers):
            path = Path(name) / f"{number:04}{args.file.suffix}"
            shutil.copy(args.file, path)
            tasks.append(Task(str(path), str(path), "", ""))
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50, local_directory=f"{name}/dask"
        ) as cluster:
            engines = {
                "one process": partial(answers, jobs=1, limits=LIMITS),
                "two processes": partial(answers, jobs=2, limits=LIMITS),
                "Dask, two workers": partial(dasked.answers, scheduler=cluster.scheduler_address, limits=LIMITS),
            }
            found: dict[str, list[float]] = {name: [] for name in engines}
            for _ in range(args.rounds):
                for kind, engine in engines.items():
                    found[kind].append(rate(tasks, engine))
                    print(f"{kind}: {found[kind][-1]:.2f} papers a second", flush=True)
        one, two, dask = (statistics.median(rates) for rates in found.values())
        print(f"medians: two processes {two / one:.2f} of one; Dask {dask / two:.2f} of two")


if __name__ == "__main__":
    main()
