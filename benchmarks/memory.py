"""Peak memory of each process of an audit: `python benchmarks/memory.py PAPER.pdf [--times 2]`.

The paper is bound together with itself, so that a 506-page pack becomes one of 1,012 pages, and audited as users do.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def bound(paper: Path, times: int, folder: Path) -> Path:
    """The paper `times` over, as one PDF."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for _ in range(times):
        whole.import_pages(pypdfium2.PdfDocument(paper))
    path = folder / "bound.pdf"
    whole.save(str(path))
    return path


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in family(int(child)))]


def peak_mb(pid: int) -> float:
    """The most real memory that a process has had so far."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) / 1024 if found else 0.0


def watched(command: list[str]) -> dict[str, object]:
    """Run a command and look at its processes until it ends."""
    begun = time.monotonic()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    while run.poll() is None:
        for pid in family(run.pid):
            peaks[pid] = max(peaks.get(pid, 0.0), peak_mb(pid))
        time.sleep(0.02)
    others = [round(mb) for pid, mb in peaks.items() if pid != run.pid]
    return {
        "exit": run.returncode,
        "seconds": round(time.monotonic() - begun, 1),
        "auditor_mb": round(peaks.get(run.pid, 0.0)),
        "readers_mb": sorted(others, reverse=True),
    }


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("paper", type=Path)
    ask.add_argument("--times", type=int, default=2)
    ask.add_argument("--format", default="json")
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = bound(asked.paper, asked.times, Path(folder))
        command = [sys.executable, "-m", "reportcheck", "audit", "--no-cache", str(path), "--format", asked.format]
        print(json.dumps({"megabytes": round(path.stat().st_size / 2**20, 1), **watched(command)}))


if __name__ == "__main__":
    main()
