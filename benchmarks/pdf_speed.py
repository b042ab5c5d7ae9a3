"""CPU time, wall time and memory of reading a PDF's tables, against peers; and a plot of cost against pages.

  python benchmarks/pdf_speed.py PAPER.pdf [--pages 40] [--peers pdfplumber,...] [--plot docs/pdf-cost.svg]

Each reader runs in a process of its own, on the same pages, and its whole process counts.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pdf_peers import peer_python

HERE = Path(__file__).parent
NAMES = ("pdfplumber", "camelot-stream", "camelot-lattice", "tabula", "pymupdf")
FLOOR = """
import sys, pypdfium2
pdf = pypdfium2.PdfDocument(sys.argv[1])
for i in range(int(sys.argv[2]) - 1, min(int(sys.argv[3]), len(pdf))):
    page = pdf[i]
    text = page.get_textpage()
    text.get_text_range()
    text.close()
    page.close()
"""
OURS = """
import sys
from pathlib import Path
from reportcheck.extract import Options
from reportcheck.extract.pdf import read_pdf
path = Path(sys.argv[1])
read_pdf(path.read_bytes(), path.name, Options(pages=((int(sys.argv[2]), int(sys.argv[3])),)))
"""


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    wall: float
    cpu: float
    megabytes: float
    ended: int


def cost(command: list[str]) -> Cost:
    """Run a command and weigh it, with all that it starts."""
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, status)


def commands(paper: Path, last: int, peers: list[str], python: Path | None) -> dict[str, list[str]]:
    """What is run, by name."""
    pages = [str(paper), "1", str(last)]
    audit = [sys.executable, "-m", "reportcheck", "audit", "--no-cache", "--pages", f"1-{last}", str(paper)]
    found = {
        "pdfium's bare text": [sys.executable, "-c", FLOOR, *pages],
        "reportcheck, extraction in one process": [sys.executable, "-c", OURS, *pages],
        "reportcheck audit, everything on": audit,
    }
    for name in peers:
        found[name] = [str(python), str(HERE / "pdf_peer_run.py"), name, *pages]
    return found


def main() -> None:
    """Measure and print a table; plot when asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paper", type=Path)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--peers", default="pdfplumber", help=",".join(NAMES))
    parser.add_argument("--venv", type=Path, default=Path(tempfile.gettempdir()) / "reportcheck-peers")
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    peers = [name for name in args.peers.split(",") if name]
    python = peer_python(args.venv) if peers else None
    sizes = [max(args.pages * part // 4, 1) for part in (1, 2, 3, 4)] if args.plot else [args.pages]
    curves: dict[str, list[tuple[int, float]]] = {}
    for last in sizes:
        for name, command in commands(args.paper, last, peers, python).items():
            took = cost(command)
            curves.setdefault(name, []).append((last, took.cpu))
            note = "" if took.ended in (0, 256) else "  (failed)"
            print(
                f"{last:5} pages  {name:40} CPU {took.cpu:8.2f} s  {1000 * took.cpu / last:8.1f} ms/page  "
                f"wall {took.wall:8.2f} s  {took.megabytes:6.0f} MB{note}",
                flush=True,
            )
    if args.plot:
        args.plot.write_text(plot(curves), encoding="utf-8")


def plot(curves: dict[str, list[tuple[int, float]]]) -> str:
    """An SVG of CPU seconds against pages, the costliest reader first in its legend."""
    right = max(pages for curve in curves.values() for pages, _ in curve)
    top = max(seconds for curve in curves.values() for _, seconds in curve)
    colours = ("#b23a48", "#c98b2b", "#5b8c3a", "#7a4ea3", "#1b6ca8", "#0b3c5d", "#666666", "#333333")
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400" font-family="sans-serif" font-size="12">']
    parts.append('<rect width="720" height="400" fill="#fff"/><path d="M60 20V350H470" fill="none" stroke="#000"/>')
    parts.append('<text x="8" y="14">CPU seconds</text><text x="430" y="385">pages</text>')
    for mark in ticks(top):
        y = 350 - 320 * mark / top
        parts.append(
            f'<path d="M60 {y:.1f}H470" stroke="#ddd"/><text x="54" y="{y + 4:.1f}" text-anchor="end">{mark:g}</text>'
        )
    for mark in ticks(right):
        x = 60 + 400 * mark / right
        parts.append(
            f'<path d="M{x:.1f} 350v5" stroke="#000"/><text x="{x:.1f}" y="368" text-anchor="middle">{mark:g}</text>'
        )
    ordered = sorted(curves.items(), key=lambda item: -item[1][-1][1])
    for row, (colour, (name, curve)) in enumerate(zip(colours, ordered, strict=False)):
        points = [(60 + 400 * pages / right, 350 - 320 * seconds / top) for pages, seconds in curve]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(f'<text x="480" y="{40 + 18 * row}" fill="{colour}" font-size="11">{name}</text>')
    return "".join([*parts, "</svg>\n"])


def ticks(top: float) -> list[float]:
    """Four to nine round numbers from nought to `top`."""
    step = next(s for e in range(-3, 6) for s in (10.0**e, 2 * 10.0**e, 5 * 10.0**e) if top / s < 9)
    return [step * n for n in range(int(top / step) + 1)]


if __name__ == "__main__":
    main()
