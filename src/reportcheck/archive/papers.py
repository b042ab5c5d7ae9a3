"""What was asked for on the command line -> the papers to audit, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportcheck.archive.ours import SUMMARY, is_ours, reports_of
from reportcheck.errors import PaperError
from reportcheck.extract import SUFFIXES
from reportcheck.records import record

STDIN = "-"
_OWN = ("reportcheck.toml", "reportcheck.accepted.toml")
"""Files beside papers that are meant for reportcheck."""


@record(frozen=True, slots=True)
class Source:
    """A paper to audit: what reports call it, or why what was asked for is no paper."""

    name: str
    problem: PaperError | None = None
    at: str = ""
    """The file that holds it, where that is not its name."""


@record(frozen=True, slots=True)
class Asked:
    """What was asked for: the papers, in a fixed order and each once, and what was left alone in folders."""

    papers: tuple[Source, ...]
    others: Mapping[str, int]
    """How many files of each other kind, by the end of their names in small letters."""
    reports: int
    """How many files that reportcheck wrote itself."""


def asked_for(paths: Iterable[str], results: Path | None = None) -> Asked:
    """Files, folders, globs and "-" as papers; what leads to none is kept with its problem.

    `results` is what is written to: left out where it is a folder, or a file that holds nothing yet.
    """
    look = _Look(results)
    found: dict[str, Source] = {}
    for item in paths:
        for source in look.at(item):
            found.setdefault(source.name, source)
    return Asked(tuple(found.values()), look.others, look.reports)


class _Look:
    """One look through what was asked for, and what is passed over in it."""

    def __init__(self, results: Path | None) -> None:
        self.results = results
        self.others = Counter[str]()
        self.reports = 0

    def at(self, item: str) -> list[Source]:
        """The papers that one word of a command stands for."""
        if item == STDIN:
            return [Source(STDIN)]
        if not item:  # What a script has not filled in is not the folder that it stands in.
            return [Source('""', PaperError('""', "names no paper.", "Check what the command is given."))]
        path = Path(item)
        if path.is_dir():
            known = ", ".join(sorted(SUFFIXES))
            problem = PaperError(item, "this folder holds no papers.", f"Papers end in one of: {known}.")
            return [Source(name) for name in self._in_folder(path)] or [Source(item, problem)]
        if not path.exists() and glob.has_magic(item):
            names = sorted(name for name in glob.glob(item, recursive=True) if Path(name).is_file())
            problem = PaperError(item, "no file fits this pattern.", "Check the folder and the name.")
            return [Source(name) for name in names if not self._ours(Path(name))] or [Source(item, problem)]
        return [Source(item)]

    def _in_folder(self, folder: Path) -> list[str]:
        """The papers in a folder and its folders, sorted by path; hidden ones are left out."""
        found: list[Path] = []
        ours: set[Path] = set()
        for where, folders, files in os.walk(folder):
            here = Path(where)
            folders[:] = [n for n in folders if not n.startswith(".") and not _same(here / n, self.results)]
            if SUMMARY in files:
                ours |= reports_of(here)
            for path in (here / name for name in files if not name.startswith((".", "~$"))):
                if path.suffix.lower() not in SUFFIXES:
                    self._pass_over(path)
                elif path in ours:
                    self.reports += 1
                elif not self._ours(path):
                    found.append(path)
        return [str(path) for path in sorted(found, key=lambda path: path.parts)]

    def _pass_over(self, path: Path) -> None:
        if is_ours(path):
            self.reports += 1
        elif path.name not in _OWN:
            self.others[path.suffix.lower()] += 1

    def _ours(self, path: Path) -> bool:
        ours = is_ours(path)
        self.reports += ours
        return ours or (_same(path, self.results) and not path.stat().st_size)


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.exists() and path.samefile(other)


def sniff(data: bytes) -> str:
    """The format of bytes that come without a file name."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "word"
    return "html" if start[:15].lower().startswith((b"<!doctype html", b"<html")) else "text"
