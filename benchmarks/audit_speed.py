"""An audit of a whole paper against a loop of pdfplumber's extract_tables with page.close(), in turn.

  python benchmarks/audit_speed.py ../shared/corpus/packs/kent-cabinet-2025-01-30.pdf [--rounds 3] [--each 3]

By the clock on all cores, and in CPU time on one. Each is a whole process; a machine's clock can change by half from
one minute to the next, so that only means of runs in turn say anything. Install the wheel first: a checkout compiles.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pdf_speed import Cost, cost

LOOP = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_tables()
        page.close()
"""


def main() -> None:
    """Measure in turn; print every run, the means and the ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paper", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--each", type=int, default=3, help="audits of each sort in a round")
    args = parser.parse_args()
    loops: list[Cost] = []
    spread: list[Cost] = []
    alone: list[Cost] = []
    audit = [sys.executable, "-m", "reportcheck", "audit", "--no-cache", str(args.paper)]
    for _ in range(args.rounds):
        loops.append(cost([sys.executable, "-c", LOOP, str(args.paper)]))
        for _ in range(args.each):
            spread.append(cost(audit))
            alone.append(on_one_core([*audit, "--jobs", "1"]))
    wall, cpu = [c.wall for c in spread], [c.cpu for c in alone]
    print(f"pdfplumber, by the clock   {told([c.wall for c in loops])}")
    print(f"audit, by the clock        {told(wall)}   {ratio([c.wall for c in loops], wall)}")
    print(f"pdfplumber, CPU            {told([c.cpu for c in loops])}")
    print(f"audit on one core, CPU     {told(cpu)}   {ratio([c.cpu for c in loops], cpu)}")


def on_one_core(command: list[str]) -> Cost:
    """What a command costs on one core."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        return cost(command)
    finally:
        os.sched_setaffinity(0, cores)


def told(seconds: Sequence[float]) -> str:
    """The runs and their mean."""
    return f"mean {statistics.mean(seconds):6.2f} s   {' '.join(f'{s:.2f}' for s in seconds)}"


def ratio(slow: Sequence[float], quick: Sequence[float]) -> str:
    """How many times as fast: of the means, and of the best runs."""
    return (
        f"{statistics.mean(slow) / statistics.mean(quick):.1f} times as fast (best runs {min(slow) / min(quick):.1f})"
    )


if __name__ == "__main__":
    main()
