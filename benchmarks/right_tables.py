#!/usr/bin/env python3
"""Made-up tables that are right: how many of each kind are accused all the same.

python benchmarks/right_tables.py [--kinds rounded caseload] [--count 500] [--seed 1] [--show 3]

Each table is a paper of its own and is put to all rules. A finding of any severity but a note accuses it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from functools import partial

from right_accounts import account, ages, budget, listing, of_which, rates, shares, stocks
from right_counts import (
    averaged,
    bands,
    caseload,
    largest,
    middling,
    numbered,
    once_each,
    percentages,
    rounded,
    scale,
    whole_units,
)

from reportcheck.auditing import audit_document
from reportcheck.extract import extract_bytes
from reportcheck.rulepack import load_rules

KINDS: dict[str, Callable[[random.Random], str]] = {
    **{f"rounded to {n}": partial(rounded, steps=(n,)) for n in (5, 10, 100, 1000)},
    "whole units": whole_units, "last": caseload, "highest": largest, "mean": averaged, "median": middling,
    "once each": once_each, "bands": bands, "percentages": percentages, "pay scale": scale, "column numbers": numbered,
    "budget": budget, "rates": rates, "of which": of_which, "account": account, "stocks": stocks, "listing": listing,
    "ages": ages, "shares": shares,
}  # fmt: skip


def main() -> None:
    """Print, for each kind, how many right tables are accused."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), help="kinds that begin with one of these words")
    parser.add_argument("--count", type=int, default=500, help="tables of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print so many accused tables of each kind")
    args = parser.parse_args()
    rules = load_rules()
    for kind, make in KINDS.items():
        if not kind.startswith(tuple(args.kinds)):
            continue
        dice, accused, tested = random.Random(f"{kind} {args.seed}"), 0, 0
        for _ in range(args.count):
            text = make(dice)
            report = audit_document(extract_bytes(text.encode(), "paper.md", "text"), rules)
            found = [f for f in report.findings if f.severity != "note"]
            accused += bool(found)
            tested += any(r.verdict == "held" for _, r in report.held)
            if found and accused <= args.show:
                print(text, *(f"  {f.rule.id}: {f.relation.message}" for f in found), "", sep="\n")
        print(f"{kind:18} {accused:5} of {args.count} accused  {100 * accused / args.count:5.1f}%   tested {tested}")


if __name__ == "__main__":
    main()
