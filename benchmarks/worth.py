"""Whether each rule earns its place: right and wrong findings on real papers, slips that only it finds, its time.

    python benchmarks/worth.py ../shared --slips details.jsonl --timed ../shared/seeds/pack.pdf

Findings are judged by benchmarks/judged.tsv and by judged.tsv of each corpus that has one; `--slips` is what
`../shared/bench/slips.py --details` wrote, and may be given again for each corpus and seed; `--timed` is a paper on
which every rule's CPU time is taken. A rule without any right finding and without any slip is listed at the end.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from judge import JUDGED, findings_of, papers

Key = tuple[str, ...]


@dataclass
class Worth:
    """What speaks for a rule and against it."""

    verdicts: Counter[str] = field(default_factory=Counter)
    slips: int = 0
    alone: int = 0
    seconds: float = 0.0

    @property
    def earns(self) -> bool:
        """Whether anything right was ever found by it."""
        return bool(self.verdicts["right"] or self.slips)


def keys_of(document: str, rule: str, told: dict[str, str]) -> Iterator[Key]:
    """What a judgement can be known by again, the surest first: its fingerprint, its words, its place."""
    if told.get("fingerprint"):
        yield document, rule, "fingerprint", told["fingerprint"]
    if told.get("message"):
        yield document, rule, "message", told["message"]
    if place := told.get("line") or told.get("page"):
        yield document, rule, "line" if told.get("line") else "page", place


def judgements(shared: Path) -> dict[Key, str]:
    """Every judgement that somebody has made, by all that it can be known by."""
    found: dict[Key, str] = {}
    for table in (JUDGED, *sorted(shared.glob("*/judged.tsv"))):
        for row in csv.DictReader(table.open(encoding="utf-8", newline=""), delimiter="\t"):
            name = row["document"] if table == JUDGED else f"{table.parent.name}/{row['document']}"
            place = re.match(r"line (\d+)", row.get("place") or "")
            told = {**row, "line": place[1]} if place else row
            for key in keys_of(name, row["rule"], told):
                found.setdefault(key, row.get("judgement") or row.get("verdict") or "?")
    return found


def judge_papers(shared: Path, command: str, leave: Iterable[str], worth: dict[str, Worth]) -> int:
    """Audit every paper, and count the verdicts on what each rule says above a note; how many pages they have."""
    known, pages = judgements(shared), 0
    for path in papers(shared):
        name = path.relative_to(shared).as_posix()
        if any(word in name for word in leave):
            continue
        findings, count = findings_of(command, path)
        pages += count
        for finding in findings:
            if finding["severity"] == "note":
                continue
            at = finding["location"]
            assert isinstance(at, dict)
            told = {k: str(finding[k]) for k in ("fingerprint", "message")}
            told |= {k: str(at[k] or "") for k in ("line", "page")}
            rule = str(finding["rule"])
            verdict = next((known[key] for key in keys_of(name, rule, told) if key in known), "unjudged")
            worth[rule].verdicts[verdict] += 1
    return pages


def count_slips(details: Iterable[Path], worth: dict[str, Worth]) -> int:
    """Count the slips that each rule finds, and those that no other does; how many were put in."""
    tried = 0
    for file in details:
        for line in file.read_text(encoding="utf-8").splitlines():
            tried += 1
            slip = json.loads(line)
            rules = set(slip["rules"]) if slip["found"] else set()
            for rule in rules:
                worth[rule].slips += 1
                worth[rule].alone += len(rules) == 1
    return tried


def take_time(paths: Iterable[Path], worth: dict[str, Worth]) -> None:
    """Add the CPU seconds that each rule takes on these papers; what several rules share is paid by the first.

    Rules that compare several papers are told of no single one, and are left out.
    """
    from reportcheck import laws
    from reportcheck.checks import ACROSS, check_of
    from reportcheck.extract import extract
    from reportcheck.read import read
    from reportcheck.rulepack import load_rules

    rules = [rule for rule in load_rules(examples=False) if rule.kind not in ACROSS]
    for path in paths:
        paper = read(extract(path))
        paper = replace(paper, arithmetic=tuple(r for grid in paper.grids for r in laws.relations(grid)))
        for rule in rules:
            began = time.process_time()
            for _ in check_of(rule.kind)(paper, rule.params):
                pass
            worth[rule.id].seconds += time.process_time() - began


def main() -> None:
    """Judge, count, time, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--command", default="reportcheck")
    parser.add_argument("--slips", type=Path, action="append", default=[])
    parser.add_argument("--timed", type=Path, action="append", default=[])
    parser.add_argument("--leave", action="append", default=[], help="no papers whose path holds this")
    args = parser.parse_args()

    from reportcheck.rulepack import load_rules

    worth: dict[str, Worth] = defaultdict(Worth)
    pages = judge_papers(args.shared, args.command, args.leave, worth)
    tried = count_slips(args.slips, worth)
    take_time(args.timed, worth)
    rules = sorted(load_rules(), key=lambda rule: rule.id)
    print("| rule | name | right | arguable | wrong | unjudged | slips | only it | seconds |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for rule in rules:
        of = worth[rule.id]
        verdicts = " | ".join(str(of.verdicts[v] or "") for v in ("right", "arguable", "wrong", "unjudged"))
        print(f"| {rule.id} | {rule.name} | {verdicts} | {of.slips or ''} | {of.alone or ''} | {of.seconds:.3f} |")
    idle = [rule for rule in rules if not worth[rule.id].earns]
    print(f"\n{pages} pages, {tried} slips; {len(idle)} of {len(rules)} rules found nothing right and no slip:")
    print(", ".join(f"{rule.id} {rule.name}" for rule in idle))


if __name__ == "__main__":
    main()
