"""What every paper at hand says today, kept, and what says something else after a change.

  python benchmarks/freeze.py keep /tmp/before ../shared/corpus ../shared/corpus2/docs
  python benchmarks/freeze.py diff /tmp/before ../shared/corpus ../shared/corpus2/docs [--read] [--count-only tintern]

`keep` writes a text a paper: what was found wrong, what held, how much was tested, and what was read. `diff` reads the
papers again and prints the lines that went (-) and came (+): of the audit, and with `--read` of the reading too; it
ends with 1 where there are any. Of papers set aside (`--count-only`, a part of their path) only their number is told.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

_AUDIT = ("finding ", "held ", "coverage ", "table ", "problem ", "error ", "idle ")


def main() -> None:
    """Keep what the papers say, or print what has changed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=("keep", "diff"))
    parser.add_argument("folder", type=Path, help="where the texts are kept")
    parser.add_argument("papers", type=Path, nargs="+", help="papers, or folders of them")
    parser.add_argument("--only", default="", help="papers with this in their path")
    parser.add_argument("--read", action="store_true", help="print what is read otherwise, too")
    parser.add_argument("--count-only", nargs="*", default=[], help="papers whose differences are counted, not shown")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    chosen = [path for path in _papers(args.papers) if args.only in str(path)]
    if args.what == "keep":
        args.folder.mkdir(parents=True, exist_ok=True)
    changed = 0
    with ProcessPoolExecutor(args.jobs) as pool:
        for path, text in zip(chosen, pool.map(_told, chosen), strict=True):
            kept = args.folder / ("__".join(path.parts[-4:]) + ".txt")
            if args.what == "keep":
                kept.write_text(text, encoding="utf-8")
            else:
                silent = any(part in str(path) for part in args.count_only)
                changed += _compare(kept, text, args.read, silent)
    print(f"{len(chosen)} papers" + (f", {changed} lines differ" if args.what == "diff" else ""))
    sys.exit(1 if changed else 0)


def _papers(given: list[Path]) -> Iterator[Path]:
    """The papers named, and those in the folders, in order."""
    from reportcheck.extract import SUFFIXES

    for path in given:
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        yield from (p for p in inside if p.is_file())


def _compare(kept: Path, text: str, reading: bool, silent: bool) -> int:
    """Print the lines of a paper that are not as they were; how many there are."""
    before = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    pick = partial(filter, lambda line: reading or line.startswith(_AUDIT))
    lines = [
        line
        for line in difflib.unified_diff(list(pick(before)), list(pick(text.splitlines())), n=0, lineterm="")
        if line[:1] in "+-" and not line.startswith(("+++", "---"))
    ]
    if lines:
        print(f"== {kept.name.removesuffix('.txt')}: {len(lines)} lines")
        if not silent:
            print("\n".join(lines))
    return len(lines)


def _told(path: Path) -> str:
    """What is said of a paper, a line each."""
    from reportcheck.errors import PaperError

    try:
        return "\n".join(_lines(path)) + "\n"
    except PaperError as problem:
        return f"error {type(problem).__name__} {str(problem).replace(str(path), path.name)}\n"


def _lines(path: Path) -> Iterator[str]:
    from reportcheck.auditing import audit_document
    from reportcheck.extract import extract
    from reportcheck.read import read
    from reportcheck.rulepack import load_rules

    document = extract(path)
    report = audit_document(document, load_rules(examples=False))
    for f in report.findings:
        yield f"finding {f.rule.id} {f.severity} {f.fingerprint} {_relation(f.relation)}"
    for rule, relation in report.held:
        yield f"held {rule.id} {_relation(relation)}"
    yield f"coverage {report.coverage!r}"
    for table in report.table_coverage:
        yield f"table {table!r}"
    yield f"idle {' '.join(report.idle_rules)}"
    yield from (f"problem {problem}" for problem in report.problems)
    paper = read(document)
    for grid in paper.grids:
        yield f"read grid {grid.name!r} {grid.header_rows} {grid.label_columns} {grid.row_roles} {grid.column_roles}"
        for row in grid.cells:
            yield f"read row {[(c.text, [(f.text, f.quantity, f.label, f.period) for f in c.figures]) for c in row]!r}"
    for passage in (*paper.passages, *paper.wordy):
        marks = [(m.kind, m.start, m.end, m.quantity) for m in passage.marks]
        yield f"read passage {passage.kind} {passage.page} {passage.number!r} {passage.text.text!r} {marks!r}"
    for claim in paper.claims:
        roles = [(r, f.text) for r, f in zip(claim.roles, claim.figures, strict=True)]
        yield f"read claim {claim.kind} {claim.passage.page} {claim.start}-{claim.end} {roles!r} {claim.words!r}"
    for s in paper.statements:
        yield f"read statement {s.figure.text!r} {sorted(s.words)} {sorted(s.spans)} {s.before!r} {s.after!r}"
    yield from (f"read item {i.kind} {i.number} {i.title!r} {i.page} {i.heading}" for i in paper.outline.items)
    yield from (f"read entry {e!r}" for page in paper.outline.contents for e in page)
    yield from (f"read reference {r.order} {r.lead!r} {r.what} {r.numbers}" for r in paper.references)


def _relation(r: object) -> str:
    """A relation on one line, without the arguments that only a later module may add."""
    from reportcheck.model import Relation

    assert isinstance(r, Relation)
    evidence = [(e.figure.text, e.role, e.suspect, e.figure.label, e.figure.period) for e in r.evidence]
    told = (r.message, r.sum, r.suggestion, r.required, r.location, r.quote, evidence)
    return f"{r.kind} {r.verdict} {r.confidence} {' '.join(repr(part) for part in told)}"


if __name__ == "__main__":
    main()
