"""Results kept from run to run, so that a paper that has not changed is not audited again.

A result is a file of its own, written whole or not at all, and named by all that it depends on: the paper's bytes and
kind, the rules, the options, and the code. So any number of runs may use one folder at once. A result has what reports
tell, and neither the paper's text nor what holds in it.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reportcheck.archive.store import write_atomically
from reportcheck.extract import Options
from reportcheck.model import Report
from reportcheck.version import VERSION

MOST = 500 * 2**20
"""The most bytes that all results may take."""
_DIGEST = 32
_CODE = Path(__file__).parents[1]
_LEFT_BEHIND = 3600
"""Seconds after which a half-written file was left by a run that ended."""


def cache_folder() -> Path:
    """Where results are kept: where the system keeps what can be made again."""
    import platformdirs

    return platformdirs.user_cache_path("reportcheck", appauthor=False) / "results"


class Cache:
    """A folder of results. What cannot be read in it is not there, and what cannot be written is not kept."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self.folder, self._most, self._wrote = folder, most, False

    def find(self, key: str, name: str) -> Report | None:
        """The result kept under a key, of a paper that is now called `name`."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
                return None
            report = _Unpickler(io.BytesIO(data[_DIGEST:])).load()
            os.utime(path)
        except Exception:
            return None
        return _called(report, name) if isinstance(report, Report) else None

    def keep(self, key: str, report: Report) -> None:
        """Keep a result, unless a page was lost that may be read next time."""
        if any(page.problem and not page.has_text for page in report.document.pages):
            return
        data = pickle.dumps(told_part(report), protocol=5)
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path(key), hashlib.sha256(data).digest() + data)
            self._wrote = True

    def close(self) -> None:
        """Make room where this run has written: what was not asked for longest goes first."""
        if not self._wrote:
            return
        files = sorted(self._files(), key=lambda file: file[1].st_mtime_ns, reverse=True)
        room, old = self._most, time.time() - _LEFT_BEHIND
        for path, about in files:
            room -= about.st_size
            if room < 0 or (path.suffix == ".part" and about.st_mtime < old):
                path.unlink(missing_ok=True)

    def size(self) -> tuple[int, int]:
        """How many results there are, and their bytes."""
        sizes = [about.st_size for _, about in self._files()]
        return len(sizes), sum(sizes)

    def clear(self) -> tuple[int, int]:
        """Take all results away: how many there were, and their bytes."""
        were = self.size()
        shutil.rmtree(self.folder, ignore_errors=True)
        return were

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.folder.glob("*/*"):
            with suppress(FileNotFoundError):
                yield path, path.stat()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def paper_digest(path: Path) -> str | None:
    """The SHA-256 of a file; None where it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def key_of(made: str, digest: str, path: Path) -> str:
    """What a result is kept under: what it is made with, the paper's bytes and the kind that its name promises."""
    return hashlib.sha256(f"{made}\n{digest}\n{path.suffix.lower()}".encode()).hexdigest()


def made_by(rules: tuple[Path, ...], asked: object, options: Options) -> str:
    """What results are made with: this code and the libraries beside it, one's own rules, how they are chosen."""
    digest = hashlib.sha256(repr((VERSION, sys.version, asked, replace(options, jobs=0))).encode())
    for folder in (_CODE, _CODE.parents[1] / "rules"):  # In a wheel the rules stand within the code.
        for line in _stamps(folder):
            digest.update(line.encode("utf-8", "surrogateescape"))
    for folder in rules:
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*.yaml")):
            digest.update(path.read_bytes())
    engine = shutil.which("tesseract") if options.ocr else None
    digest.update(repr((_libraries(), engine and os.stat(engine).st_mtime_ns)).encode())
    return digest.hexdigest()


def _stamps(folder: Path) -> Iterator[str]:
    """A line for each file of code or rules: its name, its size, and when it was changed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            about = os.stat(os.path.join(where, name))
            yield f"{where}/{name} {about.st_size} {about.st_mtime_ns}\n"


def _libraries() -> list[str]:
    """The libraries that are installed beside the one that reads PDFs, each with its version."""
    found = find_spec("pypdfium2")
    if found is None or not found.origin:
        return []
    return sorted(name for name in os.listdir(Path(found.origin).parents[1]) if name.endswith(".dist-info"))


def _called(report: Report, name: str) -> Report:
    """The result of a paper that is now called `name`."""
    if report.kept is not None:
        from reportcheck.read.keep import called

        report = replace(report, kept=called(report.kept, name))
    return replace(report, document=replace(report.document, path=name))


def told_part(report: Report) -> Report:
    """What reports tell of a paper: without its text and what holds; page numbers printed in it are kept apart."""
    from reportcheck.report.printed import printed_pages

    printed = printed_pages(report)
    pages = tuple(
        replace(page, blocks=(), label=printed.pages.get(page.number, page.label)) for page in report.document.pages
    )
    findings = tuple(replace(f, rule=replace(f.rule, params=None, examples=())) for f in report.findings)
    return replace(
        report,
        document=replace(report.document, pages=pages),
        findings=findings,
        held=(),
        folios=tuple(zip(printed.lines, printed.numbers, strict=True)),
    )


class _Unpickler(pickle.Unpickler):
    """Makes our own records, and nothing else: the folder is a place where others may have written."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("reportcheck.model.") or (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a result")


_PLAIN = {
    ("decimal", "Decimal"),
    ("datetime", "date"),
    ("reportcheck.quantity", "Quantity"),
    ("reportcheck.quantity", "Interval"),
}
