"""The process that audits papers: a line of JSON in for each, a line out; whatever happens to it costs that paper."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from reportcheck.archive.ahead import Ahead
from reportcheck.archive.papers import Source
from reportcheck.archive.run import audit_source
from reportcheck.extract import Options


def main() -> None:
    """Serve until stdin ends, as it does when whoever gave the work is gone."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # Nothing that is printed on the way is an answer.
    asked = json.loads(sys.stdin.readline())
    options = Options(jobs=1, memory_mb=asked["memory_mb"], file_seconds=asked["file_seconds"])
    _limit(asked["memory_mb"])
    from reportcheck.rulepack import rules_for

    folder = Path(asked["rules"]) if asked["rules"] else None
    rules = Ahead(lambda: rules_for(folder, asked["select"], asked["ignore"]))
    rules.get()
    for line in sys.stdin:
        paper = json.loads(line)
        outcome = audit_source(Source(paper["source"], at=paper["at"]), rules, options)
        answers.write(json.dumps(_told(outcome.report, outcome.error)) + "\n")
        answers.flush()


def _limit(memory_mb: int) -> None:
    """Take at most so much memory, where the system can hold one to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = memory_mb * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _told(report: Any, error: str) -> dict[str, Any]:
    from reportcheck.report.json import document

    if report is None:
        return {"error": error, "counts": {}, "findings": []}
    tested = report.coverage
    counts = {"pages": report.pages, "held": len(report.held)}
    counts |= {name: getattr(tested, name) for name in ("figures", "verified", "challenged", "untested")}
    return {"error": error, "counts": counts, "findings": document(report)["findings"]}


if __name__ == "__main__":
    main()
