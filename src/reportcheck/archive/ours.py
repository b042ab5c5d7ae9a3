"""What reportcheck has written itself, known by how it begins: it is neither audited nor taken for somebody's work."""

from __future__ import annotations

import json
import re
from pathlib import Path

SUMMARY = "summary.json"
INDEX = "index.csv"
INDEX_HEAD = (
    "paper", "report", "errors", "warnings", "notes", "pages",
    "figures", "verified", "challenged", "untested", "tables", "problem",
)  # fmt: skip
_BEGINNING = 4096
_JSON = re.compile(rb'\s*\{\s*"schema":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"reportcheck"')
_INDEX = ",".join(INDEX_HEAD).encode()
_TEXT = re.compile(
    rb"\S[^\n]*\n"
    rb"(?: Page \d[^\n]*\n)?"
    rb"(?: Holds \(\d| {2}\S+ (?:error|warning|note)\s+[\w-]+\s| {2}\d[\d,]* pages?[^\n:]*, \d[\d,]* tables?: )"
)


def is_ours(path: Path) -> bool:
    """Whether the file holds a report or a summary that reportcheck wrote."""
    try:
        with path.open("rb") as file:
            start = file.read(_BEGINNING)
    except OSError:
        return False
    return start.startswith(_INDEX) or bool(_JSON.match(start) or _TEXT.match(start.replace(b"\r\n", b"\n")))


def reports_of(folder: Path) -> frozenset[Path]:
    """The reports that the summary in a folder of results names; none where the folder is no such folder."""
    summary = folder / SUMMARY
    if not is_ours(summary):
        return frozenset()
    try:
        papers = json.loads(summary.read_bytes())["papers"]
        return frozenset(folder / paper["report"] for paper in papers)
    except (OSError, ValueError, TypeError, KeyError):
        return frozenset()
