"""What was asked for -> papers on this machine: folders, patterns, and any address that fsspec knows."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from reportcheck.archive.papers import asked_for
from reportcheck.errors import PaperError, UsageError
from reportcheck.extract import SUFFIXES
from reportcheck.records import record

_INSTALL = "pip install 'reportcheck[batch]'"


@record(frozen=True, slots=True)
class Address:
    """A paper: what it is called, and why it is none where what was asked for leads to none."""

    source: str
    problem: str = ""

    @property
    def far(self) -> bool:
        """Whether it is on another machine, or in an archive."""
        return "://" in self.source


def addresses(items: Sequence[str]) -> tuple[Address, ...]:
    """The papers, in the order in which they were asked for, each once."""
    found: dict[str, Address] = {}
    for item in items:
        for address in _far(item) if "://" in item else _near(item):
            found.setdefault(address.source, address)
    return tuple(map(_recordable, found.values()))


def _recordable(address: Address) -> Address:
    """The address, as a ledger can keep it: no database takes a name that is not UTF-8."""
    name = address.source.encode("utf-8", "backslashreplace").decode("utf-8")
    return address if name == address.source else Address(name, f"{name}: its name is not UTF-8. Rename it.")


def _near(item: str) -> Iterator[Address]:
    for source in asked_for([item]).papers:
        yield Address(source.name, str(source.problem or ""))


def _far(item: str) -> Iterator[Address]:
    """The papers at an address: it is a pattern, a folder, or a paper itself."""
    files = _library()
    try:
        system, path = files.core.url_to_fs(item)
        pattern = any(mark in path for mark in "*?[")
        names = sorted(system.glob(path) if pattern else system.find(path))
    except Exception as problem:  # Each kind of address has errors of its own.
        yield Address(item, f"{item}: cannot be listed ({_short(problem)}). Check the address and the access to it.")
        return
    names = [name for name in names if PurePosixPath(name).suffix.lower() in SUFFIXES]
    if not names:
        yield Address(item, str(PaperError(item, "no paper is at this address.", "Check the bucket and the name.")))
    for name in names:
        yield Address(system.unstrip_protocol(name))


def fetched(address: Address, folder: Path) -> tuple[Path, str]:
    """The file with the paper, a copy in `folder` where it is far, and its SHA-256. PaperError where there is none."""
    if not address.far:
        path = Path(address.source)
        return path, _hash(address.source, path)
    suffix = PurePosixPath(address.source).suffix
    path = folder / (hashlib.sha256(address.source.encode()).hexdigest()[:32] + suffix)
    try:
        system, name = _library().core.url_to_fs(address.source)
        system.get_file(name, str(path))
    except UsageError:
        raise
    except Exception as problem:
        raise PaperError(address.source, f"cannot be fetched ({_short(problem)}).", "Check the access to it.") from None
    return path, _hash(address.source, path)


def _hash(source: str, path: Path) -> str:
    try:
        if stat.S_ISREG(path.stat().st_mode):
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        raise PaperError(source, "is a device or a pipe and not a file.", "Save its content to a file first.")
    except OSError as problem:
        raise PaperError(
            source, f"cannot be read ({problem.strerror}).", "Check its name and its permissions."
        ) from None


def _short(problem: Exception) -> str:
    return " ".join(f"{type(problem).__name__}: {problem}".split())[:160]


def _library() -> Any:
    try:
        import fsspec
    except ImportError as missing:
        raise UsageError(f"addresses such as s3:// need fsspec: {_INSTALL}.") from missing
    return fsspec
