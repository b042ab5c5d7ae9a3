"""`[tool.reportcheck]` in pyproject.toml, or reportcheck.toml, found from a paper upwards -> what is in force for it.

A setting comes from the table itself, or from the part of it that is for papers of that name; what a part says goes
before what the table says, but for lists of rules to leave out and severities, which add up.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from reportcheck.errors import UsageError
from reportcheck.records import record
from reportcheck.settings.keys import PER_FILE, checked
from reportcheck.settings.toml import tables

_OWN, _SHARED = "reportcheck.toml", "pyproject.toml"


@record(frozen=True, slots=True)
class Chosen:
    """The value of a setting, and where it stands: 'reportcheck.toml, per-file "minutes/*"'."""

    value: Any
    origin: str


@record(frozen=True, slots=True)
class Settings:
    """What one file of settings says: for all papers, and for those whose path below it fits a pattern."""

    path: Path
    every: Mapping[str, Any] = field(default_factory=dict)
    per_file: tuple[tuple[str, Mapping[str, Any]], ...] = ()

    def of(self, paper: Path) -> dict[str, Chosen]:
        """What is in force for a paper, by the setting's name."""
        found = {name: Chosen(value, str(self.path)) for name, value in self.every.items()}
        for pattern, values in self.per_file:
            if not fits(paper, pattern, self.path.parent):
                continue
            for name, value in values.items():
                before = found.get(name)
                whole = _added(before.value, value) if before is not None and name in ("ignore", "severity") else value
                found[name] = Chosen(whole, f'{self.path}, per-file "{pattern}"')
        return found


def settings_for(paper: Path, known: dict[Path, Settings | None]) -> Settings | None:
    """The settings nearest to a paper, in its folder or one above it; `known` keeps those of each folder."""
    try:
        folder = _absolute(paper).parent
    except OSError:
        return None
    passed = []
    found: Settings | None = None
    for at in (folder, *folder.parents):
        if at in known:
            found = known[at]
            break
        passed.append(at)
        found = _in(at)
        if found is not None:
            break
    known.update(dict.fromkeys(passed, found))
    return found


def _absolute(path: Path) -> Path:
    """The whole path, in which no ".." makes one folder out to be within another."""
    return Path(os.path.abspath(path))


def fits(paper: Path, pattern: str, below: Path) -> bool:
    """Whether a pattern such as "minutes/*.md" means a paper, by its path below a folder or by its name alone."""
    whole, folder = _absolute(paper), _absolute(below)
    path = whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else whole.as_posix()
    return fnmatch(path, pattern) or ("/" not in pattern and fnmatch(whole.name, pattern))


def _in(folder: Path) -> Settings | None:
    for name in (_OWN, _SHARED):
        data = _read(folder / name)
        if data is not None:
            return _settings(_shown(folder / name), data)
    return None


def _read(path: Path) -> dict[str, Any] | None:
    """The table of settings in a file; None where there is no such file, or it says nothing of reportcheck."""
    try:
        text = path.read_bytes()
    except OSError as problem:
        if path.is_file():
            raise UsageError(f"{_shown(path)}: cannot be read ({problem.strerror}).") from None
        return None
    if path.name == _SHARED and b"reportcheck" not in text:
        return None
    data = tables(text, _shown(path))
    if path.name == _OWN:
        return data
    tool = data.get("tool", {})
    return tool.get("reportcheck") if isinstance(tool, dict) else None


def _settings(path: Path, data: Any) -> Settings:
    if not isinstance(data, dict):
        raise UsageError(f"{path}: [tool.reportcheck] is a table of settings.")
    parts = data.pop(PER_FILE, {})
    if not isinstance(parts, dict) or not all(isinstance(part, dict) for part in parts.values()):
        raise UsageError(f'{path}: {PER_FILE} takes a table for each pattern, such as [{PER_FILE}."minutes/*.md"].')
    every = checked(data, str(path))
    several = tuple((name, checked(part, f'{path}, {PER_FILE} "{name}"', True)) for name, part in parts.items())
    return Settings(path, _placed(every, path), tuple((name, _placed(part, path)) for name, part in several))


def _placed(values: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The values, with the files that they name looked for beside the settings."""
    return {name: _beside(name, value, path.parent) for name, value in values.items()}


def _beside(name: str, value: Any, folder: Path) -> Any:
    if name == "baseline":
        return folder / value
    return tuple(folder / each for each in value) if name == "rules" else value


def _added(before: Any, more: Any) -> Any:
    return {**before, **more} if isinstance(before, dict) else (*before, *(each for each in more if each not in before))


def _shown(path: Path) -> Path:
    """The path as people write it: from the folder that they are in, where it is below that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def of_paper(paper: str, known: dict[Path, Settings | None]) -> dict[str, Chosen]:
    """What is in force for a paper; for one that comes through a pipe, what is for the folder that one is in."""
    path = Path("standard-input" if paper == "-" else paper)
    settings = settings_for(path, known)
    return settings.of(path) if settings is not None else {}
