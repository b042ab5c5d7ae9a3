"""What a command line asks for, as a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from reportcheck.cli.wanted import Wanted
from reportcheck.errors import UsageError
from reportcheck.extract import Options
from reportcheck.model import Severity
from reportcheck.records import record

_RANGE = re.compile(r"(\d+)(-(\d*))?")
_LAST = 10**9
_RANK = {"error": 0, "warning": 1, "note": 2}


@record(frozen=True, slots=True)
class Request:
    """One run of `reportcheck audit`."""

    paths: tuple[str, ...]
    options: Options
    writes: tuple[Wanted, ...]
    force: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    rules: tuple[Path, ...]
    fail_on: str
    fail_under: float
    quiet: bool
    verbose: bool
    all_pages: bool = False
    show: bool = False
    """Whether an HTML report is opened in the browser."""
    annotate: str = ""
    """Where the annotated copy of the paper goes."""
    ticks: bool = False
    baseline: Path | None = None
    comment: str | None = None
    """Where the commented copy of a Word paper goes; empty for beside the paper."""
    cache: bool = True
    """Whether what an earlier run has kept may be used, and what comes of this one is kept."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    """The settings that the command line makes."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """What a setting that it does not make is called where it stands: "reportcheck.toml: select"."""


def plain_request(paths: Sequence[str]) -> Request:
    """What is asked of papers where nothing is said of how."""
    return Request(
        paths=tuple(paths),
        options=Options(),
        writes=(Wanted("text"),),
        force=False,
        select=(),
        ignore=(),
        rules=(),
        fail_on="warning",
        fail_under=0,
        quiet=False,
        verbose=False,
    )


def rule_names(given: Iterable[str]) -> tuple[str, ...]:
    """Rule names, given one by one or parted by commas."""
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())


def page_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The pages that "3-8,12,20-" names. UsageError where it names none."""
    ranges = []
    for part in filter(None, (item.strip() for item in text.split(","))):
        match = _RANGE.fullmatch(part)
        first = int(match[1]) if match else 0
        last = (int(match[3]) if match[3] else _LAST if match[2] else first) if match else 0
        if not 1 <= first <= last:
            raise UsageError(f"--pages {text}: {part!r} names no pages. Write 3-8, or 1,4,10- (pages count from 1).")
        ranges.append((first, last))
    return tuple(ranges)


def fails(severity: str, fail_on: str) -> bool:
    """Whether a finding of this severity makes the exit code 1."""
    return fail_on != "never" and _RANK[severity] <= _RANK[fail_on]
