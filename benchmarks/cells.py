"""Would a clerk be sent to the right cell? Checks the findings above a note on real papers for what a machine can.

    python benchmarks/cells.py ../shared/seeds ../shared/corpus       the counts, and the findings that fail
    python benchmarks/cells.py ../shared/corpus2/docs --counts        the counts alone
    python benchmarks/cells.py ../shared/corpus2/docs --sample 40     40 findings as they are shown, to be read by eye

`marked`: a suspect is marked in a row that is shown.  `reads back`: what is suggested is a figure to our own reader.
`no remainder`: nothing is suggested for a part of one sum without a slip to explain it.  `told once`: no other finding
of the paper suspects the same figure.  `named`: the advice says whose value it is.  `--except` leaves bodies out.
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportcheck.advising import read_back
from reportcheck.auditing import audit_document
from reportcheck.errors import PaperError
from reportcheck.extract import extract
from reportcheck.model import Finding, Report
from reportcheck.report.advice import lines, plain
from reportcheck.report.console import console
from reportcheck.report.quote import quotes
from reportcheck.report.terminal import write_report
from reportcheck.rulepack import rules_for

SUFFIXES = {".pdf", ".txt", ".md", ".html", ".docx"}
CHECKS = ("marked", "reads back", "no remainder", "told once", "named")


def reports(folders: list[Path], left_out: list[str]) -> Iterator[Report]:
    """The audit of every paper that can be read."""
    rules = rules_for(None, (), ())
    for path in sorted(p for folder in folders for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES):
        if not any(word in str(path) for word in left_out):
            try:
                yield audit_document(extract(path), rules)
            except PaperError:
                continue


def failures(finding: Finding, challenged: Counter[object]) -> list[str]:
    """Which of the checks a finding fails."""
    relation = finding.relation
    suspects, suggestion = relation.suspects, relation.suggestion
    failed = []
    if not any(mark.suspect for shown in quotes(relation) for mark in shown.marks):
        failed.append("marked")
    if suggestion and len(suspects) == 1 and suspects[0].figure.quantity and re.search(r"\d", suggestion.text):
        if read_back(suspects[0].figure.text) and not read_back(suggestion.text):
            failed.append("reads back")
        if suspects[0].role == "input" and not suggestion.reason and not relation.also:
            failed.append("no remainder")
    if len(suspects) == 1 and challenged[suspects[0].figure.place] > 1:
        failed.append("told once")
    if any(re.match(r"(?:perhaps )?should read", plain(line)) for line in lines(relation)):
        failed.append("named")
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--except", dest="left_out", nargs="*", default=[])
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    options = parser.parse_args()
    failed: Counter[str] = Counter()
    total, papers, pool = 0, 0, []
    for report in reports(options.folders, options.left_out):
        papers += 1
        above = [f for f in report.findings if f.severity != "note"]
        suspects = (f.relation.suspects for f in report.findings)
        challenged: Counter[object] = Counter(s[0].figure.place for s in suspects if len(s) == 1)
        total += len(above)
        for finding in above:
            found = failures(finding, challenged)
            failed.update(found)
            pool.append((report, finding))
            if found and not options.counts and not options.sample:
                print(f"{', '.join(found)}: {report.document.path} {finding.rule.id} {finding.relation.message}")
    for check in CHECKS:
        print(f"{check:13} {total - failed[check]:4} of {total}")
    print(f"{papers} papers")
    for report, finding in random.Random(1).sample(pool, min(options.sample, len(pool))):
        stream = io.StringIO()
        alone = Report(report.document, (finding,), (), report.coverage, whereabouts=report.whereabouts)
        write_report(console(stream, 140), alone, quiet=True)
        print(stream.getvalue().rstrip())


if __name__ == "__main__":
    main()
