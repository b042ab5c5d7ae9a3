"""Findings that people know of: accepted with a reason, said to be right in the paper itself, or in a baseline.

They are no findings any more: a report counts them apart. What was accepted stands in `reportcheck.accepted.toml`
beside the papers; an entry that fits nothing any more, or has expired, is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Any

from reportcheck.archive.ignored import Ignored, ignored
from reportcheck.archive.papers import STDIN
from reportcheck.errors import UsageError
from reportcheck.model import Finding, Known, Report
from reportcheck.records import record
from reportcheck.settings.toml import tables

ACCEPTED = "reportcheck.accepted.toml"
_KEYS = {"paper", "fingerprint", "reason", "by", "on", "until", "message"}


@record(frozen=True, slots=True)
class Accepted:
    """An entry of such a file: a finding of one paper, why it is right as it is, who says so, and until when."""

    paper: str
    fingerprint: str
    reason: str
    by: str = ""
    on: date | None = None
    until: date | None = None
    message: str = ""

    @property
    def told(self) -> str:
        """ "agreed by A Clerk on 3 November 2026: restated last year"."""
        who = f" by {self.by}" if self.by else ""
        when = f" on {self.on.day} {self.on:%B %Y}" if self.on else ""
        return f"agreed{who}{when}: {self.reason}"


@record(frozen=True, slots=True)
class Baseline:
    """The findings that there were when a baseline was written: paper -> fingerprints."""

    papers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, paper: str) -> frozenset[str]:
        """Those of a paper, by its path or, where that is not in it, by its name."""
        own = self.papers.get(paper)
        if own is not None:
            return own
        name = Path(paper).name
        return frozenset().union(*(prints for path, prints in self.papers.items() if Path(path).name == name))


def read_baseline(path: Path, asked: str = "--baseline") -> Baseline:
    """The baseline in a file. UsageError where it holds none."""
    import json

    try:
        data = json.loads(path.read_bytes())
        papers = {str(paper): frozenset(map(str, prints)) for paper, prints in data["baseline"].items()}
    except OSError as problem:
        raise UsageError(f"{asked} {path}: cannot be read ({problem.strerror}). Check the name.") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UsageError(f"{asked} {path}: is no baseline. Write one with: reportcheck baseline PAPERS.") from None
    return Baseline(papers)


def baseline_text(reports: Iterable[Report]) -> bytes:
    """A baseline of the findings of those reports."""
    import json

    papers = {report.document.path: sorted(f.fingerprint for f in report.findings) for report in reports}
    whole = {"schema": 1, "tool": {"name": "reportcheck"}, "baseline": papers}
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def accepted_file(paper: str) -> Path:
    """Where what was accepted in a paper stands: beside it."""
    return Path(paper).parent / ACCEPTED


def read_accepted(path: Path) -> tuple[Accepted, ...]:
    """The entries of such a file; none where there is no such file. UsageError names the entry that is wrong."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as problem:
        raise UsageError(f"{path}: cannot be read ({problem.strerror}).") from None
    return accepted_in(path, data)


def accepted_in(path: Path, data: bytes) -> tuple[Accepted, ...]:
    """The entries that such a file has where it holds this. UsageError names the entry that is wrong."""
    entries = tables(data, path).get("accepted", [])
    if not isinstance(entries, list):
        raise UsageError(f"{path}: accepted is a list of entries, each under [[accepted]].")
    return tuple(_entry(path, number, entry) for number, entry in enumerate(entries, start=1))


def _entry(path: Path, number: int, entry: Any) -> Accepted:
    at = f"{path}: entry {number}"
    if not isinstance(entry, dict):
        raise UsageError(f"{at} is no entry. Write it under [[accepted]].")
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise UsageError(f"{at}: unknown key {unknown[0]!r}. An entry has: {', '.join(sorted(_KEYS))}.")
    for key in ("paper", "fingerprint", "reason"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise UsageError(f"{at}: {key!r} is missing or empty.")
    for key in ("on", "until"):
        if key in entry and type(entry[key]) is not date:
            raise UsageError(f"{at}: {key!r} is a date such as 2027-03-31, without quotes.")
    return Accepted(**entry)


def settled(report: Report, baseline: Baseline | None, today: date, data: bytes | None = None) -> Report:
    """The report without the findings that people know of, which it keeps apart, and with the entries that are stale.

    `data` is the paper's text where it may say itself which findings are right.
    """
    path = report.document.path
    entries = read_accepted(accepted_file(path)) if path != STDIN else ()
    own = [entry for entry in entries if entry.paper == Path(path).name]
    agreed = {entry.fingerprint: entry for entry in own if entry.until is None or entry.until >= today}
    marks = ignored(data) if data is not None else ()
    old = baseline.of(path) if baseline is not None else frozenset()
    kept: list[Finding] = []
    known: list[Known] = []
    used: set[Ignored] = set()
    for finding in report.findings:
        mark = next((mark for mark in marks if mark.fits(finding)), None)
        if finding.fingerprint in agreed:
            known.append(Known(finding, agreed[finding.fingerprint].told, "accepted"))
        elif mark is not None:
            used.add(mark)
            known.append(Known(finding, f"said in the paper: {mark.reason}", "accepted"))
        elif finding.fingerprint in old:
            known.append(Known(finding, "in the baseline", "baseline"))
        else:
            kept.append(finding)
    stale = (*_stale(own, report, today), *(mark.stale for mark in marks if mark not in used))
    return replace(report, findings=tuple(kept), known=tuple(known), stale=stale)


def _stale(entries: list[Accepted], report: Report, today: date) -> tuple[str, ...]:
    """Entries that have expired or fit no finding, in words."""
    there = {finding.fingerprint for finding in report.findings}
    told = []
    for entry in entries:
        name = f"{ACCEPTED}: {entry.fingerprint} ({entry.message or entry.reason})"
        if entry.fingerprint not in there and not report.document.partial:
            told.append(f"{name} fits no finding any more: take it out")
        elif entry.until is not None and entry.until < today:
            told.append(f"{name} was accepted until {entry.until.day} {entry.until:%B %Y}")
    return tuple(told)
