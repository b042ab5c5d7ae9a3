"""What reportcheck has written itself, known by how it begins: it is neither audited nor taken for somebody's work."""

from __future__ import annotations

import re
from pathlib import Path

from reportcheck.extract.packed import damages
from reportcheck.report.formats import COMMENTED, SIGNATURE

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


_OTHERS = re.compile(
    rb"\xef\xbb\xbfpaper,page,printed page,line,|## reportcheck: |<\?xml [^>]*>\n<testsuites name=\"reportcheck\""
    rb"|<!doctype html>.{,600}<meta name=\"generator\" content=\"reportcheck "
    rb"|\{\s*\"\$schema\": \"[^\"]*sarif[^\"]*\".{,200}\"driver\": \{\s*\"name\": \"reportcheck\"",
    re.DOTALL,
)


def is_ours(path: Path) -> bool:
    """Whether the file holds a report or a summary that reportcheck wrote."""
    try:
        if not path.is_file():  # A pipe may never answer.
            return False
        with path.open("rb") as file:
            start = file.read(_BEGINNING)
            if start.startswith(b"PK"):
                return _package_is_ours(path)
            if start.startswith(b"%PDF"):
                file.seek(max(path.stat().st_size - len(SIGNATURE), 0))
                return file.read() == SIGNATURE
    except OSError:
        return False
    if _OTHERS.match(start) or (start.startswith(b"\x89PNG") and b"tEXtSoftware\0reportcheck" in start):
        return True
    return start.startswith(_INDEX) or bool(_JSON.match(start) or _TEXT.match(start.replace(b"\r\n", b"\n")))


def _package_is_ours(path: Path) -> bool:
    """Whether a workbook's properties say so, or what a Word file says of itself."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as parts:
            if parts.comment == COMMENTED:
                return True
            core = parts.open("docProps/core.xml")
            return b"<dc:description>reportcheck " in core.read(_BEGINNING)
    except damages(KeyError, RuntimeError):
        return False


def reports_of(folder: Path) -> frozenset[Path]:
    """The reports that the summary in a folder of results names; none where the folder is no such folder."""
    summary = folder / SUMMARY
    if not is_ours(summary):
        return frozenset()
    import json

    try:
        papers = json.loads(summary.read_bytes())["papers"]
        return frozenset(folder / paper["report"] for paper in papers)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return frozenset()
