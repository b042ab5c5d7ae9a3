"""Compares the grids that we draw from a PDF's rules with pdfplumber's own, page by page, and says why they differ.

  python benchmarks/pdf_differential.py PAPER.pdf FOLDER ... [--most 60]

A grid is its rows, columns and cells. Grids of one column are frames, not tables, and are left out on both sides.
An exception is explained where pdfplumber's own finder draws our grids once the rules that it should not have taken are
left out, and a person has looked at the pages of that cause; RESULTS.md names those that no machine explains.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pdfplumber
from pdfplumber.table import TableFinder
from pdfplumber.utils import obj_to_edges

from reportcheck.extract.pdf.grids import grids
from reportcheck.extract.pdf.pdfium import opened, pdfium
from reportcheck.extract.pdf.sheets import FLAT, PageLost, load_sheet

Shape = tuple[int, int, int]
Thing = dict[str, Any]
"""What pdfplumber knows of a line, a rectangle or a curve."""


def askew(thing: Thing, edges: list[Thing]) -> list[Thing]:
    """A slanting line is no rule: pdfplumber takes whatever is not quite level for upright."""
    slanting = thing["object_type"] == "line" and thing["width"] > FLAT and thing["height"] > FLAT
    return [] if slanting else edges


def hair(thing: Thing, edges: list[Thing]) -> list[Thing]:
    """A level line whose ends differ by a hair is level: pdfplumber takes it for upright."""
    if thing["object_type"] == "line" and thing["height"] <= FLAT < thing["width"]:
        return [{**edge, "bottom": edge["top"], "height": 0, "orientation": "h"} for edge in edges]
    return edges


def bent(thing: Thing, edges: list[Thing]) -> list[Thing]:
    """The chord of a curve is not drawn."""
    ways = [step[0] for step in thing.get("path") or ()][1:]
    if thing["object_type"] != "curve" or len(ways) < len(edges):
        return edges
    return [edge for edge, way in zip(edges, ways, strict=False) if way in "lh"]


def unpainted(thing: Thing, edges: list[Thing]) -> list[Thing]:
    """A path that is neither stroked nor filled is not drawn: it clips what follows."""
    return edges if thing.get("stroke") or thing.get("fill") else []


CAUSES: dict[str, Callable[[Thing, list[Thing]], list[Thing]]] = {
    "chords of curves taken for rules": bent,
    "slanting lines taken for rules": askew,
    "level lines with ends a hair apart taken for upright ones": hair,
    "paths that are not painted taken for rules": unpainted,
}


@dataclass(frozen=True)
class Compared:
    """A page with tables on either side."""

    number: int
    ours: list[Shape]
    theirs: list[Shape]
    cause: str = ""
    """Why they differ; empty where they do not, or where no cause that is known explains it."""


def shape(cells: list[tuple[float, float, float, float]]) -> Shape:
    """Rows, columns and cells of a grid."""
    return len({c[1] for c in cells}), len({c[0] for c in cells}), len(cells)


def tables(shapes: Iterator[Shape]) -> list[Shape]:
    """Those that are more than a frame."""
    return sorted(s for s in shapes if s[0] > 1 and s[1] > 1)


def cause(page: Any, ours: list[Shape]) -> str:
    """The fewest known causes that, taken away, make pdfplumber's finder draw our grids."""
    things = [thing for kind in ("line", "rect", "curve") for thing in page.objects.get(kind, ())]
    for count in range(1, len(CAUSES) + 1):
        for names in combinations(CAUSES, count):
            edges = [edge for thing in things for edge in mended(thing, names)]
            found = TableFinder(SimpleNamespace(edges=edges, bbox=page.bbox)).tables
            if tables(shape(t.cells) for t in found) == ours:
                return " and ".join(names)
    return ""


def mended(thing: Thing, names: tuple[str, ...]) -> list[Thing]:
    """The edges that pdfplumber makes of a thing, without those causes."""
    edges: list[Thing] = obj_to_edges(thing)
    for name in names:
        edges = CAUSES[name](thing, edges)
    return edges


def pages(path: Path, most: int) -> Iterator[Compared]:
    """What both find on at most so many pages, evenly spread, of those that have a table on either side."""
    data = path.read_bytes()
    with opened(data, path.name) as handle, pdfplumber.open(path) as pdf:
        count = min(pdfium()[1].FPDF_GetPageCount(handle), len(pdf.pages))
        for number in range(1, count + 1, max(-(-count // most), 1)):
            page = pdf.pages[number - 1]
            theirs = tables(shape(t.cells) for t in page.find_tables())
            try:
                ours = tables(shape(cells) for cells in grids(load_sheet(handle, number).strokes))
            except PageLost:
                ours = []
            if ours or theirs:
                yield Compared(number, ours, theirs, "" if ours == theirs else cause(page, ours))
            page.close()


def main() -> None:
    """Count and show."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("papers", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=1_000_000, help="pages of each paper")
    args = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    papers = [p for given in args.papers for p in (sorted(given.rglob("*.pdf")) if given.is_dir() else [given])]
    causes: Counter[str] = Counter()
    total = 0
    for path in papers:
        try:
            found = list(pages(path, args.most))
        except Exception as problem:  # Whatever a peer says of a damaged file.
            print(f"{path.name}: not compared ({type(problem).__name__})", flush=True)
            continue
        differing = [page for page in found if page.ours != page.theirs]
        total += len(found)
        causes.update(page.cause for page in differing)
        print(f"{path.name}: {len(found) - len(differing)} of {len(found)}", flush=True)
        for page in differing:
            why = page.cause or "NOT EXPLAINED"
            print(f"  page {page.number}: ours {page.ours}, pdfplumber's {page.theirs}: {why}", flush=True)
    differ = sum(causes.values())
    for why, count in causes.most_common():
        print(f"{count:5} {why or 'NOT EXPLAINED'}")
    share, told = (100 * part / max(total, 1) for part in (total - differ, total - causes[""]))
    print(f"{total - differ} of {total} pages with tables have the same grids: {share:.1f}%")
    print(f"With those explained: {told:.1f}%")


if __name__ == "__main__":
    main()
