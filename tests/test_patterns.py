"""Patterns compiled late do what patterns do."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from reportcheck import programs, pycache
from reportcheck.patterns import pattern


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where patterns are kept as they were compiled: nothing yet."""
    monkeypatch.setattr(pycache, "kept", lambda name: tmp_path / "__pycache__" / name)
    monkeypatch.setattr(programs, "_PROGRAMS", programs._Programs())
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__" / "patterns"


def test_a_pattern_answers_as_a_compiled_one_does() -> None:
    late, early = pattern(r"(?P<n>\d+) Homes", re.I), re.compile(r"(?P<n>\d+) Homes", re.I)
    text = "12 homes and 30 HOMES"
    for _ in range(2):
        assert late.findall(text) == early.findall(text) == ["12", "30"]
        assert late.sub("-", text) == early.sub("-", text)
        assert [m["n"] for m in late.finditer(text)] == ["12", "30"]
    assert (late.pattern, late.flags) == (r"(?P<n>\d+) Homes", re.I)


def test_nothing_is_compiled_before_it_is_asked_for() -> None:
    wrong = pattern(r"(")
    with pytest.raises(re.error):
        wrong.search("anything")
    with pytest.raises(AttributeError):
        wrong.scanner  # noqa: B018


def test_a_pattern_that_was_kept_is_the_same(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = r"(?P<year>20\d\d)|([a-c]x+?)\b"
    first = programs.compiled(written, re.I)
    programs.keep()
    monkeypatch.setattr(programs, "_PROGRAMS", programs._Programs())
    monkeypatch.setattr(programs, "_made", None)
    again = programs.compiled(written, re.I)
    assert again == first == re.compile(written, re.I)
    assert [m.groupdict() | {"": m[2]} for m in again.finditer("In 2024 BXX")] == [
        {"year": "2024", "": None},
        {"year": None, "": "BXX"},
    ]


def test_what_others_kept_stays(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for written in ("first", "second"):
        monkeypatch.setattr(programs, "_PROGRAMS", programs._Programs())
        programs.compiled(written, 0)
        programs.keep()
    assert set(pycache.find("patterns", programs._KEY)) == {("first", 0), ("second", 0)}
    before = kept.stat().st_mtime_ns
    programs.keep()
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"no patterns"])
def test_a_damaged_file_of_patterns_costs_compiling_and_no_more(kept: Path, damage: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(damage)
    assert programs.compiled("a+", 0).findall("baa") == ["aa"]


def test_a_program_that_the_engine_refuses_is_compiled_anew(kept: Path) -> None:
    for wrong in ((32, b"\xff" * 8, 0, {}), (32, b"odd", 0, {}), None):
        pycache.keep("patterns", programs._KEY, {("a+", 0): wrong})
        programs._PROGRAMS.known = None
        assert programs.compiled("a+", 0).findall("baa") == ["aa"]
