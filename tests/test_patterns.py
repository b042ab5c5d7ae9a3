"""Patterns compiled late do what patterns do."""

from __future__ import annotations

import re

import pytest

from reportcheck.patterns import pattern


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
