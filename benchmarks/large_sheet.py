"""A workbook of 200,000 cells: how long does its audit take, and how much memory?

  python benchmarks/large_sheet.py [--rows 2000] [--columns 100] [--kind xlsx|csv]

Every twentieth row is the total of those above it; two totals are wrong.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from pathlib import Path

from bad_files import refused
from openpyxl import Workbook


def rows(height: int, width: int) -> list[list[object]]:
    """Heads, then blocks of nineteen rows and their total; the totals of the third and the seventh block are wrong."""
    dice = random.Random(7)
    found: list[list[object]] = [["Service", *(f"Site {n}" for n in range(1, width))]]
    while len(found) < height:
        block = [[f"Line {len(found) + n}", *(dice.randint(10, 90_000) for _ in range(1, width))] for n in range(19)]
        total: list[object] = ["Total", *(sum(int(str(row[c])) for row in block) for c in range(1, width))]
        if len(found) // 20 in (2, 6):
            total[5] = int(str(total[5])) + 900
        found += [*block, total]
    return found[:height]


def write(path: Path, height: int, width: int) -> None:
    """The workbook, or the file of values."""
    made = rows(height, width)
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(made)
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Costs")
    for row in made:
        sheet.append(row)
    book.save(path)


def main() -> None:
    """Write it, audit it, say how it went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--columns", type=int, default=100)
    parser.add_argument("--kind", choices=("xlsx", "csv"), default="xlsx")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"large.{args.kind}"
        write(path, args.rows, args.columns)
        began = time.perf_counter()
        code, peak, said = refused(path)
        cells = args.rows * args.columns
        print(f"{cells:,} cells, {path.stat().st_size:,} bytes: {time.perf_counter() - began:.1f} s, {peak} MB, {code}")
        print(said)


if __name__ == "__main__":
    main()
