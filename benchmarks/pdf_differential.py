"""Compares the grids that we draw from a PDF's rules with pdfplumber's own, page by page, and shows each difference.

  python benchmarks/pdf_differential.py PAPER.pdf ... [--step 1]

A grid is its rows, columns and cells. Grids of one column are frames, not tables, and are left out on both sides.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pdfplumber

from reportcheck.extract.pdf.grids import grids
from reportcheck.extract.pdf.pdfium import opened, pdfium
from reportcheck.extract.pdf.sheets import PageLost, load_sheet

Shape = tuple[int, int, int]


def shape(cells: list[tuple[float, float, float, float]]) -> Shape:
    """Rows, columns and cells of a grid."""
    return len({c[1] for c in cells}), len({c[0] for c in cells}), len(cells)


def pages(path: Path, step: int) -> Iterator[tuple[int, list[Shape], list[Shape]]]:
    """Our shapes and pdfplumber's, of every step-th page that has a table on either side."""
    data = path.read_bytes()
    with opened(data, path.name) as handle, pdfplumber.open(path) as pdf:
        for number in range(1, min(pdfium()[1].FPDF_GetPageCount(handle), len(pdf.pages)) + 1, step):
            page = pdf.pages[number - 1]
            theirs = sorted(shape(t.cells) for t in page.find_tables())
            page.close()
            try:
                ours = sorted(shape(cells) for cells in grids(load_sheet(handle, number).strokes))
            except PageLost:
                ours = []
            ours, theirs = ([s for s in side if s[0] > 1 and s[1] > 1] for side in (ours, theirs))
            if ours or theirs:
                yield number, ours, theirs


def main() -> None:
    """Count and show."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--step", type=int, default=1)
    args = parser.parse_args()
    same = total = 0
    for path in args.papers:
        for number, ours, theirs in pages(path, args.step):
            total += 1
            same += ours == theirs
            if ours != theirs:
                print(f"{path.name} page {number}: ours {ours}, pdfplumber's {theirs}", flush=True)
    print(f"{same} of {total} pages with tables have the same grids: {100 * same / max(total, 1):.1f}%")


if __name__ == "__main__":
    main()
