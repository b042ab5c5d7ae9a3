"""What was asked for on the command line -> the papers to audit, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportcheck.errors import PaperError
from reportcheck.extract import SUFFIXES

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A paper to audit: what reports call it, or why what was asked for is no paper."""

    name: str
    problem: PaperError | None = None


def sources(asked: Iterable[str], beside: Path | None = None) -> tuple[Source, ...]:
    """Files, folders, globs and "-" as papers, each once; what leads to none is kept with its problem.

    `beside` is the file or the folder of results, which are no papers: it is left out of folders.
    """
    found: dict[str, Source] = {}
    for item in asked:
        for source in _expanded(item, beside):
            found.setdefault(source.name, source)
    return tuple(found.values())


def _expanded(item: str, beside: Path | None) -> list[Source]:
    if item == STDIN:
        return [Source(STDIN)]
    path = Path(item)
    if path.is_dir():
        names = _in_folder(path, beside)
        known = ", ".join(sorted(SUFFIXES))
        problem = PaperError(item, "this folder holds no papers.", f"Papers end in one of: {known}.")
        return [Source(name) for name in names] or [Source(item, problem)]
    if not path.exists() and glob.has_magic(item):
        names = sorted(name for name in glob.glob(item, recursive=True) if Path(name).is_file())
        problem = PaperError(item, "no file fits this pattern.", "Check the folder and the name.")
        return [Source(name) for name in names] or [Source(item, problem)]
    return [Source(item)]


def _in_folder(folder: Path, beside: Path | None) -> list[str]:
    """The papers in a folder and its folders, sorted by path; hidden ones are left out."""
    names: list[str] = []
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not _same(Path(where, name), beside)]
        papers = [name for name in files if not name.startswith((".", "~$")) and Path(name).suffix.lower() in SUFFIXES]
        names.extend(str(Path(where, name)) for name in papers if not _same(Path(where, name), beside))
    return sorted(names, key=lambda name: Path(name).parts)


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
