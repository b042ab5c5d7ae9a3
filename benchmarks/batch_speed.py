"""Papers a second of `reportcheck batch`: one process, two, and a Dask cluster of two workers, in turn.

    python benchmarks/batch_speed.py [--rounds 12] [--file PAPER]

The papers are copies of one file. Each engine is kept ready and asked for a few papers at a time, in turn with the
others, so that what else the machine does meets all three alike; the first answers of each turn, which may have been
worked on while it waited, are not counted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from reportcheck.past import dasked
from reportcheck.past.workers import Answer, Limits, Task, answers

LIMITS = Limits(file_seconds=600, memory_mb=2048)
ROOT = Path(__file__).resolve().parents[1]


WAITING, COUNTED = 5, 10


def turn(answers: Iterator[Answer]) -> float:
    """Papers a second over one turn of an engine."""
    for _ in range(WAITING):
        next(answers)
    begun = time.monotonic()
    for _ in range(COUNTED):
        answer = next(answers)
        assert not answer.error, answer.error
    return COUNTED / (time.monotonic() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--file", type=Path, default=ROOT / "fixtures" / "minutes.md")
    args = parser.parse_args()
    import distributed

    os.environ["PYTHONPATH"] = str(ROOT / "src")
    with tempfile.TemporaryDirectory(prefix="speed-") as name:
        path = Path(name) / f"paper{args.file.suffix}"
        shutil.copy(args.file, path)
        tasks = repeat(Task(str(path), str(path), "", ""))
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50, local_directory=f"{name}/dask"
        ) as cluster:
            engines = {
                "one process": answers(tasks, 1, LIMITS),
                "two processes": answers(tasks, 2, LIMITS),
                "Dask, two workers": dasked.answers(tasks, cluster.scheduler_address, LIMITS),
            }
            found: dict[str, list[float]] = {kind: [] for kind in engines}
            for _ in range(args.rounds):
                for kind, engine in engines.items():
                    found[kind].append(turn(engine))
                print(", ".join(f"{kind} {rates[-1]:.2f}" for kind, rates in found.items()), flush=True)
            for engine in engines.values():
                engine.close()
        one, two, dask = (statistics.median(rates) for rates in found.values())
        print(f"medians, papers a second: {one:.2f}, {two:.2f} and {dask:.2f}")
        pairs = list(zip(*found.values(), strict=True))
        print(f"two processes: {statistics.median(b / a for a, b, _ in pairs):.2f} times one, median of the turns")
        print(f"Dask: {statistics.median(c / b for _, b, c in pairs):.2f} of two processes, median of the turns")


if __name__ == "__main__":
    main()
