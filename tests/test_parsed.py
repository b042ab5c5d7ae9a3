"""The shipped rules as they are kept between two runs: the same rules, for as long as no file changes."""

from __future__ import annotations

import errno
import marshal
import os
import shutil
import sys
from pathlib import Path

import pytest

from reportcheck import pycache, rulepack
from reportcheck.errors import RuleError
from reportcheck.rulepack import load_rules, parsed, rules_folder


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped rules, and nothing kept of them yet."""
    folder = tmp_path / "rules"
    shutil.copytree(rules_folder(), folder)
    monkeypatch.setattr(rulepack, "rules_folder", lambda: folder)
    monkeypatch.setattr(pycache, "kept", lambda name: tmp_path / "__pycache__" / name)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def test_what_is_kept_is_what_was_read(rules: Path, tmp_path: Path) -> None:
    read = load_rules(examples=False)
    assert (tmp_path / "__pycache__" / "rules").exists()
    assert parsed.find(parsed.key_of(sorted(rules.rglob("*.yaml")))) is not None
    assert load_rules(examples=False) == read


def test_a_file_that_changes_is_read_again(rules: Path) -> None:
    (first, *_) = load_rules(examples=False)
    path = rules / first.source
    path.write_text(path.read_text("utf-8").replace(f"severity: {first.severity}", "severity: note"), "utf-8")
    os.utime(path, ns=(1, 1))
    assert load_rules(examples=False)[0].severity == "note"
    path.write_text("id: RC101\n", "utf-8")
    with pytest.raises(RuleError):
        load_rules(examples=False)


@pytest.mark.parametrize("damage", [b"", b"no rules", b"\xfb\x01\x00\x00\x00"])
def test_a_damaged_file_costs_a_reading_and_no_more(rules: Path, tmp_path: Path, damage: bytes) -> None:
    read = load_rules(examples=False)
    (tmp_path / "__pycache__" / "rules").write_bytes(damage)
    assert load_rules(examples=False) == read


def test_what_was_written_over_costs_a_reading_and_no_more(rules: Path, tmp_path: Path) -> None:
    read = load_rules(examples=False)
    key = parsed.key_of(sorted(rules.rglob("*.yaml")))
    for other in ([("a.yaml", {"id": "RC101"})], [("a.yaml", {"kind": "table", "params": {"laws": 3}})], [3], 3):
        (tmp_path / "__pycache__" / "rules").write_bytes(marshal.dumps((key, other)))
        assert load_rules(examples=False) == read


def test_a_reader_that_changes_reads_again(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted(rules.rglob("*.yaml"))
    key = parsed.key_of(files)
    monkeypatch.setattr(parsed.rulefile, "__file__", str(files[0]))
    assert parsed.key_of(files) != key


def test_a_disk_that_is_full_keeps_nothing(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def half(path: Path, data: bytes) -> int:
        write(path, data[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", half)
    assert load_rules(examples=False)
    assert [*(tmp_path / "__pycache__").iterdir()] == []


def test_nothing_is_kept_where_python_keeps_nothing(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    load_rules(examples=False)
    assert not (tmp_path / "__pycache__").exists()
