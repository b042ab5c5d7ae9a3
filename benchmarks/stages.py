"""Where an audit's time goes: CPU seconds of each stage and of each slow rule, in one process.

python benchmarks/stages.py ../shared/corpus/packs/kent-cabinet-2025-01-30.pdf [--profile]
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import time
from dataclasses import replace
from pathlib import Path


def main() -> None:
    """Run the stages one after another and print what each costs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paper", type=Path)
    parser.add_argument("--profile", action="store_true", help="the forty costliest functions after extraction")
    args = parser.parse_args()

    gc.set_threshold(1_000_000, 50, 100)  # As the command sets it.
    began = time.process_time()
    from reportcheck import laws
    from reportcheck.auditing import audit_document
    from reportcheck.checks import check_of
    from reportcheck.extract import SUFFIXES, Options, extract_bytes
    from reportcheck.extract.pdf import read_pdf
    from reportcheck.model import Document
    from reportcheck.read import read
    from reportcheck.rulepack import load_rules

    rules = load_rules()
    at = _say("imports and rules", began)
    data, kind = args.paper.read_bytes(), SUFFIXES.get(args.paper.suffix, "text")
    if kind == "pdf":
        document = Document(args.paper.name, "", tuple(read_pdf(data, args.paper.name, Options())), kind)
    else:
        document = extract_bytes(data, args.paper.name, kind)
    at = _say("extract", at)
    profile = cProfile.Profile()
    if args.profile:
        profile.enable()
    paper = read(document)
    at = _say("read", at)
    paper = replace(paper, arithmetic=tuple(r for grid in paper.grids for r in laws.relations(grid)))
    at = _say("laws", at)
    whole = at
    for rule in rules:
        began = time.process_time()
        count = sum(1 for _ in check_of(rule.kind)(paper, rule.params))
        spent = time.process_time() - began
        if spent >= 0.02:
            print(f"  {rule.id} {rule.name:40} {spent:7.3f} s  {count} relations")
    _say("checks", whole)
    for jobs in (1, 2):
        began = time.perf_counter()
        audit_document(document, rules, jobs)
        print(f"read to report, {jobs} process{'es' * (jobs > 1)}: {time.perf_counter() - began:.3f} s by the clock")
    print(f"{len(document.pages)} pages, {len(paper.grids)} grids, {len(paper.figures)} figures")
    if args.profile:
        profile.disable()
        pstats.Stats(profile).sort_stats("cumtime").print_stats(40)


def _say(stage: str, since: float) -> float:
    now = time.process_time()
    print(f"{stage:30} {now - since:7.3f} s")
    return time.process_time()


if __name__ == "__main__":
    main()
