"""Which findings on the real papers has a careful reader judged, and how: keeps benchmarks/judged.tsv honest.

    python benchmarks/judge.py ../shared               findings that nobody has judged yet, and the tally
    python benchmarks/judge.py ../shared --add         append the unjudged ones to judged.tsv, judgement "?"

A judgement is `right` (a finance officer would thank us), `arguable`, or `wrong` (a false alarm); the reason is
in our own words. A row is tied to its finding by document, rule and fingerprint, so it lasts as long as the figures do.
"""

from __future__ import annotations

import argparse
import csv
import json
import shlex
import subprocess
from collections import Counter
from pathlib import Path

JUDGED = Path(__file__).with_name("judged.tsv")
FIELDS = ["document", "page", "line", "rule", "severity", "fingerprint", "judgement", "reason"]
SUFFIXES = {".pdf", ".txt", ".md", ".html", ".docx", ".xlsx"}


def papers(shared: Path) -> list[Path]:
    """The seeds, the drafts and every real paper of both corpora, the whole pack among them."""
    folders = [shared / "seeds", *(shared / "corpus" / kind for kind in ("papers", "packs", "drafts"))]
    folders.append(shared / "corpus2" / "docs")
    return sorted(p for f in folders for p in f.rglob("*") if p.suffix in SUFFIXES and "scanned" not in p.name)


def findings_of(command: str, path: Path) -> tuple[list[dict[str, object]], int]:
    """The findings on one paper and its number of pages."""
    done = subprocess.run([*shlex.split(command), "audit", str(path), "--format", "json"], capture_output=True)
    if done.returncode not in (0, 1):
        print(f"NOT AUDITED {path.name}: {done.stderr.decode(errors='replace')[-300:]}")
        return [], 0
    document = json.loads(done.stdout)["documents"][0]
    return document["findings"], int(document["pages"])


def key(row: dict[str, str]) -> tuple[str, str, str]:
    """What ties a judgement to its finding."""
    return row["document"], row["rule"], row["fingerprint"]


def main() -> None:
    """Audit, compare, tally."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--command", default="reportcheck")
    parser.add_argument("--only", default="", help="only papers whose path holds this")
    parser.add_argument("--notes", action="store_true", help="notes too, outside the seeds")
    parser.add_argument("--add", action="store_true")
    args = parser.parse_args()

    rows = list(csv.DictReader(JUDGED.open(encoding="utf-8", newline=""), delimiter="\t")) if JUDGED.exists() else []
    judged = {key(row): row for row in rows}
    tally: Counter[tuple[str, str]] = Counter()
    fresh: list[dict[str, str]] = []
    pages = 0
    for path in papers(args.shared):
        name = path.relative_to(args.shared).as_posix()
        if args.only not in name:
            continue
        findings, count = findings_of(args.command, path)
        pages += count
        for finding in findings:
            severity = str(finding["severity"])
            if severity == "note" and not (args.notes or name.startswith("seeds/")):
                continue
            at = finding["location"]
            assert isinstance(at, dict)
            row = {
                "document": name,
                "page": str(at["page"]),
                "line": str(at["line"] or ""),
                "rule": str(finding["rule"]),
                "severity": severity,
                "fingerprint": str(finding["fingerprint"]),
                "judgement": "?",
                "reason": "",
            }
            known = judged.get(key(row))
            verdict = known["judgement"] if known else "?"
            tally[severity, verdict] += 1
            if verdict == "?":
                fresh.append(row)
                place = f"p{row['page']}" + (f" line {row['line']}" if row["line"] else "")
                print(f"{name} {place} {row['rule']} {severity}: {finding['message']} [{row['fingerprint']}]")
    print(f"\n{pages} pages")
    for (severity, verdict), number in sorted(tally.items()):
        print(f"{severity:8} {verdict:9} {number}")
    if args.add and fresh:
        new = [row for row in fresh if key(row) not in judged]
        with JUDGED.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, FIELDS, delimiter="\t", lineterminator="\n")
            writer.writeheader()
            writer.writerows(sorted(rows + new, key=lambda r: (r["document"], int(r["page"]), r["line"], r["rule"])))


if __name__ == "__main__":
    main()
