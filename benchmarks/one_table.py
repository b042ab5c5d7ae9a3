"""The same table in many dresses: does it give the same grid and the same findings, whatever the format?

  python benchmarks/one_table.py [--number 300] [--seed 1] [--formats md,txt,docx] [--misses 5]

Each made table is written in each format and read. A grid is its rows: the label and the figures, each in its column.
Findings are compared by their messages with those of the first format. The PDFs are drawn by ReportLab.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from functools import cache

from dresses import FORMATS, can_be
from made_tables import Made, Rows, made

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.model import Document, Rule, Table
from reportcheck.rulepack import load_rules


def grids(document: Document) -> list[Rows]:
    """The tables that were read, as rows of cells."""
    found = []
    for table in document.tables:
        found.append(cells_of(table))
    return found


def cells_of(table: Table) -> Rows:
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(cell.text.text.split())
    return rows


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules()


def compared(table: Made, form: str) -> tuple[bool, tuple[str, ...], list[Rows]]:
    """Whether a format gives the grid that was made, the findings, and what was read."""
    kind, write = FORMATS[form]
    document = extract_bytes(write(table), f"made.{form}", kind)
    read = grids(document)
    report = audit_document(document, _rules())
    messages = tuple(sorted(f"{f.rule.id} {f.relation.message}" for f in report.findings))
    return read == [[table.heads, *table.rows]], messages, read


def main() -> None:
    """Make, write, read, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    right: Counter[str] = Counter()
    same: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    found = 0
    left = args.misses
    chosen = args.formats.split(",")
    for number in range(args.number):
        table = made(random.Random(args.seed * 100_000 + number))
        first = compared(table, chosen[0])[1]
        found += bool(first)
        for form in chosen:
            if not can_be(table, form):
                continue
            tried[form] += 1
            good, messages, read = compared(table, form)
            right[form] += good
            same[form] += messages == first
            if left and not (good and messages == first):
                left -= 1
                print(f"--- {form} {number}", *read, *set(first) ^ set(messages), sep="\n   ")
                print("   made", table.heads, *table.rows, sep="\n     ")
    print(f"{args.number} made tables, {found} with findings in {chosen[0]}")
    for form in chosen:
        share = right[form] / max(tried[form], 1)
        print(f"{form:10} {tried[form]:4}  same grid {right[form]:4} ({share:6.1%})  same findings {same[form]:4}")


if __name__ == "__main__":
    main()
