#!/usr/bin/env python3
"""What finding laws costs: seconds of CPU against the number of figures, for tables without and with structure.

`python benchmarks/laws_curve.py` prints a table; with `--svg FILE` it also draws the curve.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from reportcheck import laws
from reportcheck.extract import extract_bytes
from reportcheck.model import Grid
from reportcheck.read import read

SIZES = ((5, 4), (10, 6), (20, 8), (30, 12), (50, 15), (70, 20), (100, 30))


def chance(rows: int, columns: int, dice: random.Random) -> list[list[int]]:
    """Figures that obey nothing."""
    return [[dice.randint(100, 99_999) for _ in range(columns)] for _ in range(rows)]


def budget(rows: int, columns: int, dice: random.Random) -> list[list[int]]:
    """Blocks of nine lines under a subtotal, a grand total, and a total at the end of each row."""
    body: list[list[int]] = []
    block: list[list[int]] = []
    for _ in range(rows - 1):
        if len(block) == 9:
            body.append([sum(column) for column in zip(*block, strict=True)])
            block = []
        else:
            block.append([dice.randint(100, 99_999) for _ in range(columns - 1)])
            body.append(block[-1])
    body.append([sum(column) for column in zip(*body, strict=True)])
    return [[*row, sum(row)] for row in body]


def grid_of(figures: list[list[int]]) -> Grid:
    heads = "Name\t" + "\t".join(f"Column {c}" for c in range(len(figures[0])))
    lines = (f"Line {r}\t" + "\t".join(f"{v:,}" for v in row) for r, row in enumerate(figures))
    (grid,) = read(extract_bytes("\n".join([heads, *lines, ""]).encode(), "table.txt", "text")).grids
    return grid


def seconds(grid: Grid) -> float:
    began = time.process_time()
    for _ in laws.relations(grid):
        pass
    return time.process_time() - began


def curve(repeats: int = 3) -> list[tuple[int, float, float]]:
    """For each size: the number of figures, and the least seconds of a chance table and of a budget."""
    points = []
    for rows, columns in SIZES:
        dice = random.Random(rows)
        tables = (grid_of(chance(rows, columns, dice)), grid_of(budget(rows, columns, dice)))
        best = [min(seconds(grid) for _ in range(repeats)) for grid in tables]
        points.append((rows * columns, best[0], best[1]))
    return points


def svg(points: list[tuple[int, float, float]]) -> str:
    """The curve as a picture: seconds against figures."""
    wide, high, left, foot = 520, 300, 60, 40
    most, longest = points[-1][0], max(max(p[1:]) for p in points)

    def at(x: float, y: float) -> str:
        return f"{left + x / most * (wide - left - 20):.1f},{high - foot - y / longest * (high - foot - 20):.1f}"

    drawn = []
    for series, colour, name, y in ((1, "#1f4e79", "without structure", 20), (2, "#b8860b", "a budget", 38)):
        line = " ".join(at(p[0], p[series]) for p in points)
        drawn.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.append(f'<text x="{left + 20}" y="{y}" fill="{colour}">{name}</text>')
    axes = f'<path d="M{left},10 V{high - foot} H{wide - 10}" fill="none" stroke="#444"/>'
    marks = f'<text x="{wide - 120}" y="{high - 12}">{most:,} figures</text><text x="4" y="24">{longest:.2f} s</text>'
    style = 'font-family="sans-serif" font-size="13"'
    body = "\n".join([axes, marks, *drawn])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" {style}>\n{body}\n</svg>\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    args = parser.parse_args()
    points = curve(args.repeats)
    print(f"{'figures':>8} {'chance, s':>10} {'budget, s':>10} {'ms a figure':>12}")
    for count, loose, firm in points:
        print(f"{count:>8} {loose:>10.3f} {firm:>10.3f} {1000 * loose / count:>12.3f}")
    if args.svg:
        args.svg.write_text(svg(points), encoding="utf-8")


if __name__ == "__main__":
    main()
